"""A coordinator stays out of the content, and a professional always finds the regiomanager."""

import re

import pytest
from django.apps import apps
from django.conf import settings
from django.forms import Form

from kring.conference.access import Phase
from kring.foundation import writing
from kring.matching import forms, register_forms

HERE = [model for model in apps.get_app_config("kring").get_models() if model.__module__.startswith("kring.matching")]
CONTENT = re.compile(
    "problem|diagnos|risk|score|advice|advies|analys|concern|worry|zorg|situation|situatie|progress|health|religion|origin|"
    "verslag|report|story|verhaal|goal|doel|indicati|interven"
)


# --- A21 -------------------------------------------------------------------------------------------------------------
@pytest.mark.rule("A21")
@pytest.mark.parametrize("model", HERE, ids=lambda model: model.__name__)
def test_no_field_of_this_room_is_for_what_the_situation_is_about(model):
    names = [f"{field.name} {getattr(field, 'verbose_name', '')}" for field in model._meta.get_fields()]

    assert [name for name in names if CONTENT.search(name.lower())] == []


@pytest.mark.rule("A21")
def test_no_form_of_a_coordinator_asks_what_the_situation_is_about():
    found = [one for module in (forms, register_forms) for one in vars(module).values() if isinstance(one, type)]
    asked = [
        f"{form.__name__}.{name} {field.label}"
        for form in found
        if issubclass(form, Form)
        for name, field in form.base_fields.items()
    ]

    assert len(asked) > 30
    declares = "AcceptForm.declared "  # «I have no interest in this situation»: the opposite of telling about it
    assert [one for one in asked if CONTENT.search(one.lower()) and not one.startswith(declares)] == []


@pytest.mark.rule("A21")
def test_every_free_line_to_a_coordinator_warns_against_names_and_stories():
    free = [forms.OfferForm.base_fields["note"], forms.DeclineForm.base_fields["words"]]
    free.append(forms.CoachingNoteForm.base_fields["text"])

    assert all(re.search("geen namen", str(field.help_text), re.IGNORECASE) for field in free)


@pytest.mark.rule("A21")
def test_the_register_holds_nothing_about_a_family():
    coordinator = next(model for model in HERE if model.__name__ == "Coordinator")
    pointing = {field.related_model.__name__ for field in coordinator._meta.get_fields() if field.is_relation}

    about_themselves = {"FreePeriod", "Portrait", "Fee", "Claim", "PayAccount"}
    assert pointing <= {"Person", "Region", "Municipality", "Offer"} | about_themselves


# --- A51 -------------------------------------------------------------------------------------------------------------
LETTERS = sorted(path for path in settings.HOUSE.glob("*/letters/*.txt") if path.name != "frame.txt")


def given(letter: str) -> dict:
    """What a letter counts with; all else may stay open."""
    return dict.fromkeys(re.findall(r"count \w+=(\w+)(?![\w.])", (settings.HOUSE / letter).read_text()), 3)


@pytest.mark.rule("A51")
@pytest.mark.parametrize("phase", [Phase.MATCHING, Phase.PREPARATION, Phase.CLOSED])
def test_every_letter_to_a_professional_names_the_manager_with_phone_and_mail(cast, phase):
    conference, manager = cast.conference(phase=phase), cast.ayse
    for path in LETTERS:
        letter = str(path.relative_to(settings.HOUSE))
        for person in (cast.marloes, cast.stefan, cast.tom):
            said = writing.write(person, letter, given(letter), about=conference, has_link=True)
            for told in (manager.get_full_name(), manager.phone, manager.login_email):
                assert told in said.text, (letter, told)
            assert manager.phone in said.short, letter


@pytest.mark.rule("R-SAF-5")
def test_no_letter_to_the_family_shows_the_own_number_or_mailbox_of_the_coordinator(cast):
    conference = cast.conference(phase=Phase.PREPARATION)
    for path in LETTERS:
        letter = str(path.relative_to(settings.HOUSE))
        said = writing.write(cast.naima, letter, given(letter), about=conference, has_link=True)
        for own in (cast.joke.phone, cast.joke.login_email):
            assert own not in said.text + said.short, letter
