"""Who asked follows only the state of the own request: state words, own words, and no more (A4, R-CON-3)."""

import re

import pytest

from kring.conference.access import RULES, Phase, Role, allowed
from kring.people.links import PersonalLink, revoke_all
from kring.referral.models import Referral
from tests.cast import DAY
from tests.referral.scenes import asked_for, called, page, text_of

SECRET = ["Fatma", "Marloes", "Stefan", "Joke", "De Wiek", "Samen naar school", "Het was één keer", "een vrouw"]


def everything_of(client, conference) -> str:
    """All that the requester can reach from the own page."""
    first = client.get(f"/c/{conference.slug}/")
    found = [text_of(first)]
    for where in set(re.findall(rf'href="(/c/{conference.slug}/[^"]+)"', first.content.decode())):
        found.append(text_of(client.get(where)))
    return " ".join(found)


@pytest.mark.rule("A4")
@pytest.mark.parametrize("phase", Phase)
@pytest.mark.rule("R-CON-3")
def test_the_requester_sees_the_state_and_the_own_words_and_nothing_else(cast, client, phase):
    conference = cast.conference(phase=phase)
    Referral.objects.update(correction="Het was één keer.", wish_gender="een vrouw")
    cast.enter(client, Role.REQUESTER)

    seen = everything_of(client, conference)

    assert "De kinderen komen vaak niet op school." in seen
    assert [words for words in SECRET if words in seen] == []
    assert DAY.strftime("%d-%m-%Y") not in seen
    assert "februari 2027" not in seen


@pytest.mark.rule("A4")
@pytest.mark.parametrize("phase", Phase)
def test_asking_gives_no_part_in_the_conference(phase):
    assert allowed({Role.REQUESTER}, phase) == {"see_state", "see_own_request"}


@pytest.mark.rule("A4")
def test_giving_information_is_another_role_than_asking():
    informs = {act for act, rule in RULES.items() if any(Role.PROFESSIONAL in who for who in rule.roles.values())}

    assert {"write_sheet", "answer_invitation", "receive_plan"} <= informs
    assert not {act for phase in Phase for act in allowed({Role.REQUESTER}, phase)} & (informs - {"see_state"})


def test_no_name_is_shown_beyond_what_the_requester_gave(cast, client):
    conference = asked_for(cast, ("Naima", None))
    Referral.objects.get().add_main_person(first_name="Lieselot", by=cast.ayse)
    cast.enter(client, called(conference, "Tom"))

    assert "Lieselot" not in everything_of(client, conference)


@pytest.mark.parametrize(
    "where", ["", "verbeteren/", "ja/", "nee/", "gesprek/", "hoofdpersonen/", "startvragen/", "eerder/"]
)
def test_the_requester_opens_no_other_page_of_the_request(cast, client, where):
    conference = asked_for(cast, ("Naima", None))
    cast.enter(client, called(conference, "Tom"))

    assert client.get(page(conference, where)).status_code in (404, 405)
    assert client.post(page(conference, where)).status_code in (404, 405)


def test_the_way_in_of_a_requester_can_be_taken_back(cast, client):
    conference = cast.conference()
    code = PersonalLink.of(cast.tom).code
    cast.enter(client, cast.tom)
    assert client.get(f"/c/{conference.slug}/").status_code == 200

    revoke_all(cast.tom, cast.ayse)

    assert client.get(f"/c/{conference.slug}/").status_code == 302
    assert PersonalLink.at(code) is None


def test_the_requester_asks_the_database_little(cast, client, django_assert_max_num_queries):
    conference = cast.conference(phase=Phase.CLOSED)
    cast.enter(client, cast.tom)

    for where in ("", "aanmelding/wat-u-vroeg/"):
        with django_assert_max_num_queries(12):
            assert client.get(f"/c/{conference.slug}/{where}").status_code == 200
