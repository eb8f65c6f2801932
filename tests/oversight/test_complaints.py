"""Complaints: from anybody, about anybody, read by the office alone, answered in time and then forgotten."""

import re
import subprocess
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection
from django.utils import timezone

from kring.foundation.posting import Message
from kring.oversight.complaining import remind
from kring.oversight.complaints import Complaint, NotHeardYet, NowhereElse
from kring.oversight.erasing import erase
from kring.people.models import Desk, Organisation, Seat
from tests.referral.public_pages import main_of, words_of

WORDS = "De coördinator kwam drie keer te laat."


def complain(client, **given):
    return client.post("/klacht/", {"text": WORDS} | given)


def test_nothing_is_needed_but_the_complaint_itself(cast, client):
    answer = complain(client)

    assert answer.status_code == 303
    complaint = Complaint.objects.get()
    assert (complaint.text, complaint.name, complaint.reach) == (WORDS, "", "")
    assert complaint.is_anonymous


def test_an_empty_complaint_is_asked_for_and_the_rest_stays(cast, client):
    page = complain(client, text="", name="Gerrit")

    assert page.status_code == 200
    assert 'value="Gerrit"' in main_of(page)
    assert Complaint.objects.count() == 0


def test_the_thanks_says_when_there_is_an_answer_and_repeats_nothing(cast, client):
    page = words_of(client.get(complain(client, reach="06 11 22 33 44")["Location"]))

    complaint = Complaint.objects.get()
    assert "We hebben het. Dank u wel" in page
    assert str(complaint.answer_by.year) in page
    assert WORDS not in page
    assert "06 11 22 33 44" not in page


def test_the_words_are_locked_in_the_database(cast, client):
    complain(client, name="Gerrit", reach="gerrit@huis.example")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM kring_complaint")
        row = str(cursor.fetchall())

    for secret in ("te laat", "Gerrit", "gerrit@huis"):
        assert secret not in row


def test_the_same_form_sent_three_times_is_one_complaint(cast, client):
    token = client.get("/klacht/").context["form"].initial["form_token"]

    for _again in range(3):
        complain(client, form_token=token)

    assert Complaint.objects.count() == 1
    assert Message.objects.filter(recipient=cast.henk).count() == 1


def test_nobody_can_flood_the_office(cast, client):
    for _number in range(10):
        complain(client)
    page = complain(client)

    assert "te vaak" in words_of(page)
    assert WORDS in main_of(page)
    assert Complaint.objects.count() == 10
    cache.clear()


def test_ten_thousand_signs_and_any_script_are_heard(cast, client):
    told = "Ş" * 4000 + " שלום " + "é" * 5990

    complain(client, text=told)

    assert Complaint.objects.get().text == told


def test_a_citizen_service_number_is_refused_in_a_sentence(cast, client):
    assert "burgerservicenummer" in words_of(complain(client, text="Mijn nummer is 111222333."))
    assert Complaint.objects.count() == 0


# --- apart from the case team ----------------------------------------------------------------------------------------
def test_only_the_office_reads_a_complaint(cast, client):
    complain(client)
    slug = Complaint.objects.get().slug
    doors = ["/werk/klachten/", f"/werk/klachten/{slug}/"]
    acts = [f"/werk/klachten/{slug}/ontvangen/", f"/werk/klachten/{slug}/antwoord/"]

    for outsider in (cast.joke, cast.ayse, cast.stranger, cast.admin, cast.naima):
        cast.enter(client, outsider)
        assert {client.get(door).status_code for door in doors} == {404}
        assert {client.post(act).status_code for act in acts} == {404}
    cast.enter(client, cast.henk)
    assert WORDS in words_of(client.get(doors[1]))


@pytest.mark.parametrize("desk", [Desk.MANAGER, Desk.COORDINATOR])
def test_who_also_works_on_conferences_does_not_read_complaints(cast, client, desk):
    complain(client)
    Seat.objects.create(person=cast.henk, desk=desk)
    cast.enter(client, cast.henk)

    assert client.get("/werk/klachten/").status_code == 404


def test_when_nobody_is_apart_the_office_hears_that_somebody_must_be(cast, client):
    Seat.objects.create(person=cast.henk, desk=Desk.MANAGER)

    complain(client)

    assert "Wijs iemand aan" in Message.objects.get(recipient=cast.henk).text


def test_the_message_to_the_office_says_nothing_of_it_and_goes_to_no_one_else(cast, client):
    complain(client, name="Gerrit")

    message = Message.objects.get()
    assert message.recipient == cast.henk
    assert "te laat" not in message.text
    assert "Gerrit" not in message.text


# --- the clock and the answer ----------------------------------------------------------------------------------------
def test_the_clock_counts_working_days(cast):
    friday = timezone.make_aware(timezone.datetime(2026, 11, 20, 20))
    complaint = Complaint(text="x", reach="bel", received_at=friday)

    assert complaint.due.isoformat() == "2026-11-27"
    assert not complaint.is_late(complaint.due)
    assert complaint.is_late(complaint.due + timedelta(days=1))
    complaint.acknowledged_at = friday
    assert complaint.due.isoformat() == "2027-01-05"  # six weeks, without Christmas and New Year


def test_the_office_hears_once_that_a_promised_day_is_over(cast, client):
    complain(client, reach="bel mij")
    complaint = Complaint.objects.get()
    Message.objects.all().delete()

    remind(complaint.due)
    assert Message.objects.count() == 0

    for days in (1, 2):
        remind(complaint.due + timedelta(days=days))
    assert Message.objects.get().recipient == cast.henk

    complaint.acknowledge()
    remind(complaint.acknowledge_by + timedelta(days=3))
    assert Message.objects.count() == 1  # the answer itself is not late yet


def test_first_they_hear_that_we_have_it_then_they_get_an_answer(cast, client):
    complain(client, reach="06 11 22 33 44")
    complaint = Complaint.objects.get()
    with pytest.raises(NotHeardYet):
        complaint.answer()
    cast.enter(client, cast.henk)

    client.post(f"/werk/klachten/{complaint.slug}/ontvangen/")
    client.post(f"/werk/klachten/{complaint.slug}/", {"handling": "Voorzitter: mr. Yılmaz"})
    client.post(f"/werk/klachten/{complaint.slug}/antwoord/", {"reply": ""})

    complaint.refresh_from_db()
    assert complaint.acknowledged_at
    assert complaint.answered_at
    assert complaint.handling == "Voorzitter: mr. Yılmaz"


def test_who_left_no_way_to_answer_reads_it_on_the_own_page(cast, client):
    mine = complain(client)["Location"]
    complaint = Complaint.objects.get()
    with pytest.raises(NowhereElse):
        complaint.answer()

    complaint.answer(reply="Dat had niet gemogen. Sorry.")

    page = words_of(client.get(mine))
    assert "Dat had niet gemogen. Sorry." in page
    assert WORDS not in page


def test_an_answer_is_given_once(cast, client):
    complain(client)
    complaint = Complaint.objects.get()
    complaint.answer(reply="Sorry.")
    cast.enter(client, cast.henk)

    client.post(f"/werk/klachten/{complaint.slug}/antwoord/", {"reply": "Iets anders."})

    complaint.refresh_from_db()
    assert complaint.reply == "Sorry."


def test_a_complaint_is_erased_a_year_after_the_answer_and_not_before(cast, client):
    complain(client)
    complaint = Complaint.objects.get()
    today = timezone.localdate()
    erase(today + timedelta(days=400))
    assert Complaint.objects.count() == 1  # not while it waits for us

    complaint.answer(reply="Sorry.")
    erase(today + timedelta(days=364))
    assert Complaint.objects.count() == 1
    erase(today + timedelta(days=366))
    assert Complaint.objects.count() == 0


# --- paper and pages -------------------------------------------------------------------------------------------------
@pytest.mark.rule("A94")
def test_the_form_is_there_on_paper(cast, client):
    Organisation(name="Samen", phone="088 123 45 67", postal_address="Postbus 1\n8000 AA Zwolle").save()

    paper = client.get("/klacht/op-papier/")

    words = subprocess.run(["pdftotext", "-raw", "-", "-"], input=paper.content, capture_output=True, check=True)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in paper.content
    assert "Wat ging er niet goed?" in words.stdout.decode()
    assert "8000 AA Zwolle" in words.stdout.decode()


def test_the_page_says_who_reads_it_and_how_long_it_takes(cast, client):
    page = words_of(client.get("/klacht/"))

    for told in (
        "minstens drie mensen",
        "De voorzitter werkt niet bij ons",
        "Binnen 5 werkdagen",
        "Binnen 30 werkdagen",
    ):
        assert told in page
    assert re.search(r'href="tel:[\d+]+"', main_of(client.get("/klacht/")))


@pytest.mark.parametrize("number", [1, 50])
def test_the_list_costs_the_same_with_many(cast, client, django_assert_max_num_queries, number):
    Complaint.objects.bulk_create([Complaint(text="x") for _ in range(number)])
    cast.enter(client, cast.henk)

    with django_assert_max_num_queries(12):
        assert client.get("/werk/klachten/").status_code == 200


def test_no_complaint_is_out_of_sight_however_many_there_are(cast, client):
    Complaint.objects.bulk_create([Complaint(text="x") for _ in range(55)])
    Complaint.objects.first().answer(reply="Sorry.")
    cast.enter(client, cast.henk)
    first = client.get("/werk/klachten/")

    second = client.get("/werk/klachten/", {"na": first.context["following"]})

    seen = [complaint.slug for page in (first, second) for complaint in page.context["rows"]]
    assert len(seen) == len(set(seen)) == 55
    assert second.context["rows"][-1].answered_at
    assert second.context["following"] == ""
