"""Conditions: written by the setter, talked over, read first by the main person, shared whole, frozen."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from kring.conditions.models import ConditionsForm
from kring.conditions.refusals import NotDiscussed, NotForAll, NotHandedIn, NotSeenFirst
from kring.conditions.sharing import share
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed
from kring.foundation.outbox import Message
from kring.referral.models import Ground
from tests.conditions.scene import CONCERN, REACTION, SCHOOL, TALK, WHOLE, address, approve, in_name, look


@pytest.mark.rule("A47")
def test_the_setter_writes_concerns_and_numbered_conditions_on_one_page(cast, client, form):
    cast.enter(client, Role.CONDITION_SETTER)

    client.post(address("write", form.conference), {"concerns": CONCERN, "without_plan": ""})
    for text in (SCHOOL, "Nog een.", "En nog een."):
        client.post(address("add", form.conference), {"text": text})
    client.post(address("remove", form.conference, form.conditions.get(number=2).slug))

    form.refresh_from_db()
    assert form.concerns == CONCERN
    assert [(line.number, line.text) for line in form.conditions.all()] == [(1, SCHOOL), (2, "En nog een.")]


@pytest.mark.rule("R-SAF-6")
def test_the_page_says_a_condition_is_an_outcome_and_no_solution(cast, client, form):
    page = cast.enter(client, Role.CONDITION_SETTER).get(address("write", form.conference)).content.decode()

    assert "Schrijf op wat er moet zijn, niet hoe." in page
    assert "Wat gebeurt er als er geen plan komt?" in page


def test_a_setter_writes_only_the_own_form(cast, client, form):
    other = cast.anyone_new("Bram", works_at="Reclassering")
    ConditionsForm.issue(form.conference, setter=other, ground=Ground.PROBATION, why_late="Ook pas nu.", by=cast.ayse)

    with pytest.raises(NotAllowed):
        form.add(text="Van een ander", by=other)
    form.add(text="Van mij", by=cast.stefan)
    page = cast.enter(client, other).post(address("remove", form.conference, form.conditions.get().slug))

    assert page.status_code == 404
    assert form.conditions.count() == 1


@pytest.mark.parametrize("text", ["", "x" * 1001, "Zijn nummer is 123456782"])
def test_a_wrong_line_is_said_at_the_field_and_the_rest_of_the_page_stays(cast, client, written, text):
    page = cast.enter(client, Role.CONDITION_SETTER).post(address("add", written.conference), {"text": text})

    assert "text" in page.context["adding"].errors
    assert CONCERN in page.content.decode()
    assert written.conditions.count() == 2


@pytest.mark.rule("A49")
@pytest.mark.parametrize(("on", "how"), [(None, "aan tafel"), (date(2026, 11, 3), "")])
def test_what_was_not_talked_over_with_the_family_cannot_be_handed_in_or_shared(cast, client, written, on, how):
    with pytest.raises(NotDiscussed):
        written.hand_in(discussed_on=on, discussed_how=how, by=cast.stefan)
    with pytest.raises(NotDiscussed):
        share(written.conference, by=cast.ayse)
    page = cast.enter(client, Role.CONDITION_SETTER).post(
        address("hand_in", written.conference),
        {"discussed_on": on or "", "discussed_how": how, "discussed_with": "Naima"},
    )

    assert page.context["hand_in"].errors
    assert look(cast, client, Role.CIRCLE_MEMBER, written.conference).count(SCHOOL) == 0


@pytest.mark.rule("A49")
def test_a_talk_that_must_still_come_is_no_talk(cast, client, written):
    tomorrow = timezone.localdate() + timedelta(days=1)

    page = cast.enter(client, Role.CONDITION_SETTER).post(
        address("hand_in", written.conference),
        {"discussed_on": tomorrow, "discussed_how": "aan tafel", "discussed_with": "Naima"},
    )

    assert "discussed_on" in page.context["hand_in"].errors


def test_without_a_condition_there_is_nothing_to_hand_in(cast, client, form):
    page = cast.enter(client, Role.CONDITION_SETTER).post(address("hand_in", form.conference), TALK)

    assert "Er staat nog geen voorwaarde op het formulier." in page.content.decode()


@pytest.mark.rule("A49")
def test_the_main_person_reads_it_before_anybody_else_and_adds_a_word(cast, client, handed_in):
    conference = handed_in.conference
    for role in (Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.COORDINATOR):
        assert SCHOOL not in look(cast, client, role, conference)
    approve(handed_in, cast.ayse)
    with pytest.raises(NotSeenFirst):
        share(conference, by=cast.ayse)

    cast.enter(client, Role.MAIN_PERSON)
    first = client.get(address("react", conference, handed_in.slug)).content.decode()
    client.post(address("react", conference, handed_in.slug), {"reaction": REACTION})

    assert SCHOOL in first
    cast.enter(client, Role.REGIONAL_MANAGER).post(address("release", conference))
    assert REACTION in look(cast, client, Role.CIRCLE_MEMBER, conference)


def test_the_main_person_may_read_it_without_a_word(cast, client, handed_in):
    cast.enter(client, Role.MAIN_PERSON).post(address("react", handed_in.conference, handed_in.slug), {"reaction": ""})

    handed_in.refresh_from_db()
    assert handed_in.is_seen


def test_a_draft_is_not_for_the_main_person_yet(cast, client, written):
    assert SCHOOL not in look(cast, client, Role.MAIN_PERSON, written.conference)
    with pytest.raises(NotHandedIn):
        written.react(reaction="Te vroeg", by=cast.naima)


@pytest.mark.rule("A49")
def test_what_is_changed_after_handing_in_is_talked_over_again(cast, handed_in):
    handed_in.react(reaction=REACTION, by=cast.naima)

    handed_in.add(text="Nog iets nieuws.", by=cast.stefan)

    assert not handed_in.is_handed_in
    with pytest.raises(NotDiscussed):
        share(handed_in.conference, by=cast.ayse)


@pytest.mark.rule("A48")
@pytest.mark.rule("R-INF-4")
def test_nothing_on_the_form_is_for_some_only_at_form_address_or_import(cast, client, form):
    fields = {field.name for field in ConditionsForm._meta.get_fields() if field.concrete}
    for_some = {"only_for": "professionals", "hidden_for": cast.fatma.slug, "is_hidden": "on"}

    cast.enter(client, Role.CONDITION_SETTER).post(address("add", form.conference), {"text": SCHOOL} | for_some)
    page = client.post(address("add", form.conference), {"text": "Alleen voor professionals: vader drinkt."})
    told = client.post(address("write", form.conference), {"concerns": "Niet delen met de familie."})

    assert not {name for name in fields if "only" in name or "hidden" in name or "visible" in name or "private" in name}
    assert not any(field.many_to_many for field in ConditionsForm._meta.get_fields())
    assert page.context["adding"].errors["text"] == told.context["concerns"].errors["concerns"]
    assert [line.text for line in form.conditions.all()] == [SCHOOL]
    with pytest.raises(NotForAll):
        form.conditions.get().reword(text="Vertrouwelijk: vader drinkt.", by=cast.stefan)


@pytest.mark.rule("A45")
@pytest.mark.rule("A49")
@pytest.mark.parametrize("wrong", [{"ground": "zorgen"}, {"ground": "debt", "released_at": timezone.now()}])
def test_no_import_brings_in_a_form_without_a_ground_or_shared_before_the_talk(cast, wrong):
    conference = cast.conference(conditions=False)

    with pytest.raises(IntegrityError), transaction.atomic():
        ConditionsForm.objects.bulk_create([ConditionsForm(conference=conference, setter=cast.stefan, **wrong)])


@pytest.mark.rule("A60")
def test_in_the_information_round_they_are_explained_word_for_word_and_nothing_is_added(cast, client):
    conference = cast.conference(phase=Phase.INFORMATION)
    form = conference.conditions_forms.get()
    before = [line.text for line in form.conditions.all()]

    with pytest.raises(NotAllowed):
        form.add(text="Toch nog iets", by=cast.stefan)
    with pytest.raises(NotAllowed):
        form.conditions.first().remove(by=cast.stefan)
    assert cast.enter(client, Role.CONDITION_SETTER).get(address("write", conference)).status_code == 404

    page = look(cast, client, Role.CONDITION_SETTER, conference)
    assert [text for text in before if text not in page] == []


def test_what_is_written_is_not_readable_in_the_database(released):
    with connection.cursor() as cursor:
        cursor.execute("SELECT concerns, without_plan, reaction FROM kring_conditionsform")
        kept = [*cursor.fetchone()]
        cursor.execute("SELECT text FROM kring_condition")
        kept += [row[0] for row in cursor.fetchall()]

    assert [line for line in WHOLE for text in kept if line in text] == []


def test_wild_words_stay_words(cast, client, form):
    form.write(concerns="<script>alert(1)</script> \u202eلرا 🌸", by=cast.stefan)

    page = cast.enter(client, Role.CONDITION_SETTER).get(address("write", form.conference)).content.decode()

    assert "<script>alert" not in page
    assert "🌸" in page


def test_the_manager_reads_a_form_aloud_on_the_phone_and_notes_it_for_the_main_person(cast, client, handed_in):
    cast.enter(client, Role.REGIONAL_MANAGER)

    client.post(
        in_name(address("react", handed_in.conference, handed_in.slug), cast.naima),
        {"reaction": REACTION},
        follow=True,
    )

    handed_in.refresh_from_db()
    entry = handed_in.conference.journal.last()
    assert handed_in.reaction == REACTION
    assert (entry.step, entry.in_name_of, entry.via) == ("react_to_conditions", cast.naima, "phone")


def test_each_step_asks_the_next(cast, client, written):
    home = reverse("conference:show", args=[written.conference.slug])

    def asks(role, title):
        return title in cast.enter(client, role).get(home).content.decode()

    assert asks(Role.CONDITION_SETTER, "Uw voorwaarden aan het plan")
    written.hand_in(**TALK, by=cast.stefan)
    assert not asks(Role.CONDITION_SETTER, "Uw voorwaarden aan het plan")
    assert asks(Role.MAIN_PERSON, "Stefan Kuiper stelt voorwaarden aan het plan")
    assert asks(Role.REGIONAL_MANAGER, "Kijk de voorwaarden na")
    approve(written, cast.ayse)
    written.react(by=cast.naima)
    assert asks(Role.REGIONAL_MANAGER, "De voorwaarden kunnen gedeeld worden")
    share(written.conference, by=cast.ayse)
    assert asks(Role.CIRCLE_MEMBER, "Er zijn voorwaarden aan het plan")
    assert asks(Role.COORDINATOR, "Laat iedereen de voorwaarden lezen")


@pytest.mark.rule("A49")
def test_who_was_there_when_it_was_talked_over_stands_on_the_form(cast, client, handed_in):
    page = cast.enter(client, Role.MAIN_PERSON).get(address("react", handed_in.conference, handed_in.slug)).text

    assert "Besproken op dinsdag 3 november 2026: aan tafel." in page
    assert "Daarbij: Naima en haar zus." in page


def test_the_main_person_hears_that_there_is_something_to_read_and_not_what(cast, client, written):
    cast.enter(client, Role.CONDITION_SETTER).post(address("hand_in", written.conference), TALK)

    message = Message.objects.get(recipient=cast.naima)
    assert message.link_path == address("react", written.conference, written.slug)
    assert not any(word in message.text.lower() for word in ("stefan", "voorwaarde", "school", "alleen thuis"))


@pytest.mark.rule("R-SAF-6")
def test_a_remark_stands_beside_the_condition_and_changes_no_word(cast, client, form):
    cast.enter(client, Role.CONDITION_SETTER)

    page = client.post(address("add", form.conference), {"text": "Sam gaat naar een pleeggezin."}, follow=True).text
    client.post(
        address("reword", form.conference, form.conditions.get().slug), {"text": "Sam slaapt elke nacht veilig."}
    )

    assert "Dit lijkt op een oplossing." in page
    assert form.conditions.get().text == "Sam slaapt elke nacht veilig."


def test_the_manager_takes_a_form_back_that_was_not_shared(cast, client, handed_in):
    conference = handed_in.conference
    where = address("take_back", conference, handed_in.slug)

    assert "Er is niets van gedeeld" in cast.enter(client, Role.REGIONAL_MANAGER).get(where).text
    client.post(where)

    conference.forget_seats()
    assert not conference.conditions_forms.exists()
    assert cast.stefan not in conference.people(Role.CONDITION_SETTER)
