"""Who is around: the picture and the list, naming somebody, and the main person's yes or rather not."""

from functools import partial

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.circle import seeing, sides, widening
from kring.circle.forms import SomeoneForm
from kring.circle.models import CircleMember
from kring.circle.naming_forms import NewSomeoneForm
from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted


def to_the_list(request):
    """On to the circle, for who may see it; a manager on the phone goes back to the overview."""
    return go(request, "circle:show" if "see_circle" in request.allowed else "conference:show")


def viewer_of(request):
    """Whose eyes look: the main person on the phone, but a coordinator has their own."""
    hand = request.hand
    return hand.by if "see_reach" in request.allowed or hand.by in request.conference.main_people else hand.name_of


def member_of(conference, slug: str, viewer=None) -> CircleMember:
    """Somebody on the list, as far as it is this viewer's."""
    members = conference.members.seen_by(conference, viewer) if viewer else conference.members
    member = get_object_or_404(members.select_related("person"), slug=slug)
    member.conference = conference
    return member


@sees("see_circle")
def show(request, conference):
    me = request.hand.name_of
    if "see_invitees" in request.allowed:
        people = seeing.everybody(conference, viewer_of(request))
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
    turn = round_of(request, conference)
    labels = sides.labels(conference) if sides.sorts_by_hand(conference, request.hand) else None
    form = NewSomeoneForm(posted(request), turn.prompt, sides=labels)
    if form.carry(partial(CircleMember.name_someone, conference), by=request.hand):
        turn.go_on(with_this="again" in request.POST)
        said(request, _("%(name)s staat op de lijst.") % {"name": form.result.name})
        return go(request, "circle:add")
    named = seeing.how_many_named(conference, request.hand)
    page = {"conference": conference, "form": form, "named": named, "turn": turn, "question": turn.prompt.question}
    return render(request, "circle/pages/add.html", page)


def round_of(request, conference) -> widening.Round:
    """Where this person is in the questions; what they skipped stays skipped, and later goes on from there."""
    prompts = widening.prompts_for(are_apart=sides.are_apart(conference))
    turn = widening.Round(request.session, conference, prompts, request.GET.get("vraag", ""))
    if request.GET.get("vraag"):
        turn.keep(turn.turn)
    return turn


@fills_in("name_someone")
def edit(request, conference, member):
    member = member_of(conference, member, viewer_of(request))
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
    named = seeing.named(conference, request.hand.name_of)
    page = {"conference": conference, "members": [member for member in named if member.waits_for_a_yes]}
    page["other_hats"] = [member for member in named if member.hat_asked]
    return render(request, "circle/pages/decide.html", page)


@does("agree_to_someone")
def agree(request, conference, member):
    member = member_of(conference, member, request.hand.name_of)
    member.agree(by=request.hand)
    said(request, _("%(name)s mag gevraagd worden.") % {"name": member.name})
    return on_from_deciding(request, conference)


@does("agree_to_someone")
def leave_out(request, conference, member):
    member = member_of(conference, member, request.hand.name_of)
    member.leave_out(by=request.hand)
    said(request, _("%(name)s wordt niet gevraagd. Niemand hoort dit.") % {"name": member.name})
    return on_from_deciding(request, conference)


def on_from_deciding(request, conference):
    mine = conference.members.seen_by(conference, request.hand.name_of)
    if mine.to_decide().exists() or mine.exclude(hat_asked="").exists():
        return go(request, "circle:decide")
    return to_the_list(request)
