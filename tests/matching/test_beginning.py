"""The first contact within a few days, and coaching all along."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kring.conference.access import Phase
from kring.conference.models import Conference
from kring.foundation.channels import Channel
from kring.foundation.posting import Message
from kring.matching.coaching import CoachingTalk
from kring.matching.models import FirstContact
from kring.people.models import Person
from tests.matching.scenes import looking, now_of, offered, says_yes


def at(conference, page: str = "") -> str:
    return f"/c/{conference.slug}/{page}"


@pytest.mark.rule("A35")
def test_the_coordinator_is_asked_to_call_and_records_only_the_day(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, cast.joke)
    assert "Zoek binnen enkele dagen contact" in client.get(at(conference)).content.decode()
    form = client.get(at(conference, "eerste-contact/")).context["form"]
    assert set(form.fields) == {"on"}

    client.post(at(conference, "eerste-contact/"), {"on": timezone.localdate().isoformat()})

    assert FirstContact.objects.get().on == timezone.localdate()
    assert "Zoek binnen enkele dagen contact" not in client.get(at(conference)).content.decode()


@pytest.mark.rule("A53")
def test_with_urgency_nobody_is_told_to_wait_for_days(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    Conference.objects.update(is_urgent=True)
    for person, words in ((cast.joke, "Zoek vandaag nog contact"), (cast.naima, "het liefst vandaag")):
        cast.enter(client, person)

        page = client.get(at(conference)).content.decode()

        assert words in page
        assert "enkele dagen" not in page


@pytest.mark.rule("A53")
@pytest.mark.parametrize(("is_urgent", "words"), [(True, "het liefst vandaag"), (False, "werkdagen")])
def test_the_letter_with_the_name_of_the_coordinator_promises_days_or_with_urgency_today(cast, is_urgent, words):
    conference = looking(cast)
    Conference.objects.update(is_urgent=is_urgent)
    Person.objects.filter(pk=cast.naima.pk).update(channel=Channel.LETTER, postal_address="Dorpsstraat 1, Nunspeet")

    says_yes(offered(cast, now_of(conference)))

    text = Message.objects.get(recipient=cast.naima).text
    assert words in text
    assert ("werkdag" in text) is not is_urgent


@pytest.mark.rule("A35")
def test_the_main_person_reads_who_calls_until_the_first_contact_was_there(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, cast.naima)
    assert "Joke is je coördinator" in client.get(at(conference)).content.decode()

    FirstContact.record(conference, on=timezone.localdate(), by=cast.joke)

    assert "Joke is je coördinator" not in client.get(at(conference)).content.decode()


@pytest.mark.parametrize("on", ["", "gisteren", "2027-02-30", (timezone.localdate() + timedelta(days=1)).isoformat()])
def test_a_day_that_cannot_be_is_refused_at_its_field(cast, client, on):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, cast.joke)

    page = client.post(at(conference, "eerste-contact/"), {"on": on})

    assert "on" in page.context["form"].errors
    assert not FirstContact.objects.exists()


@pytest.mark.rule("A50")
def test_a_coordinator_who_wants_to_talk_is_seen_by_the_coach_who_ticks_it_off(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, cast.joke)
    client.post(at(conference, "sparren/vragen/"))
    client.post(at(conference, "sparren/vragen/"))
    assert CoachingTalk.objects.count() == 1
    assert Message.objects.get(recipient=cast.anouk).subject == "Er is een wens om te sparren"

    cast.enter(client, cast.anouk)
    assert "Joke Terpstra wil met u sparren" in client.get(at(conference)).content.decode()
    client.post(at(conference, "sparren/gedaan/"))

    assert CoachingTalk.objects.get().held_at is not None
    assert "sparren</h2>" not in client.get(at(conference)).content.decode()


@pytest.mark.rule("A50")
@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.INFORMATION, Phase.PRESENTATION, Phase.FOLLOW_UP])
def test_coaching_is_there_from_the_assignment_on_for_these_two_alone(cast, client, phase):
    conference = cast.conference(phase=phase)
    for person, may in (
        (cast.joke, 200),
        (cast.anouk, 200),
        (cast.ayse, 404),
        (cast.naima, 404),
        (cast.stefan, 404),
        (cast.tom, 404),
    ):
        cast.enter(client, person)
        assert client.get(at(conference, "sparren/")).status_code == may


def test_a_talk_that_nobody_asked_for_cannot_be_ticked_off(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, cast.anouk)

    page = client.post(at(conference, "sparren/gedaan/"), follow=True).content.decode()

    assert "geen coachgesprek open" in page
