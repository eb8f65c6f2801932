"""The way of a story: other names, a yes to the very words, a second pair of eyes, a Friday; and Wednesday."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from kring.foundation.posting import Message
from kring.oversight.erasing import erase
from kring.people.models import Person
from kring.stories import fridays
from kring.stories.appearing import How, StoryPerson, name_somebody
from kring.stories.editing import warn_when_empty
from kring.stories.models import FridayStory, Stage
from kring.stories.refusals import (
    AlreadyOut,
    NamesFirst,
    NameStillThere,
    NoConsent,
    NoFriday,
    OtherEyes,
    SecondEyesFirst,
    Taken,
    TextChanged,
)
from tests.foundation.sent import a_drawing, sent
from tests.stories_room.scenes import TEXT, editor, invented, of_somebody, out, today


@pytest.mark.rule("B31")
def test_a_story_of_real_people_does_not_come_out_without_their_yes(cast):
    story, mother = of_somebody(cast, agreed=False)

    with pytest.raises(NoConsent):
        story.look_over(by=cast.ayse)
    with pytest.raises(NoConsent):
        story.publish(fridays.coming())
    with pytest.raises(IntegrityError), transaction.atomic():
        FridayStory.objects.filter(pk=story.pk).update(published_on=fridays.coming(), seen_version=story.version)

    mother.agree(version=story.version)
    story.refresh_from_db()
    story.look_over(by=cast.ayse)
    story.publish(fridays.coming())
    assert story.stage == Stage.QUEUED


@pytest.mark.rule("B31")
def test_everybody_in_it_must_say_yes_and_who_comes_later_too(cast):
    story, _mother = of_somebody(cast)
    story.look_over(by=cast.ayse)
    story.publish(fridays.coming())

    son = name_somebody(story, name="haar zoon")

    story.refresh_from_db()
    assert (story.stage, story.published_on) == (Stage.CONSENT, None)
    son.agree(version=story.version)
    story.refresh_from_db()
    assert story.stage == Stage.READY


@pytest.mark.rule("B31")
def test_a_changed_text_needs_everybodys_yes_anew(cast):
    story, mother = of_somebody(cast)
    story.look_over(by=cast.ayse)
    story.publish(fridays.coming())

    story.rewrite(title=story.title, text=TEXT + "\n\nEn nog iets.", is_invented=False, by=cast.henk)

    story.refresh_from_db()
    assert (story.stage, story.published_on) == (Stage.DRAFT, None)
    with pytest.raises(NamesFirst):
        mother.agree(version=story.version)
    story.change_names(by=cast.henk)
    with pytest.raises(TextChanged):
        mother.agree(version=story.version - 1)
    story.rewrite(title=story.title, text=story.text.replace("\n", "\r\n"), is_invented=False, by=cast.henk)
    assert story.version == 2  # a browser's line ends are no other words


@pytest.mark.rule("B31")
def test_a_real_name_that_is_left_in_the_text_is_found(cast):
    story = FridayStory.write(title="De sleutel", text="En toen zei Wendy: ik doe het wel.", by=cast.henk)
    name_somebody(story, name="Mevrouw Wendy de Vries")

    with pytest.raises(NameStillThere, match="Wendy"):
        story.change_names(by=cast.henk)


def test_of_two_who_write_at_once_the_second_hears_of_the_first(cast):
    story = invented()
    words = {"title": story.title, "is_invented": True, "version": story.version}
    story.rewrite(text="Eerst dit.", by=cast.henk, **words)

    with pytest.raises(TextChanged):
        story.rewrite(text="Dan dat.", by=cast.ayse, **words)


@pytest.mark.rule("B32")
def test_another_picture_is_another_version_and_none_stands_without_its_words(cast):
    story, _mother = of_somebody(cast)

    story.show(photo=sent(a_drawing()), alt="Een sleutel", credit="Mirte", consent="niemand herkenbaar", by=cast.henk)

    assert story.stage == Stage.DRAFT
    for missing in ("photo_alt", "photo_credit", "photo_consent"):
        with pytest.raises(IntegrityError), transaction.atomic():
            FridayStory.objects.filter(pk=story.pk).update(**{missing: ""})


@pytest.mark.rule("B31")
def test_a_second_pair_of_eyes_is_of_somebody_who_did_not_write_it(cast):
    story = FridayStory.write(title="De sleutel", text=TEXT, is_invented=True, by=cast.henk)
    noor = editor()
    story.rewrite(title="De sleutels", text=TEXT, is_invented=True, by=noor)

    for writer in (cast.henk, noor):
        with pytest.raises(OtherEyes):
            story.look_over(by=writer)
    with pytest.raises(SecondEyesFirst):
        story.publish(fridays.coming())
    with pytest.raises(IntegrityError), transaction.atomic():
        FridayStory.objects.filter(pk=story.pk).update(published_on=fridays.coming())


def test_a_story_gets_a_friday_of_its_own_that_is_still_to_come(cast):
    first, second = invented("Een"), invented("Twee")
    for story in (first, second):
        story.look_over(by=cast.henk)
    first.publish(fridays.coming())

    for wrong in (fridays.last(), fridays.coming() + timedelta(days=1)):
        with pytest.raises(NoFriday):
            second.publish(wrong)
    with pytest.raises(Taken):
        second.publish(fridays.coming())
    assert fridays.free({fridays.coming()}, 2) == [fridays.coming() + timedelta(days=7 * week) for week in (1, 2)]


def test_what_was_sent_cannot_be_written_again(cast):
    with pytest.raises(AlreadyOut):
        out().rewrite(title="Anders", text=TEXT, is_invented=True, by=cast.henk)


@pytest.mark.rule("B31")
def test_a_no_takes_the_story_from_archive_feed_and_queue_at_once(cast, client):
    story, mother = of_somebody(cast)
    story.look_over(by=cast.ayse)
    story.publish_on(fridays.last())
    page = f"/vrijdagverhalen/{story.slug}/"
    assert client.get(page).status_code == 200
    own = mother.address.partition("testserver")[2] or mother.address.split("/", 3)[3]

    client.post("/" + own.lstrip("/"), {"says": "no"})

    assert client.get(page).status_code == 404
    for place in ("/vrijdagverhalen/", "/vrijdagverhalen/atom.xml"):
        assert "De sleutel" not in client.get(place).content.decode()
    story.refresh_from_db()
    assert (story.published_on, story.stage) == (None, Stage.CONSENT)


@pytest.mark.rule("B31")
def test_who_is_in_it_reads_the_text_by_the_own_link_and_a_look_is_no_yes(cast, client):
    story, mother = of_somebody(cast, agreed=False)
    own = "/" + mother.address.split("/", 3)[3]

    page = client.get(own).content.decode()

    assert "En toen kwam de buurman." in page
    assert "De sleutel" not in page.split("</title>")[0]
    for odd in ("", "x", "9" * 5000):
        assert "De tekst is net veranderd" in client.post(own, {"says": "yes", "version": odd}).content.decode()
    assert not mother.consents.exists()
    assert client.get(own[:-3] + "22/").status_code == 404
    client.post(own, {"says": "yes", "version": story.version})
    assert [(yes.version, yes.how) for yes in mother.consents.all()] == [(story.version, How.LINK)]
    story.rewrite(title="Anders", text=TEXT, is_invented=False, by=cast.henk)
    assert "Nog even geduld" in client.get(own).content.decode()


@pytest.mark.rule("B31")
def test_a_yes_on_paper_is_written_down_with_how_and_when(cast, client):
    story, mother = of_somebody(cast, agreed=False)
    cast.enter(client, cast.henk)
    page = f"/werk/vrijdagverhalen/{story.slug}/wie/{mother.slug}/ja/"

    assert client.post(page, {"version": story.version, "how": "paper"}).status_code == 200
    client.post(page, {"version": 1, "how": "paper", "on": today().isoformat(), "note": "handtekening onder de tekst"})

    yes = mother.consents.get()
    assert (yes.how, yes.note, yes.noted_by) == (How.PAPER, "handtekening onder de tekst", cast.henk)


@pytest.mark.rule("B31")
def test_the_desk_walks_a_story_from_draft_to_friday(cast, client):
    cast.enter(client, cast.henk)
    form = {"title": "De sleutel", "text": TEXT}
    where = client.post("/werk/vrijdagverhalen/nieuw/", form)["Location"]
    client.post(where + "wie/", {"name": "een moeder", "says_yes": "self"})
    client.post(where + "vrijdag/", {"on": fridays.coming().isoformat()})
    assert FridayStory.objects.get().published_on is None
    client.post(where + "namen/", {"version": "0"})
    assert not FridayStory.objects.get().has_other_names
    client.post(where + "namen/", {"version": "1"})
    StoryPerson.objects.get().agree(version=1)
    assert "Vraag iemand anders van de redactie" in client.get(where).content.decode()
    client.post(where + "nagelezen/", {"version": "1"})
    assert not FridayStory.objects.get().is_seen

    cast.enter(client, editor())
    client.post(where + "nagelezen/", {"version": "1"})
    client.post(where + "vrijdag/", {"on": fridays.coming().isoformat()})

    assert FridayStory.objects.get().stage == Stage.QUEUED
    assert "De sleutel" in client.get("/werk/vrijdagverhalen/").content.decode()
    client.post(where + "weg/")
    client.post(where + "wissen/")
    assert not FridayStory.objects.exists()
    assert not StoryPerson.objects.exists()


def test_only_editors_and_the_office_have_this_desk_and_editors_nothing_else(cast, client):
    story = invented()
    for outsider in (cast.joke, cast.ayse, cast.naima, cast.admin):
        cast.enter(client, outsider)
        assert client.get("/werk/vrijdagverhalen/").status_code == 404
        assert client.get(f"/werk/vrijdagverhalen/{story.slug}/").status_code == 404
    cast.enter(client, editor())
    assert client.get("/mijn/", follow=True).status_code in (200, 404)
    for place in ("/werk/", "/werk/klachten/", "/werk/ervaringen/", "/werk/vrijdagverhalen/redactie/"):
        assert client.get(place).status_code == 404


def test_the_office_gives_somebody_a_seat_and_takes_it_back(cast, client):
    cast.enter(client, cast.henk)
    client.post("/werk/vrijdagverhalen/redactie/", {"first_name": "Noor", "email": "noor@kring.example"})
    noor = Person.objects.get(login_email="noor@kring.example")
    assert noor.seats() == {"editor"}

    client.post(f"/werk/vrijdagverhalen/redactie/{noor.slug}/weg/")

    noor = Person.objects.get(pk=noor.pk)
    assert (noor.seats(), noor.is_active) == (frozenset(), False)


@pytest.mark.rule("B31")
def test_on_wednesday_the_editors_hear_that_nothing_stands_ready(cast):
    editor()
    wednesday = date(2027, 3, 24)

    assert not warn_when_empty(wednesday - timedelta(days=1))
    assert warn_when_empty(wednesday)
    assert warn_when_empty(wednesday)

    warned = Message.objects.filter(key__startswith="friday-empty")
    assert {str(message.recipient) for message in warned} == {"Henk Kuipers", "Noor"}
    assert warned.count() == 2


def test_nobody_is_warned_when_something_stands_ready(cast):
    invented(on=date(2027, 3, 26))

    assert not warn_when_empty(date(2027, 3, 24))


def test_a_draft_that_nobody_goes_on_with_is_forgotten_with_its_names(cast):
    _story, mother = of_somebody(cast)
    stays = out()

    erase(today() + timedelta(days=89))
    assert StoryPerson.objects.filter(pk=mother.pk).exists()
    erase(today() + timedelta(days=91))

    assert list(FridayStory.objects.all()) == [stays]
    assert not StoryPerson.objects.exists()


@pytest.mark.parametrize("rows", [1, 30])
def test_the_desk_costs_the_same_however_much_there_is(cast, client, django_assert_max_num_queries, rows):
    for n in range(rows):
        invented(f"Verhaal {n}", by=cast.henk)
    cast.enter(client, cast.henk)
    client.get("/werk/vrijdagverhalen/")

    with django_assert_max_num_queries(9):
        assert client.get("/werk/vrijdagverhalen/").status_code == 200
