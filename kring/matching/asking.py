"""What finding a coordinator asks of somebody now: to choose, to call, to talk as colleagues."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.conference.prompting import Prompt, asks, looks_into
from kring.matching.models import CoachingTalk, FirstContact, Offer

looks_into("see_coaching", "matching:coaching", gettext_lazy("Sparren"))


@asks("offer")
def find_a_coordinator(conference: Conference, hand: Hand) -> Prompt | None:
    """The regiomanager offers it to somebody, or waits for an answer."""
    if hand.is_for_someone_else:
        return None
    waiting = [offer.coordinator.person.get_full_name() for offer in asked_now(conference)]
    if waiting:
        return Prompt(
            title=_("Wacht op antwoord van %(names)s") % {"names": ", ".join(waiting)},
            url="matching:find", button=_("Bekijk of vraag nog iemand"), weight=30,
        )  # fmt: skip
    return Prompt(title=_("Zoek een coördinator"), url="matching:find", button=_("Bekijk wie er past"), weight=10)


def asked_now(conference: Conference):
    return Offer.objects.open().filter(conference=conference).select_related("coordinator__person")[:5]


@asks("make_first_contact")
def make_the_first_contact(conference: Conference, hand: Hand) -> Prompt | None:
    """The coordinator calls within a few days (A35)."""
    if hand.is_for_someone_else or FirstContact.objects.filter(conference=conference).exists():
        return None
    people = [f"{person.get_full_name()} {person.phone}".strip() for person in conference.main_people]
    return Prompt(
        title=_("Zoek binnen enkele dagen contact"), text=", ".join(people),
        url="matching:first_contact", button=_("Eerste contact vastleggen"), weight=5,
    )  # fmt: skip


@asks("agree_to_someone")
def here_is_your_coordinator(conference: Conference, hand: Hand) -> Prompt | None:
    """The main person hears who it is, until they have met."""
    if conference.phase != Phase.PREPARATION or hand.is_for_someone_else or conference.coordinator is None:
        return None
    if FirstContact.objects.filter(conference=conference).exists():
        return None
    name = {"name": conference.coordinator.first_name}
    text = _("%(name)s zoekt binnen enkele dagen contact. Liever iemand anders? Bel ons, een reden hoeft niet.")
    return Prompt(title=_("%(name)s is je coördinator") % name, text=text % name, weight=40)


@asks("coach")
def talk_as_colleagues(conference: Conference, hand: Hand) -> Prompt | None:
    """Whoever was asked to talk sees so; who asked waits for the call."""
    if hand.is_for_someone_else or (talk := CoachingTalk.asked(conference)) is None:
        return None
    if (hand.by == conference.coordinator) == talk.asked_by_coordinator:
        return None
    asker = (conference.coordinator if talk.asked_by_coordinator else conference.coach) or hand.by
    return Prompt(
        title=_("%(name)s wil met u sparren") % {"name": asker.get_full_name()}, text=asker.phone,
        url="matching:coaching", button=_("Bekijk"), weight=20,
    )  # fmt: skip
