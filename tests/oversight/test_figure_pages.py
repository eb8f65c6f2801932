"""Who sees which figures: everybody the country, a regiomanager the own region, a municipality its own inhabitants."""

import csv
import io
import zipfile
from datetime import date

import page as accessible
import pytest

from kring.foundation.working import work_off
from kring.oversight.funders import AddressInUse, FunderSeat
from kring.oversight.settling import settle, settled_years
from kring.oversight.tallies import Tally, YearReport
from kring.people.models import Person
from kring.region.models import Municipality, Region
from tests.oversight.forty import YEAR, tallies, under_way

LONG_AGO = 2020
LAND, DESK, TOWN = "/cijfers/", "/werk/cijfers/", "/werk/gemeente/"


@pytest.fixture
def elsewhere(cast) -> Municipality:
    """Another region, of another manager."""
    region = Region.objects.create(name="Drenthe", manager=cast.anouk)
    return Municipality.objects.create(name="Buiten", region=region)


@pytest.fixture
def settled(cast, elsewhere):
    """Nunspeet has twice forty, Buiten and Midden once; in Klein one person asked, which Midden keeps hidden."""
    small, middle = (Municipality.objects.create(name=name, region=cast.region) for name in ("Klein", "Midden"))
    Tally.objects.bulk_create(
        [
            *tallies(municipality=cast.municipality), *tallies(municipality=cast.municipality),
            *tallies(municipality=elsewhere), *tallies(municipality=middle), *tallies(municipality=small)[:1],
            *under_way(9, municipality=cast.municipality), *under_way(6, municipality=elsewhere),
            *under_way(5, municipality=middle),
        ]
    )  # fmt: skip
    settle(YEAR, today=date(YEAR + 1, 2, 1))
    return small


def looker(town: Municipality, name: str = "Gea") -> Person:
    about = {"first_name": name, "last_name": "de Groot", "login_email": f"{name.lower()}@gemeente.example"}
    return FunderSeat.let_in(**about, municipality=town).person


# --- for everybody ----------------------------------------------------------------------------------------------------
@pytest.mark.rule("R-EVA-1")
def test_what_is_promised_stands_on_a_public_page_with_what_came_of_it(settled, client):
    page = client.get(LAND)

    came = {one["promise"]: one["came"] for one in page.context["promises"]}
    assert came["Na een ja zoekt een coördinator snel contact, binnen 3 werkdagen."] == "65 %"
    assert came["Na vier tot zes weken vragen we hoe het gaat."] == "78 %"
    assert all(promise in page.text for promise in came)
    assert LAND in client.get("/dit-beloven-wij/").text


@pytest.mark.rule("B1")
def test_what_people_experienced_comes_first_and_no_amount_of_money_stands_among_the_figures(settled, client):
    page = client.get(LAND)

    assert [topic.title for topic in page.context["topics"]][:2] == ["Wat mensen ervan vinden", "Hoe het daarna gaat"]
    assert "€" not in page.text
    assert "euro" not in page.text.partition("<main")[2].partition("</main>")[0]


def test_a_drawing_says_what_the_table_beside_it_says(settled, client):
    page = client.get(LAND).text

    drawn = page.partition('<svg class="chart" role="img"')[2].partition("</svg>")[0]
    assert "<title" in drawn
    assert "De getallen staan in de tabel." in drawn
    assert page.count('role="img"') < page.count("<table")


def test_before_a_year_was_settled_everybody_reads_that_it_is_not_over(client, db):
    assert "Er is nog geen heel jaar voorbij" in client.get(LAND).text
    assert client.get(f"{LAND}?jaar={YEAR}").status_code == 404


@pytest.mark.rule("B29")
def test_there_are_no_figures_of_a_month_to_take_from_those_of_the_year(settled, client):
    whole = client.get(LAND).context["content"]

    for part in (f"{YEAR}-03", f"{YEAR}03", f"{YEAR}-W10", "maart"):
        assert client.get(f"{LAND}?jaar={part}").status_code == 404
    assert client.get(f"{LAND}?jaar={YEAR}&maand=3").context["content"] == whole


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_list_holds_what_the_page_holds(settled, client, kind):
    page, file = client.get(LAND), client.get(f"{LAND}?als={kind}")

    told = {row.label for topic in page.context["topics"] for block in topic.blocks for row in block.rows}
    if kind == "csv":
        lines = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";"))
        assert {line["deel"] for line in lines} == told
        assert {line["gebied"] for line in lines} == {"heel Nederland"}
        assert next(line["waarde"] for line in lines if line["deel"] == "Aanwezig op de dag") == "9,70"
    else:
        book = zipfile.ZipFile(io.BytesIO(file.content))
        words = book.read("xl/sharedStrings.xml").decode()
        assert all(label.replace("&", "&amp;") in words for label in told)


# --- at the desks -----------------------------------------------------------------------------------------------------
@pytest.mark.rule("B29")
def test_a_regiomanager_sees_the_own_region_and_no_other(settled, elsewhere, cast, client):
    cast.enter(client, cast.ayse)

    assert client.get(DESK).context["area"].name == "Gelderland en Overijssel"
    assert client.get(f"{DESK}?regio={elsewhere.region.slug}").status_code == 404
    assert client.get(f"{DESK}?gemeente=Nunspeet").status_code == 404
    assert client.get(TOWN).status_code == 404


def test_the_office_sees_every_area_that_has_figures(settled, cast, client):
    cast.enter(client, cast.henk)

    names = [area.name for area in client.get(DESK).context["areas"]]
    assert names == ["heel Nederland", "Drenthe", "Gelderland en Overijssel", "Buiten", "Nunspeet"]
    assert client.get(f"{DESK}?gebied=gemeente%3DBuiten").context["content"]["end"]["parts"]["with"] == 18


@pytest.mark.rule("B29")
def test_a_municipality_sees_its_own_inhabitants_its_own_contract_and_nothing_else(settled, cast, client, elsewhere):
    cast.municipality.funding_region = cast.funding
    cast.municipality.save()
    cast.enter(client, looker(cast.municipality))

    page = client.get(TOWN)

    assert page.context["content"]["asked"] == {"parts": {"asked": 80, "open": 9}}
    assert "4500123456" in page.text
    for address in (f"{TOWN}?gemeente=Buiten", f"{TOWN}?regio={cast.region.slug}", DESK, "/werk/", "/werk/bureau/"):
        assert client.get(address).status_code == 404, address
    assert client.get("/thuis/")["Location"] == TOWN


@pytest.mark.rule("B29")
def test_a_municipality_of_one_request_is_told_only_that_it_is_too_little(settled, cast, client):
    cast.enter(client, looker(settled))

    page = client.get(TOWN)

    assert page.context["content"] == {}
    assert "was dit jaar te weinig om te laten zien" in page.text
    assert client.get(f"{TOWN}?als=csv").content.decode("utf-8-sig").count("\n") == 1  # the titles alone


@pytest.mark.rule("A16")
def test_whoever_looks_on_for_a_municipality_has_no_door_into_any_conference(cast, client):
    conference = cast.conference()
    gea = looker(cast.municipality)
    cast.enter(client, gea)

    assert client.get(f"/c/{conference.slug}/").status_code == 404
    assert conference.allowed_to(gea) == frozenset()


def test_a_page_of_figures_costs_the_same_for_one_area_and_for_many(
    settled, cast, client, django_assert_max_num_queries
):
    for number in range(30):
        Region.objects.create(name=f"R{number}", manager=cast.ayse)
    cast.enter(client, cast.henk)
    with django_assert_max_num_queries(12):
        client.get(DESK)
    client.logout()
    with django_assert_max_num_queries(8):
        client.get(LAND)


# --- who looks on -----------------------------------------------------------------------------------------------------
def test_the_office_lets_somebody_of_a_municipality_look_on_and_ends_it(cast, client):
    cast.enter(client, cast.henk)
    about = {"first_name": "Gea", "last_name": "de Groot", "login_email": "Gea@gemeente.example"}

    client.post("/werk/meekijkers/", about | {"municipality": "nunspeet"})
    seat = FunderSeat.objects.get()
    assert (seat.person.login_email, seat.municipality) == ("gea@gemeente.example", cast.municipality)

    client.post(f"/werk/meekijkers/{seat.slug}/weg/")
    assert not Person.objects.filter(login_email="gea@gemeente.example").exists()


def test_who_works_here_does_not_look_on_for_a_municipality(cast):
    about = {"first_name": "Joke", "last_name": "T", "municipality": cast.municipality}
    with pytest.raises(AddressInUse):
        FunderSeat.let_in(**about, login_email=cast.joke.login_email)


# --- on paper ---------------------------------------------------------------------------------------------------------
def test_the_office_settles_a_year_with_a_button_and_the_report_is_made_while_one_waits(cast, client):
    Tally.objects.bulk_create(tallies(year=LONG_AGO))
    cast.enter(client, cast.henk)
    assert f"Stel {LONG_AGO} vast" in client.get(DESK).text

    waiting = client.post(f"{DESK}verslag/", {"jaar": LONG_AGO}, follow=True)
    assert '<progress id="how-far"' in waiting.text
    assert "Kijk of het klaar is" in waiting.text
    work_off()

    report = YearReport.objects.defer("paper").get()
    assert settled_years() == [LONG_AGO]
    ready = client.get(f"{DESK}verslag/{report.slug}/").text
    assert "Haal het verslag op" in ready
    paper = client.get(f"{DESK}verslag/{report.slug}/jaarcijfers.pdf")
    assert accessible.validate_pdf_bytes(paper.content).is_compliant


def test_a_report_is_there_for_who_asked_for_it_alone(settled, cast, client):
    cast.enter(client, looker(cast.municipality))
    address = client.post(f"{DESK}verslag/", {"jaar": YEAR, "gemeente": "Nunspeet"})["Location"]
    assert client.post(f"{DESK}verslag/", {"jaar": YEAR, "gemeente": "Buiten"}).status_code == 404
    for year in (YEAR + 3, "", "9" * 5_000):
        assert client.post(f"{DESK}verslag/", {"jaar": year, "gemeente": "Nunspeet"}).status_code == 404

    cast.enter(client, cast.ayse)
    assert client.get(address).status_code == 404
