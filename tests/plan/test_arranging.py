"""Arranging the plan: its order without a mouse, a copy, what was taken away and put back, for whom and when."""

from datetime import date

import pytest

from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed
from kring.plan.agreements import Agreement, EndsBeforeItStarts
from kring.plan.expecting import Expectation
from kring.plan.models import Plan
from tests.plan.scene import at

AGREEMENT = {"what": "Samen eten", "doer": "", "who": "Oom Karel", "when": "elke zondag", "kind": "own_circle"}


@pytest.fixture
def conference(cast):
    return cast.conference(phase=Phase.PRESENTATION)


def order_of(conference) -> list[str]:
    return [agreement.what for agreement in Plan.of(conference).agreements.all()]


def test_the_circle_puts_its_agreements_in_its_own_order_with_two_buttons(cast, client, conference):
    plan = Plan.of(conference)
    plan.agreements.all().delete()
    first, second, third = [plan.agree(what=what, by=cast.naima) for what in ("een", "twee", "drie")]
    plan.agree(what="veilig", is_safety=True, by=cast.naima)
    cast.enter(client, Role.CIRCLE_MEMBER)

    answer = client.post(at(conference, "order"), {"agreement": third.slug, "to": "up"})

    assert answer["Location"] == f"{at(conference, 'order')}#{third.slug}"
    assert order_of(conference) == ["een", "drie", "twee", "veilig"]
    client.post(at(conference, "order"), {"agreement": first.slug, "to": "up"})
    client.post(at(conference, "order"), {"agreement": second.slug, "to": "down"})
    assert order_of(conference) == ["een", "drie", "twee", "veilig"]
    assert [it["what"] for it in Plan.of(conference).told()["agreements"]] == ["een", "drie", "twee"]
    page = client.get(at(conference, "order")).content.decode()
    assert (page.count('value="up"'), page.count('value="down"')) == (2, 2)


def test_a_copy_is_asked_anew_of_whoever_does_it(cast, client, conference):
    agreement = Plan.of(conference).agreements.get()
    agreement.accept(by=cast.fatma)
    cast.enter(client, Role.MAIN_PERSON)

    answer = client.post(at(conference, "copy_agreement", agreement.slug))

    _old, copy = Plan.of(conference).agreements.all()
    assert answer["Location"] == at(conference, "change_agreement", copy.slug)
    assert (copy.what, copy.doer, copy.when, copy.is_accepted) == (agreement.what, cast.fatma, "elke ochtend", False)


def test_what_was_taken_away_by_mistake_comes_back_with_the_yes_it_had(cast, client, conference):
    agreement = Plan.of(conference).agreements.get()
    agreement.accept(by=cast.fatma)
    cast.enter(client, Role.CIRCLE_MEMBER)
    client.post(at(conference, "remove_agreement", agreement.slug))
    assert Plan.of(conference).told()["agreements"] == []
    back = at(conference, "put_back", "afspraak", agreement.slug)
    assert back in client.get(at(conference, "show")).content.decode()

    client.post(back)

    assert Plan.of(conference).agreements.get().is_accepted
    assert client.post(back).status_code == 404
    assert back not in client.get(at(conference, "show")).content.decode()


def test_what_was_taken_away_is_forgotten_when_the_plan_is_kept(cast, conference):
    plan = Plan.of(conference)
    plan.agree(what="Toch niet", by=cast.naima).remove(by=cast.naima)
    plan.ask_for_help(what="Ook niet", by=cast.naima).remove(by=cast.naima)

    version = plan.adopt(by=cast.naima)

    assert not Agreement.everything.filter(plan=plan).removed().exists()
    assert not plan.help_asked.model.everything.exists()
    assert "Toch niet" not in version.content


@pytest.mark.rule("B17")
@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.REGIONAL_MANAGER])
def test_nobody_outside_arranges_the_plan_of_the_circle(cast, client, conference, role):
    plan = Plan.of(conference)
    kept, gone = plan.agreements.get(), plan.agree(what="Weg", by=cast.naima)
    gone.remove(by=cast.naima)
    cast.enter(client, role)

    for address in (
        at(conference, "order"),
        at(conference, "copy_agreement", kept.slug),
        at(conference, "put_back", "afspraak", gone.slug),
        at(conference, "expect", cast.marloes.slug),
    ):
        assert client.post(address, {"agreement": kept.slug, "to": "up", "expected": "x"}).status_code == 404
    for deed in (kept.copy, gone.put_back, lambda by: kept.move(up=True, by=by)):
        with pytest.raises(NotAllowed):
            deed(by=cast[role])
    assert order_of(conference) == [kept.what]


@pytest.mark.rule("B14")
def test_an_agreement_has_a_first_day_and_may_have_a_last_one_and_says_for_whom(cast, client, conference):
    sam = cast.anyone_new("Sam", last_name="Bouzid")
    conference.seat(sam, Role.MAIN_PERSON)
    cast.enter(client, Role.MAIN_PERSON)
    days = {"starts_on": "2027-03-01", "until_on": "2027-07-09"}

    client.post(at(conference, "agreement"), AGREEMENT | days | {"for_whom": sam.slug})

    made = Plan.of(conference).agreements.last()
    assert (made.starts_on, made.until_on, made.for_whom) == (date(2027, 3, 1), date(2027, 7, 9), sam)
    seen = " ".join(client.get(at(conference, "show")).content.decode().split())
    for words in ("Sam</dd>", "vanaf maandag 1 maart 2027", "tot en met vrijdag 9 juli 2027"):
        assert words in seen
    wrong = client.post(at(conference, "agreement"), AGREEMENT | days | {"until_on": "2027-02-01"})
    assert wrong.context["form"].errors["until_on"] == [str(EndsBeforeItStarts.message)]


def test_an_agreement_of_somebody_whom_this_viewer_cannot_choose_keeps_its_doer(cast, client, conference):
    conference.members.filter(person=cast.fatma).update(mode="letter", may_be_seen=False)
    agreement = Plan.of(conference).agreements.get()
    cast.enter(client, Role.MAIN_PERSON)
    form = client.get(at(conference, "change_agreement", agreement.slug)).context["form"]
    sent = {field.name: field.value() or "" for field in form if field.name != "is_safety"}

    client.post(at(conference, "change_agreement", agreement.slug), sent | {"watcher": "Piet"})

    agreement.refresh_from_db()
    assert (agreement.doer, agreement.watcher) == (cast.fatma, "Piet")


@pytest.mark.rule("A73")
def test_in_part_three_the_circle_is_asked_what_it_expects_of_each_professional(cast, client, conference):
    cast.enter(client, Role.CIRCLE_MEMBER)
    address = at(conference, "expect", cast.marloes.slug)
    assert address in client.get(at(conference, "show")).content.decode()

    client.post(address, {"expected": "Eerst bellen", "in_touch": "Oma belt elke maandag"})

    seen = client.get(at(conference, "show")).content.decode()
    assert "Eerst bellen" in seen
    assert "Oma belt elke maandag" in seen
    assert seen.count(address) == 1
    client.post(address, {"expected": "", "in_touch": ""})
    assert not Expectation.objects.exists()
    assert client.get(at(conference, "expect", cast.fatma.slug)).status_code == 404
