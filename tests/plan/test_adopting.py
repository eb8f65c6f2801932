"""«Dit is ons plan»: who says it, what it needs, who hears it, and what is gone afterwards."""

import pytest
from django.urls import reverse

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, NotAllowed, Outcome, Overtaken
from kring.foundation.posting import Message
from kring.meeting.models import Meeting, NotOnPaper
from kring.meeting.sealing import SealedNote, SealedRoom
from kring.plan import sharing
from kring.plan.agreements import NotYours
from kring.plan.gaps import NobodyTakesInitiative, NoProgressTalk, PlanIsEmpty
from kring.plan.models import Plan, PlanVersion


def at(conference, name: str, *args) -> str:
    return reverse(f"plan:{name}", args=[conference.slug, *args])


@pytest.fixture
def conference(cast):
    return cast.conference(phase=Phase.PRESENTATION)


def seal_something(conference) -> None:
    room = SealedRoom.objects.create(
        meeting=Meeting.of(conference), salt=b"s" * 16, check_nonce=b"n" * 12, check_text=b"c" * 272,
        words_nonce=b"n" * 12, words_text=b"w" * 272,
    )  # fmt: skip
    room.notes.create(uuid="00000000-0000-4000-8000-000000000001", nonce=b"n" * 12, ciphertext=b"x" * 272)


@pytest.mark.rule("A11")
@pytest.mark.rule("B17")
def test_the_main_person_says_it_and_the_follow_up_begins(cast, client, conference):
    cast.enter(client, Role.MAIN_PERSON)
    page = client.get(at(conference, "show")).content.decode()
    assert at(conference, "adopt") in page

    client.post(at(conference, "adopt"))

    conference = Conference.objects.get(pk=conference.pk)
    assert (conference.phase, conference.outcome) == (Phase.FOLLOW_UP, Outcome.PLAN_WITH_MEETING)
    assert Plan.of(conference).is_adopted
    assert Plan.of(conference).versions.get().number == 1


@pytest.mark.rule("B17")
@pytest.mark.parametrize("role", sorted(set(Role) - {Role.MAIN_PERSON}))
def test_nobody_else_says_it(cast, client, conference, role):
    cast.enter(client, role)

    assert client.post(at(conference, "adopt")).status_code == 404
    with pytest.raises(NotAllowed):
        Plan.of(conference).adopt(by=cast[role])
    with pytest.raises(NotAllowed):
        Plan.of(conference).adopt(by=Hand(cast.joke, cast.naima, "phone"))
    assert not PlanVersion.objects.exists()


@pytest.mark.rule("A6")
def test_a_plan_around_two_people_names_both_and_either_may_say_it(cast, conference):
    sam = cast.anyone_new("Sam", last_name="Bouzid")
    conference.seat(sam, Role.MAIN_PERSON)

    version = Plan.of(conference).adopt(by=sam)

    assert version.told()["names"] == ["Naima", "Sam"]


LACKS = {
    "an agreement": (lambda plan: plan.agreements.all().delete(), PlanIsEmpty),
    "a progress talk": (lambda plan: Plan.objects.update(progress_on=None), NoProgressTalk),
    "who takes the initiative": (lambda plan: Plan.objects.update(initiator=""), NobodyTakesInitiative),
    "who comes on change": (lambda plan: Plan.objects.update(who_on_change=""), NobodyTakesInitiative),
}


@pytest.mark.rule("A71")
@pytest.mark.rule("A72")
@pytest.mark.rule("A81")
@pytest.mark.parametrize(("take_away", "refusal"), LACKS.values(), ids=LACKS)
@pytest.mark.rule("R-REV-1")
def test_a_plan_that_lacks_something_needed_is_not_adopted_and_the_page_says_so_gently(
    cast, client, conference, take_away, refusal
):
    take_away(Plan.of(conference))
    cast.enter(client, Role.MAIN_PERSON)

    page = client.get(at(conference, "show")).content.decode()
    client.post(at(conference, "adopt"))

    assert str(refusal.message) in page
    assert at(conference, "adopt") not in page
    with pytest.raises(refusal):
        Plan.of(conference).adopt(by=cast.naima)
    assert Conference.objects.get(pk=conference.pk).phase == Phase.PRESENTATION


@pytest.mark.rule("A71")
def test_who_still_plans_the_progress_talk_is_as_good_as_a_date(cast, conference):
    plan = Plan.of(conference)
    plan.fill_in(progress_on=None, progress_planner="Tante Rachida", by=cast.naima)

    assert plan.adopt(by=cast.naima).told()["progress_planner"] == "Tante Rachida"


@pytest.mark.rule("A67")
def test_nothing_else_stands_in_the_way_of_a_plan(cast, conference):
    plan = Plan.of(conference)
    plan.agreements.update(who="", doer=None, when="")
    plan.fill_in(title="", otherwise="", contact="", by=cast.naima)

    assert plan.adopt(by=cast.naima).number == 1


@pytest.mark.rule("A67")
@pytest.mark.rule("R-PLN-3")
def test_the_coordinator_asks_who_and_when_and_judges_nothing(cast, client, conference):
    plan = Plan.of(conference)
    plan.agreements.create(what="Samen koken", who="Piet")
    plan.agreements.create(what="De hond uitlaten", when="elke dag")

    page = client.get(at(conference, "show")) if cast.enter(client, Role.COORDINATOR) else None

    asked = [(agreement["what"], str(question)) for agreement, question in page.context["unclear"]]
    assert asked == [
        ("Samen koken", "wanneer, of hoe vaak?"),
        ("De hond uitlaten", "wie doet dit, en wanneer?"),
    ]


@pytest.mark.rule("A64")
@pytest.mark.parametrize("ending", ["adopt", "not_yet", "stop"])
def test_what_was_written_behind_the_door_is_gone_at_every_ending(cast, conference, ending):
    seal_something(conference)
    deeds = {
        "adopt": Plan.of(conference).adopt,
        "not_yet": Plan.of(conference).not_yet,
        "stop": conference.stop,
    }

    deeds[ending](by=cast.naima)

    assert not SealedRoom.objects.exists()
    assert not SealedNote.objects.exists()


@pytest.mark.rule("A64")
@pytest.mark.parametrize("phase", [Phase.PRIVATE_TIME, Phase.PRESENTATION])
def test_stopping_destroys_the_notes_of_this_conference_alone(cast, phase):
    other = cast.conference(phase=phase)
    seal_something(other)
    other.participants.all().delete()
    ours = cast.conference(phase=phase)
    seal_something(ours)

    ours.stop(by=cast.naima)

    assert [room.meeting.conference for room in SealedRoom.objects.all()] == [other]


@pytest.mark.rule("A67")
def test_no_plan_yet_is_a_good_ending_without_red_marks(cast, client, conference):
    cast.enter(client, Role.MAIN_PERSON)
    assert "Dat mag" in client.get(at(conference, "not_yet")).content.decode()

    client.post(at(conference, "not_yet"))

    conference = Conference.objects.get(pk=conference.pk)
    assert (conference.phase, conference.outcome) == (Phase.FOLLOW_UP, Outcome.NO_PLAN_YET)
    page = client.get(at(conference, "show")).content.decode()
    assert "Er staat nog geen plan vast, en dat is goed" in page
    assert not {"notice-error", "mislukt", "tag-sun"} & {word for word in ("notice-error", "mislukt") if word in page}
    assert not Plan.of(conference).is_adopted


def test_no_plan_yet_after_an_earlier_plan_leaves_that_plan_standing(cast):
    conference = cast.conference(phase=Phase.PRESENTATION)
    Plan.of(conference).adopt(by=cast.naima)
    Meeting.reconvene(conference, by=cast.naima)
    Conference.objects.update(phase=Phase.PRESENTATION)
    conference = Conference.objects.get(pk=conference.pk)

    Plan.of(conference).not_yet(by=cast.naima)

    assert conference.outcome == Outcome.PLAN_WITH_MEETING
    assert Plan.of(conference).versions.get().number == 1


@pytest.mark.parametrize("outcome", [Outcome.NO_PLAN_YET, Outcome.PLAN_WITHOUT_MEETING])
def test_without_an_adopted_plan_the_circle_writes_in_the_open_and_a_main_person_says_it_is_theirs(
    cast, client, outcome
):
    conference = cast.conference(phase=Phase.FOLLOW_UP)
    Conference.objects.update(outcome=outcome)
    Plan.objects.update(adopted_at=None)
    PlanVersion.objects.all().delete()
    cast.enter(client, Role.CIRCLE_MEMBER)
    client.post(at(conference, "agreement"), {"what": "Samen eten", "kind": "own_circle", "doer": ""})

    with pytest.raises(NotYours):
        Plan.of(conference).change(by=cast.fatma)
    with pytest.raises(NotYours):
        Plan.of(conference).change(by=Hand(cast.joke, cast.naima, "phone"))
    cast.enter(client, Role.MAIN_PERSON)
    client.post(at(conference, "keep"))

    plan = Plan.of(conference)
    assert plan.is_adopted
    assert [it["what"] for it in plan.versions.get().told()["agreements"]][-1] == "Samen eten"


def test_on_paper_the_coordinator_writes_down_who_said_it(cast, client, conference):
    Meeting.objects.update(on_paper=True)
    cast.enter(client, Role.COORDINATOR)
    assert at(conference, "their_word") in client.get(at(conference, "show")).content.decode()

    client.post(at(conference, "their_word"), {"who": cast.naima.slug})

    entry = conference.journal.get(step="record_their_word")
    assert (entry.taken_by, entry.in_name_of, entry.via) == (cast.joke, cast.naima, "paper")
    assert Plan.of(conference).is_adopted


def test_only_what_a_main_person_said_on_paper_counts(cast, client, conference):
    cast.enter(client, Role.COORDINATOR)

    refused = client.post(at(conference, "their_word"), {"who": cast.naima.slug}).content.decode()
    assert str(NotOnPaper.message) in refused
    Meeting.objects.update(on_paper=True)
    assert client.post(at(conference, "their_word"), {"who": cast.fatma.slug}).status_code == 200
    with pytest.raises(NotYours):
        Plan.of(conference).record_their_word(who=cast.fatma, by=cast.joke)
    assert not Plan.of(conference).is_adopted


def test_of_two_who_press_at_once_one_wins(cast, conference):
    sam = cast.anyone_new("Sam")
    conference.seat(sam, Role.MAIN_PERSON)
    first, second = (Plan.of(Conference.objects.get(pk=conference.pk)) for _who in range(2))
    second.conference.roles_of(sam)

    first.adopt(by=cast.naima)
    with pytest.raises(Overtaken):
        second.adopt(by=sam)

    assert PlanVersion.objects.count() == 1


@pytest.mark.rule("A68")
def test_a_plan_is_presented_and_adopted_without_any_professional(cast, conference):
    conference.unseat(cast.marloes)
    conference.unseat(cast.stefan)

    sharing.adopt(Plan.of(conference), by=cast.naima)

    assert conference.phase == Phase.FOLLOW_UP


@pytest.mark.rule("A66")
@pytest.mark.rule("B23")
def test_everyone_who_takes_part_hears_it_and_who_is_named_is_asked(cast, client, conference):
    sharing.adopt(Plan.of(conference), by=cast.naima)

    letters = {message.recipient: message for message in Message.objects.all()}
    assert set(letters) == {cast.naima, cast.fatma}
    assert letters[cast.naima].link_path == at(conference, "show")
    assert letters[cast.fatma].link_path == reverse("conference:show", args=[conference.slug])
    assert "Zeg of je dat doet" in letters[cast.fatma].text
    assert "Zeg of je dat doet" not in letters[cast.naima].text
    for message in letters.values():
        assert "school" not in message.full_text + message.subject


@pytest.mark.rule("A68")
def test_a_professional_hears_it_by_the_choice_of_the_circle(cast, client, conference):
    conference.give_consent("see_plan", [Role.PROFESSIONAL], by=cast.naima)

    sharing.adopt(Plan.of(conference), by=cast.naima)

    assert {message.recipient for message in Message.objects.all()} == {cast.naima, cast.fatma, cast.marloes}


@pytest.mark.rule("A68")
def test_the_circle_may_also_choose_later_who_reads_its_plan(cast, client, conference):
    sharing.adopt(Plan.of(conference), by=cast.naima)
    cast.enter(client, Role.PROFESSIONAL)
    assert client.get(at(conference, "show")).status_code == 404
    cast.enter(client, Role.MAIN_PERSON)
    assert "Marloes van Dijk (professional)" in client.get(at(conference, "share")).content.decode()

    client.post(at(conference, "share"), {"roles": ["P"]})

    assert Message.objects.filter(recipient=cast.marloes).count() == 1
    assert not Message.objects.filter(recipient=cast.stefan).exists()
    cast.enter(client, Role.PROFESSIONAL)
    assert "De kinderen naar school brengen" in client.get(at(conference, "show")).content.decode()


@pytest.mark.rule("A70")
def test_a_professional_who_is_asked_something_hears_that_and_not_the_plan(cast, client, conference):
    plan = Plan.of(conference)
    plan.agreements.create(what="Mee naar school", doer=cast.marloes, kind="professional")

    sharing.adopt(plan, by=cast.naima)

    (message,) = Message.objects.filter(recipient=cast.marloes)
    assert message.link_path == reverse("conference:show", args=[conference.slug])
    assert "Er wordt ook iets aan u gevraagd" in message.text
    cast.enter(client, Role.PROFESSIONAL)
    assert client.get(at(conference, "show")).status_code == 404
