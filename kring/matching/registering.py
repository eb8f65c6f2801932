"""Letting somebody in as a coordinator, and asking one to call; their own number is shown to nobody."""

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kring.foundation.posting import post
from kring.matching.models import Offer
from kring.matching.portraits import Portrait
from kring.matching.register import Coordinator
from kring.people.models import Person


@transaction.atomic
def register(*, by: Person, **about) -> Coordinator:
    """Somebody new at the coordinators' desk, who is told how to log in."""
    one = Coordinator.register(**about)
    post(one.person, "matching/letters/welcome.txt", {"contact": by}, key=f"welcome:{one.person.slug}",
         sent_by=by, link_path=reverse("matching:about_me"))  # fmt: skip
    return one


@transaction.atomic
def ask_to_call(one: Coordinator, *, by: Person) -> None:
    """«Bel mij», once a day at most."""
    key = f"call-me:{one.person.slug}:{by.slug}:{timezone.localdate()}"
    post(one.person, "matching/letters/call_me.txt", {"contact": by}, key=key, sent_by=by)


@transaction.atomic
def stop(one: Coordinator) -> None:
    """No coordinator any more; the photo goes, what was done stays."""
    one.stop()
    Offer.objects.unanswered().filter(coordinator=one).update(withdrawn_at=timezone.now())
    Portrait.objects.filter(coordinator=one).delete()
