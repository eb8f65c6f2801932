"""«Snel weg»: on the pages outside a conference too; those inside are walked in tests/house."""

from kring.conference.access import Role
from tests.house.on_every_page import WAY_OUT


def test_the_page_of_who_came_in_has_a_way_out(cast, client):
    cast.conference()
    cast.enter(client, Role.MAIN_PERSON)

    assert WAY_OUT.search(client.get("/instellingen/").content.decode())
