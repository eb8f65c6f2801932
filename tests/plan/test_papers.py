"""The papers of the plan: each can be read aloud, the whole of it stands alone, and safety has its own sheet."""

import page
import pytest

from kring.conference.access import Phase, Role
from kring.plan import papers
from kring.plan.copying import PlanCopy
from kring.plan.models import Plan
from tests.plan.scene import at, full, plain, words_on


@pytest.fixture
def conference(cast):
    return cast.conference(phase=Phase.PRESENTATION)


@pytest.mark.rule("A94")
@pytest.mark.parametrize("kind", papers.KINDS.values())
def test_every_other_form_of_the_plan_can_be_read_aloud_as_well(cast, conference, kind):
    it = full(cast, conference).told() | {"title": "Samen: אברהם en أنجلو"}

    printed = papers.of_kind(kind, it)

    assert page.validate_pdf_bytes(printed).is_compliant
    assert b"/Lang(nl)" in printed
    assert b"/FontFile" in printed


@pytest.mark.rule("R-PLN-3")
@pytest.mark.rule("A73")
def test_the_whole_plan_stands_alone_on_a_desk(cast, conference):
    it = full(cast, conference).told()

    found = plain(papers.whole(it, safety=False))

    for words in (
        "Samen naar school", "leidraad voor de hulp", "familiegroepsplan (artikel 1.1 Jeugdwet)",
        "elke dag naar school gaan", "Naima Bouzid",
        "De kinderen halen", "Oom Karel (voor Naima)", "elke vrijdag, vanaf maandag 1 maart 2027",
        "vrijdag 9 juli 2027", "de buurman", "Tante Rachida", "Marloes van Dijk (van een professional)",
        "huiswerkklas", "voor Pasen", "anders. Wel op dinsdag",
        "vanaf april", "Oma brengt ze", "dezelfde dag", "Oma, Karel en Naima", "Eerst bellen", "Oma belt elke maandag",
        "maandag 15 maart 2027", "bij oma thuis", "Buurthuis De Wiek", "op een apart blad",
    ):  # fmt: skip
        assert words in found, words
    assert "Eikenlaan" not in found
    assert "Nr." in found
    assert "Nr." not in plain(papers.whole(it, large=True))  # no narrow columns for who reads large letters


def test_names_from_right_to_left_keep_their_letters_between_dutch_words(cast, conference):
    plan = full(cast, conference)
    plan.agreements.create(what="Samen eten", who="אברהם en أنجلو")

    printed = papers.whole(plan.told())

    assert page.validate_pdf_bytes(printed).is_compliant
    assert set("אברהם" + "أنجلو") <= set(words_on(printed))


def test_safety_stands_on_its_own_sheet_and_not_on_the_fridge(cast, client, conference):
    full(cast, conference)
    cast.enter(client, Role.CIRCLE_MEMBER)

    sheet = plain(client.get(at(conference, "paper_as", "veiligheid")).content)
    fridge = plain(client.get(at(conference, "paper_as", "koelkast")).content)

    assert "Eikenlaan" in sheet
    assert "De kinderen halen" not in sheet
    assert "De kinderen halen" in fridge
    assert not [words for words in ("Eikenlaan", "huiswerkklas", "Voorwaarde") if words in fridge]


def test_forty_agreements_hang_on_the_fridge_on_one_sheet(cast, conference):
    it = full(cast, conference).told()
    line = it["agreements"][0] | {"what": "De kinderen halen en samen eten bij oma"}
    it["agreements"] = [line] * 40

    assert words_on(papers.of_kind("fridge", it)).count("\f") == 1
    assert words_on(papers.whole(it, safety=False)).count("\f") <= 7


@pytest.mark.rule("R-CHD-5")
def test_the_circle_tells_its_plan_again_for_a_child_and_in_easy_words(cast, client, conference):
    cast.enter(client, Role.CIRCLE_MEMBER)
    for name, kind in (("paper_as", "kinderen"), ("retold", "kinderen"), ("retold", "makkelijk")):
        assert client.get(at(conference, name, kind)).status_code == 404

    client.post(at(conference, "part", "kinderen"), {"child": "Oma brengt jou. Mama haalt jou.\n\nElke dag."})
    client.post(at(conference, "part", "makkelijk"), {"easy": "Oma brengt de kinderen."})

    on_paper = words_on(client.get(at(conference, "paper_as", "kinderen")).content)
    assert "Dit gaat er voor jou gebeuren" in on_paper
    assert "Oma brengt jou.\nMama haalt jou." in on_paper  # one short sentence a line
    on_screen = client.get(at(conference, "retold", "kinderen")).content.decode()
    assert "Oma brengt jou.\nMama haalt jou." in on_screen
    assert "Elke dag." in on_screen
    assert at(conference, "retold", "kinderen") in client.get(at(conference, "show")).content.decode()
    assert "Oma brengt de kinderen." in plain(client.get(at(conference, "paper_as", "makkelijk")).content)
    listed = client.get(at(conference, "papers")).content.decode()
    assert at(conference, "paper_as", "kinderen") in listed
    assert at(conference, "paper_as", "veiligheid") not in listed
    assert client.get(at(conference, "paper_as", "verslag")).status_code == 404


@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.CIRCLE_MEMBER])
def test_after_the_day_safety_is_read_by_whom_the_main_people_gave_it(cast, client, role):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    conference.give_consent("see_plan", [Role.PROFESSIONAL], by=cast.naima)
    plan = full(cast, conference)
    plan.change(by=cast.naima)
    cast.enter(client, role)
    addresses = [at(conference, "show"), at(conference, "version", plan.versions.first().slug)]

    def reads_it() -> list[bool]:
        seen = ["Eikenlaan" in client.get(address).content.decode() for address in addresses]
        return [*seen, "Eikenlaan" in plain(client.get(at(conference, "paper")).content)]

    assert reads_it() == [role == Role.CIRCLE_MEMBER] * 3
    PlanCopy.choose(plan, person=cast[role], way="own", with_safety=role == Role.PROFESSIONAL, by=cast.naima)
    assert reads_it() == [role == Role.PROFESSIONAL] * 3
    assert client.get(at(conference, "paper_as", "veiligheid")).status_code == (
        200 if role == Role.PROFESSIONAL else 404
    )


def test_a_version_of_before_the_new_parts_is_read_and_printed_as_it_was(cast):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    version = Plan.of(conference).versions.get()
    version.content = (
        '{"number": 1, "adopted_on": "2027-02-13", "title": "Samen", "is_family_group_plan": true, "names": ["Naima"],'
        ' "question": "", "made_by": [], "made_by_more": 0, "made_on": null, "made_at": "", "safety": [], "help": [],'
        ' "agreements": [{"what": "Samen eten", "who": "Oma", "when": "elke zondag", "stand_in": "", "watcher": "",'
        ' "kind": "own_circle", "slug": "x", "is_safety": false, "is_asked": false, "accepted": true}],'
        ' "conditions": [], "otherwise": "", "initiator": "Oma", "who_on_change": "Oma", "contact": "",'
        ' "progress_on": null, "progress_where": "", "progress_planner": "Oma"}'
    )

    found = plain(papers.whole(version.told()))

    assert "familiegroepsplan (artikel 1.1 Jeugdwet)" in found
    assert "Samen eten" in found
