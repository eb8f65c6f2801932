"""Friday stories: to read from their day on, never without consent."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kring.stories.models import FridayStory, NoConsent

TODAY = timezone.localdate


def tell(title: str = "De buurman en de fiets", *, days: int = 0, **more) -> FridayStory:
    fields = {"is_invented": True, "published_on": TODAY() + timedelta(days=days)} | more
    return FridayStory.objects.create(title=title, text="Er was eens.\n\nEn toen.", **fields)


def test_a_story_is_there_from_its_day_on(cast, client):
    today, tomorrow = tell("Van vandaag"), tell("Van morgen", days=1)

    page = client.get("/vrijdagverhalen/").content.decode()

    assert "Van vandaag" in page
    assert "Van morgen" not in page
    assert client.get(f"/vrijdagverhalen/{today.slug}/").status_code == 200
    assert client.get(f"/vrijdagverhalen/{tomorrow.slug}/").status_code == 404


def test_without_a_story_the_page_says_so_kindly(cast, client):
    assert "Er staat nog geen verhaal" in client.get("/vrijdagverhalen/").content.decode()


@pytest.mark.rule("B31")
def test_a_story_of_real_people_does_not_come_out_without_their_yes(cast, client):
    story = tell(is_invented=False, published_on=None)

    with pytest.raises(NoConsent):
        story.publish(on=TODAY())
    assert client.get(f"/vrijdagverhalen/{story.slug}/").status_code == 404

    story.consent_on = TODAY()
    story.save()
    story.publish(on=TODAY())
    assert client.get(f"/vrijdagverhalen/{story.slug}/").status_code == 200


@pytest.mark.rule("B32")
def test_who_took_the_photo_is_named(cast, client):
    story = tell(photo_credit="Fatma Bouzid")

    assert "Fotografie: Fatma Bouzid" in client.get(f"/vrijdagverhalen/{story.slug}/").content.decode()


def test_an_invented_story_says_that_it_is(cast, client):
    assert "verzonnen" in client.get(f"/vrijdagverhalen/{tell().slug}/").content.decode()


@pytest.mark.parametrize("rows", [1, 50])
def test_the_list_costs_the_same_however_many_there_are(cast, client, django_assert_num_queries, rows):
    for n in range(rows):
        tell(f"Verhaal {n}")
    client.get("/vrijdagverhalen/")  # the organisation is remembered

    with django_assert_num_queries(1):
        client.get("/vrijdagverhalen/")
