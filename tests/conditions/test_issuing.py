"""Issuing the form: by the manager alone, to a named professional, on one of four grounds, in time."""

import pytest
from django.urls import reverse

from kring.conditions.issuing import WhoIsIt, issue
from kring.conditions.models import ConditionsForm
from kring.conditions.readings import Reading
from kring.conditions.refusals import AlreadyRead, NoGround, WhySoLate
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed, TwoHats
from kring.foundation.outbox import Message
from kring.referral.models import Ground

EMPTY = {"first_name": "", "last_name": "", "works_at": "", "job": "", "email": "", "phone": ""}
PIETER = {
    "who": "new",
    "first_name": "Pieter",
    "last_name": "Bos",
    "works_at": "Reclassering",
    "email": "p@rec.example",
}
IN_TIME = [Phase.REFERRAL, Phase.MATCHING]


def address(page, conference, *args):
    return reverse(f"conditions:{page}", args=[conference.slug, *args])


@pytest.mark.rule("A47")
@pytest.mark.parametrize("phase", IN_TIME)
def test_the_manager_gives_the_form_to_a_named_professional_who_gets_a_letter(cast, client, phase):
    conference = cast.conference(phase=phase)
    cast.enter(client, Role.REGIONAL_MANAGER)

    client.post(address("issue", conference), EMPTY | PIETER | {"ground": "probation"})

    form = conference.conditions_forms.get()
    message = Message.objects.get(recipient=form.setter)
    assert (str(form.setter), form.ground) == ("Pieter Bos", Ground.PROBATION)
    assert Role.CONDITION_SETTER in type(conference).objects.get(pk=conference.pk).roles_of(form.setter)
    assert message.link_path == address("write", conference)
    assert f"Ayşe Demirçi, {cast.ayse.phone}" in message.text


@pytest.mark.rule("A44")
@pytest.mark.rule("A47")
@pytest.mark.parametrize("role", [role for role in Role if role != Role.REGIONAL_MANAGER])
def test_nobody_else_can_open_the_form(cast, client, role):
    conference = cast.conference(phase=Phase.MATCHING)

    assert cast.enter(client, role).get(address("issue", conference)).status_code == 404
    with pytest.raises(NotAllowed):
        ConditionsForm.issue(conference, setter=cast.stefan, ground=Ground.DEBT, by=cast[role])


@pytest.mark.rule("A45")
def test_there_are_exactly_four_grounds():
    assert list(Ground.labels) == ["jeugdbescherming", "reclassering", "schuldsanering", "dreigende maatregel"]


@pytest.mark.rule("A45")
@pytest.mark.parametrize("ground", ["", "zorgen", "omdat het moet"])
def test_without_one_of_the_four_grounds_there_is_no_form(cast, client, ground):
    conference = cast.conference(phase=Phase.MATCHING)
    cast.enter(client, Role.REGIONAL_MANAGER)

    page = client.post(address("issue", conference), EMPTY | PIETER | {"ground": ground})
    with pytest.raises(NoGround):
        ConditionsForm.issue(conference, setter=cast.stefan, ground=ground, by=cast.ayse)

    assert "ground" in page.context["form"].errors
    assert page.context["form"]["first_name"].value() == "Pieter"
    assert not conference.conditions_forms.exists()
    assert not Message.objects.filter(about=conference).exists()


@pytest.mark.rule("A45")
def test_no_conditions_is_the_usual_thing(cast, client):
    conference = cast.conference(conditions=False)

    page = cast.enter(client, Role.MAIN_PERSON).get(address("show", conference)).content.decode()

    assert "Er zijn geen voorwaarden. Wat er in het plan komt, bepalen jullie zelf." in page


@pytest.mark.rule("A46")
def test_late_conditions_are_refused_unless_the_manager_says_why(cast, client):
    conference = cast.conference(conditions=False)
    cast.enter(client, Role.REGIONAL_MANAGER)
    typed = EMPTY | PIETER | {"ground": "probation"}

    page = client.post(address("issue", conference), typed | {"why_late": ""})
    with pytest.raises(WhySoLate):
        ConditionsForm.issue(conference, setter=cast.marloes, ground=Ground.DEBT, by=cast.ayse)
    assert str(WhySoLate.message) in page.content.decode()
    assert not conference.conditions_forms.exists()

    client.post(address("issue", conference), typed | {"why_late": "De maatregel dreigt pas sinds gisteren."})
    assert conference.conditions_forms.exists()


@pytest.mark.rule("A46")
def test_once_somebody_has_read_or_heard_them_nothing_comes_beside_it(cast):
    conference = cast.conference()  # with conditions that were shared
    late = {"setter": cast.marloes, "ground": Ground.DEBT, "by": cast.ayse}

    with pytest.raises(WhySoLate):
        ConditionsForm.issue(conference, **late)
    Reading.tick(conference.conditions_forms.get(), by=cast.fatma)

    with pytest.raises(AlreadyRead):
        ConditionsForm.issue(conference, **late, why_late="Toch nog")


@pytest.mark.rule("A46")
@pytest.mark.parametrize(
    "phase", [Phase.INFORMATION, Phase.PRIVATE_TIME, Phase.PRESENTATION, Phase.FOLLOW_UP, Phase.CLOSED]
)
def test_from_the_day_on_and_after_private_time_there_is_never_a_new_one(cast, client, phase):
    conference = cast.conference(phase=phase, conditions=False)

    assert cast.enter(client, Role.REGIONAL_MANAGER).get(address("issue", conference)).status_code == 404
    with pytest.raises(NotAllowed):
        ConditionsForm.issue(conference, setter=cast.marloes, ground=Ground.DEBT, why_late="Toch", by=cast.ayse)


def test_who_asked_for_the_conference_may_also_set_conditions(cast, client):
    conference = cast.conference(phase=Phase.REFERRAL)
    cast.enter(client, Role.REGIONAL_MANAGER)

    client.post(address("issue", conference), EMPTY | {"who": cast.tom.slug, "ground": "debt"})

    conference.forget_seats()
    assert conference.roles_of(cast.tom) == {Role.REQUESTER, Role.CONDITION_SETTER}


def test_somebody_of_the_circle_never_sets_conditions(cast):
    conference = cast.conference(conditions=False)

    with pytest.raises(TwoHats):
        ConditionsForm.issue(conference, setter=cast.fatma, ground=Ground.DEBT, why_late="Nu", by=cast.ayse)
    with pytest.raises(WhoIsIt):
        issue(conference, who=cast.fatma.slug, ground=Ground.DEBT, why_late="Nu", by=cast.ayse)


@pytest.mark.parametrize("missing", ["first_name", "works_at", "email"])
def test_somebody_new_has_a_name_an_organisation_and_an_address(cast, client, missing):
    conference = cast.conference(phase=Phase.MATCHING)

    page = cast.enter(client, Role.REGIONAL_MANAGER).post(
        address("issue", conference), EMPTY | PIETER | {"ground": "debt", missing: ""}
    )

    assert str(WhoIsIt.message) in page.content.decode()
    assert not conference.conditions_forms.exists()


def test_two_clicks_at_once_give_one_form_to_one_person(cast, client):
    conference = cast.conference(phase=Phase.MATCHING)
    cast.enter(client, Role.REGIONAL_MANAGER)

    for _click in range(2):
        client.post(address("issue", conference), EMPTY | PIETER | {"ground": "debt"})

    form = conference.conditions_forms.get()
    assert Message.objects.filter(recipient=form.setter).count() == 1


def test_the_manager_is_asked_about_conditions_when_the_request_names_a_ground(cast, client):
    conference = cast.conference(phase=Phase.REFERRAL)
    conference.referral.presumed_ground = Ground.DEBT
    conference.referral.save()
    home = reverse("conference:show", args=[conference.slug])

    asked = cast.enter(client, Role.REGIONAL_MANAGER).get(home).content.decode()

    assert "Zijn er voorwaarden nodig?" in asked
    assert "schuldsanering" in asked
