"""«Snel weg»: on every page somebody may have to leave at once, in every phase, without a script."""

import re

import pytest

from kring.conference.access import Phase, Role, allowed
from tests.house.doors import DOORS, address, ids, knock, params, view_of

WAY_OUT = re.compile(r'<a class="quick-exit" href="https://')


EARLY = [(Role.MAIN_PERSON, Phase.REFERRAL), (Role.REQUESTER, Phase.REFERRAL)]
FAMILY = (Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL)
LATER = [(role, phase) for role in FAMILY for phase in (Phase.PREPARATION, Phase.PRIVATE_TIME, Phase.FOLLOW_UP)]


@pytest.mark.parametrize(("role", "phase"), EARLY + LATER)
def test_every_page_of_family_and_visitors_has_a_way_out(cast, client, role, phase):
    conference = cast.conference(phase=phase)
    known, open_to_them = ids(conference), allowed({role}, phase)
    cast.enter(client, role)
    seen = 0
    for name, act in DOORS:
        if act not in open_to_them or "GET" not in view_of(name).methods or not set(params(name)) <= set(known):
            continue
        page = knock(client, name, address(name, conference, known))
        if page.status_code == 200 and page["Content-Type"].startswith("text/html"):
            assert WAY_OUT.search(page.content.decode()), name
            seen += 1
    assert seen > 0


def test_the_page_of_who_came_in_has_a_way_out_too(cast, client):
    cast.conference()
    cast.enter(client, Role.MAIN_PERSON)

    assert WAY_OUT.search(client.get("/instellingen/").content.decode())
