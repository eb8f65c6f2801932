"""There is a start and never an end: not in a form, not in a table, not in a calendar (A41)."""

import pytest
from django.apps import apps
from icalendar import Calendar

from kring.foundation.posting import Message
from kring.preparation import announcing
from kring.preparation import forms as forms_here
from kring.preparation.models import Preparation
from tests.preparation.days import as_typed, at, everybody_can, looks_like_an_end, soon


@pytest.mark.rule("A41")
def test_an_end_that_is_posted_is_stored_nowhere(cast, client):
    conference = cast.conference()
    everybody_can(conference, soon())
    an_end = {
        "ends_at": "2030-01-01 17:00",
        "ends_at_0": "2030-01-01",
        "ends_at_1": "17:17",
        "end": "17:17",
        "eindtijd": "17:17",
    }

    cast.enter(client, cast.joke).post(at("fix_date", conference), as_typed(soon()) | an_end)

    preparation = Preparation.of(conference)
    assert preparation.starts_at == soon()
    assert not [name for name, value in vars(preparation).items() if "17:17" in str(value) or "2030" in str(value)]
    for message in Message.objects.filter(about=conference):
        assert "17:17" not in message.text + message.calendar
        assert "DTEND" not in message.calendar
        assert "DURATION" not in message.calendar
    file = client.get(at("calendar", conference)).content.decode()
    assert "DTSTART" in file
    assert "DTEND" not in file
    assert "DURATION" not in file


@pytest.mark.rule("A41")
def test_no_form_and_no_table_of_the_preparation_knows_an_end():
    forms = [form for form in vars(forms_here).values() if isinstance(form, type) and hasattr(form, "base_fields")]
    fields = {f"{form.__name__}.{name}" for form in forms for name in form.base_fields}
    tables = [model for model in apps.get_models() if model.__module__.startswith("kring.preparation")]
    columns = {f"{model.__name__}.{field.name}" for model in tables for field in model._meta.get_fields()}

    assert {"FixDateForm.starts_at", "ProposeForm.other"} <= fields
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
