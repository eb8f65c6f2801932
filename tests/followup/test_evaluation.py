"""How it was: asked shortly and once, of a child with faces, and answered apart from every name."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.models import Conference
from kring.followup.asking_evaluation import ask_how_it_was
from kring.followup.evaluating import Evaluation, EvaluationAsked, Group, answer, group_of
from kring.followup.evaluation_papers import sheet
from kring.followup.questions import EVERY_WORDING, QuestionSet
from kring.followup.refusals import AlreadyAnswered
from kring.foundation.posting import Message
from kring.oversight.erasing import erase
from kring.people.models import Person
from tests.followup.asked import evaluate, home, tried

EVERYBODY = (Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.COORDINATOR)


@pytest.fixture
def questions(cast):
    return tried(cast.henk)


def young(cast) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(birth_month=timezone.localdate() - timedelta(days=365 * 9))


@pytest.mark.rule("R-EVA-2")
def test_grandmother_says_how_it_was_and_is_not_asked_again(cast, client, conference, questions):
    cast.enter(client, Role.CIRCLE_MEMBER)
    assert "Hoe was het voor jou?" in home(client, conference)

    client.post(evaluate(conference), {"meeting": "8", "could_say": "yes", "words": "De soep was goed."})

    found = Evaluation.objects.get()
    assert (found.meeting, found.plan, found.could_say, found.words) == (8, None, "yes", "De soep was goed.")
    assert (found.group, found.region, found.phase) == (Group.FAMILY, cast.region, Phase.FOLLOW_UP)
    assert "Hoe was het" not in home(client, conference)
    client.post(evaluate(conference), {"meeting": "1"})
    with pytest.raises(AlreadyAnswered):  # also of two that are sent at once
        answer(conference, meeting=1, by=cast.fatma)
    assert Evaluation.objects.count() == 1


@pytest.mark.rule("R-EVA-2")
def test_rather_not_is_one_tap_and_nobody_asks_again(cast, client, conference, questions):
    cast.enter(client, Role.CIRCLE_MEMBER)
    assert "Liever niet" in client.get(evaluate(conference)).content.decode()

    client.post(reverse("followup:rather_not", args=[conference.slug]))

    assert EvaluationAsked.objects.get().did == "refused"
    assert "Hoe was het" not in home(client, conference)
    ask_how_it_was(timezone.localdate() + timedelta(days=3))
    assert not Message.objects.filter(recipient=cast.fatma).exists()
    assert not Evaluation.objects.exists()


def test_an_answer_leads_to_no_name_and_no_conference_and_to_no_day(cast, client, conference, questions):
    steps = conference.journal.count()
    cast.enter(client, Role.CIRCLE_MEMBER)
    client.post(evaluate(conference), {"meeting": "8"})

    links = {field.related_model for field in Evaluation._meta.get_fields() if field.is_relation}
    assert links == {QuestionSet, type(cast.region)}
    assert not [relation.name for relation in Evaluation._meta.related_objects]
    kinds = {field.get_internal_type() for field in Evaluation._meta.local_fields}
    assert not kinds & {"DateField", "DateTimeField", "TimeField", "SlugField", "UUIDField"}
    assert {field.name for field in EvaluationAsked._meta.local_fields} == {
        "id", "slug", "conference", "person", "asked_on", "did"
    }  # fmt: skip
    assert conference.journal.count() == steps
    assert Evaluation.objects.get().pk > 2**40  # in no order: what came first is not known


def test_the_number_of_an_answer_says_nothing_about_when_it_came(cast, questions):
    about = {"questions": questions, "year": 2027, "month": 2, "group": "family", "language": "nl"}
    rows = [Evaluation.objects.create(**about) for _again in range(12)]
    assert sorted(row.pk for row in rows) != [row.pk for row in rows]


@pytest.mark.rule("R-EVA-3")
def test_everybody_is_asked_whether_they_could_say_it_and_felt_safe(cast, client, conference, questions):
    for role in EVERYBODY:
        form = cast.enter(client, role).get(evaluate(conference)).context["form"]
        assert {"could_say", "felt_safe"} <= set(form.fields), role

    questions = QuestionSet.begin(by=cast.henk)
    questions.reword({"felt_safe.family": ""})
    assert questions.ask("felt_safe", "family") == "Voelde je je veilig?"  # it can be reworded and not be left out


@pytest.mark.rule("B27")
def test_a_professional_is_asked_whether_the_work_became_lighter_and_nobody_else_is(
    cast, client, conference, questions
):
    for role in EVERYBODY:
        fields = cast.enter(client, role).get(evaluate(conference)).context["form"].fields
        is_visitor = role in (Role.PROFESSIONAL, Role.CONDITION_SETTER)
        assert ("less_burdened" in fields) == is_visitor, role
        assert ("coordinator" in fields) == (role != Role.COORDINATOR), role


@pytest.mark.rule("R-EVA-2")
def test_a_child_taps_faces_each_with_its_word_and_may_choose_numbers(cast, client, conference, questions):
    young(cast)
    page = cast.enter(client, Role.MAIN_PERSON).get(evaluate(conference)).content.decode()
    assert page.count('class="face"') == 3 * 5 + 3 * 3
    assert page.count('type="radio"') == page.count('class="face"')
    assert "heel fijn" in page
    assert "Kon je zeggen wat je wilde?" in page
    numbers = client.get(evaluate(conference) + "?met=cijfers").content.decode()
    assert 'class="face"' not in numbers

    client.post(evaluate(conference), {"meeting": "10", "felt_safe": "partly"})

    found = Evaluation.objects.get()
    assert (found.group, found.meeting, found.felt_safe) == (Group.MINOR, 10, "partly")


def test_what_there_was_not_is_not_asked_and_nothing_at_all_is_no_answer(cast, client, conference, questions):
    Conference.objects.update(outcome="plan_without_meeting")
    cast.enter(client, Role.CIRCLE_MEMBER)
    assert "meeting" not in client.get(evaluate(conference)).context["form"].fields

    page = client.post(evaluate(conference), {"words": "  "})

    assert "Eén antwoord is al genoeg" in page.content.decode()
    assert not EvaluationAsked.objects.exists()


@pytest.mark.rule("R-EVA-2")
def test_on_the_phone_the_regiomanager_asks_and_not_the_coordinator_it_is_about(cast, client, conference, questions):
    for_her = f"?namens={cast.fatma.slug}&via=phone"
    cast.enter(client, Role.COORDINATOR).post(evaluate(conference) + for_her, {"meeting": "10"})
    assert not Evaluation.objects.exists()
    assert client.get(reverse("followup:evaluation_paper", args=[conference.slug]) + for_her).status_code == 200

    cast.enter(client, Role.REGIONAL_MANAGER).post(evaluate(conference) + for_her, {"meeting": "7"})

    assert Evaluation.objects.get().meeting == 7
    assert EvaluationAsked.objects.get(did="answered").person == cast.fatma


def test_a_paper_comes_back_with_a_code_and_the_office_types_it_over_once(cast, client, conference, questions):
    asked = EvaluationAsked.kept(conference, cast.fatma)
    assert sheet(asked, questions).startswith(b"%PDF")
    cast.enter(client, cast.henk)

    page = client.post(reverse("evaluation:code"), {"code": asked.code.upper()}, follow=True)
    assert "Fatma" not in page.content.decode()
    client.post(reverse("evaluation:from_paper", args=[asked.slug]), {"plan": "9", "is_ours": "yes"})

    assert (Evaluation.objects.get().plan, Evaluation.objects.get().group) == (9, Group.FAMILY)
    again = client.post(reverse("evaluation:code"), {"code": asked.code})
    assert "Deze code kennen we niet" in again.content.decode()


def test_who_is_asked_in_which_group(cast, conference):
    assert group_of(conference, cast.fatma) == Group.FAMILY
    conference.members.filter(person=cast.fatma).update(relation="neighbour")
    assert group_of(conference, cast.fatma) == Group.NETWORK
    found = {role: group_of(conference, cast[role]) for role in (Role.REQUESTER, Role.COACH, Role.REGIONAL_MANAGER)}
    assert set(found.values()) == {None}


@pytest.mark.rule("R-EVA-4")
def test_nobody_is_asked_with_words_that_families_did_not_try(cast, client, conference):
    cast.enter(client, cast.henk).post(reverse("evaluation:begin"))
    questions = QuestionSet.objects.get()
    assert "nog niet geprobeerd" in client.get(reverse("evaluation:overview")).content.decode()
    client.post(reverse("evaluation:use", args=[questions.slug]))
    assert QuestionSet.in_use() is None
    assert "Hoe was het" not in home(cast.enter(client, Role.CIRCLE_MEMBER), conference)
    assert ask_how_it_was(timezone.localdate() + timedelta(days=3)) == 0

    cast.enter(client, cast.henk)
    trial = {"tried_on": "2026-09-01", "tried_by": "Henk, met drie gezinnen"}
    client.post(reverse("evaluation:trial", args=[questions.slug]), trial)
    client.post(reverse("evaluation:use", args=[questions.slug]))

    assert QuestionSet.in_use() == questions
    assert "Hoe was het" in home(cast.enter(client, Role.CIRCLE_MEMBER), conference)


@pytest.mark.rule("R-EVA-4")
def test_other_words_are_tried_anew_and_words_in_use_stay_as_they_are(cast, client, questions):
    cast.enter(client, cast.henk).post(reverse("evaluation:begin"))
    new = QuestionSet.objects.first()
    new.note_trial(tried_on=timezone.localdate(), tried_by="Henk")
    words = {f"{question}.{voice}": "" for question, voice in EVERY_WORDING} | {"meeting.child": "Was het leuk?"}

    client.post(reverse("evaluation:wording", args=[new.slug]), words)
    client.post(reverse("evaluation:wording", args=[questions.slug]), words)

    new.refresh_from_db()
    questions.refresh_from_db()
    assert (new.words, new.is_tried) == ({"meeting.child": "Was het leuk?"}, False)
    assert (questions.words, questions.is_tried) == ({}, True)


@pytest.mark.rule("R-EVA-2")
def test_within_the_week_everybody_who_said_nothing_gets_one_message(cast, conference, questions):
    today = timezone.localdate()
    assert ask_how_it_was(today + timedelta(days=1)) == 0

    assert ask_how_it_was(today + timedelta(days=9)) == 5  # the mornings before were missed
    assert ask_how_it_was(today + timedelta(days=9)) == ask_how_it_was(today + timedelta(days=10)) == 0

    asked = Message.objects.all()
    assert {message.recipient for message in asked} == {cast[role] for role in EVERYBODY}
    assert "Naima" not in "".join(message.full_text for message in asked.exclude(recipient=cast.naima))


@pytest.mark.rule("R-EVA-6")
def test_the_office_sees_beside_the_marks_how_the_plans_run_and_never_fewer_than_five(
    cast, client, conference, questions
):
    today = timezone.localdate()
    about = {"questions": questions, "year": today.year, "month": 1, "language": "nl"}
    Evaluation.objects.bulk_create(Evaluation(**about, group="family", meeting=8) for _one in range(5))
    Evaluation.objects.bulk_create(Evaluation(**about, group="minor", meeting=3) for _one in range(4))
    for place in range(7):
        other = Conference.objects.create(phase=Phase.FOLLOW_UP)
        other.contacts.create(on=today, runs="none" if place == 6 else "all")
    page = cast.enter(client, cast.henk).get(reverse("evaluation:overview")).content.decode()

    assert page.index("Of het plan loopt") < page.index("Cijfers, dit jaar")
    assert ">6<" in page
    assert ">7<" not in page  # the one that is hidden could be reckoned
    assert ">5<" in page
    assert ">8,0<" in page
    assert ">3,0<" not in page
    assert client.get(evaluate(conference)).status_code == 404


def test_own_words_go_after_a_year_and_the_marks_stay(cast, questions):
    today = timezone.localdate()
    about = {"questions": questions, "group": "family", "language": "nl", "meeting": 8, "words": "De soep was goed."}
    fresh, old = (Evaluation.objects.create(**about, year=today.year - ago, month=today.month) for ago in (0, 2))

    erase(today)

    fresh.refresh_from_db()
    old.refresh_from_db()
    assert (fresh.words, old.words, old.meeting) == ("De soep was goed.", "", 8)
