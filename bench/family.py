"""The busiest family of the country: fifteen people, three professionals, conditions, days, messages."""

from datetime import timedelta

from django.utils import timezone

from bench.country import Country
from kring.circle.models import CircleMember, Hat
from kring.conditions.models import Condition, ConditionsForm, Reading
from kring.conference.access import Phase, Role
from kring.conference.models import Conference, Participant
from kring.people.models import Person
from kring.preparation.models import DateAnswer, DateOption, PersonalPreparation, Question
from kring.referral.models import Ground

CIRCLE, PROFESSIONALS, CONDITIONS, DAYS = 15, 3, 4, 4


class BusyFamily:
    """A conference in preparation where nearly everything happens at once."""

    def __init__(self, country: Country):
        self.country = country
        self.conference = Conference.objects.create(
            phase=Phase.PREPARATION, region=country.regions[0], municipality=country.towns[0]
        )
        new = [country.someone() for _ in range(1 + CIRCLE + PROFESSIONALS)]
        self.main, *others = Person.objects.bulk_create(new)
        self.circle, self.professionals = others[:CIRCLE], others[CIRCLE:]
        self.coordinator = country.coordinators[0]

    def move_in(self) -> None:
        Participant.objects.bulk_create(
            [Participant(conference=self.conference, person=person, role=role) for person, role in self.seats()]
        )
        country, here = self.country, self.conference
        for model, rows in country.records(
            [here], {here.pk: [self.main, *self.circle[:3], self.professionals[0]]}
        ).items():
            if model is not CircleMember:
                model.objects.bulk_create(rows)
        self.name_everybody()
        self.set_conditions()
        self.propose_days()

    def seats(self) -> list[tuple[Person, Role]]:
        staff = [(self.coordinator, Role.COORDINATOR), (self.country.managers[0], Role.REGIONAL_MANAGER)]
        circle = [(person, Role.CIRCLE_MEMBER) for person in self.circle]
        visitors = [(person, Role.PROFESSIONAL) for person in self.professionals]
        return [
            (self.main, Role.MAIN_PERSON),
            *circle,
            *visitors,
            (self.professionals[0], Role.CONDITION_SETTER),
            *staff,
        ]

    def name_everybody(self) -> None:
        members = [self.country.invited(self.conference, person) for person in self.circle + self.professionals]
        for member in members[CIRCLE:]:
            member.hat = Hat.PROFESSIONAL
        for member in members[::4]:
            member.mode, member.answered_at = "", None
        CircleMember.objects.bulk_create(members)
        at = timezone.now()
        named = [CircleMember(conference=self.conference, name=f"Buur {n}", named_by=self.main) for n in range(5)]
        CircleMember.objects.bulk_create([*named, CircleMember(conference=self.conference, name="Oom", agreed_at=at)])

    def set_conditions(self) -> None:
        at = timezone.now()
        form = ConditionsForm.objects.create(
            conference=self.conference, setter=self.professionals[0], ground=Ground.DEBT, concerns="De huur.",
            discussed_on=at.date(), discussed_how="thuis", handed_in_at=at, seen_at=at, released_at=at,
        )  # fmt: skip
        Condition.objects.bulk_create([Condition(form=form, number=n + 1, text="Elke dag.") for n in range(CONDITIONS)])
        Reading.objects.bulk_create([Reading(form=form, person=person, how="read") for person in self.circle[::2]])

    def propose_days(self) -> None:
        at = timezone.now().replace(hour=13, minute=0, second=0, microsecond=0)
        days = [DateOption(conference=self.conference, starts_at=at + timedelta(weeks=3 + n)) for n in range(DAYS)]
        DateOption.objects.bulk_create(days)
        answers = [DateAnswer(option=day, person=person, says="yes") for day in days for person in self.circle[::2]]
        DateAnswer.objects.bulk_create(answers)
        Question.objects.create(conference=self.conference, text="Wat is er nodig?", worded_by=self.main)
        spoken = {"conference": self.conference, "how": "visit", "on": at.date()}
        PersonalPreparation.objects.bulk_create([PersonalPreparation(person=one, **spoken) for one in self.circle[::3]])
