"""Reading the plan: the same words for all, versions, on paper, and in few questions to the database."""

import json

import pytest
from django.urls import reverse

from kring.conference.access import Phase, Role
from kring.conference.models import Conference, Outcome
from kring.meeting.models import Meeting
from kring.plan import sharing
from kring.plan.models import Plan, PlanReceipt
from kring.plan.papers import payload
from kring.plan.writing import as_json, read


def at(conference, name: str, *args) -> str:
    return reverse(f"plan:{name}", args=[conference.slug, *args])


def full(cast, conference) -> Plan:
    """Something in every part."""
    plan = Plan.of(conference)
    plan.agreements.create(what="Oma belt Piet", who="Fatma", doer=cast.fatma, is_safety=True, stand_in="Piet")
    plan.agreements.create(what="Mee naar school", who="Marloes van Dijk", doer=cast.marloes, kind="professional")
    plan.help_asked.create(
        what="Huiswerkklas",
        of_whom="Marloes van Dijk",
        professional=cast.marloes,
        keep_in_touch="om de week",
        answer="yes",
    )
    plan.condition_answers.create(condition=plan.conditions()[0], how="Oma brengt ze")
    plan.fill_in(otherwise="Dan bellen we", contact="Oma", progress_where="bij oma", by=cast.naima)
    return plan


def words_in(told) -> list[str]:
    if isinstance(told, dict):
        return [word for name, it in told.items() if name not in ("slug", "kind", "answer") for word in words_in(it)]
    if isinstance(told, list):
        return [word for it in told for word in words_in(it)]
    return [told] if isinstance(told, str) and told else []


@pytest.mark.rule("A66")
def test_everyone_at_the_table_reads_the_same_words(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    words = words_in(full(cast, conference).told() | {"made_at": "", "made_by": []})
    assert len(words) > 20

    for role in (Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.COORDINATOR):
        page = cast.enter(client, role).get(at(conference, "show")).content.decode()
        assert [word for word in words if word not in page] == [], role


@pytest.mark.rule("A15")
@pytest.mark.rule("B17")
def test_there_is_one_plan_and_no_second_one_beside_it(cast):
    conference = cast.conference(phase=Phase.PRESENTATION)

    assert Plan.of(conference) == Plan.of(Conference.objects.get(pk=conference.pk))
    assert Plan._meta.get_field("conference").unique


@pytest.mark.rule("A15")
@pytest.mark.parametrize("role", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.CONDITION_SETTER])
def test_the_whole_plan_can_be_taken_home_on_paper(cast, client, role):
    conference = cast.conference(phase=Phase.PRESENTATION)
    full(cast, conference)

    answer = cast.enter(client, role).get(at(conference, "paper"))

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="samen-naar-school.pdf"'
    assert answer.content.startswith(b"%PDF")


@pytest.mark.rule("A79")
@pytest.mark.rule("A73")
def test_on_paper_stands_what_is_asked_of_each_professional_and_how_to_keep_in_touch(cast):
    printed = payload(full(cast, cast.conference(phase=Phase.PRESENTATION)).told())

    assert printed["help"] == [{"what": "Huiswerkklas", "from_whom": "Marloes van Dijk", "by_when": "", "answer": "ja"}]
    assert printed["professionals"] == [
        {"name": "Marloes van Dijk", "expected": "Huiswerkklas", "in_touch": "om de week\nWie met ons praat: Oma"}
    ]
    assert [it["what"] for it in printed["safety"]] == ["Oma belt Piet"]
    assert printed["conditions"][0]["how_met"] == "Oma brengt ze"
    assert printed["progress"] == "maandag 15 maart 2027\nbij oma"
    assert printed["question"] == "Wat is er voor nodig dat de kinderen elke dag naar school gaan?"


def test_a_version_stands_alone_as_json(cast):
    plan = full(cast, cast.conference(phase=Phase.PRESENTATION))

    content = as_json(plan)

    assert read(content) == plan.told()
    assert json.loads(content)["agreements"][0]["who"] == "Oma Fatma"
    assert "Ş" in as_json(plan) or "\\u" not in content


@pytest.mark.rule("A69")
@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.CONDITION_SETTER])
def test_a_professional_receives_the_plan_and_approves_nothing(cast, client, role):
    conference = cast.conference(phase=Phase.PRESENTATION)
    cast.enter(client, role)
    page = client.get(at(conference, "show")).content.decode()
    assert "In ontvangst genomen" in page
    assert "U keurt niets goed of af" in page

    client.post(at(conference, "receive"))
    client.post(at(conference, "receive"))

    receipt = PlanReceipt.objects.get()
    assert (receipt.person, receipt.at.date()) == (cast[role], receipt.at.date())
    assert not Plan.of(conference).is_adopted
    seen = cast.enter(client, Role.CIRCLE_MEMBER).get(at(conference, "show")).content.decode()
    assert f"In ontvangst genomen door {cast[role]}" in " ".join(seen.split())


@pytest.mark.rule("A69")
def test_who_is_on_the_phone_receives_it_through_the_coordinator(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    cast.enter(client, Role.COORDINATOR)
    in_name = f"?namens={cast.marloes.slug}&via=phone"
    assert at(conference, "receive") + "?" in client.get(at(conference, "show") + in_name).content.decode()
    assert at(conference, "receive") not in client.get(at(conference, "show")).content.decode()

    client.post(at(conference, "receive") + in_name)

    assert PlanReceipt.objects.get().person == cast.marloes
    assert "U nam het plan in ontvangst" in client.get(at(conference, "show") + in_name).content.decode()


def test_who_writes_down_what_somebody_says_on_the_phone_comes_where_that_can_be_done(cast, client):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    Conference.objects.update(outcome=Outcome.NO_PLAN_YET)
    Plan.objects.update(adopted_at=None)
    cast.enter(client, Role.COORDINATOR)
    in_name = f"?namens={cast.naima.slug}&via=phone"

    home = client.get(reverse("conference:show", args=[conference.slug]) + in_name).content.decode()

    assert at(conference, "agreement") + "?" in home
    assert client.get(at(conference, "agreement") + in_name).status_code == 200


def test_who_may_not_read_the_plan_cannot_receive_it(cast, client):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    cast.enter(client, Role.PROFESSIONAL)

    client.post(at(conference, "receive"))

    assert not PlanReceipt.objects.exists()


@pytest.mark.rule("A73")
@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.CONDITION_SETTER])
def test_in_part_three_a_professional_is_prompted_to_ask_what_is_expected(cast, client, role):
    conference = cast.conference(phase=Phase.PRESENTATION)

    page = cast.enter(client, role).get(at(conference, "show")).content.decode()

    assert "Wat verwachten jullie van mij bij de voortgang van dit plan, en hoe houden we contact?" in page


@pytest.mark.rule("A80")
def test_each_version_stays_readable_with_its_date_and_who_agreed(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    plan = Plan.of(conference)
    first = sharing.adopt(plan, by=cast.naima)
    agreement = plan.agreements.get()
    agreement.accept(by=cast.fatma)
    agreement.change(what="De kinderen brengen én halen", by=cast.naima)
    cast.enter(client, Role.CIRCLE_MEMBER)
    assert "Bewaar als nieuwe versie" in client.get(at(conference, "show")).content.decode()

    client.post(at(conference, "keep"))

    versions = Plan.of(conference).versions.all()
    assert [version.number for version in versions] == [2, 1]
    old = client.get(at(conference, "version", first.slug)).content.decode()
    assert "De kinderen naar school brengen" in old
    assert "De kinderen brengen én halen" not in old
    assert first.told()["agreements"][0]["accepted"] is False
    assert client.get(at(conference, "version_paper", first.slug)).content.startswith(b"%PDF")
    assert "Bewaar als nieuwe versie" not in client.get(at(conference, "show")).content.decode()


@pytest.mark.rule("A80")
def test_a_new_meeting_ends_in_a_new_version_from_a_room_of_its_own(cast):
    conference = cast.conference(phase=Phase.PRESENTATION)
    Plan.of(conference).adopt(by=cast.naima)
    again = Meeting.reconvene(conference, by=cast.fatma)
    assert (again.number, conference.phase) == (2, Phase.PRIVATE_TIME)
    Conference.objects.update(phase=Phase.PRESENTATION)
    conference = Conference.objects.get(pk=conference.pk)
    plan = Plan.of(conference)
    plan.agree(what="Voortaan ook op zaterdag", by=cast.fatma)

    assert plan.adopt(by=cast.naima).number == 2


def test_an_outsider_reads_the_version_that_was_kept_not_what_is_being_changed(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    conference.give_consent("see_plan", [Role.PROFESSIONAL], by=cast.naima)
    plan = Plan.of(conference)
    sharing.adopt(plan, by=cast.naima)
    plan.agree(what="Nog niet besproken met iedereen", by=cast.fatma)

    page = cast.enter(client, Role.PROFESSIONAL).get(at(conference, "show")).content.decode()

    assert "De kinderen naar school brengen" in page
    assert "Nog niet besproken" not in page
    assert "Nog niet besproken" in cast.enter(client, Role.CIRCLE_MEMBER).get(at(conference, "show")).content.decode()


@pytest.mark.rule("B9")
def test_after_closing_the_family_still_reads_and_keeps_its_plan(cast, client):
    conference = cast.conference(phase=Phase.CLOSED)
    for role in (Role.MAIN_PERSON, Role.CIRCLE_MEMBER):
        cast.enter(client, role)

        page = client.get(at(conference, "show")).content.decode()

        assert "De kinderen naar school brengen" in page
        assert "Verander" not in page
        assert client.get(at(conference, "paper")).content.startswith(b"%PDF")


@pytest.mark.rule("B4")
def test_names_of_every_script_stand_on_screen_and_paper(cast, client):
    conference = cast.conference(phase=Phase.PRESENTATION)
    plan = Plan.of(conference)
    names = "Şükrü Çelik, François, علي"
    plan.agreements.create(what="Samen eten", who=names)

    page = cast.enter(client, Role.MAIN_PERSON).get(at(conference, "show")).content.decode()

    assert names in page
    assert client.get(at(conference, "paper")).content.startswith(b"%PDF")
    assert payload(plan.told())["agreements"][-1]["who"] == names


@pytest.mark.parametrize(
    ("role", "phase"),
    [
        (Role.MAIN_PERSON, Phase.PRESENTATION),
        (Role.PROFESSIONAL, Phase.PRESENTATION),
        (Role.COORDINATOR, Phase.PRESENTATION),
        (Role.CIRCLE_MEMBER, Phase.FOLLOW_UP),
    ],
)
def test_the_page_asks_as_little_for_forty_agreements_as_for_one(
    cast, client, django_assert_max_num_queries, role, phase
):
    conference = cast.conference(phase=phase)
    plan = full(cast, conference)
    cast.enter(client, role)
    client.get(at(conference, "show"))
    with django_assert_max_num_queries(12):
        client.get(at(conference, "show"))
    for number in range(50):
        plan.agreements.create(what=f"Afspraak {number}", who="Fatma", doer=cast.fatma)
        plan.help_asked.create(what=f"Hulp {number}", professional=cast.marloes)

    with django_assert_max_num_queries(12):
        page = client.get(at(conference, "show"))

    assert len(page.content) < 100_000
