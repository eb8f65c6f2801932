"""Leaflets and passing it on: the words of the page on paper, and nothing asked or kept in somebody's name."""

import re
import subprocess

import pytest
from django.apps import apps

from kring.people.models import Organisation
from kring.referral.leaflets import read
from tests.referral.public_pages import main_of

LEAFLETS = {"/folder/voor-professionals/": "/voor-professionals/", "/folder/zo-werkt-het/": "/zo-werkt-het/"}


def words_on(pdf: bytes) -> str:
    found = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return re.sub(r"\s+", " ", re.sub("[-\u00ad\u200b]\n|[\u00ad\u200b]", "", found.stdout.decode()))


def about(pdf: bytes) -> dict[str, str]:
    found = subprocess.run(["pdfinfo", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return {name: value.strip() for name, _colon, value in (line.partition(":") for line in found.splitlines())}


def rows() -> dict[str, int]:
    """How many rows every table of the house holds."""
    return {model.__name__: model._base_manager.count() for model in apps.get_models() if model._meta.managed}


@pytest.mark.rule("A1")
@pytest.mark.parametrize("layer", ["", "?kort"])
@pytest.mark.parametrize(("leaflet", "page"), LEAFLETS.items())
def test_the_leaflet_says_word_for_word_what_the_page_says(cast, client, leaflet, page, layer):
    html = main_of(client.get(page + layer)).split("<section")[0]
    said = [part for block in read(html) for part in (block["head"], block["text"]) if part]

    paper = re.sub(r"[\s:]", "", words_on(client.get(leaflet + layer).content))

    assert len(said) > 8
    assert [part for part in said if re.sub(r"[\s:-]", "", part) not in paper.replace("-", "")] == []


@pytest.mark.rule("A1", "A94")
@pytest.mark.parametrize("leaflet", [*LEAFLETS, "/folder/zo-werkt-het/?kort", "/tip-iemand/kaartjes/"])
def test_what_is_handed_over_is_one_sheet_of_a4_that_can_be_read_aloud(cast, client, leaflet):
    answer = client.get(leaflet)
    paper = about(answer.content)

    assert answer["Content-Type"] == "application/pdf"
    assert int(paper["Pages"]) <= 2
    assert "A4" in paper["Page size"]
    assert paper["Tagged"] == "yes"
    assert paper["Title"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in answer.content


def test_a_leaflet_carries_the_name_and_number_of_this_house(cast, client):
    Organisation(name="Samen Sterk", phone="088 123 45 67", email="hallo@samen.example").save()

    for leaflet in [*LEAFLETS, "/tip-iemand/kaartjes/"]:
        assert "088 123 45 67" in words_on(client.get(leaflet).content)


def test_a_leaflet_speaks_the_language_of_the_reader(cast, client):
    client.post("/taal/", {"language": "en", "next": "/"})

    assert client.get("/folder/zo-werkt-het/").status_code == 200


def test_a_leaflet_that_does_not_exist_is_not_there(cast, client):
    assert client.get("/folder/privacy/").status_code == 404


# --- «tip iemand» ----------------------------------------------------------------------------------------------------
@pytest.mark.rule("A12")
def test_passing_it_on_asks_nothing_in_the_name_of_somebody_and_keeps_nothing(cast, client):
    before = rows()

    for address in ("/tip-iemand/", "/tip-iemand/?kort", "/tip-iemand/kaartjes/", *LEAFLETS):
        assert client.get(address).status_code == 200
        assert client.post(address, {"name": "Gerrit"}).status_code == 405

    assert rows() == before
    assert client.cookies.get("sessionid") is None


@pytest.mark.rule("A12")
def test_there_is_nothing_to_fill_in_where_one_passes_it_on(cast, client):
    main = main_of(client.get("/tip-iemand/"))

    assert "<input" not in main
    assert re.findall(r"<textarea[^>]*>", main) == ['<textarea id="message" rows="5" readonly>']


@pytest.mark.rule("A12")
def test_there_is_a_text_for_a_message_a_mail_a_code_and_paper(cast, client):
    Organisation(name="Samen", phone="088 123 45 67").save()

    main = main_of(client.get("/tip-iemand/"))

    assert re.search(r'href="sms:\?&amp;body=[^"]*088%20123%2045%2067"', main)
    assert 'href="mailto:?subject=Misschien%20iets%20voor%20jou&amp;body=' in main
    assert '<svg width="' in main
    assert "Jij beslist" in main


def test_the_text_that_goes_to_somebody_says_nothing_about_why(cast, client):
    text = re.search(r"<textarea[^>]*>(.*?)</textarea>", main_of(client.get("/tip-iemand/")), re.DOTALL)[1]

    assert not re.search("hulp|zorg|jeugd|schuld|problem|conferentie", text, re.IGNORECASE)
