"""The words of letters: the office's own, with all that must stay, and back again; never template code."""

import re

import pytest

from kring.foundation import writing
from kring.foundation.rewording import LETTERS, LetterText, NotThatPlace, tried
from kring.oversight.lettering import called, looked_at
from kring.people.models import Person

TEXTS = "/werk/teksten/"
ASKED, INVITATION = "referral/letters/asked.txt", "circle/letters/invitation.txt"


def spec_of(letter: str):
    return LETTERS[letter]


def written(letter: str, **context) -> str:
    return writing.write(Person.objects.get(first_name="Fatma"), letter, context, has_link=True).text


def test_the_original_words_written_back_are_the_same_letter(cast):
    for letter, spec in LETTERS.items():
        context = spec.example()
        as_it_is = written(letter, **context)
        assert "{" not in as_it_is
        with tried(letter, spec.original()):
            assert written(letter, **context) == as_it_is
        assert spec.musts, letter


def test_other_words_go_out_from_then_on_and_back_is_back(cast):
    before = written(ASKED)
    spec = spec_of(ASKED)
    LetterText.write(spec, text="Hallo {voornaam}, kijk eens.\n\n{nee is goed}\n\n{link}", by=cast.henk)

    after = written(ASKED)
    LetterText.put_back(spec, by=cast.henk)

    assert "Hallo Fatma, kijk eens." in after
    assert "Nee is ook goed, en je hoeft niet te zeggen waarom." in after
    assert writing.LINK in after
    assert "Bellen mag ook" in after
    assert "niet van de gemeente" in after
    assert written(ASKED) == before
    assert LetterText.objects.count() == 2


WRONG = [
    ("Kijk eens. {link}", "{nee is goed}"),
    ("{nee is goed}", "{link}"),
    ("{nee is goed} {link} {link}", "{link}"),
    ("{nee is goed} {link} {adres van oma}", "adres van oma"),
    ("{nee is goed} {link} {{ person.phone }}", "person.phone"),
    ("{nee is goed} {link} {% include 'x' %}", "kennen we niet"),
    ("{nee is goed} {link} }", "haakje"),
    ("{nee is goed} {link} ‹link›", "haakje"),
    ("{nee is goed} {link} Uw dossier ligt klaar.", "dossier"),
    ("{nee is goed} {link} Het duurt tot 17.00 uur.", "eindtijd"),
]


def test_what_must_stay_cannot_be_lost_and_nothing_is_worked_out(cast):
    for text, said in WRONG:
        with pytest.raises(NotThatPlace, match=re.escape(said)):
            LetterText.write(spec_of(ASKED), text=text, by=cast.henk)

    assert not LetterText.objects.exists()


@pytest.mark.rule("A41")
@pytest.mark.rule("B23")
def test_an_invitation_keeps_its_promises_in_any_words(cast):
    spec = spec_of(INVITATION)
    for lost in ("hoe lang", "alleen meedenken", "ja of nee", "link", "wie uitnodigt"):
        with pytest.raises(NotThatPlace, match=lost):
            LetterText.write(spec, text=spec.original().replace(f"{{{lost}}}", ""), by=cast.henk)


def test_what_people_typed_is_put_in_once_and_never_read_again(cast):
    with tried(INVITATION, spec_of(INVITATION).original()):
        said = written(INVITATION, sender="{link} {{ person.phone }}", own_words=[], question="")

    assert "{link} {{ person.phone }}" in said


def test_who_reads_another_language_gets_the_translation_of_the_original(cast):
    LetterText.write(spec_of(ASKED), text="Kijk eens. {nee is goed} {link}", by=cast.henk)
    Person.objects.filter(pk=cast.fatma.pk).update(language="en")

    assert "Kijk eens" not in written(ASKED)


def test_the_office_looks_first_keeps_it_and_sees_who_changed_what(cast, client):
    cast.enter(client, cast.henk)
    url = f"{TEXTS}{called(spec_of(ASKED))}/"
    assert url in client.get(TEXTS).content.decode()
    text = spec_of(ASKED).original().replace("Lees het rustig.", "Neem de tijd.")

    seen = client.post(url, {"text": text, "look": "yes"}).content.decode()
    assert "Neem de tijd." in seen
    assert "Dag Noor" in seen
    assert not LetterText.objects.exists()
    client.post(url, {"text": text})

    page = client.get(url).content.decode()
    assert "Henk Kuipers" in page
    assert page.count("Neem de tijd.") == 2
    assert "<del" in page
    client.post(f"{url}terug/")
    assert LetterText.now(ASKED) == ""
    client.post(url, {"text": text + "{x}"})
    assert LetterText.now(ASKED) == ""


def test_a_look_is_at_invented_people(cast):
    spec = spec_of(INVITATION)

    look = looked_at(spec, spec.original())

    assert "Sanne schrijft: «Fijn als je erbij bent.»" in look.text
    assert "Naima" not in look.text


def test_only_the_office_words_letters(cast, client):
    for person in (cast.joke, cast.ayse, cast.naima):
        cast.enter(client, person)
        assert client.get(TEXTS).status_code == 404
        assert client.post(f"{TEXTS}{called(spec_of(ASKED))}/", {"text": "x"}).status_code == 404
