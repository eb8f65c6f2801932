"""Children and who speaks for whom: asked by a person, a support figure of one's own, and whom to call outside."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle.speaking_for import Beside, JoiningIn, NotAParent, WithinWhat
from kring.circle.still_open import still_open
from kring.conference.access import Role
from kring.conference.hands import Hand, Via
from kring.conference.models import NotAllowed
from kring.people.models import Organisation
from kring.referral.answers import Authority


def at(page, conference, *args):
    return reverse(f"circle:{page}", args=[conference.slug, *args])


def words(client, url) -> str:
    page = client.get(url)
    assert page.status_code == 200
    return page.content.decode()


@pytest.fixture
def sam(cast):
    return cast.anyone_new("Sam", last_name="Bouzid", birth_month=date(timezone.localdate().year - 12, 1, 1))


@pytest.fixture
def conference(cast, sam):
    conference = cast.conference()
    conference.seat(sam, Role.MAIN_PERSON)
    return conference


@pytest.mark.rule("R-CHD-1")
def test_a_child_is_asked_how_it_wants_to_take_part_and_the_list_waits_for_it(cast, client, conference, sam):
    assert any("Sam" in sentence for sentence in still_open(conference))
    asked = words(cast.enter(client, sam), reverse("conference:show", args=[conference.slug]))
    assert "Jij mag kiezen. Je hoeft niet alles mee te maken." in asked

    client.post(at("join", conference), {"ways": ["part", "drawing"], "words": "Niet als ze ruzie maken"})

    assert JoiningIn.objects.get().chosen == ["part", "drawing"]
    assert still_open(conference) == []
    page = words(cast.enter(client, Role.COORDINATOR), at("support", conference))
    assert "een tekening maken" in page
    assert "Niet als ze ruzie maken" in page


def test_the_coordinator_asks_in_person_and_it_is_noted_how(cast, client, conference, sam):
    cast.enter(client, Role.COORDINATOR)
    assert f"?namens={sam.slug}&amp;via=beside" in words(client, at("support", conference))

    client.post(at("join", conference) + f"?namens={sam.slug}&via=beside", {"ways": ["spokesperson"]})

    said = JoiningIn.objects.get()
    assert (said.person, said.asked_by, said.via) == (sam, cast.joke, Via.BESIDE)


@pytest.mark.rule("R-CHD-1")
def test_an_adult_with_a_representative_is_asked_too(cast, conference):
    JoiningIn.say(conference, ways=["whole"], by=conference.main_people[-1])
    assert still_open(conference) == []

    Beside.appoint(conference, whom=cast.naima, kind="mentor", name="Mr. Bos", scope="wonen en zorg", by=cast.joke)

    assert JoiningIn.unasked(conference) == [cast.naima]


def test_rather_not_is_an_answer_and_goes_with_nothing_else(cast, client, conference, sam):
    cast.enter(client, sam)

    page = client.post(at("join", conference), {"ways": ["not", "whole"]})
    assert "ways" in page.context["form"].errors
    assert "ways" in client.post(at("join", conference), {}).context["form"].errors
    client.post(at("join", conference), {"ways": ["not"]})

    assert JoiningIn.objects.get().in_words == ["liever niet"]


@pytest.mark.rule("R-CHD-2")
@pytest.mark.parametrize("name", ["Naima Bouzid", "naima", "Karim Bouzid"])
def test_a_parent_is_no_support_figure(cast, conference, sam, name):
    Authority.objects.create(conference=conference, child=sam, parent=cast.naima)
    Authority.objects.create(conference=conference, child=sam, parent_name="Karim Bouzid")

    with pytest.raises(NotAParent):
        Beside.choose(conference, kind="support", name=name, by=sam)


@pytest.mark.rule("R-CHD-2")
def test_a_child_chooses_a_support_figure_and_lets_go_of_it_alone(cast, client, conference, sam):
    cast.enter(client, sam).post(at("choose_support", conference), {"name": "Tante Bea", "kind": "jim"}, follow=True)
    chosen = Beside.objects.get()

    assert (chosen.whom, chosen.name) == (sam, "Tante Bea")
    assert "Tante Bea" not in words(cast.enter(client, cast.naima), at("join", conference))
    assert client.post(at("let_go", conference, chosen.slug)).status_code == 404
    with pytest.raises(NotAllowed):
        chosen.let_go(by=cast.naima)
    cast.enter(client, Role.COORDINATOR)
    assert client.post(at("cross_out", conference, chosen.slug)).status_code == 404
    cast.enter(client, sam).post(at("let_go", conference, chosen.slug))
    assert not Beside.objects.exists()


@pytest.mark.rule("R-VUL-1")
def test_a_representative_has_a_scope_and_is_not_the_voice(cast, client, conference):
    with pytest.raises(WithinWhat):
        Beside.appoint(conference, whom=cast.naima, kind="curator", name="Mr. Bos", scope="", by=cast.joke)
    with pytest.raises(NotAllowed):
        Beside.appoint(conference, whom=cast.fatma, kind="curator", name="Mr. Bos", scope="geld", by=cast.joke)
    with pytest.raises(NotAllowed):
        Beside.choose(conference, kind="curator", name="Mr. Bos", by=cast.naima)

    cast.enter(client, Role.COORDINATOR).post(
        at("appoint_representative", conference),
        {"whom": cast.naima.slug, "kind": "administrator", "name": "Mr. Bos", "scope": "alleen geld"},
    )

    page = words(cast.enter(client, cast.naima), at("join", conference))
    assert "bewindvoerder: alleen geld" in page
    assert "Een vertegenwoordiger is niet jouw stem." in page


@pytest.mark.parametrize("role", [role for role in Role if role != Role.COORDINATOR])
def test_who_stands_beside_whom_only_the_coordinator_sees(cast, client, conference, sam, role):
    Beside.choose(conference, kind="support", name="Tante Bea", by=sam)

    assert cast.enter(client, role).get(at("support", conference)).status_code == 404


@pytest.mark.rule("R-CHD-6")
def test_child_and_parent_know_whom_to_call_outside_and_the_number_is_a_setting(cast, client, conference, sam):
    Organisation.objects.create(name="Kring")
    show = reverse("conference:show", args=[conference.slug])
    for person in (sam, cast.naima):
        cast.enter(client, person)
        for url in (show, at("join", conference)):
            assert "088 555 1000" in words(client, url)
            assert "Jeugdstem" in words(client, url)

    ours = Organisation.objects.get()
    ours.confidant_name, ours.confidant_phone = "Zorgbelang", "088 000 11 22"
    ours.save()
    assert "088 000 11 22" in words(client, show)
    assert "088 555 1000" not in words(client, show)


def test_without_children_nobody_is_told_of_a_confidant_for_youth(cast, client):
    conference = cast.conference()

    assert "Jeugdstem" not in words(cast.enter(client, cast.naima), at("join", conference))


def test_a_choice_of_the_child_is_made_in_its_own_name_or_with_it(cast, conference, sam):
    Beside.choose(conference, kind="support", name="Tante Bea", by=Hand(cast.joke, sam, Via.BESIDE))
    assert Beside.objects.get().via == Via.BESIDE

    with pytest.raises(NotAllowed):
        Beside.choose(conference, kind="support", name="Tante Bea", by=cast.joke)
