"""One's own page: what is on my name, my yes or no, and how it went. Nobody else's."""

import pytest
from django.urls import reverse

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.plan.agreements import IsTaken, NotAccepted, NotYours, WithoutWords
from kring.plan.models import Plan


def at(conference, name: str, *args) -> str:
    return reverse(f"followup:{name}", args=[conference.slug, *args])


def agreement_of(conference):
    return Plan.of(conference).agreements.get()


@pytest.mark.rule("B23")
@pytest.mark.rule("R-PLN-5")
def test_silence_is_no_yes(cast, client, conference):
    page = cast.enter(client, Role.CIRCLE_MEMBER).get(at(conference, "mine")).content.decode()

    assert "Zeg je ja?" in page
    assert not agreement_of(conference).is_accepted
    assert not Plan.of(conference).agreements.accepted().exists()


@pytest.mark.rule("B23")
@pytest.mark.rule("R-PLN-5")
def test_only_a_yes_of_the_doer_makes_an_agreement_count(cast, client, conference):
    cast.enter(client, Role.CIRCLE_MEMBER)

    client.post(at(conference, "accept", agreement_of(conference).slug))

    assert list(Plan.of(conference).agreements.accepted()) == [agreement_of(conference)]


@pytest.mark.rule("B23")
def test_it_is_handed_back_without_a_reason_and_nobody_is_called_negligent(cast, client, conference):
    agreement = agreement_of(conference)
    agreement.accept(by=cast.fatma)
    cast.enter(client, Role.CIRCLE_MEMBER)

    client.post(at(conference, "hand_back", agreement.slug))

    agreement.refresh_from_db()
    assert (agreement.is_accepted, agreement.is_handed_back) == (False, True)
    words = client.get(at(conference, "mine")).content.decode().lower()
    assert "<textarea" not in words
    words += cast.enter(client, Role.MAIN_PERSON).get(at(conference, "how")).content.decode().lower()
    assert "weer vrij" in words
    assert not [word for word in ("nalatig", "achterstand", "te laat", "waarom") if word in words]


@pytest.mark.parametrize(("said", "words"), [("well", "gelukt"), ("not", "niet gelukt"), ("later", "later")])
def test_how_it_went_is_told_in_one_tap(cast, client, conference, said, words):
    agreement = agreement_of(conference)
    agreement.accept(by=cast.fatma)
    cast.enter(client, Role.CIRCLE_MEMBER)

    client.post(at(conference, "went", agreement.slug), {"went": said})

    agreement.refresh_from_db()
    assert str(agreement.get_went_display()) == words
    assert words in client.get(at(conference, "mine")).content.decode()


@pytest.mark.parametrize("said", ["", "verdict", "well\x00"])
def test_an_answer_that_is_none_changes_nothing(cast, client, conference, said):
    agreement = agreement_of(conference)
    agreement.accept(by=cast.fatma)
    cast.enter(client, Role.CIRCLE_MEMBER)

    assert client.post(at(conference, "went", agreement.slug), {"went": said}).status_code == 303

    agreement.refresh_from_db()
    assert agreement.went == ""


def test_how_it_went_comes_after_a_yes(cast, conference):
    with pytest.raises(NotAccepted):
        agreement_of(conference).tell(went="well", by=cast.fatma)


@pytest.mark.parametrize("role", [Role.MAIN_PERSON, Role.PROFESSIONAL, Role.CONDITION_SETTER])
def test_nobody_answers_for_another(cast, client, conference, role):
    agreement = agreement_of(conference)
    cast.enter(client, role)

    for deed in ("accept", "hand_back", "went"):
        client.post(at(conference, deed, agreement.slug), {"went": "well"})

    agreement.refresh_from_db()
    assert (agreement.accepted_at, agreement.handed_back_at, agreement.went) == (None, None, "")
    with pytest.raises(NotYours):
        agreement.accept(by=cast[role])


def test_who_phones_has_the_yes_written_down_in_the_own_name(cast, client, conference):
    cast.enter(client, Role.COORDINATOR)
    in_name = f"?namens={cast.fatma.slug}&via=phone"
    assert "De kinderen naar school brengen" in client.get(at(conference, "mine") + in_name).content.decode()

    client.post(at(conference, "accept", agreement_of(conference).slug) + in_name)

    assert agreement_of(conference).is_accepted
    entry = conference.journal.get(step="keep_agreement")
    assert (entry.taken_by, entry.in_name_of, entry.via) == (cast.joke, cast.fatma, "phone")


def test_somebody_of_the_circle_takes_over_what_is_free(cast, client, conference):
    agreement = agreement_of(conference)
    with pytest.raises(IsTaken):
        agreement.take_on(by=cast.naima)
    agreement.hand_back(by=cast.fatma)
    cast.enter(client, Role.MAIN_PERSON)

    client.post(at(conference, "take_on", agreement.slug))

    agreement.refresh_from_db()
    assert (agreement.doer, agreement.who, agreement.is_accepted) == (cast.naima, "Naima Bouzid", True)
    assert not agreement.is_handed_back


def test_what_a_neighbour_without_a_page_promised_is_not_free(cast, client, conference):
    plan = Plan.of(conference)
    theirs, free = plan.agreements.create(what="Koken", who="Buurman Piet"), plan.agreements.create(what="De hond")
    with pytest.raises(IsTaken):
        theirs.take_on(by=cast.naima)
    assert list(plan.agreements.free()) == [free]

    page = cast.enter(client, Role.MAIN_PERSON).get(at(conference, "how")).content.decode()

    assert at(conference, "take_on", free.slug) in page
    assert at(conference, "take_on", theirs.slug) not in page


@pytest.mark.rule("A86")
def test_what_is_free_never_falls_to_a_professional(cast, conference):
    agreement = agreement_of(conference)
    agreement.hand_back(by=cast.fatma)

    with pytest.raises(NotYours):
        agreement.take_on(by=cast.marloes)


@pytest.mark.rule("A70")
@pytest.mark.parametrize("phase", [Phase.PRESENTATION, Phase.FOLLOW_UP])
def test_a_professional_says_yes_to_the_own_agreement(cast, client, phase):
    conference = cast.conference(phase=phase)
    agreement = Plan.of(conference).agreements.create(what="Mee naar school", doer=cast.marloes, kind="professional")
    cast.enter(client, Role.PROFESSIONAL)
    home = client.get(reverse("conference:show", args=[conference.slug])).content.decode()
    assert at(conference, "mine") in home

    client.post(at(conference, "accept", agreement.slug))

    agreement.refresh_from_db()
    assert agreement.is_accepted


@pytest.mark.rule("A13")
@pytest.mark.rule("A5")
@pytest.mark.parametrize("phase", [Phase.PRESENTATION, Phase.FOLLOW_UP])
def test_a_professional_answers_what_is_asked_and_changes_nothing_else(cast, client, phase):
    conference = cast.conference(phase=phase)
    asked = Plan.of(conference).help_asked.create(what="Huiswerkklas", of_whom="Marloes", professional=cast.marloes)
    cast.enter(client, Role.PROFESSIONAL)

    client.post(
        at(conference, "reply", asked.slug),
        {"answer": "wait", "answer_text": "Eerst een gesprek", "answer_by": "vanaf maart", "what": "Iets anders"},
    )

    asked.refresh_from_db()
    assert (asked.answer, asked.answer_text, asked.answer_by) == ("wait", "Eerst een gesprek", "vanaf maart")
    assert (asked.what, asked.of_whom, asked.professional) == ("Huiswerkklas", "Marloes", cast.marloes)


@pytest.mark.parametrize("answer", ["no", "otherwise"])
def test_another_answer_than_yes_comes_with_a_word(cast, client, conference, answer):
    asked = Plan.of(conference).help_asked.create(what="Huiswerkklas", professional=cast.marloes)
    cast.enter(client, Role.PROFESSIONAL)

    page = client.post(at(conference, "reply", asked.slug), {"answer": answer, "answer_by": "na Pasen"})

    assert str(WithoutWords.message) in page.content.decode()
    assert 'value="na Pasen"' in page.content.decode()
    asked.refresh_from_db()
    assert asked.answer == ""


def test_only_whom_it_is_asked_answers(cast, client, conference):
    asked = Plan.of(conference).help_asked.create(what="Huiswerkklas", professional=cast.marloes)

    for role in (Role.CONDITION_SETTER, Role.MAIN_PERSON):
        assert cast.enter(client, role).post(at(conference, "reply", asked.slug), {"answer": "yes"}).status_code == 404
    with pytest.raises(NotYours):
        asked.reply(answer="yes", by=Hand.of(cast.stefan))


@pytest.mark.rule("A84")
def test_a_professional_sees_the_own_promises_what_is_asked_and_how_to_keep_in_touch_and_nothing_else(
    cast, client, conference
):
    plan = Plan.of(conference)
    plan.fill_in(contact="Oma Fatma", otherwise="Dan slaapt Sam bij Piet", by=cast.naima)
    plan.agreements.create(what="Mee naar school", doer=cast.marloes, kind="professional")
    plan.help_asked.create(what="Huiswerkklas", professional=cast.marloes, keep_in_touch="Marloes belt om de week")
    plan.help_asked.create(what="Een woning", professional=cast.stefan)

    page = cast.enter(client, Role.PROFESSIONAL).get(at(conference, "mine")).content.decode()

    for words in ("Mee naar school", "Huiswerkklas", "Marloes belt om de week", "Oma Fatma"):
        assert words in page
    for words in ("De kinderen naar school brengen", "Een woning", "Sam", "Piet", "15 maart", "Samen naar school"):
        assert words not in page


def test_the_slip_for_the_fridge_holds_only_what_is_on_the_own_name(cast, client, conference):
    Plan.of(conference).agreements.create(what="Bellen", doer=cast.naima)

    answer = cast.enter(client, Role.CIRCLE_MEMBER).get(at(conference, "slip"))

    assert answer.content.startswith(b"%PDF")
    assert answer["Content-Disposition"] == 'attachment; filename="mijn-afspraken.pdf"'


@pytest.mark.parametrize("rows", [1, 50])
def test_the_page_asks_as_little_for_fifty_agreements_as_for_one(
    cast, client, conference, django_assert_max_num_queries, rows
):
    for number in range(rows):
        Plan.of(conference).agreements.create(what=f"Afspraak {number}", doer=cast.fatma)
    cast.enter(client, Role.CIRCLE_MEMBER).get(at(conference, "mine"))

    with django_assert_max_num_queries(12):
        client.get(at(conference, "mine"))
