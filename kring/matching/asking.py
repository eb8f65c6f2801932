"""What finding a coordinator asks of somebody now: to choose, to call, to say who it should be, to talk."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.conference.prompting import Prompt, asks, looks_into
from kring.foundation.templatetags.house import day
from kring.matching.checking import alike_now, joined_since
from kring.matching.handing_over import Why
from kring.matching.models import Offer
from kring.matching.standing import standing

looks_into("see_coordinator", "matching:who", gettext_lazy("Jullie coördinator"))
looks_into("hand_over", "matching:hand_over", gettext_lazy("Coördinator en coach"))
looks_into("see_coaching", "matching:coaching", gettext_lazy("Sparren"))
looks_into("know_them", "matching:know_them", gettext_lazy("Ik ken iemand van hen"))


@asks("offer")
def find_a_coordinator(conference: Conference, hand: Hand) -> Prompt | None:
    """The regiomanager offers it to somebody, or waits for an answer."""
    if hand.is_for_someone_else:
        return None
    now = standing(conference)
    running = "" if conference.phase == Phase.MATCHING else now["why"]
    if running is None:
        return None
    waiting = [offer.coordinator.person.get_full_name() for offer in asked_now(conference)] if now["is_offered"] else []
    if waiting:
        return Prompt(
            title=_("Wacht op antwoord van %(names)s") % {"names": ", ".join(waiting)},
            url="matching:find", button=_("Bekijk of vraag nog iemand"), weight=30,
        )  # fmt: skip
    title = _("Zoek een andere coördinator") if running else _("Zoek een coördinator")
    why = f"{Why(running).label}." if running else ""
    text = why[:1].upper() + why[1:]
    return Prompt(title=title, text=text, url="matching:find", button=_("Bekijk wie er past"), weight=10)


def asked_now(conference: Conference):
    return Offer.objects.open().filter(conference=conference).select_related("coordinator__person")[:5]


@asks("make_first_contact")
def make_the_first_contact(conference: Conference, hand: Hand) -> Prompt | None:
    """The coordinator calls within a few days (A35); who took over does so too; who waits for the family, waits."""
    if hand.is_for_someone_else:
        return None
    now = standing(conference)
    if now["why"] == Why.WAITS:
        text = _("De familie wacht op iemand die beter past. De regiomanager zoekt verder.")
        return Prompt(title=_("Wacht nog met contact"), text=text, weight=5)
    taken = now["just_took_over"]
    if now["was_met"] and not taken:
        return None
    people = [f"{person.get_full_name()} {person.phone}".strip() for person in conference.main_people]
    return Prompt(
        title=when_to_call(conference, taken), text=", ".join(people),
        url="matching:first_contact", button=_("Eerste contact vastleggen"), weight=5,
    )  # fmt: skip


def when_to_call(conference: Conference, taken: bool) -> str:
    """Days, or with urgency the same day (A53)."""
    if conference.is_urgent:
        return _("Maak vandaag nog kennis") if taken else _("Zoek vandaag nog contact")
    return _("Maak binnen enkele dagen kennis") if taken else _("Zoek binnen enkele dagen contact")


@asks("know_them")
def another_is_looked_for(conference: Conference, hand: Hand) -> Prompt | None:
    """The coordinator who said to know somebody hears what happens now."""
    if hand.is_for_someone_else or standing(conference)["why"] != Why.KNOWS:
        return None
    text = _("Dank u wel dat u het zei. De regiomanager zoekt iemand anders. Begin intussen niets nieuws.")
    return Prompt(title=_("We zoeken een andere coördinator"), text=text, weight=4)


@asks("know_them")
def something_is_alike(conference: Conference, hand: Hand) -> Prompt | None:
    """Somebody joined whose work, name or number is like the coordinator's own: is that a tie (R-IND-1)?"""
    if hand.is_for_someone_else or conference.phase != Phase.PREPARATION:
        return None
    if not joined_since(conference, standing(conference)["appointed_at"]) or not alike_now(conference):
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
    now = standing(conference)
    if now["why"]:
        return somebody_else_comes(conference, now["why"])
    if conference.coordinator is None or conference.phase != Phase.PREPARATION:
        return None
    if now["asks_family"]:
        return not_all_is_met(conference)
    if now["was_met"] and not now["just_took_over"]:
        return None
    name = {"name": conference.coordinator.first_name}
    text = _("%(name)s zoekt binnen enkele dagen contact. Liever iemand anders? Dat mag, een reden hoeft niet.")
    if conference.is_urgent:
        text = _(
            "%(name)s zoekt snel contact, het liefst vandaag. Liever iemand anders? Dat mag, een reden hoeft niet."
        )
    return Prompt(
        title=_("%(name)s is je coördinator") % name, text=text % name, url="matching:who",
        button=_("Kijk wie het is"), weight=40,
    )  # fmt: skip


def not_all_is_met(conference: Conference) -> Prompt:
    """A wish that could not be met is asked about once: good so, rather wait, or rather somebody else (R-IND-4)."""
    name = {"name": conference.coordinator.first_name}
    text = _("Niet alles wat je wenste, past bij %(name)s. Zeg maar wat je liever hebt.") % name
    return Prompt(
        title=_("Is %(name)s goed als coördinator?") % name, text=text, url="matching:another",
        button=_("Zeg wat je wilt"), weight=12,
    )  # fmt: skip


def somebody_else_comes(conference: Conference, why: str) -> Prompt:
    stays = conference.coordinator if why != Why.WAITS else None
    text = _("%(name)s blijft tot die er is.") % {"name": stays.first_name} if stays else ""
    return Prompt(
        title=_("We zoeken een andere coördinator"), text=text or _("Je hoort van ons wie het wordt."),
        url="matching:who", button=_("Bekijk"), weight=35,
    )  # fmt: skip


@asks("coach")
def talk_as_colleagues(conference: Conference, hand: Hand) -> Prompt | None:
    """Whoever was asked to talk sees so; who asked waits for the call."""
    by_coordinator = None if hand.is_for_someone_else else standing(conference)["talk_asked"]
    if by_coordinator is None or (hand.by == conference.coordinator) == by_coordinator:
        return None
    asker = (conference.coordinator if by_coordinator else conference.coach) or hand.by
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
    now = standing(conference)
    if not now["in_training"]:
        return None
    fixed = now["day"]
    who = {"coach": coach.first_name, "name": coordinator.first_name, "day": day(fixed)}
    mine = _("U gaat als coach mee met %(name)s") if hand.by == coach else _("%(coach)s gaat als coach met u mee")
    text = _("De bijeenkomst is op %(day)s.") if fixed else _("Zodra de dag vaststaat, leest u die hier.")
    return Prompt(title=mine % who, text=text % who, weight=45)
