"""Reading the conditions: the whole of it by everybody, ticked for each, also for who came late or listens."""

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle.models import CircleMember
from kring.conditions.models import ConditionsForm, Reading
from kring.conference.access import Role
from kring.conference.models import NotAllowed
from kring.referral.models import Ground
from tests.conditions.scene import TALK, WATERMARK, WHOLE, address, in_name, look, words_on


@pytest.mark.rule("A48")
@pytest.mark.parametrize(
    "role", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.COORDINATOR]
)
def test_everybody_invited_reads_the_whole_of_it(cast, client, released, role):
    page = look(cast, client, role, released.conference)

    assert [line for line in WHOLE if line not in page] == []
    assert WATERMARK in page


@pytest.mark.rule("A48")
def test_it_is_open_to_all_invited_and_not_to_the_world(cast, client, released):
    where = address("show", released.conference)

    assert client.get(where).status_code == 302  # to the way in
    for role in (cast.stranger, cast.tom, cast.henk):
        assert cast.enter(client, role).get(where).status_code == 404


@pytest.mark.rule("A48")
def test_reading_is_ticked_by_each_and_listening_by_the_coordinator(cast, client, released):
    conference = released.conference
    cast.enter(client, Role.CIRCLE_MEMBER).post(address("tick", conference), {"how": "read"})
    cast.enter(client, Role.COORDINATOR)
    client.post(f"{address('tick', conference)}?namens={cast.naima.slug}&via=beside", {"how": "read_aloud"})

    page = client.get(address("show", conference))

    known = {str(reader.person): reader.how for reader in page.context["readers"]}
    assert known == {
        "Naima Bouzid": "voorgelezen (samen aan tafel)",
        "Fatma Bouzid": "zelf gelezen",
        "Marloes van Dijk": "",
    }
    assert Reading.objects.get(person=cast.naima).how == "read_aloud"


def test_who_has_read_is_seen_by_the_coordinator_alone(cast, client, released):
    for role in (Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.CONDITION_SETTER):
        assert "Wie kent de voorwaarden" not in look(cast, client, role, released.conference)


def test_all_are_asked_to_read_until_they_did(cast, client, released):
    home = reverse("conference:show", args=[released.conference.slug])
    cast.enter(client, Role.PROFESSIONAL)

    asked = client.get(home).content.decode()
    client.post(address("tick", released.conference), {"how": "read"})
    client.post(address("tick", released.conference), {"how": "read"})  # a second click changes nothing

    assert "Er zijn voorwaarden aan het plan" in asked
    assert "Er zijn voorwaarden aan het plan" not in client.get(home).content.decode()
    assert Reading.objects.filter(person=cast.marloes).count() == 1


def test_with_two_setters_reading_means_all_of_it(cast, client, released):
    conference = released.conference
    Reading.tick(released, by=cast.fatma)
    second = ConditionsForm.objects.create(
        conference=conference, setter=cast.marloes, ground=Ground.DEBT, discussed_on=TALK["discussed_on"],
        handed_in_at=timezone.now(), released_at=timezone.now(),
    )  # fmt: skip

    page = cast.enter(client, Role.COORDINATOR).get(address("show", conference))

    assert {str(reader.person): reader.has_all for reader in page.context["readers"]}["Fatma Bouzid"] is False
    client.post(f"{address('tick', conference)}?namens={cast.fatma.slug}", {"how": "told"})
    assert set(Reading.objects.filter(person=cast.fatma).values_list("form", flat=True)) == {released.pk, second.pk}


@pytest.mark.parametrize("how", ["", "geroken"])
def test_a_way_of_reading_that_does_not_exist_is_refused(cast, client, released, how):
    cast.enter(client, Role.CIRCLE_MEMBER).post(address("tick", released.conference), {"how": how})

    assert not Reading.objects.exists()


def test_what_is_not_shared_cannot_be_ticked_as_read(cast, client, handed_in):
    cast.enter(client, Role.CIRCLE_MEMBER).post(address("tick", handed_in.conference), {"how": "read"})

    assert not Reading.objects.exists()


@pytest.mark.parametrize("role", [Role.CIRCLE_MEMBER, Role.COORDINATOR, Role.REGIONAL_MANAGER])
def test_fifty_conditions_and_readers_cost_no_more_questions_than_one(
    cast, client, released, django_assert_max_num_queries, role
):
    cast.enter(client, role)
    counts = []
    for extra in (0, 50):
        for number in range(3, 3 + extra):
            released.conditions.create(number=number, text="Nog een voorwaarde")
            person = cast.anyone_new(f"Lezer {number}")
            released.conference.members.create(
                name="Lezer", person=person, agreed_at=timezone.now(), invited_at=timezone.now()
            )
            Reading.objects.create(form=released, person=person, how="read")
        with django_assert_max_num_queries(12) as asked:
            assert client.get(address("show", released.conference)).status_code == 200
        counts.append(len(asked))

    assert counts[1] <= counts[0]


@pytest.mark.rule("A48")
def test_a_whole_table_that_listened_is_noted_in_one_go_and_who_came_late_too(cast, client, released):
    conference = released.conference
    late = cast.anyone_new("Karel", phone="06 11 00 00 77")
    now = timezone.now()
    CircleMember.objects.create(conference=conference, name="Karel", person=late, agreed_at=now, invited_at=now)
    conference.seat(late, Role.CIRCLE_MEMBER)
    cast.enter(client, Role.COORDINATOR)

    everybody = client.get(address("tell", conference) + "?allen=1").context["form"]["who"].value()
    client.post(address("tell", conference), {"who": everybody, "how": "read_aloud", "via": "phone"})

    heard = {reading.person: (reading.how, reading.noted_by, reading.via) for reading in Reading.objects.all()}
    assert set(heard) == {cast.naima, cast.fatma, cast.marloes, late}
    assert set(heard.values()) == {("read_aloud", cast.joke, "phone")}
    assert "Iedereen die komt, kent de voorwaarden." in client.get(address("tell", conference)).text


def test_a_tick_by_mistake_is_taken_back_but_nobody_unsays_it_for_another(cast, client, released):
    conference = released.conference
    cast.enter(client, Role.CIRCLE_MEMBER).post(address("tick", conference), {"how": "read_aloud"})
    nothing = cast.enter(client, Role.COORDINATOR).post(in_name(address("untick", conference), cast.fatma), follow=True)
    assert Reading.objects.get().person == cast.fatma
    assert "Het staat weer open." not in nothing.text

    client.post(in_name(address("tick", conference), cast.naima), {"how": "told"})
    client.post(in_name(address("untick", conference), cast.naima))
    cast.enter(client, Role.CIRCLE_MEMBER).post(address("untick", conference))

    assert not Reading.objects.exists()


@pytest.mark.rule("A48")
def test_who_set_conditions_hears_those_of_another(cast, client, released):
    other = ConditionsForm.objects.create(
        conference=released.conference, setter=cast.marloes, ground=Ground.DEBT, discussed_on=TALK["discussed_on"],
        handed_in_at=timezone.now(), released_at=timezone.now(),
    )  # fmt: skip

    cast.enter(client, Role.CONDITION_SETTER).post(address("tick", released.conference), {"how": "read"})

    assert [reading.form for reading in Reading.objects.filter(person=cast.stefan)] == [other]
    with pytest.raises(NotAllowed):
        Reading.tick(other, by=cast.tom)


@pytest.mark.rule("A48")
@pytest.mark.parametrize("large", ["", "groot=1"])
def test_on_paper_it_is_the_whole_list_with_the_name_of_who_gets_it(cast, client, released, large):
    url = in_name(address("paper", released.conference), cast.fatma) + "&" + large

    answer = cast.enter(client, Role.COORDINATOR).get(url)

    text = words_on(answer.content)
    assert [line for line in WHOLE if line not in text] == []
    assert "Voor Fatma Bouzid" in text
    assert WATERMARK in text
    assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("no-store, private", "noindex")


def test_a_draft_on_paper_is_for_who_may_read_it_first(cast, client, handed_in):
    where = address("paper", handed_in.conference)

    assert cast.enter(client, Role.COORDINATOR).get(where).status_code == 404
    assert cast.enter(client, Role.CIRCLE_MEMBER).get(where).status_code == 404
    assert "Dit is nog niet gedeeld." in words_on(cast.enter(client, Role.MAIN_PERSON).get(where).content)
