"""The office keeps regions, municipalities and contracts; nobody else does, and no family is seen there."""

from datetime import date

import pytest
from django.urls import reverse

from kring.conference.access import Phase
from kring.people.models import Desk, Seat
from kring.region.models import FundingContract, FundingRegion, Municipality, Region

PAGES = ["regions", "municipalities", "payers"]


@pytest.fixture
def office(cast, client):
    cast.enter(client, cast.henk)
    return client


@pytest.fixture
def wouter(cast):
    person = cast.anyone_new("Wouter", last_name="de Graaf", login_email="wouter@kring.example", phone="06 22 00 00 03")
    Seat.objects.create(person=person, desk=Desk.MANAGER)
    return person


def every_page(cast) -> list[str]:
    one, contract = [cast.region.slug], [cast.funding.slug, cast.contract.slug]
    rows = {"region": one, "payer": contract[:1], "rename_payer": contract[:1], "contract": contract}
    return [reverse(f"region:{name}") for name in PAGES] + [
        reverse(f"region:{name}", args=args) for name, args in rows.items()
    ]


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_every_page_opens_for_the_office_and_has_few_queries(cast, office, django_assert_max_num_queries):
    for page in every_page(cast):
        with django_assert_max_num_queries(12):
            assert office.get(page).status_code == 200, page


@pytest.mark.parametrize("who", ["ayse", "joke", "naima", "stranger", "marloes"])
def test_nobody_else_finds_them(cast, client, who):
    cast.enter(client, getattr(cast, who))

    assert {client.get(page).status_code for page in every_page(cast)} == {404}


@pytest.mark.rule("B29")
def test_no_page_about_money_or_regions_shows_a_family(cast, office):
    conference = cast.conference(phase=Phase.PREPARATION)
    conference.note_funding()

    shown = "".join(text(office.get(page)) for page in every_page(cast))

    assert "1 van 40 gebruikt, nog 39" in shown
    for word in ("Naima", "Bouzid", "Fatma", conference.slug, "school"):
        assert word not in shown


@pytest.mark.parametrize("list_page", PAGES)
@pytest.mark.parametrize("rows", [1, 50])
def test_a_list_costs_the_same_however_long_it_is(cast, office, django_assert_max_num_queries, list_page, rows):
    for number in range(rows):
        region = Region.objects.create(name=f"Regio {number}", manager=cast.ayse)
        payer = FundingRegion.objects.create(name=f"Payer {number}")
        payer.agree(starts_on=date(2026, 1, 1), number=3)
        Municipality.objects.create(name=f"Dorp {number}", province="Gelderland", region=region, funding_region=payer)

    with django_assert_max_num_queries(12):
        assert office.get(reverse(f"region:{list_page}")).status_code == 200


def test_a_contract_is_added_and_changed(cast, office):
    page = reverse("region:payer", args=[cast.funding.slug])
    terms = {
        "starts_on": "2027-01-01",
        "ends_on": "2027-12-31",
        "number": "12",
        "order_number": "123456782",
        "note": "",
    }

    assert office.post(page, terms).status_code == 302
    contract = FundingContract.objects.get(number=12)
    assert (contract.funding_region, contract.order_number) == (cast.funding, "123456782")

    change = reverse("region:contract", args=[cast.funding.slug, contract.slug])
    assert 'value="2027-01-01"' in text(office.get(change))
    office.post(change, terms | {"number": "", "ends_on": ""})
    contract.refresh_from_db()
    assert (contract.number, contract.ends_on) == (None, None)


@pytest.mark.parametrize(
    ("terms", "said"),
    [
        ({"starts_on": "2027-02-01", "ends_on": "2027-01-01"}, "De laatste dag ligt vóór de eerste."),
        ({"starts_on": ""}, "starts_on"),
        ({"starts_on": "2027-01-01", "number": "0"}, "number"),
        ({"starts_on": "2027-01-01", "note": "bsn 123456782"}, "burgerservicenummer"),
    ],
)
def test_a_contract_that_cannot_be_is_refused_with_a_sentence(cast, office, terms, said):
    page = office.post(reverse("region:payer", args=[cast.funding.slug]), terms)

    assert page.status_code == 200
    assert said in text(page)
    assert FundingContract.objects.count() == 1


def test_a_contract_of_another_funding_region_is_not_there(cast, office):
    other = FundingRegion.objects.create(name="Elders")

    assert office.get(reverse("region:contract", args=[other.slug, cast.contract.slug])).status_code == 404


def test_funding_regions_are_added_and_renamed_and_each_name_is_one(cast, office):
    office.post(reverse("region:payers"), {"name": "Achterhoek"})
    again = office.post(reverse("region:payers"), {"name": "achterhoek"})
    taken = office.post(reverse("region:rename_payer", args=[cast.funding.slug]), {"name": "Achterhoek"})
    office.post(reverse("region:rename_payer", args=[cast.funding.slug]), {"name": "Noord-Veluwe en Zeewolde"})

    assert "Deze naam is er al" in text(again)
    assert "Deze naam is er al" in text(taken)
    assert set(FundingRegion.objects.values_list("name", flat=True)) == {"Achterhoek", "Noord-Veluwe en Zeewolde"}


def map_of(town, *, region="", payer="", was=("", "")) -> dict:
    return {
        f"region-{town.pk}": region, f"initial-region-{town.pk}": was[0],
        f"payer-{town.pk}": payer, f"initial-payer-{town.pk}": was[1],
    }  # fmt: skip


@pytest.mark.rule("B29")
def test_the_three_maps_are_laid_one_by_one(cast, office, wouter):
    centre = Region.objects.create(name="Flevoland en Utrecht", manager=wouter)
    zeewolde = Municipality.objects.create(name="Zeewolde", province="Flevoland")
    page = reverse("region:municipalities") + "?provincie=Flevoland"

    assert "Nunspeet" not in text(office.get(page))
    office.post(page, map_of(zeewolde, region=centre.slug, payer=cast.funding.slug))

    zeewolde.refresh_from_db()
    assert (zeewolde.province, zeewolde.region, zeewolde.funding_region) == ("Flevoland", centre, cast.funding)
    shown = text(office.get(reverse("region:payer", args=[cast.funding.slug])))
    assert "Flevoland en Utrecht" in shown


def test_two_at_the_same_page_do_not_undo_each_others_changes(cast, office, wouter):
    other = Region.objects.create(name="Ander", manager=wouter)
    ede = Municipality.objects.create(name="Ede", province="Gelderland")
    Municipality.objects.filter(pk=ede.pk).update(region=other)  # by a colleague, after this page was opened
    page = reverse("region:municipalities") + "?provincie=Gelderland"
    untouched = map_of(cast.municipality, region=cast.region.slug, payer=cast.funding.slug,
                       was=(cast.region.slug, cast.funding.slug))  # fmt: skip

    office.post(page, untouched | map_of(ede, payer=cast.funding.slug))

    ede.refresh_from_db()
    assert (ede.region, ede.funding_region) == (other, cast.funding)


def test_a_region_that_does_not_exist_is_refused(cast, office):
    answer = office.post(reverse("region:municipalities"), map_of(cast.municipality, region="weg"))

    assert answer.status_code == 200
    cast.municipality.refresh_from_db()
    assert cast.municipality.region == cast.region


def test_the_office_is_told_while_no_postcode_is_known(cast, office):
    page = reverse("region:regions")
    assert "nog geen postcodes bekend" not in text(office.get(page))

    Municipality.objects.update(postcodes="")

    assert "nog geen postcodes bekend" in text(office.get(page))


def test_a_region_is_added_with_its_manager(cast, office, wouter):
    office.post(reverse("region:regions"), {"name": "Zeeland", "manager": wouter.slug})

    assert Region.objects.get(name="Zeeland").manager == wouter
    assert "1 gemeente heeft nog geen regio" not in text(office.get(reverse("region:regions")))


def test_somebody_who_is_no_manager_cannot_be_chosen(cast, office):
    office.post(reverse("region:regions"), {"name": "Zeeland", "manager": cast.joke.slug})

    assert not Region.objects.filter(name="Zeeland").exists()
