"""Who pays: contracts of a funding region, to which a conference only refers; nothing waits for money."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.models import Conference
from kring.referral.models import Requester
from kring.referral.receiving import receive
from kring.region.finding import look_for
from kring.region.models import FundingContract, Municipality
from kring.region.paying import EndsBeforeItBegins


def matched(cast) -> Conference:
    """A conference for which a coordinator just said yes."""
    conference = cast.conference(phase=Phase.MATCHING)
    conference.note_funding()
    return conference


@pytest.mark.rule("B29")
def test_a_conference_refers_to_the_contract_that_runs_where_it_comes_from(cast):
    conference = matched(cast)

    assert conference.funding == cast.contract
    assert (cast.contract.in_use, cast.contract.left) == (1, 39)


@pytest.mark.rule("B29")
def test_of_a_contract_nothing_about_a_family_can_be_known(cast):
    fields = {field.name for field in FundingContract._meta.get_fields()}

    assert fields == {
        "conferences", "id", "slug", "funding_region", "starts_on", "ends_on", "number", "order_number", "note",
        "price", "price_without_day", "invoices",
    }  # fmt: skip


@pytest.mark.rule("A31")
@pytest.mark.parametrize(
    "how", ["no funding region", "no contract", "ended", "not begun", "used up", "no municipality"]
)
def test_without_money_everything_goes_on_just_as_well(cast, how):
    town, contract, today = cast.municipality, cast.contract, timezone.localdate()
    if how == "no funding region":
        Municipality.objects.filter(pk=town.pk).update(funding_region=None)
    if how == "no contract":
        contract.delete()
    if how == "ended":
        contract.change(starts_on=date(2020, 1, 1), ends_on=today - timedelta(days=1))
    if how == "not begun":
        contract.change(starts_on=today + timedelta(days=1), ends_on=None)
    if how == "used up":
        contract.change(starts_on=date(2020, 1, 1), ends_on=None, number=1)
        matched(cast)
    conference = cast.conference(phase=Phase.MATCHING)
    if how == "no municipality":
        Conference.objects.filter(pk=conference.pk).update(municipality=None)
    conference = Conference.objects.get(pk=conference.pk)

    conference.note_funding()

    assert conference.funding is None
    asked = receive(kind=Requester.SELF, main_person={"first_name": "Zoë"}, municipality=town)
    assert asked.conference.people(Role.REGIONAL_MANAGER) == [cast.ayse]


def test_the_contract_that_ends_first_is_used_first_and_a_second_time_changes_nothing(cast):
    today = timezone.localdate()
    sooner = cast.funding.agree(starts_on=today, ends_on=today, number=1)

    first, second = matched(cast), matched(cast)
    first.note_funding()

    assert (first.funding, second.funding) == (sooner, cast.contract)
    assert sooner.left == 0


def test_a_contract_runs_on_its_first_and_on_its_last_day(cast):
    contract = cast.funding.agree(starts_on=date(2027, 1, 1), ends_on=date(2027, 12, 31), number=2)

    assert contract.runs_on(date(2027, 1, 1))
    assert contract.runs_on(date(2027, 12, 31))
    assert not contract.runs_on(date(2028, 1, 1))
    assert contract in FundingContract.objects.running(date(2027, 12, 31))
    assert contract not in FundingContract.objects.running(date(2026, 12, 31))


def test_a_contract_that_ends_before_it_begins_is_refused(cast):
    with pytest.raises(EndsBeforeItBegins):
        cast.funding.agree(starts_on=date(2027, 2, 1), ends_on=date(2027, 1, 1))


@pytest.mark.rule("B30")
def test_that_the_municipality_pays_follows_the_contract_from_day_to_day(cast):
    assert look_for("Nunspeet").towns[0].is_paid_for
    assert Municipality.objects.get(name="Nunspeet").is_paid_for

    cast.contract.change(starts_on=date(2020, 1, 1), ends_on=date(2020, 12, 31))

    assert not look_for("Nunspeet").towns[0].is_paid_for
    assert not Municipality.objects.get(name="Nunspeet").is_paid_for


@pytest.mark.rule("B30")
def test_where_the_contract_is_used_up_we_do_not_say_that_the_municipality_pays(cast, client):
    cast.contract.change(starts_on=date(2020, 1, 1), ends_on=None, number=1)
    matched(cast)

    page = client.get("/bij-u-in-de-buurt/", {"plaats": "Nunspeet"}).content.decode()

    assert "hier betaalt de gemeente" not in page
    assert "Wij zoeken mee naar wie betaalt" in page


@pytest.mark.rule("B29")
def test_province_region_and_payer_are_three_maps(cast, client):
    """Zeewolde lies in Flevoland, another manager works there, and it pays together with the Noord-Veluwe."""
    zeewolde = Municipality.objects.create(
        name="Zeewolde", province="Flevoland", region=None, funding_region=cast.funding, postcodes="3891"
    )

    assert zeewolde.is_paid_for
    conference = receive(
        kind=Requester.SELF, main_person={"first_name": "Zoë"}, municipality=Municipality.objects.meant_by("3891")
    ).conference
    conference.note_funding()
    assert (conference.funding, conference.region) == (cast.contract, None)
