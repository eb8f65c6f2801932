"""Stories and readers for the scenes of this room, and a Friday to play on."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from kring.people.models import Desk, Person, Seat
from kring.stories import fridays
from kring.stories.appearing import How, StoryPerson, name_somebody
from kring.stories.models import FridayStory
from kring.stories.subscribing import Subscriber, subscribe

HERE = ZoneInfo("Europe/Amsterdam")
FRIDAY = date(2027, 3, 26)  # the last one in winter time
THAT_FRIDAY = datetime(2027, 3, 26, 9, 5, tzinfo=HERE)
TEXT = "Er was eens een moeder.\n\nEn toen kwam de buurman."


def editor(first_name: str = "Noor") -> Person:
    """A colleague of Henk, for a second pair of eyes."""
    person = Person.objects.create_user(first_name, login_email=f"{first_name.lower()}@kring.example")
    Seat.objects.create(person=person, desk=Desk.EDITOR)
    return person


def invented(title: str = "De buurman en de fiets", *, on: date | None = None, by: Person | None = None) -> FridayStory:
    """A story of nobody, read over; on a Friday it has that Friday."""
    story = FridayStory.write(title=title, text=TEXT, is_invented=True, by=by)
    if on:
        story.look_over(by=Person.objects.filter(seat__desk=Desk.OFFICE).first())
        story.publish_on(on)
    return story


def out(title: str = "De buurman en de fiets", *, weeks_ago: int = 0) -> FridayStory:
    return invented(title, on=fridays.last() - weeks_ago * timedelta(days=7))


def of_somebody(cast, *, agreed: bool = True) -> tuple[FridayStory, StoryPerson]:
    """A true story by Henk with one mother in it."""
    story = FridayStory.write(title="De sleutel", text=TEXT, by=cast.henk)
    person = name_somebody(story, name="Mevrouw De Vries", email="moeder@thuis.example")
    story.change_names(by=cast.henk)
    if agreed:
        person.agree(version=story.version, how=How.PAPER, by=cast.henk, note="handtekening")
    story.refresh_from_db()
    return story, StoryPerson.objects.get(pk=person.pk)


def reader(address: str = "lezer@thuis.example") -> Subscriber:
    """Somebody who said yes twice, long ago."""
    found = subscribe(address)
    long_ago = datetime(2020, 1, 1, tzinfo=HERE)
    Subscriber.objects.filter(pk=found.pk).update(confirmed_at=long_ago, wait_until=long_ago)
    found.refresh_from_db()
    return found


def readers(number: int) -> list[Subscriber]:
    return [reader(f"lezer{n}@thuis.example") for n in range(number)]


def today() -> date:
    return timezone.localdate()
