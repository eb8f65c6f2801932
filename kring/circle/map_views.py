"""The circle drawn and listed: both show the same people and can do the same."""

from functools import partial

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.circle import drawing, empty_map, placing, sides, telling
from kring.circle.kinds import Ring, Side
from kring.circle.map_forms import ApartForm, PlaceForm, TieForm
from kring.circle.ties import Tie, ties_among
from kring.circle.views import viewer_of
from kring.conference.guards import does, fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.foundation.giving import given


def people_on(request, conference) -> list:
    """Everybody this viewer may see on the map; each knows the conference without asking again."""
    members = list(placing.on_the_map(conference, request.hand))
    for member in members:
        member.conference = conference
        member.warm, member.side_label = telling.warmly(member), sides.label(conference, member.side)
    return members


def somebody_on(request, conference, slug: str):
    found = next((member for member in people_on(request, conference) if member.slug == slug), None)
    if found is None:
        raise Http404
    return found


@sees("see_invitees")
def show_map(request, conference, ring=""):
    """The rings with everybody in it, or one ring drawn large."""
    if ring and ring not in Ring.values:
        return go(request, "circle:map")
    members = people_on(request, conference)
    may_choose_side = sides.sees_both(conference, viewer_of(request))
    drawn = drawing.draw(members, ties_among(members), zoom=ring, has_sides=may_choose_side)
    drawn.left, drawn.right = (sides.label(conference, side) for side in (Side.FIRST, Side.SECOND))
    page = {"drawing": drawn, "zoom": ring, "rings": rings_of(members), "may_choose_side": may_choose_side}
    return render(request, "circle/pages/map.html", {"conference": conference, "members": members, **page})


@sees("see_invitees")
def show_list(request, conference):
    """The same in words, with a button for every move."""
    members = people_on(request, conference)
    page = {"rings": rings_of(members), "may_choose_side": sides.sees_both(conference, viewer_of(request))}
    page["sides"] = sides.labels(conference)
    return render(request, "circle/pages/map_list.html", {"conference": conference, "members": members, **page})


def rings_of(members: list) -> list[dict]:
    return [{"ring": ring, "people": [member for member in members if member.ring == ring]} for ring in Ring]


@does("draw_circle")
def move_spot(request, conference):
    """One button or one tap: nearer, farther, or to a ring and a side."""
    who, _colon, how = request.POST.get("step", "").partition(":")
    member = get_object_or_404(placing.on_the_map(conference, request.hand), slug=request.POST.get("who") or who)
    member.conference = conference
    if how in placing.STEPS:
        placing.step(member, how, by=request.hand)
    else:
        placing.place(member, **placing.asked(request.POST, how), by=request.hand)
    is_drawn = request.POST.get("back") == "map"
    answer = go(request, "circle:map" if is_drawn else "circle:map_list")
    answer["Location"] += f"#{'kaart' if is_drawn else member.slug}"
    return answer


@fills_in("draw_circle")
def place(request, conference, member):
    """One person: how near, which side, and the people they belong to."""
    members = people_on(request, conference)
    member = next((other for other in members if other.slug == member), None) or somebody_on(
        request, conference, member
    )
    form = PlaceForm(posted(request), member, may_choose_side=sides.sees_both(conference, viewer_of(request)))
    if form.carry(partial(placing.place, member), by=request.hand):
        said(request, _("Bewaard."))
        return go(request, "circle:map_list")
    others = [other for other in members if other.pk != member.pk]
    page = {"member": member, "form": form, "ties": ties_of(member, members), "tie_form": TieForm(None, others)}
    return render(request, "circle/pages/place.html", {"conference": conference, **page})


def ties_of(member, members: list) -> list[dict]:
    """Whom somebody is tied to, as far as those are in sight."""
    known = {other.pk: other for other in members}
    found = [(tie, tie.other_id if tie.one_id == member.pk else tie.one_id) for tie in ties_among(members)]
    mine = [(tie, other) for tie, other in found if member.pk in (tie.one_id, tie.other_id)]
    return [{"kind": tie.in_words, "other": known[other]} for tie, other in mine]


@does("draw_circle")
def tie(request, conference, member):
    member = somebody_on(request, conference, member)
    form = TieForm(request.POST, [other for other in people_on(request, conference) if other.pk != member.pk])
    if form.carry(partial(Tie.tie, member), by=request.hand):
        said(request, _("De lijn is getekend."))
    return go(request, "circle:place", member.slug)


@does("draw_circle")
def loosen(request, conference, member, other):
    pair = sorted(somebody_on(request, conference, slug).pk for slug in (member, other))
    get_object_or_404(Tie.objects.select_related("one", "other"), one=pair[0], other=pair[1]).loosen(by=request.hand)
    return go(request, "circle:place", member)


@does("draw_circle")
def remember(request, conference, member):
    member = somebody_on(request, conference, member)
    placing.remember(member, by=request.hand)
    said(request, _("%(name)s blijft op de kaart. We sturen niets.") % {"name": member.name})
    return go(request, "circle:place", member.slug)


@does("draw_circle")
def correct(request, conference, member):
    placing.correct(somebody_on(request, conference, member), by=request.hand)
    return go(request, "circle:place", member)


@sees("see_invitees")
def print_empty(request, conference):
    """Rings without names, to fill in together with a pen."""
    return given(empty_map.as_pdf(conference), "kaart.pdf", is_shown=True)


@fills_in("keep_apart")
def apart(request, conference):
    """Two sides, two lists."""
    form = ApartForm(posted(request), conference.main_people)
    if form.carry(partial(sides.keep_apart, conference), by=request.hand):
        said(request, _("Er zijn nu twee kanten, elk met een eigen lijst."))
        return go(request, "circle:apart")
    page = {"form": form, "sides": sides.TwoSides.of(conference), "unsorted": placing.without_a_side(conference)}
    page["may_sort"] = "bring_together" in request.allowed
    return render(request, "circle/pages/apart.html", {"conference": conference, **page})


@does("bring_together")
def together(request, conference):
    sides.bring_together(conference, by=request.hand)
    said(request, _("Er is weer één lijst."))
    return go(request, "circle:apart")
