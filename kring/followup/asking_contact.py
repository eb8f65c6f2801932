"""What asks the organisation to phone, and who may close."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.conference.prompting import About, Prompt, asks, looks_into

FIRST_CONTACT = timedelta(weeks=4)
HALF_A_YEAR = timedelta(weeks=26)

looks_into("record_contact", "followup:contact", gettext_lazy("Opvolggesprekken"), About.PLAN)
looks_into("close", "followup:close", gettext_lazy("Afronden"))


@asks("record_contact")
def phone_them(conference: Conference, hand: Hand) -> Prompt | None:
    """A person phones after four to six weeks; that the coordinator does, and without one the regiomanager."""
    is_mine = hand.by == (conference.coordinator or conference.manager)
    is_time = timezone.now() >= conference.moved_at + FIRST_CONTACT
    if not is_mine or not is_time or conference.contacts.filter(on__gte=conference.moved_at.date()).exists():
        return None
    title = _("Bel %(names)s: hoe gaat het?") % {"names": conference.names}
    text = _("Vraag of het loopt, en of zij hulp willen om weer bij elkaar te komen. Meer niet.")
    return Prompt(title, "followup:contact", _("Leg het gesprek vast"), text, weight=20)


@asks("record_contact")
def phone_them_again(conference: Conference, hand: Hand) -> Prompt | None:
    """Where people had to be kept apart somebody calls once more, as far as they agreed to it (R-SAF-7)."""
    again = conference.moved_at + HALF_A_YEAR
    if hand.is_for_someone_else or hand.by != conference.coordinator or timezone.now() < again:
        return None
    if not conference.safety_notes.apart().exists() or conference.contacts.filter(on__gte=again.date()).exists():
        return None
    text = _("Alleen als zij dat goed vinden. Vraag het aan ieder apart.")
    return Prompt(_("Bel nog eens: hoe is het nu?"), "followup:contact", _("Leg het gesprek vast"), text, weight=21)
