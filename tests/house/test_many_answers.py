"""Two hundred people get the invitation at the same moment, and all answer it at once."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

PEOPLE, AT_ONCE = 200, 20
WITHIN = 60  # seconds, also while this machine has other things to do
INVITED = f"""
from django.test import Client
from django.urls import reverse
from kring.circle import inviting
from kring.circle.models import CircleMember
from tests.cast import Cast
cast = Cast()
conference = cast.conference()
about = {{"conference": conference, "channel": "phone", "named_by": cast.naima}}
agreed = {{"agreed_at": timezone.now(), "agreed_by": cast.naima}}
CircleMember.objects.bulk_create(
    CircleMember(name=f"Gast Nummer{{number}}", reach=f"06 1{{number:07}}", **about, **agreed)
    for number in range({PEOPLE})
)
members = inviting.invite_all(conference, list(conference.members.to_invite()), by=cast.joke)
keys = [cast.enter(Client(), member.person).cookies["sessionid"].value for member in members]
answer = {{"path": reverse("circle:answer", args=[conference.slug]), "keys": keys}}
"""
COUNTED = """
members = CircleMember.objects.exclude(answered_at=None).filter(name__startswith="Gast")
answer = sorted({mode: members.filter(mode=mode).count() for mode in ("in_person", "by_phone", "not")}.items())
"""
MODES = ["in_person", "in_person", "by_phone", "not"]


@pytest.mark.process
@pytest.mark.rule("A25")
def test_two_hundred_people_answer_within_a_minute_without_an_error(estate, bare_house):
    house = estate.build(like=bare_house)
    house.start("--no-worker")
    invited = house.ask(INVITED)
    turns = [(key, MODES[number % len(MODES)]) for number, key in enumerate(invited["keys"])]

    began = time.monotonic()
    with ThreadPoolExecutor(AT_ONCE) as crowd:
        statuses = list(crowd.map(lambda turn: house.visit(turn[0]).post(invited["path"], mode=turn[1]), turns))
    seconds = time.monotonic() - began

    assert set(statuses) == {303}
    assert house.ask(COUNTED) == [["by_phone", PEOPLE // 4], ["in_person", PEOPLE // 2], ["not", PEOPLE // 4]]
    assert "Internal Server Error" not in house.log()
    assert seconds < WITHIN
    house.stop()
