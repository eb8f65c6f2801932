"""After a no the door stays open: one tap asks the same regiomanager to call again (R-CON-6)."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kring.foundation.posting import post
from kring.people.models import Person
from kring.referral.answers import Answer, Says
from kring.referral.models import Enquiry, dialled


def no_of(person: Person) -> Answer | None:
    """The no this person said, as long as it is kept."""
    found = Answer.objects.filter(person=person, says=Says.NO).select_related("conference__region")
    return found.order_by("-at").first()


@transaction.atomic
def ask_again(answer: Answer) -> None:
    """A new call-back with the same regiomanager; nothing of what was asked before begins again by itself."""
    person, conference, now = answer.person, answer.conference, timezone.now()
    if person.phone:
        about = {"first_name": person.first_name, "phone": person.phone, "digits": dialled(person.phone)}
        about |= {"municipality": conference.municipality, "asked_at": now, "called_at": None, "called_by": None}
        waiting = Enquiry.objects.filter(slug=person.slug, called_at=None).exists()
        waiting or Enquiry.objects.update_or_create(slug=person.slug, defaults=about)
    manager = conference.manager or (conference.region and conference.region.answers)
    if manager:
        key = f"again:{conference.slug}:{person.slug}:{timezone.localdate(now).isoformat()}"
        where = reverse("oversight:desk") if person.phone else reverse("conference:show", args=[conference.slug])
        post(manager, "referral/letters/again.txt", {}, key=key, about=conference, link_path=where)
