"""Time runs out, two answer at once, and somebody may have a tie: what happens to an offer then."""

import threading
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.models import Conference
from kring.foundation.posting import Message
from kring.foundation.refusals import Refusal
from kring.matching.comparing import Around, ties
from kring.matching.declaring import Declaration
from kring.matching.fitting import HasATie
from kring.matching.models import NoLongerOpen, Offer
from kring.matching.reminding import close_silent_offers
from kring.matching.suggesting import suggestions
from kring.matching.terms import Terms
from kring.people.models import Person
from kring.referral.models import Referral
from tests.matching.scenes import another, looking, now_of, offered, says_yes

NL = ZoneInfo("Europe/Amsterdam")


def page_of(made: Offer) -> str:
    return f"/werk/voorstel/{made.slug}/"


# --- time ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("now", "is_urgent", "before"),
    [
        (datetime(2027, 2, 4, 10, tzinfo=NL), False, datetime(2027, 2, 9, 21, tzinfo=NL)),  # over a weekend
        (datetime(2027, 4, 26, 10, tzinfo=NL), False, datetime(2027, 4, 30, 21, tzinfo=NL)),  # King's day in between
        (datetime(2027, 2, 4, 10, tzinfo=NL), True, datetime(2027, 2, 4, 14, tzinfo=NL)),
        (
            datetime(2027, 2, 4, 19, tzinfo=NL),
            True,
            datetime(2027, 2, 5, 10, tzinfo=NL),
        ),  # two hours tonight, two tomorrow
        (datetime(2027, 2, 4, 23, 30, tzinfo=NL), True, datetime(2027, 2, 5, 12, tzinfo=NL)),
        (datetime(2027, 2, 5, 3, tzinfo=NL), True, datetime(2027, 2, 5, 12, tzinfo=NL)),
        (datetime(2027, 3, 27, 20, tzinfo=NL), True, datetime(2027, 3, 28, 11, tzinfo=NL)),  # the clock goes forward
    ],
)
def test_an_offer_waits_some_working_days_or_with_urgency_some_waking_hours(now, is_urgent, before):
    assert Terms().answer_before(now, is_urgent=is_urgent) == before


def test_silence_closes_an_offer_and_the_manager_chooses_who_is_next(cast, client):
    conference = looking(cast)
    made, lieke = offered(cast, conference), another(cast, "Lieke")

    for _again in range(3):
        close_silent_offers(now=made.expires_at + timedelta(minutes=1))

    made.refresh_from_db()
    assert (made.expired_at is not None, made.is_open) == (True, False)
    assert Message.objects.filter(recipient=cast.ayse, key=f"expired:{made.slug}").count() == 1
    assert Offer.objects.count() == 1  # nobody is asked by itself
    said = {one.coordinator: one.reasons for one in suggestions(conference)}
    assert "gaf hier geen antwoord" in said[cast.coordinator]
    assert "gaf hier geen antwoord" not in said[lieke]


def test_a_yes_that_comes_too_late_gets_a_sentence_even_before_the_job_came_by(cast, client):
    made = offered(cast, looking(cast))
    Offer.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    cast.enter(client, cast.joke)

    page = client.post(page_of(made), {"declared": "on"})

    assert "staat niet meer open" in page.content.decode()
    assert Conference.objects.get().coordinator is None
    with pytest.raises(NoLongerOpen):
        Offer.objects.get().decline(by=cast.joke)


def test_an_urgent_request_reaches_a_coordinator_the_same_day(cast, client):
    conference = looking(cast)
    Conference.objects.update(is_urgent=True)
    made = offered(cast, now_of(conference))

    sent = Message.objects.get(recipient=cast.joke)
    cast.enter(client, cast.joke)
    page = client.get(page_of(made)).content.decode()

    assert "met spoed" in sent.subject
    assert "soms binnen een week" in page
    assert made.expires_at < timezone.now() + timedelta(hours=18)


def test_papers_that_ran_out_meanwhile_stand_in_the_way_of_a_yes(cast):
    made = offered(cast, looking(cast))
    type(cast.coordinator).objects.update(certificate_on=None)

    with pytest.raises(NoLongerOpen, match="VOG"):
        says_yes(made)


@pytest.mark.parametrize("ending", ["no", "stop"])
def test_when_it_is_over_nobody_waits_for_an_answer_any_more(cast, ending):
    conference = looking(cast)
    made = offered(cast, conference)

    if ending == "stop":
        conference.stop(by=cast.naima)
    else:
        Referral.objects.get().say_no(by=cast.naima)

    made.refresh_from_db()
    assert made.withdrawn_at is not None
    assert Message.objects.filter(recipient=cast.joke, key=f"thanks:{made.slug}").exists()


# --- at once ---------------------------------------------------------------------------------------------------------
@pytest.mark.rule("A19")
@pytest.mark.django_db(transaction=True)
def test_of_eight_who_say_yes_at_once_one_is_coordinator():
    from tests.cast import Cast

    cast = Cast()
    conference = looking(cast)
    made = [offered(cast, conference, another(cast, f"Nummer{number}")) for number in range(8)]
    outcomes, start = [], threading.Barrier(8)

    def press(one: Offer):
        start.wait(timeout=60)
        try:
            outcomes.append("won" if says_yes(one) else "no")
        except Refusal:
            outcomes.append("told")
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=[one]) for one in made]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    conference = now_of(conference)
    assert sorted(outcomes) == ["told"] * 7 + ["won"]
    assert (conference.phase, len(conference.people(Role.COORDINATOR))) == (Phase.PREPARATION, 1)
    assert Declaration.objects.count() == 1
    assert Offer.objects.filter(withdrawn_at=None).count() == 1


# --- independence ----------------------------------------------------------------------------------------------------
def works_as(cast, words: str):
    type(cast.coordinator).objects.filter(pk=cast.coordinator.pk).update(works_as=words)
    cast.coordinator.refresh_from_db()


TIES = [
    ("work", lambda cast: works_as(cast, "Leerkracht bij basisschool De Klaproos")),
    ("payer", lambda cast: works_as(cast, "Ambtenaar bij de gemeente Nunspeet")),
    ("payer", lambda cast: works_as(cast, "wijkteam Ermelo")),
    ("own", lambda cast: Person.objects.filter(pk=cast.joke.pk).update(last_name="BOUZID")),
    ("own", lambda cast: Person.objects.filter(pk=cast.joke.pk).update(phone="+31 6 11000001")),
    ("own", lambda cast: Person.objects.filter(pk=cast.naima.pk).update(email="JOKE@kring.example")),
    ("own", lambda cast: [set_home(cast.joke), set_home(cast.naima)]),
]


def set_home(person: Person):
    person.postal_address = "Dorpsstraat 1\n8071 AA Nunspeet"
    person.save()


@pytest.fixture
def conference(cast) -> Conference:
    """Tom, who asked, works at a school; Ermelo pays together with Nunspeet."""
    Person.objects.filter(pk=cast.tom.pk).update(works_at="Basisschool De Klaproos")
    type(cast.municipality).objects.create(name="Ermelo", funding_region=cast.funding)
    return looking(cast)


@pytest.mark.rule("A22")
@pytest.mark.parametrize(("kind", "arrange"), TIES)
@pytest.mark.rule("R-IND-1")
def test_what_is_alike_becomes_a_question_that_tells_nothing_of_the_family(cast, client, conference, kind, arrange):
    arrange(cast)
    made = offered(cast, conference)
    cast.enter(client, cast.joke)

    page = client.get(page_of(made))
    assert f"tie_{kind}" in page.context["form"].fields
    for secret in ("Naima", "Bouzid", "Tom de Wit", "11 00 00 01"):
        assert secret not in page.content.decode()

    unanswered = client.post(page_of(made), {"declared": "on"})
    assert f"tie_{kind}" in unanswered.context["form"].errors
    assert now_of(conference).coordinator is None


@pytest.mark.rule("A20")
@pytest.mark.rule("A22")
@pytest.mark.parametrize(("kind", "arrange"), TIES[:4])
def test_a_declared_tie_ends_it_kindly_and_goes_to_the_manager(cast, client, conference, kind, arrange):
    arrange(cast)
    made = offered(cast, conference)
    cast.enter(client, cast.joke)

    page = client.post(page_of(made), {"declared": "on", f"tie_{kind}": "yes"}, follow=True).content.decode()

    assert "Dank u wel dat u het zegt" in page
    assert now_of(conference).coordinator is None
    assert Message.objects.filter(recipient=cast.ayse, key=f"tied:{made.slug}").exists()
    with pytest.raises(HasATie):
        offered(cast, now_of(conference), cast.coordinator)


@pytest.mark.rule("A22")
def test_who_says_the_likeness_means_nothing_is_appointed_and_what_was_asked_is_on_record(cast, client, conference):
    works_as(cast, "Leerkracht bij basisschool De Klaproos")
    made = offered(cast, conference)
    cast.enter(client, cast.joke)

    client.post(page_of(made), {"declared": "on", "tie_work": "no"})

    assert now_of(conference).coordinator == cast.joke
    assert Declaration.objects.get().asked == "work"


@pytest.mark.parametrize(
    "words", ["", "Bakker in Nunspeet", "Basisschool De Wiek", "Docent aan een school", "gemeente Zwolle"]
)
def test_ordinary_work_raises_no_question(cast, conference, words):
    works_as(cast, words)

    assert ties(cast.coordinator, Around.of(conference)) == []


def test_the_manager_sees_what_is_alike_before_asking(cast, conference):
    works_as(cast, "Ambtenaar bij de gemeente Nunspeet")

    assert "let op: werkt misschien voor wie betaalt" in suggestions(conference)[0].reasons


def test_who_thinks_to_know_them_can_say_so_with_a_no(cast, client, conference):
    made = offered(cast, conference)
    cast.enter(client, cast.joke)

    client.post(f"{page_of(made)}nee/", {"has_tie": "on", "words": "Ik woon om de hoek"})

    made.refresh_from_db()
    assert (made.accepted, made.has_tie, made.words) == (False, True, "Ik woon om de hoek")
    assert "meldde een band met deze mensen" in suggestions(conference)[0].obstacles


# --- the manager's choice ---------------------------------------------------------------------------------------------
def test_a_reason_for_the_choice_and_words_of_a_no_are_kept_locked(cast, client, conference):
    cast.enter(client, cast.ayse)
    client.post(
        f"/c/{conference.slug}/coordinator-zoeken/",
        {"coordinator": cast.joke.slug, "reason": "Kent de streek", "travel": "trein, tweede klas"},
    )

    made = Offer.objects.get()
    assert (made.reason, made.travel) == ("Kent de streek", "trein, tweede klas")
    with connection.cursor() as cursor:
        cursor.execute("SELECT reason, note FROM kring_offer")
        assert "streek" not in str(cursor.fetchall())
    cast.enter(client, cast.joke)
    assert "Kent de streek" not in client.get(page_of(made)).content.decode()


def test_who_is_offered_it_reads_the_period_and_a_fee_that_does_not_depend_on_the_outcome(cast, client, conference):
    Terms.agree(valid_from=timezone.localdate(), by=cast.henk, fee=750)
    made = offered(cast, conference)
    cast.enter(client, cast.joke)

    page = client.get(page_of(made)).content.decode()

    assert "€ 750,00, hoe het ook afloopt" in page
    assert "Dat is ongeveer van" in page
    assert "Antwoord graag voor" in page


@pytest.mark.rule("A34")
def test_no_preference_is_an_answer_too(cast, client, conference):
    Referral.objects.update(no_preference=True)
    made = offered(cast, conference)
    cast.enter(client, cast.joke)

    assert "geen voorkeur" in client.get(page_of(made)).content.decode()
    assert not any("wens" in reason for reason in suggestions(conference)[0].reasons)


@pytest.mark.rule("A34")
@pytest.mark.parametrize(
    ("wish", "about", "how"),
    [
        ({"wish_language": "Türkçe of Koerdisch"}, {"languages": "Nederlands, turkce"}, "past bij"),
        ({"wish_culture": "Marokko"}, {"background": "opgegroeid in een Marokkaanse familie"}, "past bij"),
        ({"wish_gender": "een man"}, {"gender": "Man", "languages": "Mandarijn"}, "past bij"),
        ({"wish_gender": "een man"}, {"gender": "vrouw", "languages": "Mandarijn"}, "past niet bij"),
        ({"wish_language": "Arabisch"}, {"background": "ouders spraken Arabisch"}, "past niet bij"),
        ({"wish_other": "iemand die rustig is"}, {"first_name": "Rustig"}, "bekijk zelf"),
    ],
)
def test_each_wish_is_said_to_be_met_or_not_and_what_cannot_be_known_is_for_people(cast, wish, about, how):
    conference, name = looking(cast, **wish), about.pop("first_name", "Lieke")
    lieke = another(cast, name, **about)

    said = next(one.reasons for one in suggestions(conference) if one.coordinator == lieke)

    assert said[0].startswith(f"{how} de wens" if how != "bekijk zelf" else "bekijk zelf")
