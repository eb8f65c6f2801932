"""What a child or who cannot come wants to say: heard by whom they choose, and opened by nobody else."""

import pytest
from django.db import connection
from django.urls import reverse

from kring.circle.own_words import Enough, Hears, NothingSaid, OwnMessage, WhoReads
from kring.conference.access import Phase, Role
from kring.conference.hands import Hand, Via
from kring.conference.models import NotAllowed
from kring.foundation import uploads
from tests.foundation.sent import MP3, a_drawing, sent

WORDS = "Ik wil bij oma slapen als papa boos is"
CIRCLE = (Role.MAIN_PERSON, Role.CIRCLE_MEMBER)
OUTSIDE = [role for role in Role if role not in CIRCLE]


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA = tmp_path


@pytest.fixture
def sam(cast):
    """Twelve years old."""
    return cast.anyone_new("Sam", last_name="Bouzid")


def at(page, conference, *args):
    return reverse(f"circle:{page}", args=[conference.slug, *args])


def ours(cast, sam, phase=Phase.PREPARATION):
    conference = cast.conference(phase=phase)
    conference.seat(sam, Role.MAIN_PERSON)
    return conference


def everything_of(client, conference, message) -> str:
    """All that these eyes can open of a message."""
    pages = [at("messages", conference), at("say", conference), reverse("conference:show", args=[conference.slug])]
    seen = [client.get(page) for page in pages]
    files = [client.get(at("sent_along", conference, message.slug, kind)) for kind in ("tekening", "geluid")]
    assert {file.status_code for file in files} <= {200, 404}
    said = "".join(page.content.decode() for page in seen if page.status_code == 200)
    return said + "".join("THE FILE" for file in files if file.status_code == 200)


@pytest.mark.rule("A29")
@pytest.mark.parametrize("role", OUTSIDE)
@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.INFORMATION, Phase.PRIVATE_TIME, Phase.PRESENTATION])
def test_what_is_for_the_circle_nobody_outside_opens(cast, client, sam, role, phase):
    conference = ours(cast, sam)
    message = OwnMessage.say(conference, text=WORDS, photo=sent(a_drawing()), hears=Hears.CIRCLE, by=sam)
    type(conference).objects.filter(pk=conference.pk).update(phase=phase)

    seen = everything_of(cast.enter(client, role), conference, message)

    assert WORDS not in seen
    assert "THE FILE" not in seen


@pytest.mark.rule("A29")
@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.INFORMATION, Phase.PRIVATE_TIME, Phase.PRESENTATION])
def test_what_is_for_the_circle_stays_closed_until_the_circle_opens_it_together(cast, client, sam, phase):
    conference = ours(cast, sam)
    message = OwnMessage.say(conference, text=WORDS, photo=sent(a_drawing()), hears=Hears.CIRCLE, by=sam)
    type(conference).objects.filter(pk=conference.pk).update(phase=phase)
    cast.enter(client, cast.fatma)
    together = phase in (Phase.PRIVATE_TIME, Phase.PRESENTATION)
    closed = everything_of(client, conference, message)
    assert WORDS not in closed
    assert "THE FILE" not in closed
    assert ("Een tekening of foto van Sam" in closed) is together

    for _press in range(2):
        client.post(at("open_message", conference, message.slug))

    message.refresh_from_db()
    assert message.opened_by == (cast.fatma if together else None)
    seen = everything_of(cast.enter(client, cast.naima), conference, message)
    assert (WORDS in seen, "THE FILE" in seen) == (together, together)


@pytest.mark.rule("A29")
@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.PROFESSIONAL, Role.CONDITION_SETTER])
def test_nobody_from_outside_opens_what_is_for_the_circle(cast, client, sam, role):
    conference = ours(cast, sam, Phase.PRESENTATION)
    message = OwnMessage.say(conference, text=WORDS, hears=Hears.CIRCLE, by=sam)
    cast.enter(client, role)

    client.post(at("open_message", conference, message.slug))
    client.post(at("open_message", conference, message.slug) + f"?namens={cast.naima.slug}&via=phone")

    message.refresh_from_db()
    assert message.opened_at is None


def test_a_drawing_comes_in_by_the_page_and_is_shown_as_a_picture(cast, client, sam):
    conference = ours(cast, sam)
    cast.enter(client, sam)

    client.post(at("say", conference), {"hears": "circle", "photo": sent(a_drawing())})

    message = OwnMessage.objects.get()
    file = client.get(at("sent_along", conference, message.slug, "tekening"))
    assert (file["Content-Type"], file["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert "sandbox" in file["Content-Security-Policy"]
    assert "Tekening of foto van Sam" in client.get(at("messages", conference)).content.decode()


@pytest.mark.parametrize(
    ("field", "content"),
    [("photo", b"<svg onload=alert(1)>"), ("photo", b""), ("photo", a_drawing()[:90]), ("sound", a_drawing())],
)  # fmt: skip
def test_a_wrong_file_gets_one_sentence_and_the_words_stay(cast, client, sam, field, content):
    conference = ours(cast, sam)

    page = cast.enter(client, sam).post(
        at("say", conference), {"text": WORDS, "hears": "circle", field: sent(content, name="lief.png")}
    )

    assert len(page.context["form"].errors[field]) == 1
    assert WORDS in page.content.decode()
    assert not OwnMessage.objects.exists()
    assert uploads.everything() == []


def test_what_is_for_the_coordinator_only_the_coordinator_opens(cast, client, sam):
    conference = ours(cast, sam)
    message = OwnMessage.say(conference, text=WORDS, sound=sent(MP3), hears=Hears.COORDINATOR, by=sam)

    assert WORDS in everything_of(cast.enter(client, Role.COORDINATOR), conference, message)
    for role in Role:
        if role != Role.COORDINATOR:
            assert WORDS not in everything_of(cast.enter(client, role), conference, message)


def test_who_reads_it_aloud_has_it_before_and_the_circle_only_once_it_was_read(cast, client, sam):
    conference = ours(cast, sam)
    message = OwnMessage.say(conference, text=WORDS, hears=Hears.READ_ALOUD, reader=cast.fatma, by=sam)

    assert WORDS not in everything_of(cast.enter(client, cast.naima), conference, message)
    assert WORDS in everything_of(cast.enter(client, cast.fatma), conference, message)
    show = client.get(reverse("conference:show", args=[conference.slug])).content.decode()
    assert "Een boodschap van Sam om voor te lezen" in show
    type(conference).objects.filter(pk=conference.pk).update(phase=Phase.INFORMATION)
    assert WORDS in everything_of(cast.enter(client, cast.naima), conference, message)


@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.REGIONAL_MANAGER, Role.COACH])
def test_nobody_from_outside_is_asked_to_read_aloud(cast, sam, role):
    conference = ours(cast, sam)

    assert cast[role] not in OwnMessage.readers(conference, sam)


def test_saying_nothing_or_naming_no_reader_gets_a_sentence(cast, sam):
    conference = ours(cast, sam)

    with pytest.raises(NothingSaid):
        OwnMessage.say(conference, hears=Hears.CIRCLE, by=sam)
    with pytest.raises(WhoReads):
        OwnMessage.say(conference, text=WORDS, hears=Hears.READ_ALOUD, by=sam)


def test_one_message_after_another_comes_to_an_end(cast, sam, monkeypatch):
    conference = ours(cast, sam)
    monkeypatch.setattr("kring.circle.own_words.MOST", 1)
    OwnMessage.say(conference, text=WORDS, hears=Hears.CIRCLE, by=sam)

    with pytest.raises(Enough):
        OwnMessage.say(conference, text=WORDS, hears=Hears.CIRCLE, by=sam)


def test_who_called_leaves_words_through_the_coordinator_who_cannot_open_them_afterwards(cast, client, sam):
    conference = ours(cast, sam)
    cast.enter(client, Role.COORDINATOR)
    query = f"?namens={sam.slug}&via=phone"

    client.post(at("say", conference) + query, {"text": WORDS, "hears": "circle"})

    message = OwnMessage.objects.get()
    assert (message.author, message.via) == (sam, Via.PHONE)
    for page in (at("say", conference) + query, at("messages", conference) + query, at("messages", conference)):
        assert WORDS not in client.get(page).content.decode()


def test_behind_the_closed_door_nobody_writes_for_somebody_else(cast, sam):
    conference = ours(cast, sam, Phase.PRIVATE_TIME)

    with pytest.raises(NotAllowed):
        OwnMessage.say(conference, text=WORDS, hears=Hears.CIRCLE, by=Hand(cast.joke, sam, Via.PHONE))


def test_the_author_alone_takes_it_back_with_what_was_sent(cast, client, sam, django_capture_on_commit_callbacks):
    conference = ours(cast, sam)
    message = OwnMessage.say(conference, photo=sent(a_drawing()), hears=Hears.CIRCLE, by=sam)

    assert cast.enter(client, cast.naima).post(at("take_back", conference, message.slug)).status_code == 404
    with django_capture_on_commit_callbacks(execute=True):
        cast.enter(client, sam).post(at("take_back", conference, message.slug))

    assert not OwnMessage.objects.exists()
    assert uploads.everything() == []


def test_it_is_not_readable_in_the_database(cast, sam):
    OwnMessage.say(ours(cast, sam), text=WORDS, hears=Hears.CIRCLE, by=sam)

    with connection.cursor() as cursor:
        cursor.execute("SELECT text FROM kring_ownmessage")
        assert "oma" not in cursor.fetchone()[0]


@pytest.mark.parametrize("number", [1, 50])
def test_many_messages_cost_no_more_questions(cast, client, sam, number, django_assert_max_num_queries):
    conference = ours(cast, sam)
    OwnMessage.objects.bulk_create(
        OwnMessage(conference=conference, author=sam, text=str(n), hears=Hears.CIRCLE) for n in range(number)
    )
    cast.enter(client, cast.fatma).get(at("messages", conference))

    with django_assert_max_num_queries(12):
        client.get(at("messages", conference))
