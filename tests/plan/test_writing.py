"""Writing the plan: by the circle, in its own words, one small thing at a time."""

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import NotAllowed
from kring.plan.agreements import Agreement
from kring.plan.forms import AgreementForm, HelpForm
from kring.plan.gaps import NotOfTheCircle
from kring.plan.models import NotConfirmed, Plan
from kring.plan.part_forms import PARTS

WRITES = "agreement help how_met part"


def at(conference, name: str, *args) -> str:
    return reverse(f"plan:{name}", args=[conference.slug, *args])


AGREEMENT = {
    "what": "Elke zondag samen eten",
    "doer": "",
    "who": "Oom Karel",
    "when": "elke zondag",
    "kind": "own_circle",
}


@pytest.mark.rule("A11")
@pytest.mark.parametrize("role", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER])
@pytest.mark.parametrize("phase", [Phase.PRESENTATION, Phase.FOLLOW_UP])
def test_the_circle_writes_an_agreement(cast, client, role, phase):
    conference = cast.conference(phase=phase)
    cast.enter(client, role)

    answer = client.post(at(conference, "agreement"), AGREEMENT)

    assert answer["Location"] == at(conference, "show")
    agreement = Plan.of(conference).agreements.last()
    assert (agreement.what, agreement.who, agreement.when) == ("Elke zondag samen eten", "Oom Karel", "elke zondag")


@pytest.mark.rule("A5")
@pytest.mark.rule("A11")
@pytest.mark.rule("B17")
@pytest.mark.parametrize("phase", [Phase.PRESENTATION, Phase.FOLLOW_UP])
@pytest.mark.parametrize("role", [Role.REQUESTER, Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.REGIONAL_MANAGER])
def test_no_professional_writes_in_the_plan(cast, client, role, phase):
    conference = cast.conference(phase=phase)
    for act in ("see_plan",):
        for consented in (Role.PROFESSIONAL, Role.CONDITION_SETTER):
            conference.give_consent(act, [consented], by=cast.naima)
    plan = Plan.of(conference)
    before, agreement = plan.told(), plan.agreements.get()
    cast.enter(client, role)

    for address in (
        at(conference, "agreement"),
        at(conference, "type_agreement"),
        at(conference, "change_agreement", agreement.slug),
        at(conference, "remove_agreement", agreement.slug),
        at(conference, "help"),
        at(conference, "part", "initiatief"),
        at(conference, "keep"),
    ):
        assert client.post(address, AGREEMENT | {"initiator": "x"}).status_code == 404
    with pytest.raises(NotAllowed):
        plan.agree(what="x", by=cast[role])
    with pytest.raises(NotAllowed):
        agreement.change(what="x", by=cast[role])
    assert Plan.of(conference).told() == before
    page = client.get(at(conference, "show")).content.decode()
    assert at(conference, "agreement") not in page
    assert "Verander" not in page


@pytest.mark.rule("A5")
@pytest.mark.rule("R-IND-3")
def test_what_the_coordinator_types_waits_for_the_circle_to_say_that_it_is_so(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    cast.enter(client, Role.COORDINATOR)

    client.post(at(conference, "type_agreement"), AGREEMENT)

    plan = Plan.of(conference)
    assert plan.agreements.last().what == "Elke zondag samen eten"
    assert plan.waits_for_confirmation
    with pytest.raises(NotConfirmed):
        plan.adopt(by=cast.naima)
    cast.enter(client, Role.CIRCLE_MEMBER)
    assert "Klopt dit?" in client.get(at(conference, "show")).content.decode()
    client.post(at(conference, "confirm"))
    Plan.of(conference).adopt(by=cast.naima)
    assert conference.journal.filter(step="type_as_told").count() == 1


@pytest.mark.rule("R-IND-3")
def test_the_coordinator_confirms_nothing_in_their_name(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    plan = Plan.of(conference)
    plan.agree(what="x", by=cast.joke)

    with pytest.raises(NotAllowed):
        plan.confirm_text(by=Hand(cast.joke, cast.naima, "phone"))
    assert Plan.of(conference).waits_for_confirmation


def test_somebody_who_phones_has_the_coordinator_write_in_their_name(cast, client):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    cast.enter(client, Role.COORDINATOR)
    in_name = f"?namens={cast.fatma.slug}&via=phone"

    answer = client.post(at(conference, "agreement") + in_name, AGREEMENT)

    assert answer["Location"].startswith(reverse("conference:show", args=[conference.slug]))
    assert Plan.of(conference).agreements.last().who == "Oom Karel"
    entry = conference.journal.get(step="write_plan")
    assert (entry.taken_by, entry.in_name_of, entry.via) == (cast.joke, cast.fatma, "phone")
    assert client.get(at(conference, "show") + in_name).status_code == 404
    existing = Plan.of(conference).agreements.first().slug
    assert client.get(at(conference, "change_agreement", existing) + in_name).status_code == 404


def test_by_phone_an_empty_field_empties_nothing_that_cannot_be_seen(cast, client):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    cast.enter(client, Role.COORDINATOR)

    address = at(conference, "part", "initiatief") + f"?namens={cast.naima.slug}"
    client.post(address, {"initiator": "", "who_on_change": "", "contact": "Naima"})

    plan = Plan.of(conference)
    assert (plan.initiator, plan.contact) == ("Oma Fatma", "Naima")
    assert "Oma Fatma" not in client.get(address).content.decode()


@pytest.mark.rule("A14")
def test_an_agreement_says_whether_the_own_circle_or_a_professional_keeps_it(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    cast.enter(client, Role.MAIN_PERSON)

    client.post(at(conference, "agreement"), AGREEMENT | {"doer": cast.fatma.slug, "who": ""})
    client.post(at(conference, "agreement"), AGREEMENT | {"doer": cast.marloes.slug, "who": ""})
    client.post(at(conference, "agreement"), AGREEMENT | {"who": "de huisarts", "kind": "professional"})

    made = Plan.of(conference).agreements.all()[1:]
    assert [(it.doer, it.who, it.kind) for it in made] == [
        (cast.fatma, "Fatma Bouzid", Agreement.Kind.OWN_CIRCLE),
        (cast.marloes, "Marloes van Dijk", Agreement.Kind.PROFESSIONAL),
        (None, "de huisarts", Agreement.Kind.PROFESSIONAL),
    ]


@pytest.mark.rule("A86")
@pytest.mark.rule("B5")
@pytest.mark.rule("B16")
def test_nothing_and_nobody_is_filled_in_beforehand(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    plan = Plan.of(conference)
    plan.delete()
    plan = Plan.of(conference)
    cast.enter(client, Role.MAIN_PERSON)

    empty = ("", None, False, Agreement.Kind.OWN_CIRCLE)
    for form in (AgreementForm(None, conference, cast.naima), HelpForm(None, conference, cast.naima)):
        assert {field.name for field in form if field.value() not in empty} == set()
    for made in PARTS.values():
        assert {name for name in made.base_fields if getattr(plan, name) not in empty} == set()
    page = client.get(at(conference, "agreement")).content.decode()
    assert "<datalist" not in page
    assert Plan.of(conference).told()["agreements"] == []


@pytest.mark.rule("A81")
@pytest.mark.rule("A86")
def test_the_initiative_is_taken_by_somebody_of_the_circle_never_by_a_professional(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    cast.enter(client, Role.MAIN_PERSON)
    told = {"initiator": "Marloes van Dijk", "who_on_change": "Iedereen", "contact": ""}

    answer = client.post(at(conference, "part", "initiatief"), told)

    assert str(NotOfTheCircle.message) in answer.content.decode()
    assert 'value="Iedereen"' in answer.content.decode()
    assert Plan.of(conference).initiator == "Oma Fatma"


@pytest.mark.rule("B14")
@pytest.mark.rule("R-PLN-4")
def test_small_things_that_come_back_and_who_stands_in_have_their_place(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    cast.enter(client, Role.MAIN_PERSON)
    told = AGREEMENT | {
        "what": "De kinderen brengen",
        "when": "elke ochtend",
        "stand_in": "de buurman",
        "watcher": "Tante Rachida",
    }

    client.post(at(conference, "agreement"), told)

    page = client.get(at(conference, "show")).content.decode()
    for words in ("De kinderen brengen", "elke ochtend", "de buurman", "Tante Rachida"):
        assert words in page
    assert Plan.of(conference).agreements.last().watcher == "Tante Rachida"
    assert "Het liefst iemand van jullie zelf." in client.get(at(conference, "agreement")).content.decode()


@pytest.mark.rule("A13")
@pytest.mark.rule("A79")
def test_the_circle_says_which_help_it_asks_and_of_whom(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    cast.enter(client, Role.CIRCLE_MEMBER)

    client.post(
        at(conference, "help"),
        {"what": "Een plek in de huiswerkklas", "professional": cast.marloes.slug, "keep_in_touch": "zij belt Naima"},
    )

    asked = Plan.of(conference).help_asked.get()
    assert (asked.what, asked.of_whom, asked.professional) == (
        "Een plek in de huiswerkklas", "Marloes van Dijk", cast.marloes
    )  # fmt: skip
    assert "Een plek in de huiswerkklas" in client.get(at(conference, "show")).content.decode()


@pytest.mark.rule("B3")
@pytest.mark.parametrize("has_minors", [True, False])
def test_a_plan_around_children_may_be_called_what_the_law_calls_it(cast, client, has_minors):
    conference = cast.conference(phase=Phase.PRESENTATION)
    conference.referral.has_minors = has_minors
    conference.referral.save()
    cast.enter(client, Role.MAIN_PERSON)

    client.post(at(conference, "part", "titel"), {"title": "Samen", "also_called": "family_group"})

    assert Plan.of(conference).also_called == ("family_group" if has_minors else "")
    page = client.get(at(conference, "show")).content.decode()
    assert ("Familiegroepsplan (artikel 1.1 Jeugdwet)" in page) is has_minors


def test_an_agreement_is_changed_and_taken_away_after_being_asked_once_more(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    agreement = Plan.of(conference).agreements.get()
    cast.enter(client, Role.MAIN_PERSON)
    form = client.get(at(conference, "change_agreement", agreement.slug))
    assert "elke ochtend" in form.content.decode()

    client.post(at(conference, "change_agreement", agreement.slug), AGREEMENT)
    assert Plan.of(conference).agreements.get().what == "Elke zondag samen eten"
    question = client.get(at(conference, "remove_agreement", agreement.slug)).content.decode()
    assert "Elke zondag samen eten" in question
    assert Plan.of(conference).agreements.exists()
    client.post(at(conference, "remove_agreement", agreement.slug))
    assert not Plan.of(conference).agreements.exists()


@pytest.mark.rule("B23")
@pytest.mark.parametrize(("change", "stands"), [({"what": "Iets anders"}, False), ({"watcher": "Piet"}, True)])
def test_a_yes_was_to_the_words_of_then(cast, change, stands):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    agreement = Plan.of(conference).agreements.get()
    agreement.accept(by=cast.fatma)

    agreement.change(by=cast.naima, **change)

    agreement.refresh_from_db()
    assert agreement.is_accepted is stands


WRONG = {
    "nothing": ({}, "what"),
    "too long": ({"what": "x" * 4001}, "what"),
    "a citizen number": ({"what": "Bel 111222333 even"}, "what"),
    "a doer from elsewhere": ({"doer": "bestaatniet"}, "doer"),
    "a kind that is none": ({"kind": "verdict"}, "kind"),
}


@pytest.mark.parametrize(("told", "field"), WRONG.values(), ids=WRONG)
def test_wrong_input_is_said_at_the_field_and_what_was_typed_stays(cast, client, told, field):
    conference = cast.conference(phase=Phase.PRESENTATION)
    cast.enter(client, Role.MAIN_PERSON)
    sent = {"when": "elke maandag", "kind": "own_circle"} | (
        AGREEMENT | {"when": "elke maandag"} | told if told else {}
    )

    answer = client.post(at(conference, "agreement"), sent)

    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert 'value="elke maandag"' in answer.content.decode()
    assert Plan.of(conference).agreements.count() == 1


@pytest.mark.rule("A18")
def test_the_plan_has_no_place_for_votes_ranks_authors_or_a_verdict(cast):
    fields = {field.name for field in Agreement._meta.get_fields() if field.concrete}

    assert fields == {
        "id", "slug", "plan", "kind", "is_safety", "what", "who", "doer", "when", "stand_in", "watcher",
        "starts_on", "until_on", "for_whom", "position", "removed_at", "accepted_at", "handed_back_at",
        "went", "went_at",
    }  # fmt: skip
    told = Plan.of(cast.conference(phase=Phase.PRESENTATION)).told()
    assert {"score", "votes", "likes", "problem", "analysis", "verdict"}.isdisjoint(told)


@pytest.mark.rule("A18")
def test_who_made_it_stands_there_as_a_circle_and_only_who_lets_others_see_it(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    zus = cast.anyone_new("Aïcha", last_name="Bouzid")
    conference.seat(zus, Role.CIRCLE_MEMBER)
    now = timezone.now()
    conference.members.create(
        person=zus, name="Aïcha Bouzid", hat="circle", mode="in_person", may_be_seen=True,
        agreed_at=now, agreed_by=cast.naima, invited_at=now, answered_at=now,
    )  # fmt: skip

    told = Plan.of(conference).told()

    assert told["made_by"] == ["Aïcha Bouzid", "Naima Bouzid"]
    assert told["made_by_more"] == 1
