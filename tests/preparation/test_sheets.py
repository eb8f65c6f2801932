"""Information sheets: four headings, one's own, read by the circle."""

import pytest
from django.urls import reverse

from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed
from kring.preparation.models import InformationSheet
from kring.preparation.sheet_forms import SheetForm
from kring.preparation.sheets import IsThereRoom, NothingGoesWell, NotWrittenYet
from tests.conditions.scene import words_on

FOUR = {
    "concerns": "Vaak te laat.",
    "going_well": "Lina zingt in het koor.",
    "help_given": "Een maatje.",
    "help_possible": "Huiswerkklas.",
}
ROOM = {"waiting": "Vanaf maart plek, nu drie weken wachten."}
WHOLE = FOUR | ROOM


def at(name: str, conference, *args) -> str:
    return reverse(f"preparation:{name}", args=[conference.slug, *args])


@pytest.mark.rule("A58")
def test_a_sheet_has_exactly_the_four_headings_of_the_folder(cast):
    sheet = InformationSheet.write(cast.conference(), **WHOLE, by=cast.marloes)

    assert list(SheetForm.base_fields) == [*FOUR, "waiting"]  # the last says of the fourth how long it takes
    assert [str(heading) for heading, _text in sheet.headings] == [
        "zorgen", "wat goed gaat", "hulp al geboden", "hulp verder mogelijk",
    ]  # fmt: skip
    assert [text for _heading, text in sheet.headings] == list(FOUR.values())


@pytest.mark.rule("A58")
def test_a_fifth_heading_with_advice_is_kept_nowhere(cast, client):
    conference = cast.conference()
    advice = {"advice": "Uit huis.", "advies": "Uit huis.", "solution": "Uit huis."}

    cast.enter(client, cast.marloes).post(at("sheet", conference), WHOLE | advice)

    assert "Uit huis" not in str(vars(conference.sheets.get()))
    with pytest.raises(TypeError):
        InformationSheet.write(conference, **WHOLE, advice="Uit huis.", by=cast.marloes)


@pytest.mark.rule("A58")
@pytest.mark.parametrize("nothing", ["", "   ", "\n"])
def test_what_goes_well_is_never_empty(cast, client, nothing):
    conference = cast.conference()

    page = cast.enter(client, cast.marloes).post(at("sheet", conference), WHOLE | {"going_well": nothing})

    assert page.context["form"].errors["going_well"]
    assert page.context["form"]["concerns"].value() == "Vaak te laat."
    with pytest.raises(NothingGoesWell):
        InformationSheet.write(conference, **WHOLE | {"going_well": nothing}, by=cast.marloes)
    assert not conference.sheets.exists()


def test_the_circle_and_the_coordinator_read_all_and_a_professional_the_own(cast, client):
    conference = cast.conference()
    for sheet in (
        InformationSheet.write(conference, **WHOLE, by=cast.marloes),
        InformationSheet.write(conference, going_well="Sam komt zijn afspraken na.", by=cast.stefan),
    ):
        sheet.read_first(by=cast.naima)

    def reads(who) -> tuple[bool, bool]:
        page = cast.enter(client, who).get(at("sheets", conference)).text
        return "Lina zingt in het koor." in page, "Sam komt zijn afspraken na." in page

    assert reads(cast.naima) == reads(cast.fatma) == reads(cast.joke) == (True, True)
    assert reads(cast.marloes) == (True, False)
    assert reads(cast.stefan) == (False, True)


@pytest.mark.rule("A62")
def test_while_the_door_is_closed_only_the_circle_has_the_sheets(cast, client):
    conference = cast.conference(phase=Phase.PRIVATE_TIME)

    for role in Role:
        is_circle = role in (Role.MAIN_PERSON, Role.CIRCLE_MEMBER)
        assert (cast.enter(client, role).get(at("sheets", conference)).status_code == 200) is is_circle


def test_written_again_it_is_the_same_sheet(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.marloes).post(at("sheet", conference), WHOLE)
    assert client.get(at("sheet", conference)).context["form"]["help_given"].value() == "Een maatje."

    client.post(at("sheet", conference), WHOLE | {"help_given": "Twee maatjes."})

    assert [sheet.help_given for sheet in conference.sheets.all()] == ["Twee maatjes."]


def test_a_sheet_told_by_phone_belongs_to_the_professional(cast, client):
    conference = cast.conference()

    cast.enter(client, cast.joke).post(f"{at('sheet', conference)}?namens={cast.marloes.slug}&via=phone", WHOLE)

    assert conference.sheets.get().professional == cast.marloes


@pytest.mark.parametrize("who", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.COORDINATOR, Role.REGIONAL_MANAGER])
def test_nobody_writes_a_sheet_for_oneself_but_a_professional(cast, who):
    with pytest.raises(NotAllowed):
        InformationSheet.write(cast.conference(), **WHOLE, by=cast[who])


def test_a_very_long_sheet_and_signs_from_everywhere_stay_whole(cast, client):
    conference = cast.conference()
    told = "Şükrü ve Çağla — أهلا وسهلا — <b>vet</b> & meer\n" * 80

    cast.enter(client, cast.marloes).post(at("sheet", conference), WHOLE | {"concerns": told})

    assert conference.sheets.get().concerns == told.strip()
    assert "<b>vet</b>" not in cast.enter(client, cast.naima).get(at("sheets", conference)).text


def test_many_sheets_cost_no_more_queries(cast, client, django_assert_max_num_queries):
    conference = cast.conference()
    cast.enter(client, cast.naima)
    for count in (1, 49):
        for number in range(count):
            someone = cast.anyone_new(f"Helper {number}", works_at="Wijkteam")
            conference.sheets.create(professional=someone, **FOUR)
        with django_assert_max_num_queries(12):
            client.get(at("sheets", conference))


@pytest.mark.rule("R-INF-2")
def test_help_that_is_possible_says_whether_there_is_room_and_how_long_one_waits(cast, client):
    conference = cast.conference()

    page = cast.enter(client, cast.marloes).post(at("sheet", conference), FOUR | {"waiting": ""})
    with pytest.raises(IsThereRoom):
        InformationSheet.write(conference, **FOUR, by=cast.marloes)
    client.post(at("sheet", conference), WHOLE)

    assert page.context["form"].errors["waiting"]
    assert ROOM["waiting"] in client.get(at("sheets", conference)).text


@pytest.mark.rule("R-INF-3")
def test_the_main_person_reads_a_sheet_before_the_circle_and_says_a_word_back(cast, client):
    conference = cast.conference()
    cast.enter(client, cast.marloes).post(at("sheet", conference), WHOLE)
    first = at("read_first", conference, cast.marloes.slug)

    for who in (cast.fatma, cast.joke):
        assert FOUR["going_well"] not in cast.enter(client, who).get(at("sheets", conference)).text
    assert cast.enter(client, cast.fatma).get(first).status_code == 404
    assert FOUR["going_well"] in cast.enter(client, cast.naima).get(first).text
    client.post(first, {"word_back": "Het maatje heet Joris."})

    assert FOUR["going_well"] in cast.enter(client, cast.fatma).get(at("sheets", conference)).text
    assert "Joris" not in client.get(at("sheets", conference)).text
    assert "Het maatje heet Joris." in cast.enter(client, cast.marloes).get(at("sheets", conference)).text


@pytest.mark.rule("R-INF-3")
def test_what_is_written_again_is_read_first_again_and_nobody_reads_an_old_text(cast):
    conference = cast.conference()
    old = InformationSheet.write(conference, **WHOLE, by=cast.marloes)
    old.read_first(by=cast.naima)
    new = InformationSheet.write(conference, **WHOLE | {"concerns": "Niets meer."}, by=cast.marloes)

    with pytest.raises(NotWrittenYet):
        old.read_first(by=cast.naima)

    assert list(InformationSheet.in_sight_of(cast.fatma, conference)) == []
    new.read_first(by=cast.naima)
    assert list(InformationSheet.in_sight_of(cast.fatma, conference)) == [new]


def test_the_coordinator_reads_a_sheet_aloud_on_the_phone(cast, client):
    conference = cast.conference()
    InformationSheet.write(conference, **WHOLE, by=cast.marloes)
    where = f"{at('read_first', conference, cast.marloes.slug)}?namens={cast.naima.slug}&via=phone"

    waits = cast.enter(client, cast.joke).get(at("sheets", conference)).text
    client.post(where, {"word_back": ""})

    assert "Lees voor aan Naima" in waits
    assert conference.sheets.get().read_by == cast.naima


@pytest.mark.rule("A58")
def test_more_than_a_page_gets_a_gentle_word_and_stays_whole(cast, client):
    conference = cast.conference()

    page = cast.enter(client, cast.marloes).post(
        at("sheet", conference), WHOLE | {"concerns": "Te laat. " * 400}, follow=True
    )

    assert "Dit is ongeveer 2 bladzijden." in page.text
    assert len(conference.sheets.get().concerns) > 3000


def test_sheets_on_paper_hold_what_this_reader_may_read(cast, client):
    conference = cast.conference()
    InformationSheet.write(conference, **WHOLE, by=cast.marloes)

    assert FOUR["going_well"] in words_on(cast.enter(client, cast.naima).get(at("sheets_paper", conference)).content)
    assert FOUR["going_well"] not in words_on(
        cast.enter(client, cast.fatma).get(at("sheets_paper", conference)).content
    )
