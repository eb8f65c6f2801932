"""A no is a good answer: one tap, thanks, what else there is, and a door that stays open (R-CON-3, R-CON-6)."""

import pytest

from kring.conference.access import Phase, Role
from kring.conference.models import Outcome
from kring.foundation.posting import Message
from kring.referral.models import Enquiry
from tests.referral.scenes import asked_for, called, fresh, page, referral_of, text_of

AGAIN = "/toch-nog-eens/"


@pytest.fixture
def declined(cast, client):
    """Naima said no; it was about her alone."""
    conference = asked_for(cast, ("Naima", None))
    cast.enter(client, called(conference, "Naima"))
    client.post(page(conference, "nee/"))
    return fresh(conference)


@pytest.mark.rule("B5")
@pytest.mark.rule("R-CON-6")
def test_a_no_costs_one_tap_and_asks_for_no_reason(cast, client):
    conference = asked_for(cast, ("Naima", None))
    cast.enter(client, called(conference, "Naima"))
    assert "Nee, dank je" in text_of(client.get(page(conference)))

    answer = client.post(page(conference, "nee/"), follow=True)

    assert fresh(conference).outcome == Outcome.DECLINED
    assert "<textarea" not in answer.content.decode()
    for words in ("Dank je wel", "geen gevolgen voor hulp", "Wat er nog meer is", "Bel mij toch nog eens"):
        assert words in text_of(answer)


@pytest.mark.parametrize("where", ["", "aanmelding/bedankt/"])
@pytest.mark.rule("R-CON-6")
def test_the_thanks_and_the_open_door_are_there_on_another_day_too(client, declined, where):
    answer = client.get(f"/c/{declined.slug}/{where}")

    assert answer.status_code == 200
    assert "nee" in text_of(answer).casefold()


@pytest.mark.rule("R-CON-6")
def test_changing_ones_mind_is_one_tap_and_the_same_regiomanager_calls(cast, client, declined):
    answer = client.post(AGAIN, follow=True)

    assert "Dezelfde regiomanager belt je" in text_of(answer)
    enquiry = Enquiry.objects.get()
    assert (enquiry.first_name, enquiry.phone) == ("Naima", "06 44 00 00 00")
    asked = Message.objects.get(key__startswith="again:")
    assert asked.recipient == cast.ayse
    assert "Naima" not in asked.text + asked.subject
    assert declined.phase == Phase.CLOSED


def test_tapping_it_three_times_is_one_call(client, declined):
    for _again in range(3):
        client.post(AGAIN)

    assert Enquiry.objects.count() == 1
    assert Message.objects.filter(key__startswith="again:").count() == 1


def test_after_the_call_it_can_be_asked_once_more(cast, client, declined):
    client.post(AGAIN)
    Enquiry.objects.get().call(by=cast.ayse)

    client.post(AGAIN)

    assert Enquiry.objects.get().called_at is None


def test_who_stepped_out_quietly_can_ask_again_too(cast, client):
    conference = asked_for(cast, ("Naima", None), ("Karim", None))
    cast.enter(client, called(conference, "Karim"))
    client.post(page(conference, "nee/"))

    assert client.get("/dank-je/").status_code == 200
    client.post(AGAIN)

    assert Enquiry.objects.get().first_name == "Karim"


def test_who_has_no_phone_is_found_by_the_regiomanager_all_the_same(cast, client):
    conference = asked_for(cast, ("Naima", None))
    naima = called(conference, "Naima")
    naima.phone, naima.email, naima.channel = "", "naima@voorbeeld.example", "mail"
    naima.save()
    cast.enter(client, naima)
    client.post(page(conference, "nee/"))

    client.post(AGAIN)

    assert not Enquiry.objects.exists()
    assert Message.objects.get(key__startswith="again:").link_path == f"/c/{conference.slug}/"


@pytest.mark.parametrize("who", [Role.REQUESTER, Role.REGIONAL_MANAGER, Role.CIRCLE_MEMBER])
def test_only_who_said_no_can_ask_again_in_that_name(cast, client, who):
    cast.conference()
    cast.enter(client, who)

    assert client.get("/dank-je/").status_code == 404
    assert client.post(AGAIN).status_code == 404


def test_looking_at_the_address_calls_nobody(client, declined):
    assert client.get(AGAIN).status_code == 405
    assert not Enquiry.objects.exists()


@pytest.mark.rule("R-CON-3")
def test_the_requester_reads_only_that_it_does_not_go_on(cast, client, declined):
    cast.enter(client, referral_of(declined).requester)

    theirs = text_of(client.get(f"/c/{declined.slug}/"))

    assert "Deze aanvraag gaat niet door" in theirs
    assert "Een reden vertellen wij niet" in theirs
    assert "nee gezegd" not in theirs.casefold()
    news = Message.objects.get(key__startswith="answer-closed")
    assert "nieuws over uw aanvraag" in news.text
    assert "gaat niet door" not in news.text + news.short
