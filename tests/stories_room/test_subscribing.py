"""Readers by mail: two yeses to begin, one button to stop, and a forwarded mail stops nobody."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone

from kring.foundation.working import work_off
from kring.oversight.erasing import erase
from kring.stories.mailing import Written
from kring.stories.subscribing import Subscriber
from tests.stories_room.scenes import out, reader, readers, today

ADDRESS = "Oma@Thuis.example"


@pytest.fixture
def post_office(settings):
    """A mail server that keeps what it gets in memory."""
    settings.EMAIL_URL = "smtp://mail.example"


def path_in(message) -> str:
    return re.search(r"http://[^/\s]+(/\S+)", message.body)[1]


@pytest.mark.rule("B31")
def test_an_address_gets_the_story_only_after_a_second_yes_from_its_mailbox(cast, client, post_office):
    client.post("/vrijdagverhalen/inschrijven/", {"email": ADDRESS})
    work_off()
    link = path_in(mail.outbox[0])
    assert mail.outbox[0].to == [ADDRESS]
    assert not Subscriber.readers().exists()

    client.get(link)  # as a mail scanner does
    client.head(link)
    assert not Subscriber.readers().exists()
    client.post(link)

    assert [found.address for found in Subscriber.readers()] == [ADDRESS]


def test_the_answer_is_the_same_for_an_address_that_is_known(cast, client, post_office):
    reader("oma@thuis.example")

    again = client.post("/vrijdagverhalen/inschrijven/", {"email": ADDRESS})
    new = client.post("/vrijdagverhalen/inschrijven/", {"email": "nieuw@thuis.example"})
    work_off()

    assert (again.status_code, again["Location"]) == (new.status_code, new["Location"])
    assert {m.to[0]: m.subject for m in mail.outbox} == {
        "oma@thuis.example": "U krijgt het vrijdagverhaal al",
        "nieuw@thuis.example": "Wilt u het vrijdagverhaal ontvangen?",
    }
    assert Subscriber.objects.count() == 2


def test_nobody_can_flood_a_mailbox_with_this_form(cast, client, post_office):
    for _ in range(5):
        answer = client.post("/vrijdagverhalen/inschrijven/", {"email": ADDRESS})
    work_off()

    assert "te vaak" in answer.content.decode()
    assert len(mail.outbox) == 3


@pytest.mark.rule("B31")
def test_an_address_is_locked_in_the_database(cast):
    reader("oma@thuis.example")

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM kring_subscriber")
        assert "thuis" not in str(cursor.fetchall())


@pytest.mark.rule("B31")
def test_the_button_of_the_mail_program_ends_it_with_one_post(cast):
    mailed = Written.of(out()).to(reader())
    stays = reader("ander@thuis.example")
    assert mailed.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    where = re.fullmatch(r"<http://[^/]+(/\S+)>", mailed.extra_headers["List-Unsubscribe"])[1]
    program = Client(enforce_csrf_checks=True)

    assert "Stop ermee" in program.get(where).content.decode()
    assert Subscriber.objects.count() == 2  # a scanner that looks ends nothing
    answer = program.post(where, {"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 200
    assert settings.SESSION_COOKIE_NAME not in answer.cookies
    assert list(Subscriber.objects.all()) == [stays]
    assert program.post(where, {"List-Unsubscribe": "One-Click"}).status_code == 200


@pytest.mark.rule("B31")
def test_what_is_forwarded_holds_nothing_that_could_stop_who_forwarded_it(cast, client, post_office):
    story, (oma, opa) = out(), readers(2)
    first, second = Written.of(story).to(oma), Written.of(story).to(opa)
    bodies = first.body + first.alternatives[0].content

    assert (first.body, first.alternatives) == (second.body, second.alternatives)
    assert oma.slug not in bodies
    assert oma.nonce not in bodies
    assert "lezer0" not in bodies
    for path in re.findall(r"http://[^/\s\"]+(/[^\s\"<]*)", bodies):
        client.get(path)
        client.post(path)
    client.post("/vrijdagverhalen/afmelden/", {"email": oma.address})  # the address stands above a forwarded mail
    work_off()
    assert Subscriber.objects.count() == 2

    asked = mail.outbox[-1]
    assert asked.to == [oma.address]
    client.get(path_in(asked))
    assert Subscriber.objects.count() == 2
    client.post(path_in(asked))
    assert list(Subscriber.objects.all()) == [opa]


def test_who_types_an_address_that_is_on_no_list_hears_the_same(cast, client, post_office):
    reader()
    known = client.post("/vrijdagverhalen/afmelden/", {"email": "lezer@thuis.example"})
    unknown = client.post("/vrijdagverhalen/afmelden/", {"email": "niemand@thuis.example"})
    work_off()

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert len(mail.outbox) == 1


@pytest.mark.rule("B31")
def test_a_code_does_one_thing_only(cast, client):
    oma = reader()
    Subscriber.objects.update(confirmed_at=None)

    client.post(f"/vrijdagverhalen/afmelden/{oma.code('confirm')}/")
    client.post(f"/vrijdagverhalen/afmelden/{oma.code('bounce')}/")
    client.post(f"/vrijdagverhalen/inschrijven/{oma.code('leave')}/")

    assert Subscriber.objects.get().confirmed_at is None


@pytest.mark.rule("B31")
def test_a_mail_watches_nobody_and_fetches_nothing(cast):
    page = Written.of(out()).to(reader()).alternatives[0].content

    assert not re.search(r"<(img|link|script|iframe|video)|url\(|@import|background=", page)
    assert {*re.findall(r"https?://([^/\s\"]+)", page)} == {"localhost:8000"}
    assert "?" not in "".join(re.findall(r'href="([^"]+)"', page))


def test_an_address_that_nobody_confirms_is_forgotten_in_a_week(cast):
    waits = reader("oma@thuis.example")
    Subscriber.objects.filter(pk=waits.pk).update(confirmed_at=None, asked_at=timezone.now())
    stays = reader("opa@thuis.example")

    erase(today() + timedelta(days=6))
    assert Subscriber.objects.count() == 2
    erase(today() + timedelta(days=8))

    assert list(Subscriber.objects.all()) == [stays]
