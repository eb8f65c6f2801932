"""A picture beside the invitation: made or chosen, taken back at will, and seen by who holds the invitation."""

import re
from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image

from kring.circle import carding, inviting
from kring.circle.models import CircleMember
from kring.circle.picturing import Drawing, InvitationPicture
from kring.circle.sides import keep_apart
from kring.conference.access import Role
from kring.conference.hands import Hand, Via
from kring.conference.models import NotAllowed
from kring.foundation import uploads
from kring.foundation.outbox import Message
from tests.foundation.sent import a_drawing, sent

SEEN_BY = {Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.COORDINATOR}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA = tmp_path


@pytest.fixture
def conference(cast):
    return cast.conference()


def at(page, conference, *args):
    return reverse(f"circle:{page}", args=[conference.slug, *args])


def words(client, url) -> str:
    page = client.get(url)
    assert page.status_code == 200
    return page.content.decode()


def asked(conference, cast, **about) -> Message:
    karel = {"name": "Karel Hendriks", "channel": "letter", "reach": "Dorpsstraat 1\n8071 AA Nunspeet"}
    return inviting.invite(CircleMember.name_someone(conference, by=cast.naima, **karel | about), by=cast.joke)


def a_photo_from_home() -> bytes:
    """With the place where it was taken, and the name of the camera."""
    photo, content = Image.new("RGB", (64, 48), "teal"), BytesIO()
    hidden = Image.Exif()
    hidden[0x010F] = "Cameramerk"
    hidden.get_ifd(0x8825)[2] = (52.0, 22.0, 30.0)
    photo.save(content, "JPEG", exif=hidden)
    return content.getvalue()


def test_a_main_person_chooses_one_of_our_drawings_and_every_invitee_sees_it(cast, client, conference):
    page = cast.enter(client, Role.MAIN_PERSON).post(at("picture", conference), {"drawing": "tree"}, follow=True)

    assert 'alt="Tekening: een boom met vogels"' in page.content.decode()
    answer = words(cast.enter(client, Role.CIRCLE_MEMBER), at("answer", conference))
    assert 'alt="Tekening: een boom met vogels"' in answer


def test_there_are_six_drawings_each_with_a_file_and_words_for_who_does_not_see_it(cast, client, conference):
    page = words(cast.enter(client, Role.MAIN_PERSON), at("picture", conference))

    assert len(Drawing) == 6
    for drawing in Drawing:
        assert drawing.label.capitalize() in page
        assert re.search(rf"drawings/{drawing.value}[.\w]*svg", page)


def test_of_a_photo_only_the_picture_is_kept(cast, client, conference):
    cast.enter(client, Role.MAIN_PERSON)
    client.post(at("picture", conference), {"photo": sent(a_photo_from_home(), name="thuis.jpg")})

    file = client.get(InvitationPicture.objects.get().address)
    assert (file["Content-Type"], "sandbox" in file["Content-Security-Policy"]) == ("image/jpeg", True)
    with Image.open(BytesIO(file.content)) as kept:
        assert not kept.getexif()
    assert b"Cameramerk" not in file.content


def test_a_photo_is_for_the_family_their_invitees_and_the_coordinator(cast, client, conference):
    address = InvitationPicture.choose(conference, photo=sent(a_drawing()), by=cast.naima).address

    assert {role for role in Role if cast.enter(client, role).get(address).status_code == 200} == SEEN_BY


def test_who_said_no_holds_no_invitation_any_more_and_a_stranger_never_did(cast, client, conference):
    address = InvitationPicture.choose(conference, photo=sent(a_drawing()), by=cast.naima).address
    conference.members.get(person=cast.fatma).answer(mode="not", by=cast.fatma)

    assert cast.enter(client, cast.fatma).get(address).status_code == 404
    assert cast.enter(client, cast.stranger).get(address).status_code == 404
    client.logout()
    assert client.get(address).status_code == 302


def test_it_goes_on_the_letter_and_on_the_card_and_never_in_an_sms(cast, conference):
    InvitationPicture.choose(conference, photo=sent(a_drawing()), by=cast.naima)
    plain = asked(conference, cast)
    card = asked(conference, cast, name="Bea", channel="sms", reach="06 44 00 00 01")

    assert b"/Subtype/Image" in carding.letter(plain).replace(b" ", b"")
    assert b"/Subtype/Image" in carding.cards([card], "Naima").replace(b" ", b"")
    assert "plaatje" not in card.short
    assert InvitationPicture.objects.get().slug not in card.full_short + card.full_text


def test_a_reminder_and_a_letter_to_a_professional_carry_no_picture(cast, conference):
    InvitationPicture.choose(conference, drawing="boat", by=cast.naima)
    at_work = asked(conference, cast, name="Mr. Prins", relation="lawyer", hat="professional")

    assert not carding.is_invitation(at_work)
    invited = asked(conference, cast)
    assert carding.is_invitation(invited)
    invited.key = "reminder of the same"
    assert not carding.is_invitation(invited)


def test_a_professional_reads_no_picture_on_the_answer_page(cast, client, conference):
    InvitationPicture.choose(conference, drawing="boat", by=cast.naima)

    assert "invitation-picture" not in words(cast.enter(client, Role.PROFESSIONAL), at("answer", conference))


def test_another_one_takes_its_place_and_the_old_file_is_gone(
    cast, client, conference, django_capture_on_commit_callbacks
):
    InvitationPicture.choose(conference, photo=sent(a_drawing()), by=cast.naima)
    cast.enter(client, Role.MAIN_PERSON)

    with django_capture_on_commit_callbacks(execute=True):
        client.post(at("picture", conference), {"drawing": "tea"})

    assert InvitationPicture.objects.get().drawing == "tea"
    assert uploads.everything() == []


def test_without_a_picture_everything_goes_on(cast, client, conference, django_capture_on_commit_callbacks):
    InvitationPicture.choose(conference, photo=sent(a_drawing()), by=cast.naima)
    cast.enter(client, Role.MAIN_PERSON)
    with django_capture_on_commit_callbacks(execute=True):
        page = client.post(at("remove_picture", conference), follow=True).content.decode()

    assert "De woorden zijn genoeg." in page
    assert not InvitationPicture.objects.exists()
    assert uploads.everything() == []
    assert carding.letter(asked(conference, cast)).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"<svg onload=alert(1)>", "geen foto die we kunnen openen"), (b"", "In dit bestand zit niets")],
)
def test_what_is_no_picture_gets_a_sentence_and_nothing_is_kept(cast, client, conference, content, said):
    page = cast.enter(client, Role.MAIN_PERSON).post(
        at("picture", conference), {"photo": sent(content, name="lief.png")}
    )

    assert said in page.content.decode()
    assert not InvitationPicture.objects.exists()


def test_nothing_chosen_is_said_kindly(cast, client, conference):
    page = cast.enter(client, Role.MAIN_PERSON).post(at("picture", conference), {})

    assert "Kies een tekening, of stuur zelf een foto." in page.content.decode()


@pytest.mark.rule("A28")
def test_of_two_sides_that_are_kept_apart_nobody_sees_the_picture_of_the_other(cast, client, conference):
    sam = cast.anyone_new("Sam")
    conference.seat(sam, Role.MAIN_PERSON)
    address = InvitationPicture.choose(conference, photo=sent(a_drawing()), by=cast.naima).address
    keep_apart(conference, first=cast.naima, second=sam, by=cast.joke)

    for person in (sam, cast.fatma):
        assert cast.enter(client, person).get(address).status_code == 404
    assert "invitation-picture" not in words(client, at("answer", conference))
    assert cast.enter(client, cast.naima).get(address).status_code == 200


def test_the_coordinator_chooses_it_for_who_calls_and_nobody_else_does(cast, conference):
    InvitationPicture.choose(conference, drawing="path", by=Hand(cast.joke, cast.naima, Via.PHONE))

    assert conference.journal.last().via == "phone"
    for person in (cast.fatma, cast.marloes, cast.joke):
        with pytest.raises(NotAllowed):
            InvitationPicture.choose(conference, drawing="path", by=person)
