"""Lists of words: one more, another word, or no longer offered; what somebody said before stays as it was said."""

import pytest

from kring.circle.forms import SomeoneForm
from kring.circle.kinds import RELATIONS, Relation
from kring.circle.models import CircleMember
from kring.conference.stopping import REASONS, Why
from kring.foundation.wordlists import LISTS, CannotGrow, IsThere, ListWord, MustStay
from kring.people.models import Organisation

DESK = "/werk/woordenlijsten/"


def offered() -> dict[str, str]:
    return {str(label): code for code, label in SomeoneForm(None).fields["relation"].choices}


def test_a_word_added_can_be_chosen_and_is_shown(cast, client):
    cast.conference()
    cast.enter(client, cast.henk)
    assert DESK in client.get("/werk/organisatie/").content.decode()

    client.post(f"{DESK}relation/", {"label": "peetouder"})

    code = offered()["peetouder"]
    member = CircleMember.objects.first()
    member.relation = code
    member.save()
    assert CircleMember.objects.get(pk=member.pk).get_relation_display() == "peetouder"
    assert list(offered())[-1] == "iemand anders"


def test_another_word_for_the_same_holds_for_who_was_called_so_before(cast, client):
    cast.enter(client, cast.henk)

    client.post(f"{DESK}relation/neighbour/", {"label": "buurvrouw of buurman"})

    assert CircleMember(relation=Relation.NEIGHBOUR).get_relation_display() == "buurvrouw of buurman"
    assert offered()["buurvrouw of buurman"] == "neighbour"
    with pytest.raises(IsThere):
        RELATIONS.add(label="Buurvrouw of buurman", by=cast.henk)


def test_what_is_no_longer_offered_keeps_its_word_and_can_come_back(cast, client):
    cast.enter(client, cast.henk)

    client.post(f"{DESK}relation/club/uit/")

    assert "club of sport" not in offered()
    assert CircleMember(relation="club").get_relation_display() == "club of sport"
    client.post(f"{DESK}relation/club/weer/")
    assert "club of sport" in offered()
    assert ListWord.objects.get().changed_by == cast.henk


def test_a_word_that_does_something_stays_and_a_counted_list_does_not_grow(cast, client):
    for code in (Relation.TEACHER, Relation.HELPER, Relation.OTHER):
        with pytest.raises(MustStay):
            RELATIONS.retire(code, by=cast.henk)
    with pytest.raises(CannotGrow):
        REASONS.add(label="verhuisd", by=cast.henk)

    REASONS.retire(Why.TOO_FEW, by=cast.henk)

    assert Why.TOO_FEW not in dict(REASONS.choices())


def test_no_page_asks_a_question_more_for_the_words_of_the_office(cast, django_assert_num_queries):
    RELATIONS.rename("club", label="vereniging", by=cast.henk)
    Organisation.current()
    with django_assert_num_queries(0):
        assert "vereniging" in dict(RELATIONS.choices()).values()
        assert all(found.choices() for found in LISTS.values())


def test_only_the_office_keeps_the_lists_and_only_what_is_in_them(cast, client):
    cast.enter(client, cast.henk)
    for url in (f"{DESK}nothing/", f"{DESK}relation/nobody/"):
        assert client.get(url).status_code == 404
    for url in (DESK, f"{DESK}relation/", f"{DESK}relation/club/", f"{DESK}stopping/"):
        assert client.get(url).status_code == 200
    for person in (cast.joke, cast.ayse, cast.naima):
        cast.enter(client, person)
        assert client.get(DESK).status_code == 404
        assert client.post(f"{DESK}relation/club/uit/").status_code == 404
    assert not ListWord.objects.exists()
