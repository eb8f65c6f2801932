"""Another coordinator: asked for by the family, by who knows them, by the manager; one takes over from the other."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.journal import JournalEntry
from kring.foundation.channels import Channel
from kring.foundation.posting import Message, Status, post
from kring.matching import replacing
from kring.matching.fitting import HasATie
from kring.matching.handing_over import HandOver, NobodyToReplace
from kring.matching.models import FirstContact, NoLongerOpen, Offer
from kring.matching.suggesting import suggestions
from kring.people.models import Person
from kring.referral.models import Referral
from tests.matching.scenes import another, days, looking, now_of, offered, says_yes

WORKING = [Phase.PREPARATION, Phase.INFORMATION, Phase.PRESENTATION, Phase.FOLLOW_UP]


def at(conference, page: str = "") -> str:
    return f"/c/{conference.slug}/{page}"


def say(client, conference, why: str):
    return client.post(at(conference, "coordinator/anders/"), {"why": why})


# --- the family ------------------------------------------------------------------------------------------------------
@pytest.mark.rule("A34")
@pytest.mark.rule("R-IND-4")
def test_the_main_person_hears_who_it_is_and_how_far_each_wish_is_met(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    Referral.objects.update(wish_language="Fries", wish_gender="een man")
    cast.coordinator.tell(gender="vrouw", about="Ik sta vroeg op en luister graag.")
    cast.enter(client, cast.naima)

    page = client.get(at(conference, "coordinator/")).content.decode()

    assert "Joke is jullie coördinator" in page
    assert "Ik sta vroeg op en luister graag." in page
    assert "Terpstra" not in page
    assert page.index("Fries (taal)") < page.index("dat past") < page.index("een man (man of vrouw)")
    assert "dat past niet" in page


def test_the_circle_sees_who_it_is_and_nothing_of_the_wishes(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    Referral.objects.update(wish_gender="een man")
    cast.enter(client, cast.fatma)

    page = client.get(at(conference, "coordinator/")).content.decode()

    assert "Joke is jullie coördinator" in page
    assert "een man" not in page
    assert "iemand anders" not in page


@pytest.mark.rule("A34")
@pytest.mark.parametrize("phase", WORKING)
@pytest.mark.rule("R-IND-4")
def test_the_main_person_may_have_somebody_else_at_any_time_without_a_reason(cast, client, phase):
    conference = cast.conference(phase=phase)
    cast.enter(client, cast.naima)
    form = client.get(at(conference, "coordinator/anders/")).context["form"]
    assert set(form.fields) == {"why"}  # no reason is asked

    for _twice in range(2):
        say(client, conference, "family")

    running = HandOver.objects.get()
    assert (running.why, running.first, running.settled_at) == ("family", cast.joke, None)
    assert now_of(conference).coordinator == cast.joke  # until another says yes
    assert Message.objects.get(recipient=cast.ayse).subject == "Er is een andere coördinator nodig"
    cast.enter(client, cast.ayse)
    assert "Zoek een andere coördinator" in client.get(at(conference)).content.decode()
    cast.enter(client, cast.joke)
    assert "andere coördinator" not in client.get(at(conference)).content.decode()


def test_nobody_but_the_main_person_asks_for_another_and_not_behind_the_door(cast, client):
    for person in (cast.fatma, cast.marloes, cast.tom, cast.joke, cast.ayse):
        conference = cast.conference(phase=Phase.PREPARATION)
        cast.enter(client, person)
        assert say(client, conference, "family").status_code == 404
    conference = cast.conference(phase=Phase.PRIVATE_TIME)
    cast.enter(client, cast.naima)
    assert say(client, conference, "family").status_code == 404
    assert not HandOver.objects.exists()


def test_it_can_be_said_by_phone_to_the_manager(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, cast.ayse)

    client.post(f"{at(conference, 'coordinator/anders/')}?namens={cast.naima.slug}&via=phone", {"why": "family"})

    entry = conference.journal.get()
    assert (entry.step, entry.taken_by, entry.in_name_of) == ("ask_for_another", cast.ayse, cast.naima)


def test_who_waits_for_somebody_who_fits_better_is_not_called_meanwhile(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, cast.naima)
    say(client, conference, "waits")

    cast.enter(client, cast.joke)
    page = client.get(at(conference)).content.decode()

    assert "Wacht nog met contact" in page
    assert "Zoek binnen enkele dagen contact" not in page


def test_good_after_all_keeps_the_first_one_and_thanks_who_was_asked(cast, client):
    conference, lieke = cast.conference(phase=Phase.PREPARATION), another(cast, "Lieke")
    cast.enter(client, cast.naima)
    say(client, conference, "family")
    made = offered(cast, now_of(conference), lieke)

    say(client, conference, "fine")

    assert HandOver.running(conference) is None
    assert Message.objects.filter(recipient=lieke.person, key=f"thanks:{made.slug}").exists()
    with pytest.raises(NoLongerOpen):
        says_yes(made)
    assert now_of(conference).coordinator == cast.joke


# --- handing over ----------------------------------------------------------------------------------------------------
def test_while_there_is_a_coordinator_nobody_else_is_asked_without_a_hand_over(cast):
    conference = cast.conference(phase=Phase.PREPARATION)

    with pytest.raises(NobodyToReplace):
        offered(cast, conference, another(cast, "Lieke"))


@pytest.mark.rule("A19")
@pytest.mark.parametrize("phase", WORKING)
def test_the_next_one_sits_down_as_the_first_one_gets_up(cast, client, phase):
    conference, lieke = cast.conference(phase=phase), another(cast, "Lieke")
    before = conference.journal.count()
    cast.enter(client, cast.ayse)
    client.post(at(conference, "overdragen/"))
    made = offered(cast, now_of(conference), lieke)
    cast.enter(client, cast.joke)
    assert client.get(at(conference)).status_code == 200

    says_yes(made)

    conference = now_of(conference)
    assert (conference.phase, conference.people(Role.COORDINATOR)) == (phase, [lieke.person])
    assert client.get(at(conference)).status_code == 404  # the page the first one still had open
    assert client.post(at(conference, "sparren/vragen/")).status_code == 404
    assert [entry.step for entry in conference.journal.all()][before:] == ["hand_over", "offer", "succeed"]
    assert JournalEntry.first_break(conference) is None
    running = HandOver.objects.get()
    assert (running.first, running.next, running.settled_at is not None) == (cast.joke, lieke.person, True)


@pytest.mark.rule("A19")
def test_two_coordinators_at_a_time_cannot_be_stored(cast):
    conference, lieke = cast.conference(phase=Phase.PREPARATION), another(cast, "Lieke")

    with pytest.raises(IntegrityError), transaction.atomic():
        conference.participants.create(person=lieke.person, role=Role.COORDINATOR)


def test_the_family_hears_who_is_next_and_the_first_one_is_thanked_without_a_reason(cast):
    conference, lieke = cast.conference(phase=Phase.PREPARATION), another(cast, "Lieke", last_name="Vos")
    replacing.ask_for_another(conference, why="family", by=Hand.of(cast.naima))

    says_yes(offered(cast, now_of(conference), lieke))

    told = Message.objects.get(recipient=cast.naima)
    assert "Lieke is vanaf nu jullie coördinator" in told.text
    assert "Vos" not in told.text
    thanked = Message.objects.get(recipient=cast.joke)
    assert "Dank u wel" in thanked.text
    for secret in ("Naima", "familie wil", "liever"):
        assert secret not in thanked.text
    assert thanked.about is None


def test_what_the_first_one_still_had_to_call_or_post_is_now_the_next_ones(cast, client):
    conference, lieke = cast.conference(phase=Phase.PREPARATION), another(cast, "Lieke")
    Person.objects.filter(pk=cast.fatma.pk).update(channel=Channel.PHONE)
    to_call = post(cast.fatma, "matching/letters/call_me.txt", key="to-call", about=conference, sent_by=cast.joke)
    done = post(cast.fatma, "matching/letters/call_me.txt", key="done", about=conference, sent_by=cast.joke)
    Message.objects.filter(pk=done.pk).update(status=Status.DONE)
    replacing.hand_over(conference, by=Hand.of(cast.ayse))

    says_yes(offered(cast, now_of(conference), lieke))

    owners = dict(Message.objects.filter(key__in=["to-call", "done"]).values_list("key", "sent_by"))
    assert owners == {"to-call": lieke.person.pk, "done": cast.joke.pk}
    cast.enter(client, cast.joke)
    assert "Fatma" not in client.get("/werk/mijn-conferenties/").content.decode()
    assert client.post(f"/werk/post/{to_call.slug}/gedaan/").status_code == 404


def test_a_coordinator_who_falls_ill_leaves_at_once_and_the_manager_is_there_meanwhile(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    Person.objects.filter(pk=cast.naima.pk).update(phone="06 11 00 00 01", channel=Channel.SMS)
    to_call = post(cast.fatma, "matching/letters/call_me.txt", key="to-call", about=conference, sent_by=cast.joke)
    cast.enter(client, cast.ayse)

    client.post(at(conference, "overdragen/"), {"at_once": "on"})

    conference = now_of(conference)
    assert conference.coordinator is None
    assert Message.objects.get(pk=to_call.pk).sent_by == cast.ayse
    assert cast.ayse.phone in Message.objects.get(recipient=cast.naima).text
    cast.enter(client, cast.naima)
    assert "We zoeken een coördinator" in client.get(at(conference, "coordinator/")).content.decode()
    cast.enter(client, cast.joke)
    assert client.get(at(conference)).status_code == 404
    lieke = another(cast, "Lieke")
    says_yes(offered(cast, conference, lieke))
    assert now_of(conference).coordinator == lieke.person


@pytest.mark.rule("A20")
@pytest.mark.rule("A22")
def test_a_coordinator_who_turns_out_to_know_somebody_says_only_that(cast, client):
    conference = cast.conference(phase=Phase.PREPARATION)
    cast.enter(client, cast.joke)
    assert "form" not in (client.get(at(conference, "ik-ken-ze/")).context or {})

    for _twice in range(2):
        client.post(at(conference, "ik-ken-ze/"))

    assert HandOver.objects.get().why == "knows"
    assert Message.objects.filter(recipient=cast.ayse).count() == 1
    assert "We zoeken een andere coördinator" in client.get(at(conference)).content.decode()
    lieke = another(cast, "Lieke")
    says_yes(offered(cast, now_of(conference), lieke))
    assert client.get(at(conference)).status_code == 404


@pytest.mark.rule("A22")
@pytest.mark.parametrize("family_asked_first", [False, True])
def test_who_told_to_know_them_is_not_asked_again_and_no_goed_zo_of_the_family_undoes_it(
    cast, client, family_asked_first
):
    conference = cast.conference(phase=Phase.PREPARATION)
    if family_asked_first:
        replacing.ask_for_another(conference, why="family", by=Hand.of(cast.naima))
    replacing.know_them(conference, by=Hand.of(cast.joke))
    cast.enter(client, cast.naima)
    assert "fine" in say(client, conference, "fine").context["form"].errors["why"][0]
    replacing.stay(conference, by=Hand.of(cast.naima))
    assert HandOver.running(conference).why == "knows"

    replacing.hand_over(conference, at_once=True, by=Hand.of(cast.ayse))

    conference = now_of(conference)
    assert suggestions(conference)[0].obstacles == ["meldde een band met deze mensen"]
    with pytest.raises(HasATie):
        offered(cast, conference)


@pytest.mark.rule("A35")
def test_the_family_reads_on_its_page_who_took_over_until_they_have_met(cast, client):
    conference, lieke = cast.conference(phase=Phase.PREPARATION), another(cast, "Lieke")
    FirstContact.record(conference, on=timezone.localdate() - days(20), by=cast.joke)
    replacing.hand_over(conference, by=Hand.of(cast.ayse))
    says_yes(offered(cast, now_of(conference), lieke))
    cast.enter(client, cast.naima)
    assert "Lieke is je coördinator" in client.get(at(conference)).content.decode()

    FirstContact.record(now_of(conference), on=timezone.localdate(), by=lieke.person)

    assert "Lieke is je coördinator" not in client.get(at(conference)).content.decode()


@pytest.mark.rule("A35")
def test_who_took_over_meets_the_family_and_the_first_contact_stays_what_it_was(cast, client):
    conference, lieke = cast.conference(phase=Phase.PREPARATION), another(cast, "Lieke")
    first = FirstContact.record(conference, on=timezone.localdate() - days(20), by=cast.joke).on
    replacing.hand_over(conference, by=Hand.of(cast.ayse))
    says_yes(offered(cast, now_of(conference), lieke))
    cast.enter(client, lieke.person)
    assert "Maak binnen enkele dagen kennis" in client.get(at(conference)).content.decode()

    client.post(at(conference, "eerste-contact/"), {"on": timezone.localdate().isoformat()})

    assert HandOver.objects.get().met_on == timezone.localdate()
    assert FirstContact.objects.get().on == first
    assert "Maak binnen enkele dagen kennis" not in client.get(at(conference)).content.decode()


def test_no_offer_of_a_hand_over_tells_who_was_first_or_why(cast, client):
    conference, lieke = cast.conference(phase=Phase.PREPARATION), another(cast, "Lieke")
    replacing.ask_for_another(conference, why="family", by=Hand.of(cast.naima))
    made = offered(cast, now_of(conference), lieke)
    cast.enter(client, lieke.person)

    page = client.get(f"/werk/voorstel/{made.slug}/").content.decode()

    for secret in ("Naima", "Bouzid", "Joke", "liever", "Nunspeet"):
        assert secret not in page
    assert client.get(at(conference)).status_code == 404


@pytest.mark.parametrize("phase", [Phase.REFERRAL, Phase.MATCHING, Phase.PRIVATE_TIME, Phase.CLOSED])
def test_nothing_is_handed_over_before_behind_the_door_or_afterwards(cast, client, phase):
    conference = cast.conference(phase=phase)
    cast.enter(client, cast.ayse)

    assert client.post(at(conference, "overdragen/")).status_code == 404
    assert not HandOver.objects.exists()
    assert not Offer.objects.exists()


# --- wishes that could not be met, and ties that show later ----------------------------------------------------------
def appointed(cast, **wishes):
    """Joke said yes to a conference with these wishes."""
    conference = looking(cast, **wishes)
    says_yes(offered(cast, conference))
    return now_of(conference)


@pytest.mark.rule("A34")
@pytest.mark.parametrize("answer", ["fine", "waits", "family"])
@pytest.mark.rule("R-IND-4")
def test_a_wish_that_could_not_be_met_is_asked_about_once(cast, client, answer):
    conference = appointed(cast, wish_language="Turks")
    cast.enter(client, cast.naima)
    page = client.get(at(conference)).content.decode()
    assert "Is Joke goed als coördinator?" in page
    assert "dat past niet" in client.get(at(conference, "coordinator/")).content.decode()

    say(client, conference, answer)

    assert Offer.objects.get().family_said == answer
    assert "Is Joke goed" not in client.get(at(conference)).content.decode()
    assert HandOver.objects.exists() is (answer != "fine")


@pytest.mark.rule("A34")
@pytest.mark.parametrize("wish", [{"wish_language": "Fries"}, {"wish_gender": "een man"}, {"wish_other": "rustig"}, {}])
def test_what_is_met_or_was_never_told_is_not_asked_about(cast, client, wish):
    conference = appointed(cast, **wish)  # Joke speaks Frisian and did not tell more
    cast.enter(client, cast.naima)

    page = client.get(at(conference)).content.decode()

    assert "Joke is je coördinator" in page
    assert "Is Joke goed" not in page


@pytest.mark.rule("A20")
@pytest.mark.rule("A22")
@pytest.mark.rule("R-IND-1")
def test_somebody_who_joins_later_and_is_alike_is_asked_about_until_answered(cast, client):
    type(cast.coordinator).objects.update(works_as="Verpleegkundige bij de Korenaar")
    conference = appointed(cast)
    cast.enter(client, cast.joke)
    assert "Kent u iemand van hen?" not in client.get(at(conference)).content.decode()

    conference.seat(cast.anyone_new("Ruben", last_name="Geheim", works_at="De Korenaar"), Role.PROFESSIONAL)

    assert "Kent u iemand van hen?" in client.get(at(conference)).content.decode()
    assert "Geheim" not in client.get(at(conference, "ik-ken-ze/")).content.decode()
    client.post(at(conference, "ik-ken-ze/"), {"answer": "no"})
    assert "Kent u iemand van hen?" not in client.get(at(conference)).content.decode()
    assert not HandOver.objects.exists()


@pytest.mark.parametrize("person", ["naima", "joke", "ayse"])
@pytest.mark.parametrize("wanted", [False, True])
def test_what_is_asked_around_a_coordinator_costs_little(cast, client, django_assert_max_num_queries, person, wanted):
    conference = appointed(cast, wish_language="Turks")
    if wanted:
        replacing.ask_for_another(conference, why="family", by=Hand.of(cast.naima))
    cast.enter(client, getattr(cast, person))
    client.get(at(conference))

    with django_assert_max_num_queries(12):
        client.get(at(conference))
