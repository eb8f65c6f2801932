"""What the office puts on the public site: the papers of an ANBI."""

import pytest

from kring.people.models import Organisation
from kring.referral.public_models import AnbiPaper, NotAnAddress, Paper
from tests.referral.public_pages import words_of

MISSING = "Dit heeft ons bureau hier nog niet ingevuld."


@pytest.mark.rule("A93")
def test_the_anbi_page_says_honestly_what_is_not_there_yet(cast, client):
    Organisation(name="Samen").save()

    page = words_of(client.get("/anbi/"))

    assert page.count(MISSING) == 2 + len(Paper.values)  # the number, the address and every paper
    for kind in Paper:
        assert str(kind.label) in page


@pytest.mark.rule("A93")
def test_the_office_fills_in_what_an_anbi_must_publish(cast, client):
    Organisation(name="Samen", rsin="8000 00 000", postal_address="Postbus 1\n8000 AA Zwolle").save()
    cast.enter(client, cast.henk)
    for kind in Paper.values:
        client.post(
            f"/werk/anbi/{kind}/", {"text": f"Over {kind}: Z. Ataç, voorzitter", "link": "https://samen.example/x"}
        )
    client.logout()

    page = words_of(client.get("/anbi/"))

    assert MISSING not in page
    assert "8000 00 000" in page
    assert "Over accounts: Z. Ataç, voorzitter" in page
    assert 'href="https://samen.example/x"' in client.get("/anbi/").content.decode()


@pytest.mark.parametrize("link", ["javascript:alert(1)", "http://samen.example", "samen.example"])
def test_a_paper_leads_to_a_safe_address_only(cast, client, link):
    with pytest.raises(NotAnAddress):
        AnbiPaper(kind=Paper.BOARD).write(text="", link=link)

    cast.enter(client, cast.henk)
    assert "begint met https://" in words_of(client.post("/werk/anbi/board/", {"text": "Bestuur", "link": link}))
    assert AnbiPaper.objects.count() == 0


def test_what_is_emptied_again_is_missing_again(cast, client):
    paper = AnbiPaper(kind=Paper.PAY)
    paper.write(text="Niemand krijgt iets.", link="")
    paper.write(text="", link="")

    assert words_of(client.get("/anbi/")).count(MISSING) >= len(Paper.values)


@pytest.mark.parametrize("address", ["/werk/anbi/", "/werk/anbi/board/"])
def test_only_the_office_looks_after_the_public_site(cast, client, address):
    for outsider in (cast.joke, cast.ayse, cast.stranger):
        cast.enter(client, outsider)
        assert client.get(address).status_code == 404
    cast.enter(client, cast.henk)
    assert client.get(address).status_code == 200


def test_a_paper_that_does_not_exist_is_not_there(cast, client):
    cast.enter(client, cast.henk)

    assert client.get("/werk/anbi/geheim/").status_code == 404
