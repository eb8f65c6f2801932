"""A good ending: the organisation steps back, the circle keeps its plan."""

import io
import re
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from kring.circle.excluding import Exclusion
from kring.circle.kinds import Mode
from kring.circle.own_words import OwnMessage
from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.followup.asking_closing import keep_it
from kring.followup.closing import close, say_again
from kring.followup.downloading import own_copy
from kring.followup.models import FollowUp
from kring.foundation.posting import Message
from kring.foundation.templatetags.house import day
from kring.foundation.uploads import Upload
from kring.oversight.erasing import erase
from kring.oversight.models import KeepingPeriod
from kring.people.models import Person
from kring.plan.models import Plan
from kring.plan.versions import PlanVersion
from kring.referral.earlier import EarlierConference


def a_picture() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 30), "red").save(file, "PNG")
    return file.getvalue()


def at(conference, name: str, *args) -> str:
    return reverse(f"followup:{name}", args=[conference.slug, *args])


@pytest.mark.rule("B9")
@pytest.mark.parametrize("role", [Role.MAIN_PERSON, Role.COORDINATOR])
def test_it_is_closed_with_a_goodbye_and_the_circle_keeps_its_plan(cast, client, conference, role):
    cast.enter(client, role)
    assert client.get(at(conference, "close")).status_code == 200
    assert Conference.objects.get(pk=conference.pk).phase == Phase.FOLLOW_UP

    client.post(at(conference, "close"))

    conference = Conference.objects.get(pk=conference.pk)
    assert conference.phase == Phase.CLOSED
    assert FollowUp.of(conference).closed_well_at
    letters = Message.objects.all()
    assert {letter.recipient for letter in letters} == {cast.naima, cast.fatma} - {cast[role]}
    assert all("Bewaar het ook zelf" in letter.text for letter in letters)
    for who in (Role.MAIN_PERSON, Role.CIRCLE_MEMBER):
        page = cast.enter(client, who).get(reverse("plan:show", args=[conference.slug]))
        assert "De kinderen naar school brengen" in page.content.decode()


@pytest.mark.rule("B9")
def test_what_goes_and_when_is_said_before_it_is_closed(cast, client, conference):
    KeepingPeriod.objects.create(kind="plan", days=200)
    today = timezone.localdate()

    page = cast.enter(client, Role.MAIN_PERSON).get(at(conference, "close")).content.decode()

    assert f"<strong>{day(today + timedelta(days=90))}</strong>" in page
    assert f"<strong>{day(today + timedelta(days=200))}</strong>" in page


@pytest.mark.rule("B9")
def test_everything_comes_along_as_one_file_that_opens_without_us(cast, client, conference):
    OwnMessage.objects.create(conference=conference, author=cast.fatma, text="Ik hou van jullie.", hears="circle")
    page = cast.enter(client, Role.CIRCLE_MEMBER).get(at(conference, "own_copy")).content.decode()
    assert at(conference, "download") in page

    answer = client.get(at(conference, "download"))

    bundle = zipfile.ZipFile(io.BytesIO(answer.content))
    assert set(bundle.namelist()) == {"lees-dit.html", "plan-versie-1.pdf"}
    assert bundle.read("plan-versie-1.pdf").startswith(b"%PDF")
    page = bundle.read("lees-dit.html").decode()
    assert "De kinderen naar school brengen" in page
    assert "Ik hou van jullie." in page
    assert not re.findall(r"https?:|//|<script|@import|url\(", page)
    assert set(re.findall(r'(?:href|src)="([^"]+)"', page)) <= set(bundle.namelist())


def test_a_drawing_of_ones_own_comes_along_and_safety_only_where_it_was_given(cast, conference):
    plan = Plan.of(conference)
    plan.agreements.create(what="Bel Karel als Bram belt", is_safety=True)
    PlanVersion.keep(plan)
    plan.copies.create(person=cast.fatma, with_safety=False)
    drawing = Upload.picture(SimpleUploadedFile("tekening.png", a_picture()))
    OwnMessage.objects.create(conference=conference, author=cast.fatma, picture=drawing, hears="circle")

    hers, naimas = (zipfile.ZipFile(io.BytesIO(own_copy(conference, who))) for who in (cast.fatma, cast.naima))

    assert "Bel Karel" not in hers.read("lees-dit.html").decode()
    assert "Bel Karel" in naimas.read("lees-dit.html").decode()
    assert "eigen/1-tekening.jpg" in hers.namelist()
    assert not [name for name in naimas.namelist() if name.startswith("eigen/")]


@pytest.mark.rule("B9")
def test_a_month_before_something_goes_everybody_hears_it_once(cast, conference):
    close(conference, by=cast.naima)
    Message.objects.all().delete()
    today = timezone.localdate()
    assert say_again(today + timedelta(days=59)) == 0

    say_again(today + timedelta(days=67))  # a week of mornings was missed
    say_again(today + timedelta(days=68))
    say_again(today + timedelta(days=89))

    assert [message.recipient for message in Message.objects.order_by("recipient")] == [cast.naima, cast.fatma]
    words = Message.objects.first().text
    assert str(day(today + timedelta(days=90))) in words
    assert str(day(today + timedelta(days=365))) in words
    assert erase(today + timedelta(days=90))
    assert say_again(today + timedelta(days=340)) == 0  # nobody can be reached any more, and nobody was kept for it
    prompt = keep_it(Conference.objects.get(), Hand.of(cast.naima))
    assert prompt.title == "Bewaar alles zelf"


def test_who_still_can_be_reached_hears_once_that_the_plan_goes(cast, conference):
    close(conference, by=cast.naima)
    today = timezone.localdate()
    Person.objects.filter(pk=cast.fatma.pk).update(email="fatma@kring.example")
    Person.objects.exclude(pk=cast.fatma.pk).update(email="", phone="", postal_address="")
    for days in (340, 341):
        say_again(today + timedelta(days=days))
        Message.objects.filter(about=conference).delete()  # as the keeping round does each morning by then

    assert [message.recipient for message in Message.objects.all()] == [cast.fatma]


@pytest.mark.parametrize("role", [Role.MAIN_PERSON, Role.REGIONAL_MANAGER])
def test_what_is_closed_opens_again_and_goes_on(cast, client, conference, role):
    close(conference, by=cast.naima)
    cast.enter(client, role).post(at(conference, "reopen"))

    conference = Conference.objects.get()
    assert (conference.phase, conference.closed_at) == (Phase.FOLLOW_UP, None)
    assert FollowUp.of(conference).closed_well_at is None
    assert Plan.of(conference).agreements.exists()
    assert Message.objects.filter(recipient=cast.joke).count() == 1
    close(conference, by=cast.joke)
    assert Message.objects.filter(recipient=cast.naima, subject="Er staat iets klaar bij Kring").exists()


def test_what_stopped_before_a_plan_does_not_open_again(cast, client):
    conference = cast.conference(phase=Phase.CLOSED)
    Conference.objects.update(outcome="stopped")
    cast.enter(client, Role.MAIN_PERSON).post(at(conference, "reopen"))
    assert Conference.objects.get().phase == Phase.CLOSED


@pytest.mark.rule("R-REV-4")
def test_a_new_conference_grows_from_an_old_one_and_asks_everybody_anew(cast, client, conference):
    bram = cast.anyone_new("Bram", phone="06 11 00 00 09", channel="sms")
    excluded = conference.members.create(
        person=bram, name="Bram", hat="circle", agreed_at=timezone.now(), agreed_by=cast.naima,
        invited_at=timezone.now(), mode=Mode.IN_PERSON,
    )  # fmt: skip
    Exclusion.objects.create(
        conference=conference, member=excluded, reason="x", offered="y", consulted_on="2026-01-01",
        agreed_at=timezone.now(),
    )  # fmt: skip
    cast.enter(client, Role.MAIN_PERSON).post(at(conference, "begin_anew"), {"occasion": "De school is veranderd."})
    client.post(at(conference, "begin_anew"), {"occasion": "Nog een keer."})

    new = Conference.objects.exclude(pk=conference.pk).get()
    assert new.phase == Phase.REFERRAL
    assert {seat.role for seat in new.seated()} == {Role.MAIN_PERSON, Role.REGIONAL_MANAGER}
    assert not new.members.exists()
    assert not Message.objects.filter(recipient=cast.fatma).exists()
    her = new.main_people[0]
    assert (her.first_name, her == cast.naima) == ("Naima", False)  # two conferences share nobody

    Conference.objects.filter(pk=new.pk).update(phase=Phase.MATCHING)
    cast.enter(client, her)
    assert "Wie deden vorige keer mee?" in client.get(reverse("conference:show", args=[new.slug])).content.decode()
    page = client.get(at(new, "name_again"))
    fatma = conference.members.get(person=cast.fatma)
    assert "Fatma" in page.content.decode()
    assert "Bram" not in page.content.decode()
    assert "checked" not in page.content.decode()
    client.post(at(new, "name_again"), {"members": [fatma.slug, excluded.slug]})
    assert not new.members.exists()  # a name that is not offered is refused
    client.post(at(new, "name_again"), {"members": [fatma.slug]})

    again = new.members.get()
    assert (again.name, again.person, again.invited_at, again.answered_at, again.mode) == (
        "Fatma Bouzid", None, None, None, ""
    )  # fmt: skip


@pytest.mark.rule("R-REV-4")
def test_what_the_regiomanager_found_by_name_tells_nobody_who_was_there(cast, client, conference):
    new = cast.conference(phase=Phase.MATCHING)
    EarlierConference.objects.create(conference=new, earlier=conference)
    assert "Fatma" not in cast.enter(client, Role.MAIN_PERSON).get(at(new, "name_again")).content.decode()
