"""Ready or not: what is missing is said in sentences; other ways on are as good."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle.models import CircleMember
from kring.conditions.models import ConditionsForm, Reading
from kring.conference.access import Phase, Role
from kring.conference.models import Conference, Outcome, Overtaken
from kring.preparation.models import DateAnswer, DateOption, NotReady, Preparation, Question
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
    "De voorwaarden van Marloes van Dijk zijn nog niet gedeeld.": lambda p, cast: ConditionsForm.objects.create(
        conference=p.conference, setter=cast.marloes, ground=Ground.PROBATION
    ),
}


@pytest.mark.rule("A7")
@pytest.mark.rule("A26")
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
