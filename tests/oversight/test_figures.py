"""The figures of a year: the same as counted by hand, and about nobody."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench import yearly
from kring.oversight.figuring import FIGURES, TOPICS
from kring.oversight.measures import UNITS
from kring.oversight.reckoning import Year, among, counted, published, town_key
from kring.oversight.settling import NotOver, Settled, figures_of, settle
from kring.oversight.tallies import Tally
from kring.oversight.telling import topics
from kring.region.models import Municipality, Region
from tests.oversight.forty import YEAR, tallies, under_way

IN_YEAR = date(YEAR, 5, 1)
BY_HAND = {
    "asked": {"parts": {"asked": 40, "open": 6}},
    "kind": {"parts": {"self": 10, "near": 8, "professional": 22}},
    "minors": {"value": 63},
    "urgent": {"value": 0},
    "end": {"parts": {"not_offered+declined": 12, "stopped": 5, "with": 18, "without": 5, "no_plan_yet": 0}},
    "called_first": {"value": 78},
    "called_later": {"value": 0},
    "runs_first": {"parts": {"all": 100, "part": 0, "none": 0, "unknown": 0}},
    "invited": {"value": 12.7},
    "present": {"value": 9.7},
    "hours": {"value": 4.8},
    "agreements": {"value": 6.8},
    "own_share": {"value": 77},
    "conditions": {"value": 0},
    "rounds": {"parts": {"one": 100, "two": 0, "more": 0}},
    "to_talk": {"value": 2, "low": 2, "high": 3},
    "to_yes": {"value": 5, "low": 5, "high": 6},
    "to_contact": {"value": 3, "low": 3, "high": 5},
    "to_meeting": {"value": 50, "low": 50, "high": 60},
    "kept_contact": {"value": 64},
    "languages": {"parts": {"nl": 30, "ar": 10}},
}


@pytest.mark.rule("R-EVA-5")
@pytest.mark.rule("R-EVA-7")
def test_the_report_of_a_year_is_what_forty_conferences_are_when_counted_by_hand(db):
    Tally.objects.bulk_create([*tallies(), *under_way(6), *tallies(year=YEAR - 2)])

    told = published(counted(YEAR))

    assert told == {"land": BY_HAND}


@pytest.mark.rule("R-EVA-7")
def test_a_language_stands_by_its_name_from_five_people_on(db):
    def asked(many: int, language: str, end: str) -> list[Tally]:
        return [Tally(asked_on=IN_YEAR, ended_on=IN_YEAR, end=end, language=language) for _ in range(many)]

    rows = [*asked(20, "nl", "with"), *asked(6, "nl", "declined"), *asked(5, "tr", "with"), *asked(8, "tr", "declined")]
    Tally.objects.bulk_create([*rows, *asked(4, "pl", "declined"), *asked(3, "so", "declined")])

    told = published(counted(YEAR))["land"]

    assert told["languages"] == {"parts": {"nl": 26, "tr": 13, "other": 7}}
    assert told["began_by_language"] == {"parts": {"nl": 77, "other": 25}}  # with who spoke Turkish


def test_every_figure_has_a_name_a_unit_words_and_rows_to_count(db):
    for figure in FIGURES.values():
        assert figure.unit in UNITS
        assert figure.topic in TOPICS
        assert str(figure.label)
        assert str(figure.how).endswith(".")
        assert getattr(Year(YEAR), among(figure.of)[0])() is not None
    assert next(iter(TOPICS)) == "tears"


@pytest.mark.rule("R-EVA-6")
def test_whether_people_were_called_and_how_it_runs_stands_right_beside_what_they_think_of_it():
    assert list(TOPICS)[:2] == ["tears", "after"]
    assert {"called_first", "runs_first", "called_later", "runs_later"} == {
        figure.name for figure in FIGURES.values() if figure.topic == "after"
    }


def test_a_stop_and_a_no_have_their_own_row_and_what_belongs_together_is_added(db):
    Tally.objects.bulk_create([*tallies(), *tallies()])
    ended = next(topic for topic in topics(published(counted(YEAR))["land"]) if topic.title == "Hoe het afliep")

    rows = {row.label: row.number for row in ended.blocks[0].rows}

    assert (rows["nee gezegd"], rows["gestopt"], rows["plan met bijeenkomst"]) == (18, 10, 36)
    assert (rows["kreeg een uitkomst"], rows["aangeboden"], rows["begonnen"], rows["samen een plan"]) == (
        80,
        74,
        56,
        46,
    )


# --- one request ------------------------------------------------------------------------------------------------------
@pytest.mark.rule("B29")
def test_a_municipality_of_one_request_sees_nothing_and_region_minus_the_others_tells_nothing_either(cast):
    towns = [Municipality.objects.create(name=name, region=cast.region) for name in ("Groot", "Midden", "Klein")]
    rows = [tally for town in towns[:2] for _ in range(2) for tally in tallies(municipality=town)]
    Tally.objects.bulk_create([*rows, *tallies(municipality=towns[2])[:1]])

    told = published(counted(YEAR))

    small, shown = town_key(towns[2].pk), [town_key(town.pk) for town in towns[:2]]
    assert small not in told
    assert sum("end" in told.get(town, {}) for town in shown) == 1  # the other one covers for the small one
    assert "end" in told["land"]
    for name in told["land"]:
        assert not all(name in told.get(town, {}) for town in shown), name


@pytest.mark.rule("B29")
def test_a_year_is_settled_once_so_that_no_two_lists_can_be_subtracted(db):
    Tally.objects.bulk_create(tallies())
    with pytest.raises(NotOver):
        settle(YEAR, today=date(YEAR, 12, 31))
    settle(YEAR, today=date(YEAR + 1, 1, 15))
    before = figures_of(YEAR)

    Tally.objects.bulk_create(tallies()[:1])

    with pytest.raises(Settled):
        settle(YEAR, today=date(YEAR + 1, 1, 22))
    assert figures_of(YEAR) == before


def test_a_large_country_of_tallies_can_be_made_and_measured(db, monkeypatch):
    monkeypatch.setattr("bench.country.MUNICIPALITIES", 5)
    year = yearly.fill(60)

    found = yearly.measured(year, 0) | {"conferences": 60}

    assert Tally.objects.count() == 60
    assert "60 conferences: the report of a year" in yearly.told(found)


def test_the_report_asks_the_same_number_of_questions_however_many_conferences_there_were(cast):
    def asked() -> int:
        with CaptureQueriesContext(connection) as questions:
            counted(YEAR)
        return len(questions)

    Tally.objects.bulk_create(tallies(region=cast.region))
    few = asked()
    Tally.objects.bulk_create(tallies(region=Region.objects.create(name="Drenthe", manager=cast.ayse)))

    assert asked() == few < 15
