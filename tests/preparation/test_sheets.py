"""Information sheets: four headings, one's own, read by the circle."""

import pytest
from django.urls import reverse

from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed
from kring.preparation.models import InformationSheet
from kring.preparation.sheet_forms import SheetForm
from kring.preparation.sheets import NothingGoesWell

FOUR = {
    "concerns": "Vaak te laat.",
    "going_well": "Lina zingt in het koor.",
    "help_given": "Een maatje.",
    "help_possible": "Huiswerkklas.",
}


def at(name: str, conference) -> str:
    return reverse(f"preparation:{name}", args=[conference.slug])


@pytest.mark.rule("A58")
def test_a_sheet_has_exactly_the_four_headings_of_the_folder(cast):
    sheet = InformationSheet.write(cast.conference(), **FOUR, by=cast.marloes)

    assert list(SheetForm.base_fields) == list(FOUR)
    assert [str(heading) for heading, _text in sheet.headings] == [
        "zorgen", "wat goed gaat", "hulp al geboden", "hulp verder mogelijk",
    ]  # fmt: skip
    assert [text for _heading, text in sheet.headings] == list(FOUR.values())


@pytest.mark.rule("A58")
def test_a_fifth_heading_with_advice_is_kept_nowhere(cast, client):
    conference = cast.conference()
    advice = {"advice": "Uit huis.", "advies": "Uit huis.", "solution": "Uit huis."}

    cast.enter(client, cast.marloes).post(at("sheet", conference), FOUR | advice)

    assert "Uit huis" not in str(vars(conference.sheets.get()))
    with pytest.raises(TypeError):
        InformationSheet.write(conference, **FOUR, advice="Uit huis.", by=cast.marloes)


@pytest.mark.rule("A58")
@pytest.mark.parametrize("nothing", ["", "   ", "\n"])
def test_what_goes_well_is_never_empty(cast, client, nothing):
    conference = cast.conference()

    page = cast.enter(client, cast.marloes).post(at("sheet", conference), FOUR | {"going_well": nothing})

    assert page.context["form"].errors["going_well"]
    assert page.context["form"]["concerns"].value() == "Vaak te laat."
    with pytest.raises(NothingGoesWell):
        InformationSheet.write(conference, **FOUR | {"going_well": nothing}, by=cast.marloes)
    assert not conference.sheets.exists()


def test_the_circle_and_the_coordinator_read_all_and_a_professional_the_own(cast, client):
    conference = cast.conference()
    InformationSheet.write(conference, **FOUR, by=cast.marloes)
    InformationSheet.write(conference, going_well="Sam komt zijn afspraken na.", by=cast.stefan)

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
    cast.enter(client, cast.marloes).post(at("sheet", conference), FOUR)
    assert client.get(at("sheet", conference)).context["form"]["help_given"].value() == "Een maatje."

    client.post(at("sheet", conference), FOUR | {"help_given": "Twee maatjes."})

    assert [sheet.help_given for sheet in conference.sheets.all()] == ["Twee maatjes."]


def test_a_sheet_told_by_phone_belongs_to_the_professional(cast, client):
    conference = cast.conference()

    cast.enter(client, cast.joke).post(f"{at('sheet', conference)}?namens={cast.marloes.slug}&via=phone", FOUR)

    assert conference.sheets.get().professional == cast.marloes


@pytest.mark.parametrize("who", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.COORDINATOR, Role.REGIONAL_MANAGER])
def test_nobody_writes_a_sheet_for_oneself_but_a_professional(cast, who):
    with pytest.raises(NotAllowed):
        InformationSheet.write(cast.conference(), **FOUR, by=cast[who])


def test_a_very_long_sheet_and_signs_from_everywhere_stay_whole(cast, client):
    conference = cast.conference()
    told = "Şükrü ve Çağla — أهلا وسهلا — <b>vet</b> & meer\n" * 80

    cast.enter(client, cast.marloes).post(at("sheet", conference), FOUR | {"concerns": told})

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
