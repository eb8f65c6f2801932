"""Asked once how it was: on the own page at the end of the day, and by message within the week (R-EVA-2)."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, STAFF, VISITORS, Conference
from kring.conference.prompting import Prompt, asks
from kring.followup.evaluating import EvaluationAsked
from kring.followup.questions import QuestionSet
from kring.followup.what_is_new import what_is_new
from kring.foundation.posting import post
from kring.foundation.working import every_morning
from kring.people.models import Person

LETTER = "followup/letters/how_was_it.txt"
SLEEP_ON_IT = timedelta(days=2)
WITHIN = timedelta(days=21)  # a week, and what a round that was missed still makes up for
OPEN_FOR = timedelta(weeks=6)


@asks("evaluate")
def how_was_it(conference: Conference, hand: Hand) -> Prompt | None:
    """Short, once, and to be refused; on the phone the regiomanager asks, never the coordinator it is about."""
    news = what_is_new(conference, hand)
    if timezone.now() > conference.moved_at + OPEN_FOR or news.has_said or not news.has_questions:
        return None
    is_by_coordinator = hand.is_for_someone_else and Role.COORDINATOR in conference.roles_of(hand.by)
    if is_by_coordinator:
        text = _("Het gaat ook over u. Geef het papier mee; het antwoord komt bij het bureau.")
        return Prompt(_("Hoe was het?"), "followup:evaluation_paper", _("Print het papier"), text, weight=75)
    is_at_work = bool(conference.roles_of(hand.name_of) & (VISITORS | STAFF))
    title = _("Hoe was het voor u?") if is_at_work else _("Hoe was het voor jou?")
    return Prompt(title, "followup:evaluate", _("Zeg het kort"), _("Drie minuten. Nee is ook goed."), weight=60)


@every_morning("evaluation", hour=9)
def ask_how_it_was(today: date) -> int:
    """Once to each: days after it was decided, later when mornings were missed, and never while the family rests."""
    if QuestionSet.in_use() is None:
        return 0
    until = timezone.make_aware(datetime.combine(today - SLEEP_ON_IT, time.max))
    decided = Conference.objects.filter(phase=Phase.FOLLOW_UP, resting_since=None, moved_at__lte=until)
    decided = decided.filter(moved_at__gt=until - WITHIN)
    return sum(ask_everybody(conference, today) for conference in decided.select_related("region"))


def ask_everybody(conference: Conference, today: date) -> int:
    asked = EvaluationAsked.objects.filter(conference=conference, person=OuterRef("pk")).exclude(asked_on=None, did="")
    people = conference.people(*CIRCLE, *VISITORS, Role.COORDINATOR)
    new = Person.objects.filter(pk__in=[person.pk for person in people]).exclude(Exists(asked))
    return sum(ask(conference, person, today) for person in new)


@transaction.atomic
def ask(conference: Conference, person: Person, today: date) -> int:
    row = EvaluationAsked.kept(conference, person)
    if not EvaluationAsked.objects.filter(pk=row.pk, asked_on=None, did="").update(asked_on=today):
        return 0
    is_at_work = bool(conference.roles_of(person) & (VISITORS | STAFF))
    post(
        person, LETTER, {"is_at_work": is_at_work}, key=f"evaluation:{row.slug}", about=conference,
        sent_by=conference.manager, link_path=reverse("followup:evaluate", args=[conference.slug]),
    )  # fmt: skip
    return 1
