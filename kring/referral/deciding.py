"""Who must say yes before it goes on: by age and authority, reckoned anew on the day it is asked (R-CON-5)."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, Outcome
from kring.foundation.working import every_morning
from kring.people.models import Person
from kring.referral.answers import Answer, Authority, Holds, Says

HEARD, OWN = 12, 16  # under 12 the parents decide, from 12 the child with them, from 16 the young person alone


@dataclass
class Decision:
    """What is needed of and for one main person, and what is there."""

    person: Person
    age: int | None
    answer: Answer | None = None
    parents: list[Authority] = field(default_factory=list)

    @property
    def decides_alone(self) -> bool:
        return self.age is None or self.age >= OWN

    @property
    def decides_along(self) -> bool:
        return self.age is None or self.age >= HEARD

    @property
    def holders(self) -> list[Authority]:
        return [one for one in self.parents if one.holds == Holds.YES]

    @property
    def is_unclear(self) -> bool:
        """It is not known yet who decides for this child: the regiomanager asks first."""
        return not self.decides_alone and (not self.holders or any(one.holds == Holds.UNKNOWN for one in self.parents))

    @property
    def said(self) -> str:
        return self.answer.says if self.answer else ""

    def words_needed(self) -> list[str]:
        """Every answer that counts: the own one, and of a child those of the parents with authority."""
        own = [self.said] if self.decides_along else []
        return own + ([] if self.decides_alone else [one.says for one in self.holders])

    @property
    def is_yes(self) -> bool:
        return not self.is_unclear and all(said == Says.YES for said in self.words_needed())

    @property
    def is_no(self) -> bool:
        return Says.NO in self.words_needed()

    @property
    def may_be_written_to(self) -> bool:
        """A child gets no message before the parents with authority said yes; under twelve none at all."""
        return self.decides_alone or (self.decides_along and self.parents_said_yes)

    @property
    def parents_said_yes(self) -> bool:
        return not self.is_unclear and all(one.says == Says.YES for one in self.holders)


def decisions(conference: Conference, *, today: date | None = None) -> list[Decision]:
    """One for each main person, in two questions to the database."""
    today = today or timezone.localdate()
    answers = {one.person_id: one for one in conference.answers.all()}
    parents = list(conference.authorities.select_related("parent"))
    return [
        Decision(
            person, person.age_on(today), answers.get(person.pk), [one for one in parents if one.child_id == person.pk]
        )
        for person in conference.main_people
    ]


def is_unclear(conference: Conference, *, today: date | None = None) -> bool:
    return any(one.is_unclear for one in decisions(conference, today=today))


def children_of(conference: Conference, parent: Person) -> list[Authority]:
    """The children this parent decides for, as far as they are under sixteen; of another parent no word."""
    young = {one.person.pk for one in decisions(conference) if not one.decides_alone}
    mine = conference.authorities.filter(parent=parent, holds=Holds.YES).select_related("child")
    return [one for one in mine if one.child_id in young]


def one_at_a_time(conference: Conference) -> None:
    """Of two who answer at the same moment the second sees what the first said."""
    Conference.objects.select_for_update().get(pk=conference.pk)


@transaction.atomic
def say_yes(conference: Conference, *, by: Person | Hand, not_for: frozenset[str] = frozenset()) -> bool:
    """One yes, for oneself and for the own children; the last one that was needed takes the step."""
    hand = conference.refuse_unless_allowed("say_yes", by=by)
    one_at_a_time(conference)
    said_before = conference.answers.filter(person=hand.name_of, says=Says.YES).exists()
    Answer.give(conference, Says.YES, hand=hand)
    for one in children_of(conference, hand.name_of):
        one.answer(Says.NO if one.child.slug in not_for else Says.YES, hand=hand)
    let_go(conference, leaving(conference))
    if goes_on(conference):
        conference.take("say_yes", by=hand)
        return True
    if not said_before:
        conference.write_down("say_yes", by=hand)
    return False


def goes_on(conference: Conference) -> bool:
    """A talk was held, and everybody whose yes is needed said it."""
    is_ready = conference.phase == Phase.REFERRAL and conference.referral.talked_on
    return bool(is_ready) and all(one.is_yes for one in decisions(conference))


@transaction.atomic
def say_no(conference: Conference, *, by: Person | Hand) -> bool:
    """One no. Who said it steps out quietly when others stay; else it is over. True when it is over."""
    hand = conference.refuse_unless_allowed("say_no", by=by)
    one_at_a_time(conference)
    Answer.give(conference, Says.NO, hand=hand)
    if is_only_heard(conference, hand.name_of):
        conference.write_down("say_no", by=hand)
        return False
    for one in children_of(conference, hand.name_of):
        one.answer(Says.NO, hand=hand)
    return step_out(conference, leaving(conference) | {hand.name_of}, hand=hand)


def is_only_heard(conference: Conference, person: Person) -> bool:
    """A child under twelve is asked and heard; what it wishes is talked over, and the parents decide."""
    return any(one.person == person and not one.decides_along for one in decisions(conference))


def leaving(conference: Conference) -> set[Person]:
    """Those for whom somebody who decides said no."""
    return {one.person for one in decisions(conference) if one.is_no}


def step_out(conference: Conference, gone: set[Person], *, hand: Hand) -> bool:
    if set(conference.main_people) <= gone:
        conference.take("say_no", by=hand, outcome=Outcome.DECLINED)
        return True
    conference.write_down("say_no", by=hand)
    let_go(conference, gone)
    go_on_without_them(conference)
    return False


def let_go(conference: Conference, gone: set[Person]) -> None:
    """Their seats are empty from now on, without a word to anybody; the last one is not left to nobody."""
    if not set(conference.main_people) <= gone:
        for person in gone:
            conference.unseat(person, Role.MAIN_PERSON)


def go_on_without_them(conference: Conference) -> None:
    """When everybody who is left had said yes already, their yes counts from now."""
    if goes_on(conference):
        conference.take("say_yes", by=hand_of_a_yes(conference))


def hand_of_a_yes(conference: Conference) -> Hand:
    """The hand that gave one of the answers, of a main person or a parent; of who may not act any more it is none."""
    found = decisions(conference)
    for one in found:
        for given in [one.answer, *one.holders]:
            noted = given and given.says == Says.YES and given.noted_by
            if noted and "say_yes" in conference.allowed_to(noted, one.person):
                return Hand(noted, one.person, given.via)
    return Hand.of(found[0].person)


@transaction.atomic
def note_parent(authority: Authority, *, says: str, via: str, by: Person | Hand) -> None:
    """The regiomanager notes what a parent said who takes no part, on the phone or on paper."""
    conference = authority.conference
    hand = conference.write_down("note_authority", by=by)
    one_at_a_time(conference)
    authority.answer(says, hand=Hand(hand.by, hand.by, via))
    on_behalf = Hand(hand.by, authority.child, via)
    gone = leaving(conference)
    if gone and "say_no" in conference.allowed_to(hand.by, authority.child):
        step_out(conference, gone, hand=on_behalf)
    else:
        go_on(conference, by=on_behalf)


def go_on(conference: Conference, *, by: Hand) -> None:
    """Take the step when nothing is waited for any more."""
    if goes_on(conference):
        conference.take("say_yes", by=by)


@transaction.atomic
def note_child(conference: Conference, child: Person, *, says: str, via: str, by: Person | Hand) -> None:
    """What a minor said, noted by the regiomanager; also when a birthday made the own word count."""
    hand = conference.write_down("note_authority", by=by)
    one_at_a_time(conference)
    on_behalf = Hand(hand.by, child, via)
    Answer.give(conference, says, hand=on_behalf)
    if leaving(conference) and "say_no" in conference.allowed_to(hand.by, child):
        step_out(conference, leaving(conference), hand=on_behalf)
    else:
        go_on(conference, by=on_behalf)


@every_morning("birthdays")
def after_birthdays(today: date) -> int:
    """Who turned sixteen decides alone from this day, and nobody else is waited for any more."""
    waiting = Conference.objects.filter(
        phase=Phase.REFERRAL, participants__role=Role.MAIN_PERSON, participants__person__birth_month__month=today.month
    )
    grown = [one for one in waiting.distinct() if goes_on(one)]
    for conference in grown:
        go_on(conference, by=hand_of_a_yes(conference))
        conference.referral.note_the_answer()
    return len(grown)
