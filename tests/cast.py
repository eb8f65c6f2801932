"""One family and its helpers, who play in every test."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.utils import timezone

from kring.circle.models import CircleMember, Mode
from kring.conditions.models import ConditionsForm, Reading
from kring.conference.access import Phase, Role
from kring.conference.models import Conference, Outcome, Participant
from kring.foundation.addresses import new_slug
from kring.matching.register import Coordinator
from kring.meeting.models import Meeting
from kring.people.links import PersonalLink
from kring.people.models import Channel, Desk, Person, Seat
from kring.people.signing_in import BY_CODE, BY_LINK
from kring.plan.models import Plan, PlanVersion
from kring.preparation.models import (
    DateAnswer,
    DateOption,
    MeetingPlace,
    PersonalPreparation,
    Preparation,
    Question,
)
from kring.referral.models import Ground, Referral, Requester
from kring.region.models import FundingContract, FundingRegion, Municipality, Region

DAY = datetime(2027, 2, 13, 14, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
LATER = list(Phase).index


def someone(first_name: str, last_name: str = "", **fields) -> Person:
    """Somebody who is not in the database yet."""
    person = Person(first_name=first_name, last_name=last_name, **fields)
    person.set_unusable_password()
    return person


class Cast:
    """Naima and her people. `cast[Role.X]` is who plays a role; `cast.conference(phase=…)` is their conference then."""

    def __init__(self):
        cache.clear()
        self.naima = someone("Naima", "Bouzid", phone="06 11 00 00 01", channel=Channel.SMS)
        self.fatma = someone("Fatma", "Bouzid", phone="06 11 00 00 02", channel=Channel.PHONE)
        self.tom = someone("Tom", "de Wit", email="tom@school.example", channel=Channel.MAIL)
        self.marloes = someone("Marloes", "van Dijk", email="marloes@hulp.example", channel=Channel.MAIL)
        self.stefan = someone("Stefan", "Kuiper", email="stefan@bescherming.example", channel=Channel.MAIL)
        self.joke = someone("Joke", "Terpstra", login_email="joke@kring.example", phone="06 22 00 00 01")
        self.ayse = someone("Ayşe", "Demirçi", login_email="ayse@kring.example", phone="06 22 00 00 02")
        self.anouk = someone("Anouk", "Smit", login_email="anouk@kring.example", phone="06 22 00 00 03")
        self.henk = someone("Henk", "Kuipers", login_email="henk@kring.example")
        self.stranger = someone("Vreemde", email="vreemd@elders.example", channel=Channel.MAIL)
        self.admin = someone("Beheer", login_email="beheer@kring.example", is_staff=True, is_superuser=True)
        Person.objects.bulk_create(vars(self).values())
        desks = {Desk.COORDINATOR: [self.joke], Desk.MANAGER: [self.ayse, self.anouk], Desk.OFFICE: [self.henk]}
        Seat.objects.bulk_create(Seat(person=person, desk=desk) for desk, people in desks.items() for person in people)
        self.region = Region.objects.create(name="Gelderland en Overijssel", manager=self.ayse)
        self.funding = FundingRegion.objects.create(name="Noord-Veluwe")
        self.contract = FundingContract.objects.create(
            funding_region=self.funding, starts_on=date(2020, 1, 1), number=40, order_number="4500123456"
        )
        nunspeet = {
            "name": "Nunspeet", "places": "Elspeet, Hulshorst, Vierhouten", "postcodes": "8071 8072 8075 8076 8077",
            "province": "Gelderland", "region": self.region, "funding_region": self.funding,
        }  # fmt: skip
        # A house that was opened knows every municipality already.
        self.municipality, _new = Municipality.objects.update_or_create(code="GM0302", defaults=nunspeet)
        self.coordinator = Coordinator.objects.create(
            person=self.joke,
            languages="Nederlands, Fries",
            certificate_on=date(2026, 3, 2),
            agreement_on=date(2026, 3, 9),
        )
        self.coordinator.regions.add(self.region)

    def __getitem__(self, role: Role) -> Person:
        return {
            Role.MAIN_PERSON: self.naima,
            Role.CIRCLE_MEMBER: self.fatma,
            Role.REQUESTER: self.tom,
            Role.PROFESSIONAL: self.marloes,
            Role.CONDITION_SETTER: self.stefan,
            Role.COORDINATOR: self.joke,
            Role.REGIONAL_MANAGER: self.ayse,
            Role.COACH: self.anouk,
        }[role]

    def conference(self, *, phase: Phase = Phase.PREPARATION, conditions: bool = True) -> Conference:
        """Their conference as it stands in this phase: everything that belongs to earlier phases has happened."""
        conference = Conference.objects.create(
            phase=phase, region=self.region, municipality=self.municipality,
            outcome=Outcome.PLAN_WITH_MEETING if phase in (Phase.FOLLOW_UP, Phase.CLOSED) else "",
            closed_at=timezone.now() if phase == Phase.CLOSED else None,
        )  # fmt: skip
        Participant.objects.bulk_create(
            Participant(conference=conference, person=self[role], role=role) for role in Role
        )
        reached = list(Phase)[: list(Phase).index(phase) + 1]
        self._referral(conference, talked=phase != Phase.REFERRAL)
        if conditions and Phase.PREPARATION in reached:
            self._conditions(conference)
        if Phase.PREPARATION in reached:
            self._circle(conference)
        if Phase.INFORMATION in reached:
            self.make_ready(conference)
            Preparation.objects.filter(conference=conference).update(ready_at=timezone.now())
            meeting = Meeting.objects.create(conference=conference)
            if Phase.PRIVATE_TIME in reached:
                meeting.round = 1
                meeting.save()
        if Phase.PRESENTATION in reached:
            self._plan(conference, adopted=Phase.FOLLOW_UP in reached)
        conference.forget_seats()
        return conference

    def _referral(self, conference: Conference, *, talked: bool) -> None:
        Referral.objects.create(
            conference=conference, requester=self.tom, kind=Requester.PROFESSIONAL, knows=True,
            occasion="De kinderen komen vaak niet op school.",
            talked_on=date(2026, 11, 2) if talked else None, talked_with="Tom" if talked else "",
        )  # fmt: skip

    def _conditions(self, conference: Conference) -> None:
        form = ConditionsForm.objects.create(
            conference=conference, setter=self.stefan, ground=Ground.YOUTH_PROTECTION,
            concerns="De kinderen zijn vaak alleen.", discussed_on=date(2026, 11, 3), discussed_how="aan tafel",
            handed_in_at=timezone.now(), released_at=timezone.now(),
        )  # fmt: skip
        form.conditions.create(number=1, text="De kinderen zijn elke dag op school.")
        form.conditions.create(number=2, text="Er is ’s avonds altijd een volwassene thuis.")

    def _circle(self, conference: Conference) -> None:
        CircleMember.objects.filter(person__in=[self.fatma, self.marloes]).update(person=None)
        now = timezone.now()
        for person, hat in ((self.fatma, "circle"), (self.marloes, "professional")):
            CircleMember.objects.create(
                conference=conference, person=person, name=person.get_full_name(), hat=hat, channel=person.channel,
                reach=person.address_for(person.channel), named_by=self.naima, agreed_at=now, agreed_by=self.naima,
                invited_at=now, answered_at=now, mode=Mode.IN_PERSON,
            )  # fmt: skip

    def make_ready(self, conference: Conference) -> Preparation:
        """Everything that must be there before the day: question, date, place, everybody asked, prepared and read."""
        Question.objects.create(
            conference=conference, text="Wat is er voor nodig dat de kinderen elke dag naar school gaan?",
            worded_by=self.naima, agreed_at=timezone.now(), agreed_by=self.naima,
        )  # fmt: skip
        option = DateOption.objects.create(conference=conference, starts_at=DAY)
        preparation = Preparation.of(conference)
        forms, people, on = conference.conditions_forms.all(), preparation.expected(), date(2027, 1, 20)
        DateAnswer.objects.bulk_create(DateAnswer(option=option, person=person, says="yes") for person in people)
        PersonalPreparation.objects.bulk_create(
            PersonalPreparation(conference=conference, person=person, how="visit", on=on) for person in people
        )
        Reading.objects.bulk_create(
            Reading(form=form, person=person, how="read") for form in forms for person in people
        )
        MeetingPlace.objects.create(conference=conference, has_two_rooms=True)
        preparation.starts_at, preparation.place, preparation.change = DAY, "Buurthuis De Wiek, Nunspeet", 1
        preparation.save()
        return preparation

    def _plan(self, conference: Conference, *, adopted: bool) -> Plan:
        plan = Plan.objects.create(
            conference=conference, title="Samen naar school", initiator="Oma Fatma",
            who_on_change="Oma, Karel en Naima", progress_on=date(2027, 3, 15),
            adopted_at=timezone.now() if adopted else None,
        )  # fmt: skip
        plan.agreements.create(
            what="De kinderen naar school brengen", who="Oma Fatma", doer=self.fatma, when="elke ochtend"
        )
        if adopted:
            PlanVersion.keep(plan)
        return plan

    def anyone_new(self, first_name: str = "Zoë", **fields) -> Person:
        return Person.objects.create_user(first_name, **fields)

    def enter(self, client, who: Person | Role):
        """Let this person in at once, as if they had come by their link or with their second factor."""
        person = self[who] if isinstance(who, Role) else who
        if not person.is_at_a_desk:
            client.force_login(PersonalLink.of(person).visitor(), backend=BY_LINK)
            return client
        client.force_login(person, backend=BY_CODE)
        session = client.session
        session["second_factor"] = [person.slug, "totp"]
        session.save()
        return client


def random_slug() -> str:
    """An id that belongs to nothing."""
    return new_slug()
