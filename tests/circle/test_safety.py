"""Safety between people: flags without stories, for the coordinator and the coach alone."""

import pytest
from django.db import connection
from django.urls import reverse

from kring.circle.safety import SafetyNote
from kring.circle.safety_refusals import NoNumberToCall
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed
from kring.people.models import Channel

STORY = "komt door de achterdeur"
OTHERS = [role for role in Role if role not in (Role.COORDINATOR, Role.COACH)]


def address(page, conference, *args):
    return reverse(f"circle:{page}", args=[conference.slug, *args])


@pytest.fixture
def noted(cast):
    conference = cast.conference()
    return SafetyNote.note(
        conference, about=cast.fatma, flag=SafetyNote.Flag.SECRET_ADDRESS, arrangement=STORY, by=cast.joke
    )


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.COACH])
@pytest.mark.rule("R-SAF-1")
def test_coordinator_and_coach_see_and_note_it(cast, client, noted, role):
    cast.enter(client, role)

    client.post(
        address("note_safety", noted.conference), {"about": cast.naima.slug, "flag": "not_together", "arrangement": ""}
    )

    page = client.get(address("safety", noted.conference)).content.decode()
    assert STORY in page
    assert "niet samen in één ruimte" in page


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.rule("R-SAF-1")
def test_nobody_else_sees_it_not_even_who_it_is_about(cast, client, noted, role):
    conference = noted.conference
    conference.give_consent("see_circle", [Role.PROFESSIONAL, Role.CONDITION_SETTER], by=cast.naima)
    cast.enter(client, role)

    assert client.get(address("safety", conference)).status_code == 404
    assert client.get(address("note_safety", conference)).status_code == 404
    assert client.post(address("lift", conference, noted.slug)).status_code == 404
    for page in ("conference:show", "circle:show", "circle:answer", "conditions:show"):
        words = client.get(reverse(page, args=[conference.slug])).content.decode()
        assert STORY not in words
        assert "adres is geheim" not in words


def test_it_is_not_readable_in_the_database(noted):
    with connection.cursor() as cursor:
        cursor.execute("SELECT arrangement FROM kring_safetynote")
        assert STORY not in cursor.fetchone()[0]


@pytest.mark.parametrize("flag", [SafetyNote.Flag.NO_MESSAGES, SafetyNote.Flag.CALL_ONLY])
def test_who_may_not_get_messages_is_called_from_then_on(cast, flag):
    conference = cast.conference()

    SafetyNote.note(conference, about=cast.naima, flag=flag, by=cast.joke)

    cast.naima.refresh_from_db()
    assert cast.naima.channel == Channel.PHONE


def test_without_a_number_such_a_promise_cannot_be_kept(cast, client):
    conference = cast.conference()
    cast.enter(client, Role.COORDINATOR)

    page = client.post(address("note_safety", conference), {"about": cast.marloes.slug, "flag": "no_messages"})

    assert str(NoNumberToCall.message) in page.content.decode()
    assert not conference.safety_notes.exists()


def test_it_is_about_somebody_of_this_conference_and_never_about_staff(cast, client):
    conference = cast.conference()

    for outsider in (cast.stranger, cast.ayse, cast.anouk):
        with pytest.raises(NotAllowed):
            SafetyNote.note(conference, about=outsider, flag="no_contact", by=cast.joke)
    page = cast.enter(client, Role.COORDINATOR).post(
        address("note_safety", conference), {"about": cast.stranger.slug, "flag": "no_contact"}
    )
    assert "about" in page.context["form"].errors


def test_what_is_no_longer_so_is_gone(cast, client, noted):
    cast.enter(client, Role.COACH).post(address("lift", noted.conference, noted.slug))

    assert not noted.conference.safety_notes.exists()


@pytest.mark.parametrize("phase", [Phase.REFERRAL, Phase.CLOSED])
def test_before_and_after_there_is_nothing_to_note(cast, client, phase):
    conference = cast.conference(phase=phase)

    assert cast.enter(client, Role.COACH).get(address("safety", conference)).status_code == 404


def test_who_is_called_only_gets_no_other_channel_for_messages(cast, client):
    conference = cast.conference()
    SafetyNote.note(conference, about=cast.fatma, flag="no_messages", by=cast.joke)
    fatma = conference.members.get(person=cast.fatma)

    page = cast.enter(client, Role.COORDINATOR).post(
        address("move", conference, fatma.slug), {"channel": "mail", "reach": "fatma@post.example"}
    )

    cast.fatma.refresh_from_db()
    assert "channel" in page.context["form"].errors
    assert (cast.fatma.channel, cast.fatma.email) == (Channel.PHONE, "")
