"""What getting ready asks: an appointment to know of, what is still missing, and for the coach alone what is quiet."""

from django.utils import timezone
from django.utils.translation import gettext as _

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import VISITORS, Conference
from kring.conference.prompting import Prompt, asks
from kring.foundation.templatetags.house import at_time, day
from kring.preparation.asking import known, prepared
from kring.preparation.noticing_quiet import signals
from kring.preparation.preparing import How


@asks("say_when_reachable")
def we_speak_each_other(conference: Conference, hand: Hand) -> Prompt | None:
    """The appointment, for who it is with; a professional without one is asked when to call (A37)."""
    now, at_work = known(conference, hand.name_of), bool(conference.roles_of(hand.name_of) & VISITORS)
    if now.my_talk_at and now.my_talk_at > timezone.now():
        text = f"{day(now.my_talk_at).capitalize()}, {at_time(now.my_talk_at)}, {How(now.my_talk_how).label}."
        title = _("U heeft een afspraak met de coördinator") if at_work else _("Je spreekt de coördinator")
        return Prompt(title, "preparation:reachable", _("Past het niet?"), text, weight=38)
    if not at_work or now.knows_when_to_call or now.i_am_prepared:
        return None
    text = _("De coördinator spreekt ook u vóór de dag. Een bericht is daarvoor niet genoeg.")
    return Prompt(_("Wanneer bent u te bereiken?"), "preparation:reachable", _("Zeg wanneer"), text, weight=42)


@asks("mark_ready")
def what_is_still_needed(conference: Conference, hand: Hand) -> Prompt | None:
    if hand.is_for_someone_else:
        return None
    if (preparation := prepared(conference, hand.name_of)) and preparation.is_ready:
        if somebody_came_along(conference, preparation):
            text = _("Iemand kwam erbij nadat u «klaar» zei. Bereid die ook voor.")
            return Prompt(_("Nog niet alles is klaar"), "preparation:ready", _("Naar de lijst"), text, weight=12)
        return Prompt(_("Alles is klaar voor de dag"), "preparation:ready", _("Naar de lijst"), weight=45)
    text = _("De vraag, de dag, en iedereen persoonlijk voorbereid.")
    return Prompt(_("Wat is er nog nodig voor de dag?"), "preparation:ready", _("Naar de lijst"), text, weight=45)


def somebody_came_along(conference: Conference, preparation) -> bool:
    later = conference.members.expected().filter(invited_at__gt=preparation.ready_at)
    return later.exclude(person__personalpreparation__conference=conference).exists()


@asks("coach")
def look_along(conference: Conference, hand: Hand) -> list[Prompt]:
    """To the coach, never to the coordinator it is about, and never to who asked for the conference."""
    if (
        hand.is_for_someone_else
        or Role.COACH not in conference.roles_of(hand.by)
        or conference.phase != Phase.PREPARATION
    ):
        return []
    text = _("Bel de coördinator als collega. Aan de familie vraagt u niets: zij bepaalt het tempo.")
    return [
        Prompt(sentence, "matching:coaching", _("Naar sparren"), text, weight=25)
        for sentence in signals(known(conference, hand.name_of))
    ]
