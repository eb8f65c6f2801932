"""Telling everybody: which days are proposed, and which day it became. One message a person for one cause."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation import tongues
from kring.foundation.calendars import invitation
from kring.foundation.channels import Channel, reach
from kring.foundation.posting import Message, post
from kring.people.models import Person
from kring.preparation.dates import DateOption
from kring.preparation.models import Preparation


# --- what is told now
def cause(preparation: Preparation) -> str:
    """What everybody should have heard by now; nothing when there is neither a day nor a proposal."""
    if preparation.starts_at:
        return f"date-{preparation.conference.slug}-{preparation.change}"
    options = preparation.conference.date_options.all()
    newest = max(options, key=lambda option: (option.proposed_at, option.pk), default=None)
    return f"days-{newest.slug}" if newest else ""


def untold(preparation: Preparation, people: list[Person]) -> list[Person]:
    """Who of these people was not told yet, for instance because they came later."""
    about = cause(preparation)
    if not about:
        return []
    keys = {f"{about}-{person.slug}": person for person in people}
    told = set(Message.objects.filter(key__in=keys).values_list("key", flat=True))
    return [person for key, person in keys.items() if key not in told]


# --- verbs with their messages
@transaction.atomic
def propose(conference: Conference, *, moments: list[datetime], by: Person | Hand) -> list[DateOption]:
    """Put days to everybody who is expected (A43)."""
    fresh = DateOption.propose_all(conference, moments, by=by)
    tell(Preparation.of(conference), by=by)
    return fresh


@transaction.atomic
def fix_date(preparation: Preparation, *, by: Person | Hand, **chosen) -> None:
    """Choose the day and tell everybody; the same choice again tells nobody anything."""
    if preparation.fix_date(by=by, **chosen):
        tell(preparation, by=by)


@transaction.atomic
def tell_newcomers(preparation: Preparation, *, by: Person | Hand) -> None:
    """Tell who came later what the others heard already."""
    preparation.conference.write_down("propose_dates", by=by)
    tell(preparation, by=by)


def tell(preparation: Preparation, *, by: Person | Hand) -> None:
    about = cause(preparation)
    say = tell_date if about.startswith("date") else tell_days
    for person in preparation.expected() if about else []:
        say(preparation, person, key=f"{about}-{person.slug}", sent_by=Hand.of(by).by)


def tell_days(preparation: Preparation, person: Person, **how) -> Message:
    conference = preparation.conference
    days = [option.starts_at for option in conference.date_options.to_come()]
    link = reverse("preparation:dates", args=[conference.slug])
    return post(person, "preparation/letters/days.txt", {"days": days}, about=conference, link_path=link, **how)


def tell_date(preparation: Preparation, person: Person, **how) -> Message:
    """The place stands only in what comes by post or is told by phone; elsewhere behind the personal link."""
    conference = preparation.conference
    by_hand = reach(person) in (Channel.LETTER, Channel.PHONE)
    words = {"starts_at": preparation.starts_at, "place": preparation.place if by_hand else ""}
    link = reverse("preparation:show", args=[conference.slug])
    with translation.override(tongues.of_house(person.language)):
        entry = calendar_entry(preparation, to=person.address_for(Channel.MAIL))
    letter = "preparation/letters/date.txt"
    return post(person, letter, words, about=conference, link_path=link, calendar=entry, **how)


def calendar_entry(preparation: Preparation, *, to: str = "") -> str:
    """For in a calendar that others may see: a start, no end, no names and no place. A change keeps the same entry."""
    conference = preparation.conference
    times_again = conference.journal.filter(step="reconvene").count()
    return invitation(
        f"{conference.slug}-{times_again}@{urlsplit(settings.BASE_URL).hostname}",
        preparation.change,
        preparation.starts_at,
        description=_("Reken op gemiddeld vijf uur. Waar het is, staat op uw eigen bladzijde."),
        to=to,
    )
