"""What is sent when another coordinator is looked for: to the regiomanager, to who stays a while, to the family."""

from django.db import transaction
from django.urls import reverse

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.channels import Channel, reach
from kring.foundation.posting import post
from kring.matching.handing_over import HandOver, Why
from kring.matching.models import FINE, Offer
from kring.matching.offering import call_off, give


@transaction.atomic
def ask_for_another(conference: Conference, *, why: str, by: Hand) -> HandOver:
    """The main person would rather have somebody else: no reason, and the regiomanager hears it at once."""
    running = begin(conference, why, by)
    hear(conference, why)
    return running


@transaction.atomic
def know_them(conference: Conference, *, by: Hand) -> HandOver:
    """The coordinator turns out to know somebody, and says no more than that."""
    return begin(conference, Why.KNOWS, by)


@transaction.atomic
def hand_over(conference: Conference, *, at_once: bool = False, by: Hand) -> HandOver:
    """The regiomanager looks for another; with `at_once` the first one's door closes before there is a next."""
    running, _new = HandOver.begin(conference, why=Why.DESK, by=by)
    if at_once and conference.coordinator:
        left = running.close_the_door(by=by)
        give(conference, left, by.by)
        words = {"contact": conference.manager_to_call}
        post(left, "matching/letters/goodbye.txt", words, key=f"goodbye:{running.slug}:{left.slug}")
        tell_the_family(running)
    return running


def begin(conference: Conference, why: str, by: Hand) -> HandOver:
    running, is_new = HandOver.begin(conference, why=why, by=by)
    if is_new and conference.manager:
        post(conference.manager, "matching/letters/another.txt", {}, key=f"another:{running.slug}", about=conference,
             link_path=reverse("matching:hand_over", args=[conference.slug]))  # fmt: skip
    return running


def tell_the_family(running: HandOver) -> None:
    """For a while the regiomanager is the one to call."""
    conference, page = running.conference, reverse("conference:show", args=[running.conference.slug])
    for person in conference.main_people:
        if reach(person) != Channel.PHONE:
            key, words = f"meanwhile:{running.slug}:{person.slug}", {"contact": conference.manager_to_call}
            post(person, "matching/letters/meanwhile.txt", words, key=key, about=conference,
                 sent_by=conference.manager, link_path=page)  # fmt: skip


@transaction.atomic
def stay(conference: Conference, *, by: Hand) -> None:
    """«Goed zo», or «toch goed zo»: who was asked meanwhile is thanked. A tie, or the desk, is not undone by it."""
    conference.refuse_unless_allowed("ask_for_another", by=by)
    hear(conference, FINE)
    running = HandOver.running(conference)
    if running and running.is_wished_by_the_family and running.left_at is None:
        running.conference = conference
        running.cancel(by=by)
        call_off(conference)


def hear(conference: Conference, what: str) -> None:
    if made := Offer.that_led_to(conference):
        made.hear_the_family(what)
