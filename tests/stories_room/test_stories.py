"""Friday stories: to read from the hour of their Friday on, in the archive and the feed."""

from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from kring.stories import fridays
from kring.stories.models import FridayStory
from tests.foundation.sent import a_drawing, sent
from tests.stories_room.scenes import FRIDAY, HERE, invented, of_somebody, out, reader

WORDS = {"alt": "Een fiets bij een hek", "credit": "Fatma Bouzid", "consent": "niemand herkenbaar"}


def page(client, address: str = "/vrijdagverhalen/") -> str:
    return client.get(address).content.decode()


@pytest.mark.rule("B31")
def test_a_story_is_there_from_the_hour_of_its_friday_on(cast, client):
    was, comes = out("Van vorige vrijdag"), invented("Van volgende vrijdag", on=fridays.coming())

    assert "Van vorige vrijdag" in page(client)
    assert "Van vorige vrijdag" in page(client, "/vrijdagverhalen/atom.xml")
    assert "Van volgende" not in page(client) + page(client, "/vrijdagverhalen/atom.xml")
    assert client.get(f"/vrijdagverhalen/{was.slug}/").status_code == 200
    assert client.get(f"/vrijdagverhalen/{comes.slug}/").status_code == 404
    assert comes in FridayStory.out(fridays.hour_of(comes.published_on))
    assert comes not in FridayStory.out(fridays.hour_of(comes.published_on) - timedelta(seconds=1))


@pytest.mark.rule("B31")
def test_friday_begins_at_the_same_hour_of_the_clock_in_winter_and_in_summer():
    winter, summer = fridays.hour_of(FRIDAY), fridays.hour_of(FRIDAY + timedelta(days=7))

    assert [moment.astimezone(HERE).hour for moment in (winter, summer)] == [settings.FRIDAY_HOUR] * 2
    assert summer.astimezone(UTC) - winter.astimezone(UTC) == timedelta(days=7, hours=-1)
    assert fridays.last(summer) == FRIDAY + timedelta(days=7)
    assert fridays.last(summer - timedelta(minutes=1)) == FRIDAY
    assert fridays.coming(datetime(2027, 3, 28, 2, 30, tzinfo=HERE)) == FRIDAY + timedelta(days=7)


def test_without_a_story_the_page_says_so_kindly(cast, client):
    assert "Er staat nog geen verhaal" in page(client)


@pytest.mark.rule("B32")
def test_a_picture_stands_with_who_made_it_and_what_is_on_it(cast, client):
    story = invented(by=cast.henk)
    story.show(photo=sent(a_drawing("JPEG")), **WORDS, by=cast.ayse)
    story.look_over(by=cast.joke)
    story.publish_on(fridays.last())

    text = page(client, f"/vrijdagverhalen/{story.slug}/")
    picture = client.get(f"/vrijdagverhalen/{story.slug}/foto/")

    assert "Fotografie: Fatma Bouzid" in text
    assert 'alt="Een fiets bij een hek"' in text
    assert picture["Content-Type"] == "image/jpeg"
    story.take_away()
    assert client.get(f"/vrijdagverhalen/{story.slug}/foto/").status_code == 404


def test_an_invented_story_says_that_it_is_and_the_browser_keeps_silent_about_it(cast, client):
    read = page(client, f"/vrijdagverhalen/{out('Ruzie om de schulden').slug}/")

    assert "verzonnen" in read
    assert "Ruzie" not in read.split("</title>")[0]


def test_a_true_story_says_that_names_were_changed(cast, client):
    story, _mother = of_somebody(cast)
    story.look_over(by=cast.ayse)
    story.publish_on(fridays.last())

    assert "De namen zijn veranderd." in page(client, f"/vrijdagverhalen/{story.slug}/")
    assert "De Vries" not in page(client, f"/vrijdagverhalen/{story.slug}/")


@pytest.mark.parametrize("rows", [1, 50])
def test_list_and_feed_cost_the_same_however_many_there_are(cast, client, django_assert_max_num_queries, rows):
    for week in range(rows):
        out(f"Verhaal {week}", weeks_ago=week)
    page(client)  # the organisation is remembered

    with django_assert_max_num_queries(2):
        page(client)
    with django_assert_max_num_queries(1):
        page(client, "/vrijdagverhalen/atom.xml")


def test_the_archive_goes_back_by_year(cast, client):
    old = invented("Uit 2020", on=FRIDAY.replace(year=2020, day=27))
    out("Van nu")

    assert old.title not in page(client)
    assert old.title in page(client, "/vrijdagverhalen/?jaar=2020")
    assert "Van nu" in page(client, "/vrijdagverhalen/?jaar=9999")
    for odd in ("x", "", "²", "9" * 5000):
        assert "Van nu" in page(client, f"/vrijdagverhalen/?jaar={odd}")


@pytest.mark.rule("B31")
def test_a_story_hangs_on_no_conference_and_no_reader_on_anybody(cast):
    from kring.conference.models import Conference
    from kring.stories.appearing import StoryPerson

    for model in (FridayStory, StoryPerson, type(reader())):
        related = {field.related_model.__name__ for field in model._meta.get_fields() if field.is_relation}
        assert related <= {"FridayStory", "StoryPerson", "StoryConsent", "FridayRound", "Upload", "Person"}
        assert Conference not in {field.related_model for field in model._meta.get_fields() if field.is_relation}
    assert {field.name for field in StoryPerson._meta.get_fields() if field.is_relation} == {"story", "consents"}
