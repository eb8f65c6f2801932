"""Being asked: an uncle without e-mail answers by the code of his letter, an aunt in Morocco by a text in Arabic."""

import pytest
from django.conf import settings as house
from django.urls import reverse

from kring.circle import carding, inviting
from kring.circle.kinds import Mode
from kring.circle.models import CircleMember
from kring.circle.wording import OwnWords
from kring.management.opening import compile_words
from tests.stories.visitor import DESK

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module", autouse=True)
def words():
    compile_words(house.LOCALE_PATHS[0])


@pytest.fixture
def conference(stage):
    conference = stage.conference()
    OwnWords.say(conference, text="Jij was er altijd voor ons.", by=stage.naima)
    return conference


def named(stage, conference, **about) -> CircleMember:
    return CircleMember.name_someone(conference, by=stage.naima, **about)


def at(page: str, conference, *args) -> str:
    return reverse(page, args=[conference.slug, *args])


def test_an_uncle_without_email_answers_by_the_code_of_his_letter(stage, conference, visitor, monkeypatch):
    address = "Dorpsstraat 1\n8071 AA Nunspeet"
    karel = named(stage, conference, name="Oom Karel Hendriks", channel="letter", reach=address)
    message = inviting.invite(karel, by=stage.joke)
    monkeypatch.setattr("kring.foundation.printing.pdf", lambda template, payload: payload)
    paper = carding.letter(message)

    uncle = visitor("Karel").goes_to(paper["link"])
    uncle.fills(code=paper["code"].upper().replace("-", " ")).presses("Ga verder").sees("Dag Oom Karel")
    uncle.presses("Ga verder").presses("Geef antwoord").sees("Jij was er altijd voor ons.").presses("Ja, ik kom")
    uncle.fills(aids=["wheelchair"], brought_by="Zoë", may_be_seen=True).presses("Bewaar").sees("Het staat erbij.")

    karel.refresh_from_db()
    assert (karel.mode, karel.may_be_seen) == (Mode.IN_PERSON, True)
    assert karel.all_needs == ["plek voor een rolstoel", "komt met Zoë"]


def test_an_aunt_in_morocco_answers_a_whatsapp_text_in_arabic(stage, conference, visitor):
    khadija = named(stage, conference, name="Khadija Amrani", channel="phone", reach="+212 600 000 001", language="ar")
    joke = visitor("Joke").comes_in_to_work(stage.joke)
    joke.page.set_viewport_size(DESK)
    joke.goes_to(at("circle:invite", conference)).fills(**{f"how_{khadija.slug}": "app"}).presses("Nodig hen uit")
    khadija.refresh_from_db()
    joke.goes_to(at("circle:message", conference, khadija.person.messages.get().slug)).sees("Als WhatsApp-bericht")
    text = joke.page.get_by_label("De tekst").input_value()
    link = next(word for word in text.split() if word.startswith("http"))

    aunt = visitor("Khadija").goes_to(link).presses("تابع").sees("هل تشاركنا التفكير؟")
    assert aunt.page.evaluate("getComputedStyle(document.body).direction") == "rtl"
    aunt.sees("nog niet nagekeken door iemand die Arabisch als moedertaal spreekt").presses("أشارك بمكالمة مرئية")
    aunt.fills(aids=["interpreter"], tongue="الدارجة").presses("احفظ").sees("هذه الصفحة بالهولندية فقط")

    khadija.refresh_from_db()
    assert khadija.mode == Mode.BY_VIDEO
    assert "taal van de tolk: الدارجة" in khadija.all_needs
