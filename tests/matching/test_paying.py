"""What a coordinator is paid: the same for every conference, whatever comes out of it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, NotAllowed, Outcome
from kring.matching import replacing
from kring.matching.models import Offer
from kring.matching.paying import Fee, NeverByOutcome
from kring.matching.terms import Terms
from tests.matching.scenes import another, looking, now_of, offered, says_yes

ENDS = [outcome for outcome in Outcome if outcome != Outcome.DECLINED]


@pytest.fixture
def appointed(cast) -> Conference:
    """Joke said yes when a conference paid 750 euros."""
    Terms.objects.create(valid_from=timezone.localdate() - timedelta(days=400), fee=750)
    conference = looking(cast)
    says_yes(offered(cast, conference, travel="trein, tweede klas"))
    return now_of(conference)


@pytest.mark.rule("A24")
def test_the_fee_is_fixed_at_the_appointment_and_not_owed_before_it_was_organised(appointed):
    fee = Fee.objects.get()

    assert (fee.amount, fee.travel, fee.is_owed) == (Decimal(750), "trein, tweede klas", False)


@pytest.mark.rule("A24")
@pytest.mark.parametrize("outcome", ENDS)
def test_the_fee_is_the_same_for_every_outcome(cast, appointed, outcome):
    Conference.objects.filter(pk=appointed.pk).update(
        phase=Phase.CLOSED, outcome=outcome, closed_at=timezone.now() + timedelta(days=90)
    )
    Terms.agree(valid_from=timezone.localdate(), by=cast.henk, fee=900)

    fee = Fee.objects.get()

    assert (fee.amount, fee.is_owed) == (Decimal(750), True)


@pytest.mark.rule("A24")
def test_stopping_after_the_preparation_began_changes_nothing_of_the_fee(cast, appointed):
    appointed.stop(by=cast.naima)

    fee = Fee.objects.get()

    assert (fee.amount, fee.is_owed) == (Decimal(750), True)


@pytest.mark.rule("A24")
@pytest.mark.parametrize("phase", [Phase.INFORMATION, Phase.PRIVATE_TIME, Phase.PRESENTATION, Phase.FOLLOW_UP])
def test_once_something_of_the_outcome_can_be_known_nobody_changes_the_fee(cast, appointed, phase):
    Conference.objects.filter(pk=appointed.pk).update(phase=phase)
    fee = Fee.objects.select_related("conference").get()

    with pytest.raises((NeverByOutcome, NotAllowed)):
        fee.change(travel="meer", by=cast.ayse)
    Conference.objects.filter(pk=appointed.pk).update(phase=Phase.PREPARATION, outcome=Outcome.PLAN_WITH_MEETING)
    with pytest.raises(NeverByOutcome):
        Fee.objects.select_related("conference").get().change(by=cast.ayse)

    assert Fee.objects.get().amount == Decimal(750)


@pytest.mark.rule("A24")
def test_before_that_it_can_be_put_right_to_the_terms_of_today_and_to_nothing_else(cast, appointed):
    Terms.agree(valid_from=timezone.localdate(), by=cast.henk, fee=800)
    fee = Fee.objects.select_related("conference").get()

    fee.change(travel="auto", by=cast.ayse)

    assert (Fee.objects.get().amount, Fee.objects.get().travel) == (Decimal(800), "auto")
    with pytest.raises(NotAllowed):
        fee.change(by=cast.joke)
    with pytest.raises(TypeError):
        fee.change(amount=5000, by=cast.ayse)


@pytest.mark.rule("A24")
def test_a_fee_knows_no_outcome_no_plan_and_no_score():
    assert {field.name for field in Fee._meta.get_fields()} == {
        "id", "conference", "coordinator", "amount", "travel", "share", "agreed_at",
    }  # fmt: skip


# --- one fee for who organised it one after the other ----------------------------------------------------------------
def taken_over(cast, conference, first_name: str = "Lieke") -> Conference:
    """Somebody else says yes to the same conference."""
    replacing.hand_over(now_of(conference), by=Hand.of(cast.ayse))
    says_yes(offered(cast, now_of(conference), another(cast, first_name)))
    return now_of(conference)


def shares() -> list[tuple]:
    return [(fee.coordinator.person.first_name, fee.share, fee.owed) for fee in Fee.objects.order_by("pk")]


@pytest.mark.rule("A24")
def test_who_takes_over_shares_the_one_fee_with_who_was_first(cast, appointed):
    taken_over(cast, appointed)
    assert shares() == [("Joke", 50, Decimal(375)), ("Lieke", 50, Decimal(375))]

    taken_over(cast, appointed, "Mila")

    assert [share for _name, share, _owed in shares()] == [50, 25, 25]


@pytest.mark.rule("A24")
def test_other_shares_are_agreed_before_an_outcome_can_be_known_and_make_up_the_whole(cast, client, appointed):
    taken_over(cast, appointed)
    first, second = Fee.objects.order_by("pk")
    cast.enter(client, cast.ayse)
    url = f"/c/{appointed.slug}/overdragen/vergoeding/"

    client.post(url, {f"fee-{first.pk}": 80, f"fee-{second.pk}": 30})
    assert [share for _name, share, _owed in shares()] == [50, 50]
    client.post(url, {f"fee-{first.pk}": 80, f"fee-{second.pk}": 20})
    assert [share for _name, share, _owed in shares()] == [80, 20]

    now_of(appointed).stop(by=cast.naima)
    with pytest.raises((NeverByOutcome, NotAllowed)):
        Fee.divide(now_of(appointed), {first.pk: 0, second.pk: 100}, by=cast.ayse)


@pytest.mark.rule("A24")
def test_once_it_was_organised_the_fee_stays_with_who_organised_it(cast, appointed):
    Conference.objects.filter(pk=appointed.pk).update(phase=Phase.FOLLOW_UP)

    taken_over(cast, appointed)

    assert [share for _name, share, _owed in shares()] == [100, 0]


def test_accepting_twice_or_two_offers_is_one_fee(cast, appointed):
    Fee.agree(appointed, cast.coordinator)

    assert Fee.objects.count() == 1
    assert Offer.objects.filter(accepted=True).count() == 1
    assert appointed.people(Role.COORDINATOR) == [cast.joke]


@pytest.mark.rule("B29")
def test_a_fee_is_kept_for_the_books_without_anybody_of_the_family(cast, appointed):
    from kring.oversight.erasing import erase, forget

    appointed.stop(by=cast.naima)
    forget(now_of(appointed), "plan", timezone.localdate())
    assert Fee.objects.count() == 1
    assert not appointed.participants.exists()

    Conference.objects.update(closed_at=timezone.now() - timedelta(days=7 * 365 + 2))
    erase(timezone.localdate())

    assert not Fee.objects.exists()
