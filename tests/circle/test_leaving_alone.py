"""People who did not ask to be in here: little is known of them, and after a no nothing stays (4.3)."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from kring.circle import inviting
from kring.circle.leaving_alone import LeaveAlone, LeftAlone, do_not_ask_again, is_not_to_be_asked
from kring.circle.models import CircleMember
from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import NotAllowed
from kring.foundation.outbox import Message
from kring.oversight import erasing
from kring.people.links import PersonalLink
from kring.people.models import Person

BEA = {"name": "Tante Bea Zomerdijk", "channel": "sms", "reach": "06 44 00 00 01"}


def name(conference, by, **about) -> CircleMember:
    return CircleMember.name_someone(conference, by=by, **BEA | about)


def said_no(cast, conference, **about) -> CircleMember:
    bea = name(conference, cast.naima, **about)
    inviting.invite(bea, by=cast.joke)
    PersonalLink.of(bea.person)
    bea.answer(mode="not", by=bea.person)
    return bea


def rows_with(words: str) -> list[str]:
    """Every table of the house in which these words stand readable."""
    found = []
    for model in apps.get_app_config("kring").get_models():
        with connection.cursor() as cursor:
            cursor.execute(f"select * from {model._meta.db_table}")
            if any(words in str(value) for row in cursor.fetchall() for value in row):
                found.append(model.__name__)
    return found


def test_after_a_no_the_person_the_link_and_every_letter_are_gone_on_the_set_day(cast):
    conference = cast.conference()
    bea = said_no(cast, conference)
    person = bea.person.pk
    assert Message.objects.filter(recipient=person).exists()

    erasing.erase(timezone.localdate() + timedelta(days=29))
    assert CircleMember.objects.filter(pk=bea.pk).exists()
    erasing.erase(timezone.localdate() + timedelta(days=31))

    assert not CircleMember.objects.filter(pk=bea.pk).exists()
    assert not Person.objects.filter(pk=person).exists()
    assert not PersonalLink.objects.filter(person=person).exists()
    assert not Message.objects.filter(recipient=person).exists()
    assert rows_with("Zomerdijk") == []


def test_whom_the_main_person_would_rather_not_ask_is_gone_on_the_set_day(cast):
    conference = cast.conference()
    bea = name(conference, cast.fatma)
    bea.leave_out(by=cast.naima)

    erasing.erase(timezone.localdate() + timedelta(days=31))

    assert rows_with("Zomerdijk") == []


def test_the_same_aunt_in_two_conferences_is_two_people_who_do_not_know_of_each_other(cast):
    one, other = cast.conference(), cast.conference()

    first, second = name(one, cast.naima), name(other, cast.naima)
    for bea in (first, second):
        inviting.invite(bea, by=cast.joke)

    assert first.person.pk != second.person.pk
    assert first.person.participations.count() == second.person.participations.count() == 1
    first.answer(mode="not", by=first.person)
    second.refresh_from_db()
    assert second.mode == ""


def test_after_a_no_nobody_is_marked_unless_they_ask_for_it(cast):
    said_no(cast, cast.conference())

    assert not LeftAlone.objects.exists()


def test_who_asked_to_be_left_alone_is_not_put_on_a_list_or_invited_again(cast):
    conference = cast.conference()
    bea = said_no(cast, conference)

    do_not_ask_again(bea, by=bea.person)

    with pytest.raises(LeaveAlone):
        inviting.invite_again(bea, by=cast.joke)
    for by in (cast.naima, cast.joke):
        with pytest.raises(LeaveAlone):
            name(conference, by, name="Bea", channel="phone", reach="+31 6 44 00 00 01")
        with pytest.raises(LeaveAlone):
            name(cast.conference(), by, name="Iemand")
        with pytest.raises(LeaveAlone):
            name(conference, by, name="tante bea  ZOMERDIJK", reach="")
    assert is_not_to_be_asked(conference, name="Bea", channel="sms", reach="0644000001")
    assert not is_not_to_be_asked(conference, name="Tante Bea", channel="sms", reach="06 44 00 00 02")


def test_the_name_alone_means_nobody_in_another_family(cast):
    bea = said_no(cast, cast.conference())
    do_not_ask_again(bea, by=bea.person)

    assert name(cast.conference(), cast.naima, reach="06 44 00 00 02").pk


def test_the_circle_is_not_told_and_the_main_person_hears_it_kindly_and_without_who(cast, client):
    conference = cast.conference()
    bea = said_no(cast, conference)
    do_not_ask_again(bea, by=bea.person)
    bea.delete()

    suggested = name(conference, cast.fatma, name="Bea")
    page = cast.enter(client, Role.MAIN_PERSON).post(
        reverse("circle:agree", args=[conference.slug, suggested.slug]), follow=True
    )

    assert "Soms wil iemand liever niet benaderd worden." in page.content.decode()
    suggested.refresh_from_db()
    assert not suggested.is_agreed
    cast.enter(client, Role.COORDINATOR)
    typed = {"relation": "family", "language": "nl", **BEA, "name": "Bea"}
    page = client.post(reverse("circle:add", args=[conference.slug]), typed)
    assert "Soms wil iemand liever niet benaderd worden." in page.content.decode()


def test_a_number_that_is_filled_in_later_is_looked_at_too(cast):
    conference = cast.conference()
    bea = said_no(cast, conference)
    do_not_ask_again(bea, by=bea.person)

    someone = name(conference, cast.naima, name="Bea", reach="")
    with pytest.raises(LeaveAlone):
        someone.complete(channel="phone", reach="06 44 00 00 01", by=cast.joke)


def test_the_mark_stays_when_everything_else_is_erased_and_says_nothing(cast):
    conference = cast.conference()
    bea = said_no(cast, conference)
    do_not_ask_again(bea, by=bea.person)

    erasing.erase(timezone.localdate() + timedelta(days=31))

    assert rows_with("Zomerdijk") == []
    assert rows_with("44 00 00 01") == rows_with("+31644000001") == []
    assert {field.name for field in LeftAlone._meta.get_fields()} == {"id", "salt", "mark", "at"}
    assert len(set(LeftAlone.objects.values_list("salt", flat=True))) == LeftAlone.objects.count()
    with pytest.raises(LeaveAlone):
        name(conference, cast.naima)


def test_only_who_it_is_about_asks_for_it_after_their_no(cast):
    conference = cast.conference()
    bea = said_no(cast, conference)
    yes = name(conference, cast.naima, name="Wim", reach="06 44 00 00 05")
    inviting.invite(yes, by=cast.joke)

    for by in (cast.naima, cast.joke, cast.fatma, Hand(cast.naima, bea.person, "phone")):
        with pytest.raises(NotAllowed):
            do_not_ask_again(bea, by=by)
    with pytest.raises(NotAllowed):
        do_not_ask_again(yes, by=yes.person)
    do_not_ask_again(bea, by=Hand(cast.joke, bea.person, "phone"))

    assert LeftAlone.objects.exists()


def test_who_gave_the_name_is_told_unless_that_endangers_somebody(cast, client):
    conference = cast.conference()
    bea = name(conference, cast.naima)
    inviting.invite(bea, by=cast.joke)
    answer = reverse("circle:answer", args=[conference.slug])
    told = cast.enter(client, bea.person).get(answer).content.decode()
    assert "Naima Bouzid noemde je naam" in told

    cast.enter(client, Role.COORDINATOR)
    place = reverse("circle:place", args=[conference.slug, bea.slug])
    client.post(place, {"ring": "middle", "side": "", "hides_namer": "on"})

    hidden = cast.enter(client, bea.person).get(answer).content.decode()
    assert "Naima Bouzid" not in hidden
    assert "Je naam is genoemd voor de kring van Naima." in hidden
