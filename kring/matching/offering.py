"""What is sent around an offer: to the coordinator, to the family, to the regiomanager."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kring.conference.ending import when_over
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.channels import Channel, reach
from kring.foundation.posting import Message, Status, post
from kring.foundation.refusals import Refusal
from kring.matching.comparing import Around, ties
from kring.matching.models import NoLongerOpen, Offer
from kring.matching.register import Coordinator
from kring.matching.wishing import how_met, wishes_of
from kring.people.models import Organisation, Person

ON_ITS_WAY = (Status.READY, Status.SENDING, Status.BY_HAND, Status.FAILED)


class NotAnswered(Refusal):
    """A question about something that is alike is still open."""

    def __init__(self, kind: str):
        super().__init__(_("Geef hier eerst antwoord op."), field=f"tie_{kind}")


def where(conference: Conference) -> str:
    return reverse("conference:show", args=[conference.slug])


@transaction.atomic
def offer(conference: Conference, coordinator: Coordinator, *, by: Hand, **about) -> Offer:
    """Put it to a coordinator: region, languages, wishes and period, nothing about the situation."""
    made = Offer.make(conference, coordinator, by=by, **about)
    words = {"contact": by.by, "is_urgent": conference.is_urgent, "before": made.expires_at}
    post(coordinator.person, "matching/letters/offer.txt", words, key=f"offer:{made.slug}", sent_by=by.by,
         link_path=reverse("matching:offer", args=[made.slug]))  # fmt: skip
    return made


@transaction.atomic
def accept(
    made: Offer, *, declared: bool, remarks: str = "", answers: dict[str, bool] | None = None, by: Person
) -> bool:
    """A yes: the family hears who it is, the others that it is no longer open. A tie makes it a kind no: False."""
    made.refuse_unless_mine(by)
    if not made.is_open:
        raise NoLongerOpen
    answers = answers or {}
    questions = [tie.kind for tie in ties(made.coordinator, Around.of(made.conference))]
    if any(answers.values()):
        decline(made, words=remarks, has_tie=True, by=by)
        return False
    if unanswered := [kind for kind in questions if kind not in answers]:
        raise NotAnswered(unanswered[0])
    others = list(Offer.objects.unanswered().filter(conference=made.conference).exclude(pk=made.pk))
    left = made.accept(declared=declared, remarks=remarks, asked=" ".join(questions), unmet=is_unmet(made), by=by)
    introduce(made, is_next=left is not None)
    tell_the_manager(made, "accepted")
    thank(others)
    if left and left != by:
        hand_on(made.conference, left, by)
    return True


def is_unmet(made: Offer) -> bool:
    """Does some wish not fit? Then the main person is asked about it (R-IND-4); which wish is not kept here."""
    return any(met.how == "no" for met in how_met(made.coordinator, wishes_of(made.conference)))


def introduce(made: Offer, *, is_next: bool) -> None:
    """Who it is, to the main people; who is reached by phone hears it in the first call."""
    conference, name = made.conference, made.coordinator.person.first_name
    words = {"coordinator": name, "days": Organisation.current().contact_days, "contact": conference.manager_to_call}
    words["is_urgent"] = conference.is_urgent
    letter = "matching/letters/next.txt" if is_next else "matching/letters/found.txt"
    for person in conference.main_people:
        if reach(person) != Channel.PHONE:
            post(person, letter, words, key=f"found:{made.slug}:{person.slug}", about=conference,
                 sent_by=conference.manager, link_path=reverse("matching:who", args=[conference.slug]))  # fmt: skip


def hand_on(conference: Conference, left: Person, to: Person) -> None:
    """What the first one still had to call or post goes to the next one; the first is thanked, without a reason."""
    give(conference, left, to)
    words = {"contact": conference.manager_to_call}
    post(left, "matching/letters/goodbye.txt", words, key=f"goodbye:{conference.slug}:{left.slug}:{to.slug}")


def give(conference: Conference, first: Person, to: Person) -> None:
    Message.objects.filter(about=conference, sent_by=first, status__in=ON_ITS_WAY).update(sent_by=to)


def thank(others: list[Offer]) -> None:
    """Who was asked as well: it is no longer needed."""
    for other in others:
        words = {"contact": other.offered_by}
        post(other.coordinator.person, "matching/letters/thanks.txt", words, key=f"thanks:{other.slug}")


@when_over
def call_off(conference: Conference) -> None:
    """When it is over nobody waits for an answer any more."""
    asked = list(Offer.objects.unanswered().filter(conference=conference).select_related("offered_by"))
    for made in asked:
        made.call_off()
    thank(asked)


@transaction.atomic
def decline(made: Offer, *, words: str = "", has_tie: bool = False, by: Person) -> None:
    """A no needs no reason; the regiomanager looks further."""
    made.decline(words=words, has_tie=has_tie, by=by)
    tell_the_manager(made, "tied" if has_tie else "declined")


def tell_the_manager(made: Offer, what: str) -> None:
    conference = made.conference
    post(conference.manager or made.offered_by, f"matching/letters/{what}.txt", {}, key=f"{what}:{made.slug}",
         about=conference, link_path=where(conference))  # fmt: skip
