"""Fills the database at hand with circles behind their doors, each with a room and devices that are signed in."""

import json
import os
import sys
from uuid import uuid4

import django

NOTES = 12  # what stands in a room already
STEP, TAG, NONCE, SALT = 256, 16, 12, 16


def main(rooms: int, devices: int) -> dict:
    """The rooms with the cookies of their devices, and the pages of the busiest family beside them."""
    django.setup()
    from django.db import transaction
    from django.test.client import Client

    from bench.country import Country
    from bench.family import BusyFamily
    from bench.filling import cookie_of
    from kring.management.opening import make_ready

    make_ready()
    with transaction.atomic():
        country = Country(200)
        country.fill()
        family = BusyFamily(country)
        family.move_in()
        circles = [Circle(country, devices) for _number in range(rooms)]
    with transaction.atomic():
        told = [circle.told(lambda person: cookie_of(person, Client())) for circle in circles]
        cookie = cookie_of(family.main, Client())
    return {"rooms": told, "cookie": cookie, "home": page("conference:show", family), "pages": pages(family)}


class Circle:
    """A main person and the others, with the door closed and some notes in the room."""

    def __init__(self, country, devices: int):
        from kring.conference.access import Phase, Role
        from kring.conference.models import Conference, Participant
        from kring.meeting.models import Meeting
        from kring.people.models import Person

        where = {"region": country.regions[0], "municipality": country.towns[0]}
        self.conference = Conference.objects.create(phase=Phase.PRIVATE_TIME, **where)
        self.people = Person.objects.bulk_create([country.someone() for _number in range(devices)])
        roles = [Role.MAIN_PERSON] + [Role.CIRCLE_MEMBER] * (devices - 1)
        seats = [*zip(self.people, roles, strict=True), (country.coordinators[0], Role.COORDINATOR)]
        Participant.objects.bulk_create(
            Participant(conference=self.conference, person=person, role=role) for person, role in seats
        )
        self.room = self.furnish(Meeting.objects.create(conference=self.conference, round=1))

    def furnish(self, meeting):
        """Chance in the form of what a browser seals: the server can tell no difference."""
        from kring.foundation.addresses import new_slug
        from kring.meeting.sealing import SealedNote, SealedRoom

        seals = {f"{name}_nonce": os.urandom(NONCE) for name in ("check", "words")}
        seals |= {f"{name}_text": os.urandom(STEP + TAG) for name in ("check", "words")}
        room = SealedRoom.objects.create(slug=new_slug(), meeting=meeting, salt=os.urandom(SALT), **seals)
        SealedNote.objects.bulk_create(
            SealedNote(room=room, uuid=uuid4(), nonce=os.urandom(NONCE), ciphertext=os.urandom(STEP + TAG))
            for _number in range(NOTES)
        )
        return room

    def told(self, cookie_of) -> dict:
        cookies = [cookie_of(person) for person in self.people]
        return {"conference": self.conference.slug, "room": self.room.slug, "cookies": cookies}


def page(name: str, family) -> str:
    from django.urls import reverse

    return reverse(name, args=[family.conference.slug])


def pages(family) -> list[dict]:
    """What a family looks at on its phone."""
    names = {
        "home": "conference:show", "circle": "circle:show", "map": "circle:map", "say": "circle:say",
        "days": "preparation:dates", "conditions": "conditions:show", "question": "preparation:question",
    }  # fmt: skip
    return [{"name": name, "path": page(url, family)} for name, url in names.items()]


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]), int(sys.argv[2]))))
