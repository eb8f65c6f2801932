"""Who is around: the picture and the list, naming somebody, and the main person's yes or rather not."""

from functools import partial

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.circle import seeing, widening
from kring.circle.forms import SomeoneForm
from kring.circle.models import CircleMember
from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted


def to_the_list(request):
    """On to the circle, for who may see it; a manager on the phone goes back to the overview."""
    return go(request, "circle:show" if "see_circle" in request.allowed else "conference:show")


def member_of(conference, slug: str) -> CircleMember:
    return get_object_or_404(conference.members.select_related("person"), slug=slug)


@sees("see_circle")
def show(request, conference):
    me = request.hand.name_of
    if "see_invitees" in request.allowed:
        people = seeing.everybody(conference)
    else:
        people = seeing.who_agreed_to_be_seen(conference, me)
    if "see_reach" in request.allowed:
        seeing.with_post(conference, people["circle"] + people["professionals"])
    elif "name_someone" in request.allowed:
        people["mine"] = seeing.named_by(conference, me)
    return render(request, "circle/pages/show.html", {"conference": conference, "me": me, **people, **counts(people)})


def counts(people: dict) -> dict:
    taking_part = sum(member.takes_part for member in people["circle"])
    return {"taking_part": taking_part, "named": len(people["circle"])}


@fills_in("name_someone")
def add(request, conference):
    """Somebody more; the next question stands ready."""
    named = conference.members.count()
    form = SomeoneForm(posted(request))
    if form.carry(partial(CircleMember.name_someone, conference), by=request.hand):
        said(request, _("%(name)s staat op de lijst.") % {"name": form.result.name})
        return go(request, "circle:add")
    turn = widening.turn(request.GET.get("vraag", ""), named)
    page = {"conference": conference, "form": form, "named": named, "next": turn + 1}
    return render(request, "circle/pages/add.html", page | {"question": widening.question(turn)})


@fills_in("name_someone")
def edit(request, conference, member):
    member = member_of(conference, member)
    if not member.may_be_changed_by(request.hand) or member.is_invited:
        return to_the_list(request)
    form = SomeoneForm.of(member, posted(request))
    if form.carry(member.complete, by=request.hand):
        said(request, _("Bewaard."))
        return to_the_list(request)
    return render(request, "circle/pages/edit.html", {"conference": conference, "form": form, "member": member})


@sees("agree_to_someone")
def decide(request, conference):
    """Whom others named: one tap each."""
    members = conference.members.to_decide().select_related("named_by")
    return render(request, "circle/pages/decide.html", {"conference": conference, "members": members})


@does("agree_to_someone")
def agree(request, conference, member):
    member = member_of(conference, member)
    member.agree(by=request.hand)
    said(request, _("%(name)s mag gevraagd worden.") % {"name": member.name})
    return on_from_deciding(request, conference)


@does("agree_to_someone")
def leave_out(request, conference, member):
    member = member_of(conference, member)
    member.leave_out(by=request.hand)
    said(request, _("%(name)s wordt niet gevraagd. Niemand hoort dit.") % {"name": member.name})
    return on_from_deciding(request, conference)


def on_from_deciding(request, conference):
    if conference.members.to_decide().exists():
        return go(request, "circle:decide")
    return to_the_list(request)
