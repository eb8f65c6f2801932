"""The start: four questions that block nothing, haste that skips nothing, and an earlier conference on request."""

from datetime import timedelta
from itertools import product

import pytest
from django.utils import timezone

from kring.conference.access import RULES, Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, NotAllowed
from kring.foundation.channels import Channel
from kring.foundation.posting import Message
from kring.people.models import Organisation
from kring.referral import receiving
from kring.referral.alarming import alarm_again
from kring.referral.checklist import QUESTIONS, StartCheck
from kring.referral.earlier import EarlierConference
from kring.referral.models import NotAskedYet, Requester
from kring.referral.routing import managers, take_over
from tests.referral.scenes import asked_for, called, fresh, page, referral_of, text_of


def fill_in(client, conference, **answers):
    given = dict.fromkeys(QUESTIONS, "unknown") | answers
    return client.post(page(conference, "startvragen/"), given, follow=True)


ONE_NO = [tuple("no" if at == number else "yes" for at in range(4)) for number in range(4)]


# --- the questions at the start (R-INV-3) ----------------------------------------------------------------------------
@pytest.mark.rule("B20")
@pytest.mark.rule("B24")
@pytest.mark.rule("B10")
@pytest.mark.parametrize("answers", [*product(["no"], repeat=4), *product(["unknown"], repeat=4), *ONE_NO])
@pytest.mark.rule("R-INV-3")
def test_no_answer_at_the_start_ever_blocks_anything(cast, answers):
    conference = asked_for(cast, ("Naima", None))
    StartCheck.fill_in(conference, by=cast.ayse, needed="", **dict(zip(QUESTIONS, answers, strict=True)))

    receiving.say_yes(referral_of(conference), by=Hand.of(called(conference, "Naima")))

    assert fresh(conference).phase == Phase.MATCHING


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.rule("R-INV-3")
def test_a_no_at_the_start_leads_to_a_talk(cast, client, question):
    conference = asked_for(cast, ("Naima", None))
    cast.enter(client, cast.ayse)

    answer = fill_in(client, conference, **{question: "no"})

    assert "Praat er samen over" in text_of(answer)
    assert str(QUESTIONS[question]) in text_of(client.get(f"/c/{conference.slug}/"))
    client.post(page(conference, "startvragen/besproken/"))
    assert "Praat er samen over" not in text_of(client.get(f"/c/{conference.slug}/"))


def test_weet_ik_nog_niet_is_an_answer_and_asks_for_nothing(cast, client):
    conference = asked_for(cast, ("Naima", None))
    cast.enter(client, cast.ayse)

    fill_in(client, conference)

    assert "Praat er samen over" not in text_of(client.get(f"/c/{conference.slug}/"))


@pytest.mark.rule("B20")
def test_the_start_counts_no_people():
    names = {field.name for field in StartCheck._meta.local_fields}

    assert not [name for name in names if "number" in name or "count" in name or "minimum" in name]


@pytest.mark.rule("B5")
def test_the_questions_at_the_start_are_the_regiomanagers_alone_and_no_verb_asks_them(cast):
    for phase in Phase:
        assert RULES["check_start"].roles[phase] <= {Role.REGIONAL_MANAGER}
    assert not RULES["check_start"].is_step


def test_what_was_noted_at_the_start_is_gone_when_it_is_over(cast):
    conference = asked_for(cast, ("Naima", None))
    StartCheck.fill_in(conference, by=cast.ayse, needed="Niet samen in één auto.", is_safe="no")

    receiving.say_no(referral_of(conference), by=Hand.of(called(conference, "Naima")))

    assert not StartCheck.objects.exists()


# --- haste (A53) -----------------------------------------------------------------------------------------------------
@pytest.mark.rule("A53")
def test_haste_skips_no_step(cast):
    conference = asked_for(cast, ("Naima", None), talked=False, urgent=True)
    naima = called(conference, "Naima")

    with pytest.raises(NotAskedYet):
        referral_of(conference).say_yes(by=naima)
    with pytest.raises(NotAllowed):
        fresh(conference).take("appoint", by=cast.joke)

    referral_of(conference).record_talk(talked_on=timezone.localdate(), talked_with="Tom", urgent=True, by=cast.ayse)
    referral_of(conference).say_yes(by=naima)
    assert fresh(conference).phase == Phase.MATCHING


@pytest.mark.rule("A53")
@pytest.mark.parametrize(
    ("urgent", "phone", "channel"),
    [
        (True, "06 44 00 00 01", Channel.SMS),
        (True, "0341 25 00 00", Channel.PHONE),
        (True, "", Channel.LETTER),
        (False, "06 44 00 00 01", Channel.LETTER),
    ],
)
def test_with_haste_nothing_goes_by_post_that_can_go_faster(cast, urgent, phone, channel):
    conference = asked_for(cast, ("Naima", None), urgent=urgent)
    naima = called(conference, "Naima")
    naima.channel, naima.phone, naima.postal_address = Channel.LETTER, phone, "Dorpsstraat 1\n8071 AA Nunspeet"
    naima.save()

    receiving.ask_to_answer(referral_of(conference), by=Hand.of(cast.ayse))

    assert Message.objects.get(key__startswith="asked").channel == channel


@pytest.mark.rule("A53")
def test_with_haste_the_regiomanager_is_asked_to_call_today(cast, client):
    conference = asked_for(cast, ("Naima", None), talked=False, urgent=True)
    cast.enter(client, cast.ayse)
    assert "Bel Tom vandaag nog" in text_of(client.get(f"/c/{conference.slug}/"))

    referral_of(conference).record_talk(talked_on=timezone.localdate(), talked_with="Tom", by=cast.ayse)

    assert "Bel Naima vandaag nog voor het antwoord" in text_of(client.get(f"/c/{conference.slug}/"))
    new = Message.objects.get(recipient=cast.ayse, key__startswith="new:")
    assert "spoed" in new.subject


@pytest.mark.rule("A53")
def test_haste_that_shows_in_the_talk_counts_from_then_on(cast, client):
    conference = asked_for(cast, ("Naima", None), talked=False)
    cast.enter(client, cast.ayse)
    day = timezone.localdate() + timedelta(days=5)
    talk = {
        "talked_on": timezone.localdate().isoformat(),
        "talked_with": "Tom",
        "channel": "sms",
        "phone": "0644000001",
    }

    client.post(page(conference, "gesprek/"), talk | {"urgent": "on", "presses_on": day.isoformat()})

    assert fresh(conference).is_urgent
    assert referral_of(conference).presses_on == day
    assert "spoed" in text_of(client.get(f"/c/{conference.slug}/"))


# --- a place we do not know (A32) ------------------------------------------------------------------------------------
@pytest.fixture
def unrouted(cast):
    return receiving.receive(kind=Requester.SELF, main_people=[{"first_name": "Ans"}], place="Verweggistan").conference


@pytest.mark.rule("A32")
def test_an_unrouted_request_alarms_every_regiomanager_and_the_national_mailbox(cast, unrouted):
    alarms = Message.objects.filter(key__startswith="unrouted:")

    expected = {manager.login_email for manager in managers()} | {Organisation.current().email}
    assert {one.address for one in alarms} == expected
    assert "ayse@kring.example" in expected
    assert all("Een aanvraag zonder regio" in one.subject for one in alarms)
    assert not [one for one in alarms if "Ans" in one.text or "Verweg" in one.text]


@pytest.mark.rule("A32")
def test_the_national_mailbox_is_alarmed_each_working_morning_until_somebody_takes_it(cast, unrouted):
    Conference.objects.filter(pk=unrouted.pk).update(created_at=timezone.now() - timedelta(days=10))
    monday = timezone.localdate() + timedelta(days=7 - timezone.localdate().weekday())

    def mails() -> int:
        return Message.objects.filter(recipient__email=Organisation.current().email).count()

    before = mails()
    for day in (monday, monday, monday + timedelta(days=1), monday + timedelta(days=5)):
        alarm_again(day)
    assert mails() == before + 2

    take_over(fresh(unrouted), by=cast.ayse, region=cast.region)
    alarm_again(monday + timedelta(days=2))
    assert mails() == before + 2


@pytest.mark.rule("A32")
def test_the_mailbox_gets_no_door_into_anything(cast, unrouted):
    mail = Message.objects.get(recipient__email=Organisation.current().email)

    assert mail.link_path == ""
    assert not mail.recipient.participations.exists()
    assert not mail.recipient.is_at_a_desk


def test_the_mailbox_is_one_however_often_it_is_written_to(cast, unrouted):
    receiving.receive(kind=Requester.SELF, main_people=[{"first_name": "Bep"}])

    recipients = Message.objects.filter(recipient__email=Organisation.current().email).values("recipient")
    assert recipients.distinct().count() == 1


# --- an earlier conference -------------------------------------------------------------------------------------------
@pytest.fixture
def before(cast):
    """Years ago there was a conference around somebody called Naima Jansen."""
    conference = cast.conference(phase=Phase.CLOSED)
    naima = conference.main_people[0]
    naima.first_name, naima.last_name = "Naima", "Jansen"
    naima.save()
    return conference


def say_it(conference, may: bool = True) -> None:
    words = {"correction": "", "may_look_back": may, "earlier": "Naima Jansen, 2021"}
    referral_of(conference).correct(**words, by=called(conference, "Naima"))


def look(client, conference, first_name: str = "naima", last_name: str = "JANSEN"):
    return client.get(page(conference, "eerder/"), {"first_name": first_name, "last_name": last_name})


def test_without_a_word_of_the_person_nobody_looks_back(cast, client, before):
    conference = asked_for(cast, ("Naima", None))
    cast.enter(client, cast.ayse)

    assert look(client, conference).status_code == 404
    assert client.post(page(conference, f"eerder/{before.slug}/")).status_code == 404
    assert "eerdere" not in text_of(client.get(page(conference))).casefold()
    with pytest.raises(NotAllowed):
        EarlierConference.link(fresh(conference), before, by=cast.ayse)


def test_when_the_person_says_so_the_regiomanager_finds_it_by_name_and_links_it(cast, client, before):
    conference = asked_for(cast, ("Naima", None))
    say_it(conference)
    cast.enter(client, cast.ayse)
    assert "Er is al eens een conferentie geweest" in text_of(client.get(f"/c/{conference.slug}/"))
    assert "Naima Jansen" in text_of(look(client, conference))
    assert (
        "Naima Jansen"
        not in text_of(look(client, conference, last_name="Janssen")).split("<form")[-1].split("</form>")[-1]
    )

    client.post(page(conference, f"eerder/{before.slug}/"))

    assert fresh(conference).earlier_ones.get().earlier == before
    theirs = text_of(client.get(page(conference, "eerder/")))
    assert "Nunspeet" in theirs
    assert "Samen naar school" not in theirs


@pytest.mark.parametrize("who", ["Naima", "Tom"])
def test_nobody_but_the_regiomanager_sees_an_earlier_conference(cast, client, before, who):
    conference = asked_for(cast, ("Naima", None))
    say_it(conference)
    cast.enter(client, called(conference, who))

    assert look(client, conference).status_code == 404
    assert client.post(page(conference, f"eerder/{before.slug}/")).status_code == 404
    for phase in Phase:
        assert RULES["see_earlier"].roles[phase] <= {Role.REGIONAL_MANAGER}


def test_taken_back_is_taken_back(cast, client, before):
    conference = asked_for(cast, ("Naima", None))
    say_it(conference)
    EarlierConference.link(fresh(conference), before, by=cast.ayse)

    say_it(conference, may=False)

    assert not EarlierConference.objects.exists()
    assert referral_of(conference).earlier == ""


def test_what_is_erased_stays_erased(cast, client, before):
    from kring.oversight.erasing import forget

    conference = asked_for(cast, ("Naima", None))
    say_it(conference)
    EarlierConference.link(fresh(conference), before, by=cast.ayse)
    forget(before, "plan", timezone.localdate())
    cast.enter(client, cast.ayse)

    assert "Niets gevonden" in text_of(look(client, conference))
    assert not EarlierConference.objects.exists()
