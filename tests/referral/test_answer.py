"""From the talk to the yes or the no of the person it is about."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.models import Conference, NotAllowed, Outcome, Overtaken
from kring.foundation.posting import Message, Status
from kring.people.models import Channel
from kring.referral.models import NotAskedYet, Referral, Requester
from kring.referral.receiving import receive
from kring.referral.routing import take_over


@pytest.fixture
def asked(cast) -> Conference:
    """Tom asked for Naima; nobody talked yet."""
    return receive(
        kind=Requester.PROFESSIONAL,
        main_person={"first_name": "Naima", "last_name": "Bouzid", "phone": "06 11 00 00 09"},
        requester={
            "first_name": "Tom",
            "email": "tom2@school.example",
            "channel": Channel.MAIL,
            "works_at": "De Klaproos",
        },
        municipality=cast.municipality,
        occasion="De kinderen komen vaak niet op school.",
    ).conference


def naima_of(conference):
    return Conference.objects.get(pk=conference.pk).main_people[0]


def tom_of(conference):
    return Conference.objects.get(pk=conference.pk).referral.requester


def have_the_talk(cast, client, conference, **given):
    cast.enter(client, cast.ayse)
    talk = {
        "talked_on": timezone.localdate().isoformat(),
        "talked_with": "Tom",
        "phone": "06 11 00 00 09",
        "channel": "sms",
    }
    return client.post(f"/c/{conference.slug}/aanmelding/gesprek/", talk | given)


def about(conference, page: str = "") -> str:
    return f"/c/{conference.slug}/aanmelding/{page}"


@pytest.mark.rule("A33")
def test_nothing_is_answered_before_a_person_talked_about_it(cast, client, asked):
    naima = naima_of(asked)
    cast.enter(client, naima)

    page = client.get(about(asked)).content.decode()
    client.post(about(asked, "ja/"))

    assert "Ja, dit wil ik" not in page
    asked.refresh_from_db()
    assert asked.phase == Phase.REFERRAL
    with pytest.raises(NotAskedYet):
        asked.referral.say_yes(by=naima)


@pytest.mark.rule("A33")
def test_the_regiomanager_records_when_and_with_whom_and_nothing_of_what_was_said(cast, client, asked):
    page = have_the_talk(cast, client, asked, talked_on="")
    assert "<textarea" not in page.content.decode()

    have_the_talk(cast, client, asked)

    referral = Referral.objects.get(conference=asked)
    assert (referral.talked_on, referral.talked_with) == (timezone.localdate(), "Tom")


@pytest.mark.rule("A34")
def test_the_regiomanager_asks_for_wishes_and_for_haste_in_the_talk(cast, client, asked):
    have_the_talk(cast, client, asked, wish_language="Liefst iemand die Fries spreekt", urgent="on")

    asked.refresh_from_db()
    assert asked.is_urgent
    assert Referral.objects.get().wishes == "Liefst iemand die Fries spreekt"


def test_a_talk_of_tomorrow_is_refused_at_its_field(cast, client, asked):
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()

    page = have_the_talk(cast, client, asked, talked_on=tomorrow)

    assert "talked_on" in page.context["form"].errors
    assert not Message.objects.filter(key__startswith="asked").exists()


def test_after_the_talk_the_main_person_hears_that_something_waits_and_who_we_are_not(cast, client, asked):
    have_the_talk(cast, client, asked)

    sent = Message.objects.get(recipient=naima_of(asked))
    assert (sent.channel, sent.sent_by, sent.link_path) == (Channel.SMS, cast.ayse, about(asked))
    assert "niet van de gemeente en niet van jeugdzorg" in sent.short
    for secret in ("Tom", "school", "Klaproos", "Bouzid"):
        assert secret not in sent.text + sent.short + sent.subject


def test_who_must_be_called_stands_as_a_task_with_the_regiomanager(cast, client, asked):
    have_the_talk(cast, client, asked, channel="phone")

    assert Message.objects.get(recipient=naima_of(asked)).status == Status.BY_HAND
    assert "06 11 00 00 09" in client.get("/werk/").content.decode()


def test_the_main_person_reads_every_word_that_was_written_and_by_whom(cast, client, asked):
    have_the_talk(cast, client, asked)
    cast.enter(client, naima_of(asked))

    page = client.get(about(asked)).content.decode()

    assert "De kinderen komen vaak niet op school." in page
    assert "De Klaproos" in page
    assert "Ja, dit wil ik" in page
    assert "Nee, dank je" in page


@pytest.mark.rule("A34")
def test_the_main_person_corrects_it_and_says_own_wishes_which_the_requester_does_not_read(cast, client, asked):
    cast.enter(client, naima_of(asked))
    client.post(about(asked, "verbeteren/"), {"correction": "Het was één keer.", "wish_gender": "Liefst een vrouw"})
    assert "Het was één keer." in client.get(about(asked)).content.decode()

    cast.enter(client, tom_of(asked))
    theirs = client.get(about(asked)).content.decode()

    assert Referral.objects.get().wishes == "Liefst een vrouw"
    assert "Het was één keer." not in theirs
    assert "Liefst een vrouw" not in theirs


def test_a_yes_is_one_tap_and_a_coordinator_is_looked_for(cast, client, asked):
    have_the_talk(cast, client, asked)
    cast.enter(client, naima_of(asked))

    answer = client.post(about(asked, "ja/"), follow=True)

    asked.refresh_from_db()
    assert asked.phase == Phase.MATCHING
    assert "We gaan voor je zoeken" in answer.content.decode()
    assert Message.objects.filter(recipient=tom_of(asked), key__startswith="answer-matching").count() == 1


def test_a_no_is_one_tap_needs_no_reason_thanks_and_shows_what_else_there_is(cast, client, asked):
    have_the_talk(cast, client, asked)
    cast.enter(client, naima_of(asked))

    answer = client.post(about(asked, "nee/"), follow=True).content.decode()

    asked.refresh_from_db()
    assert (asked.phase, asked.outcome) == (Phase.CLOSED, Outcome.DECLINED)
    assert "Nee is ook goed" in answer
    assert "Wat er nog meer is" in answer
    assert "textarea" not in answer


def test_no_can_be_said_before_the_talk_too(cast, client, asked):
    cast.enter(client, naima_of(asked))

    client.post(about(asked, "nee/"))

    asked.refresh_from_db()
    assert asked.outcome == Outcome.DECLINED


def test_who_asked_hears_that_it_does_not_go_on_and_never_why_or_by_whom(cast, client, asked):
    have_the_talk(cast, client, asked)
    cast.enter(client, naima_of(asked))
    client.post(about(asked, "nee/"))
    cast.enter(client, tom_of(asked))

    page = client.get(f"/c/{asked.slug}/").content.decode()

    assert "Deze aanvraag gaat niet door" in page
    assert "Nee is ook goed" not in page
    assert client.get(about(asked, "bedankt/")).status_code == 404
    assert client.get(about(asked)).status_code == 404
    sent = Message.objects.get(recipient=tom_of(asked), key__startswith="answer-closed")
    assert "nee" not in sent.text.casefold().replace("nee zeggen heeft geen", "")


def test_somebody_on_the_phone_answers_through_the_regiomanager_and_the_journal_says_so(cast, client, asked):
    have_the_talk(cast, client, asked)
    naima = naima_of(asked)
    as_naima = f"?namens={naima.slug}&via=phone"
    assert "Ja, dit wil ik" in client.get(about(asked) + as_naima).content.decode()

    client.post(about(asked, "ja/") + as_naima)

    entry = asked.journal.get(step="say_yes")
    assert (entry.taken_by, entry.in_name_of, entry.via) == (cast.ayse, naima, "phone")


def test_who_asks_for_oneself_reads_it_back_and_answers_on_the_same_page(cast, client):
    conference = receive(
        kind=Requester.SELF,
        main_person={"first_name": "Ans", "phone": "06 55 00 00 01"},
        municipality=cast.municipality,
        occasion="Ik zit veel alleen.",
    ).conference
    conference.referral.record_talk(talked_on=timezone.localdate(), talked_with="Ans", by=cast.ayse)
    cast.enter(client, conference.main_people[0])

    page = client.get(about(conference)).content.decode()

    assert "Dit schreef je zelf" in page
    assert "Ja, dit wil ik" in page


def test_a_step_taken_twice_changes_nothing_and_says_so(cast, client, asked):
    have_the_talk(cast, client, asked)
    cast.enter(client, naima_of(asked))
    client.post(about(asked, "ja/"))

    again = client.post(about(asked, "ja/"))

    assert again.status_code == 404
    assert asked.journal.filter(step="say_yes").count() == 1


# --- where it goes ---------------------------------------------------------------------------------------------------
def test_an_unrouted_request_is_taken_over_once_and_that_is_written_down(cast):
    conference = receive(kind=Requester.SELF, main_person={"first_name": "Ans"}).conference

    take_over(conference, by=cast.ayse, region=cast.region)

    assert Conference.objects.get().manager == cast.ayse
    assert conference.journal.get().step == "take_over"
    with pytest.raises(NotAllowed):
        take_over(Conference.objects.get(), by=cast.joke)


def test_of_two_who_take_it_over_at_once_one_wins(cast):
    conference = receive(kind=Requester.SELF, main_person={"first_name": "Ans"}).conference
    seen_by_another = Conference.objects.get()
    take_over(conference, by=cast.ayse, region=cast.region)

    with pytest.raises(Overtaken):
        take_over(seen_by_another, by=cast.ayse, region=cast.region)


def test_a_stand_in_takes_the_seat_of_the_regiomanager(cast, asked):
    wouter = cast.anyone_new("Wouter", login_email="wouter@kring.example")
    cast.region.stand_in = wouter
    cast.region.save()

    take_over(asked, by=wouter)

    assert Conference.objects.get(pk=asked.pk).people(Role.REGIONAL_MANAGER) == [wouter]


@pytest.mark.parametrize(
    ("who", "phase", "page"),
    [
        (Role.MAIN_PERSON, Phase.MATCHING, "aanmelding/"),
        (Role.MAIN_PERSON, Phase.MATCHING, "aanmelding/bedankt/"),
        (Role.REQUESTER, Phase.REFERRAL, "aanmelding/wat-u-vroeg/"),
        (Role.REGIONAL_MANAGER, Phase.REFERRAL, "aanmelding/hoofdpersonen/"),
        (Role.REGIONAL_MANAGER, Phase.REFERRAL, "aanmelding/startvragen/"),
        (Role.REGIONAL_MANAGER, Phase.REFERRAL, ""),
        (Role.REGIONAL_MANAGER, Phase.REFERRAL, "aanmelding/"),
        (Role.REGIONAL_MANAGER, Phase.REFERRAL, "aanmelding/gesprek/"),
        (Role.COACH, Phase.PREPARATION, "sparren/"),
        (Role.COORDINATOR, Phase.PREPARATION, "eerste-contact/"),
    ],
)
def test_every_page_around_the_request_asks_the_database_little(
    cast, client, who, phase, page, django_assert_max_num_queries
):
    conference = cast.conference(phase=phase)
    cast.enter(client, who)

    with django_assert_max_num_queries(12):
        assert client.get(f"/c/{conference.slug}/{page}").status_code == 200
