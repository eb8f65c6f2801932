"""Asking in three short routes: around several people, with wishes and haste, and with any input whatever."""

import re

import pytest
from django.core.cache import cache
from django.utils import timezone

from kring.conference.access import Role
from kring.conference.models import Conference
from kring.foundation.posting import Message
from kring.people.models import Person
from kring.referral.models import Referral
from tests.referral.scenes import ROUTES, text_of


def ask(client, route: str, **given):
    return client.post(f"/aanvragen/{route}/", ROUTES[route] | given)


@pytest.mark.rule("A6")
@pytest.mark.parametrize("route", ROUTES)
def test_a_request_can_be_about_several_people(cast, client, route):
    ask(client, route, more_1_name="Sam Bouzid", more_1_month="maart 2015", more_3_name="Lina")

    others = Conference.objects.get().main_people[1:]
    assert [(one.get_full_name(), one.birth_month and one.birth_month.year) for one in others] == [
        ("Sam Bouzid", 2015),
        ("Lina", None),
    ]


@pytest.mark.parametrize(
    ("typed", "month"), [("maart 2015", 3), ("3-2015", 3), ("12-3-2015", 3), ("2015-03", 3), ("Mrt. 2015", 3)]
)
def test_a_month_of_birth_is_read_as_people_write_it(cast, client, typed, month):
    ask(client, "voor-mijzelf", birth_month=typed)

    assert Person.objects.get(first_name="Ans").birth_month.month == month


@pytest.mark.parametrize("typed", ["lang geleden", "2015", "13-2015", "maart 2999", "0-0-0"])
def test_a_month_that_makes_no_sense_gets_a_sentence_and_the_words_stay(cast, client, typed):
    answer = ask(client, "voor-mijzelf", birth_month=typed, occasion="Ik blijf staan.")

    assert "bijvoorbeeld: maart 2015" in text_of(answer)
    assert "Ik blijf staan." in text_of(answer)
    assert not Conference.objects.exists()


@pytest.mark.rule("A34")
def test_each_wish_for_the_coordinator_is_kept_by_what_it_is_about(cast, client):
    ask(client, "voor-iemand", wish_language="Fries", wish_culture="Marokkaans", wish_other="iemand met geduld")

    assert Referral.objects.get().wish_list() == [
        ("language", "Fries"),
        ("culture", "Marokkaans"),
        ("other", "iemand met geduld"),
    ]


@pytest.mark.rule("A34")
def test_wishes_stand_nowhere_with_the_person(cast, client):
    ask(client, "voor-mijzelf", wish_language="Turks", wish_background="van het platteland")

    person = Conference.objects.get().main_people[0]
    kept = {field.name: str(getattr(person, field.name)) for field in Person._meta.concrete_fields}
    assert not [name for name, value in kept.items() if "Turks" in value or "platteland" in value]


@pytest.mark.rule("A34")
def test_no_model_has_a_place_for_where_somebody_comes_from_or_what_somebody_believes():
    from django.apps import apps

    about_oneself = re.compile(r"origin|ethnic|religi|belie|nationalit|race|culture|background|afkomst|geloof|herkomst")
    found = {
        (model.__name__, field.name)
        for model in apps.get_app_config("kring").get_models()
        for field in model._meta.local_fields
        if about_oneself.search(f"{field.name} {field.verbose_name}".casefold())
    }

    wishes = {("Referral", "wish_culture"), ("Referral", "wish_background")}
    assert {one for one in found if not one[0].startswith("Coordinator")} == wishes
    assert not [one for one in found if one[0] == "Person"]


@pytest.mark.rule("A34")
def test_wishes_are_gone_the_moment_it_is_over(cast):
    conference = cast.conference()
    Referral.objects.filter(conference=conference).update(wish_language="Fries")

    conference.stop(by=cast.naima)

    assert Referral.objects.get(conference=conference).wish_list() == []


@pytest.mark.rule("A53")
@pytest.mark.parametrize("given", [{"urgent": "on"}, {"urgency": "Vrijdag de rechter."}, {"presses_on": "2026-12-01"}])
def test_haste_can_be_said_in_one_tick_in_words_or_with_a_day(cast, client, given):
    ask(client, "voor-iemand", **given)

    assert Conference.objects.get().is_urgent


@pytest.mark.rule("A45")
def test_only_a_professional_can_think_of_a_ground(cast, client):
    for route in ROUTES:
        ask(client, route, presumed_ground="debt")

    grounds = {one.kind: one.presumed_ground for one in Referral.objects.all()}
    assert grounds == {"self": "", "near": "", "professional": "debt"}


@pytest.mark.rule("B20")
@pytest.mark.rule("B24")
@pytest.mark.rule("B10")
@pytest.mark.rule("A31")
@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    "given",
    [
        {"occasion": "Ik heb niemand. Echt niemand."},
        {"occasion": "Alles tegelijk: schulden, ruzie, drie huizen en twaalf instanties."},
        {"occasion": "De rechter heeft nog niets besloten.", "presumed_ground": ""},
        {"occasion": "", "place": "", "has_minors": ""},
        {"place": "Verweggistan"},
    ],
)
def test_nobody_is_turned_away(cast, client, route, given):
    assert ask(client, route, **given).status_code == 303
    assert Conference.objects.get().phase == "referral"


@pytest.mark.rule("B8")
@pytest.mark.parametrize(
    "occasion", ["Ik ben 84 en kom de deur niet meer uit.", "Ik slaap in de opvang.", "Ik ben ziek."]
)
def test_it_is_for_everybody_and_asks_for_no_child_no_address_and_no_postcode(cast, client, occasion):
    fields = client.get("/aanvragen/voor-mijzelf/").context["form"].fields

    assert {name for name, field in fields.items() if field.required} == {"name"}
    assert not {"address", "postal_address", "postcode", "bsn"} & set(fields)
    assert ask(client, "voor-mijzelf", occasion=occasion).status_code == 303


@pytest.mark.rule("A31")
@pytest.mark.parametrize("route", ROUTES)
def test_the_same_request_sent_three_times_is_one(cast, client, route):
    token = client.get(f"/aanvragen/{route}/").context["form"].initial["form_token"]

    answers = {ask(client, route, form_token=token)["Location"] for _again in range(3)}

    assert len(answers) == 1
    assert Referral.objects.count() == Conference.objects.count() == 1
    assert Message.objects.filter(key__startswith="new:").count() <= 1


def test_a_story_up_to_the_stated_length_is_taken_in_whole(cast, client):
    story = "é" * 4000

    ask(client, "als-professional", occasion=story)

    assert Referral.objects.get().occasion == story


def test_a_story_of_ten_thousand_signs_gets_a_sentence_and_nothing_is_lost(cast, client):
    story = "Het begon zo. " * 714 + "Einde."

    answer = ask(client, "als-professional", occasion=story, name="Tom")

    assert "er passen 4000 tekens in" in text_of(answer)
    assert answer.content.decode().count("Het begon zo. ") == 714
    assert "maxlength" not in re.search(r"<textarea[^>]*name=\"occasion\"[^>]*>", answer.content.decode())[0]
    assert not Conference.objects.exists()


@pytest.mark.parametrize("route", ROUTES)
def test_a_number_like_a_bsn_is_refused_in_every_field_and_nothing_is_lost(cast, client, route):
    form = client.get(f"/aanvragen/{route}/").context["form"]
    typed = [name for name, field in form.fields.items() if type(field).__name__ in ("Line", "Lines", "Phone")]
    assert len(typed) >= 10
    for name in typed:
        answer = ask(client, route, **{"occasion": "Mijn verhaal.", name: "123456782"})

        assert "burgerservicenummer" in text_of(answer), name
        assert name == "occasion" or "Mijn verhaal." in text_of(answer)
    assert not Conference.objects.exists()


@pytest.mark.parametrize("phone", ["+32 470 12 34 56", "0049 30 901820", "+212 6 12 34 56 78", "(0)6-12 34 56 78"])
def test_a_number_from_abroad_is_kept_as_it_was_typed(cast, client, phone):
    ask(client, "voor-mijzelf", phone=phone)

    assert Conference.objects.get().main_people[0].phone == phone


@pytest.mark.rule("B4")
@pytest.mark.parametrize("name", ["Şükrü Çelik", "Zoë van ’t Hof", "فاطمة بنت محمد", "יעל כהן", "Nguyễn Thị Ánh"])
def test_a_name_is_written_back_as_it_was_written(cast, client, name):
    answer = client.get(ask(client, "voor-mijzelf", name=name)["Location"] + "overzicht/")

    assert name in answer.content.decode() or name.replace("’", "&#x27;") in answer.content.decode()


@pytest.mark.parametrize(
    "hostile",
    ["<script>alert(1)</script>", "'; DROP TABLE kring_referral; --", "{{ 7|add:7 }} {% now %}", "\u202eomgekeerd"],
)
def test_hostile_words_are_only_words(cast, client, hostile):
    answer = client.get(ask(client, "voor-mijzelf", occasion=hostile)["Location"] + "overzicht/", follow=True)

    assert answer.status_code == 200
    assert "<script>alert(1)" not in answer.content.decode()


# --- to print, for who sent it ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("route", ROUTES)
def test_who_sent_it_can_print_the_own_words_and_who_will_call(cast, client, route):
    where = ask(client, route, occasion="Mijn eigen woorden.", place="Nunspeet")["Location"]

    paper = text_of(client.get(f"{where}overzicht/"))

    assert "Mijn eigen woorden." in paper
    assert "Ayşe Demirçi" in paper
    assert 'href="tel:0622000002"' in paper
    assert f"{where}overzicht/" in text_of(client.get(where))


def test_the_own_words_are_shown_in_no_other_browser_and_not_for_long(cast, client, monkeypatch):
    from django.test import Client

    where = ask(client, "voor-mijzelf", occasion="Mijn geheim.")["Location"]

    assert Client().get(f"{where}overzicht/").status_code == 404
    assert "overzicht" not in text_of(Client().get(where))
    later = timezone.now().timestamp() + 16 * 60
    monkeypatch.setattr("kring.referral.request_views.time.time", lambda: later)
    assert client.get(f"{where}overzicht/").status_code == 404


# --- put away and gone on with ---------------------------------------------------------------------------------------
def put_away(client, route: str = "voor-iemand", **given) -> str:
    answer = client.post(f"/aanvragen/{route}/", given | {"keep": "1"})
    assert answer.status_code == 200
    return re.search(r'class="code">([2-9A-Z]{4}-[2-9A-Z]{4})<', answer.content.decode())[1]


def open_with(client, code: str):
    return client.post("/aanvragen/verder/", {"code": code})


def test_a_begun_request_waits_behind_a_code_and_goes_on_where_it_was_left(cast, client):
    code = put_away(client, name="Zoë", occasion="Ik weet nog niet hoe ik het zeg.", wish_language="Fries")
    assert not Conference.objects.exists()

    for typed in (code, code.lower(), code.replace("-", " ")):
        answer = open_with(client, typed)
        assert "Ik weet nog niet hoe ik het zeg." in text_of(answer)
        assert 'action="/aanvragen/voor-iemand/"' in text_of(answer)
        assert 'value="Fries"' in text_of(answer)


def test_what_waits_is_locked_and_its_code_is_nowhere_in_the_database(cast, client):
    from django.db import connection

    code = put_away(client, name="Zoë", occasion="Een geheim verhaal.")

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM kring_draft")
        stored = str(cursor.fetchall())
    assert "geheim" not in stored
    assert "Zoë" not in stored
    assert code.replace("-", "").lower() not in stored.lower()


def test_the_code_dies_when_the_request_is_sent_and_that_is_one_request(cast, client):
    code = put_away(client, name="Zoë", main_first_name="Gerrit", otherwise="via mijn zus")
    begun = open_with(client, code).context["form"].initial

    for _again in range(2):
        assert client.post("/aanvragen/voor-iemand/", begun).status_code == 303

    assert "werkt niet" in text_of(open_with(client, code))
    assert Referral.objects.count() == 1


def test_putting_it_away_again_keeps_the_same_code(cast, client):
    code = put_away(client, name="Zoë")
    begun = open_with(client, code).context["form"].initial

    again = put_away(client, **(begun | {"occasion": "Nu weet ik het."}))

    assert again == code
    assert "Nu weet ik het." in text_of(open_with(client, code))


def test_what_was_begun_is_erased_after_its_days(cast, client):
    from datetime import timedelta

    from kring.oversight.erasing import erase

    code = put_away(client, name="Zoë")
    erase(timezone.localdate() + timedelta(days=13))
    assert "werkt niet" not in text_of(open_with(client, code))

    erase(timezone.localdate() + timedelta(days=14))

    assert "werkt niet" in text_of(open_with(client, code))


def test_codes_cannot_be_guessed_for_long(cast, client):
    cache.clear()
    code = put_away(client, name="Zoë")
    for number in range(10):
        assert "werkt niet" in text_of(open_with(client, f"2222-22{number + 22}"))

    assert open_with(client, code).status_code == 429
    assert open_with(client, "2222-2222").status_code == 429


def test_a_bsn_is_not_put_away_either_and_nothing_is_lost(cast, client):
    answer = client.post("/aanvragen/voor-mijzelf/", {"keep": "1", "occasion": "Mijn nummer is 123456782, help."})

    assert "burgerservicenummer" in text_of(answer)
    assert "Mijn nummer is" in text_of(answer)


# --- on the phone ----------------------------------------------------------------------------------------------------
@pytest.mark.rule("A31")
def test_a_regiomanager_opens_what_a_caller_began_and_sends_it_for_them(cast, client):
    code = put_away(client, "voor-mijzelf", name="Ans de Boer", occasion="Ik ben zo alleen.")
    cast.enter(client, cast.ayse)

    begun = client.post("/werk/aanvraag/", {"code": code})
    assert "Ik ben zo alleen." in text_of(begun)
    answer = client.post("/werk/aanvraag/voor-mijzelf/", begun.context["form"].initial | {"phone": "06 33 00 00 01"})

    conference = Conference.objects.get()
    assert answer.status_code == 302
    entry = conference.journal.get()
    assert (entry.step, entry.taken_by, entry.in_name_of, entry.via) == (
        "ask",
        cast.ayse,
        conference.main_people[0],
        "phone",
    )


@pytest.mark.rule("B8")
@pytest.mark.parametrize("route", ROUTES)
def test_a_caller_can_ask_without_ever_seeing_a_screen(cast, client, route):
    cast.enter(client, cast.ayse)
    assert client.get("/werk/aanvraag/").status_code == 200
    assert client.get(f"/werk/aanvraag/{route}/").status_code == 200

    answer = client.post(f"/werk/aanvraag/{route}/", ROUTES[route] | {"place": "Nunspeet"})

    conference = Conference.objects.get()
    assert answer["Location"] == f"/c/{conference.slug}/"
    assert conference.manager == cast.ayse
    assert not Message.objects.filter(recipient=cast.ayse).exists()


def test_half_a_call_is_put_away_behind_a_code_to_read_out(cast, client):
    cast.enter(client, cast.ayse)

    answer = client.post("/werk/aanvraag/voor-mijzelf/", {"keep": "1", "name": "Ans"})

    code = re.search(r'class="code">([2-9A-Z]{4}-[2-9A-Z]{4})<', answer.content.decode())[1]
    client.logout()
    assert "Ans" in text_of(open_with(client, code))


@pytest.mark.parametrize("who", [Role.COORDINATOR, Role.MAIN_PERSON])
def test_only_a_regiomanager_writes_requests_down(cast, client, who):
    cast.conference()
    cast.enter(client, who)

    for where in ("", "voor-mijzelf/"):
        assert client.get(f"/werk/aanvraag/{where}").status_code == 404


def test_asking_and_putting_away_ask_the_database_little(cast, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        client.get("/aanvragen/verder/")
    where = ask(client, "als-professional", more_1_name="Sam", more_2_name="Lina", place="Nunspeet")["Location"]
    with django_assert_max_num_queries(12):
        client.get(f"{where}overzicht/")
