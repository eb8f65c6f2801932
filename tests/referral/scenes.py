"""What happens in many tests of the request: somebody asked, somebody was spoken with, a birthday comes."""

import re
from datetime import date

from django.utils import timezone

from kring.conference.models import Conference
from kring.people.models import Channel, Person
from kring.referral.models import Referral, Requester
from kring.referral.receiving import receive

SELF = {"name": "Ans de Boer", "phone": "06 33 00 00 01"}
NEAR = {"name": "Zoë Şahin", "otherwise": "via het buurthuis", "main_first_name": "Gerrit"}
WORK = {"name": "Tom de Wit", "email": "tom@school.example", "main_first_name": "Naima"}
ROUTES = {"voor-mijzelf": SELF, "voor-iemand": NEAR, "als-professional": WORK}


def text_of(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def born(years_ago: int) -> date:
    """The first of this month, so many years ago: the birthday is over."""
    today = timezone.localdate()
    return date(today.year - years_ago, today.month, 1)


def asked_for(cast, *people: tuple, talked: bool = True, **more) -> Conference:
    """Tom asked for these people, each (first name, age or None); the regiomanager spoke with him."""
    about = [
        {"first_name": name, "phone": f"06 44 00 00 {number:02}", "channel": Channel.SMS}
        | {"birth_month": None if age is None else born(age)}
        for number, (name, age) in enumerate(people)
    ]
    requester = {"first_name": "Tom", "email": "tom2@school.example", "channel": Channel.MAIL}
    asked = {"municipality": cast.municipality, "occasion": "De kinderen zijn vaak alleen."} | more
    referral = receive(kind=Requester.PROFESSIONAL, main_people=about, requester=requester, **asked)
    if talked:
        referral.record_talk(talked_on=timezone.localdate(), talked_with="Tom", by=cast.ayse)
    return fresh(referral.conference)


def fresh(conference: Conference) -> Conference:
    return Conference.objects.get(pk=conference.pk)


def called(conference: Conference, first_name: str) -> Person:
    """Somebody it is about, also when they stepped out."""
    return Person.objects.get(participations__conference=conference, first_name=first_name)


def page(conference: Conference, where: str = "") -> str:
    return f"/c/{conference.slug}/aanmelding/{where}"


def referral_of(conference: Conference) -> Referral:
    return Referral.objects.get(conference=conference)
