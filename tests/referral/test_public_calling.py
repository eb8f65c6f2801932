"""«Ik wil eerst praten»: called back once, on a day we name, and taken back with one tap."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from kring.conference.models import Conference
from kring.foundation.posting import Message
from kring.oversight.erasing import erase
from kring.oversight.models import Erasure, KeepingPeriod
from kring.referral.calling import called_by, seen_on
from kring.referral.models import Enquiry, dialled
from tests.referral.public_pages import main_of, words_of

CALL = {"first_name": "Karel", "phone": "06 11 22 33 44", "good_times": "’s avonds", "language": "Fries"}


def at(day: str, hour: int) -> datetime:
    return datetime.fromisoformat(f"{day}T{hour:02}:00").replace(tzinfo=ZoneInfo("Europe/Amsterdam"))


def ask(client, **given):
    return client.post("/eerst-praten/", CALL | given)


@pytest.mark.rule("A36")
def test_the_thanks_says_on_which_day_at_the_latest_somebody_calls(cast, client):
    page = words_of(client.get(ask(client)["Location"]))

    enquiry = Enquiry.objects.get()
    assert "Dank u wel. Wij bellen u" in page
    assert f"{called_by(enquiry.asked_at).day} " in page
    assert Conference.objects.count() == 0
    for typed in ("Karel", "06 11 22 33 44", "avonds, ", "Fries"):
        assert typed not in page


@pytest.mark.parametrize(
    ("moment", "seen", "called"),
    [
        (at("2026-11-18", 10), "2026-11-18", "2026-11-23"),  # a Wednesday morning
        (at("2026-11-20", 19), "2026-11-23", "2026-11-26"),  # a Friday evening
        (at("2026-11-21", 12), "2026-11-23", "2026-11-26"),  # a Saturday
        (at("2026-12-24", 18), "2026-12-28", "2026-12-31"),  # the evening before Christmas
    ],
)
def test_what_comes_on_friday_evening_is_seen_on_monday(cast, moment, seen, called):
    assert seen_on(moment).isoformat() == seen
    assert called_by(moment).isoformat() == called


@pytest.mark.parametrize(
    "phone", ["+31 6 11 22 33 44", "0031611223344", "06-11223344", "+31 (0)6 11 22 33 44", "06 11 22 33 44"]
)
def test_the_same_number_however_it_is_written_is_called_once(cast, client, phone):
    ask(client)
    told = Message.objects.count()
    ask(client, phone=phone, good_times="liever om twee uur")

    assert [one.good_times for one in Enquiry.waiting()] == ["liever om twee uur"]
    assert Message.objects.count() == told > 0

    Enquiry.waiting().get().call(by=cast.ayse)

    assert Enquiry.objects.filter(called_at=None).count() == 0


@pytest.mark.parametrize("phone", ["+32 470 12 34 56", "0032 470 123456", "+90 532 000 00 00", "+44 (0)20 7946 0000"])
def test_a_number_from_abroad_is_good(cast, client, phone):
    assert ask(client, phone=phone).status_code == 303
    assert Enquiry.objects.get().phone == phone


def test_two_numbers_are_two_people(cast, client):
    ask(client)
    ask(client, phone="0032 470 123456")

    assert Enquiry.waiting().count() == 2
    assert dialled("0032 470 123456") == dialled("+32 470 12 34 56") != dialled("0470 12 34 56")


def test_who_asks_again_keeps_the_place_in_the_row(cast, client):
    ask(client)
    first = timezone.now() - timedelta(days=2)
    Enquiry.objects.update(asked_at=first)

    ask(client)

    assert Enquiry.waiting().get().asked_at == first


@pytest.mark.rule("A36")
def test_rather_not_after_all_wipes_name_and_number_at_once(cast, client):
    thanks = ask(client)["Location"]
    assert "Toch niet" in main_of(client.get(thanks))

    answer = client.post(thanks.replace("dank", "toch-niet"), follow=True)

    assert Enquiry.objects.count() == 0
    assert "Uw naam en nummer zijn gewist" in words_of(answer)
    assert "Hier wacht niets meer" in words_of(client.get(thanks))


def test_taking_back_needs_the_own_page_and_happens_once(cast, client):
    thanks = ask(client)["Location"]

    assert client.get(thanks.replace("dank", "toch-niet")).status_code == 405
    client.post("/eerst-praten/toch-niet/bestaatniet22/")
    assert Enquiry.objects.count() == 1
    Enquiry.objects.get().call(by=cast.ayse)
    again = client.post(thanks.replace("dank", "toch-niet"), follow=True)
    assert "We hebben al gebeld" in words_of(again)
    assert Enquiry.objects.count() == 1


def test_asking_twice_shows_a_second_person_nothing_of_the_first(cast, client):
    first, second = ask(client)["Location"], ask(client, first_name="Iemand anders")["Location"]

    assert first != second
    client.post(second.replace("dank", "toch-niet"))
    assert [one.first_name for one in Enquiry.waiting()] == ["Karel"]


@pytest.mark.rule("A36")
def test_name_and_number_are_erased_after_the_days_that_are_set(cast, client):
    KeepingPeriod.objects.create(kind="call_back", days=10)
    ask(client)
    Enquiry.objects.update(asked_at=timezone.now() - timedelta(days=9))

    erase(timezone.localdate())
    assert Enquiry.objects.count() == 1

    erase(timezone.localdate() + timedelta(days=2))
    assert Enquiry.objects.count() == 0
    assert Erasure.objects.get(kind="call_back").rows == 1
    assert not any("11 22 33" in message.text for message in Message.objects.all())
