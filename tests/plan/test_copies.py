"""Copies of the plan: to everybody in their own way within two working days, and as each may be reached."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from kring.circle.safety import SafetyNote
from kring.conference.access import Phase, Role, allowed
from kring.foundation.posting import Message, Status
from kring.plan import papers, sharing
from kring.plan.copying import PlanCopy, deal_out, still_to_give, with_news
from kring.plan.models import Plan
from kring.plan.refusals import NotYours
from kring.plan.reminding import remind
from tests.plan.scene import at, plain

FRIDAY = datetime(2027, 2, 12, 16, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def conference(cast):
    return cast.conference(phase=Phase.PRESENTATION)


@pytest.fixture
def plan(cast, conference) -> Plan:
    """The plan was adopted just now."""
    plan = Plan.of(conference)
    plan.agree(what="Bij ruzie naar de Eikenlaan", is_safety=True, by=cast.naima)
    sharing.adopt(plan, by=cast.naima)
    return plan


def who(copies) -> list[str]:
    return [copy.person.first_name for copy in copies]


@pytest.mark.rule("R-PLN-6")
def test_who_gets_no_messages_gets_the_plan_on_paper_from_the_coordinator(cast, client, conference, plan):
    assert who(still_to_give(plan)) == ["Fatma"]  # who is called; Naima gets an sms
    copy = plan.copies.get(person=cast.fatma)
    cast.enter(client, Role.COORDINATOR)
    assert reverse("plan:hand_out", args=[conference.slug]) in client.get(
        reverse("conference:show", args=[conference.slug])
    ).content.decode()  # fmt: skip
    listed = client.get(at(conference, "hand_out")).content.decode()
    assert at(conference, "print_copy", copy.slug) in listed

    printed = plain(client.get(at(conference, "print_copy", copy.slug)).content)
    client.post(at(conference, "give", copy.slug))

    assert "De kinderen naar school brengen" in printed
    assert "Eikenlaan" in printed
    copy.refresh_from_db()
    assert copy.given_by == cast.joke
    assert still_to_give(plan) == []
    assert client.get(at(conference, "print_copy", copy.slug)).status_code == 404
    assert client.get(at(conference, "show")).status_code == 404  # the plan itself stays the family's
    assert conference.journal.filter(step="give_copies").count() == 1


@pytest.mark.rule("R-PLN-6")
def test_a_copy_speaks_the_language_of_who_gets_it(cast, client, conference, plan):
    cast.fatma.speak("en")
    copy = plan.copies.get(person=cast.fatma)

    printed = cast.enter(client, Role.COORDINATOR).get(at(conference, "print_copy", copy.slug)).content

    assert b"/Lang(en)" in printed
    assert "De kinderen naar school brengen" in plain(printed)


def test_what_was_told_otherwise_goes_on_paper_as_well_and_only_what_is_there(cast, client, conference):
    plan = Plan.of(conference)
    plan.fill_in(child="Oma brengt jou. En mama haalt jou.", by=cast.naima)
    sharing.adopt(plan, by=cast.naima)
    copy = plan.copies.get(person=cast.fatma)
    cast.enter(client, Role.COORDINATOR)
    sheet = at(conference, "print_retold", copy.slug, "kinderen")
    listed = client.get(at(conference, "hand_out")).content.decode()
    assert sheet in listed
    assert at(conference, "print_retold", copy.slug, "makkelijk") not in listed

    assert "Dit gaat er voor jou gebeuren" in plain(client.get(sheet).content)

    for kind in ("makkelijk", "verslag"):
        assert client.get(at(conference, "print_retold", copy.slug, kind)).status_code == 404


@pytest.mark.rule("R-PLN-6")
def test_there_are_two_working_days_for_it(cast, conference):
    version = sharing.adopt(Plan.of(conference), by=cast.naima)
    version.kept_at = FRIDAY

    deal_out(version, [cast.fatma])

    assert PlanCopy.objects.get(person=cast.fatma).due_on == date(2027, 2, 16)


@pytest.mark.rule("R-PLN-6")
def test_a_new_version_goes_round_again(cast, conference, plan):
    PlanCopy.objects.get(person=cast.fatma).give(by=cast.joke)
    plan.agree(what="Ook op zaterdag", by=cast.naima)

    sharing.keep_as_new_version(Plan.of(conference), by=cast.naima)

    assert [(copy.person, copy.number) for copy in still_to_give(plan)] == [(cast.fatma, 2)]


def test_a_message_that_was_sent_brought_the_plan_and_one_that_failed_did_not(cast, conference, plan):
    message = Message.objects.get(recipient=cast.naima, link_path=at(conference, "show"))
    naima = plan.copies.filter(person=cast.naima)

    Message.objects.filter(pk=message.pk).update(status=Status.SENT, sent_at=timezone.now())
    assert with_news(list(naima), plan)[0].has_since

    Message.objects.filter(pk=message.pk).update(status=Status.FAILED)
    [copy] = with_news(list(naima), plan)
    assert (copy.has_since, copy.by_hand) == (None, True)


@pytest.mark.rule("R-SAF-2")
def test_who_must_not_be_written_to_gets_it_by_hand_and_no_message(cast, conference):
    SafetyNote.objects.create(conference=conference, about=cast.naima, flag=SafetyNote.Flag.CALL_ONLY)
    plan = Plan.of(conference)

    sharing.adopt(plan, by=cast.naima)

    assert who(still_to_give(plan)) == ["Naima", "Fatma"]
    assert {copy.channel for copy in still_to_give(plan)} == {"phone"}
    assert Message.objects.get(recipient=cast.naima, link_path=at(conference, "show")).channel == "phone"


def test_a_main_person_chooses_how_somebody_gets_it_and_that_somebody_need_not(cast, client, conference):
    cast.enter(client, Role.MAIN_PERSON)
    assert at(conference, "copies") in client.get(at(conference, "show")).content.decode()
    assert at(conference, "copy", cast.fatma.slug) in client.get(at(conference, "copies")).content.decode()

    client.post(at(conference, "copy", cast.fatma.slug), {"way": "none"})
    client.post(at(conference, "copy", cast.naima.slug), {"way": "large", "with_safety": "on"})
    sharing.adopt(Plan.of(conference), by=cast.naima)

    plan = Plan.of(conference)
    assert who(still_to_give(plan)) == ["Naima"]
    assert plan.told()["copies"] == [{"who": "Naima Bouzid", "way": "large"}]
    assert "Wie dit plan krijgt Naima Bouzid (op papier, met grote letters)" in plain(
        papers.whole(plan.told())
    ).replace("• ", "")
    assert not Message.objects.filter(recipient=cast.fatma, link_path=at(conference, "show")).exists()


def test_outsiders_get_no_copy_until_the_family_lets_them_read_it(cast, client, conference):
    plan = Plan.of(conference)
    cast.enter(client, Role.MAIN_PERSON)
    assert client.get(at(conference, "copy", cast.marloes.slug)).status_code == 404
    with pytest.raises(NotYours):
        PlanCopy.choose(plan, person=cast.marloes, way="paper", with_safety=True, by=cast.naima)
    sharing.adopt(plan, by=cast.naima)
    assert not plan.copies.filter(person=cast.marloes).exists()

    sharing.open_for(conference, [Role.PROFESSIONAL], by=cast.naima)

    copy = plan.copies.get(person=cast.marloes)
    assert (copy.number, copy.with_safety) == (1, False)


@pytest.mark.rule("R-PLN-6")
def test_the_coordinator_is_reminded_once_on_the_last_day_and_never_while_they_rest(cast, conference, plan):
    due = plan.copies.get(person=cast.fatma).due_on
    reminders = Message.objects.filter(link_path=at(conference, "hand_out"))

    remind(due - timedelta(days=1))
    assert not reminders.exists()
    conference.rest(by=cast.naima)
    remind(due)
    assert not reminders.exists()
    conference.go_on(by=cast.naima)
    remind(due)
    remind(due + timedelta(days=1))

    assert [message.recipient for message in reminders] == [cast.joke]
    assert "Fatma" not in reminders.get().text


@pytest.mark.rule("R-PLN-6")
@pytest.mark.parametrize("role", [Role.MAIN_PERSON, Role.CIRCLE_MEMBER, Role.PROFESSIONAL, Role.REGIONAL_MANAGER])
def test_a_copy_that_is_late_stands_on_the_page_of_the_coordinator_alone(cast, client, conference, plan, role):
    plan.copies.update(due_on=date(2020, 1, 3))
    home = reverse("conference:show", args=[conference.slug])
    assert "3 januari 2020" in cast.enter(client, Role.COORDINATOR).get(home).content.decode()
    assert 'tag-sun">vandaag' in client.get(at(conference, "hand_out")).content.decode()

    cast.enter(client, role)

    seen = [home, at(conference, "copies"), at(conference, "show")]
    assert not [address for address in seen if "3 januari 2020" in client.get(address).content.decode()]
    assert client.get(at(conference, "hand_out")).status_code == 404


def test_only_the_coordinator_hands_out_and_only_after_the_day():
    may = {(role, phase) for role in Role for phase in Phase if "give_copies" in allowed({role}, phase)}

    assert may == {(Role.COORDINATOR, Phase.FOLLOW_UP)}


@pytest.mark.parametrize("rows", [1, 50])
def test_the_lists_ask_as_little_for_many_as_for_one(
    cast, client, conference, plan, django_assert_max_num_queries, rows
):
    for number in range(rows - 1):
        person = cast.anyone_new(f"Gast {number}", phone="06 11 00 00 99", channel="phone")
        conference.seat(person, Role.CIRCLE_MEMBER)
        PlanCopy.objects.create(plan=plan, person=person, number=1, due_on=date(2027, 2, 16))
    for role, name in ((Role.MAIN_PERSON, "copies"), (Role.COORDINATOR, "hand_out")):
        cast.enter(client, role).get(at(conference, name))
        with django_assert_max_num_queries(12):
            assert client.get(at(conference, name)).status_code == 200
