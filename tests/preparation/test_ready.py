"""Ready or not: what is missing is said in sentences; other ways on are as good."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle.models import CircleMember
from kring.circle.safety import SafetyNote
from kring.conditions.models import ConditionsForm, Reading
from kring.conference.access import Phase, Role
from kring.conference.models import Conference, Outcome, Overtaken
from kring.meeting.models import Meeting
from kring.preparation.appointing import Appointment
from kring.preparation.models import DateAnswer, DateOption, MeetingPlace, NotReady, Preparation, Question
from kring.preparation.waiving import Waiver
from kring.referral.models import Ground
from tests.cast import DAY


def at(name: str, conference, *args) -> str:
    return reverse(f"preparation:{name}", args=[conference.slug, *args])


def home(conference) -> str:
    return reverse("conference:show", args=[conference.slug])


TAKEN_AWAY = {
    "De vraag is nog niet afgesproken.": lambda p, cast: p.conference.questions.update(agreed_at=None, agreed_by=None),
    "Er is nog geen datum.": lambda p, cast: Preparation.objects.filter(pk=p.pk).update(starts_at=None),
    "Er is nog geen plek.": lambda p, cast: Preparation.objects.filter(pk=p.pk).update(place=""),
    "Fatma Bouzid is nog niet persoonlijk voorbereid.": lambda p, cast: p.conference.preparations.filter(
        person=cast.fatma
    ).delete(),
    "Marloes van Dijk is nog niet persoonlijk voorbereid.": lambda p, cast: p.conference.preparations.filter(
        person=cast.marloes
    ).delete(),
    "Fatma Bouzid heeft de voorwaarden nog niet gelezen.": lambda p, cast: Reading.objects.filter(
        person=cast.fatma
    ).delete(),
    "Er zijn nog geen twee kamers. De kring moet alleen kunnen zijn, en de anderen wachten ergens anders.": (
        lambda p, cast: MeetingPlace.objects.update(has_two_rooms=False)
    ),
    "Aan Fatma Bouzid is deze dag nog niet voorgelegd.": lambda p, cast: DateAnswer.objects.filter(
        person=cast.fatma
    ).delete(),
    "Stefan Kuiper stelde voorwaarden. Spreek af dat die er is als de kring het plan vertelt, of dan te bellen is.": (
        lambda p, cast: DateAnswer.objects.filter(person=cast.stefan).update(says="no")
    ),
    "De coach keek nog niet naar een afspraak over veiligheid.": lambda p, cast: SafetyNote.note(
        p.conference, about=cast.naima, flag="not_together", by=cast.joke
    ),
    "De voorwaarden van Marloes van Dijk zijn nog niet gedeeld.": lambda p, cast: ConditionsForm.objects.create(
        conference=p.conference, setter=cast.marloes, ground=Ground.PROBATION
    ),
}


@pytest.mark.rule("A7")
@pytest.mark.rule("A26")
@pytest.mark.rule("A48")
@pytest.mark.rule("B11")
@pytest.mark.parametrize("sentence", TAKEN_AWAY)
def test_ready_is_refused_for_each_thing_that_is_missing(cast, client, sentence):
    conference = cast.conference()
    preparation = cast.make_ready(conference)
    TAKEN_AWAY[sentence](preparation, cast)
    cast.enter(client, cast.joke)
    assert sentence in client.get(at("ready", conference)).text

    answer = client.post(at("mark_ready", conference), follow=True)

    assert sentence in answer.text
    assert not Preparation.of(conference).is_ready
    lack = next(lack for lack in Preparation.of(conference).lacks() if lack.sentence == sentence)
    assert client.get(reverse(lack.url, args=[conference.slug, *lack.args])).status_code == 200  # where it is mended


def test_with_everything_there_one_button_says_ready(cast, client):
    conference = cast.conference()
    cast.make_ready(conference)
    cast.enter(client, cast.joke)
    assert "Er mist niets meer" in client.get(at("ready", conference)).text

    page = client.post(at("mark_ready", conference), follow=True).text

    assert Preparation.of(conference).is_ready
    assert "Open de dag" in page


def test_saying_ready_twice_says_that_somebody_was_first(cast):
    conference = cast.conference()
    preparation = cast.make_ready(conference)
    preparation.mark_ready(by=cast.joke)

    with pytest.raises(Overtaken):
        Preparation.of(conference).mark_ready(by=cast.joke)

    assert conference.journal.filter(step="mark_ready").count() == 1


@pytest.mark.rule("B11")
def test_only_who_was_not_prepared_or_did_not_read_can_be_let_go_with_a_reason(cast, client):
    conference = cast.conference()
    preparation = cast.make_ready(conference)
    Reading.objects.filter(person=cast.fatma).delete()
    conference.preparations.filter(person=cast.fatma).delete()
    assert {lack.what for lack in preparation.lacks()} == {"prepared", "read"}
    cast.enter(client, cast.joke)

    for what in Waiver.What.values:
        page = client.post(at("waive", conference, cast.fatma.slug, what), {"why": " "})
        assert page.status_code == 200  # no reason, no way on
        client.post(at("waive", conference, cast.fatma.slug, what), {"why": "Fatma is op reis tot de dag zelf."})
    assert "Fatma is op reis" in client.get(at("ready", conference)).text
    assert conference.journal.filter(step="waive").count() == 2

    preparation.mark_ready(by=cast.joke)
    assert preparation.is_ready


@pytest.mark.rule("B11")
@pytest.mark.parametrize("what", ["question", "private_time", "conditions"])
def test_nothing_else_can_be_let_go(cast, client, what):
    conference = cast.conference()

    cast.enter(client, cast.joke).post(at("waive", conference, cast.fatma.slug, what), {"why": "Het is druk."})

    assert not conference.waivers.exists()


def test_a_reason_can_be_taken_back(cast, client):
    conference = cast.conference()
    Waiver.give(conference, person=cast.fatma, what="prepared", why="Op reis", by=cast.joke)

    cast.enter(client, cast.joke).post(at("take_waiver_back", conference, cast.fatma.slug, "prepared"))

    assert "Fatma Bouzid is nog niet persoonlijk voorbereid." in Preparation.of(conference).missing()


@pytest.mark.rule("A74")
def test_who_set_conditions_and_cannot_come_is_reachable_in_part_three(cast):
    conference = cast.conference()
    preparation = cast.make_ready(conference)
    DateAnswer.objects.filter(person=cast.stefan).update(says="no")
    assert len(preparation.missing()) == 1

    Appointment.say_when_reachable(conference, reachable="", part_three="by_phone", by=cast.stefan)

    assert preparation.missing() == []


@pytest.mark.rule("A26")
def test_somebody_who_comes_along_after_ready_is_noticed_and_said(cast, client):
    conference = cast.conference()
    preparation = cast.make_ready(conference)
    preparation.mark_ready(by=cast.joke)
    zoe, now = cast.anyone_new("Zoë"), timezone.now()
    CircleMember.objects.create(conference=conference, person=zoe, name="Zoë", agreed_at=now, invited_at=now)
    conference.seat(zoe, Role.CIRCLE_MEMBER)
    cast.enter(client, cast.joke)

    assert "Nog niet alles is klaar" in asked(client.get(home(conference)))
    page = client.get(at("ready", conference)).text
    assert "U zei al «klaar». Daarna is er iets veranderd." in page
    assert "Open de dag" not in page
    with pytest.raises(NotReady):
        Meeting.open(conference, by=cast.joke)


def test_another_day_takes_ready_away(cast, client):
    conference = cast.conference()
    preparation = cast.make_ready(conference)
    preparation.mark_ready(by=cast.joke)
    option = DateOption.objects.create(conference=conference, starts_at=DAY + timedelta(days=1))
    DateAnswer.objects.bulk_create(DateAnswer(option=option, person=one, says="yes") for one in preparation.expected())

    Preparation.of(conference).fix_date(starts_at=option.starts_at, place="Buurthuis De Wiek, Nunspeet", by=cast.joke)

    assert not Preparation.of(conference).is_ready
    assert "U zei al «klaar»" in cast.enter(client, cast.joke).get(at("ready", conference)).text


def test_an_empty_preparation_is_not_ready(cast):
    with pytest.raises(NotReady):
        Preparation.of(cast.conference()).mark_ready(by=cast.joke)


@pytest.mark.rule("A52")
@pytest.mark.rule("A54")
def test_after_twelve_weeks_nothing_presses_and_nothing_closes(cast, client):
    conference = cast.conference()
    Conference.objects.update(
        moved_at=timezone.now() - timedelta(weeks=12), created_at=timezone.now() - timedelta(weeks=14)
    )

    family = cast.enter(client, cast.naima).get(home(conference)).text
    desk = cast.enter(client, cast.joke).get(at("ready", conference)).text

    assert "weken" not in family
    assert "gemiddeld zes tot tien weken" in desk
    assert "De familie bepaalt het tempo" in desk
    conference.refresh_from_db()
    assert conference.phase == Phase.PREPARATION


@pytest.mark.rule("A54")
def test_the_family_can_slow_down_and_then_nothing_is_asked(cast, client):
    conference = cast.conference()
    DateOption.propose(conference, starts_at=timezone.now() + timedelta(days=30), by=cast.joke)
    cast.enter(client, cast.naima)
    assert "Rustig aan?" in client.get(at("slow_down", conference)).text

    page = client.post(reverse("conference:rest", args=[conference.slug]), follow=True).text

    assert "Er wordt nu niets gevraagd" in page
    assert "Welke dag past?" not in page
    assert "jullie vraag?" not in page
    assert "Weer verder?" in client.get(at("slow_down", conference)).text


@pytest.mark.parametrize("who", [Role.MAIN_PERSON, Role.COORDINATOR])
@pytest.mark.rule("R-PLN-7")
def test_a_plan_without_meeting_asks_once_more_and_leads_to_the_follow_up(cast, client, who):
    conference = cast.conference()
    cast.enter(client, who)
    assert "Dat telt net zo goed" in client.get(at("without_meeting", conference)).text
    conference.refresh_from_db()
    assert conference.phase == Phase.PREPARATION

    client.post(at("without_meeting", conference))

    conference.refresh_from_db()
    assert (conference.phase, conference.outcome) == (Phase.FOLLOW_UP, Outcome.PLAN_WITHOUT_MEETING)


# --- the conference's own page
def asked(page) -> list[str]:
    return [str(prompt.title) for prompt in page.context["prompts"]]


def test_the_main_person_is_asked_one_thing_at_a_time(cast, client):
    conference = cast.conference(conditions=False)
    first = DateOption.propose(conference, starts_at=timezone.now() + timedelta(days=30), by=cast.joke)
    cast.enter(client, cast.naima)
    assert "Wat is jullie vraag?" in asked(client.get(home(conference)))
    assert "Welke dag past?" not in asked(client.get(home(conference)))

    Question.word(conference, text="Hoe komt er rust?", by=cast.joke)
    assert "Is dit jullie vraag?" in asked(client.get(home(conference)))
    Question.word(conference, text="Hoe komt er rust in huis?", by=cast.naima)
    assert "Welke dag past?" in asked(client.get(home(conference)))

    DateAnswer.give(conference, {first.slug: "yes"}, by=cast.naima)
    assert not {"Welke dag past?", "Is dit jullie vraag?"} & set(asked(client.get(home(conference))))


def test_the_family_page_shows_question_day_and_place(cast, client):
    conference = cast.conference()
    cast.make_ready(conference)

    page = cast.enter(client, cast.fatma).get(home(conference)).text

    assert "Zaterdag 13 februari 2027, vanaf 14.00 uur" in page
    assert "Buurthuis De Wiek, Nunspeet" in page
    assert "Wat is er voor nodig dat de kinderen elke dag naar school gaan?" in page


def test_a_professional_is_asked_for_a_day_and_a_sheet(cast, client):
    conference = cast.conference()
    DateOption.propose(conference, starts_at=timezone.now() + timedelta(days=30), by=cast.joke)

    titles = asked(cast.enter(client, cast.marloes).get(home(conference)))

    assert {"Welke dag past?", "Wat komt u vertellen?"} <= set(titles)
    assert "Wat is jullie vraag?" not in titles


def test_the_requester_is_asked_nothing_and_told_nothing(cast, client):
    conference = cast.conference()
    cast.make_ready(conference)

    page = cast.enter(client, cast.tom).get(home(conference))

    assert page.context["prompts"] == []
    assert "De Wiek" not in page.text


def test_acting_for_somebody_shows_their_questions_and_not_the_coordinators(cast, client):
    conference = cast.conference()

    titles = asked(cast.enter(client, cast.joke).get(f"{home(conference)}?namens={cast.naima.slug}&via=phone"))

    assert "Wat is jullie vraag?" in titles
    assert "Wat is er nog nodig voor de dag?" not in titles


@pytest.mark.parametrize("guests", [1, 50])
def test_the_checklist_costs_the_same_for_many_guests(cast, client, guests, django_assert_max_num_queries):
    conference = cast.conference()
    for number in range(guests):
        now = timezone.now()
        someone = cast.anyone_new(f"Gast {number}")
        CircleMember.objects.create(conference=conference, person=someone, name="Gast", agreed_at=now, invited_at=now)
    for who, name in ((cast.joke, "ready"), (cast.joke, "people"), (cast.naima, "show")):
        cast.enter(client, who).get(at(name, conference))
        with django_assert_max_num_queries(12):
            assert client.get(at(name, conference)).status_code == 200


@pytest.mark.parametrize("role", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.COORDINATOR])
def test_where_and_when_speaks_to_each_in_their_own_way(cast, client, role):
    conference = cast.conference(phase=Phase.INFORMATION)

    page = cast.enter(client, role).get(at("show", conference)).text

    assert "13 februari 2027, vanaf 14.00 uur" in page
    assert ("jullie maken samen een plan" in page) is (role in (Role.MAIN_PERSON, Role.CIRCLE_MEMBER))
    assert ("Eerst vertelt u" in page) is (role is Role.PROFESSIONAL)
    assert Preparation.of(conference).starts_at == DAY
