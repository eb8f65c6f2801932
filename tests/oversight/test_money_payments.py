"""Paying what was approved: one file for bank or payroll, the same when it is taken again, undone until it is sent."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from django.db import connection
from django.utils import timezone

from kring.foundation.posting import Message
from kring.oversight.banking import PayAccount
from kring.oversight.claiming import Claim
from kring.oversight.paying import AlreadySent, InThePast, IsUndone, NoAccountOfOurs, NothingToPay, PayBatch
from kring.oversight.sheets import as_csv
from kring.people.models import Organisation
from tests.matching.scenes import another
from tests.oversight.test_money_claims import handed_in, owed

PAY, IBAN = "/werk/betalingen/", "NL91ABNA0417164300"
PAIN = "{urn:iso:std:iso:20022:tech:xsd:pain.001.001.09}"


def approved(cast, coordinator=None, amount=750) -> Claim:
    claim = handed_in(owed(cast, amount=amount, coordinator=coordinator))
    claim.approve(by=cast.henk)
    return claim


def today() -> date:
    return timezone.localdate()


@pytest.fixture
def accounts(cast):
    """The organisation and Joke have an account."""
    Organisation.objects.create(name="Kring", iban=IBAN)
    return PayAccount.tell(cast.coordinator, iban="BE68 5390 0754 7034", holder="Joke Terpstra")


def batch_of(cast) -> PayBatch:
    return PayBatch.make(pay_on=today(), by=cast.henk)


def test_the_bank_gets_a_checked_file_without_a_family_and_the_same_file_again(cast, client, accounts):
    approved(cast, amount=Decimal("750.10"))
    claim = approved(cast, amount=Decimal("0.07"))
    batch = batch_of(cast)
    cast.enter(client, cast.henk)

    first, second = (client.post(f"{PAY}{batch.slug}/bank.xml") for _twice in range(2))

    tree, text = ElementTree.fromstring(first.content), first.content.decode()
    assert [node.text for node in tree.iter(f"{PAIN}InstdAmt")] == ["750.10", "0.07"]
    assert tree.findtext(f".//{PAIN}MsgId") == batch.reference
    assert [node.text for node in tree.iter(f"{PAIN}IBAN")] == [IBAN, "BE68539007547034", "BE68539007547034"]
    assert [told for told in ("Naima", "Bouzid", claim.conference.slug, claim.key, "Nunspeet") if told in text] == []
    assert first.content == second.content
    assert ["nogmaals" in answer["Content-Disposition"] for answer in (first, second)] == [False, True]
    assert "dezelfde betaling met hetzelfde kenmerk" in client.get(f"{PAY}{batch.slug}/").content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT file FROM kring_paybatch")
        assert "BE68" not in str(cursor.fetchall())


def test_a_claim_is_in_one_payment_and_waits_while_there_is_no_account(cast, accounts):
    PayAccount.objects.all().delete()
    claim = approved(cast)
    with pytest.raises(NothingToPay):
        batch_of(cast)
    PayAccount.tell(cast.coordinator, iban=IBAN, holder="Joke Terpstra")

    batch_of(cast)

    with pytest.raises(NothingToPay):
        batch_of(cast)
    assert Claim.objects.get(pk=claim.pk).state == "ready"
    with pytest.raises(InThePast):
        PayBatch.make(pay_on=today() - timedelta(days=1), by=cast.henk)


def test_undone_before_it_is_sent_the_claims_can_be_paid_again(cast, client, accounts):
    claim = approved(cast)
    batch = batch_of(cast)
    cast.enter(client, cast.henk)

    client.post(f"{PAY}{batch.slug}/ongedaan/")

    assert Claim.objects.get(pk=claim.pk).state == "approved"
    with pytest.raises(IsUndone):
        PayBatch.objects.get(pk=batch.pk).fetch()
    assert batch_of(cast).reference != batch.reference


def test_sent_once_it_cannot_come_back_and_who_is_paid_hears_it(cast, accounts):
    claim = approved(cast)
    batch = batch_of(cast)

    batch.send()

    with pytest.raises(AlreadySent):
        batch.undo()
    with pytest.raises(AlreadySent):
        batch.send()
    assert Claim.objects.get(pk=claim.pk).state == "paid"
    assert "€\xa0750,00" in Message.objects.get(recipient=cast.joke).text


def test_without_an_account_of_our_own_there_is_no_file_but_there_is_a_list(cast, client, accounts):
    Organisation.objects.update(iban="")
    Organisation.objects.first().save()
    approved(cast)
    batch = batch_of(cast)
    cast.enter(client, cast.henk)

    with pytest.raises(NoAccountOfOurs):
        batch.fetch()
    said = client.post(f"{PAY}{batch.slug}/bank.xml", follow=True).content.decode()
    assert "Het rekeningnummer van de organisatie ontbreekt nog" in said
    first, second = (client.post(f"{PAY}{batch.slug}/lijst.csv") for _twice in range(2))
    assert ["nogmaals" in answer["Content-Disposition"] for answer in (first, second)] == [False, True]
    page = first.content.decode("utf-8-sig")
    assert "Joke Terpstra;BE68539007547034" in page
    assert "750,00;0,00;0,00;750,00" in page


def test_the_list_for_the_payroll_holds_every_letter_and_nothing_that_works_itself_out(cast, client, accounts):
    coordinator = another(cast, "Şule", last_name="=Demirçi")
    PayAccount.tell(coordinator, iban=IBAN, holder="=Demirçi")
    claim = approved(cast, coordinator)
    batch = batch_of(cast)
    cast.enter(client, cast.henk)

    text = client.post(f"{PAY}{batch.slug}/lijst.csv").content.decode("utf-8-sig")
    book = ZipFile(BytesIO(client.post(f"{PAY}{batch.slug}/lijst.xlsx").content))

    assert "Şule =Demirçi" in text
    assert as_csv(["x"], [["=1+1"], ["@SUM"], [-1]]).decode("utf-8-sig").splitlines()[1:] == ["'=1+1", "'@SUM", "'-1"]
    assert "Demirçi" in book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()
    assert claim.conference.slug not in text


def test_payments_are_for_the_office_alone(cast, client, accounts):
    approved(cast)
    batch = batch_of(cast)
    for person in (cast.joke, cast.ayse):
        cast.enter(client, person)
        for url in (PAY, f"{PAY}{batch.slug}/"):
            assert client.get(url).status_code == 404
        assert client.post(f"{PAY}{batch.slug}/lijst.csv").status_code == 404
    cast.enter(client, cast.henk)
    for url in (PAY, f"{PAY}{batch.slug}/"):
        assert client.get(url).status_code == 200
    assert "/werk/betalingen/" in client.get("/werk/bureau/").content.decode()
