"""What a coordinator claims: the fee by agreement, travel and costs; handed in, approved or asked back; seen by few."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone
from PIL import Image

from kring.conference.access import Phase
from kring.conference.models import Conference, Outcome
from kring.foundation.posting import Message
from kring.foundation.uploads import Upload
from kring.matching.paying import Fee
from kring.matching.terms import Terms
from kring.oversight.banking import is_iban
from kring.oversight.case_keys import case_key
from kring.oversight.claiming import Claim, NotADraft, NothingToClaim, NotYourOwn
from kring.people.models import Desk, Seat
from tests.matching.scenes import another

MINE, DESK = "/werk/mijn-declaraties/", "/werk/declaraties/"
DAY = date(2026, 11, 3)


def owed(cast, *, phase: Phase = Phase.FOLLOW_UP, outcome: str = "", amount: int = 750, coordinator=None) -> Fee:
    """A conference that was organised, with what was agreed at the appointment."""
    conference = cast.conference(phase=phase, conditions=False)
    if outcome:
        Conference.objects.filter(pk=conference.pk).update(outcome=outcome, closed_at=timezone.now())
    conference = Conference.objects.get(pk=conference.pk)
    return Fee.objects.create(conference=conference, coordinator=coordinator or cast.coordinator, amount=amount)


def receipt() -> SimpleUploadedFile:
    made = BytesIO()
    Image.new("RGB", (40, 60), "white").save(made, "PNG")
    return SimpleUploadedFile("bon.png", made.getvalue(), "image/png")


def handed_in(fee: Fee) -> Claim:
    claim = Claim.begin(fee)
    claim.hand_in()
    return claim


# --- A24 -------------------------------------------------------------------------------------------------------------
@pytest.mark.rule("A24")
@pytest.mark.parametrize("outcome", [Outcome.STOPPED, Outcome.PLAN_WITHOUT_MEETING, Outcome.NO_PLAN_YET])
def test_a_coordinator_is_paid_the_same_for_a_stopped_conference_and_with_or_without_a_plan(cast, outcome):
    with_a_plan = handed_in(owed(cast, phase=Phase.CLOSED, outcome=Outcome.PLAN_WITH_MEETING))

    otherwise = handed_in(owed(cast, phase=Phase.CLOSED, outcome=outcome))

    assert otherwise.total == with_a_plan.total == Decimal(750)


@pytest.mark.rule("A24")
def test_a_claim_knows_no_outcome_no_plan_and_no_family(cast):
    fields = {field.name for field in Claim._meta.get_fields()}

    assert fields == {
        "id", "slug", "coordinator", "conference", "key", "fee", "fee_amount", "begun_at", "handed_in_at",
        "asked_back_at", "reason", "approved_at", "approved_by", "batch", "lines",
    }  # fmt: skip


def test_the_fee_goes_along_once_and_not_before_the_day_or_the_end(cast):
    fee = owed(cast, phase=Phase.PREPARATION)
    claim = Claim.begin(fee)
    with pytest.raises(NothingToClaim):
        claim.hand_in()
    Conference.objects.update(phase=Phase.INFORMATION)

    claim.hand_in()
    again = Claim.begin(fee)
    again.add_travel(on=DAY, km=10, what="Nabellen")
    again.hand_in()

    assert (claim.fee_amount, again.fee_amount, again.total) == (Decimal(750), 0, Decimal("2.30"))


def test_two_who_organised_it_claim_their_share_of_one_fee(cast):
    fee = owed(cast, amount=751)
    Fee.objects.update(share=50)
    second = Fee.objects.create(conference=fee.conference, coordinator=another(cast, "Lieke"), amount=751, share=50)

    assert [handed_in(each).total for each in (Fee.objects.get(pk=fee.pk), second)] == [Decimal("375.50")] * 2


# --- travel and costs ------------------------------------------------------------------------------------------------
def test_travel_counts_at_the_rate_of_its_own_day(cast):
    Terms.objects.create(valid_from=date(2026, 1, 1), km_rate=Decimal("0.21"))
    Terms.objects.create(valid_from=date(2026, 11, 10), km_rate=Decimal("0.25"))
    claim = Claim.begin(owed(cast))

    lines = [claim.add_travel(on=day, km=101, what="Huisbezoek") for day in (DAY, date(2026, 11, 11))]

    assert [line.amount for line in lines] == [Decimal("21.21"), Decimal("25.25")]


def test_a_cost_needs_a_receipt_that_is_locked_and_goes_with_its_line(cast, client, django_capture_on_commit_callbacks):
    claim = Claim.begin(owed(cast))
    cast.enter(client, cast.joke)
    given = {"on": "2026-11-03", "amount": "12,50", "what": "Taart"}

    client.post(f"{MINE}{claim.slug}/kosten/", given)
    assert not claim.lines.exists()
    client.post(f"{MINE}{claim.slug}/kosten/", given | {"receipt": receipt()})

    line = claim.lines.get()
    assert (line.amount, line.receipt.content()[:3]) == (Decimal("12.50"), b"\xff\xd8\xff")
    with connection.cursor() as cursor:
        cursor.execute("SELECT what FROM kring_claimline")
        assert "Taart" not in str(cursor.fetchall())
    client.post(f"{MINE}{claim.slug}/regel/{line.slug}/weg/")
    assert not Upload.objects.exists()


# --- who sees what ---------------------------------------------------------------------------------------------------
def test_a_coordinator_sees_the_own_claims_alone_and_the_manager_and_the_family_none(cast, client):
    theirs = Claim.begin(owed(cast, coordinator=another(cast, "Lieke")))
    theirs.add_cost(on=DAY, amount=Decimal(5), what="Koffie", receipt=receipt())
    theirs.hand_in()
    line = theirs.lines.get()
    for person in (cast.joke, cast.ayse, cast.naima):
        cast.enter(client, person)
        for url in (f"{MINE}{theirs.slug}/", f"{MINE}bonnetje/{line.slug}/", f"{DESK}{theirs.slug}/", DESK):
            assert client.get(url).status_code == 404, (person, url)
        assert client.post(f"{MINE}{theirs.slug}/inleveren/").status_code == 404
    assert theirs.key not in client.get(MINE, follow=True).content.decode()


def test_the_office_reads_what_is_handed_in_with_its_receipt_and_no_draft(cast, client):
    claim = Claim.begin(owed(cast))
    claim.add_cost(on=DAY, amount=Decimal(5), what="Koffie", receipt=receipt())
    cast.enter(client, cast.henk)
    assert client.get(f"{DESK}{claim.slug}/").status_code == 404

    claim.hand_in()

    page = client.get(f"{DESK}{claim.slug}/").content.decode()
    assert "Joke Terpstra" in page
    assert "€\xa0755,00" in page
    assert client.get(f"{DESK}bonnetje/{claim.lines.get().slug}/")["Content-Type"] == "image/jpeg"
    for told in ("Naima", "Bouzid", claim.conference.slug):
        assert told not in page + client.get(DESK).content.decode()


def test_the_key_is_the_same_on_every_paper_and_cannot_be_worked_out_from_the_address(cast, settings):
    conference = cast.conference()
    key = case_key(conference)

    assert key == case_key(Conference.objects.get())
    settings.SECRET_KEY = "another house altogether"
    assert key != case_key(conference)


# --- handing in, approving, asking back ------------------------------------------------------------------------------
def test_asked_back_with_a_reason_it_is_a_draft_again_and_the_coordinator_hears_that_something_is_asked(cast, client):
    claim = handed_in(owed(cast))
    cast.enter(client, cast.henk)

    client.post(f"{DESK}{claim.slug}/", {"reason": "Welke datum?"})

    claim = Claim.objects.get()
    assert (claim.state, claim.reason, claim.fee) == ("asked_back", "Welke datum?", None)
    letter = Message.objects.get(recipient=cast.joke)
    assert "Welke datum?" not in letter.text
    cast.enter(client, cast.joke)
    assert "Welke datum?" in client.get(f"{MINE}{claim.slug}/").content.decode()
    client.post(f"{MINE}{claim.slug}/inleveren/")
    assert Claim.objects.get().state == "handed_in"


def test_what_is_handed_in_does_not_change_and_is_approved_by_somebody_else(cast):
    claim = handed_in(owed(cast))
    with pytest.raises(NotADraft):
        claim.add_travel(on=DAY, km=1, what="Nog iets")
    Seat.objects.create(person=cast.joke, desk=Desk.OFFICE)
    with pytest.raises(NotYourOwn):
        claim.approve(by=cast.joke)

    claim.approve(by=cast.henk)

    assert Claim.objects.get().state == "approved"


def test_what_the_page_refuses_is_said_on_the_same_page(cast, client):
    claim = Claim.begin(owed(cast, phase=Phase.PREPARATION))
    cast.enter(client, cast.joke)

    page = client.post(f"{MINE}{claim.slug}/inleveren/", follow=True)

    assert page.redirect_chain[-1][0] == f"{MINE}{claim.slug}/"
    assert "Er staat nog niets in." in page.content.decode()


def test_from_the_own_list_to_a_claim_in_one_press(cast, client):
    fee = owed(cast)
    cast.enter(client, cast.joke)
    page = client.get(MINE).content.decode()
    assert "Rond Naima" in page
    assert "€\xa0750,00" in page

    client.post(f"{MINE}begin/{fee.conference.slug}/")
    client.post(f"{MINE}begin/{fee.conference.slug}/")

    assert Claim.objects.get().key == case_key(fee.conference)


def test_the_pages_cost_the_same_with_many_rows(cast, client, django_assert_max_num_queries):
    for _each in range(4):
        handed_in(owed(cast))
    cast.enter(client, cast.henk)
    with django_assert_max_num_queries(12):
        client.get(DESK)
    cast.enter(client, cast.joke)
    with django_assert_max_num_queries(14):
        client.get(MINE)


# --- the account -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "is_right"),
    [("NL91 ABNA 0417 1643 00", True), ("nl91abna0417164300", True), ("BE68 5390 0754 7034", True),
     ("NL91 ABNA 0417 1643 01", False), ("NL91 ABNA 0417 1643", False), ("XX91 ABNA 0417 1643 00", False),
     ("", False), ("NL٩١ABNA0417164300", False)],
)  # fmt: skip
def test_an_iban_is_checked_before_it_is_kept(typed, is_right):
    assert is_iban(typed) is is_right


def test_the_account_is_locked_and_never_shown_whole(cast, client):
    cast.enter(client, cast.joke)
    refused = client.post(f"{MINE}rekening/", {"iban": "NL91 ABNA 0417 1643 01", "holder": "J. Terpstra"})
    assert "Dit rekeningnummer klopt niet" in refused.content.decode()

    client.post(f"{MINE}rekening/", {"iban": "NL91 ABNA 0417 1643 00", "holder": "J. Terpstra"})

    page = client.get(MINE).content.decode() + client.get(f"{MINE}rekening/").content.decode()
    assert "NL91 … 4300" in page
    assert "0417" not in page
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM kring_payaccount")
        row = str(cursor.fetchall())
    assert "ABNA" not in row
    assert "Terpstra" not in row


def test_claims_outlive_the_family_by_seven_years_of_books(cast):
    from kring.oversight.erasing import erase, forget

    claim = handed_in(owed(cast, phase=Phase.CLOSED, outcome=Outcome.STOPPED))
    forget(claim.conference, "plan", timezone.localdate())
    assert Claim.objects.exists()

    old = timezone.now() - timedelta(days=7 * 365 + 2)
    Conference.objects.update(closed_at=old)
    Claim.objects.update(begun_at=old)
    erase(timezone.localdate())

    assert not Claim.objects.exists()
