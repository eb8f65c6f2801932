"""What finding a coordinator asks of somebody now: to choose, to call, to say who it should be, to talk."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.conference.prompting import Prompt, asks, looks_into
from kring.foundation.templatetags.house import day
from kring.matching.checking import alike_now
from kring.matching.coaching import CoachingTalk
from kring.matching.handing_over import HandOver, Why
from kring.matching.models import FirstContact, Offer
from kring.matching.wishing import how_met, wishes_of

looks_into("see_coordinator", "matching:who", gettext_lazy("Jullie coördinator"))
looks_into("hand_over", "matching:hand_over", gettext_lazy("Coördinator en coach"))
looks_into("see_coaching", "matching:coaching", gettext_lazy("Sparren"))
looks_into("know_them", "matching:know_them", gettext_lazy("Ik ken iemand van hen"))


@asks("offer")
def find_a_coordinator(conference: Conference, hand: Hand) -> Prompt | None:
    """The regiomanager offers it to somebody, or waits for an answer."""
    if hand.is_for_someone_else:
        return None
    running = None if conference.phase == Phase.MATCHING else HandOver.running(conference)
    if conference.phase != Phase.MATCHING and running is None:
        return None
    waiting = [offer.coordinator.person.get_full_name() for offer in asked_now(conference)]
    if waiting:
        return Prompt(
            title=_("Wacht op antwoord van %(names)s") % {"names": ", ".join(waiting)},
            url="matching:find", button=_("Bekijk of vraag nog iemand"), weight=30,
        )  # fmt: skip
    title = _("Zoek een andere coördinator") if running else _("Zoek een coördinator")
    why = f"{running.get_why_display()}." if running else ""
    text = why[:1].upper() + why[1:]
    return Prompt(title=title, text=text, url="matching:find", button=_("Bekijk wie er past"), weight=10)


def asked_now(conference: Conference):
    return Offer.objects.open().filter(conference=conference).select_related("coordinator__person")[:5]


@asks("make_first_contact")
def make_the_first_contact(conference: Conference, hand: Hand) -> Prompt | None:
    """The coordinator calls within a few days (A35); who took over does so too; who waits for the family, waits."""
    if hand.is_for_someone_else:
        return None
    running = HandOver.running(conference)
    if running and running.why == Why.WAITS:
        text = _("De familie wacht op iemand die beter past. De regiomanager zoekt verder.")
        return Prompt(title=_("Wacht nog met contact"), text=text, weight=5)
    taken = HandOver.just_taken(conference, hand.by)
    if taken is None and FirstContact.objects.filter(conference=conference).exists():
        return None
    people = [f"{person.get_full_name()} {person.phone}".strip() for person in conference.main_people]
    title = _("Maak binnen enkele dagen kennis") if taken else _("Zoek binnen enkele dagen contact")
    return Prompt(
        title=title, text=", ".join(people),
        url="matching:first_contact", button=_("Eerste contact vastleggen"), weight=5,
    )  # fmt: skip


@asks("know_them")
def another_is_looked_for(conference: Conference, hand: Hand) -> Prompt | None:
    """The coordinator who said to know somebody hears what happens now."""
    running = None if hand.is_for_someone_else else HandOver.running(conference)
    if running is None or running.why != Why.KNOWS:
        return None
    text = _("Dank u wel dat u het zei. De regiomanager zoekt iemand anders. Begin intussen niets nieuws.")
    return Prompt(title=_("We zoeken een andere coördinator"), text=text, weight=4)


@asks("know_them")
def something_is_alike(conference: Conference, hand: Hand) -> Prompt | None:
    """Somebody joined whose work, name or number is like the coordinator's own: is that a tie (R-IND-1)?"""
    if hand.is_for_someone_else or conference.phase != Phase.PREPARATION or not alike_now(conference):
        return None
    text = _("Iemand die erbij kwam, lijkt iets met u te maken te hebben: werk, naam, adres of nummer.")
    return Prompt(
        title=_("Kent u iemand van hen?"), text=text, url="matching:know_them", button=_("Geef antwoord"), weight=6
    )


@asks("ask_for_another")
def here_is_your_coordinator(conference: Conference, hand: Hand) -> Prompt | None:
    """The main person hears who it is until they have met, and that somebody else is possible."""
    if hand.is_for_someone_else:
        return None
    if running := HandOver.running(conference):
        return somebody_else_comes(conference, running)
    if conference.coordinator is None or conference.phase != Phase.PREPARATION:
        return None
    if question := not_all_is_met(conference):
        return question
    if FirstContact.objects.filter(conference=conference).exists():
        return None
    name = {"name": conference.coordinator.first_name}
    text = _("%(name)s zoekt binnen enkele dagen contact. Liever iemand anders? Dat mag, een reden hoeft niet.")
    return Prompt(
        title=_("%(name)s is je coördinator") % name, text=text % name, url="matching:who",
        button=_("Kijk wie het is"), weight=40,
    )  # fmt: skip


def not_all_is_met(conference: Conference) -> Prompt | None:
    """A wish that could not be met is asked about once: good so, rather wait, or rather somebody else (R-IND-4)."""
    made = Offer.that_led_to(conference)
    if made is None or made.family_said:
        return None
    unmet = [met.wish.words for met in how_met(made.coordinator, wishes_of(conference)) if met.how == "no"]
    if not unmet:
        return None
    text = _("%(name)s past bij jullie regio, maar niet bij: %(wishes)s. Zeg maar wat je liever hebt.")
    name = conference.coordinator.first_name
    return Prompt(
        title=_("Is %(name)s goed als coördinator?") % {"name": name},
        text=text % {"name": name, "wishes": ", ".join(unmet)}, url="matching:another",
        button=_("Zeg wat je wilt"), weight=12,
    )  # fmt: skip


def somebody_else_comes(conference: Conference, running: HandOver) -> Prompt:
    stays = conference.coordinator if running.why != Why.WAITS else None
    text = _("%(name)s blijft tot die er is.") % {"name": stays.first_name} if stays else ""
    return Prompt(
        title=_("We zoeken een andere coördinator"), text=text or _("Je hoort van ons wie het wordt."),
        url="matching:who", button=_("Bekijk"), weight=35,
    )  # fmt: skip


@asks("coach")
def talk_as_colleagues(conference: Conference, hand: Hand) -> Prompt | None:
    """Whoever was asked to talk sees so; who asked waits for the call."""
    if hand.is_for_someone_else or (talk := CoachingTalk.asked(conference)) is None:
        return None
    if (hand.by == conference.coordinator) == talk.asked_by_coordinator:
        return None
    asker = (conference.coordinator if talk.asked_by_coordinator else conference.coach) or hand.by
    return Prompt(
        title=_("%(name)s wil met u sparren") % {"name": asker.get_full_name()}, text=asker.shown_phone,
        url="matching:coaching", button=_("Bekijk"), weight=20,
    )  # fmt: skip


@asks("coach")
def come_along(conference: Conference, hand: Hand) -> Prompt | None:
    """Who is still in training does the day with a coach beside; both read when that is (R-IND-5)."""
    coordinator, coach = conference.coordinator, conference.coach
    if hand.is_for_someone_else or coordinator is None or coach is None or conference.phase != Phase.PREPARATION:
        return None
    if not getattr(getattr(coordinator, "coordinator_profile", None), "is_in_training", False):
        return None
    fixed = getattr(getattr(conference, "preparation", None), "starts_at", None)  # a later room fixes the day
    who = {"coach": coach.first_name, "name": coordinator.first_name, "day": day(fixed)}
    mine = _("U gaat als coach mee met %(name)s") if hand.by == coach else _("%(coach)s gaat als coach met u mee")
    text = _("De bijeenkomst is op %(day)s.") if fixed else _("Zodra de dag vaststaat, leest u die hier.")
    return Prompt(title=mine % who, text=text % who, weight=45)
