"""The register of coordinators: what they tell, what is on paper, and what has run out."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from kring.conference.access import Phase, Role
from kring.foundation.posting import Message
from kring.foundation.refusals import Refusal
from kring.matching.portraits import MOST_BYTES, Portrait
from kring.matching.register import Coordinator, FreePeriod, StillResponsible
from kring.matching.reminding import warn_about_papers
from kring.matching.suggesting import suggestions
from kring.matching.terms import FromToday, Terms
from kring.people.models import Desk, Person, Seat
from tests.matching.scenes import another, days, looking, offered

MINE = "/werk/mijn-gegevens/"
REGISTER = "/werk/coordinatoren/"


def today() -> date:
    return timezone.localdate()


# --- what a coordinator tells -----------------------------------------------------------------------------------------
def test_a_coordinator_tells_in_own_words_and_a_known_language_keeps_its_spelling(cast, client):
    another(cast, "Lieke", languages="Nederlands, Türkçe")
    cast.enter(client, cast.joke)
    told = {"languages": "nederlands, turkce, Twents", "background": "van de Veluwe", "works_as": "Bakker"}

    client.post(MINE, told | {"travels_from": "nunspeet", "travels_km": 40, "conferences_a_year": 3})

    joke = Coordinator.objects.get(person=cast.joke)
    assert joke.languages == "Nederlands, Türkçe, Twents"
    assert (joke.background, joke.travels_from, joke.travels_km) == ("van de Veluwe", cast.municipality, 40)


def test_nothing_of_the_own_person_has_to_be_told_but_a_language(cast, client):
    cast.enter(client, cast.joke)

    client.post(MINE, {"languages": "Fries", "conferences_a_year": 2})

    assert Coordinator.objects.get(person=cast.joke).languages == "Fries"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"languages": ""}, "languages"),
        ({"travels_from": "Atlantis"}, "travels_from"),
        ({"travels_km": "ver"}, "travels_km"),
        ({"background": "mijn nummer is 111222333"}, "background"),
        ({"about": "x" * 301}, "about"),
    ],
)
def test_what_cannot_be_is_said_at_its_field_and_what_was_typed_stays(cast, client, typed, field):
    cast.enter(client, cast.joke)

    page = client.post(MINE, {"languages": "Fries", "conferences_a_year": 2, "works_as": "Bakker Ş"} | typed)

    assert field in page.context["form"].errors
    assert "Bakker Ş" in page.content.decode()


@pytest.mark.rule("A23")
def test_weeks_in_which_somebody_is_away_are_seen_and_put_that_person_further_down(cast, client):
    conference, lieke = looking(cast), another(cast, "Lieke")
    cast.coordinator.regions.add(cast.region)
    cast.enter(client, cast.joke)
    weeks = {"is_free": "no", "starts_on": today().isoformat(), "ends_on": (today() + days(14)).isoformat()}

    client.post(f"{MINE}weken/", weeks)

    first, second = suggestions(conference)
    assert (first.coordinator, second.coordinator) == (lieke, cast.coordinator)
    assert any(reason.startswith("weg van ") for reason in second.reasons)


def test_who_told_of_weeks_that_suit_is_free_in_those_and_not_before(cast):
    conference, lieke = looking(cast), another(cast, "Lieke")
    FreePeriod.tell(cast.coordinator, is_free=True, starts_on=today() + days(30), ends_on=today() + days(60))
    assert [one.coordinator for one in suggestions(conference)] == [lieke, cast.coordinator]

    later = suggestions(conference, today=today() + days(35))

    assert [one.coordinator for one in later] == [cast.coordinator, lieke]


def test_a_period_ends_after_it_begins_and_only_the_own_one_can_be_taken_away(cast, client):
    lieke = another(cast, "Lieke")
    hers = FreePeriod.tell(lieke, is_free=False, starts_on=today(), ends_on=today())
    cast.enter(client, cast.joke)

    page = client.post(f"{MINE}weken/", {"is_free": "no", "starts_on": "2027-02-10", "ends_on": "2027-02-01"})

    assert "ends_on" in page.context["period"].errors
    assert client.post(f"{MINE}weken/{hers.slug}/weg/").status_code == 404


# --- the photo --------------------------------------------------------------------------------------------------------
def a_photo(kind: str = "JPEG", *, size=(1200, 900), **more) -> bytes:
    """A picture with a place and a camera hidden in it."""
    picture, sent = Image.new("RGB", size, "tan"), BytesIO()
    hidden = Image.Exif()
    hidden[0x010F], hidden[0x8825] = "CameraVanJoke", {1: "N", 2: (52.0, 22.0, 0.0)}
    picture.save(sent, kind, exif=hidden, **more)
    return sent.getvalue()


def send(client, content: bytes, name: str = "ik.jpg"):
    return client.post(f"{MINE}foto/nieuw/", {"photo": SimpleUploadedFile(name, content)})


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_is_made_anew_small_and_without_what_is_hidden_in_it(cast, client, kind):
    cast.enter(client, cast.joke)
    assert b"CameraVanJoke" in a_photo(kind)

    send(client, a_photo(kind))

    kept = bytes(Portrait.objects.get().picture)
    made = Image.open(BytesIO(kept))
    assert (made.format, made.size, dict(made.getexif())) == ("JPEG", (480, 480), {})
    assert b"CameraVanJoke" not in kept


@pytest.mark.parametrize("content", [b"", b"<svg onload=alert(1)>", b"GIF89a" + b"\0" * 40, a_photo()[:200]])
def test_what_is_no_photo_is_refused_with_a_sentence(cast, client, content):
    cast.enter(client, cast.joke)

    page = send(client, content)

    assert page.context["photo"].errors["photo"]
    assert not Portrait.objects.exists()


def test_a_photo_that_is_too_large_is_refused(cast, client):
    cast.enter(client, cast.joke)

    for content in (a_photo() + b"\0" * MOST_BYTES, a_photo("PNG", size=(9000, 9000))):
        assert "photo" in send(client, content).context["photo"].errors


def test_a_photo_is_seen_by_the_family_and_the_desk_and_by_nobody_else(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, cast.joke)
    send(client, a_photo())
    for_family, at_desk = f"/c/{conference.slug}/coordinator/foto/", f"{REGISTER}{cast.joke.slug}/foto/"

    for person, may in ((cast.naima, for_family), (cast.fatma, for_family), (cast.ayse, at_desk), (cast.henk, at_desk)):
        cast.enter(client, person)
        seen = client.get(may)
        assert (seen.status_code, seen["Content-Type"], seen["Cache-Control"]) == (
            200,
            "image/jpeg",
            "no-store, private",
        )
    for person in (cast.tom, cast.marloes, cast.stefan, cast.stranger):
        cast.enter(client, person)
        assert [client.get(url).status_code for url in (for_family, at_desk)] == [404, 404]
    client.logout()
    assert "/inloggen/" in client.get(for_family)["Location"]


# --- what the desk puts on paper --------------------------------------------------------------------------------------
def new_one(client, **more):
    given = {"first_name": "Şükran", "last_name": "Çelik", "login_email": "Sukran@Kring.example", "languages": "Turks"}
    return client.post(f"{REGISTER}nieuw/", given | {"training": "in_training"} | more, follow=True)


@pytest.mark.rule("B4")
def test_somebody_new_can_log_in_and_is_welcomed(cast, client):
    cast.enter(client, cast.ayse)

    page = new_one(client, regions=[cast.region.slug])

    person = Person.objects.get(login_email="sukran@kring.example")
    assert person.seats() == {Desk.COORDINATOR}
    assert person.coordinator_profile.is_in_training
    assert list(person.coordinator_profile.regions.all()) == [cast.region]
    assert "Şükran Çelik" in page.content.decode()
    assert Message.objects.get(recipient=person).subject == "Welkom als coördinator"


def test_an_address_that_is_taken_is_refused_at_its_field(cast, client):
    cast.enter(client, cast.henk)

    page = new_one(client, login_email="JOKE@kring.example")

    assert "login_email" in page.context["form"].errors
    assert Coordinator.objects.count() == 1


@pytest.mark.parametrize("person", ["joke", "naima", "marloes", "stranger"])
def test_the_register_is_for_managers_and_the_office_alone(cast, client, person):
    cast.enter(client, getattr(cast, person))

    for page in ("", "nieuw/", "afspraken/", f"{cast.joke.slug}/", f"{cast.joke.slug}/papieren/"):
        assert client.get(REGISTER + page).status_code == 404


@pytest.mark.rule("R-SAF-5")
def test_no_page_of_the_desk_shows_the_own_phone_or_address_of_a_coordinator(cast, client):
    cast.joke.postal_address = "Korenbloemstraat 7, Ermelo"
    cast.joke.save()
    conference = cast.conference(phase=Phase.PREPARATION)
    looked_for = looking(cast)
    for person in (cast.ayse, cast.anouk, cast.naima, cast.fatma, cast.marloes, cast.stefan, cast.tom, cast.henk):
        cast.enter(client, person)
        for page in (
            REGISTER, f"{REGISTER}{cast.joke.slug}/", f"{REGISTER}{cast.joke.slug}/papieren/",
            f"/c/{looked_for.slug}/coordinator-zoeken/", f"/c/{conference.slug}/", f"/c/{conference.slug}/sparren/",
            f"/c/{conference.slug}/coordinator/", f"/c/{conference.slug}/overdragen/", f"/c/{conference.slug}/coach/",
        ):  # fmt: skip
            seen = client.get(page).content.decode()
            assert cast.joke.phone not in seen, page
            assert "Korenbloemstraat" not in seen, page


def test_a_coordinator_is_asked_to_call_instead(cast, client):
    cast.enter(client, cast.ayse)

    for _twice in range(2):
        client.post(f"{REGISTER}{cast.joke.slug}/bel-mij/")

    asked = Message.objects.get(recipient=cast.joke)
    assert cast.ayse.phone in asked.text


EXPIRED = [
    ({"certificate_on": None}, "VOG: is er nog niet"),
    ({"certificate_on": date(2020, 5, 1)}, "VOG: liep af op 1 mei 2023"),
    ({"agreement_on": None}, "overeenkomst: is er nog niet"),
    ({"agreement_until": date(2026, 1, 31)}, "overeenkomst: liep af op 31 januari 2026"),
]


@pytest.mark.parametrize(("papers", "why"), EXPIRED)
@pytest.mark.rule("R-IND-5")
def test_what_has_expired_blocks_an_offer_with_the_reason_in_words(cast, papers, why):
    conference, lieke = looking(cast), another(cast, "Lieke", languages="Nederlands, Turks")
    Coordinator.objects.filter(pk=lieke.pk).update(**papers)
    lieke.refresh_from_db()

    with pytest.raises(Refusal, match=why):
        offered(cast, conference, lieke)

    last = suggestions(conference)[-1]
    assert (last.coordinator, last.obstacles, last.can_be_asked) == (lieke, [why], False)


def test_how_long_a_certificate_counts_is_for_the_office_to_say(cast, client):
    conference = looking(cast)
    cast.enter(client, cast.henk)
    terms = {
        "valid_from": today().isoformat(),
        "certificate_years": 1,
        "answer_days": 2,
        "urgent_hours": 3,
        "fee": "700",
        "first_share": 50,
        "km_rate": "0,23",
    }
    Coordinator.objects.update(certificate_on=today() - days(400))
    assert suggestions(conference)[0].can_be_asked

    client.post(f"{REGISTER}afspraken/", terms)

    assert not suggestions(conference)[0].can_be_asked
    assert Terms.objects.get().set_by == cast.henk


def test_terms_never_change_what_already_held(cast):
    with pytest.raises(FromToday):
        Terms.agree(valid_from=today() - days(1), by=cast.henk, fee=100)


def test_a_month_before_a_paper_runs_out_coordinator_and_manager_hear_it_once(cast):
    cast.coordinator.regions.add(cast.region)
    Coordinator.objects.update(agreement_until=today() + days(20))

    for _morning in range(3):
        warn_about_papers(today())

    told = {message.recipient: message.text for message in Message.objects.all()}
    assert set(told) == {cast.joke, cast.ayse}
    assert "Joke" not in told[cast.ayse]
    Coordinator.objects.update(agreement_until=today() + days(50))
    warn_about_papers(today())
    assert Message.objects.count() == 2


def test_who_stops_leaves_the_desk_and_what_was_done_stays(cast, client):
    offered(cast, looking(cast))
    Coordinator.objects.update(background="van de Veluwe")
    cast.enter(client, cast.ayse)

    client.post(f"{REGISTER}{cast.joke.slug}/stopt/")

    joke = Coordinator.objects.get(person=cast.joke)
    cast.joke.refresh_from_db()
    assert (joke.stopped_on, joke.background, joke.offers.count()) == (today(), "", 1)
    assert joke.offers.get().withdrawn_at is not None
    assert (cast.joke.is_active, cast.joke.phone) == (False, "")
    assert not Seat.objects.filter(person=cast.joke).exists()
    assert suggestions(looking(cast)) == []
    client.post(f"{REGISTER}{cast.joke.slug}/begint-weer/")
    assert [one.coordinator for one in suggestions(looking(cast))] == [joke]


@pytest.mark.rule("A19")
def test_who_still_has_a_conference_hands_it_over_before_stopping(cast, client):
    cast.conference(phase=Phase.FOLLOW_UP)

    with pytest.raises(StillResponsible):
        cast.coordinator.stop()

    assert cast.joke.participations.present().filter(role=Role.COORDINATOR).exists()


# --- the list ---------------------------------------------------------------------------------------------------------
@pytest.mark.rule("B4")
@pytest.mark.parametrize("typed", ["şükran", "SUKRAN", "celik", "tigri", "sukran çel"])
def test_the_register_is_searched_by_name_and_language_without_accents(cast, client, typed):
    another(cast, "Şükran", last_name="Çelik", languages="Nederlands, Tigrinya")
    cast.enter(client, cast.ayse)

    page = client.get(REGISTER, {"zoek": typed}).content.decode()

    assert "Şükran Çelik" in page
    assert "Terpstra" not in page


def test_the_list_goes_on_a_page_at_a_time_without_losing_or_repeating_anybody(cast, client):
    for number in range(120):
        another(cast, f"N{number}")
    cast.enter(client, cast.ayse)
    seen, after = [], ""
    for _page in range(3):
        page = client.get(REGISTER, {"na": after})
        seen += [one.person.first_name for one, _obstacles in page.context["rows"]]
        after = page.context["following"]

    assert (len(seen), len(set(seen)), after) == (121, 121, "")
    assert seen == sorted(seen)


@pytest.mark.parametrize("rows", [1, 50])
def test_the_register_costs_the_same_however_many_there_are(cast, client, django_assert_max_num_queries, rows):
    for number in range(rows):
        another(cast, f"Nummer{number}")
    cast.enter(client, cast.ayse)

    with django_assert_max_num_queries(12):
        client.get(REGISTER)


def test_papers_that_need_care_can_be_listed_alone(cast, client):
    another(cast, "Lieke")
    Coordinator.objects.filter(person=cast.joke).update(certificate_on=None)
    cast.enter(client, cast.henk)

    page = client.get(REGISTER, {"alleen": "papieren"}).content.decode()

    assert "Terpstra" in page
    assert "Lieke" not in page
