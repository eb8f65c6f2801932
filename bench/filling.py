"""Fills the database at hand with a country and says, as JSON, which pages to ask for and as whom."""

import json
import time

import django
from django.db import connection, transaction


def main(conferences: int) -> dict:
    """A country, its busiest family, and the pages that are measured."""
    django.setup()
    from django.test.client import Client
    from django.test.utils import CaptureQueriesContext

    from bench.country import Country
    from bench.family import BusyFamily
    from kring.management.opening import make_ready

    make_ready()
    began = time.perf_counter()
    with transaction.atomic():
        country = Country(conferences)
        country.fill()
        family = BusyFamily(country)
        family.move_in()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # what its own housekeeping does within a minute
    seconds = time.perf_counter() - began
    pages = [page | {"cookie": cookie_of(page.pop("who"), Client())} for page in pages_of(country, family)]
    for page in pages:
        client = Client(headers={"host": "localhost", "cookie": page["cookie"]})
        client.get(page["path"])
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(page["path"])
        page |= {"queries": len(asked), "status": answer.status_code, "bytes": len(answer.content)}
    return {"seconds": seconds, "pages": pages}


def pages_of(country, family) -> list[dict]:
    """Each page with who looks at it; `rows` is how long its longest list is."""
    from django.urls import reverse

    from bench.family import CIRCLE
    from bench.register import looking

    here = reverse("conference:show", args=[family.conference.slug])
    desk, manager = reverse("oversight:desk"), country.managers[0]
    find = reverse("matching:find", args=[looking(country).slug])
    return [
        {"name": "family page", "path": here, "who": family.main, "rows": CIRCLE},
        {"name": "professional's page", "path": here, "who": family.professionals[1], "rows": CIRCLE},
        {"name": "desk list", "path": desk, "who": manager, "rows": 50},
        {"name": "desk search", "path": f"{desk}?zoek=gemeente+001", "who": manager, "rows": 50},
        {"name": "desk filter", "path": f"{desk}?belofte=on&gemeente=Gemeente+001", "who": manager, "rows": 50},
        {"name": "coordinators ranked", "path": find, "who": manager, "rows": 40},
        {"name": "finder", "path": reverse("region:find") + "?plaats=oosterwoude-1", "who": None, "rows": 20},
        {"name": "home", "path": reverse("referral:home"), "who": None, "rows": 0},
    ]


def cookie_of(person, client) -> str:
    """A session of this person, as if they came by their link or with their second factor."""
    from django.conf import settings

    from kring.people.links import PersonalLink
    from kring.people.signing_in import BY_CODE, BY_LINK

    if person is None:
        return ""
    if person.is_at_a_desk:
        client.force_login(person, backend=BY_CODE)
        session = client.session
        session["second_factor"] = [person.slug, "factor", int(time.time())]
        session.save()
    else:
        client.force_login(PersonalLink.of(person).visitor(), backend=BY_LINK)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


if __name__ == "__main__":
    import sys

    print(json.dumps(main(int(sys.argv[1]))))
