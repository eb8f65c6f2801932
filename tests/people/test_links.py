"""The personal link: how family, circle and professionals come in."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.foundation import posting
from kring.people.links import PersonalLink, StaffComeInOtherwise, link_maker, revoke_all
from kring.people.marking import mark_of

HOME = "/thuis/"


def path(link: PersonalLink, leads_to: str = "") -> str:
    return link.address(leads_to).removeprefix("http://localhost:8000")


def is_in(client) -> bool:
    return client.get(reverse("people:settings")).status_code == 200


def test_the_same_link_is_given_again_so_that_paper_and_mail_agree(cast):
    first, again = PersonalLink.of(cast.naima), PersonalLink.of(cast.naima)

    assert first.address() == again.address()
    assert first.code.replace("-", "") in first.address().replace("-", "")


def test_looking_at_a_link_changes_nothing_and_the_button_lets_in(cast, client):
    link = PersonalLink.of(cast.naima)

    page = client.get(path(link))

    assert page.status_code == 200
    assert "Dag Naima" in page.text
    assert not client.cookies.get("sessionid") or not is_in(client)
    assert Session.objects.count() == 0
    assert PersonalLink.objects.get().last_used_at is None

    client.post(path(link))

    assert is_in(client)
    assert PersonalLink.objects.get().last_used_at is not None


def test_a_link_can_be_used_again_and_by_more_than_one_device(cast):
    link = PersonalLink.of(cast.naima)
    phone, tablet = Client(), Client()

    for device in (phone, tablet, phone):
        device.post(path(link))

    assert is_in(phone)
    assert is_in(tablet)


def test_a_link_leads_on_to_the_page_of_the_message_and_never_elsewhere(cast, client):
    link = PersonalLink.of(cast.naima)

    assert client.post(path(link, "/c/abc/plan/"))["Location"] == "/c/abc/plan/"
    for elsewhere in ("https://elders.example/", "//elders.example/", "/\\elders.example", "javascript:alert(1)"):
        assert "naar" not in link.address(elsewhere)
        other = Client()
        assert other.post(path(link), query_params={"naar": elsewhere})["Location"] == HOME


def test_the_database_alone_opens_nothing(cast, client, settings):
    link = PersonalLink.of(cast.naima)
    forged = reverse("people:link", args=[f"{link.slug}-{mark_of('link', link.slug, link.nonce, secret='geraden')}"])

    assert client.get(forged).status_code == 404
    assert client.get(reverse("people:link", args=[f"{link.slug}-{link.nonce[:12]}"])).status_code == 404


def test_links_on_paper_survive_a_change_of_the_secret_key(cast, client, settings):
    link = PersonalLink.of(cast.naima)
    on_paper, settings.SECRET_KEY_FALLBACKS = path(link), [settings.SECRET_KEY]
    settings.SECRET_KEY = "de nieuwe sleutel"

    assert client.get(on_paper).status_code == 200

    settings.SECRET_KEY_FALLBACKS = []

    assert client.get(on_paper).status_code == 404


def test_a_session_survives_a_change_of_the_secret_key(cast, client, settings):
    client.post(path(PersonalLink.of(cast.naima)))
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "de nieuwe sleutel"

    assert is_in(client)


def test_a_wrong_a_revoked_and_an_expired_link_get_the_same_friendly_page_with_the_phone_number(cast):
    revoked, expired = PersonalLink.of(cast.naima), PersonalLink.of(cast.fatma)
    revoked.revoke(by=cast.joke)
    PersonalLink.objects.filter(pk=expired.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    nobody = PersonalLink.of(cast.tom)
    cast.tom.is_active = False
    cast.tom.save()

    pages = [Client().get(path(link)) for link in (revoked, expired, nobody)] + [Client().get("/l/niets/")]

    assert {page.status_code for page in pages} == {404}
    assert all("Vraag een nieuwe link" in page.text and "038 000 00 00" in page.text for page in pages)
    assert all(Client().post(path(link)).status_code == 404 for link in (revoked, expired, nobody))


def test_withdrawing_a_link_ends_the_sessions_that_came_in_by_it(cast, client):
    link = PersonalLink.of(cast.naima)
    client.post(path(link))

    link.revoke(by=cast.joke)

    assert not is_in(client)
    assert PersonalLink.of(cast.naima).pk != link.pk
    assert not is_in(client)  # a new link does not bring the old session back to life


def test_a_session_that_was_ended_leaves_nothing_behind(cast, client):
    link = PersonalLink.of(cast.naima)
    client.post(path(link))
    link.revoke(by=cast.joke)

    client.get(reverse("people:gone"))

    assert Session.objects.count() == 0


def test_a_late_answer_to_an_earlier_session_takes_away_no_cookie(cast, client):
    cast.enter(client, cast.naima)
    late = Client()
    late.cookies["sessionid"] = client.cookies["sessionid"].value
    client.post(path(PersonalLink.of(cast.fatma)))  # somebody else comes in on this device: the first session is over

    answer = late.get("/bestaat-niet/")

    assert "sessionid" not in answer.cookies
    assert is_in(client)


def test_withdrawing_all_links_of_somebody_keeps_everyone_else_in(cast):
    naima, fatma = Client(), Client()
    naima.post(path(PersonalLink.of(cast.naima)))
    fatma.post(path(PersonalLink.of(cast.fatma)))

    revoke_all(cast.naima, by=cast.joke)

    assert not is_in(naima)
    assert is_in(fatma)
    assert PersonalLink.objects.get(person=cast.naima).revoked_by == cast.joke


def test_a_link_that_is_almost_over_is_lengthened_when_it_is_sent_again(cast):
    link = PersonalLink.of(cast.naima)
    PersonalLink.objects.filter(pk=link.pk).update(expires_at=timezone.now() + timedelta(days=3))

    again = PersonalLink.of(cast.naima)

    assert again.slug == link.slug
    assert again.expires_at > timezone.now() + timedelta(days=300)


def test_who_works_here_never_gets_a_link_and_a_new_seat_closes_the_old_one(cast, client):
    with pytest.raises(StaffComeInOtherwise):
        PersonalLink.of(cast.joke)
    with pytest.raises(StaffComeInOtherwise):
        PersonalLink.of(cast.admin)
    assert link_maker(cast.joke, "/werk/") == "http://localhost:8000/werk/"
    before = PersonalLink.of(cast.marloes)
    client.post(path(before))

    cast.marloes.seat_set.create(desk="coordinator")

    assert not is_in(client)
    assert client.get(path(before)).status_code == 404


def test_messages_carry_the_personal_link(cast):
    message = posting.post(cast.naima, "foundation/letters/ready.txt", key="test", link_path="/c/abc/")

    assert message.link == PersonalLink.of(cast.naima).address("/c/abc/")
    assert message.link not in message.text  # it is made when the message is sent, and never kept


@pytest.mark.rule("B4")
def test_who_shares_a_phone_says_the_first_name_before_anything_is_shown(cast, client):
    cast.ayse.seat_set.all().delete()
    cast.ayse.shares_phone = True
    cast.ayse.save()
    link = PersonalLink.of(cast.ayse)

    page = client.get(path(link))
    wrong = client.post(path(link), {"first_name": "Mehmet"})

    assert "Ayşe" not in page.text
    assert "hoort bij een andere voornaam" in wrong.text
    assert 'value="Mehmet"' in wrong.text
    assert "Ayşe" not in wrong.text
    assert not is_in(client)

    client.post(path(link), {"first_name": " ayse "})

    assert is_in(client)


def test_guessing_the_first_name_stops_soon_and_not_for_long(cast, client):
    cast.naima.shares_phone = True
    cast.naima.save()
    link = PersonalLink.of(cast.naima)

    for _guess in range(5):
        client.post(path(link), {"first_name": "Mehmet"})
    stopped = client.post(path(link), {"first_name": "Naima"})

    assert stopped.status_code == 429
    assert "038 000 00 00" in stopped.text
    assert int(stopped["Retry-After"]) <= 15 * 60


def test_a_link_opened_where_somebody_else_is_signed_in_says_so_and_offers_to_switch(cast, client):
    client.post(path(PersonalLink.of(cast.naima)))
    before = client.session.session_key

    page = client.get(path(PersonalLink.of(cast.fatma)))
    client.post(path(PersonalLink.of(cast.fatma)))

    assert "Op dit apparaat is nu Naima ingelogd" in page.text
    assert client.get(reverse("people:settings")).context["user"] == cast.fatma
    assert not Session.objects.filter(session_key=before).exists()


def test_who_is_in_already_goes_straight_on(cast, client):
    link = PersonalLink.of(cast.naima)
    client.post(path(link))

    assert client.get(path(link, "/c/abc/"))["Location"] == "/c/abc/"


def test_coming_in_begins_a_new_session(cast, client):
    client.get("/inloggen/")
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    client.cookies["sessionid"] = session.session_key

    client.post(path(PersonalLink.of(cast.naima)))

    assert client.session.session_key != session.session_key
    assert "planted" not in client.session
    assert not Session.objects.filter(session_key=session.session_key).exists()


def test_guessing_links_from_one_place_is_stopped_there_and_only_there(cast):
    link = PersonalLink.of(cast.naima)
    guesser, family = Client(REMOTE_ADDR="203.0.113.9"), Client(REMOTE_ADDR="203.0.113.10")

    answers = [guesser.get(f"/l/geraden{number}/").status_code for number in range(32)]

    assert answers == [404] * 30 + [429] * 2
    assert family.get(path(link)).status_code == 200


def test_the_code_on_paper_is_typed_as_people_type(cast, client):
    link = PersonalLink.of(cast.naima)
    typed = link.code.upper().replace("-", " ")

    found = client.post(reverse("people:type_code"), {"code": typed})
    wrong = client.post(reverse("people:type_code"), {"code": typed[:-1] + "?"})

    assert found["Location"] == path(link)
    assert wrong.status_code == 200
    assert "Deze code werkt niet" in wrong.text
    assert typed[:-1] in wrong.text


@pytest.mark.parametrize("typed", ["", "\x00", "'; --", "x" * 5000, "ı" * 24, "٣" * 24])
def test_a_strange_code_is_answered_with_a_sentence(db, client, typed):
    page = client.post(reverse("people:type_code"), {"code": typed})

    assert page.status_code == 200
    assert page.context["form"].errors["code"]


def test_the_person_and_the_link_cost_one_query(cast, client, django_assert_num_queries):
    client.post(path(PersonalLink.of(cast.naima)))
    client.get(reverse("people:gone"))  # from now on the organisation is remembered

    with django_assert_num_queries(2):  # the session; the link with its person
        client.get(reverse("people:settings"))


def test_home_is_the_one_conference_or_a_list(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, Role.MAIN_PERSON)

    assert client.get(HOME)["Location"] == reverse("conference:show", args=[conference.slug])

    cast.conference(phase=Phase.PREPARATION)

    assert client.get(HOME).text.count('class="line-title"') == 2


def test_home_of_somebody_without_a_conference_says_that_nothing_has_to_be_done(cast, client):
    cast.enter(client, cast.stranger)

    assert "Je hoeft niets te doen" in client.get(HOME).text
