"""Finding an independent coordinator: suggestions, offers, the declaration, and one who says yes."""

import pytest
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.models import Conference, TwoHats
from kring.foundation.posting import Message
from kring.matching.declaring import Declaration
from kring.matching.fitting import AlreadyOffered
from kring.matching.models import NoLongerOpen, NotDeclared, Offer
from kring.matching.suggesting import suggestions
from kring.matching.wishing import Wish
from kring.referral.models import Referral
from tests.matching.scenes import another, looking, offered


@pytest.fixture
def conference(cast) -> Conference:
    return looking(cast, wish_language="Turks", wish_gender="liefst een vrouw")


def find(conference) -> str:
    return f"/c/{conference.slug}/coordinator-zoeken/"


def accept(client, offer, **given):
    return client.post(f"/werk/voorstel/{offer.slug}/", {"declared": "on"} | given)


# --- suggesting ------------------------------------------------------------------------------------------------------
@pytest.mark.rule("A34")
def test_who_meets_the_wishes_and_works_in_the_region_comes_first_with_the_reason_in_words(cast, conference):
    another(cast, "Verweg", here=False, languages="Nederlands, Turks", gender="vrouw")
    lieke = another(cast, "Lieke", languages="Nederlands, Turks", gender="vrouw")

    found = suggestions(conference, wishes=[Wish("language", "Turks"), Wish("gender", "een vrouw")])

    assert [one.coordinator.person.first_name for one in found] == ["Lieke", "Joke", "Verweg"]
    assert found[0].coordinator == lieke
    assert found[0].reasons[:2] == ["past bij de wens: Turks (taal)", "past bij de wens: een vrouw (man of vrouw)"]
    assert "past niet bij de wens: Turks (taal)" in found[1].reasons
    assert "werkt niet in deze regio" in found[2].reasons


@pytest.mark.rule("A23")
def test_who_did_enough_this_year_comes_after_who_has_room(cast, conference):
    another(cast, "Lieke")
    for _conference in range(4):
        Offer.objects.create(
            conference=Conference.objects.create(), coordinator=cast.coordinator, offered_by=cast.ayse,
            accepted=True, answered_at=timezone.now(),
        )  # fmt: skip

    found = suggestions(conference)

    assert [one.coordinator.person.first_name for one in found] == ["Lieke", "Joke"]
    assert "dit jaar 4 van 4 conferenties" in found[1].reasons


def test_the_manager_may_choose_anybody_by_name(cast, client, conference):
    another(cast, "Verweg", here=False)
    cast.enter(client, cast.ayse)

    page = client.get(find(conference), {"naam": "verw"}).content.decode()

    assert "Leg voor aan Verweg" in page
    assert "Leg voor aan Joke" not in page


@pytest.mark.parametrize("rows", [1, 50])
def test_suggesting_costs_the_same_however_many_there_are(
    cast, client, conference, django_assert_max_num_queries, rows
):
    for number in range(rows):
        another(cast, f"Nummer{number}", languages="Nederlands, Turks")
    cast.enter(client, cast.ayse)
    client.get(find(conference))  # from here on the house knows itself

    with django_assert_max_num_queries(12):
        client.get(find(conference))


# --- offering --------------------------------------------------------------------------------------------------------
@pytest.mark.rule("A32")
@pytest.mark.rule("A21")
def test_an_offer_shows_region_language_and_wishes_and_nothing_of_the_situation_or_who_it_is(cast, client, conference):
    cast.enter(client, cast.ayse)
    client.post(find(conference), {"coordinator": cast.joke.slug, "note": "Op de fiets te doen"})
    cast.enter(client, cast.joke)
    offer = Offer.objects.get()

    page = client.get(f"/werk/voorstel/{offer.slug}/").content.decode()
    sent = Message.objects.get(recipient=cast.joke)

    for told in ("Gelderland en Overijssel", "Nederlands", "Turks", "Op de fiets te doen", "zes tot tien weken"):
        assert told in page
    for kept in ("Naima", "Bouzid", "school", "Tom de Wit", "Nunspeet"):
        assert kept not in page
        assert kept not in sent.text + sent.subject + sent.short
    assert client.get(f"/c/{conference.slug}/").status_code == 404


def test_an_offer_is_made_once_to_the_same_coordinator(cast, conference):
    offered(cast, conference)

    with pytest.raises(AlreadyOffered):
        offered(cast, conference)


@pytest.mark.rule("A20")
def test_who_takes_another_part_in_a_conference_is_not_asked_to_coordinate_it(cast, conference):
    conference.seat(cast.joke, Role.PROFESSIONAL)

    assert suggestions(conference) == []
    with pytest.raises(TwoHats):
        offered(cast, conference)


def test_an_offer_without_a_coordinator_says_so(cast, client, conference):
    cast.enter(client, cast.ayse)

    for chosen in ("", "niemand", "abcdefghjkmn"):
        assert "Kies een coördinator" in client.post(find(conference), {"coordinator": chosen}).content.decode()
    assert not Offer.objects.exists()


def test_the_offer_of_another_coordinator_is_not_there(cast, client, conference):
    offer = offered(cast, conference, another(cast))
    cast.enter(client, cast.joke)

    assert client.get(f"/werk/voorstel/{offer.slug}/").status_code == 404
    assert accept(client, offer).status_code == 404
    assert client.post(f"/werk/voorstel/{offer.slug}/nee/").status_code == 404


# --- answering -------------------------------------------------------------------------------------------------------
@pytest.mark.rule("A22")
def test_without_the_declaration_nobody_is_appointed_and_the_remark_stays(cast, client, conference):
    offer = offered(cast, conference)
    cast.enter(client, cast.joke)

    page = accept(client, offer, declared="", remarks="Ik woon in Ermelo").content.decode()

    assert str(NotDeclared.message) in page
    assert 'value="Ik woon in Ermelo"' in page
    assert Conference.objects.get().phase == Phase.MATCHING
    assert not Declaration.objects.exists()


@pytest.mark.rule("A22")
@pytest.mark.rule("A19")
def test_accepting_with_the_declaration_appoints_and_tells_the_family_who_it_is(cast, client, conference):
    offer = offered(cast, conference)
    cast.enter(client, cast.joke)

    assert accept(client, offer)["Location"] == f"/c/{conference.slug}/"

    conference = Conference.objects.get()
    assert (conference.phase, conference.coordinator) == (Phase.PREPARATION, cast.joke)
    assert Declaration.objects.get().offer == offer
    told = Message.objects.get(recipient=cast.naima)
    assert "Joke" in told.text
    assert "Terpstra" not in told.text
    assert Message.objects.filter(recipient=cast.ayse, key=f"accepted:{offer.slug}").exists()


@pytest.mark.rule("A19")
def test_the_first_yes_wins_and_the_others_are_thanked(cast, client, conference):
    first, second = offered(cast, conference), offered(cast, conference, another(cast))
    seen_before = Offer.objects.get(pk=second.pk)
    cast.enter(client, cast.joke)
    accept(client, first)

    with pytest.raises(NoLongerOpen):
        seen_before.accept(declared=True, by=seen_before.coordinator.person)

    assert Conference.objects.get().people(Role.COORDINATOR) == [cast.joke]
    second.refresh_from_db()
    assert second.withdrawn_at is not None
    assert Message.objects.filter(recipient=second.coordinator.person, key=f"thanks:{second.slug}").exists()


def test_accepting_twice_changes_nothing_and_says_so(cast, client, conference):
    offer = offered(cast, conference)
    cast.enter(client, cast.joke)
    accept(client, offer)

    again = accept(client, offer)

    assert "U hebt dit aangenomen" in again.content.decode()
    assert Declaration.objects.count() == 1


def test_declining_needs_no_reason_and_the_manager_hears_it(cast, client, conference):
    offer = offered(cast, conference)
    cast.enter(client, cast.joke)

    page = client.post(f"/werk/voorstel/{offer.slug}/nee/", follow=True).content.decode()

    assert "Dank u wel voor uw antwoord" in page
    assert Message.objects.get(recipient=cast.ayse).key == f"declined:{offer.slug}"
    assert "U hebt nee gezegd" in client.get(f"/werk/voorstel/{offer.slug}/").content.decode()


@pytest.mark.parametrize("ending", ["withdraw", "no", "stop"])
def test_an_offer_that_is_no_longer_open_says_so(cast, client, conference, ending):
    offer = offered(cast, conference)
    if ending == "withdraw":
        cast.enter(client, cast.ayse)
        client.post(f"/c/{conference.slug}/voorstel/{offer.slug}/intrekken/")
    elif ending == "no":
        Referral.objects.get().say_no(by=cast.naima)
    else:
        conference.stop(by=cast.naima)
    cast.enter(client, cast.joke)

    page = client.get(f"/werk/voorstel/{offer.slug}/").content.decode()

    assert "staat niet meer open" in page
    assert "Ja, ik doe dit" not in page
    assert "staat niet meer open" in accept(client, offer).content.decode()
    assert Conference.objects.get().coordinator is None


# --- the coordinator's desk ------------------------------------------------------------------------------------------
@pytest.mark.rule("A23")
def test_the_desk_of_a_coordinator_shows_what_comes_next(cast, client, conference):
    cast.enter(client, cast.joke)
    assert "U hebt nu geen conferentie" in client.get("/werk/mijn-conferenties/").content.decode()

    offer = offered(cast, conference)
    assert f"/werk/voorstel/{offer.slug}/" in client.get("/werk/mijn-conferenties/").content.decode()

    accept(client, offer)
    page = client.get("/werk/mijn-conferenties/").content.decode()
    assert f"/c/{conference.slug}/" in page
    assert "eerste contact" in page


def test_a_coordinator_can_be_away_for_a_while(cast, client, conference):
    cast.enter(client, cast.joke)

    client.post("/werk/beschikbaar/", {"available": "no"})

    assert "nu niet beschikbaar" in suggestions(conference)[0].reasons


@pytest.mark.parametrize("rows", [1, 50])
def test_the_desk_of_a_coordinator_costs_the_same_however_many_there_are(
    cast, client, django_assert_max_num_queries, rows
):
    for _number in range(rows):
        one = Conference.objects.create(phase=Phase.PREPARATION, region=cast.region)
        one.participants.create(person=cast.joke, role=Role.COORDINATOR)
        one.participants.create(person=cast.naima, role=Role.MAIN_PERSON)
        offered(cast, matching_of(cast))
    cast.enter(client, cast.joke)

    with django_assert_max_num_queries(12):
        client.get("/werk/mijn-conferenties/")


def matching_of(cast) -> Conference:
    one = Conference.objects.create(phase=Phase.MATCHING, region=cast.region)
    one.participants.create(person=cast.ayse, role=Role.REGIONAL_MANAGER)
    return one
