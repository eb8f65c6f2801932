"""Debts, a friend and a brother: the plan is made and is being carried out."""

from datetime import timedelta

from django.utils import timezone

from kring.circle.models import Mode
from kring.conference.models import Conference
from kring.demo.steps import add, ago, matched, somebody, weekend
from kring.meeting.models import TAKE_BACK, Meeting
from kring.people.models import Channel
from kring.plan.models import Plan
from kring.preparation.models import DateAnswer, DateOption, PersonalPreparation, Preparation, Question
from kring.referral.models import Referral, Requester


def remco_has_a_plan(staff: dict, towns: dict) -> None:
    referral = Referral.receive(
        kind=Requester.SELF,
        main_person=somebody("Remco", "Jansen", Channel.MAIL, "remco@voorbeeld.example"),
        municipality=towns["Zwolle"],
        occasion="Ik heb schulden en slaap bij een vriend op de bank.",
        knows=True,
    )
    conference = matched(referral, staff["samuel"], talked_with="Remco")
    remco = conference.main_people[0]
    add(conference, "Dirk Jansen", "family", Channel.SMS, remco, Mode.IN_PERSON)
    at_work = {"hat": "professional", "works_at": "Gemeente Zwolle"}
    add(conference, "Ilse Bakker", "other", Channel.MAIL, remco, Mode.IN_PERSON, **at_work)
    the_day(conference)
    the_plan(conference)


def the_day(conference: Conference) -> None:
    """Everything ready, the three parts, on paper."""
    remco, samuel = conference.main_people[0], conference.coordinator
    Question.word(conference, text="Hoe krijg ik weer een eigen plek en rust in mijn geld?", by=remco)
    option = DateOption.propose(conference, starts_at=weekend(-2), by=samuel)
    preparation = Preparation.of(conference)
    for who in preparation.expected():
        DateAnswer.give(conference, {option.slug: "yes"}, by=who)
        PersonalPreparation.tick(conference, person=who, how="phone", on=ago(16), by=samuel)
    place = {"place": "Wijkcentrum De Bron, Zwolle", "practical": "Dirk kookt.", "two_rooms": True}
    preparation.fix_date(starts_at=option.starts_at, by=samuel, **place)
    preparation.mark_ready(by=samuel)
    meeting = Meeting.open(conference, by=samuel)
    meeting.write_on_paper(by=samuel)
    meeting.close_the_door(by=remco)
    meeting.ask_for_the_door(by=remco)
    meeting.open_the_door(by=remco, now=timezone.now() + TAKE_BACK)


def the_plan(conference: Conference) -> None:
    remco = conference.main_people[0]
    dirk, ilse = (member.person for member in conference.members.all())
    plan = Plan.of(conference)
    post = {"what": "Samen de post openmaken", "when": "elke zondagavond", "watcher": "Remco"}
    plan.agree(who="Dirk", doer=dirk, by=remco, **post)
    room = {"what": "Een kamer zoeken", "when": "elke week één gesprek", "stand_in": "Dirk"}
    plan.agree(who="Remco", doer=remco, by=remco, **room)
    asked = {"what": "Een gesprek over schuldhulp", "by_when": "binnen twee weken", "keep_in_touch": "Remco belt"}
    plan.ask_for_help(of_whom="Ilse Bakker", professional=ilse, by=remco, **asked)
    plan.fill_in(
        title="Een eigen plek",
        initiator="Dirk",
        who_on_change="Remco, Dirk en Ilse",
        contact="Remco",
        otherwise="Lukt het niet, dan belt Remco eerst Dirk.",
        progress_on=timezone.localdate() + timedelta(days=30),
        by=remco,
    )
    plan.adopt(by=remco)
    plan.agreements.get(doer=dirk).accept(by=dirk)
