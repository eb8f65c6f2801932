"""A year of one family after the day: the circle leads, somebody asks now and then, in the end all of it is theirs."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.models import Conference, Participant
from kring.followup.contacting import Contact
from kring.followup.evaluating import Evaluation
from kring.foundation.posting import Message
from kring.foundation.templatetags.house import day
from kring.foundation.working import morning_round
from kring.meeting.models import Meeting
from kring.oversight.models import Erasure
from kring.plan import sharing
from kring.plan.models import Plan, PlanVersion
from kring.plan.testing import AlreadyMeets, ConditionTest, conditions_of
from tests.followup.asked import evaluate, home, tried


@pytest.fixture
def it_is(monkeypatch):
    """So many days after the plan was there; each of them with its morning."""
    begun = timezone.now()

    def days_later(days: float):
        monkeypatch.setattr(timezone, "now", lambda: begun + timedelta(days=days))
        assert all(morning_round(timezone.localdate()).values())
        return timezone.localdate()

    return days_later


class Family:
    """Who does what on which page."""

    def __init__(self, cast, client, conference):
        self.cast, self.client, self.slug = cast, client, conference.slug

    @property
    def conference(self) -> Conference:
        return Conference.objects.get(slug=self.slug)

    @property
    def plan(self) -> Plan:
        return Plan.of(self.conference)

    def at(self, page: str, *args) -> str:
        return reverse(page, args=[self.slug, *args])

    def reads(self, who: Role, page: str = "") -> str:
        self.cast.enter(self.client, who)
        return self.client.get(self.at(page)).text if page else home(self.client, self.conference)

    def does(self, who: Role, page: str, *args, **told) -> None:
        answer = self.cast.enter(self.client, who).post(self.at(page, *args), told)
        assert answer.status_code == 303, answer.context["form"].errors

    def tests(self, number: int) -> None:
        condition = conditions_of(self.conference).get(number=number)
        ConditionTest.give(condition, meets=True, by=self.cast.stefan)

    def got(self, who: Role) -> list[str]:
        sent = Message.objects.filter(recipient=self.cast[who]).order_by("pk")
        return [key.split(":")[0] for key in sent.values_list("key", flat=True)]


@pytest.fixture
def family(cast, client):
    """The plan is there: both conditions were met, and the families tried the questions."""
    tried(cast.henk)
    family = Family(cast, client, cast.conference(phase=Phase.PRESENTATION))
    for number, how in ((1, "Oma brengt ze."), (2, "Naima is om zes uur thuis.")):
        family.plan.say_how_met(conditions_of(family.conference).get(number=number), how=how, by=cast.naima)
        family.tests(number)
    sharing.adopt(family.plan, by=cast.naima)
    return family


@pytest.mark.rule("B9")
@pytest.mark.rule("B13")
def test_a_year_of_one_family(cast, family, it_is):
    # The same evening grandmother says yes to what is on her name, and how it was.
    agreement = family.plan.agreements.get()
    family.does(Role.CIRCLE_MEMBER, "followup:accept", agreement.slug)
    family.cast.enter(family.client, Role.CIRCLE_MEMBER).post(evaluate(family.conference), {"meeting": "9"})
    it_is(3)
    assert "evaluation" in family.got(Role.PROFESSIONAL)
    assert "evaluation" not in family.got(Role.CIRCLE_MEMBER)

    # Week 2: she cannot any more, gives it back without a reason, and Naima takes it.
    it_is(14)
    family.does(Role.CIRCLE_MEMBER, "followup:hand_back", agreement.slug)
    family.does(Role.MAIN_PERSON, "followup:take_on", agreement.slug)
    assert family.plan.agreements.get().doer == cast.naima

    # Week 6: somebody calls, and hears that a part of it runs.
    today = it_is(42)
    assert "Bel Naima" in family.reads(Role.COORDINATOR)
    family.does(Role.COORDINATOR, "followup:contact", on=today, how="phone", runs="part", wants_help="on")
    assert "Bel Naima" not in family.reads(Role.COORDINATOR)

    # Month 3: grandmother calls a part of the circle together; they sit down, and change how one condition is met.
    it_is(91)
    soon = (timezone.localtime() + timedelta(days=4)).date()
    starts = {"starts_at_0": soon, "starts_at_1": "14:00", "place": "bij oma"}
    family.does(Role.CIRCLE_MEMBER, "followup:call", people=[cast.naima.slug], **starts)
    it_is(95)
    family.does(Role.CIRCLE_MEMBER, "followup:reconvene")
    assert family.conference.phase == Phase.PRIVATE_TIME
    meeting = Meeting.of(family.conference)
    meeting.ask_for_the_door(by=cast.naima)
    meeting.open_the_door(by=cast.naima, now=timezone.now() + timedelta(minutes=1))
    first = conditions_of(family.conference).get(number=1)
    family.plan.say_how_met(first, how="Naima brengt ze.", by=cast.naima)

    # Version 2: only the part that changed is tested again.
    family.tests(1)
    with pytest.raises(AlreadyMeets):
        family.tests(2)
    sharing.adopt(family.plan, by=cast.naima)
    assert list(PlanVersion.objects.values_list("number", flat=True)) == [2, 1]

    # Month 6, counted from the first plan: does the help still run?
    today = it_is(183)
    assert "Vraag of de hulp nog loopt" in family.reads(Role.COORDINATOR)
    family.does(Role.MAIN_PERSON, "followup:how_it_goes", runs="all")
    assert list(Contact.objects.values_list("moment", "runs", "how")) == [
        ("half_year", "all", "link"), ("first", "part", "phone")
    ]  # fmt: skip

    # It is closed, and everything comes along.
    today = it_is(200)
    assert str(day(today + timedelta(days=365))) in family.reads(Role.MAIN_PERSON, "followup:close")
    family.does(Role.MAIN_PERSON, "followup:close")
    cast.enter(family.client, Role.CIRCLE_MEMBER)
    bundle = zipfile.ZipFile(io.BytesIO(family.client.get(family.at("followup:download")).content))
    assert set(bundle.namelist()) == {"lees-dit.html", "plan-versie-1.pdf", "plan-versie-2.pdf"}
    assert "Naima brengt ze." in bundle.read("lees-dit.html").decode()

    # What goes is said again, and goes on its day: first how they are reached, in the end everything.
    it_is(270)
    assert family.got(Role.CIRCLE_MEMBER).count("goes-soon") == family.got(Role.MAIN_PERSON).count("goes-soon") == 1
    outside = (Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.REQUESTER)
    assert not {cause for who in outside for cause in family.got(who)} & {"contact", "contact-late", "goes-soon"}
    it_is(291)
    cast.naima.refresh_from_db()
    assert cast.naima.phone == ""
    it_is(540)
    assert "wissen we het plan" in family.reads(Role.MAIN_PERSON)
    it_is(566)
    assert not Participant.objects.exists()
    assert not Plan.objects.exists()
    assert Erasure.objects.filter(conference=family.slug).exists()
    assert Evaluation.objects.get().meeting == 9  # a figure, and nobody's any more
