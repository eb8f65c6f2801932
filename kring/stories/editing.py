"""The editors: who they are, and the word they get on Wednesday when nothing stands ready."""

from datetime import date, datetime, time

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kring.foundation.posting import post
from kring.foundation.working import every_morning
from kring.people.models import Desk, Person, Seat
from kring.stories import fridays
from kring.stories.models import FridayStory
from kring.stories.refusals import IsKnown

WARNED_ON = (2, 3)  # Wednesday; Thursday when nothing ran on Wednesday


def editors():
    return Person.objects.filter(is_active=True, seat__desk__in=[Desk.EDITOR, Desk.OFFICE]).distinct().order_by("pk")


@transaction.atomic
def give_a_seat(*, first_name: str, last_name: str, email: str) -> Person:
    """Somebody who writes or reads along; who works here already keeps the own seats."""
    person = Person.objects.filter(login_email=email.strip().lower()).first()
    if person is None:
        person = Person.objects.create_user(first_name, last_name=last_name, login_email=email)
    elif not person.is_active:
        person.is_active = True
        person.save(update_fields=["is_active"])
    _seat, is_new = Seat.objects.get_or_create(person=person, desk=Desk.EDITOR)
    if not is_new:
        raise IsKnown
    return person


@transaction.atomic
def take_the_seat(person: Person) -> None:
    """No editor any more; who has no other seat comes in no more."""
    Seat.objects.filter(person=person, desk=Desk.EDITOR).delete()
    if not Seat.objects.filter(person=person).exists():
        Person.objects.filter(pk=person.pk).update(is_active=False)
        person.end_sessions()


@every_morning("friday_queue")
def warn_when_empty(today: date) -> bool:
    """On Wednesday: is there a story for this Friday? If not, the editors hear it, once."""
    friday = fridays.coming(timezone.make_aware(datetime.combine(today, time.min)))
    if today.weekday() not in WARNED_ON or FridayStory.objects.filter(published_on=friday).exists():
        return False
    for person in editors():
        key = f"friday-empty:{friday}:{person.slug}"
        post(person, "stories/letters/empty_queue.txt", {}, key=key, link_path=reverse("stories:desk"))
    return True
