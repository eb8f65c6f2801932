"""In other words: plain Dutch and translations beside the form; the original binds."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kring.conditions.explaining import InOtherWords
from kring.conditions.refusals import NotForAll
from kring.conference.access import Role
from kring.conference.models import NotAllowed
from kring.foundation.uploads import Upload
from tests.conditions.scene import address, look
from tests.foundation.sent import a_drawing

PLAIN = "Elke dag naar school. ’s Avonds is er een groot mens."


@pytest.mark.rule("R-INF-4")
def test_plain_words_stand_beside_the_form_for_everybody_marked_as_explanation(cast, client, released):
    cast.enter(client, Role.CONDITION_SETTER)
    client.post(address("explain", released.conference, released.slug), {"language": "nl", "text": PLAIN})

    for role in (Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.COORDINATOR):
        page = look(cast, client, role, released.conference)
        assert PLAIN in page
        assert "Dit is een uitleg. Wat hierboven staat, geldt." in page


@pytest.mark.rule("A48")
def test_a_translation_says_who_made_it_and_may_be_a_photo(cast, client, released, settings, tmp_path):
    settings.DATA = tmp_path
    conference, where = released.conference, address("explain", released.conference, released.slug)
    photo = SimpleUploadedFile("tekst.png", a_drawing(), content_type="image/png")
    cast.enter(client, Role.REGIONAL_MANAGER)

    nameless = client.post(where, {"language": "ar", "text": "المدرسة كل يوم"})
    client.post(where, {"language": "ar", "photo": photo, "made_by": "Tolk Amira"})
    words = InOtherWords.objects.get()
    page = look(cast, client, Role.CIRCLE_MEMBER, conference)

    assert nameless.context["words"].errors["made_by"]
    assert "Vertaald door Tolk Amira." in page
    assert client.get(address("sent_along", conference, words.slug))["Content-Type"] == "image/jpeg"
    cast.enter(client, Role.REGIONAL_MANAGER).post(address("unexplain", conference, words.slug))
    assert not Upload.objects.exists()


def test_what_explains_a_draft_is_not_there_for_others_and_hides_nothing(cast, client, written):
    words = InOtherWords.write(written, language="nl", text=PLAIN, by=cast.stefan)
    with pytest.raises(NotForAll):
        InOtherWords.write(written, language="nl", text="Niet voor de familie: …", by=cast.stefan)
    with pytest.raises(NotAllowed):
        InOtherWords.write(written, language="nl", text=PLAIN, by=cast.joke)

    assert PLAIN not in look(cast, client, Role.CIRCLE_MEMBER, written.conference)
    assert client.get(address("sent_along", written.conference, words.slug)).status_code == 404
