"""Who answers for a conference: taken over, given over to a colleague, or sent to the region its place belongs to."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.journal import JournalEntry
from kring.conference.models import Conference, Overtaken
from kring.foundation.posting import post
from kring.foundation.refusals import Refusal
from kring.people.models import Desk, Person
from kring.referral.routing import take_over
from kring.region.models import Municipality, Region


class NoRegionThere(Refusal):
    message = _("Deze gemeente heeft nog geen regio. Neem de aanvraag zelf over, of kies een andere gemeente.")


class NotAColleague(Refusal):
    message = _("Kies een andere regiomanager.")
    field = "to"


def tell(person: Person, letter: str, conference: Conference, **words) -> None:
    """One message for this change of hands: to who answers now, or to who no longer has to."""
    is_theirs = conference.manager == person
    where = reverse("conference:show", args=[conference.slug]) if is_theirs else reverse("oversight:desk")
    key = f"{letter}:{conference.slug}:{conference.journal.count()}:{person.slug}"
    post(
        person,
        f"oversight/letters/{letter}.txt",
        words,
        key=key,
        about=conference if is_theirs else None,
        link_path=where,
    )


@transaction.atomic
def take(conference: Conference, *, by: Person, region: Region | None = None) -> None:
    """«Neem over»: who answered until now hears that it is in other hands."""
    before = conference.manager
    take_over(conference, by=by, region=region)
    if before and before != by:
        tell(before, "taken", conference)


@transaction.atomic
def give_over(conference: Conference, *, to: Person, by: Person | Hand) -> None:
    """«Geef over aan …»: a colleague answers from now on, and coaches when the giver did; both are told."""
    hand = conference.write_down("give_over", by=by)
    if to == hand.by or not to.is_active or Desk.MANAGER not in to.seats():
        raise NotAColleague
    roles = conference.roles_of(hand.by) & {Role.REGIONAL_MANAGER, Role.COACH}
    conference.unseat(hand.by, *roles)
    for role in sorted(roles):
        conference.seat(to, role)
    tell(to, "given", conference, is_urgent=conference.is_urgent)
    tell(hand.by, "gave", conference)


@transaction.atomic
def route(conference: Conference, *, municipality: Municipality, by: Person) -> None:
    """The place was known after all: to the regiomanager of its municipality. Nothing else is remembered (A32)."""
    region = municipality.region
    if region is None:
        raise NoRegionThere
    where = {"region": region, "municipality": municipality}
    if not Conference.objects.filter(pk=conference.pk, region=None).exclude(phase="closed").update(**where):
        raise Overtaken
    conference.region, conference.municipality = region, municipality
    conference.seat(region.answers, Role.REGIONAL_MANAGER)
    JournalEntry.write(conference, "route", Hand.of(by), before=conference.phase, after=conference.phase)
    if region.answers != by:
        tell(region.answers, "given", conference, is_urgent=conference.is_urgent)
