"""The public site: to read, to be called back, and to ask; by anybody, with nothing in hand."""

import re

import pytest
from django.core.cache import cache
from django.utils import timezone

from kring.conference.access import Role
from kring.conference.models import Conference
from kring.foundation.posting import Message, Status
from kring.people.models import Channel, Organisation
from kring.referral.models import Enquiry, Referral, Requester

READ = [
    "/",
    "/zo-werkt-het/",
    "/voor-professionals/",
    "/voor-gemeenten/",
    "/jouw-recht/",
    "/dit-beloven-wij/",
    "/besloten-tijd/",
    "/wat-wij-bewaren/",
    "/toegankelijkheid/",
    "/eerst-praten/",
    "/aanvragen/",
    "/aanvragen/voor-mijzelf/",
    "/aanvragen/voor-iemand/",
    "/aanvragen/als-professional/",
    "/bij-u-in-de-buurt/",
    "/vrijdagverhalen/",
    "/werk/bewaartermijnen/",
]
ROUTES = {
    "voor-mijzelf": {"name": "Ans de Boer", "phone": "06 33 00 00 01"},
    "voor-iemand": {"name": "Zoë Şahin", "otherwise": "via het buurthuis", "main_first_name": "Gerrit"},
    "als-professional": {"name": "Tom de Wit", "email": "tom@school.example", "main_first_name": "Naima"},
}


def ask(client, route: str, **given):
    return client.post(f"/aanvragen/{route}/", ROUTES[route] | given)


def text_of(response) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


@pytest.mark.rule("A91")
@pytest.mark.rule("A89")
@pytest.mark.parametrize("address", READ)
def test_every_public_page_names_the_organisation_of_this_house_with_phone_and_mail(cast, client, address):
    Organisation(name="Samen Sterk", phone="088 123 45 67", email="hallo@samen.example").save()

    page = text_of(client.get(address))

    assert "Samen Sterk" in page
    assert 'href="tel:0881234567"' in page
    assert 'href="mailto:hallo@samen.example"' in page
    assert "Eigen Kracht Centrale" not in page


@pytest.mark.parametrize("address", READ)
def test_a_public_page_is_light_and_asks_nothing_of_elsewhere(cast, client, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        page = client.get(address)

    assert page.status_code == 200
    assert len(page.content) < 40_000
    assert not re.search(rb'(src|<link[^>]+href)="https?://', page.content)


@pytest.mark.rule("A1")
def test_professionals_have_a_page_without_signing_in(cast, client):
    page = text_of(client.get("/voor-professionals/"))

    for told in (
        "ongeveer tien minuten",
        "gaat u de deur uit",
        "alleen uw eigen voorwaarden",
        "Een eindtijd is er niet",
    ):
        assert told in page


@pytest.mark.rule("B7")
@pytest.mark.rule("A92")
def test_the_first_page_says_who_we_are_and_who_we_are_not(cast, client):
    Organisation(name="Kring", mission="Mensen beslissen zelf.").save()

    page = text_of(client.get("/"))

    assert "Wij zijn niet van de gemeente en niet van jeugdzorg" in page
    assert "Mensen beslissen zelf." in page


@pytest.mark.rule("A85")
def test_an_own_plan_is_shown_as_a_right_and_not_as_a_duty(cast, client):
    page = text_of(client.get("/jouw-recht/"))

    assert "familiegroepsplan" in page
    assert "Het is een recht, geen plicht" in page


# --- «ik wil eerst praten» -------------------------------------------------------------------------------------------
CALL = {"first_name": "Karel", "phone": "+32 470 12 34 56", "good_times": "’s avonds", "language": "Français"}


@pytest.mark.rule("A36")
def test_wanting_to_talk_first_begins_no_conference(cast, client):
    answer = client.post("/eerst-praten/", CALL)

    assert answer.status_code == 303
    assert Conference.objects.count() == 0
    assert Enquiry.objects.get().phone == "+32 470 12 34 56"
    assert {message.recipient for message in Message.objects.all()} == {cast.ayse, cast.anouk}


@pytest.mark.rule("A36")
def test_a_call_back_asks_a_name_a_number_good_times_and_a_language_and_nothing_else(cast, client):
    names = re.findall(
        r'name="(\w+)"', client.get("/eerst-praten/").content.decode().split("<main")[1].split("</main")[0]
    )

    assert set(names) == {"csrfmiddlewaretoken", "form_token", "first_name", "phone", "good_times", "language"}


def test_the_same_call_back_sent_three_times_is_one(cast, client):
    token = client.get("/eerst-praten/").context["form"].initial["form_token"]

    for _again in range(3):
        client.post("/eerst-praten/", CALL | {"form_token": token})

    assert Enquiry.objects.count() == 1


def test_a_wrong_number_is_said_at_the_field_and_the_rest_stays(cast, client):
    page = text_of(client.post("/eerst-praten/", CALL | {"phone": "geen"}))

    assert "Dit lijkt geen telefoonnummer" in page
    assert 'value="Karel"' in page
    assert Enquiry.objects.count() == 0


# --- asking ----------------------------------------------------------------------------------------------------------
@pytest.mark.rule("A31")
@pytest.mark.parametrize("route", ROUTES)
def test_anybody_can_ask_with_a_name_and_one_way_to_be_reached(cast, client, route):
    answer = ask(client, route)

    assert answer.status_code == 303
    assert client.get(answer["Location"]).status_code == 200
    assert Referral.objects.get().kind == {
        "voor-mijzelf": Requester.SELF, "voor-iemand": Requester.NEAR, "als-professional": Requester.PROFESSIONAL,
    }[route]  # fmt: skip


@pytest.mark.rule("B8")
def test_a_man_with_debts_and_no_address_is_reached_through_a_place(cast, client):
    ask(
        client,
        "voor-mijzelf",
        name="Remco",
        phone="",
        otherwise="vraag naar mij bij de inloop",
        occasion="Ik heb schulden.",
    )

    referral = Referral.objects.get()
    assert referral.reach_main_person == "vraag naar mij bij de inloop"
    assert referral.conference.municipality is None


@pytest.mark.rule("B20")
@pytest.mark.rule("B24")
@pytest.mark.rule("B10")
@pytest.mark.parametrize(
    "occasion",
    [
        "Ik heb niemand.",
        "Het is heel ingewikkeld: drie huizen, zes instanties, ruzie.",
        "De rechter beslist nog niet.",
        "",
    ],
)
def test_nobody_is_turned_away_for_having_nobody_for_being_complicated_or_for_being_early(cast, client, occasion):
    assert ask(client, "voor-mijzelf", occasion=occasion).status_code == 303
    assert Referral.objects.get().occasion == occasion


def test_without_any_way_to_be_reached_the_page_asks_for_one_and_keeps_what_was_typed(cast, client):
    answer = ask(client, "voor-mijzelf", phone="", occasion="Ik wil hulp.")

    assert "Eén manier is genoeg" in text_of(answer)
    assert "Ik wil hulp." in text_of(answer)
    assert Conference.objects.count() == 0


@pytest.mark.rule("B4")
@pytest.mark.parametrize("name", ["Şükrü Beşikçi", "Zoë d’Été", "فاطمة بنت", "Łukasz Ñandú"])
def test_names_keep_every_sign_they_are_written_with(cast, client, name):
    ask(client, "voor-mijzelf", name=name)

    assert Conference.objects.get().main_people[0].get_full_name() == name


@pytest.mark.rule("A32")
def test_a_request_goes_to_the_regiomanager_of_the_municipality_and_never_to_a_coordinator(cast, client):
    ask(client, "als-professional", place="nunspeet", occasion="De kinderen komen niet op school.")

    conference = Conference.objects.get()
    assert (conference.municipality, conference.region, conference.manager) == (
        cast.municipality,
        cast.region,
        cast.ayse,
    )
    assert conference.people(Role.COORDINATOR) == []
    alert = Message.objects.get(recipient=cast.ayse)
    assert "school" not in alert.text
    assert "Naima" not in alert.text


@pytest.mark.rule("A32")
def test_a_request_from_a_place_we_do_not_know_alarms_every_regiomanager(cast, client):
    ask(client, "voor-mijzelf", place="Verweggistan")

    conference = Conference.objects.get()
    assert conference.region is None
    assert conference.referral.place == "Verweggistan"
    assert Message.objects.get(recipient=cast.ayse).subject == "Een aanvraag zonder regio"


def test_who_asked_gets_a_confirmation_without_a_word_of_the_request(cast, client):
    ask(client, "als-professional", occasion="Een geheim verhaal.")

    sent = Message.objects.get(recipient__email="tom@school.example")
    assert sent.link_path.startswith("/c/")
    assert "geheim" not in sent.text + sent.short + sent.subject
    assert "Naima" not in sent.text


def test_who_can_only_be_called_gets_no_message_to_be_called_about(cast, client):
    ask(client, "voor-iemand")

    assert not Message.objects.filter(status=Status.BY_HAND).exists()


def test_the_thank_you_page_names_the_regiomanager_and_nothing_of_the_request(cast, client):
    page = text_of(client.get(ask(client, "als-professional", place="8071 AB", occasion="Stil verdriet.")["Location"]))

    assert "Ayşe Demirçi" in page
    assert 'href="tel:0622000002"' in page
    assert "verdriet" not in page
    assert "Naima" not in page


@pytest.mark.rule("A34")
@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({"no_preference": "on"}, "Geen voorkeur"),
        ({"wish_gender": "een vrouw", "wish_language": "Turks"}, "Turks; een vrouw"),
        ({}, ""),
    ],
)
def test_wishes_for_the_coordinator_are_kept_as_wishes_and_no_preference_is_an_answer(cast, client, given, kept):
    ask(client, "voor-mijzelf", **given)

    assert Referral.objects.get().wishes == kept


def test_what_presses_makes_it_urgent(cast, client):
    ask(client, "als-professional", urgency="Vrijdag beslist de rechter.")

    assert Conference.objects.get().is_urgent


def test_a_form_sent_twice_is_one_request_with_one_confirmation(cast, client):
    token = client.get("/aanvragen/als-professional/").context["form"].initial["form_token"]

    first, second = (ask(client, "als-professional", form_token=token) for _again in range(2))

    assert first["Location"] == second["Location"]
    assert Referral.objects.count() == 1
    assert Message.objects.filter(recipient__email="tom@school.example").count() == 1


def test_requests_without_a_token_are_each_a_request(cast, client):
    for _again in range(2):
        ask(client, "voor-mijzelf", form_token="<script>")

    assert Referral.objects.count() == 2


@pytest.mark.parametrize(
    "field", ["occasion", "otherwise", "wish_other", "name", "more_1_name", "place", "urgency", "phone"]
)
def test_a_number_like_a_bsn_is_refused_at_its_field(cast, client, field):
    answer = ask(client, "voor-mijzelf", **{field: "123456782"})

    assert "burgerservicenummer" in text_of(answer)
    assert Referral.objects.count() == 0


@pytest.mark.parametrize(
    "given",
    [
        {"occasion": "a" * 10_000},
        {"email": "geen adres"},
        {"name": "\x00"},
        {"presses_on": "morgen"},
        {"has_minors": "; drop"},
        {"main_first_name": ""},
        {"phone": "1"},
        {"presumed_ground": "anders"},
    ],
)
def test_hostile_input_gets_a_sentence_and_never_an_error(cast, client, given):
    answer = ask(client, "als-professional", **given)

    assert answer.status_code == 200
    assert "form-errors" in text_of(answer)


def test_a_flood_from_one_place_is_stopped_with_a_sentence_and_keeps_what_was_typed(cast, client):
    cache.clear()
    for _again in range(20):
        assert ask(client, "voor-mijzelf").status_code == 303

    answer = ask(client, "voor-mijzelf", occasion="De laatste.")

    assert "te vaak" in text_of(answer)
    assert "De laatste." in text_of(answer)


def test_an_unknown_route_or_thank_you_page_is_not_there(cast, client):
    assert client.get("/aanvragen/als-gemeente/").status_code == 404
    assert client.get("/aanvragen/ontvangen/abcdefghjkmn/").status_code == 404


def test_the_other_way_to_be_reached_and_the_channel_follow_what_was_given(cast, client):
    ask(client, "voor-iemand", phone="06 12 34 56 78", main_phone="0341 25 00 00")

    referral = Referral.objects.get()
    assert referral.requester.channel == Channel.SMS
    assert referral.conference.main_people[0].channel == Channel.PHONE
    assert referral.conference.created_at.date() == timezone.now().date()
