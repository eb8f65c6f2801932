"""What the office puts on the public site: the papers of an ANBI, and people's words while their yes stands."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from kring.oversight.erasing import erase
from kring.people.models import Organisation
from kring.referral.public_models import (
    AnbiPaper,
    ConsentIsToCome,
    NotAnAddress,
    OverBeforeItBegan,
    Paper,
    Place,
)
from kring.referral.public_models import Testimonial as Saying  # a class that begins with Test is no test
from tests.referral.public_pages import main_of, words_of

MISSING = "Dit heeft ons bureau hier nog niet ingevuld."
SAID = {
    "words": "Nu hoef ik het niet meer alleen te doen.",
    "said_by": "een leraar uit Drenthe",
    "place": Place.PROFESSIONALS,
    "consent_on": date(2026, 5, 3),
    "consent_how": "brief van 3 mei",
}


# --- ANBI ------------------------------------------------------------------------------------------------------------
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


@pytest.mark.parametrize("address", ["/werk/anbi/", "/werk/anbi/board/", "/werk/ervaringen/"])
def test_only_the_office_looks_after_the_public_site(cast, client, address):
    for outsider in (cast.joke, cast.ayse, cast.stranger):
        cast.enter(client, outsider)
        assert client.get(address).status_code == 404
    cast.enter(client, cast.henk)
    assert client.get(address).status_code == 200


def test_a_paper_that_does_not_exist_is_not_there(cast, client):
    cast.enter(client, cast.henk)

    assert client.get("/werk/anbi/geheim/").status_code == 404


# --- what people say -------------------------------------------------------------------------------------------------
@pytest.mark.rule("A2", "A30", "A61", "A88")
def test_somebodys_words_stand_on_the_page_they_are_meant_for_and_nowhere_else(cast, client):
    Saying.publish(**SAID)

    assert SAID["words"] in words_of(client.get("/voor-professionals/"))
    assert "een leraar uit Drenthe" in words_of(client.get("/voor-professionals/"))
    assert SAID["words"] in words_of(client.get("/voor-professionals/?kort"))
    for elsewhere in ("/", "/voor-gemeenten/", "/wie-wij-zijn/"):
        assert SAID["words"] not in words_of(client.get(elsewhere))


@pytest.mark.rule("A2", "A30", "A61", "A88")
def test_without_a_recorded_yes_no_words_are_kept(cast, client):
    with pytest.raises(IntegrityError), transaction.atomic():
        Saying.objects.create(**SAID | {"consent_on": None})
    with pytest.raises(ConsentIsToCome):
        Saying.publish(**SAID | {"consent_on": timezone.localdate() + timedelta(days=1)})
    cast.enter(client, cast.henk)
    for missing in ("consent_on", "consent_how", "said_by"):
        client.post("/werk/ervaringen/", SAID | {missing: ""})

    assert Saying.objects.count() == 0


@pytest.mark.rule("A2", "A30", "A61", "A88")
def test_taking_a_yes_back_takes_the_words_away_at_once(cast, client):
    said = Saying.publish(**SAID)
    cast.enter(client, cast.henk)

    client.post(f"/werk/ervaringen/{said.slug}/weg/")

    assert Saying.objects.count() == 0
    assert SAID["words"] not in words_of(client.get("/voor-professionals/"))


@pytest.mark.rule("A2")
def test_when_the_yes_is_over_the_words_are_not_shown_and_then_erased(cast, client):
    today = timezone.localdate()
    Saying.publish(**SAID, shown_until=today)

    assert Saying.shown(Place.PROFESSIONALS, today=today).count() == 1
    assert Saying.shown(Place.PROFESSIONALS, today=today + timedelta(days=1)).count() == 0
    erase(today + timedelta(days=30))
    assert Saying.objects.count() == 1
    erase(today + timedelta(days=31))
    assert Saying.objects.count() == 0


@pytest.mark.rule("A2", "A30", "A61", "A88")
def test_what_people_say_hangs_on_no_conference_and_no_person():
    assert [field.name for field in Saying._meta.get_fields() if field.is_relation] == []


def test_a_yes_cannot_end_before_it_began(cast):
    with pytest.raises(OverBeforeItBegan):
        Saying.publish(**SAID, shown_until=date(2026, 5, 2))


@pytest.mark.rule("A2")
def test_a_house_begins_without_anybodys_words(cast, client):
    assert Saying.objects.count() == 0
    for page in ("/", "/voor-professionals/", "/voor-gemeenten/"):
        main = main_of(client.get(page))
        assert "<blockquote" not in main
        assert "We dragen het samen" not in main


def test_invented_words_say_that_they_are(cast, client):
    Saying.objects.create(**SAID, is_invented=True)

    assert "verzonnen, voor de demo" in words_of(client.get("/voor-professionals/"))
