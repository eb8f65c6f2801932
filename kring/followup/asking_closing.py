"""Where to end it well, to take everything along, and to begin again."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.circle.noticing import counted
from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.conference.prompting import About, Prompt, asks, looks_into
from kring.followup.closing import goes_soon
from kring.followup.reopening import those_of_then
from kring.foundation.templatetags.house import day

A_CIRCLE = 8  # then it is no longer early

looks_into("see_own_copy", "followup:own_copy", gettext_lazy("Alles zelf bewaren"), About.PLAN)
looks_into("close", "followup:close", gettext_lazy("Afronden"))
looks_into("reopen", "followup:reopen", gettext_lazy("Weer openen"))
looks_into("begin_anew", "followup:begin_anew", gettext_lazy("Een nieuwe conferentie vragen"))


@asks("see_own_copy")
def keep_it(conference: Conference, hand: Hand) -> Prompt | None:
    """Once it is closed, and a month before something goes once more, with its day."""
    if conference.phase != Phase.CLOSED:
        return None
    going = goes_soon(conference, timezone.localdate())
    text = _("Op %(day)s wissen we %(what)s.") % {"day": day(going.on), "what": going.what} if going else ""
    return Prompt(_("Bewaar alles zelf"), "followup:own_copy", _("Kijk hoe"), text, weight=10 if going else 60)


@asks("name_someone")
def ask_them_again(conference: Conference, hand: Hand) -> Prompt | None:
    """In a conference that grew from another one: who took part then may be asked anew."""
    is_theirs = Role.MAIN_PERSON in conference.roles_of(hand.name_of)
    if conference.phase not in (Phase.MATCHING, Phase.PREPARATION) or not is_theirs:
        return None
    if counted(conference)["in_circle"] >= A_CIRCLE or not those_of_then(conference):
        return None
    return Prompt(_("Wie deden vorige keer mee?"), "followup:name_again", _("Kies wie je weer vraagt"), weight=40)
