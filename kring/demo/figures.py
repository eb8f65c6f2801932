"""Invented figures of the two years before: tallies of nobody, settled as a real year is, and who looks on."""

import random
from datetime import date, timedelta

from django.utils import timezone

from kring.conference.access import Phase
from kring.conference.stopping import Why
from kring.followup.evaluating import Evaluation, Group
from kring.followup.questions import QuestionSet
from kring.oversight.funders import FunderSeat
from kring.oversight.settling import settle
from kring.oversight.tallies import Tally
from kring.people.models import Person
from kring.referral.models import Ground
from kring.region.models import Municipality

TOWNS = {
    "Nunspeet": 34, "Harderwijk": 62, "Ermelo": 28, "Putten": 3, "Elburg": 22, "Oldebroek": 24, "Zwolle": 70,
    "Zeewolde": 26, "Almere": 58, "Utrecht": 64,
}  # fmt: skip
ENDS = ["with"] * 10 + ["without"] * 2 + ["no_plan_yet", "stopped", "stopped", "declined", "declined", "declined"]
ENDS += ["not_offered"]
ASKS = ["professional"] * 6 + ["self"] * 2 + ["near"] * 2
TONGUES = ["nl"] * 8 + ["ar", "en"]
MARKS = {Group.ADULT: 8, Group.FAMILY: 8, Group.NETWORK: 8, Group.MINOR: 8, Group.PROFESSIONAL: 7}


def years_before(towns: dict[str, Municipality], questions: QuestionSet) -> None:
    """Both years are over, so both are settled; what still ran at the end of the last one runs on."""
    chance, this_year = random.Random(7), timezone.localdate().year
    places = {name: towns[name] for name in TOWNS}
    for year in (this_year - 2, this_year - 1):
        Tally.objects.bulk_create(
            a_tally(chance, year, place) for name, place in places.items() for _ in range(TOWNS[name])
        )
        Evaluation.objects.bulk_create(
            an_answer(chance, year, group, place, questions)
            for place in places.values() for group in MARKS for _ in range(8)
        )  # fmt: skip
        settle(year)


def looks_on(town: Municipality) -> Person:
    """Somebody of a municipality."""
    about = {"first_name": "Gerda", "last_name": "Schouten", "login_email": "gerda@gemeente.example"}
    person = FunderSeat.let_in(**about, municipality=town).person
    Person.objects.filter(pk=person.pk).update(is_invented=True)
    return person


def a_tally(chance: random.Random, year: int, town: Municipality) -> Tally:
    end, asked = chance.choice(ENDS), date(year, 1, 1) + timedelta(days=chance.randrange(365))
    one = Tally(
        region_id=town.region_id, municipality=town, asked_on=asked, kind=chance.choice(ASKS),
        language=chance.choice(TONGUES), has_minors=chance.random() < 0.7, is_urgent=chance.random() < 0.1,
        to_talk=chance.randint(0, 5),
    )  # fmt: skip
    is_over = chance.random() > 0.12
    if is_over:
        one.end, one.ended_on = end, min(asked + timedelta(days=chance.randint(10, 90)), date(year, 12, 31))
    if is_over and end not in ("declined", "not_offered"):
        began(one, chance)
    return one


def began(one: Tally, chance: random.Random) -> None:
    one.to_yes, one.to_contact = chance.randint(1, 14), chance.randint(0, 6)
    one.kept_contact = one.to_contact < 5
    if one.end == "stopped":
        one.why = chance.choice(Why.values)
    if one.end in ("with", "no_plan_yet"):
        one.invited, one.present = chance.randint(8, 16), chance.randint(6, 13)
        one.minutes = chance.randint(180, 420)
        one.to_meeting, one.rounds = chance.randint(25, 95), chance.choice([1, 1, 1, 2, 3])
        one.ground = Ground.YOUTH_PROTECTION if chance.random() < 0.3 else ""
    if one.end in ("with", "without"):
        one.own_agreements, one.asked_agreements = chance.randint(8, 18), chance.randint(0, 5)
    if one.end != "stopped" and chance.random() < 0.85:
        one.called_first, one.runs_first = True, chance.choice(["all", "part", "part", "none", "unknown"])
        one.called_later, one.runs_later = True, chance.choice(["all", "part", "none", "unknown"])


def an_answer(chance: random.Random, year: int, group: Group, town: Municipality, asked: QuestionSet) -> Evaluation:
    marks = [MARKS[group] + chance.choice([-1, 0, 0, 1]) for _ in range(3)]
    said = [chance.choice(["yes", "yes", "yes", "partly", "no"]) for _ in range(4)]
    return Evaluation(
        questions=asked, year=year, month=chance.randint(1, 12), region_id=town.region_id, group=group,
        language="nl", phase=Phase.FOLLOW_UP, meeting=marks[0], plan=marks[1], coordinator=marks[2],
        could_say=said[0], felt_safe=said[1], is_ours=said[2],
        less_burdened=said[3] if group == Group.PROFESSIONAL else "",
    )  # fmt: skip
