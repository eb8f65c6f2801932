"""Somebody phones after some weeks: asks, and does not inspect."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle.safety import SafetyNote
from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.journal import JournalEntry
from kring.conference.models import Conference
from kring.followup.asking_contact import keep_in_touch
from kring.followup.contacting import Contact, ContactWish, Moment, due, moment_of
from kring.followup.contacting import began as since
from kring.foundation.posting import Message


def at(conference, name: str, *args) -> str:
    return reverse(f"followup:{name}", args=[conference.slug, *args])


def home(client, conference) -> str:
    return client.get(reverse("conference:show", args=[conference.slug])).content.decode()


def began(weeks: int) -> None:
    """The months after began so many weeks ago."""
    Conference.objects.update(
        moved_at=timezone.now() - timedelta(weeks=weeks), created_at=timezone.now() - timedelta(weeks=weeks + 9)
    )


@pytest.mark.rule("B13")
@pytest.mark.rule("R-REV-2")
def test_after_four_weeks_a_person_phones_and_notes_no_content(cast, client, conference):
    cast.enter(client, Role.COORDINATOR)
    began(3)
    assert "Bel Naima" not in home(client, conference)
    began(4)
    assert "Bel Naima: hoe gaat het?" in home(client, conference)
    assert "Bel Naima" not in home(cast.enter(client, Role.REGIONAL_MANAGER), conference)
    cast.enter(client, Role.COORDINATOR)
    form = client.get(at(conference, "contact"))
    assert "<textarea" not in form.content.decode()

    client.post(
        at(conference, "contact"), {"on": timezone.localdate(), "how": "phone", "runs": "part", "wants_help": "on"}
    )

    contact = Contact.objects.get()
    assert (contact.runs, contact.wants_change, contact.wants_help, contact.by) == ("part", False, True, cast.joke)
    page = home(client, conference)
    assert "Bel Naima" not in page
    assert "graag hulp om weer bij elkaar te komen" in page
    assert {field.name for field in Contact._meta.get_fields()} == {
        "id", "conference", "on", "moment", "how", "runs", "wants_change", "wants_help", "again_on", "by"
    }  # fmt: skip


@pytest.mark.rule("B25")
def test_after_half_a_year_somebody_asks_whether_the_help_still_runs(cast, client, conference):
    cast.enter(client, Role.COORDINATOR)
    began(25)
    conference.contacts.create(on=timezone.localdate() - timedelta(weeks=20), runs="all")
    assert "Bel Naima" not in home(client, conference)
    began(26)
    page = home(client, conference)
    assert "Bel Naima" in page
    assert "Vraag of de hulp nog loopt" in page

    client.post(at(conference, "contact"), {"on": timezone.localdate(), "how": "letter", "runs": "all"})

    assert Contact.objects.first().moment == Moment.HALF_YEAR
    assert "Bel Naima" not in home(client, conference)


def test_longer_is_by_agreement_alone(cast, conference):
    today, begun = timezone.localdate(), timezone.localdate() - timedelta(weeks=50)
    conference.began = timezone.now() - timedelta(weeks=50)
    conference.had_first = conference.had_half = True
    conference.again_on = None
    assert due(conference, today) is None
    conference.again_on = today
    assert due(conference, today) == (Moment.LATER, today)
    assert moment_of(today, begun) == Moment.LATER


@pytest.mark.rule("B13")
def test_who_would_rather_not_is_left_in_peace_with_one_tap(cast, client, conference):
    began(5)
    cast.enter(client, Role.MAIN_PERSON)
    assert "Hoe gaat het met jullie plan?" in home(client, conference)

    client.post(at(conference, "in_peace"), {"says": "never"})

    assert ContactWish.objects.get().says == "never"
    assert "Hoe gaat het met jullie plan?" not in home(client, conference)
    assert "Bel Naima" not in home(cast.enter(client, Role.COORDINATOR), conference)
    assert keep_in_touch(timezone.localdate()) == 0


def test_not_now_is_two_weeks_of_rest(cast, conference):
    began(5)
    today = timezone.localdate()
    ContactWish.say(conference, says="not_now", by=cast.naima)
    assert keep_in_touch(today + timedelta(days=13)) == 0
    assert keep_in_touch(today + timedelta(days=14)) == 1


def test_a_main_person_tells_it_by_the_own_link_and_is_not_phoned(cast, client, conference):
    began(5)
    cast.enter(client, Role.MAIN_PERSON).post(at(conference, "how_it_goes"), {"runs": "all"})
    contact = Contact.objects.get()
    assert (contact.how, contact.runs, contact.moment) == ("link", "all", "first")
    assert "Bel Naima" not in home(cast.enter(client, Role.COORDINATOR), conference)


@pytest.mark.rule("R-REV-2")
def test_whoever_phones_hears_it_before_the_promise_of_six_weeks_is_over(cast, conference):
    began(4)
    today = timezone.localdate()
    keep_in_touch(today + timedelta(days=9))
    assert {message.recipient for message in Message.objects.all()} == {cast.naima}

    keep_in_touch(today + timedelta(days=10))
    keep_in_touch(today + timedelta(days=11))

    assert [message.recipient for message in Message.objects.all()] == [cast.naima, cast.joke]


def test_meeting_again_does_not_begin_the_months_after_anew(cast, client, conference):
    JournalEntry.write(conference, "adopt_plan", Hand.of(cast.naima), before="presentation", after="follow_up")
    first = conference.journal.get().at
    Conference.objects.update(moved_at=timezone.now() + timedelta(weeks=12))

    assert since(conference) == first


@pytest.mark.rule("R-SAF-7")
def test_where_people_were_kept_apart_each_is_asked_alone_after_half_a_year(cast, client, conference):
    wim = cast.anyone_new("Wim", phone="06 11 00 00 08", channel="sms")
    conference.seat(wim, Role.CIRCLE_MEMBER)
    began(27)
    cast.enter(client, Role.COORDINATOR)
    assert "aan ieder apart" not in home(client, conference)

    SafetyNote.note(conference, about=cast.fatma, flag="not_together", apart_from=wim, by=cast.joke)

    page = home(client, conference)
    assert "aan ieder apart" in page
    assert "Bel Naima" in page
