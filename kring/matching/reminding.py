"""What happens by itself around coordinators: an offer runs out, a paper is about to. Nothing is chosen for anybody."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from kring.foundation.posting import post
from kring.foundation.working import every, every_morning
from kring.matching.models import WHILE_LOOKING, Offer
from kring.matching.offering import tell_the_manager
from kring.matching.papers import Paper, papers
from kring.matching.register import Coordinator
from kring.matching.terms import Terms
from kring.people.models import Person

A_MONTH = timedelta(days=31)


@every(300, "offers")
def close_silent_offers(*, now: datetime | None = None) -> int:
    """An offer nobody answered in time closes, and the regiomanager hears it; the next one is asked by a person."""
    now = now or timezone.now()
    silent = Offer.objects.unanswered().filter(expires_at__lte=now, conference__phase__in=WHILE_LOOKING)
    return sum(close(made, now) for made in silent.select_related("conference", "offered_by")[:200])


@transaction.atomic
def close(made: Offer, now: datetime) -> bool:
    closed = bool(Offer.objects.unanswered().filter(pk=made.pk, expires_at__lte=now).update(expired_at=now))
    if closed:
        tell_the_manager(made, "expired")
    return closed


@every_morning("papers")
def warn_about_papers(today: date) -> int:
    """A month before a paper runs out the coordinator and the regiomanagers hear it; once for each paper."""
    terms, told = Terms.on(today), 0
    for one in Coordinator.objects.active().select_related("person").prefetch_related("regions__manager"):
        for paper in papers(one, terms):
            if paper.until and today <= paper.until <= today + A_MONTH:
                told += tell_about(one, paper)
    return told


@transaction.atomic
def tell_about(one: Coordinator, paper: Paper) -> int:
    managers = {region.manager for region in one.regions.all()} - {one.person}
    mine, theirs = reverse("matching:about_me"), reverse("matching:registered", args=[one.person.slug])
    for person, path in [(one.person, mine), *((manager, theirs) for manager in managers)]:
        words = {"paper": paper.what, "until": paper.until, "is_own": person == one.person, "name": one.person}
        post(person, "matching/letters/paper.txt", words, key=key_of(one, paper, person), link_path=path)
    return 1


def key_of(one: Coordinator, paper: Paper, person: Person) -> str:
    return f"paper:{one.person.slug}:{paper.what}:{paper.until}:{person.slug}"
