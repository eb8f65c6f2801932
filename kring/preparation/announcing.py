"""Telling everybody: which days are proposed, which day it became, that it changed or is off. Once for one cause."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.functional import lazy

from kring.circle.safety import SafetyNote
from kring.conference.access import Phase
from kring.conference.ending import when_over
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation import tongues
from kring.foundation.channels import Channel, reach
from kring.foundation.posting import Message, post
from kring.people.models import Person
from kring.preparation.calendars import calendar_entry, comes_in, out_of_the_calendar
from kring.preparation.dates import DateOption
from kring.preparation.models import MeetingPlace, OwnClock, Preparation
from kring.preparation.own_clocks import there
from kring.preparation.reminding import answer_by_that_day

elsewhere = lazy(there, str)  # said in the language of who reads it

BEFORE_THE_DAY = (Phase.REFERRAL, Phase.MATCHING, Phase.PREPARATION)


# --- what is told now
def cause(preparation: Preparation) -> str:
    """What everybody should have heard by now; nothing when there is neither a day nor a proposal."""
    if preparation.starts_at:
        return f"date-{preparation.conference.slug}-{preparation.change}"
    newest = newest_option(preparation.conference)
    return f"days-{newest.slug}" if newest else ""


def newest_option(conference: Conference) -> DateOption | None:
    options = [option for option in conference.date_options.all() if option.withdrawn_at is None]
    return max(options, key=lambda option: (option.proposed_at, option.pk), default=None)


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
def propose(
    conference: Conference, *, moments: list[datetime], answer_by: date | None = None, by: Person | Hand
) -> list[DateOption]:
    """Put days to everybody who is expected (A43), perhaps with a day before which an answer is welcome."""
    preparation = Preparation.of(conference)
    if moments:
        answer_by_that_day(preparation, answer_by, moments)
    fresh = DateOption.propose_all(conference, moments, by=by)
    tell(preparation, by=by)
    return fresh


@transaction.atomic
def fix_date(preparation: Preparation, *, by: Person | Hand, **chosen) -> None:
    """Choose the day and tell everybody; the same choice again tells nobody anything."""
    before = Preparation.objects.get(pk=preparation.pk).starts_at
    if preparation.fix_date(by=by, **chosen):
        tell(preparation, by=by, before=before if before and before > timezone.now() else None)


@transaction.atomic
def settle_place(preparation: Preparation, *, where: str, by: Person | Hand, **about) -> None:
    """Write down the place; when the day is known already and the place is another one, everybody hears it."""
    MeetingPlace.of(preparation.conference).settle(where=where, by=by, **about)
    fresh = Preparation.objects.select_for_update().get(pk=preparation.pk)
    if fresh.place == where:
        return
    is_told = fresh.starts_at is not None
    preparation.starts_at, preparation.place, preparation.change = fresh.starts_at, where, fresh.change + is_told
    preparation.save(update_fields=["place", "change"])
    if is_told:
        tell(preparation, by=by, before=preparation.starts_at)


@transaction.atomic
def call_off(preparation: Preparation, *, by: Person | Hand) -> None:
    """The day is off: everybody hears it and the entry leaves their calendar; all answers stay."""
    was = preparation.take_back(by=by)
    tell_off(preparation, was, sent_by=Hand.of(by).by)


@transaction.atomic
def tell_newcomers(preparation: Preparation, *, by: Person | Hand) -> None:
    """Tell who came later what the others heard already."""
    preparation.conference.write_down("propose_dates", by=by)
    tell(preparation, by=by)


@when_over
def stopped_before_the_day(conference: Conference) -> None:
    """Whose day was still to come hear that it is off; after a day that was held there is nothing to call off."""
    if conference.phase not in BEFORE_THE_DAY:  # the phase it leaves
        return
    for preparation in Preparation.objects.filter(conference=conference):
        preparation.conference = conference
        if was := preparation.let_go():
            tell_off(preparation, was)


# --- one letter each
def tell(preparation: Preparation, *, by: Person | Hand, before: datetime | None = None) -> None:
    """To each in their own channel; `before` is the day that was fixed until now."""
    SafetyNote.refuse_unless_signed(preparation.conference)
    about, people = cause(preparation), preparation.expected()
    zones = dict(OwnClock.objects.filter(person__in=people).values_list("person_id", "zone"))
    for person in people if about else []:
        how = {"key": f"{about}-{person.slug}", "sent_by": Hand.of(by).by}
        if about.startswith("date"):
            tell_date(preparation, person, zones.get(person.pk, ""), before=before, **how)
        else:
            tell_days(preparation, person, zones.get(person.pk, ""), **how)


def tell_days(preparation: Preparation, person: Person, zone: str = "", **how) -> Message:
    conference = preparation.conference
    days = [(option.starts_at, elsewhere(option.starts_at, zone)) for option in conference.date_options.to_come()]
    words = {"days": days, "answer_by": preparation.answer_by}
    link = reverse("preparation:dates", args=[conference.slug])
    return post(person, "preparation/letters/days.txt", words, about=conference, link_path=link, **how)


def tell_date(
    preparation: Preparation, person: Person, zone: str = "", *, before: datetime | None = None, **how
) -> Message:
    """The place stands only in what comes by post or is told by phone; elsewhere behind the personal link."""
    conference, own = preparation.conference, comes_in(preparation, person, preparation.starts_at)
    by_hand, same_day = reach(person) in (Channel.LETTER, Channel.PHONE), before == preparation.starts_at
    words = {"starts_at": own, "place": preparation.place if by_hand else "", "away": elsewhere(own, zone)}
    words |= {"before": None if same_day else before, "same_day": same_day}
    link = reverse("preparation:show", args=[conference.slug])
    with translation.override(tongues.of_house(person.language)):
        entry = calendar_entry(preparation, person)
    return post(person, "preparation/letters/date.txt", words, about=conference, link_path=link, calendar=entry, **how)


def tell_off(preparation: Preparation, was: datetime, *, sent_by: Person | None = None) -> None:
    conference = preparation.conference
    for person in preparation.expected():
        entry = out_of_the_calendar(preparation, person, was)
        key = f"off-{conference.slug}-{preparation.change}-{person.slug}"
        words, letter = {"was": was}, "preparation/letters/called_off.txt"
        post(person, letter, words, key=key, about=conference, sent_by=sent_by, calendar=entry)
