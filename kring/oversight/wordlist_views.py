"""«Woordenlijsten»: what can be chosen from, in the words of the office."""

from functools import partial

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.forms import posted
from kring.foundation.wordlists import LISTS, Wordlist
from kring.oversight.pressing import pressed
from kring.oversight.wordlist_forms import WordForm
from kring.people.doors import at_desk
from kring.people.models import Desk

office = at_desk(Desk.OFFICE)


@office
@require_safe
def wordlists(request):
    return render(request, "oversight/pages/wordlists.html", {"lists": LISTS.values()})


def the_list(name: str, code: str | None = None) -> Wordlist:
    found = LISTS.get(name)
    if found is None or (code is not None and code not in {word.code for word in found.words()}):
        raise Http404
    return found


@office
def wordlist(request, name: str):
    """The words in their order; one more."""
    found, form = the_list(name), WordForm(posted(request))
    if form.is_bound and form.carry(found.add, by=request.user):
        messages.success(request, _("Het staat erbij."))
        return redirect("house:wordlist", name)
    return render(request, "oversight/pages/wordlist.html", {"list": found, "words": found.words(), "form": form})


@office
def word(request, name: str, code: str):
    """Another word for the same."""
    found = the_list(name, code)
    form = WordForm(posted(request), initial={"label": found.label(code)})
    if form.is_bound and form.carry(partial(found.rename, code), by=request.user):
        messages.success(request, _("Bewaard."))
        return redirect("house:wordlist", name)
    return render(request, "oversight/pages/word.html", {"list": found, "form": form})


@office
@require_POST
def retire(request, name: str, code: str):
    verb = partial(the_list(name, code).retire, code, by=request.user)
    return pressed(request, verb, _("Het staat niet meer in de keuze."), stay=reverse("house:wordlist", args=[name]))


@office
@require_POST
def offer_again(request, name: str, code: str):
    verb = partial(the_list(name, code).offer_again, code, by=request.user)
    return pressed(request, verb, _("Het staat weer in de keuze."), stay=reverse("house:wordlist", args=[name]))
