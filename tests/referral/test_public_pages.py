"""The public pages as a whole: who runs them, the way out, neutral titles, two layers, the same facts three times."""

import re

import pytest
from django.urls import reverse

from kring.people.models import Organisation
from kring.referral.reading import COOKIE
from kring.referral.wondering import REPLIES
from tests.referral.public_pages import LAYERED, TEXTS, open_pages, sentences, words_of

TELLING = re.compile(
    "conferentie|eigen kracht|hulp|klacht|zorg|schuld|jeugd|geweld|gevaar|recht|plan|kind|veilig|ruzie", re.IGNORECASE
)
LONGEST = 10


STAFF = "/inloggen/medewerkers/"  # the door of who works here; nobody needs to hide that


def get(client, address: str):
    answer = client.get(address)
    return client.get(answer["Location"]) if answer.status_code in (302, 303) else answer


# --- every public page -----------------------------------------------------------------------------------------------
@pytest.mark.rule("A91", "A89")
def test_every_public_page_names_who_runs_it_with_phone_and_mail(cast, client):
    Organisation(name="Samen Sterk", phone="088 123 45 67", email="hallo@samen.example").save()

    for address in open_pages():
        page = get(client, address)
        if page.status_code == 405:
            continue
        html = page.content.decode()
        assert "Samen Sterk" in html, address
        assert 'href="tel:0881234567"' in html, address
        assert 'href="mailto:hallo@samen.example"' in html, address
        assert "Eigen Kracht Centrale" not in html, address


def test_every_public_page_has_a_way_out_at_the_top_that_works_without_a_script(cast, client):
    seen = 0
    for address in open_pages():
        page = get(client, address)
        if page.status_code == 405 or address.startswith(STAFF):
            continue
        head = page.content.decode().split("<main")[0]
        assert re.search(r'<a class="quick-exit" href="https://[^"]+" rel="noreferrer', head), address
        seen += 1
    assert seen >= len(TEXTS)


def test_the_title_in_a_browser_never_says_why_somebody_is_here(cast, client):
    Organisation(name="Samen").save()
    titles = {}
    for address in open_pages():
        page = get(client, address)
        if page.status_code == 200:
            titles[address] = re.search(r"<title>(.*?)</title>", page.content.decode(), re.DOTALL)[1]

    assert {address: title for address, title in titles.items() if TELLING.search(title)} == {}
    assert all(title.strip().endswith("– Samen") for title in titles.values())


@pytest.mark.parametrize("address", TEXTS)
def test_switching_the_language_keeps_the_page_and_its_layer(cast, client, address):
    foot = client.get(f"{address}?kort").content.decode().split("<footer")[1]
    there = re.search(r'name="next" value="([^"]+)"', foot)[1]

    answer = client.post(reverse("people:language"), {"next": there, "language": "en"})

    assert answer["Location"] == f"{address}?kort"
    assert '<html lang="en"' in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize("address", TEXTS)
def test_a_public_page_is_light_and_works_without_a_script(cast, client, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        page = client.get(address)

    html = page.content.decode()
    assert page.status_code == 200
    assert len(page.content) < 40_000
    assert not re.search(r'(src|<link[^>]+href)="https?://', html)
    assert not re.search(r"\son\w+=|javascript:", html)


# --- two layers ------------------------------------------------------------------------------------------------------
def long(response) -> list[str]:
    return [sentence for sentence in sentences(response) if len(sentence.split()) > LONGEST]


@pytest.mark.parametrize("address", TEXTS)
def test_every_text_has_a_short_layer_of_sentences_of_at_most_ten_words(cast, client, address):
    page = client.get(f"{address}?kort")

    assert len(sentences(page)) > 8
    assert long(page) == []


@pytest.mark.parametrize("form", ["/eerst-praten/", "/klacht/"])
def test_the_thanks_is_short_as_well(cast, client, form):
    typed = {"first_name": "Karel", "phone": "06 11 22 33 44", "text": "Te laat."}

    assert long(client.get(client.post(form, typed)["Location"] + "?kort")) == []


def test_what_comes_back_to_the_questions_is_short_as_well(cast, client):
    for (question, value), _reply in REPLIES.items():
        assert long(client.post("/iets-voor-mij/?kort", {question: value})) == []


@pytest.mark.parametrize("address", TEXTS)
def test_every_text_says_where_its_other_layer_is(cast, client, address):
    whole, short = client.get(address).content.decode(), client.get(f"{address}?kort").content.decode()

    assert 'href="?kort"' in whole
    assert 'data-layer="short"' not in whole
    assert 'href="?gewoon"' in short
    assert 'data-layer="short"' in short


def test_no_public_text_is_without_its_layers():
    from kring.referral.urls import READ

    assert set(READ.values()) <= set(LAYERED)


def test_short_is_remembered_only_when_the_reader_asks(cast, client):
    client.get("/zo-werkt-het/?kort")
    assert COOKIE not in client.cookies
    assert 'data-layer="short"' not in client.get("/zo-werkt-het/").content.decode()

    answer = client.post("/kort/", {"next": "/zo-werkt-het/", "keep": "1"})

    assert answer["Location"] == "/zo-werkt-het/"
    assert 'data-layer="short"' in client.get("/jouw-recht/").content.decode()
    assert 'data-layer="short"' not in client.get("/jouw-recht/?gewoon").content.decode()


def test_short_is_forgotten_again(cast, client):
    client.post("/kort/", {"next": "/", "keep": "1"})

    client.post("/kort/", {"next": "/", "keep": "0"})

    assert 'data-layer="short"' not in client.get("/").content.decode()


@pytest.mark.parametrize("elsewhere", ["https://elders.example/", "//elders.example", "javascript:alert(1)", ""])
def test_remembering_leads_nowhere_else(cast, client, elsewhere):
    assert client.post("/kort/", {"next": elsewhere, "keep": "1"})["Location"] == "/"


def test_the_links_of_a_short_page_stay_short(cast, client):
    page = client.get("/zo-werkt-het/?kort").content.decode()
    thanks = client.post("/eerst-praten/?kort", {"first_name": "Karel", "phone": "06 11 22 33 44"})["Location"]

    assert 'href="/jouw-recht/?kort"' in page.split("<footer")[1]
    assert 'href="/eerst-praten/?kort"' in page.split("<main")[1]
    assert 'href="/?kort"' in page.split("<main")[0]
    assert thanks.endswith("?kort")


# --- what is told ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("address", ["/zo-werkt-het/", "/voor-professionals/", "/voor-gemeenten/"])
def test_people_professionals_and_municipalities_read_the_same_facts(cast, client, address):
    page = words_of(client.get(address))

    for fact in ("Gemiddeld vijf uur. Er is geen eindtijd.", "Vaak acht tot tien mensen", "zes tot tien weken"):
        assert fact in page
    assert "Geen professionals, en ook de coördinator niet." in page


@pytest.mark.rule("B2")
def test_a_municipality_reads_about_waiting_lists_and_where_ours_can_be_seen(cast, client):
    page = client.get("/voor-gemeenten/").content.decode()

    assert "wachtlijsten zijn lang" in page
    assert f'href="{reverse("oversight:waiting")}"' in page
    assert client.get(reverse("oversight:waiting")).status_code == 200


def test_a_municipality_is_promised_no_safety_and_no_savings(cast, client):
    page = words_of(client.get("/voor-gemeenten/"))

    assert "Wij beloven u daarom geen veiligheid en geen besparing" in page
    assert "De uitkomsten lopen uiteen" in page
    assert not re.search("goedkoper|bespaart|besparen|bewezen|gegarandeerd|garantie", page)


@pytest.mark.rule("B24")
def test_a_municipality_reads_that_being_complicated_is_no_reason_to_refuse(cast, client):
    assert "dat is nooit een reden om iemand af te wijzen" in words_of(client.get("/voor-gemeenten/"))


@pytest.mark.rule("B7", "A92")
@pytest.mark.parametrize("address", ["/", "/wie-wij-zijn/", "/?kort", "/wie-wij-zijn/?kort"])
def test_it_is_plain_who_runs_this_and_who_does_not(cast, client, address):
    Organisation(name="Samen Sterk", mission="Mensen beslissen zelf.").save()

    page = words_of(client.get(address))

    assert "Samen Sterk" in page
    assert re.search("niet van de gemeente", page)
    assert re.search("niet van jeugdzorg", page)


@pytest.mark.rule("A92")
def test_the_mission_puts_what_people_decide_before_our_convenience(cast, client):
    Organisation(name="Samen Sterk", mission="Mensen beslissen zelf.").save()

    page = words_of(client.get("/wie-wij-zijn/"))

    assert "Mensen beslissen zelf." in page
    assert "Dan gaat wat u beslist voor" in page


@pytest.mark.rule("B6")
def test_what_people_can_do_together_has_its_own_word(cast, client):
    for address in ("/wie-wij-zijn/", "/voor-gemeenten/", "/voor-gemeenten/?kort"):
        page = words_of(client.get(address))
        assert "samenredzaamheid" in page.lower()
        assert "zelfredzaam" not in page.lower()


@pytest.mark.rule("A85")
def test_the_right_to_an_own_plan_is_told_by_law_and_is_no_duty(cast, client):
    page = words_of(client.get("/jouw-recht/"))

    for law in ("artikel 1.1", "artikel 2.1, onder g", "artikel 4.1.2", "Wmo", "Wet verplichte ggz"):
        assert law in page
    assert "Het is een recht, geen plicht" in page


@pytest.mark.rule("B10")
def test_nobody_needs_to_wait_for_a_decision(cast, client):
    assert "Je hoeft niet te wachten op een besluit" in words_of(client.get("/jouw-recht/"))


def test_after_a_no_nothing_happens_and_the_page_says_so(cast, client):
    page = words_of(client.get("/nee-is-ook-goed/"))

    assert "Niets. Nee is een goed antwoord." in page
    assert "Hulp die je krijgt, gaat gewoon door" in page


def test_the_privacy_page_tells_how_to_leave_no_trace(cast, client):
    page = words_of(client.get("/wat-wij-bewaren/"))

    assert "privévenster" in page
    assert "Wis alleen deze pagina’s" in page


def test_the_privacy_page_tells_who_is_asked_about_a_place_when_somebody_is(client, db, settings):
    assert "PDOK" not in client.get("/wat-wij-bewaren/").content.decode()

    settings.PLACES_URL = "http://127.0.0.1:9/"

    assert "PDOK" in client.get("/wat-wij-bewaren/").content.decode()
