"""Readers of the Friday story in the database at hand, a story for them, and the moment it begins to go out."""

import json
import sys
import time

import django
from django.db import transaction

PILE = 5000


def fill(number: int) -> dict:
    """So many readers who said yes, a story, and the pages to ask for meanwhile."""
    from django.test.client import Client

    from bench.country import Country
    from bench.family import BusyFamily
    from bench.filling import cookie_of
    from kring.management.opening import make_ready

    make_ready()
    with transaction.atomic():
        country = Country(150)
        country.fill()
        family = BusyFamily(country)
        family.move_in()
        story = a_story()
    for start in range(0, number, PILE):
        subscribe(range(start, min(start + PILE, number)))
    return {
        "pages": [
            {
                "name": "family page",
                "path": f"/c/{family.conference.slug}/",
                "cookie": cookie_of(family.main, Client()),
            },
            {"name": "the story", "path": f"/vrijdagverhalen/{story.slug}/", "cookie": ""},
            {"name": "home", "path": "/", "cookie": ""},
        ]
    }


def a_story():
    """Six hundred words of nobody, read over."""
    from kring.people.models import Person
    from kring.stories import fridays
    from kring.stories.models import FridayStory

    text = "\n\n".join(["Er waren negen stoelen, en er kwamen elf mensen. " * 12] * 6)
    story = FridayStory.write(title="Negen stoelen", text=text, is_invented=True)
    story.look_over(by=Person.objects.first())
    story.publish_on(fridays.last())
    return story


def subscribe(numbers: range) -> None:
    from django.utils import timezone

    from kring.stories.subscribing import Subscriber, fingerprint

    now = timezone.now()
    rows = (f"lezer{number}@postbus{number % 97}.example" for number in numbers)
    Subscriber.objects.bulk_create(
        Subscriber(address=address, fingerprint=fingerprint(address), confirmed_at=now) for address in rows
    )


def begin() -> dict:
    """As the worker does at nine on Friday, whatever day it is; and how long that took."""
    from django.utils import timezone

    from kring.stories import fridays
    from kring.stories.models import FridayStory
    from kring.stories.sending import SILENCE, FridayRound, send_round

    began, now = time.perf_counter(), timezone.now()
    with transaction.atomic():
        story = FridayStory.objects.get(published_on=fridays.last(now))
        found = FridayRound.objects.create(friday=story.published_on, story=story, began_at=now, beat_at=now - SILENCE)
        if found.take_up(now):
            send_round.enqueue(found.pk)
    return {"queued": time.perf_counter() - began}


if __name__ == "__main__":
    django.setup()
    print(json.dumps(begin() if sys.argv[1] == "begin" else fill(int(sys.argv[1]))))
