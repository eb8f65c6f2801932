"""Invited in Arabic: from right to left, whole, marked as unchecked; and Dutch that says so after the answer."""

import re

import pytest
from django.conf import settings
from django.urls import reverse

from kring.circle import carding, inviting
from kring.circle.kinds import Mode
from kring.circle.models import CircleMember
from kring.conference.access import Role
from kring.foundation import tongues
from kring.foundation.posting import post
from kring.management.opening import compile_words
from kring.people.links import PersonalLink
from tests.house.door_words import kept, wanted
from tests.house.words import other_placeholders

ARABIC = re.compile("[\u0600-\u06ff]")
UNCHECKED = tongues.AT_THE_DOOR["ar"].unchecked
IN_DUTCH = "Deze tekst is nog niet nagekeken door iemand die Arabisch als moedertaal spreekt."


@pytest.fixture(autouse=True, scope="module")
def words():
    compile_words(settings.LOCALE_PATHS[0])


@pytest.fixture
def aunt(cast):
    """Aunt Khadija in Morocco, who reads Arabic and has WhatsApp."""
    conference = cast.conference()
    about = {"name": "Khadija Amrani", "channel": "phone", "reach": "+212 600 000 001", "language": "ar"}
    member = CircleMember.name_someone(conference, by=cast.naima, **about)
    member.way = "app"
    inviting.invite(member, by=cast.joke)
    return member


def address(page, member, *args):
    return reverse(f"circle:{page}", args=[member.conference.slug, *args])


def test_every_language_at_the_door_has_exactly_the_words_of_the_invitation_and_the_answer():
    for language in tongues.AT_THE_DOOR:
        catalogue = kept(language)
        assert {entry.msgid for entry in catalogue} == wanted()
        assert [entry.msgid for entry in catalogue if not entry.translated() or entry.fuzzy] == []
        assert [entry.msgid for entry in catalogue if other_placeholders(entry)] == []


@pytest.mark.rule("A28")
def test_the_invitation_in_arabic_says_what_the_dutch_one_says(cast, aunt):
    cast.make_ready(aunt.conference)
    dutch, arabic = (inviting.draft(aunt.conference, "circle", language) for language in ("nl", "ar"))

    assert arabic.language == "ar"
    assert len(arabic.text.split("\n\n")) == len(dutch.text.split("\n\n")) + 1  # and that nobody checked it
    assert UNCHECKED in arabic.text
    assert "خمس ساعات" in arabic.text
    assert "2027" in arabic.text


def test_what_is_not_arabic_in_it_are_names_and_what_the_family_wrote(cast, aunt):
    text = inviting.draft(aunt.conference, "circle", "ar").text.replace("(hier komt ieders eigen link)", "")

    assert set(re.findall(r"[A-Za-z]{3,}", text)) == {"Naima", "Kring", "Joke", "Terpstra"}


def test_a_number_and_a_name_keep_their_order_in_a_text_from_right_to_left(aunt):
    text = inviting.draft(aunt.conference, "circle", "ar").text

    assert "\u200e038\u00a0000\u00a000\u00a000\u200e" in text
    assert "\u2068Naima\u2069" in text
    assert "\u2068" not in inviting.draft(aunt.conference, "circle", "nl").text


def test_the_answer_page_stands_from_right_to_left_and_says_that_nobody_checked_it(cast, client, aunt):
    words = cast.enter(client, aunt.person).get(address("answer", aunt)).content.decode()

    assert '<html lang="ar" dir="rtl">' in words
    assert "هل تشاركنا التفكير؟" in words
    assert UNCHECKED in words
    assert f'<p lang="nl" dir="ltr">{IN_DUTCH}</p>' in words
    assert 'dir="ltr">038 000 00 00</a>' in words
    assert "→ رجوع" in words


def test_the_door_before_it_speaks_arabic_too(client, aunt):
    words = client.get(PersonalLink.of(aunt.person).address("/")).content.decode()

    assert '<html lang="ar" dir="rtl">' in words
    assert "تابع" in words


@pytest.mark.parametrize("mode", Mode)
def test_every_answer_is_thanked_in_arabic(cast, client, aunt, mode):
    cast.enter(client, aunt.person)

    words = client.post(address("answer", aunt), {"mode": mode}, follow=True).content.decode()

    assert '<html lang="ar" dir="rtl">' in words
    assert "شكراً لك" in words


def test_what_is_wrong_is_said_in_arabic_and_details_are_kept(cast, client, aunt):
    cast.enter(client, aunt.person)
    client.post(address("answer", aunt), {"mode": "by_video"})

    client.post(address("details", aunt), {"aids": ["interpreter"], "tongue": "العربية", "dialect": "الدارجة"})

    aunt.refresh_from_db()
    assert "taal van de tolk: العربية (الدارجة)" in aunt.all_needs


def test_after_the_answer_everything_is_dutch_and_one_arabic_sentence_says_so(cast, client, aunt):
    aunt.answer(mode=Mode.BY_VIDEO, by=aunt.person)
    words = cast.enter(client, aunt.person).get(reverse("conference:show", args=[aunt.conference.slug]))
    page = words.content.decode()

    assert '<html lang="nl">' in page
    assert f'lang="ar" dir="rtl">{tongues.AT_THE_DOOR["ar"].page_is_dutch}' in page
    assert len(ARABIC.sub("", page)) > len(page) * 0.9


def test_another_message_is_dutch_and_begins_with_an_arabic_sentence(aunt):
    message = post(aunt.person, "foundation/letters/ready.txt", key="x", about=aunt.conference)

    assert message.language == "nl"
    assert message.text.startswith("Dag Khadija,")
    assert tongues.AT_THE_DOOR["ar"].message_is_dutch in message.text
    assert not ARABIC.search(message.subject)


def test_who_reads_dutch_sees_no_sentence_about_it(cast, client, aunt):
    page = cast.enter(client, cast.fatma).get(reverse("conference:show", args=[aunt.conference.slug]))

    assert not ARABIC.search(page.content.decode())


def test_somebody_who_got_it_in_dutch_chooses_arabic_on_the_answer_page_and_can_go_back(cast, client, aunt):
    cast.enter(client, Role.CIRCLE_MEMBER)
    path = address("answer", aunt)
    assert tongues.called("ar") in client.get(path).content.decode()

    client.post(reverse("people:language"), {"language": "ar", "next": path})
    assert '<html lang="ar" dir="rtl">' in client.get(path).content.decode()

    client.post(reverse("people:language"), {"language": "nl", "next": path})
    assert '<html lang="nl">' in client.get(path).content.decode()


def test_a_coordinator_who_answers_for_her_reads_dutch(cast, client, aunt):
    cast.enter(client, Role.COORDINATOR)

    page = client.get(address("answer", aunt) + f"?namens={aunt.person.slug}&via=phone").content.decode()

    assert '<html lang="nl">' in page


def test_the_text_to_copy_is_hers_and_is_sent_by_nobody_here(cast, client, aunt):
    message = aunt.person.messages.get()
    page = cast.enter(client, Role.COORDINATOR).get(address("message", aunt, message.slug))
    words = page.content.decode()

    assert message.status == "by_hand"
    assert PersonalLink.of(aunt.person).address(message.link_path) in page.context["app"]["text"]
    assert 'lang="ar" dir="rtl"' in words
    assert page.context["app"]["url"].startswith("https://wa.me/?text=")
    assert 'rel="noreferrer noopener"' in words


def test_her_card_and_her_letter_are_printed_in_arabic(aunt):
    message = aunt.person.messages.get()

    assert carding.cards([message], "Naima").startswith(b"%PDF")
    assert carding.card(message, "Naima")["dir"] == "rtl"
    assert carding.letter(message).startswith(b"%PDF")
