"""The house as one process: starts by itself, keeps what it has, refuses what is not its own, ends cleanly."""

import asyncio
import re
import signal
import socket
import stat
from pathlib import Path

import pytest
from django.conf import settings

from kring.conference.access import Phase, Role
from kring.management.opening import Sorry, make_ready
from kring.people.models import Birth, Person
from kring.serving import LARGEST_BODY, cleaned, listeners, replayed, whole_body
from tests.house.process import free_port

SOON = 6  # three seconds, on a machine that does something else at the same time
IN_PRIVATE_TIME = """
from django.test import Client
from tests.cast import Cast
from kring.conference.access import Phase, Role
cast = Cast()
conference = cast.conference(phase=Phase.PRIVATE_TIME)
keys = {role: cast.enter(Client(), role).cookies["sessionid"].value for role in (Role.MAIN_PERSON, Role.COORDINATOR)}
answer = {"slug": conference.slug, **keys}
"""


@pytest.fixture(scope="module")
def served(estate, bare_house):
    house = estate.build(like=bare_house)
    house.start("--no-worker")
    yield house
    assert "Exception in ASGI" not in house.log()
    assert "Internal Server Error" not in house.log()


# --- starting and stopping ------------------------------------------------------------------------------------------
@pytest.mark.process
def test_it_starts_from_nothing_says_so_in_one_line_and_ends_cleanly(first_house):
    seen = first_house.seen

    assert seen["line"] == f"Kring staat klaar op http://localhost:{first_house.port}"
    assert seen["health"][0] == seen["page"][0] == 200
    assert '"worker": {"ok": true}' in seen["health"][1]
    assert seen["code"] == 0
    assert seen["seconds"] < SOON


@pytest.mark.process
def test_nobody_else_on_the_machine_reads_its_data(first_house):
    files = [path for path in first_house.data.iterdir() if path.name.startswith("kring")]

    assert files
    assert not [path for path in files if stat.S_IMODE(path.stat().st_mode) & 0o077]


@pytest.mark.process
def test_styles_and_scripts_are_served_under_a_name_that_never_changes(served):
    style = re.search(r'href="(/static/[^"]+\.css)"', served.visit().get("/")[1])[1]

    answer = served.visit().open("GET", style)

    assert answer.status == 200
    assert "immutable" in answer.headers["Cache-Control"]
    assert re.search(r"\.[0-9a-f]{12}\.css$", style)
    whole = answer.read().decode()  # one request, because each waits on a slow line
    assert "@import" not in whole
    assert whole.count("@layer components {") > 20


@pytest.mark.process
def test_starting_again_keeps_the_data_and_takes_less_than_three_seconds(new_house):
    house = new_house()
    house.start()
    house.ask("Organisation.objects.create(name='De Kring van Nunspeet'); answer = None")
    house.stop(signal.SIGINT)

    house.start()
    seconds = cpu_seconds(house)

    assert "De Kring van Nunspeet" in house.visit().get("/")[1]
    assert seconds < 3
    assert house.stop(signal.SIGINT)[0] == 0


def cpu_seconds(house) -> float:
    """Time on the processor, so that what else the machine does is not counted."""
    try:
        fields = Path(f"/proc/{house.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    except FileNotFoundError:
        pytest.skip("this system does not tell")
    return (int(fields[11]) + int(fields[12])) / 100


@pytest.mark.process
def test_a_worker_knows_every_job_of_every_room(served):
    code = "".join(path.read_text() for path in Path(settings.BASE, "kring").rglob("*.py"))
    written = re.findall(r"^@every(?:_morning)?\([^)]*\"(\w+)\"", code, re.MULTILINE)

    known = served.ask("from kring.foundation.working import JOBS; answer = sorted(JOBS)")

    assert known == sorted(written)
    assert {"live", "post", "tidy"} <= set(known)


# --- live -----------------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def lively(estate, bare_house):
    """A house where a circle is in private time, and the keys of two sessions."""
    house = estate.build(like=bare_house)
    house.start()
    house.seeded = house.ask(IN_PRIVATE_TIME)
    return house


def stream_of(house, role: str):
    return house.visit(house.seeded[role]).open("GET", f"/live/{house.seeded['slug']}/")


@pytest.mark.process
def test_what_one_process_tells_is_heard_on_the_stream_of_another(lively):
    stream = stream_of(lively, "H")
    opening = [stream.fp.readline() for _line in range(5)]

    lively.ask(f"from kring.foundation.live import tell; tell('{lively.seeded['slug']}'); answer = None")

    assert any(b"data: changed" in line for line in opening)
    assert any(b"data: changed" in stream.fp.readline() for _line in range(4))
    assert stream_of(lively, "C").status == 404


@pytest.mark.process
def test_data_that_went_away_is_a_503_and_well_again_when_it_is_back(lively):
    if lively.environment["DATABASE_URL"]:
        pytest.skip("that data is not in this folder")
    visitor, elsewhere = lively.visit(lively.seeded["H"]), lively.data.with_name("elsewhere")

    lively.data.rename(elsewhere)
    away = visitor.get("/gezond/")
    elsewhere.rename(lively.data)
    back = visitor.get("/gezond/")

    assert (away[0], back[0]) == (503, 200)
    assert '"database": {"ok": false}' in away[1]


@pytest.mark.process
def test_it_ends_within_three_seconds_with_streams_and_half_requests_open(lively):
    streams = [stream_of(lively, "H") for _screen in range(4)]
    with socket.create_connection(("localhost", lively.port)) as slow:
        slow.sendall(b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf")
        assert [stream.status for stream in streams] == [200] * 4

        code, seconds = lively.stop()

    assert code == 0
    assert seconds < SOON
    assert all(stream.read().startswith(b"retry: 2000\ndata: changed\n\n") for stream in streams)
    assert "Traceback" not in lively.log()


@pytest.mark.django_db
def test_only_who_sees_the_room_now_is_told(cast):
    conference = cast.conference(phase=Phase.PRIVATE_TIME)

    assert listeners(conference.slug) == {cast[Role.MAIN_PERSON].pk, cast[Role.CIRCLE_MEMBER].pk}
    assert listeners(cast.conference(phase=Phase.FOLLOW_UP).slug) == set()
    assert listeners("nothing") == set()


# --- what it refuses ------------------------------------------------------------------------------------------------
@pytest.mark.process
def test_it_does_not_start_on_data_of_the_other_kind(new_house):
    house = new_house(is_demo=True)
    house.ask("Birth.objects.create(is_demo=False); answer = None")

    refused = house.run("serve", "--port", str(house.port))

    assert refused.returncode == 1
    assert "voor echte mensen" in refused.stderr
    assert refused.stderr.count("\n") == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("born_as_demo", "words"), [(True, "een demo en blijven dat"), (False, "voor echte mensen")])
def test_a_birth_is_for_ever(settings, born_as_demo, words):
    Birth.objects.create(is_demo=born_as_demo)
    settings.DEMO = not born_as_demo

    with pytest.raises(Sorry, match=words):
        make_ready()

    assert [birth.is_demo for birth in Birth.objects.all()] == [born_as_demo]


@pytest.mark.django_db
def test_people_without_a_birth_are_taken_for_real(settings):
    Person.objects.create_user("Naima")
    settings.DEMO = True

    with pytest.raises(Sorry, match="voor echte mensen"):
        make_ready()


@pytest.mark.process
def test_a_port_that_is_taken_is_said_in_one_sentence(new_house):
    house = new_house()
    with socket.socket() as other:
        other.bind(("127.0.0.1", house.port))
        other.listen()

        refused = house.run("serve", "--port", str(house.port))

    assert refused.returncode == 1
    assert refused.stderr.startswith(f"Sorry: Poort {house.port} op 127.0.0.1 is niet vrij")
    assert refused.stderr.count("\n") == 1


@pytest.mark.process
def test_a_database_that_does_not_answer_is_said_in_one_sentence(new_house):
    house = new_house()
    house.environment["DATABASE_URL"] = f"postgresql://kring@127.0.0.1:{free_port()}/kring"

    refused = house.run("serve", "--port", str(house.port))

    assert refused.returncode == 1
    assert refused.stderr == "Sorry: De database antwoordt niet. / The database does not answer.\n"


# --- hostile input --------------------------------------------------------------------------------------------------
@pytest.mark.process
@pytest.mark.parametrize(
    "question",
    [
        b"GET /?q=\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /\xff HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /%ff%fe/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nCookie: sessionid=\xff; a\r\n\r\n",
        b"GET /live/%ff/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data\r\nContent-Length: 3\r\n\r\nabc",
        b"nonsense\r\n\r\n",
    ],
)
def test_a_strange_question_is_never_an_accident(served, question):
    with socket.create_connection(("localhost", served.port), timeout=20) as connection:
        connection.sendall(question)
        status = connection.recv(4096).split(b" ")[1]

    assert 200 <= int(status) < 500


async def everything(body: bytes):
    return {"type": "http.request", "body": body, "more_body": False}


def test_a_body_that_is_too_large_is_not_read_to_its_end():
    async def endless():
        return {"type": "http.request", "body": b"x" * 100_000, "more_body": True}

    assert asyncio.run(whole_body(endless)) is None
    assert asyncio.run(whole_body(lambda: everything(b"x" * LARGEST_BODY))) == b"x" * LARGEST_BODY


def test_a_body_is_given_once_and_then_what_comes_after():
    async def gone():
        return {"type": "http.disconnect"}

    again = replayed(b"text", gone)

    assert asyncio.run(again())["body"] == b"text"
    assert asyncio.run(again())["type"] == "http.disconnect"


def test_a_header_that_only_looks_like_that_of_a_proxy_is_dropped():
    headers = [(b"x_forwarded_for", b"10.0.0.1"), (b"x-forwarded-for", b"192.0.2.1")]

    assert cleaned({"headers": headers, "query_string": b""})["headers"] == [(b"x-forwarded-for", b"192.0.2.1")]


def test_an_address_with_strange_signs_is_written_plainly():
    assert cleaned({"headers": [], "query_string": b"q=\xffb%20c&d"})["query_string"] == b"q=%FFb%20c&d"
