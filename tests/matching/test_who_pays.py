"""When a coordinator is found the conference refers to the contract that pays; without one it goes on too."""

import pytest

from kring.conference.access import Phase, Role
from kring.conference.models import Conference
from kring.matching.models import Offer


@pytest.fixture
def conference(cast) -> Conference:
    found = cast.conference(phase=Phase.MATCHING)
    found.unseat(cast.joke, Role.COORDINATOR)
    return found


def appointed(cast, conference) -> Conference:
    Offer.make(conference, cast.coordinator, by=cast.ayse).accept(declared=True, by=cast.joke)
    return Conference.objects.get(pk=conference.pk)


@pytest.mark.rule("B29")
def test_a_conference_with_a_coordinator_refers_to_the_contract_of_its_municipality(cast, conference):
    assert appointed(cast, conference).funding == cast.contract


@pytest.mark.rule("A31")
def test_without_a_contract_the_coordinator_is_appointed_just_as_well(cast, conference):
    cast.contract.delete()

    found = appointed(cast, conference)

    assert (found.funding, found.phase, found.coordinator) == (None, Phase.PREPARATION, cast.joke)
