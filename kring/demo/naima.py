"""A mother and the school: the conditions are read, the circle is being invited, days are proposed."""

from kring.circle.models import Mode
from kring.conditions.checking import Check, check
from kring.conditions.models import ConditionsForm, Reading
from kring.conditions.sharing import share
from kring.conference.models import Conference
from kring.demo.people import person
from kring.demo.steps import add, ago, matched, somebody, weekend
from kring.people.models import Channel
from kring.preparation.models import DateAnswer, DateOption, PersonalPreparation, Question
from kring.referral.models import Ground, Referral, Requester


def naima_prepares(staff: dict, towns: dict) -> None:
    school = {"works_at": "Basisschool De Klaproos", "job": "leraar"}
    referral = Referral.receive(
        kind=Requester.PROFESSIONAL,
        main_person=somebody("Naima", "Bouzid", Channel.SMS, "06 00 00 01 01"),
        requester=somebody("Tom", "de Wit", Channel.MAIL, "tom@school.example", **school),
        municipality=towns["Nunspeet"],
        occasion="De kinderen komen vaak niet op school. Naima staat er alleen voor.",
        knows=True,
        has_minors=True,
        presumed_ground=Ground.YOUTH_PROTECTION,
    )
    conference = matched(referral, staff["joke"], talked_with="Tom en Naima")
    form = conditions(conference)
    circle(conference)
    ready_soon(conference, form)


def conditions(conference: Conference) -> ConditionsForm:
    manager, naima = conference.manager, conference.main_people[0]
    work = {"works_at": "Jeugdbescherming Oost", "job": "jeugdbeschermer"}
    setter = person("Stefan", "Kuiper", email="stefan@bescherming.example", channel=Channel.MAIL, **work)
    late = "Stefan kwam er pas na de aanvraag bij."
    form = ConditionsForm.issue(conference, setter=setter, ground=Ground.YOUTH_PROTECTION, why_late=late, by=manager)
    form.write(
        concerns="Sam en Lina waren dit najaar 23 dagen niet op school.",
        without_plan="Dan vraag ik de rechter om mee te kijken.",
        by=setter,
    )
    form.add(text="Sam en Lina zijn elke schooldag op tijd op school.", by=setter)
    form.add(text="Er is ’s avonds altijd een volwassene thuis die de kinderen kennen.", by=setter)
    talk = {"discussed_on": ago(20), "discussed_how": "aan de keukentafel", "discussed_with": "Naima en Sam"}
    form.hand_in(**talk, by=setter)
    ticks = {condition.slug: Check.values for condition in form.conditions.all()}
    check(form, ticks=ticks, words={}, by=manager)
    form.react(reaction="Dat van school klopt. De avonden lukken meestal wel.", by=naima)
    share(conference, by=manager)
    form.refresh_from_db()
    return form


def circle(conference: Conference) -> None:
    naima, joke = conference.main_people[0], conference.coordinator
    add(conference, "Fatma Bouzid", "family", Channel.PHONE, naima, Mode.IN_PERSON)
    add(conference, "Karel Hendriks", "neighbour", Channel.LETTER, naima, Mode.IN_PERSON)
    add(conference, "Zoë de Bruin", "childhood_friend", Channel.MAIL, naima, Mode.BY_PHONE)
    add(conference, "Yusuf Bouzid", "family", Channel.SMS, naima)
    at_work = {"hat": "professional", "works_at": "Wijkteam Nunspeet"}
    add(conference, "Marloes van Dijk", "other", Channel.MAIL, naima, Mode.IN_PERSON, **at_work)
    add(conference, "Trainer Ali", "club", Channel.PHONE, joke, "named")


def ready_soon(conference: Conference, form: ConditionsForm) -> None:
    naima, joke = conference.main_people[0], conference.coordinator
    question = "Wat is er voor nodig dat Sam en Lina elke dag naar school gaan?"
    Question.word(conference, text=question, by=naima)
    first, second = (DateOption.propose(conference, starts_at=weekend(weeks), by=joke) for weeks in (3, 4))
    fatma, karel, zoe = (member.person for member in conference.members.all()[:3])
    for who in (naima, fatma, karel):
        DateAnswer.give(conference, {first.slug: "yes", second.slug: "rather_not"}, by=who)
    for who, how in ((naima, "visit"), (fatma, "visit"), (zoe, "phone")):
        PersonalPreparation.tick(conference, person=who, how=how, on=ago(5), by=joke)
    Reading.tick(form, how="read", by=naima)
