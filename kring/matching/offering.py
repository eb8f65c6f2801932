"""What is sent around an offer: to the coordinator, to the family, to the regiomanager."""

from django.db import transaction
from django.urls import reverse

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.channels import Channel, reach
from kring.foundation.posting import post
from kring.matching.models import CoachingTalk, Coordinator, Offer
from kring.people.models import Organisation, Person


def where(conference: Conference) -> str:
    return reverse("conference:show", args=[conference.slug])


@transaction.atomic
def offer(conference: Conference, coordinator: Coordinator, *, note: str = "", by: Hand) -> Offer:
    """Put it to a coordinator: region, languages, wishes and period, nothing about the situation."""
    made = Offer.make(conference, coordinator, note=note, by=by)
    words = {"contact": by.by, "is_urgent": conference.is_urgent}
    post(coordinator.person, "matching/letters/offer.txt", words, key=f"offer:{made.slug}", sent_by=by.by,
         link_path=reverse("matching:offer", args=[made.slug]))  # fmt: skip
    return made


@transaction.atomic
def accept(made: Offer, *, declared: bool, remarks: str = "", by: Person) -> None:
    """A yes: the family hears who it is, the regiomanager that it is settled, the others that it is no longer open."""
    others = list(Offer.objects.open().filter(conference=made.conference).exclude(pk=made.pk))
    made.accept(declared=declared, remarks=remarks, by=by)
    conference = made.conference
    words = {"coordinator": by.first_name, "days": Organisation.current().contact_days, "contact": conference.manager}
    for person in conference.main_people:
        if reach(person) == Channel.PHONE:
            continue  # the coordinator calls, and says so then
        post(person, "matching/letters/found.txt", words, key=f"found:{made.slug}:{person.slug}",
             about=conference, sent_by=conference.manager, link_path=where(conference))  # fmt: skip
    tell_the_manager(made, "accepted")
    for other in others:
        words = {"contact": conference.manager}
        post(other.coordinator.person, "matching/letters/thanks.txt", words, key=f"thanks:{other.slug}")


@transaction.atomic
def decline(made: Offer, *, by: Person) -> None:
    """A no needs no reason; the regiomanager looks further."""
    made.decline(by=by)
    tell_the_manager(made, "declined")


def tell_the_manager(made: Offer, what: str) -> None:
    conference = made.conference
    post(conference.manager or made.offered_by, f"matching/letters/{what}.txt", {}, key=f"{what}:{made.slug}",
         about=conference, link_path=where(conference))  # fmt: skip


@transaction.atomic
def ask_for_coaching(conference: Conference, *, by: Hand) -> None:
    """«Ik wil sparren»: the other of the two hears that there is something to talk about."""
    talk = CoachingTalk.ask(conference, by=by)
    other = conference.coach if by.by == conference.coordinator else conference.coordinator
    if other:
        post(other, "matching/letters/coaching.txt", {}, key=f"coaching:{talk.pk}", about=conference,
             sent_by=by.by, link_path=reverse("matching:coaching", args=[conference.slug]))  # fmt: skip
