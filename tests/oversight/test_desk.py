"""The desk of the regiomanager: by promise at risk, never by what it is about; and the office, that only counts."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from kring.conference.access import Phase, Role
from kring.conference.models import Conference
from kring.foundation.posting import Message, Status, post
from kring.matching.models import FirstContact
from kring.oversight.desk_views import conferences_of
from kring.oversight.listing import page_of, read_mark
from kring.oversight.promising import by_promise, promise, working_days_after
from kring.people.models import Channel, Desk, Organisation, Seat
from kring.referral.models import Enquiry, Referral, Requester
from kring.referral.receiving import receive
from kring.region.models import Region

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def request_of(cast, first_name: str, *, day: datetime | None = None, **more) -> Conference:
    more.setdefault("municipality", cast.municipality)
    referral = receive(kind=Requester.SELF, main_person={"first_name": first_name}, occasion="Geheim verhaal.", **more)
    if day:
        Conference.objects.filter(pk=referral.conference_id).update(created_at=day, moved_at=day)
    return referral.conference


def monday(hour: int = 10, weeks: int = 0) -> datetime:
    """Monday 11 January 2027 or so many weeks later."""
    return datetime(2027, 1, 11, hour, tzinfo=AMSTERDAM) + timedelta(weeks=weeks)


def desk(cast, client, address: str = "/werk/") -> str:
    cast.enter(client, cast.ayse)
    return client.get(address).content.decode()


def in_order(cast) -> list[str]:
    return [conference.names for conference in by_promise(conferences_of(cast.ayse))]


# --- promises --------------------------------------------------------------------------------------------------------
@pytest.mark.rule("A35")
@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (date(2027, 1, 11), 3, date(2027, 1, 14)),  # Monday to Thursday
        (date(2027, 1, 14), 3, date(2027, 1, 19)),  # over a weekend
        (date(2027, 3, 25), 3, date(2027, 4, 1)),  # over Good Friday and Easter
        (date(2027, 1, 16), 1, date(2027, 1, 18)),  # asked on a Saturday
    ],
)
def test_a_promise_is_counted_in_working_days(start, days, due):
    assert working_days_after(start, days) == due


@pytest.mark.rule("A35")
def test_the_clock_runs_from_the_request_until_the_talk_and_from_the_yes_until_the_first_contact(cast):
    conference = cast.conference(phase=Phase.PREPARATION)
    Referral.objects.filter(conference=conference).update(answered_at=monday())

    row = by_promise(conferences_of(cast.ayse)).get()
    told = promise(row, today=date(2027, 1, 13))
    assert (told["what"], told["due"]) == ("eerste contact door een coördinator", date(2027, 1, 14))
    assert (told["is_at_risk"], told["is_over"]) == (True, False)
    assert not promise(row, today=date(2027, 1, 12))["is_at_risk"]
    assert promise(row, today=date(2027, 1, 15))["is_over"]

    FirstContact.record(conference, on=timezone.localdate(), by=cast.joke)
    assert promise(by_promise(conferences_of(cast.ayse)).get()) is None


def test_the_days_are_those_the_organisation_chose_and_spoed_is_one(cast):
    Organisation(contact_days=5).save()
    request_of(cast, "Ans", day=monday())
    request_of(cast, "Bea", day=monday(), urgent=True)

    urgent, other = by_promise(conferences_of(cast.ayse))

    assert promise(urgent)["due"] == date(2027, 1, 12)
    assert promise(other)["due"] == date(2027, 1, 18)


def test_the_promise_at_risk_stands_on_top_and_who_rests_below(cast):
    request_of(cast, "Later", day=monday(weeks=1))
    request_of(cast, "Eerder", day=monday())
    request_of(cast, "Spoed", day=monday(weeks=2), urgent=True)
    resting = request_of(cast, "Rust", day=monday())
    Conference.objects.filter(pk=resting.pk).update(resting_since=monday())
    done = request_of(cast, "Gesproken", day=monday())
    done.referral.record_talk(talked_on=timezone.localdate(), talked_with="x", by=cast.ayse)

    assert in_order(cast) == ["Spoed", "Eerder", "Later", "Gesproken", "Rust"]


# --- the page --------------------------------------------------------------------------------------------------------
def test_the_list_never_says_what_it_is_about(cast, client):
    conference = request_of(cast, "Naima", urgency="Vrijdag de rechter.", wishes="Een vrouw")

    page = desk(cast, client)

    assert f"/c/{conference.slug}/" in page
    for kept in ("Geheim verhaal", "rechter", "Een vrouw"):
        assert kept not in page


@pytest.mark.rule("A32")
def test_an_unrouted_request_stands_on_top_with_every_manager_until_one_takes_it(cast, client):
    conference = request_of(cast, "Ans", municipality=None, place="Verweggistan")
    assert "Verweggistan" in desk(cast, client)
    assert "Ans" not in desk(cast, client)

    answer = client.post(f"/werk/neem-over/{conference.slug}/", {"region": cast.region.slug})

    assert answer["Location"] == f"/c/{conference.slug}/"
    assert "Verweggistan" not in desk(cast, client)
    assert "Ans" in desk(cast, client)


@pytest.mark.parametrize("region", ["", "abcdefghjkmn", "other"])
def test_an_unrouted_request_is_not_taken_into_a_region_that_is_not_yours(cast, client, region):
    other = Region.objects.create(name="Friesland", manager=cast.anyone_new(login_email="s@kring.example"))
    conference = request_of(cast, "Ans", municipality=None)
    cast.enter(client, cast.ayse)

    client.post(f"/werk/neem-over/{conference.slug}/", {"region": other.slug if region == "other" else region})

    conference.refresh_from_db()
    assert conference.region is None


@pytest.mark.rule("A36")
def test_who_wants_to_talk_is_called_and_ticked_once(cast, client):
    enquiry = Enquiry.objects.create(first_name="Karel", phone="06 44 00 00 01", good_times="’s avonds")
    assert "06 44 00 00 01" in desk(cast, client)

    client.post(f"/werk/gebeld/{enquiry.slug}/")
    client.post(f"/werk/gebeld/{enquiry.slug}/")

    assert "06 44 00 00 01" not in desk(cast, client)
    assert Enquiry.objects.get().called_by == cast.ayse


def test_a_message_to_be_called_or_posted_is_ticked_by_who_sent_it_alone(cast, client):
    letter = post(cast.fatma, "foundation/letters/ready.txt", key="x", sent_by=cast.ayse, channel=Channel.PHONE)
    assert letter.status == Status.BY_HAND
    cast.enter(client, cast.joke)
    assert client.post(f"/werk/post/{letter.slug}/gedaan/").status_code == 404
    assert "Fatma Bouzid" in desk(cast, client)

    client.post(f"/werk/post/{letter.slug}/gedaan/")

    assert Message.objects.get(pk=letter.pk).status == Status.DONE
    assert "Fatma Bouzid" not in desk(cast, client)


def test_a_letter_can_be_printed_by_who_sent_it(cast, client):
    cast.fatma.postal_address = "Dorpsstraat 1\n8071 AA Nunspeet"
    cast.fatma.save()
    letter = post(cast.fatma, "foundation/letters/ready.txt", key="x", sent_by=cast.ayse, channel=Channel.LETTER)
    cast.enter(client, cast.ayse)

    printed = client.get(f"/werk/post/{letter.slug}/brief.pdf")

    assert (printed["Content-Type"], printed.content[:5]) == ("application/pdf", b"%PDF-")
    cast.enter(client, cast.joke)
    assert client.get(f"/werk/post/{letter.slug}/brief.pdf").status_code == 404


def test_a_manager_sees_own_regions_and_own_seats_and_no_others(cast, client):
    sjoerd = cast.anyone_new("Sjoerd", login_email="sjoerd@kring.example")
    Seat.objects.create(person=sjoerd, desk=Desk.MANAGER)
    friesland = Region.objects.create(name="Friesland", manager=sjoerd)
    Conference.objects.create(region=friesland)
    elsewhere = Conference.objects.create(region=friesland)
    elsewhere.participants.create(person=cast.ayse, role=Role.REGIONAL_MANAGER)

    assert list(conferences_of(cast.ayse)) == [elsewhere]
    assert conferences_of(sjoerd).count() == 2


def test_a_stand_in_sees_the_region_and_takes_a_conference_over_before_opening_it(cast, client):
    wouter = cast.anyone_new("Wouter", login_email="wouter@kring.example")
    Seat.objects.create(person=wouter, desk=Desk.MANAGER)
    conference = request_of(cast, "Ans")
    Region.objects.update(stand_in=wouter)
    cast.enter(client, wouter)
    assert "Neem over" in client.get("/werk/").content.decode()
    assert client.get(f"/c/{conference.slug}/").status_code == 404

    client.post(f"/werk/neem-over/{conference.slug}/")

    assert client.get(f"/c/{conference.slug}/").status_code == 200


def test_the_phase_in_the_address_filters_and_nonsense_shows_everything(cast, client):
    request_of(cast, "Ans")

    assert "Rond Ans" in desk(cast, client, "/werk/?fase=referral")
    assert "Rond Ans" not in desk(cast, client, "/werk/?fase=closed")
    assert "Rond Ans" in desk(cast, client, "/werk/?fase=onzin&na=~~~")


# --- long lists ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("rows", [1, 50])
def test_the_desk_costs_the_same_however_many_there_are(cast, client, django_assert_max_num_queries, rows):
    for number in range(rows):
        request_of(cast, f"Nummer{number}")
        request_of(cast, f"Onbekend{number}", municipality=None)
        Enquiry.objects.create(first_name="Karel", phone="06 44 00 00 01")
    cast.enter(client, cast.ayse)

    with django_assert_max_num_queries(12):
        client.get("/werk/")


def test_a_long_list_goes_on_page_by_page_and_leaves_nobody_out(cast, client):
    for number in range(120):
        conference = Conference.objects.create(region=cast.region, created_at=monday(), moved_at=monday())
        conference.participants.create(person=cast.anyone_new(f"N{number:03}"), role=Role.MAIN_PERSON)
    seen, mark = [], ""
    for _page in range(3):
        rows, mark = page_of(by_promise(conferences_of(cast.ayse)), mark)
        seen += [row.slug for row in rows]

    assert mark == ""
    assert len(seen) == len(set(seen)) == 120
    assert desk(cast, client).count("Rond N") == 50
    assert "Volgende vijftig" in desk(cast, client)


@pytest.mark.parametrize(
    "mark", ["", "x", "1~2~3", "1~2027-01-01T10:00:00~abc", "~~", "9" * 400, "1~2027-01-01T10:00:00+00:00~'"]
)
def test_a_mark_that_makes_no_sense_is_the_first_page(mark):
    assert read_mark(mark) is None


# --- who comes in ----------------------------------------------------------------------------------------------------
def test_the_desk_is_for_managers_the_numbers_for_the_office_and_neither_for_others(cast, client):
    for person, opened in ((cast.ayse, (200, 404)), (cast.joke, (404, 404)), (cast.naima, (404, 404))):
        cast.enter(client, person)
        assert (client.get("/werk/").status_code, client.get("/werk/bureau/").status_code) == opened
    cast.enter(client, cast.henk)
    assert client.get("/werk/")["Location"] == "/werk/bureau/"


@pytest.mark.rule("B29")
def test_the_office_counts_and_says_less_than_five_where_people_could_be_known(cast, client):
    for number in range(5):
        request_of(cast, f"Nummer{number}")
    cast.conference(phase=Phase.CLOSED)
    cast.enter(client, cast.henk)

    page = client.get("/werk/bureau/")
    counts = {str(name): number for _title, lines in page.context["figures"] for name, number in lines}

    assert counts["voor mijzelf of mijn gezin"] == 5
    assert counts["als professional"] == "minder dan 5"
    assert counts["afgerond"] == "minder dan 5"
    assert "/c/" not in page.content.decode()
    assert "Nummer" not in page.content.decode()


def test_what_is_told_about_keeping_is_what_the_program_keeps_to(cast, client):
    from kring.oversight.models import KeepingPeriod

    assert "Tot 30 dagen na het belverzoek" in client.get("/werk/bewaartermijnen/").content.decode()
    KeepingPeriod.objects.create(kind="call_back", days=14)

    assert "Tot 14 dagen na het belverzoek" in client.get("/werk/bewaartermijnen/").content.decode()
