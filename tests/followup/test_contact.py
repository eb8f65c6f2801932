"""Somebody phones after some weeks: asks, and does not inspect."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle.safety import SafetyNote
from kring.conference.access import Phase, Role
from kring.conference.models import Conference
from kring.followup.contacting import Contact


def at(conference, name: str, *args) -> str:
    return reverse(f"followup:{name}", args=[conference.slug, *args])


def home(client, conference) -> str:
    return client.get(reverse("conference:show", args=[conference.slug])).content.decode()


@pytest.fixture
def conference(cast):
    return cast.conference(phase=Phase.FOLLOW_UP)


@pytest.mark.rule("B13")
@pytest.mark.rule("R-REV-2")
def test_after_four_weeks_a_person_phones_and_notes_no_content(cast, client, conference):
    cast.enter(client, Role.COORDINATOR)
    assert "Bel Naima" not in home(client, conference)
    Conference.objects.update(moved_at=timezone.now() - timedelta(weeks=4))
    assert "Bel Naima: hoe gaat het?" in home(client, conference)
    assert "Bel Naima" not in home(cast.enter(client, Role.REGIONAL_MANAGER), conference)
    cast.enter(client, Role.COORDINATOR)
    form = client.get(at(conference, "contact"))
    assert "<textarea" not in form.content.decode()

    client.post(at(conference, "contact"), {"on": timezone.localdate(), "runs": "part", "wants_help": "on"})

    contact = Contact.objects.get()
    assert (contact.runs, contact.wants_change, contact.wants_help, contact.by) == ("part", False, True, cast.joke)
    assert "Bel Naima" not in home(client, conference)
    assert {field.name for field in Contact._meta.get_fields()} == {
        "id", "conference", "on", "runs", "wants_change", "wants_help", "by"
    }  # fmt: skip


@pytest.mark.rule("R-SAF-7")
@pytest.mark.parametrize("weeks", [25, 27])
def test_where_people_were_kept_apart_somebody_calls_again_after_half_a_year(cast, client, conference, weeks):
    wim = cast.anyone_new("Wim", phone="06 11 00 00 08", channel="sms")
    conference.seat(wim, Role.CIRCLE_MEMBER)
    begun = timezone.now() - timedelta(weeks=weeks)
    type(conference).objects.filter(pk=conference.pk).update(moved_at=begun)
    conference.contacts.create(on=begun.date() + timedelta(weeks=5), runs="all")
    home = reverse("conference:show", args=[conference.slug])
    cast.enter(client, Role.COORDINATOR)
    assert "hoe is het nu?" not in client.get(home).content.decode()

    SafetyNote.note(conference, about=cast.fatma, flag="not_together", apart_from=wim, by=cast.joke)

    assert ("hoe is het nu?" in client.get(home).content.decode()) == (weeks > 26)
    assert "hoe is het nu?" not in client.get(f"{home}?namens={cast.naima.slug}&via=phone").content.decode()
    conference.contacts.create(on=timezone.localdate(), runs="all")
    assert "hoe is het nu?" not in client.get(home).content.decode()
