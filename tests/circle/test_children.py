"""An invitation that fits the age, and words of one's own for who is a child or is not in the room."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle import inviting
from kring.circle.kinds import Mode
from kring.circle.models import CircleMember
from kring.circle.own_words import Hears, OwnMessage
from kring.circle.speaking_for import JoiningIn
from kring.circle.wording import OwnWords
from kring.conference.access import Role
from kring.foundation.outbox import Message
from kring.people.models import Organisation

NOOR = {"name": "Noor", "channel": "sms", "reach": "06 44 00 00 11"}
ASKS = "Jouw eigen woorden voor de dag"


@pytest.fixture
def conference(cast):
    return cast.conference()


def at(page, conference, *args):
    return reverse(f"circle:{page}", args=[conference.slug, *args])


def words(client, url) -> str:
    page = client.get(url)
    assert page.status_code == 200
    return page.content.decode()


def start(client, conference) -> str:
    return words(client, reverse("conference:show", args=[conference.slug]))


@pytest.fixture
def noor(cast, client, conference) -> CircleMember:
    """Nine years old; her coordinator ticks the letter for a child."""
    noor = CircleMember.name_someone(conference, by=cast.naima, **NOOR)
    OwnWords.say(conference, text="Jij hoort erbij.", by=cast.naima)
    cast.enter(client, Role.COORDINATOR).post(
        at("invite", conference), {"who": [noor.slug], f"how_{noor.slug}": "sms", f"child_{noor.slug}": "on"}
    )
    noor.refresh_from_db()
    return noor


@pytest.mark.rule("R-CHD-4")
def test_a_child_gets_an_invitation_that_fits_with_breaks_and_a_place_to_play(cast, conference, noor):
    text = Message.objects.get(key=inviting.key_of(noor)).text

    for said in (
        "Dag Noor,", "Deze uitnodiging komt van Naima.", "Naima schrijft: «Jij hoort erbij.»",
        "Jij mag pauze nemen, en er is een plek om te spelen.", "Jij hoeft niets op te lossen.",
        "de hele dag, een stukje, of alleen met een tekening", "Nee is ook goed.",
    ):  # fmt: skip
        assert said in text
    assert "gemiddeld vijf uur" in text
    assert "verantwoordelijk" not in text


@pytest.mark.rule("R-CHD-6")
def test_the_letter_and_the_answer_page_of_a_child_say_whom_to_call_outside(cast, client, conference, noor):
    Organisation.objects.update_or_create(
        pk=Organisation.current().pk, defaults={"confidant_name": "Kindlijn", "confidant_phone": "0800 11 22"}
    )
    again = inviting.draft(conference, "child", "nl").text
    page = words(cast.enter(client, noor.person), at("answer", conference))

    assert 'href="https://jeugdstem.nl"' in page
    for shown in (again, page):
        assert "Kindlijn" in shown
        assert "0800 11 22" in shown
    assert "Wil jij erbij zijn?" in page


def test_grown_ups_get_the_letter_they_always_got_and_a_professional_has_no_tick(cast, client, conference):
    karel = CircleMember.name_someone(conference, by=cast.naima, **NOOR | {"name": "Karel"})
    lawyer = CircleMember.name_someone(
        conference, by=cast.naima, **NOOR | {"name": "Mr. Bos"}, relation="lawyer", hat="professional"
    )
    page = words(cast.enter(client, Role.COORDINATOR), at("invite", conference))

    assert f"child_{karel.slug}" in page
    assert f"child_{lawyer.slug}" not in page
    assert "verantwoordelijk" in inviting.invite(karel, by=cast.joke).text


@pytest.mark.rule("R-CHD-1")
def test_a_child_is_asked_for_words_of_its_own_until_it_left_some(cast, client, conference):
    sam = cast.anyone_new("Sam", birth_month=date(timezone.localdate().year - 12, 1, 1))
    conference.seat(sam, Role.MAIN_PERSON)
    assert ASKS in start(cast.enter(client, sam), conference)

    OwnMessage.say(conference, text="Ik wil bij oma slapen", hears=Hears.CIRCLE, by=sam)

    assert ASKS not in start(client, conference)


@pytest.mark.parametrize("mode", [Mode.BY_PHONE, Mode.LETTER, Mode.SPOKESPERSON])
def test_who_comes_in_another_way_is_asked_for_words_of_their_own(cast, client, conference, mode):
    conference.members.get(person=cast.fatma).answer(mode=mode, by=cast.fatma)

    assert ASKS in start(cast.enter(client, cast.fatma), conference)


def test_who_would_rather_not_be_there_is_asked_too_and_who_comes_is_not(cast, client, conference):
    assert ASKS not in start(cast.enter(client, cast.fatma), conference)
    JoiningIn.say(conference, ways=["whole"], by=cast.naima)
    assert ASKS not in start(cast.enter(client, cast.naima), conference)

    JoiningIn.say(conference, ways=["not"], by=cast.naima)

    assert ASKS in start(client, conference)


def test_who_said_no_hears_that_words_are_still_welcome_by_phone(cast, client, conference):
    conference.members.get(person=cast.fatma).answer(mode=Mode.NOT, by=cast.fatma)

    assert "Wil je de kring op de dag toch iets laten weten? Bel ons." in words(
        cast.enter(client, cast.fatma), at("invitation", conference)
    )
