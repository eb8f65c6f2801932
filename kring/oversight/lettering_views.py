"""«Teksten van brieven»: the office words them, looks at them first, and can always go back."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.forms import posted
from kring.foundation.rewording import FREE, LETTERS, LetterText, Rewordable
from kring.oversight import lettering
from kring.oversight.lettering_forms import LetterForm
from kring.people.doors import at_desk
from kring.people.models import Desk

office = at_desk(Desk.OFFICE)


@office
@require_safe
def letters(request):
    """Every letter that can be worded, and which have words of our own now."""
    newest: dict[str, LetterText] = {}
    for row in LetterText.objects.filter(letter__in=LETTERS).select_related("changed_by"):
        newest.setdefault(row.letter, row)
    rows = [(spec, lettering.called(spec), newest.get(spec.letter)) for spec in LETTERS.values()]
    return render(request, "oversight/pages/letters.html", {"rows": rows})


def the_letter(name: str) -> Rewordable:
    if (spec := lettering.by_name(name)) is None:
        raise Http404
    return spec


@office
def letter(request, letter: str):
    """The words with the parts that stay; «Bekijk» shows it before anything is kept."""
    spec = the_letter(letter)
    form = LetterForm(posted(request), initial={"text": LetterText.now(spec.letter) or spec.original()})
    looks = "look" in request.POST
    verb = partial(lettering.looked_at, spec) if looks else partial(LetterText.write, spec, by=request.user)
    if form.is_bound and form.carry(verb) and not looks:
        messages.success(request, _("Bewaard. Vanaf nu gaat de brief zo."))
        return redirect("house:letter", letter)
    context = {"spec": spec, "name": letter, "form": form, "look": getattr(form, "result", None), "free": list(FREE)}
    context["history"] = lettering.history(spec)
    return render(request, "oversight/pages/letter.html", context)


@office
@require_POST
def put_back(request, letter: str):
    LetterText.put_back(the_letter(letter), by=request.user)
    messages.success(request, _("De brief is weer zoals hij was."))
    return redirect("house:letter", letter)
