"""Three invented families and how far they are; every step is taken by the verbs the product itself uses."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from kring.circle.inviting import invite
from kring.circle.models import CircleMember, Mode
from kring.conditions.models import ConditionsForm, Reading
from kring.conference.models import Conference
from kring.demo import people as demo_people
from kring.demo.people import REACH
from kring.matching.models import Coordinator, FirstContact, Offer
from kring.meeting.models import TAKE_BACK, Meeting
from kring.people.models import Channel, Person
from kring.plan.models import Plan
from kring.preparation.models import DateAnswer, DateOption, PersonalPreparation, Preparation, Question
from kring.referral.models import Ground, Referral, Requester
from kring.stories.models import FridayStory


@transaction.atomic
def move_in() -> None:
    """Fill an empty demo database."""
    demo_people.organisation()
    staff = demo_people.staff()
    towns = demo_people.country(staff)
    naima_prepares(staff, towns)
    gerrit_is_asked(staff, towns)
    remco_has_a_plan(staff, towns)
    stories(staff)


def matched(referral: Referral, coordinator: Person, *, talked_with: str) -> Conference:
    """From request to a coordinator who made the first contact."""
    conference, today = referral.conference, timezone.localdate()
    manager, main = conference.manager, conference.main_people[0]
    referral.record_talk(talked_on=today - timedelta(days=30), talked_with=talked_with, by=manager)
    referral.say_yes(by=main)
    offer = Offer.make(conference, Coordinator.objects.get(person=coordinator), by=manager)
    offer.accept(declared=True, by=coordinator)
    FirstContact.record(conference, on=today - timedelta(days=26), by=coordinator)
    return conference


def add(conference: Conference, name: str, relation: str, channel: str, by: Person, mode: str = "", **about):
    """Name somebody, invite them, and let them answer when `mode` says how."""
    member = CircleMember.name_someone(
        conference, name=name, relation=relation, channel=channel, reach=REACH[channel], by=by, **about
    )
    if mode == "named":
        return member
    invite(member, by=conference.coordinator)
    member.refresh_from_db()
    Person.objects.filter(pk=member.person_id).update(is_invented=True)
    if mode:
        member.answer(mode=mode, by=member.person)
    return member


def weekend(weeks: int, hour: int = 14) -> datetime:
    """A Saturday so many weeks ahead."""
    day = timezone.localdate() + timedelta(weeks=weeks)
    day += timedelta(days=(5 - day.weekday()) % 7)
    return timezone.make_aware(datetime.combine(day, time(hour)))


def naima_prepares(staff: dict, towns: dict) -> None:
    """A mother and the school; conditions are read, the circle is being invited, days are proposed."""
    referral = Referral.receive(
        kind=Requester.PROFESSIONAL,
        main_person={"first_name": "Naima", "last_name": "Bouzid", "phone": "06 00 00 01 01", "channel": Channel.SMS, "is_invented": True},
        requester={
            "first_name": "Tom", "last_name": "de Wit", "email": "tom@school.example", "channel": Channel.MAIL,
            "works_at": "Basisschool De Klaproos", "job": "leraar", "is_invented": True,
        },
        municipality=towns["Nunspeet"],
        occasion="De kinderen komen vaak niet op school. Naima staat er alleen voor.",
        knows=True,
        has_minors=True,
        presumed_ground=Ground.YOUTH_PROTECTION,
    )  # fmt: skip
    conference = matched(referral, staff["joke"], talked_with="Tom en Naima")
    naima, joke, manager = conference.main_people[0], staff["joke"], conference.manager
    setter = demo_people.person(
        "Stefan", "Kuiper", email="stefan@bescherming.example", channel=Channel.MAIL,
        works_at="Jeugdbescherming Oost", job="jeugdbeschermer",
    )  # fmt: skip
    form = ConditionsForm.issue(conference, setter=setter, ground=Ground.YOUTH_PROTECTION, by=manager)
    form.write(
        concerns="Sam en Lina waren dit najaar 23 dagen niet op school.",
        without_plan="Dan vraag ik de rechter om mee te kijken.",
        by=setter,
    )
    form.add(text="Sam en Lina zijn elke schooldag op tijd op school.", by=setter)
    form.add(text="Er is ’s avonds altijd een volwassene thuis die de kinderen kennen.", by=setter)
    form.hand_in(discussed_on=timezone.localdate() - timedelta(days=20), discussed_how="aan de keukentafel", by=setter)
    form.react(reaction="Dat van school klopt. De avonden lukken meestal wel.", by=naima)
    form.release(by=manager)

    oma = add(conference, "Fatma Bouzid", "family", Channel.PHONE, naima, Mode.IN_PERSON)
    karel = add(conference, "Karel Hendriks", "neighbour", Channel.LETTER, naima, Mode.IN_PERSON)
    zoe = add(conference, "Zoë de Bruin", "childhood_friend", Channel.MAIL, naima, Mode.BY_PHONE)
    add(conference, "Yusuf Bouzid", "family", Channel.SMS, naima)
    add(conference, "Marloes van Dijk", "other", Channel.MAIL, naima, Mode.IN_PERSON, hat="professional", works_at="Wijkteam")
    add(conference, "Trainer Ali", "club", Channel.PHONE, joke, "named")
    Question.word(
        conference, text="Wat is er voor nodig dat Sam en Lina elke dag naar school gaan?", children_had_a_say=True, by=naima
    )
    for weeks in (3, 4):
        DateOption.propose(conference, starts_at=weekend(weeks), by=joke)
    first, second = conference.date_options.all()
    for who in (naima, oma.person, karel.person):
        DateAnswer.give(conference, {first.slug: "yes", second.slug: "rather_not"}, by=who)
    for who, how in ((naima, "visit"), (oma.person, "visit"), (zoe.person, "phone")):
        PersonalPreparation.tick(conference, person=who, how=how, on=timezone.localdate() - timedelta(days=5), by=joke)
    Reading.tick(form, how="read", by=naima)


def gerrit_is_asked(staff: dict, towns: dict) -> None:
    """An older man who gets out less; his niece asked, he decides now."""
    referral = Referral.receive(
        kind=Requester.NEAR,
        main_person={"first_name": "Gerrit", "last_name": "Visser", "phone": "06 00 00 03 01", "channel": Channel.PHONE, "is_invented": True},
        requester={"first_name": "Anneke", "last_name": "Visser", "phone": "06 00 00 03 02", "channel": Channel.SMS, "is_invented": True},
        municipality=towns["Harderwijk"],
        occasion="Mijn oom komt de deur niet meer uit sinds zijn val. Hij wil thuis blijven wonen.",
        knows=True,
    )  # fmt: skip
    manager = referral.conference.manager
    referral.record_talk(talked_on=timezone.localdate() - timedelta(days=1), talked_with="Anneke", by=manager)


def remco_has_a_plan(staff: dict, towns: dict) -> None:
    """Debts, a friend and a brother: the plan is made and being carried out."""
    referral = Referral.receive(
        kind=Requester.SELF,
        main_person={"first_name": "Remco", "last_name": "Jansen", "email": "remco@voorbeeld.example", "channel": Channel.MAIL, "is_invented": True},
        municipality=towns["Zwolle"],
        occasion="Ik heb schulden en slaap bij een vriend op de bank.",
        knows=True,
    )  # fmt: skip
    conference = matched(referral, staff["samuel"], talked_with="Remco")
    remco, samuel = conference.main_people[0], staff["samuel"]
    dirk = add(conference, "Dirk Jansen", "family", Channel.SMS, remco, Mode.IN_PERSON)
    ilse = add(conference, "Ilse Bakker", "other", Channel.MAIL, remco, Mode.IN_PERSON, hat="professional", works_at="Gemeente Zwolle")
    Question.word(conference, text="Hoe krijg ik weer een eigen plek en rust in mijn geld?", by=remco)
    DateOption.propose(conference, starts_at=weekend(-2), by=samuel)
    option = conference.date_options.get()
    preparation = Preparation.of(conference)
    for who in preparation.expected():
        DateAnswer.give(conference, {option.slug: "yes"}, by=who)
        PersonalPreparation.tick(conference, person=who, how="phone", on=timezone.localdate() - timedelta(days=16), by=samuel)
    preparation.fix_date(starts_at=option.starts_at, place="Wijkcentrum De Bron, Zwolle", practical="Dirk kookt.", by=samuel)
    preparation.mark_ready(by=samuel)
    meeting = Meeting.open(conference, by=samuel)
    meeting.write_on_paper(by=samuel)
    meeting.close_the_door(by=remco)
    meeting.ask_for_the_door(by=remco)
    meeting.open_the_door(by=remco, now=timezone.now() + TAKE_BACK)
    plan = Plan.of(conference)
    plan.agree(what="Samen de post openmaken", who="Dirk", doer=dirk.person, when="elke zondagavond", watcher="Remco", by=remco)
    plan.agree(what="Een kamer zoeken", who="Remco", doer=remco, when="elke week één gesprek", stand_in="Dirk", by=remco)
    plan.ask_for_help(
        what="Een gesprek over schuldhulp", of_whom="Ilse Bakker", professional=ilse.person, by_when="binnen twee weken",
        keep_in_touch="Remco belt", by=remco,
    )  # fmt: skip
    plan.fill_in(
        title="Een eigen plek", initiator="Dirk", who_on_change="Remco, Dirk en Ilse", contact="Remco",
        otherwise="Lukt het niet, dan belt Remco eerst Dirk.", progress_on=timezone.localdate() + timedelta(days=30), by=remco,
    )  # fmt: skip
    plan.adopt(by=remco)
    plan.agreements.get(doer=dirk.person).accept(by=dirk.person)


def stories(staff: dict) -> None:
    friday = timezone.localdate() - timedelta(days=(timezone.localdate().weekday() - 4) % 7)
    story = FridayStory.objects.create(
        title="De buurman en de fiets",
        text="Een moeder kreeg haar kinderen niet op tijd op school. Ze dacht dat ze niemand had.\n\n"
        "Aan tafel zaten uiteindelijk negen mensen. De buurman zei: ik fiets er elke ochtend langs. "
        "Ik begin wel een half uur later. Meer was er niet nodig.\n\nDit verhaal is verzonnen, maar het had zo kunnen gaan.",
        is_invented=True,
        written_by=staff["henk"],
    )
    story.publish(on=friday)
