"""How far contracts are used: a warning for the office, and for a municipality its own contracts in rough numbers."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from kring.foundation.posting import post
from kring.foundation.working import every_morning
from kring.people.models import Desk, Person
from kring.region.models import FundingContract, Municipality

NEARLY = 80  # procents of what was agreed
SOON = timedelta(days=90)
STEP = 5  # a municipality reads fives: one conference more or less cannot be seen (4.3)


def to_renew(today: date | None = None):
    """Contracts that run and are nearly used up, or end soon. For the office alone: no request waits for it (A31)."""
    today = today or timezone.localdate()
    running = FundingContract.objects.running(today).with_use().select_related("funding_region")
    hundredfold = running.annotate(hundredfold=F("used") * 100)
    return hundredfold.filter(Q(hundredfold__gte=F("number") * NEARLY) | Q(ends_on__lte=today + SOON))


@every_morning("contracts")
def warn(today: date) -> int:
    """Once for each contract, and again when its terms change."""
    contracts = list(to_renew(today))
    office = list(Person.objects.filter(is_active=True, seat__desk=Desk.OFFICE)) if contracts else []
    for contract in contracts:
        page = reverse("region:payer", args=[contract.funding_region.slug])
        for person in office:
            key = f"contract:{contract.slug}:{contract.number}:{contract.ends_on}:{person.slug}"
            words = {"payer": contract.funding_region}
            post(person, "oversight/letters/contract.txt", words, key=key, link_path=page)
    return len(contracts)


@dataclass(frozen=True)
class ContractUse:
    """One contract as the municipality itself may see it: what was agreed, and between which fives it is used."""

    starts_on: date
    ends_on: date | None
    order_number: str
    number: int | None
    least: int
    most: int

    @property
    def is_nearly_used_up(self) -> bool:
        """Said from what is shown alone, so that it tells no more than that."""
        return self.number is not None and self.least * 100 >= self.number * NEARLY


def contract_use(municipality: Municipality, *, today: date | None = None) -> list[ContractUse]:
    """The own contracts of a municipality: those that run now, or ended in the last year."""
    today = today or timezone.localdate()
    recent = Q(ends_on=None) | Q(ends_on__gte=today - timedelta(days=365))
    own = FundingContract.objects.filter(recent, funding_region=municipality.funding_region_id, starts_on__lte=today)
    return [seen(contract) for contract in own.with_use()] if municipality.funding_region_id else []


def seen(contract: FundingContract) -> ContractUse:
    least = contract.in_use // STEP * STEP
    return ContractUse(
        contract.starts_on, contract.ends_on, contract.order_number, contract.number, least, least + STEP - 1
    )
