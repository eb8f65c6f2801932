"""«Ik wil eerst praten»: somebody is called back, and may take it back (A36)."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kring.foundation.posting import post
from kring.foundation.workdays import is_working_day, working_days_after
from kring.people.models import Organisation
from kring.referral.models import Enquiry
from kring.referral.routing import managers

GOING_HOME = 17  # whoever leaves a number after this hour is seen on the next working day


@transaction.atomic
def enquire(*, form_token: str, **about) -> Enquiry:
    """A phone number on the list of every regiomanager, no conference; the same form sent twice is one number."""
    enquiry, is_new = Enquiry.objects.get_or_create(slug=form_token, defaults=about)
    if is_new:
        keep_the_place(enquiry) or tell_managers(enquiry)
    return enquiry


def keep_the_place(enquiry: Enquiry) -> bool:
    """Who asks again keeps the moment of the first time, and is announced once."""
    first = enquiry.same_number().exclude(pk=enquiry.pk).order_by("asked_at").first()
    if first:
        enquiry.asked_at = first.asked_at
        enquiry.save(update_fields=["asked_at"])
    return first is not None


def tell_managers(enquiry: Enquiry) -> None:
    for manager in managers():
        key = f"enquiry:{enquiry.slug}:{manager.slug}"
        post(manager, "referral/letters/enquiry.txt", {}, key=key, link_path=reverse("oversight:desk"))


def take_back(token: str) -> bool:
    """«Toch niet»: the name and the number are gone at once. False when there was nothing left to take back."""
    gone, _models = Enquiry.objects.filter(slug=token, called_at=None).delete()
    return gone > 0


def seen_on(moment: datetime) -> date:
    """The working day on which somebody here sees what came in at this moment."""
    local = timezone.localtime(moment)
    if is_working_day(local.date()) and local.hour < GOING_HOME:
        return local.date()
    return working_days_after(local.date(), 1)


def called_by(moment: datetime) -> date:
    """The day on which we will have called at the latest."""
    return working_days_after(seen_on(moment), Organisation.current().contact_days)
