"""Who decides: every main person alone, parents with authority for a child, each for oneself and unseen by others."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand, Via
from kring.conference.models import Outcome
from kring.foundation.posting import Message, Status
from kring.referral import deciding, receiving
from kring.referral.answers import Answer, Authority
from kring.referral.noting import note_authority
from tests.referral.scenes import asked_for, born, called, fresh, page, referral_of, text_of


def decide(conference, name: str, says: str, **more) -> None:
    referral, person = referral_of(conference), called(conference, name)
    verb = receiving.say_yes if says == "yes" else receiving.say_no
    verb(referral, by=Hand.of(person), **more)


def has_authority(cast, conference, child: str, parent: str = "", *, name: str = "", holds: str = "yes") -> Authority:
    found = {person.first_name: person for person in conference.main_people}
    about = {"parent": found.get(parent), "parent_name": name, "holds": holds, "how_checked": "register"}
    return note_authority(Authority(conference=conference, child=found[child]), about, by=cast.ayse)


def by_phone(cast, conference, authority: Authority, says: str) -> None:
    authority = Authority.objects.get(pk=authority.pk)
    receiving.note_parent(referral_of(conference), authority, says=says, via=Via.PHONE, by=Hand.of(cast.ayse))


# --- several grown-ups -----------------------------------------------------------------------------------------------
@pytest.mark.rule("A6")
def test_it_goes_on_when_everybody_it_is_about_said_yes(cast):
    conference = asked_for(cast, ("Naima", None), ("Karim", None))

    decide(conference, "Naima", "yes")
    assert fresh(conference).phase == Phase.REFERRAL
    decide(fresh(conference), "Karim", "yes")

    assert fresh(conference).phase == Phase.MATCHING
    steps = fresh(conference).journal.filter(step="say_yes")
    assert [one.phase_after for one in steps] == [Phase.REFERRAL, Phase.MATCHING]


def test_a_yes_said_twice_is_one_yes(cast, client):
    conference = asked_for(cast, ("Naima", None), ("Karim", None))
    cast.enter(client, called(conference, "Naima"))

    for _again in range(3):
        assert client.post(page(conference, "ja/")).status_code == 303

    assert "Je hebt ja gezegd" in text_of(client.get(page(conference)))
    assert conference.journal.filter(step="say_yes").count() == 1
    assert fresh(conference).phase == Phase.REFERRAL


def test_a_no_lets_one_step_out_quietly_while_the_others_stay(cast, client):
    conference = asked_for(cast, ("Naima", None), ("Karim", None))
    cast.enter(client, called(conference, "Karim"))

    answer = client.post(page(conference, "nee/"), follow=True)

    assert "Nee is ook goed" in text_of(answer)
    assert [one.first_name for one in fresh(conference).main_people] == ["Naima"]
    assert fresh(conference).phase == Phase.REFERRAL
    assert not Message.objects.filter(key__startswith="answer").exists()
    assert client.get(f"/c/{conference.slug}/").status_code == 404


def test_a_no_makes_the_yes_of_who_is_left_count(cast):
    conference = asked_for(cast, ("Naima", None), ("Karim", None))
    decide(conference, "Naima", "yes")

    decide(fresh(conference), "Karim", "no")

    assert fresh(conference).phase == Phase.MATCHING
    assert referral_of(conference).answered_at is not None


def test_the_yes_that_counts_late_is_journalled_as_it_was_given(cast):
    conference = asked_for(cast, ("Naima", None), ("Karim", None))
    naima, karim = called(conference, "Naima"), called(conference, "Karim")
    receiving.say_yes(referral_of(conference), by=Hand(cast.ayse, naima, Via.PHONE))

    receiving.say_no(referral_of(conference), by=Hand(cast.ayse, karim, Via.PHONE))

    entry = conference.journal.get(phase_after=Phase.MATCHING)
    assert (entry.step, entry.taken_by, entry.in_name_of, entry.via) == ("say_yes", cast.ayse, naima, "phone")


def test_when_the_last_one_says_no_it_is_over(cast):
    conference = asked_for(cast, ("Naima", None), ("Karim", None))
    decide(conference, "Naima", "no")
    decide(fresh(conference), "Karim", "no")

    assert (fresh(conference).phase, fresh(conference).outcome) == (Phase.CLOSED, Outcome.DECLINED)


@pytest.mark.parametrize("role", [Role.MAIN_PERSON, Role.REQUESTER, Role.REGIONAL_MANAGER])
def test_nobody_is_told_who_said_no(cast, client, role):
    conference = asked_for(cast, ("Naima", None), ("Karim", None))
    decide(conference, "Karim", "no")
    cast.enter(client, fresh(conference).people(role)[0])

    for where in ("", "logboek/", "aanmelding/", "aanmelding/hoofdpersonen/", "aanmelding/wat-u-vroeg/"):
        answer = client.get(f"/c/{conference.slug}/{where}")
        assert "Karim" not in answer.content.decode()
    assert not [one for one in Message.objects.all() if "Karim" in one.text + one.short + one.subject]


def test_after_the_yes_one_of_several_can_still_step_out(cast):
    conference = asked_for(cast, ("Naima", None), ("Karim", None))
    decide(conference, "Naima", "yes")
    decide(fresh(conference), "Karim", "yes")

    decide(fresh(conference), "Karim", "no")

    assert fresh(conference).phase == Phase.MATCHING
    assert [one.first_name for one in fresh(conference).main_people] == ["Naima"]


# --- ages ------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("age", [16, 17, 18, 40, None])
@pytest.mark.rule("R-CON-5")
def test_from_sixteen_on_somebody_decides_alone(cast, age):
    conference = asked_for(cast, ("Sam", age))

    decide(conference, "Sam", "yes")

    assert fresh(conference).phase == Phase.MATCHING


@pytest.mark.parametrize("age", [12, 15])
@pytest.mark.rule("R-CON-5")
def test_from_twelve_to_fifteen_the_child_and_the_parents_with_authority_say_yes(cast, age):
    conference = asked_for(cast, ("Sam", age), ("Naima", 38))
    has_authority(cast, conference, "Sam", "Naima")
    father = has_authority(cast, conference, "Sam", name="Karim Bouzid")

    decide(fresh(conference), "Naima", "yes")
    by_phone(cast, fresh(conference), father, "yes")
    assert fresh(conference).phase == Phase.REFERRAL
    decide(fresh(conference), "Sam", "yes")

    assert fresh(conference).phase == Phase.MATCHING


@pytest.mark.parametrize("order", [("Sam", "Naima", "father"), ("father", "Sam", "Naima"), ("Naima", "father", "Sam")])
def test_the_last_yes_that_was_needed_takes_the_step_whoever_gives_it(cast, order):
    conference = asked_for(cast, ("Sam", 13), ("Naima", 38))
    has_authority(cast, conference, "Sam", "Naima")
    father = has_authority(cast, conference, "Sam", name="Karim Bouzid")

    for who in order:
        assert fresh(conference).phase == Phase.REFERRAL
        if who == "father":
            by_phone(cast, fresh(conference), father, "yes")
        else:
            decide(fresh(conference), who, "yes")

    assert fresh(conference).phase == Phase.MATCHING


@pytest.mark.rule("R-CON-5")
def test_under_twelve_the_parents_decide_and_the_child_is_heard(cast):
    conference = asked_for(cast, ("Lina", 9), ("Naima", 38))
    has_authority(cast, conference, "Lina", "Naima")
    hand = Hand.of(cast.ayse)
    lina = called(conference, "Lina")
    receiving.note_child(referral_of(conference), lina, says="no", via=Via.BESIDE, by=hand)
    assert lina in fresh(conference).main_people

    decide(fresh(conference), "Naima", "yes")

    assert fresh(conference).phase == Phase.MATCHING
    assert Answer.objects.get(person=lina).says == "no"


def test_a_child_of_twelve_that_says_no_takes_no_part(cast):
    conference = asked_for(cast, ("Sam", 12), ("Naima", 38))
    has_authority(cast, conference, "Sam", "Naima")
    decide(fresh(conference), "Naima", "yes")

    decide(fresh(conference), "Sam", "no")

    assert [one.first_name for one in fresh(conference).main_people] == ["Naima"]
    assert fresh(conference).phase == Phase.MATCHING


def test_a_parent_who_has_no_authority_is_not_asked(cast):
    conference = asked_for(cast, ("Lina", 9), ("Naima", 38))
    has_authority(cast, conference, "Lina", "Naima")
    has_authority(cast, conference, "Lina", name="Karim", holds="no")

    decide(fresh(conference), "Naima", "yes")

    assert fresh(conference).phase == Phase.MATCHING


def test_a_parent_can_say_yes_for_oneself_and_not_for_the_child(cast, client):
    conference = asked_for(cast, ("Naima", 38), ("Lina", 9))
    has_authority(cast, conference, "Lina", "Naima")
    cast.enter(client, called(conference, "Naima"))
    assert "Zeg je dit ook voor Lina?" in text_of(client.get(page(conference)))

    client.post(page(conference, "ja/"), {f"child_{called(conference, 'Lina').slug}": "no", "details": "1"})

    assert [one.first_name for one in fresh(conference).main_people] == ["Naima"]
    assert fresh(conference).phase == Phase.MATCHING


def test_a_birthday_changes_who_decides_on_the_very_day_it_is_asked(cast):
    conference = asked_for(cast, ("Sam", 11))
    sam = called(conference, "Sam")
    turns_twelve, turns_sixteen = (sam.birth_month.replace(year=sam.birth_month.year + years) for years in (12, 16))

    def on(day):
        return deciding.decisions(fresh(conference), today=day)[0]

    assert not on(turns_twelve - timedelta(days=1)).decides_along
    assert on(turns_twelve).decides_along
    assert not on(turns_sixteen - timedelta(days=1)).decides_alone
    assert on(turns_sixteen).decides_alone


def test_who_turned_twelve_after_the_yes_is_asked_too(cast, client):
    conference = asked_for(cast, ("Lina", 11), ("Naima", 38))
    has_authority(cast, conference, "Lina", "Naima")
    decide(fresh(conference), "Naima", "yes")
    lina = called(conference, "Lina")
    lina.birth_month = born(12)
    lina.save()
    cast.enter(client, cast.ayse)
    assert "Vraag ook Lina zelf" in text_of(client.get(f"/c/{conference.slug}/"))

    client.post(page(conference, f"hoofdpersonen/{lina.slug}/zegt/"), {"says": "yes", "via": "beside"})

    assert "Vraag ook Lina zelf" not in text_of(client.get(f"/c/{conference.slug}/"))
    assert Answer.objects.get(person=lina).via == "beside"


def test_sixteen_on_the_way_means_that_the_parents_are_not_waited_for(cast):
    conference = asked_for(cast, ("Sam", 15), ("Naima", 38))
    has_authority(cast, conference, "Sam", name="Karim")
    decide(fresh(conference), "Naima", "yes")
    decide(fresh(conference), "Sam", "yes")
    assert fresh(conference).phase == Phase.REFERRAL
    sam = called(conference, "Sam")
    sam.birth_month = born(16)
    sam.save()

    deciding.after_birthdays(timezone.localdate())

    assert fresh(conference).phase == Phase.MATCHING


# --- authority -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("known", [[], ["unknown"], ["yes", "unknown"], ["no"]])
def test_while_it_is_unclear_who_decides_for_a_child_nothing_is_sent_and_nothing_goes_on(cast, client, known):
    conference = asked_for(cast, ("Naima", 38), ("Lina", 9), talked=False)
    for number, holds in enumerate(known):
        has_authority(cast, conference, "Lina", name=f"Ouder {number}", holds=holds)
    cast.enter(client, cast.ayse)

    talk = {
        "talked_on": timezone.localdate().isoformat(),
        "talked_with": "Tom",
        "channel": "sms",
        "phone": "0611111111",
    }
    answer = client.post(page(conference, "gesprek/"), talk, follow=True)

    assert "Vraag eerst wie er gezag heeft" in text_of(answer)
    assert not Message.objects.filter(key__startswith="asked").exists()
    decide(fresh(conference), "Naima", "yes")
    assert fresh(conference).phase == Phase.REFERRAL


def test_when_authority_is_known_the_grown_ups_are_asked_and_a_child_only_after_its_parents(cast, client):
    conference = asked_for(cast, ("Naima", 38), ("Sam", 14), ("Lina", 9))
    cast.enter(client, cast.ayse)
    for child in ("Sam", "Lina"):
        where = page(conference, f"hoofdpersonen/{called(conference, child).slug}/ouder/")
        client.post(where, {"parent": called(conference, "Naima").slug, "holds": "yes", "how_checked": "register"})

    def asked() -> set[str]:
        return {one.recipient.first_name for one in Message.objects.filter(key__startswith="asked")}

    assert asked() == {"Naima"}
    decide(fresh(conference), "Naima", "yes")
    assert asked() == {"Naima", "Sam"}
    decide(fresh(conference), "Sam", "yes")
    assert fresh(conference).phase == Phase.MATCHING
    assert asked() == {"Naima", "Sam"}


@pytest.mark.rule("R-CON-5")
def test_one_parents_yes_shows_nothing_of_the_other_parent(cast, client):
    conference = asked_for(cast, ("Lina", 9), ("Naima", 38), ("Karim", 40))
    for parent in ("Naima", "Karim"):
        has_authority(cast, conference, "Lina", parent)
    has_authority(cast, conference, "Lina", name="Iemand Anders")
    decide(fresh(conference), "Karim", "yes")
    cast.enter(client, called(conference, "Naima"))

    for where in ("", "aanmelding/"):
        theirs = text_of(client.get(f"/c/{conference.slug}/{where}"))
        assert "Iemand Anders" not in theirs
        assert "gezag" not in theirs
    assert client.get(page(conference, "hoofdpersonen/")).status_code == 404


def test_no_parent_reads_or_changes_what_is_known_of_authority(cast, client):
    conference = asked_for(cast, ("Lina", 9), ("Naima", 38))
    authority = has_authority(cast, conference, "Lina", name="Karim Bouzid")
    cast.enter(client, called(conference, "Naima"))

    assert client.get(page(conference, f"gezag/{authority.slug}/")).status_code == 404
    assert client.post(page(conference, f"gezag/{authority.slug}/"), {"holds": "no"}).status_code == 404


def test_the_name_of_a_parent_who_takes_no_part_is_locked(cast):
    from django.db import connection

    has_authority(cast, asked_for(cast, ("Lina", 9)), "Lina", name="Karim Bouzid")

    with connection.cursor() as cursor:
        cursor.execute("SELECT parent_name FROM kring_authority")
        assert "Karim" not in str(cursor.fetchall())


def test_a_parent_on_the_phone_answers_through_the_regiomanager(cast, client):
    conference = asked_for(cast, ("Lina", 9))
    authority = has_authority(cast, conference, "Lina", name="Karim Bouzid")
    cast.enter(client, cast.ayse)
    form = {"parent": "else", "parent_name": "Karim Bouzid", "holds": "yes", "how_checked": "register"}

    client.post(page(conference, f"gezag/{authority.slug}/"), form | {"says": "yes", "via": "phone"})

    assert fresh(conference).phase == Phase.MATCHING
    assert Authority.objects.get().via == "phone"


def test_a_parents_no_ends_it_when_it_was_about_the_child_alone(cast):
    conference = asked_for(cast, ("Lina", 9))
    authority = has_authority(cast, conference, "Lina", name="Karim Bouzid")

    by_phone(cast, conference, authority, "no")

    assert (fresh(conference).phase, fresh(conference).outcome) == (Phase.CLOSED, Outcome.DECLINED)


@pytest.mark.rule("A33")
def test_the_yes_of_a_parent_never_takes_the_place_of_the_talk(cast):
    conference = asked_for(cast, ("Lina", 9), talked=False)
    authority = has_authority(cast, conference, "Lina", name="Karim Bouzid")

    by_phone(cast, conference, authority, "yes")
    assert fresh(conference).phase == Phase.REFERRAL

    talk = {"talked_on": timezone.localdate(), "talked_with": "Tom", "phone": "", "email": "", "channel": "phone"}
    receiving.record_talk(referral_of(conference), **talk, by=Hand.of(cast.ayse))

    entry = fresh(conference).journal.get(step="say_yes")
    assert fresh(conference).phase == Phase.MATCHING
    assert (entry.taken_by, entry.in_name_of.first_name, entry.via) == (cast.ayse, "Lina", "phone")


# --- by phone, and small things --------------------------------------------------------------------------------------
def test_everybody_can_answer_on_the_phone(cast, client):
    conference = asked_for(cast, ("Naima", None), ("Karim", None))
    cast.enter(client, cast.ayse)
    for name in ("Naima", "Karim"):
        hand = f"?namens={called(conference, name).slug}&via=phone"
        assert f"Wat zegt {name}?" in text_of(client.get(page(conference) + hand))
        client.post(page(conference, "ja/") + hand)

    assert fresh(conference).phase == Phase.MATCHING
    assert {(one.noted_by, one.via) for one in Answer.objects.all()} == {(cast.ayse, "phone")}


def test_the_talk_can_show_that_it_is_about_somebody_else_too(cast, client):
    conference = asked_for(cast, ("Naima", None))
    cast.enter(client, cast.ayse)

    client.post(
        page(conference, "hoofdpersonen/erbij/"), {"first_name": "Lina", "birth_month": "3-2018", "channel": "phone"}
    )

    assert [one.first_name for one in fresh(conference).main_people] == ["Naima", "Lina"]
    assert "Vraag eerst wie er gezag heeft" in text_of(client.get(page(conference, "hoofdpersonen/")))


def test_what_was_folded_below_the_yes_goes_along_and_needs_nothing(cast, client):
    conference = asked_for(cast, ("Naima", None))
    cast.enter(client, called(conference, "Naima"))
    more = {"details": "1", "correction": "Het was één keer.", "wish_gender": "een vrouw", "may_follow": "no"}

    client.post(page(conference, "ja/"), more)

    referral = referral_of(conference)
    assert (referral.correction, referral.wish_gender) == ("Het was één keer.", "een vrouw")
    assert fresh(conference).people(Role.REQUESTER) == []
    assert not Message.objects.filter(key__startswith="answer").exists()


def test_a_yes_without_anything_leaves_what_was_there(cast, client):
    conference = asked_for(cast, ("Naima", None), wishes="Liefst Fries")
    naima = called(conference, "Naima")
    referral_of(conference).correct(correction="Mijn woorden.", by=naima)
    cast.enter(client, naima)

    client.post(page(conference, "ja/"))

    assert (referral_of(conference).correction, referral_of(conference).wishes) == ("Mijn woorden.", "Liefst Fries")
    assert fresh(conference).people(Role.REQUESTER) != []


def test_something_wrong_below_the_yes_gets_a_sentence_and_nothing_is_lost(cast, client):
    conference = asked_for(cast, ("Naima", None))
    cast.enter(client, called(conference, "Naima"))

    answer = client.post(page(conference, "ja/"), {"details": "1", "correction": "Mijn BSN is 123456782, dus."})

    assert "burgerservicenummer" in text_of(answer)
    assert "Mijn BSN is" in text_of(answer)
    assert fresh(conference).phase == Phase.REFERRAL


def test_who_stepped_out_leaves_no_trace_after_a_month(cast):
    from kring.oversight.erasing import erase
    from kring.people.models import Person

    conference = asked_for(cast, ("Naima", None), ("Karim", None))
    decide(conference, "Karim", "no")

    erase(timezone.localdate() + timedelta(days=31))

    assert not Person.objects.filter(first_name="Karim").exists()
    assert not Answer.objects.filter(says="no").exists()
    assert [one.first_name for one in fresh(conference).main_people] == ["Naima"]


def test_the_pages_of_who_decides_ask_the_database_little(cast, client, django_assert_max_num_queries):
    conference = asked_for(cast, ("Naima", 38), *[(f"Kind {number}", 9) for number in range(12)])
    for number in range(12):
        has_authority(cast, conference, f"Kind {number}", "Naima")
    cast.enter(client, cast.ayse)
    with django_assert_max_num_queries(12):
        assert client.get(page(conference, "hoofdpersonen/")).status_code == 200
    cast.enter(client, called(conference, "Naima"))
    for where in ("", "aanmelding/"):
        with django_assert_max_num_queries(12):
            assert client.get(f"/c/{conference.slug}/{where}").status_code == 200


def test_who_must_be_called_is_a_task_and_who_gets_a_text_message_is_none(cast, client):
    conference = asked_for(cast, ("Naima", None))
    naima = called(conference, "Naima")
    naima.channel = "phone"
    naima.save()

    receiving.ask_to_answer(referral_of(conference), by=Hand.of(cast.ayse))

    assert Message.objects.get(key__startswith="asked").status == Status.BY_HAND


@pytest.mark.rule("R-CON-4")
def test_the_main_person_reads_everything_that_was_filled_in(cast, client):
    told = {"place": "Nunspeet", "has_minors": True, "reach_main_person": "Alleen overdag bellen."}
    conference = asked_for(cast, ("Naima", None), urgency="Vrijdag de rechter.", presumed_ground="debt", **told)
    cast.enter(client, called(conference, "Naima"))

    read = text_of(client.get(page(conference)))

    for words in ("vaak alleen", "Vrijdag de rechter.", "Nunspeet", "Kinderen onder de 18", "Alleen overdag bellen."):
        assert words in read
    assert "schuldsanering" in read


@pytest.mark.rule("A34")
def test_the_wishes_that_were_asked_for_are_put_before_the_main_person_to_confirm(cast, client):
    conference = asked_for(cast, ("Naima", None), wishes={"language": "Turks", "gender": "een vrouw"})
    cast.enter(client, called(conference, "Naima"))
    shown = client.get(page(conference)).context["form"]
    assert (shown["wish_language"].value(), shown["wish_gender"].value()) == ("Turks", "een vrouw")

    kept = {"details": "1", "wish_language": "", "wish_gender": "", "no_preference": "on"}
    client.post(page(conference, "ja/"), kept)

    assert referral_of(conference).wish_list() == []
    assert referral_of(conference).wishes == "Geen voorkeur"


# --- a parent with authority who takes no part -----------------------------------------------------------------------
def test_a_parent_who_takes_no_part_is_reached_and_told_by_the_regiomanager(cast, client):
    conference = asked_for(cast, ("Lina", 10), ("Naima", 38))
    has_authority(cast, conference, "Lina", "Naima")
    father, home = has_authority(cast, conference, "Lina", name="Karim Bouzid"), f"/c/{conference.slug}/"
    assert "Vertel Karim Bouzid wat er gevraagd wordt" in text_of(cast.enter(client, cast.ayse).get(home))

    told = {"parent": "else", "parent_name": "Karim Bouzid", "holds": "yes", "reach": "06 77 00 00 01"}
    told |= {"informed_on": str(timezone.localdate()), "says": "", "via": "phone", "how_checked": ""}
    client.post(page(conference, f"gezag/{father.slug}/"), told)

    father.refresh_from_db()
    assert (father.reach, father.informed_on) == ("06 77 00 00 01", timezone.localdate())
    assert "Vertel Karim" not in text_of(client.get(home))
    assert "06 77 00 00 01" not in text_of(cast.enter(client, called(conference, "Naima")).get(home))
