"""Conditions: written by the setter, talked over, read first by the main person, shared whole, frozen."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from kring.conditions.models import ConditionsForm, NotDiscussed, NotHandedIn, NotSeenFirst, Reading, TooLate
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed
from kring.referral.models import Ground

CONCERN = "De kinderen zijn vaak alleen thuis."
SCHOOL = "De kinderen zijn elke dag op school."
REACTION = "Dat van school klopt."
WATERMARK = "Voor alle genodigden van deze conferentie. Niet voor verdere verspreiding."
WHOLE = [CONCERN, SCHOOL, "Er is ’s avonds een volwassene.", "Dan ga ik naar de rechter.", REACTION]


def address(page, conference, *args):
    return reverse(f"conditions:{page}", args=[conference.slug, *args])


def look(cast, client, role, conference) -> str:
    page = cast.enter(client, role).get(address("show", conference))
    assert page.status_code == 200
    return page.content.decode()


@pytest.fixture
def form(cast):
    """Stefan's form, empty, in the preparation."""
    conference = cast.conference(conditions=False)
    return ConditionsForm.issue(
        conference, setter=cast.stefan, ground=Ground.YOUTH_PROTECTION, why_late="Nu pas bekend.", by=cast.ayse
    )


@pytest.fixture
def written(cast, form):
    form.write(concerns=CONCERN, without_plan="Dan ga ik naar de rechter.", by=cast.stefan)
    form.add(text=SCHOOL, by=cast.stefan)
    form.add(text="Er is ’s avonds een volwassene.", by=cast.stefan)
    return form


@pytest.fixture
def handed_in(cast, written):
    written.hand_in(discussed_on=date(2026, 11, 3), discussed_how="aan tafel", by=cast.stefan)
    return written


@pytest.fixture
def released(cast, handed_in):
    handed_in.react(reaction=REACTION, by=cast.naima)
    handed_in.release(by=cast.ayse)
    return handed_in


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

    assert "text" in page.context["condition"].errors
    assert CONCERN in page.content.decode()
    assert written.conditions.count() == 2


@pytest.mark.rule("A49")
@pytest.mark.parametrize(("on", "how"), [(None, "aan tafel"), (date(2026, 11, 3), "")])
def test_what_was_not_talked_over_with_the_family_cannot_be_handed_in_or_shared(cast, client, written, on, how):
    with pytest.raises(NotDiscussed):
        written.hand_in(discussed_on=on, discussed_how=how, by=cast.stefan)
    with pytest.raises(NotDiscussed):
        written.release(by=cast.ayse)
    page = cast.enter(client, Role.CONDITION_SETTER).post(
        address("hand_in", written.conference), {"discussed_on": on or "", "discussed_how": how}
    )

    assert page.context["hand_in"].errors
    assert look(cast, client, Role.CIRCLE_MEMBER, written.conference).count(SCHOOL) == 0


@pytest.mark.rule("A49")
def test_a_talk_that_must_still_come_is_no_talk(cast, client, written):
    tomorrow = timezone.localdate() + timedelta(days=1)

    page = cast.enter(client, Role.CONDITION_SETTER).post(
        address("hand_in", written.conference), {"discussed_on": tomorrow, "discussed_how": "aan tafel"}
    )

    assert "discussed_on" in page.context["hand_in"].errors


def test_without_a_condition_there_is_nothing_to_hand_in(cast, client, form):
    page = cast.enter(client, Role.CONDITION_SETTER).post(
        address("hand_in", form.conference), {"discussed_on": "2026-11-03", "discussed_how": "aan tafel"}
    )

    assert "Er staat nog geen voorwaarde op het formulier." in page.content.decode()


@pytest.mark.rule("A49")
def test_the_main_person_reads_it_before_anybody_else_and_adds_a_word(cast, client, handed_in):
    conference = handed_in.conference
    for role in (Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.COORDINATOR):
        assert SCHOOL not in look(cast, client, role, conference)
    with pytest.raises(NotSeenFirst):
        handed_in.release(by=cast.ayse)

    cast.enter(client, Role.MAIN_PERSON)
    first = client.get(address("react", conference, handed_in.slug)).content.decode()
    client.post(address("react", conference, handed_in.slug), {"reaction": REACTION})

    assert SCHOOL in first
    cast.enter(client, Role.REGIONAL_MANAGER).post(address("release", conference, handed_in.slug))
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
        handed_in.release(by=cast.ayse)


@pytest.mark.rule("A44")
@pytest.mark.parametrize("role", [role for role in Role if role != Role.REGIONAL_MANAGER])
def test_only_the_manager_shares_them(cast, handed_in, role):
    handed_in.react(by=cast.naima)

    with pytest.raises(NotAllowed):
        handed_in.release(by=cast[role])


@pytest.mark.rule("A48")
@pytest.mark.parametrize(
    "role", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.COORDINATOR]
)
def test_everybody_invited_reads_the_whole_of_it(cast, client, released, role):
    page = look(cast, client, role, released.conference)

    assert [line for line in WHOLE if line not in page] == []
    assert WATERMARK in page


@pytest.mark.rule("A48")
@pytest.mark.rule("R-INF-4")
def test_nothing_on_the_form_is_for_some_only():
    fields = {field.name for field in ConditionsForm._meta.get_fields() if field.concrete}

    assert not {name for name in fields if "only" in name or "hidden" in name or "visible" in name or "private" in name}
    assert not any(field.many_to_many for field in ConditionsForm._meta.get_fields())


@pytest.mark.rule("A48")
def test_it_is_open_to_all_invited_and_not_to_the_world(cast, client, released):
    where = address("show", released.conference)

    assert client.get(where).status_code == 302  # to the way in
    for role in (cast.stranger, cast.tom, cast.henk):
        assert cast.enter(client, role).get(where).status_code == 404


@pytest.mark.rule("A48")
def test_reading_is_ticked_by_each_and_listening_by_the_coordinator(cast, client, released):
    conference = released.conference
    cast.enter(client, Role.CIRCLE_MEMBER).post(address("tick", conference), {"how": "read"})
    cast.enter(client, Role.COORDINATOR)
    client.post(f"{address('tick', conference)}?namens={cast.naima.slug}&via=beside", {"how": "read_aloud"})

    page = client.get(address("show", conference))

    known = {str(reader.person): reader.how for reader in page.context["readers"]}
    assert known == {"Naima Bouzid": "voorgelezen", "Fatma Bouzid": "zelf gelezen", "Marloes van Dijk": ""}
    assert Reading.objects.get(person=cast.naima).how == "read_aloud"


def test_who_has_read_is_seen_by_the_coordinator_alone(cast, client, released):
    for role in (Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.CONDITION_SETTER):
        assert "Wie kent de voorwaarden" not in look(cast, client, role, released.conference)


def test_all_are_asked_to_read_until_they_did(cast, client, released):
    home = reverse("conference:show", args=[released.conference.slug])
    cast.enter(client, Role.PROFESSIONAL)

    asked = client.get(home).content.decode()
    client.post(address("tick", released.conference), {"how": "read"})
    client.post(address("tick", released.conference), {"how": "read"})  # a second click changes nothing

    assert "Er zijn voorwaarden aan het plan" in asked
    assert "Er zijn voorwaarden aan het plan" not in client.get(home).content.decode()
    assert Reading.objects.filter(person=cast.marloes).count() == 1


def test_with_two_setters_reading_means_all_of_it(cast, client, released):
    conference = released.conference
    Reading.tick(released, by=cast.fatma)
    second = ConditionsForm.objects.create(
        conference=conference, setter=cast.marloes, ground=Ground.DEBT, released_at=timezone.now()
    )

    page = cast.enter(client, Role.COORDINATOR).get(address("show", conference))

    assert {str(reader.person): reader.has_all for reader in page.context["readers"]}["Fatma Bouzid"] is False
    client.post(f"{address('tick', conference)}?namens={cast.fatma.slug}", {"how": "told"})
    assert set(Reading.objects.filter(person=cast.fatma).values_list("form", flat=True)) == {released.pk, second.pk}


@pytest.mark.parametrize("how", ["", "geroken"])
def test_a_way_of_reading_that_does_not_exist_is_refused(cast, client, released, how):
    cast.enter(client, Role.CIRCLE_MEMBER).post(address("tick", released.conference), {"how": how})

    assert not Reading.objects.exists()


def test_what_is_not_shared_cannot_be_ticked_as_read(cast, client, handed_in):
    cast.enter(client, Role.CIRCLE_MEMBER).post(address("tick", handed_in.conference), {"how": "read"})

    assert not Reading.objects.exists()


@pytest.mark.rule("A48")
def test_once_shared_it_is_frozen(cast, released):
    for change in (
        lambda: released.add(text="Nog een", by=cast.stefan),
        lambda: released.write(concerns="Anders", by=cast.stefan),
        lambda: released.conditions.first().remove(by=cast.stefan),
        lambda: released.react(reaction="Anders", by=cast.naima),
        lambda: released.release(by=cast.ayse),
    ):
        with pytest.raises(TooLate):
            change()


@pytest.mark.rule("A48")
def test_somebody_who_still_had_the_page_open_changes_nothing_after_sharing(cast, handed_in):
    handed_in.react(by=cast.naima)
    open_elsewhere = ConditionsForm.objects.get(pk=handed_in.pk)
    handed_in.release(by=cast.ayse)

    with pytest.raises(TooLate):
        open_elsewhere.add(text="Net te laat", by=cast.stefan)


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
        f"{address('react', handed_in.conference, handed_in.slug)}?namens={cast.naima.slug}&via=phone",
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
    written.hand_in(discussed_on=date(2026, 11, 3), discussed_how="aan tafel", by=cast.stefan)
    assert not asks(Role.CONDITION_SETTER, "Uw voorwaarden aan het plan")
    assert asks(Role.MAIN_PERSON, "Stefan Kuiper stelt voorwaarden aan het plan")
    written.react(by=cast.naima)
    assert asks(Role.REGIONAL_MANAGER, "De voorwaarden kunnen gedeeld worden")
    written.release(by=cast.ayse)
    assert asks(Role.CIRCLE_MEMBER, "Er zijn voorwaarden aan het plan")


@pytest.mark.parametrize("role", [Role.CIRCLE_MEMBER, Role.COORDINATOR, Role.REGIONAL_MANAGER])
def test_fifty_conditions_and_readers_cost_no_more_questions_than_one(
    cast, client, released, django_assert_max_num_queries, role
):
    cast.enter(client, role)
    counts = []
    for extra in (0, 50):
        for number in range(3, 3 + extra):
            released.conditions.create(number=number, text="Nog een voorwaarde")
            person = cast.anyone_new(f"Lezer {number}")
            released.conference.members.create(
                name="Lezer", person=person, agreed_at=timezone.now(), invited_at=timezone.now()
            )
            Reading.objects.create(form=released, person=person, how="read")
        with django_assert_max_num_queries(12) as asked:
            assert client.get(address("show", released.conference)).status_code == 200
        counts.append(len(asked))

    assert counts[1] <= counts[0]
