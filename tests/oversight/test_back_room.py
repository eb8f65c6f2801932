"""/beheer/: reference data only, for who keeps it, with a second factor."""

import pytest
from django.urls import reverse

from kring import admin
from kring.conference.checks import pages
from kring.people.models import Organisation


def test_the_back_room_holds_reference_data_and_nothing_of_a_conference():
    assert {model.__name__ for model in admin.site._registry} == {
        "Organisation", "Region", "FundingRegion", "Municipality",
    }  # fmt: skip


def test_every_page_of_the_back_room_has_its_doorkeeper_and_a_name():
    back_room = [(name, view) for name, route, view in pages() if route.startswith("beheer/")]

    assert len(back_room) > 20
    assert [name for name, view in back_room if view.guard != "behind_the_scenes" or name.endswith("None")] == []


@pytest.mark.parametrize("who", ["naima", "joke", "ayse", "henk", "stranger"])
def test_nobody_else_finds_the_back_room(cast, client, who):
    cast.enter(client, getattr(cast, who))

    for page in ("/beheer/", "/beheer/login/", "/beheer/kring/region/", "/beheer/password_change/"):
        assert client.get(page).status_code == 404


def test_the_keeper_needs_a_second_factor(cast, client):
    cast.enter(client, cast.admin)
    session = client.session
    del session["second_factor"]
    session.save()

    assert client.get("/beheer/").status_code in (302, 404)


@pytest.mark.rule("A89")
def test_the_keeper_changes_the_organisation_and_every_public_page_follows(cast, client):
    organisation = Organisation.objects.create(name="Kring")
    cast.enter(client, cast.admin)
    words = {"name": "Samen Zwolle", "phone": "038 111 22 33", "email": "samen@zwolle.example", "contact_days": 2}
    words |= {"urgent_hours": 6, "confidant_name": "Jeugdstem", "confidant_phone": "088 555 1000"}

    answer = client.post(f"/beheer/kring/organisation/{organisation.pk}/change/", words)

    assert answer.status_code == 302
    assert "Samen Zwolle" in client.get("/").content.decode()
    assert "Binnen 2 werkdagen" in client.get("/dit-beloven-wij/").content.decode()


@pytest.mark.parametrize("model", ["organisation", "region", "fundingregion", "municipality"])
def test_each_list_and_each_form_opens(cast, client, model):
    cast.enter(client, cast.admin)

    assert client.get(reverse(f"admin:kring_{model}_changelist")).status_code == 200
    assert client.get(reverse(f"admin:kring_{model}_add")).status_code == 200


def test_a_region_is_answered_for_by_somebody_at_the_desk_and_never_by_a_family(cast, client):
    cast.enter(client, cast.admin)

    page = client.get(reverse("admin:kring_region_add")).content.decode()

    assert "Demirçi" in page
    assert "Bouzid" not in page
