"""What a funding region pays and reads: contracts with their use, invoices by key and month; never a family."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from kring.conference.access import Phase
from kring.conference.models import Conference, Outcome
from kring.foundation.posting import Message
from kring.matching.paying import Fee
from kring.oversight.contracting import contract_use, to_renew, warn
from kring.oversight.invoicing import Invoice, InvoiceLine, IsSent, NoPrice, NothingToBill
from kring.referral.models import Ground, Referral
from kring.region.models import FundingContract

BILLS = "/werk/facturen/"
TODAY = date(2026, 11, 20)


def paid_by(cast, *, phase: Phase = Phase.FOLLOW_UP, outcome: str = "") -> Conference:
    """A conference that refers to the contract of Noord-Veluwe."""
    conference = cast.conference(phase=phase, conditions=False)
    changes = {"funding": cast.contract} | ({"outcome": outcome} if outcome else {})
    Conference.objects.filter(pk=conference.pk).update(**changes)
    return Conference.objects.get(pk=conference.pk)


def priced(cast, price=3500, **terms) -> FundingContract:
    FundingContract.objects.update(price=price, **terms)
    return FundingContract.objects.get()


# --- invoices --------------------------------------------------------------------------------------------------------
@pytest.mark.rule("B1")
def test_nothing_on_an_invoice_leads_to_a_family(cast, client):
    conference = paid_by(cast)
    invoice = Invoice.make(priced(cast), by=cast.henk)
    cast.enter(client, cast.henk)

    text = client.post(f"{BILLS}{invoice.slug}/regels.csv").content.decode("utf-8-sig")
    page = client.get(f"{BILLS}{invoice.slug}/").content.decode()

    row = text.splitlines()[1]
    assert re.fullmatch(r"concept;4500123456;[A-Z2-7]{4}-[A-Z2-7]{4};\d\d-\d{4};Eigen Kracht-conferentie;3500,00", row)
    for told in ("Naima", "Bouzid", "Nunspeet", "Joke", "Gelderland", conference.slug, conference.outcome):
        assert told not in text, told
        assert told not in page, told


@pytest.mark.rule("B1")
def test_a_line_knows_no_day_no_town_no_plan_and_no_outcome():
    fields = {field.name for field in InvoiceLine._meta.get_fields()}

    assert fields == {"id", "invoice", "conference", "key", "month", "had_a_day", "amount"}
    assert {line.month.day for line in [InvoiceLine(month=date(2026, 11, 1))]} == {1}


def test_the_price_is_that_of_the_contract_and_never_hangs_on_a_plan(cast):
    with_a_day = [paid_by(cast, outcome=outcome) for outcome in (Outcome.PLAN_WITH_MEETING, Outcome.NO_PLAN_YET)]
    stopped = paid_by(cast, phase=Phase.PREPARATION)
    stopped.stop(by=cast.naima)

    Invoice.make(priced(cast, price_without_day=Decimal("900.50")), by=cast.henk)

    amounts = {line.conference: line.amount for line in InvoiceLine.objects.all()}
    assert [amounts[conference] for conference in with_a_day] == [Decimal(3500)] * 2
    assert amounts[stopped] == Decimal("900.50")
    assert FundingContract(price=10).price_of(had_a_day=False) == 10


@pytest.mark.rule("B24")
def test_a_complex_situation_costs_and_pays_the_same_as_any_other(cast):
    paid_by(cast)
    complex_one = cast.conference(phase=Phase.FOLLOW_UP, conditions=True)
    Conference.objects.filter(pk=complex_one.pk).update(funding=cast.contract, is_urgent=True)
    Referral.objects.filter(conference=complex_one).update(has_minors=True, presumed_ground=Ground.YOUTH_PROTECTION)

    Invoice.make(priced(cast), by=cast.henk)
    fees = [Fee.agree(conference, cast.coordinator).owed for conference in Conference.objects.all()]

    assert [line.amount for line in InvoiceLine.objects.all()] == [Decimal(3500)] * 2
    assert fees[0] == fees[1]


def test_a_conference_is_billed_once_and_not_before_it_was_organised(cast):
    contract = priced(cast)
    paid_by(cast, phase=Phase.PREPARATION)
    with pytest.raises(NothingToBill):
        Invoice.make(contract, by=cast.henk)
    paid_by(cast)
    Invoice.make(contract, by=cast.henk)

    with pytest.raises(NothingToBill):
        Invoice.make(contract, by=cast.henk)

    assert InvoiceLine.objects.count() == 1
    FundingContract.objects.update(price=None)
    with pytest.raises(NoPrice):
        Invoice.make(FundingContract.objects.get(), by=cast.henk)


def test_the_month_is_that_of_the_day_and_not_of_the_end(cast):
    conference = paid_by(cast, phase=Phase.PREPARATION)
    conference.stop(by=cast.naima)
    Conference.objects.update(closed_at=timezone.now() + timedelta(days=200))

    Invoice.make(priced(cast), by=cast.henk)

    assert InvoiceLine.objects.get().month == timezone.localdate().replace(day=1)


def test_a_draft_can_be_thrown_away_and_a_sent_one_has_the_next_number_for_ever(cast, client):
    contract, thrown = priced(cast), paid_by(cast)
    cast.enter(client, cast.henk)
    client.post(f"{BILLS}maak/{contract.slug}/")
    client.post(f"{BILLS}{Invoice.objects.get().slug}/weg/")
    assert not Invoice.objects.exists()

    Invoice.make(contract, by=cast.henk).send(today=TODAY)
    paid_by(cast)
    second = Invoice.make(contract, by=cast.henk)
    second.send(today=TODAY)

    assert [invoice.number for invoice in Invoice.objects.order_by("pk")] == ["2026-00001", "2026-00002"]
    assert InvoiceLine.objects.filter(conference=thrown).count() == 1
    for verb in (second.send, second.undo):
        with pytest.raises(IsSent):
            verb()


def test_its_file_taken_twice_says_that_it_is_the_same(cast, client):
    paid_by(cast)
    invoice = Invoice.make(priced(cast), by=cast.henk)
    cast.enter(client, cast.henk)

    first, second = (client.post(f"{BILLS}{invoice.slug}/regels.csv") for _twice in range(2))

    assert first.content == second.content
    assert ["nogmaals" in answer["Content-Disposition"] for answer in (first, second)] == [False, True]


def test_the_office_finds_what_to_bill_in_a_few_questions(cast, client, django_assert_max_num_queries):
    for _each in range(3):
        paid_by(cast)
    cast.enter(client, cast.henk)
    priced(cast)

    with django_assert_max_num_queries(10):
        page = client.get(BILLS).content.decode()

    assert "Noord-Veluwe" in page
    assert "Maak een concept" in page
    for person in (cast.joke, cast.ayse):
        cast.enter(client, person)
        assert client.get(BILLS).status_code == 404


# --- how far a contract is used --------------------------------------------------------------------------------------
def test_the_office_hears_once_that_a_contract_is_nearly_used_up_and_no_request_waits_for_it(cast, client):
    FundingContract.objects.update(number=5)
    for _each in range(3):
        paid_by(cast)
    assert warn(TODAY) == 0

    paid_by(cast)
    for _morning in range(2):
        warn(TODAY)

    letters = Message.objects.filter(recipient=cast.henk)
    assert len(letters) == 1
    assert "Aanvragen gaan gewoon door" in letters[0].text
    assert not Message.objects.exclude(recipient=cast.henk).exists()
    cast.enter(client, cast.henk)
    assert "4 van 5 gebruikt, nog 1" in client.get("/werk/bureau/").content.decode()


def test_a_contract_that_ends_soon_is_told_of_too(cast):
    FundingContract.objects.update(ends_on=TODAY + timedelta(days=30))

    assert [contract.pk for contract in to_renew(TODAY)] == [cast.contract.pk]
    assert not to_renew(TODAY - timedelta(days=100))


@pytest.mark.rule("B29")
def test_a_municipality_reads_its_own_contract_in_fives_so_that_no_single_request_shows(cast):
    seen = []
    for _each in range(6):
        paid_by(cast)
        use = contract_use(cast.municipality, today=TODAY)[0]
        seen.append((use.least, use.most))

    assert seen == [(0, 4)] * 4 + [(5, 9)] * 2
    assert use.number == 40
    assert not use.is_nearly_used_up
    elsewhere = type(cast.municipality).objects.create(name="Elders")
    assert contract_use(elsewhere, today=TODAY) == []
