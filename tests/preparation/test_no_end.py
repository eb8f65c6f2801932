"""There is a start and never an end: not in a form, not in a table, not in a calendar (A41)."""

import pytest
from django.apps import apps
from icalendar import Calendar

from kring.foundation.posting import Message
from kring.preparation import announcing, fixing_forms, place_forms
from kring.preparation import forms as forms_here
from kring.preparation.models import Preparation, Venue
from kring.preparation.no_end import AnEnd, looks_like_an_end, speaks_of_an_end
from tests.preparation.days import as_typed, at, everybody_can, soon


@pytest.mark.rule("A41")
@pytest.mark.parametrize(
    "an_end", [{"ends_at_0": "2030-01-01", "ends_at_1": "17:17"}, {"eindtijd": "17:17"}, {"duration": "5"}]
)
def test_an_end_that_is_posted_is_refused_and_stored_nowhere(cast, client, an_end):
    conference = cast.conference()
    everybody_can(conference, soon())

    page = cast.enter(client, cast.joke).post(at("fix_date", conference), as_typed(soon()) | an_end)

    assert "Er is geen eindtijd" in page.context["form"].non_field_errors()[0]
    assert Preparation.of(conference).starts_at is None
    assert not Message.objects.filter(about=conference).exists()


@pytest.mark.rule("A41")
def test_an_end_in_an_address_is_refused(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.joke)

    for page in ("fix_date", "propose", "place"):
        answer = client.get(at(page, conference), {"tot": "17:00"}, follow=True)
        assert "Er is geen eindtijd" in answer.text, page


@pytest.mark.rule("A41")
@pytest.mark.parametrize("words", ["De Wiek, 14.00 - 17.00 uur", "Van 14 tot 17 uur in De Wiek", "Eindtijd: 17.30"])
def test_an_end_in_words_is_refused_also_from_a_program(cast, words):
    conference = cast.conference()
    everybody_can(conference, soon())
    preparation = Preparation.of(conference)

    for about in ({"place": words}, {"place": "De Wiek", "practical": words}):
        with pytest.raises(AnEnd):
            preparation.fix_date(starts_at=soon(), by=cast.joke, **about)
    with pytest.raises(TypeError):
        preparation.fix_date(starts_at=soon(), place="De Wiek", ends_at=soon(31), by=cast.joke)
    with pytest.raises(AnEnd):
        Venue().tell(region=cast.region, name="De Wiek", address="Dorpsstraat 1", cost=words, by=cast.joke)


def test_a_place_may_be_called_what_it_is():
    for words in ("Dorpsstraat 14-16, ingang achter", "Open tot laat. Tot ziens.", "De Eindhof 3", "Zaal 10 of 12"):
        assert not speaks_of_an_end(words), words


@pytest.mark.rule("A41")
def test_no_form_and_no_table_of_the_preparation_knows_an_end():
    modules = (forms_here, fixing_forms, place_forms)
    forms = [form for module in modules for form in vars(module).values() if hasattr(form, "base_fields")]
    fields = {f"{form.__name__}.{name}" for form in forms for name in form.base_fields}
    tables = [model for model in apps.get_models() if model.__module__.startswith("kring.preparation")]
    columns = {f"{model.__name__}.{field.name}" for model in tables for field in model._meta.get_fields()}

    assert {"FixDateForm.starts_at", "ProposeForm.other", "PlaceForm.where"} <= fields
    assert {"Preparation.starts_at", "DateOption.starts_at"} <= columns
    assert not [name for name in fields | columns if looks_like_an_end(name.partition(".")[2])]


@pytest.mark.rule("A40")
@pytest.mark.rule("A41")
def test_five_hours_on_average_and_no_end_is_said_where_a_day_is_spoken_of(cast, client):
    conference = cast.conference()
    everybody_can(conference, soon())
    announcing.propose(conference, moments=[soon(33)], by=cast.joke)
    assert all("gemiddeld vijf uur" in message.text for message in Message.objects.filter(about=conference))
    cast.enter(client, cast.naima)
    assert "Gemiddeld vijf uur, geen eindtijd" in client.get(at("dates", conference)).text

    announcing.fix_date(Preparation.of(conference), starts_at=soon(), place="De Wiek", by=cast.joke)

    assert "Gemiddeld vijf uur, geen eindtijd" in client.get(at("show", conference)).text
    for message in Message.objects.filter(about=conference, key__startswith="date-"):
        assert "gemiddeld vijf uur" in message.text
        assert "geen eindtijd" in message.text
        assert "geen eindtijd" in Calendar.from_ical(message.calendar).walk("VEVENT")[0]["DESCRIPTION"]
