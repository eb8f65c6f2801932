"""Two sides that are kept apart come together later as well, without reading who stands on the other."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle import sides
from kring.circle.models import CircleMember
from kring.circle.safety import SafetyNote
from kring.circle.safety_refusals import AskTheCoordinator
from kring.conference.access import Phase, Role
from kring.followup import calling_together
from kring.followup.calling_forms import OTHER_SIDE
from kring.followup.calling_together import Gathering
from kring.people.models import Organisation

HIS = "Wim van der Berg"


@pytest.fixture
def sam(cast):
    return cast.anyone_new("Sam", phone="06 11 00 00 09", channel="sms")


@pytest.fixture
def wim(cast):
    return cast.anyone_new("Wim", last_name="van der Berg", phone="06 11 00 00 08", channel="sms")


@pytest.fixture
def conference(cast, sam, wim):
    """Naima with Fatma, and Sam with Wim."""
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    conference.seat(sam, Role.MAIN_PERSON)
    conference.seat(wim, Role.CIRCLE_MEMBER)
    CircleMember.objects.create(
        conference=conference, person=wim, name=HIS, side="second", agreed_at=timezone.now(), named_by=sam
    )
    CircleMember.objects.filter(person=cast.fatma).update(side="first")
    sides.TwoSides.objects.create(conference=conference, first=cast.naima, second=sam)
    return conference


def at(conference, name: str) -> str:
    return reverse(f"followup:{name}", args=[conference.slug])


@pytest.mark.rule("A28")
def test_who_calls_the_circle_together_reads_the_own_side_and_calls_the_other_as_one(cast, client, conference, wim):
    cast.enter(client, Role.CIRCLE_MEMBER)
    page = client.get(at(conference, "call")).content.decode()
    assert "Fatma Bouzid" in page
    assert HIS not in page
    assert "Iedereen van de andere kant" in page

    client.post(at(conference, "call"), {"people": [cast.fatma.slug, wim.slug]})
    assert not Gathering.objects.exists()
    moment = timezone.localtime() + timedelta(days=9)
    client.post(
        at(conference, "call"),
        {"people": [cast.fatma.slug, OTHER_SIDE], "starts_at_0": moment.date(), "starts_at_1": "14:00"},
    )

    assert wim in Gathering.objects.get().people.all()
    Gathering.objects.update(starts_at=moment)
    assert "Wim" not in client.get(at(conference, "how")).content.decode()
    assert "Wim" in cast.enter(client, wim).get(at(conference, "how")).content.decode()


@pytest.mark.rule("R-SAF-3")
def test_nobody_is_called_to_whom_they_may_not_meet(cast, client, conference, wim):
    note = SafetyNote.note(conference, about=cast.fatma, flag="no_contact", apart_from=wim, by=cast.joke)
    with pytest.raises(AskTheCoordinator):
        calling_together.call(conference, people=[cast.fatma, wim], by=cast.naima)
    calling_together.call(conference, people=[cast.fatma], by=cast.naima)

    note.sign(why="Zij komen na elkaar", by=cast.anouk)
    calling_together.call(conference, people=[cast.fatma, wim], by=cast.naima)


def test_whom_to_call_is_each_ones_own(cast, client, conference, monkeypatch):
    """The circle its coordinator, by the number of the house; a professional the regiomanager (A51)."""
    told = []
    monkeypatch.setattr(
        "kring.followup.keeping_views.pdf", lambda _name, printed: told.append(printed["call"]) or b"%PDF-"
    )

    for role in (Role.CIRCLE_MEMBER, Role.PROFESSIONAL):
        cast.enter(client, role).get(at(conference, "slip"))

    assert told == [f"Joke, {Organisation.current().phone}", f"Ayşe, {cast.ayse.phone}"]
