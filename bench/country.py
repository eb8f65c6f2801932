"""An invented country: regions, people at work, and conferences as they are spread after years of use."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from bench.copying import Rows
from kring.circle.models import CircleMember, Mode
from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.journal import JournalEntry
from kring.conference.models import Conference, Outcome, Participant
from kring.foundation.posting import Message, Status
from kring.matching.models import FirstContact
from kring.matching.register import Coordinator
from kring.people.models import Channel, Desk, Person, Seat
from kring.plan.models import Agreement, Plan
from kring.preparation.models import Preparation
from kring.referral.models import Referral, Requester
from kring.region.models import FundingRegion, Municipality, Region

REGIONS, MUNICIPALITIES = 12, 342
OF_ONE_MANAGER = 1_000  # conferences in all the years, of which a hundred under way; more regions beyond that
PROTOTYPES = 2_000
CONFERENCES = (
    Conference, Participant, Referral, CircleMember, FirstContact, Preparation, JournalEntry, Message, Plan, Agreement,
)  # fmt: skip
FULL_PAGE = 60  # so many wait in the first region of every country, that its desk is full in a small one too
# Of a hundred: ten are under way, ten closed within the year, and of eighty only dates and places are kept.
UNDER_WAY, LATELY = 10, 20
SPREAD = {
    Phase.REFERRAL: 2, Phase.MATCHING: 1, Phase.PREPARATION: 4, Phase.INFORMATION: 0, Phase.PRIVATE_TIME: 0,
    Phase.PRESENTATION: 0, Phase.FOLLOW_UP: 3,
}  # fmt: skip
FIRST = "Aya|Bram|Cato|Daan|Emre|Fleur|Gijs|Hanna|Ilse|Jamal|Koen|Lotte|Mees|Nora|Otto|Pien|Ravi|Sara|Teun|Yara"
LAST = "de Vries|Jansen|Yılmaz|Bakker|Visser|van Dijk|Özdemir|Smit|Meijer|de Boer|Mulder|Bos|Vos|Peters|Hendriks"
ORDER = list(Phase).index


class Country:
    """Fills an empty database. The same size and seed give the same country."""

    def __init__(self, conferences: int, *, seed: int = 7, now: datetime | None = None):
        self.size = conferences
        self.chance = random.Random(seed)
        self.now = now or timezone.now()
        regions = min(MUNICIPALITIES, max(REGIONS, conferences // OF_ONE_MANAGER))
        self.managers = self.staff(regions, Desk.MANAGER)
        self.regions = [Region.objects.create(name=f"Regio {n + 1}", manager=m) for n, m in enumerate(self.managers)]
        self.funding = [FundingRegion.objects.create(name=f"Betaalregio {n + 1}") for n in range(36)]
        self.towns = [self.town(number) for number in range(MUNICIPALITIES)]
        self.hire_coordinators(4)

    # --- places and people at work -----------------------------------------------------------------------------------
    def town(self, number: int) -> Municipality:
        return Municipality.objects.create(
            name=f"Gemeente {number + 1:03d}",
            places=f"Veldhuizen-{number}, Oosterwoude-{number}",
            postcodes=" ".join(str(1000 + number * 20 + extra) for extra in range(6)),
            region=self.regions[number % len(self.regions)],
            funding_region=self.funding[number % len(self.funding)],
        )

    def staff(self, many: int, desk: str) -> list[Person]:
        before = Person.objects.count()
        people = [self.someone(login_email=f"{desk}{before + number}@kring.example") for number in range(many)]
        Person.objects.bulk_create(people)
        Seat.objects.bulk_create([Seat(person=person, desk=desk) for person in people])
        return people

    def someone(self, **about) -> Person:
        about = {"phone": "06 00 00 00 00", "channel": Channel.PHONE} | about
        first, last = (self.chance.choice(names.split("|")) for names in (FIRST, LAST))
        return Person(first_name=first, last_name=last, password="!", **about)

    def hire_coordinators(self, many: int) -> None:
        """Those who organise the conferences that are added from now on."""
        self.coordinators = self.staff(many, Desk.COORDINATOR)
        profiles = [Coordinator(person=person, languages="Nederlands") for person in self.coordinators]
        for number, profile in enumerate(Coordinator.objects.bulk_create(profiles)):
            profile.regions.add(self.regions[number % len(self.regions)])

    # --- conferences -------------------------------------------------------------------------------------------------
    def fill(self) -> None:
        """First those that wait; then some thousands with their coordinators, and those again and again."""
        waiting = min(FULL_PAGE, self.size)
        self.add([self.conference(number, waits=True) for number in range(waiting)])
        rest = self.size - waiting
        rows = Rows(Person, Seat, Coordinator, Coordinator.regions.through, *CONFERENCES)
        self.hire_coordinators(1 + min(rest, PROTOTYPES) // 50)
        self.add([self.conference(number) for number in range(min(rest, PROTOTYPES))])
        rows.copy(rest // PROTOTYPES - 1)
        self.add([self.conference(number) for number in range(self.size - Conference.objects.count())])

    def add(self, conferences: list[Conference]) -> None:
        Conference.objects.bulk_create(conferences)
        self.people_of([conference for conference in conferences if not self.is_long_over(conference)])

    def conference(self, number: int, *, waits: bool = False) -> Conference:
        """One row of the spine. Those that wait do so at the desk of the first region."""
        phase = Phase.CLOSED
        if waits or number % 100 < UNDER_WAY:
            phase = self.chance.choices(list(SPREAD), SPREAD.values())[0]
        days = self.chance.randint(1, 120)
        if phase == Phase.CLOSED:
            days = self.chance.randint(5, 360) if number % 100 < LATELY else self.chance.randint(400, 3_000)
        at = self.now - timedelta(days=days, minutes=self.chance.randint(0, 1_400))
        town = self.towns[0 if waits else self.chance.randrange(MUNICIPALITIES)]
        ended = {"closed_at": at, "outcome": Outcome.PLAN_WITH_MEETING} if phase == Phase.CLOSED else {}
        return Conference(
            phase=phase, region=town.region, municipality=town, moved_at=at, created_at=at - timedelta(days=40),
            is_urgent=number % 25 == 0, **ended,
        )  # fmt: skip

    def is_long_over(self, conference: Conference) -> bool:
        """A year after closing only the row itself is left."""
        return conference.closed_at is not None and conference.closed_at < self.now - timedelta(days=365)

    # --- who and what belongs to them --------------------------------------------------------------------------------
    def people_of(self, conferences: list[Conference]) -> None:
        """For each a main person, three of the circle, a professional who asked, and who works on it."""
        families = {one.pk: [self.someone() for _ in range(5)] for one in conferences}
        Person.objects.bulk_create([person for family in families.values() for person in family])
        Participant.objects.bulk_create([seat for one in conferences for seat in self.seats(one, families[one.pk])])
        for model, rows in self.records(conferences, families).items():
            model.objects.bulk_create(rows)
        plans = [Plan(conference=one, title="Ons plan") for one in conferences if reached(one, Phase.PRESENTATION)]
        Plan.objects.bulk_create(plans)
        Agreement.objects.bulk_create([row for plan in plans for row in self.agreements(plan, families)])

    def seats(self, conference: Conference, family: list[Person]) -> Iterator[Participant]:
        main, *circle, asker = family
        roles = [(main, Role.MAIN_PERSON), *((person, Role.CIRCLE_MEMBER) for person in circle)]
        roles += [
            (asker, Role.REQUESTER),
            (asker, Role.PROFESSIONAL),
            (conference.region.manager, Role.REGIONAL_MANAGER),
        ]
        if reached(conference, Phase.PREPARATION):
            roles.append((self.coordinators[conference.pk % len(self.coordinators)], Role.COORDINATOR))
        return (Participant(conference=conference, person=person, role=role) for person, role in roles)

    def records(self, conferences: list[Conference], families: dict) -> dict[type, list]:
        known = [one for one in conferences if reached(one, Phase.PREPARATION)]
        return {
            Referral: [self.referral(one, families[one.pk]) for one in conferences],
            CircleMember: [self.invited(one, person) for one in known for person in families[one.pk][1:4]],
            FirstContact: [FirstContact(conference=one, on=one.created_at.date()) for one in known if one.pk % 5],
            Preparation: [Preparation(conference=one) for one in known],
            JournalEntry: [entry for one in conferences for entry in self.journal(one, families[one.pk][0])],
            Message: [
                self.message(one, person) for one in conferences if one.pk % 2 for person in families[one.pk][:2]
            ],
        }

    def referral(self, conference: Conference, family: list[Person]) -> Referral:
        talked = None if conference.phase == Phase.REFERRAL else conference.created_at.date()
        return Referral(
            conference=conference, requester=family[-1], kind=Requester.PROFESSIONAL, knows=True, talked_on=talked,
            occasion="Het lukt niet meer alleen.", answered_at=talked and conference.created_at,
        )  # fmt: skip

    def invited(self, conference: Conference, person: Person) -> CircleMember:
        at = conference.created_at
        return CircleMember(
            conference=conference, person=person, name=person.get_full_name(), channel=Channel.PHONE, agreed_at=at,
            invited_at=at, answered_at=at, mode=Mode.IN_PERSON,
        )  # fmt: skip

    def journal(self, conference: Conference, person: Person, entries: int = 4) -> Iterator[JournalEntry]:
        hand, before = Hand.of(person), ""
        for number in range(1, entries + 1):
            entry = JournalEntry(
                conference=conference, number=number, at=conference.created_at, step="name_someone", taken_by=hand.by,
                in_name_of=hand.name_of, phase_before=conference.phase, phase_after=conference.phase, previous=before,
            )  # fmt: skip
            before = entry.hash = entry.reckon()
            yield entry

    def message(self, conference: Conference, person: Person) -> Message:
        key = f"bench-{conference.pk}-{person.pk}"
        return Message(
            key=key, message_id=f"<{key}@kring.example>", recipient=person, about=conference, channel=Channel.MAIL,
            sent_by=conference.region.manager, language="nl", subject="Er staat iets klaar", text="Kijk maar even.",
            status=Status.SENT, sent_at=conference.moved_at,
        )  # fmt: skip

    def agreements(self, plan: Plan, families: dict) -> Iterator[Agreement]:
        for person in families[plan.conference_id][:3]:
            yield Agreement(
                plan=plan, what="Elke zondag samen eten", who=person.first_name, doer=person, when="elke week"
            )


def reached(conference: Conference, phase: Phase) -> bool:
    return ORDER(Phase(conference.phase)) >= ORDER(phase)
