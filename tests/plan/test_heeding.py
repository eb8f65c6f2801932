"""What a plan heeds: an address, and people who may not simply be together; and nobody learns why from it."""

import pytest
from django.urls import reverse

from kring.circle.safety import SafetyNote
from kring.conference.access import Phase, Role
from kring.plan import sharing
from kring.plan.addressing import addresses_in
from kring.plan.heeding import AN_ADDRESS, PEOPLE_TOGETHER, Heed
from kring.plan.models import Plan
from tests.plan.scene import at

AGREEMENT = {"what": "De kinderen halen", "doer": "", "who": "Karel", "when": "elke vrijdag", "kind": "own_circle"}
WHY = ("geheim", "contactverbod", "niet samen", "veiligheid»")


@pytest.fixture
def conference(cast):
    """With Karel in the circle, who must stay away from Naima."""
    conference = cast.conference(phase=Phase.PRESENTATION)
    cast.karel = cast.anyone_new("Karel", last_name="Bouzid")
    conference.seat(cast.karel, Role.CIRCLE_MEMBER)
    return conference


def ban(cast, conference) -> SafetyNote:
    return SafetyNote.objects.create(
        conference=conference, about=cast.naima, apart_from_person=cast.karel, flag=SafetyNote.Flag.NO_CONTACT
    )


def hide(cast, conference) -> None:
    cast.naima.postal_address = "Eikenlaan 4, 8071 AB Nunspeet"
    cast.naima.save()
    SafetyNote.objects.create(conference=conference, about=cast.naima, flag=SafetyNote.Flag.SECRET_ADDRESS)


def said(answer) -> list[str]:
    return [str(error) for errors in answer.context["form"].errors.values() for error in errors]


@pytest.mark.rule("R-SAF-1")
@pytest.mark.parametrize("stand_in", ["Naima", "Fatma"])
def test_before_people_stand_together_the_writer_is_asked_whoever_they_are(cast, client, conference, stand_in):
    ban(cast, conference)
    cast.enter(client, Role.CIRCLE_MEMBER)

    asked = client.post(at(conference, "agreement"), AGREEMENT | {"stand_in": stand_in})

    assert said(asked) == [str(PEOPLE_TOGETHER)]
    assert 'name="sure"' in asked.content.decode()
    assert not [word for word in WHY if word in asked.content.decode().lower()]
    assert Plan.of(conference).agreements.count() == 1
    client.post(at(conference, "agreement"), AGREEMENT | {"stand_in": stand_in, "sure": "on"})
    made = Plan.of(conference).agreements.last()
    assert made.stand_in == stand_in
    again = client.post(at(conference, "change_agreement", made.slug), AGREEMENT | {"stand_in": stand_in, "when": "x"})
    assert again.status_code == 303


@pytest.mark.rule("R-SAF-2")
def test_nobody_is_offered_the_name_of_whom_they_must_stay_away_from(cast, client, conference):
    for name in ("Sam", "Yara"):
        conference.seat(cast.anyone_new(name), Role.MAIN_PERSON)
    ban(cast, conference)
    agreement = Plan.of(conference).agree(what="Voor Naima", for_whom=cast.naima, by=cast.fatma)

    form = cast.enter(client, cast.karel).get(at(conference, "agreement")).context["form"]

    offered = {name: [label for _slug, label in form.fields[name].choices] for name in ("doer", "for_whom")}
    assert not [name for name, labels in offered.items() if "Naima Bouzid" in labels]
    assert "Sam" in offered["for_whom"]
    client.post(at(conference, "change_agreement", agreement.slug), AGREEMENT | {"what": "Nog steeds", "sure": "on"})
    agreement.refresh_from_db()
    assert (agreement.what, agreement.for_whom) == ("Nog steeds", cast.naima)


def test_one_name_by_itself_is_never_asked_about_and_where_nobody_is_kept_apart_no_two(cast, client, conference):
    cast.enter(client, Role.CIRCLE_MEMBER)
    assert client.post(at(conference, "agreement"), AGREEMENT | {"stand_in": "Naima"}).status_code == 303
    ban(cast, conference)

    assert client.post(at(conference, "agreement"), AGREEMENT).status_code == 303
    who_comes = {"initiator": "Fatma", "who_on_change": "iedereen", "contact": ""}
    assert said(client.post(at(conference, "part", "initiatief"), who_comes)) == [str(PEOPLE_TOGETHER)]


@pytest.mark.rule("R-SAF-3")
def test_the_coordinator_hears_of_two_who_must_stay_apart_and_nobody_else_does(
    cast, client, conference, django_assert_max_num_queries
):
    ban(cast, conference)
    plan = Plan.of(conference)
    plan.agree(what="Samen naar voetbal", who="Karel", stand_in="Naima of Fatma", by=cast.fatma)
    cast.enter(client, Role.COORDINATOR).get(at(conference, "show"))
    with django_assert_max_num_queries(12):
        assert "past bij «Veiligheid»" in client.get(at(conference, "show")).content.decode()
    for role in (Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL):
        seen = cast.enter(client, role).get(at(conference, "show")).content.decode().lower()
        assert not [word for word in WHY if word in seen], role
    once_more = cast.enter(client, Role.MAIN_PERSON).get(at(conference, "adopt")).content.decode()
    assert "staan mensen bij elkaar" in once_more

    sharing.adopt(Plan.of(conference), by=cast.naima)

    cast.enter(client, Role.COORDINATOR)
    assert "Kijk dit eerst na" in client.get(reverse("conference:show", args=[conference.slug])).content.decode()
    assert "Naima Bouzid en Karel Bouzid bij elkaar" in client.get(at(conference, "hand_out")).content.decode()


@pytest.mark.rule("R-SAF-3")
def test_what_the_coach_found_good_is_not_asked_about_and_a_ban_stays_one(cast, conference):
    it = Plan.of(conference).told() | {"initiator": "Karel", "who_on_change": "Naima"}
    note = ban(cast, conference)
    signed = {"signed_at": "2027-01-20T10:00Z", "signed_by": cast.anouk, "why": "in twee kamers"}

    SafetyNote.objects.filter(pk=note.pk).update(**signed)
    assert Heed(conference).against(it) == [note]
    SafetyNote.objects.filter(pk=note.pk).update(flag=SafetyNote.Flag.NOT_TOGETHER)
    assert Heed(conference).against(it) == []


@pytest.mark.parametrize("address", ["Eikenlaan 4", "Beukenlaan 9"])
def test_an_address_is_asked_about_in_the_same_words_whether_it_is_secret_or_not(cast, client, conference, address):
    hide(cast, conference)
    cast.enter(client, Role.CIRCLE_MEMBER)
    told = {"progress_on": "2027-03-15", "progress_where": f"bij Naima, {address}", "progress_planner": ""}

    asked = client.post(at(conference, "part", "voortgang"), told)

    assert said(asked) == [str(AN_ADDRESS)]
    assert not [word for word in WHY if word in asked.content.decode().lower()]
    assert Plan.of(conference).progress_where == ""
    client.post(at(conference, "part", "voortgang"), told | {"sure": "on"})
    seen = cast.enter(client, Role.MAIN_PERSON).get(at(conference, "adopt")).content.decode()
    assert f"In jullie plan staat een adres: {address}." in seen
    assert not [word for word in WHY if word in seen.lower()]
    cast.enter(client, Role.COORDINATOR)
    warned = "past bij «Veiligheid»" in client.get(at(conference, "show")).content.decode()
    assert warned is (address == "Eikenlaan 4")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We eten bij oma op de Eikenlaan 4b", ["Eikenlaan 4b"]),
        ("8071 AB", ["8071 AB"]),
        ("in de Dorpsstraat", ["Dorpsstraat"]),
        ("vanaf maart 2027 om de week, onderweg naar school", []),
        ("Marloes van Dijk belt Anne Dijkstra 2 keer", []),
        ("op 1 maart 2027 is er een gesprek", []),
    ],
)
def test_what_looks_like_an_address(text, found):
    assert addresses_in(text) == found


def test_the_home_of_somebody_in_secret_is_known_by_its_street_alone(cast):
    cast.naima.postal_address = "De Wiek 12\n8071 AB Nunspeet"

    assert addresses_in("we slapen in de wiek", [cast.naima]) == ["de wiek"]
