"""Widening the circle: from «ik heb niemand» to ten people, and nobody who may stop it."""

import re
from datetime import date

import pytest
from django.urls import reverse

from kring.circle import widening
from kring.circle.kinds import AT_WORK, Relation, Side
from kring.circle.models import CircleMember
from kring.circle.sides import keep_apart
from kring.conference.access import RULES, Phase, Role
from kring.region.models import FundingContract

OUTSIDE = {Role.REQUESTER, Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.REGIONAL_MANAGER, Role.COACH}


def page(name, conference, *args):
    return reverse(f"circle:{name}", args=[conference.slug, *args])


def as_it_stands(answer) -> dict:
    """What the form sends when only a name is typed: the choices that stand ready, and what is hidden."""
    form = answer.context["form"]
    sent = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in sent.items() if value not in (None, False, "")}


@pytest.fixture
def alone(cast, client):
    """Naima has nobody yet."""
    conference = cast.conference(phase=Phase.MATCHING)
    cast.enter(client, Role.MAIN_PERSON)
    return conference


@pytest.mark.rule("A25")
def test_ten_names_take_ten_pages_and_one_tap_each(client, alone):
    look, taps, questions = client.get(page("add", alone)), 0, []

    for n in range(10):
        questions.append(str(look.context["question"]))
        sent = as_it_stands(look) | {"name": f"Persoon {n}"}
        if sent["relation"] == "teacher":
            sent, taps = sent | {"hat": "circle"}, taps + 1
        look = client.post(page("add", alone), sent, follow=True)
        taps += 1
        assert look.redirect_chain == [(page("add", alone), 303)]

    assert alone.members.count() == 10
    assert taps / 10 <= 3
    assert len(set(questions)) == 10
    assert questions == [str(prompt.question) for prompt in widening.PROMPTS[:10]]
    assert b"autofocus" in look.content


@pytest.mark.rule("A25")
@pytest.mark.rule("R-INV-1")
def test_every_part_of_life_is_asked_about():
    asked = {prompt.relation for prompt in widening.PROMPTS}
    assert set(Relation) - set(AT_WORK) == asked
    assert {prompt.side for prompt in widening.PROMPTS} == {Side.FIRST, Side.SECOND, ""}
    assert any(prompt.has_died for prompt in widening.PROMPTS)
    assert any(prompt.lost_touch for prompt in widening.PROMPTS)
    words = " ".join(str(prompt.question) for prompt in widening.PROMPTS)
    for part in ("toen het misging", "school", "buurt", "werk", "club", "kerk", "pleeggezin", "kinderen"):
        assert part in words
    assert "Wie mist er nog, aan moeders kant?" in words
    assert "wie mist er nog, aan vaders kant?" in words


def test_the_answer_to_a_question_stands_ready_and_may_be_changed(client, alone):
    died = next(n for n, prompt in enumerate(widening.PROMPTS) if prompt.has_died)
    url = f"{page('add', alone)}?vraag={died}"

    client.post(url, as_it_stands(client.get(url)) | {"name": "Papa Rachid"})
    client.post(url, as_it_stands(client.get(url)) | {"name": "Opa Ali", "has_died": ""})

    assert alone.members.get(name="Papa Rachid").has_died
    assert not alone.members.get(name="Opa Ali").has_died


def test_somebody_more_at_the_same_question_skipping_and_going_on_later(client, alone):
    first = client.get(page("add", alone))
    more = client.post(page("add", alone), as_it_stands(first) | {"name": "Bea", "again": "1"}, follow=True)
    assert str(more.context["question"]) == str(widening.PROMPTS[0].question)

    skip = re.search(r'href="(\?vraag=1)"', more.content.decode())[1]
    skipped = client.get(page("add", alone) + skip)
    later = client.get(page("add", alone))

    assert str(skipped.context["question"]) == str(later.context["question"]) == str(widening.PROMPTS[1].question)
    assert "Later verder" in later.content.decode()


@pytest.mark.parametrize("wanted", ["-1", "99999", "٣", "<script>", "1.5", "999"])
def test_a_question_that_does_not_exist_gives_one_that_does(client, alone, wanted):
    assert client.get(page("add", alone), {"vraag": wanted}).status_code == 200


@pytest.mark.rule("B22")
def test_growth_is_told_kindly_and_never_as_too_few(client, alone):
    client.post(page("add", alone), as_it_stands(client.get(page("add", alone))) | {"name": "Bea"})
    one = client.get(page("add", alone)).content.decode()
    client.post(page("add", alone), as_it_stands(client.get(page("add", alone))) | {"name": "Wim"})
    two = client.get(page("add", alone)).content.decode()

    assert "Dat is een begin." in one
    assert "Er staan nu 2 mensen op de lijst." in two
    assert "Vaak zijn het acht tot tien mensen. Minder mag, meer ook." in two
    for harsh in ("minimaal", "te weinig", "nog maar", "verplicht"):
        assert harsh not in one + two


@pytest.mark.rule("A25")
def test_no_funder_professional_or_office_can_cap_the_circle(cast, client):
    for act in ("agree_to_someone", "draw_circle", "name_someone"):
        for phase in Phase:
            assert not (RULES[act].roles[phase] | RULES[act].with_consent[phase]) & OUTSIDE
    columns = {field.name for model in (FundingContract, CircleMember) for field in model._meta.get_fields()}
    assert not [name for name in columns if "max" in name or "limit" in name or "people" in name]
    conference = cast.conference()
    FundingContract.objects.update(number=0, starts_on=date(2020, 1, 1))
    crowd = [CircleMember(conference=conference, name=f"Persoon {n}", named_by=cast.naima) for n in range(200)]
    CircleMember.objects.bulk_create(crowd)

    cast.enter(client, Role.MAIN_PERSON)
    before = conference.members.count()
    client.post(page("add", conference), as_it_stands(client.get(page("add", conference))) | {"name": "Nog iemand"})

    assert conference.members.count() == before + 1


@pytest.mark.rule("A25")
def test_each_invitee_is_asked_who_else_once_they_answered(cast, client):
    conference = cast.conference()
    member = conference.members.get(person=cast.fatma)
    CircleMember.objects.filter(pk=member.pk).update(mode="", answered_at=None)
    own = reverse("conference:show", args=[conference.slug])
    cast.enter(client, Role.CIRCLE_MEMBER)

    before = client.get(own).content.decode()
    member.answer(mode="by_phone", by=cast.fatma)
    after = client.get(own).content.decode()
    client.post(page("add", conference), as_it_stands(client.get(page("add", conference))) | {"name": "Bea"})

    assert "Wie nog meer?" not in before
    assert "Wie nog meer?" in after
    assert "Wie nog meer?" not in client.get(own).content.decode()
    assert list(conference.members.to_decide().values_list("name", flat=True)) == ["Bea"]


@pytest.mark.rule("B23")
def test_nobody_named_or_asked_is_made_responsible(cast, client):
    conference = cast.conference()
    CircleMember.objects.filter(person=cast.fatma).update(mode="", answered_at=None)

    answer = cast.enter(client, Role.CIRCLE_MEMBER).get(page("answer", conference)).content.decode()

    assert "niet verantwoordelijk voor de oplossing" in answer
    assert "nee is ook goed" in answer


def test_professionals_are_for_each_conference_to_choose(cast, client):
    conference = cast.conference()
    conference.members.filter(hat="professional").delete()

    assert cast.enter(client, Role.MAIN_PERSON).get(page("show", conference)).status_code == 200
    words = " ".join(str(prompt.question) for prompt in widening.PROMPTS)
    assert "hulpverlener" not in words


def test_where_two_sides_are_apart_each_is_asked_about_their_own(cast, client):
    conference = cast.conference()
    sam = cast.anyone_new("Sam")
    conference.seat(sam, Role.MAIN_PERSON)
    keep_apart(conference, first=cast.naima, second=sam, by=cast.joke)
    prompts = widening.prompts_for(are_apart=True)
    cast.enter(client, sam)

    for n in range(len(prompts)):
        look = client.get(page("add", conference), {"vraag": n})
        assert "moeders kant" not in str(look.context["question"])
        assert "vaders kant" not in str(look.context["question"])
    client.post(page("add", conference), as_it_stands(look) | {"name": "Oom Wim"})

    assert conference.members.get(name="Oom Wim").side == Side.SECOND
