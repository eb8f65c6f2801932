"""Finding who organises it, in real browsers: with haste, a wish, a tie, from one to the next, and in silence."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.journal import JournalEntry
from kring.conference.models import Conference
from kring.foundation.posting import Message
from kring.matching import replacing
from kring.matching.declaring import Declaration
from kring.matching.handing_over import HandOver
from kring.matching.models import FirstContact, Offer
from kring.matching.reminding import close_silent_offers
from kring.people.models import Person
from tests.matching.scenes import another, looking, now_of, offered, says_yes

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BY_AN_HOUR = re.compile(r"(vandaag|morgen) voor \d\d\.\d\d uur")


@pytest.fixture
def enters(stage, visitor):
    """enters("Joke") comes in by her own door, once; then the same browser again."""
    browsers = {}

    def enter(first_name: str):
        if first_name not in browsers:
            person = called(first_name)
            opens = visitor(first_name)
            browsers[first_name] = (
                opens.comes_in_to_work(person) if person.is_at_a_desk else opens.comes_in_by_link(person)
            )
        return browsers[first_name]

    return enter


def called(first_name: str) -> Person:
    return Person.objects.filter(first_name=first_name).latest("pk")


def at(page: str, *args) -> str:
    return reverse(page, args=[Conference.objects.latest("pk").slug, *args])


def line_of_today(visitor, what: str):
    return visitor.page.locator("section[aria-labelledby=today] tbody tr", has_text=what)


def knocks(visitor, page: str = "conference:show") -> int:
    """What a page of the conference answers to this visitor."""
    return visitor.page.request.get(at(page)).status


@pytest.mark.rule("A53")
@pytest.mark.rule("A22")
def test_an_urgent_request_reaches_a_coordinator_the_same_day(stage, visitor, enters):
    sofia = visitor("Sofia asks").goes_to("/aanvragen/voor-mijzelf/")
    sofia.fills(name="Sofia Martens", phone="06 11 00 00 21", place="Nunspeet", urgent=True).presses("Verstuur")

    ayse = enters("Ayşe").goes_to("/werk/")
    pressing = line_of_today(ayse, "gesprek over de aanvraag")
    expect(pressing).to_contain_text("spoed")
    expect(pressing).to_contain_text(BY_AN_HOUR)
    ayse.presses("Bel over de aanvraag").fills(talked_with="Sofia", channel="sms")
    ayse.presses("Bewaar, en laat het de hoofdpersoon weten")
    assert knocks(ayse, "matching:find") == 404  # first the yes, however urgent
    enters("Sofia").goes_to(at("referral:show")).presses("Ja, dit wil ik")
    ayse.goes_to(at("matching:find")).sees("spoed").presses("Leg voor aan Joke")
    joke = enters("Joke").goes_to("/werk/mijn-conferenties/").sees("spoed").presses("Bekijk en antwoord")
    joke.does_not_see("Martens").presses("Ja, ik doe dit").sees("Zonder verklaring")
    joke.fills(declared=True).presses("Ja, ik doe dit").sees("Zoek vandaag nog contact")

    made = Offer.objects.get()
    assert made.expires_at - made.offered_at < timedelta(hours=24)
    assert Declaration.objects.get().offer == made
    assert (now_of(made.conference).phase, now_of(made.conference).coordinator) == (Phase.PREPARATION, stage.joke)


@pytest.mark.rule("A34")
@pytest.mark.rule("R-IND-4")
def test_a_family_hears_which_wish_could_not_be_met_and_says_what_it_wants(stage, enters):
    conference = looking(stage, wish_language="Turks", wish_gender="een vrouw")
    stage.coordinator.tell(gender="vrouw", about="Ik sta vroeg op en luister graag.")
    says_yes(offered(stage, conference))

    naima = enters("Naima").goes_to(at("conference:show")).sees("Is Joke goed als coördinator?")
    naima.goes_to(at("matching:who")).does_not_see("Terpstra")
    wishes = naima.page.locator("ul.lines li")
    expect(wishes.filter(has_text="Turks (taal)")).to_contain_text("dat past niet")
    expect(wishes.filter(has_text="een vrouw")).to_have_text(re.compile(r"dat past$"))
    naima.presses("Zeg wat je wilt").fills(why="fine").presses("Zo wil ik het").sees("We doen het zo")
    naima.goes_to(at("conference:show")).does_not_see("Is Joke goed als coördinator?")
    assert (Offer.objects.get().family_said, HandOver.objects.exists()) == ("fine", False)

    naima.goes_to(at("matching:another")).fills(why="family").presses("Zo wil ik het")
    naima.sees("We zoeken iemand anders voor jullie. Joke blijft tot die er is.")
    ayse = enters("Ayşe").goes_to("/werk/")
    expect(line_of_today(ayse, "Liever een andere coördinator")).to_contain_text("Naima")


@pytest.mark.rule("A22")
def test_a_coordinator_who_turns_out_to_know_the_family_says_only_that_and_leaves(stage, enters):
    stage.conference(phase=Phase.PREPARATION)
    joke = enters("Joke").goes_to(at("conference:show")).presses("Ik ken iemand van hen")
    expect(joke.page.locator("main textarea, main input[type=text]")).to_have_count(0)
    joke.presses("Ja, ik ken iemand").sees("De regiomanager zoekt iemand anders")

    ayse = enters("Ayşe").goes_to("/werk/")
    expect(line_of_today(ayse, "Er komt een andere coördinator")).to_contain_text("Naima")
    ayse.goes_to(at("matching:hand_over")).sees("De coördinator kent iemand van hen")
    ayse.fills(at_once=True).presses("Zoek een andere coördinator").sees("Een andere coördinator zoeken")

    assert knocks(joke) == 404
    assert Conference.objects.get().coordinator is None
    ayse.sees("meldde een band met deze mensen").does_not_see("Leg voor aan Joke")


@pytest.mark.rule("A19")
@pytest.mark.rule("A35")
def test_another_coordinator_takes_over_where_the_first_one_was(stage, enters):
    conference = stage.conference(phase=Phase.PREPARATION)
    lieke = another(stage, "Lieke", last_name="Vos")
    FirstContact.record(conference, on=timezone.localdate(), by=stage.joke)
    replacing.hand_over(conference, by=Hand.of(stage.ayse))
    before = list(conference.journal.values_list("pk", flat=True))
    made = offered(stage, now_of(conference), lieke)
    joke = enters("Joke")
    assert knocks(joke) == 200

    new = enters("Lieke").goes_to(reverse("matching:offer", args=[made.slug])).does_not_see("Naima")
    assert knocks(new) == 404
    new.fills(declared=True).presses("Ja, ik doe dit").sees("Maak binnen enkele dagen kennis").sees("Naima")

    assert knocks(joke) == 404
    entries = list(conference.journal.values_list("pk", "step"))
    assert [number for number, _step in entries][: len(before)] == before
    assert [step for _number, step in entries][len(before) :] == ["offer", "succeed"]
    assert JournalEntry.first_break(conference) is None
    assert "Lieke is vanaf nu jullie coördinator" in Message.objects.get(recipient=stage.naima).text
    naima = enters("Naima").goes_to(at("conference:show")).sees("Lieke is je coördinator")
    naima.goes_to(at("matching:who")).sees("Lieke is jullie coördinator").does_not_see("Joke")


def test_nobody_answers_and_the_manager_asks_the_next_one_by_a_click(stage, enters):
    conference = looking(stage)
    another(stage, "Lieke", last_name="Vos")
    silent = offered(stage, conference)
    Offer.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    close_silent_offers()

    assert Offer.objects.get().expired_at is not None
    told = Message.objects.get(recipient=stage.ayse)
    assert told.subject == "Nog geen antwoord op een voorstel"
    joke = enters("Joke").goes_to(reverse("matching:offer", args=[silent.slug]))
    joke.sees("staat niet meer open").does_not_see("Ja, ik doe dit")
    ayse = enters("Ayşe").goes_to("/werk/").presses("Nog geen ja: vraag iemand anders").sees("geen antwoord op tijd")
    assert Offer.objects.count() == 1
    ayse.presses("Leg voor aan Lieke").sees("nog geen antwoord")

    asked = Offer.objects.open().get()
    assert asked.coordinator.person == called("Lieke")
    assert Message.objects.filter(recipient=called("Lieke"), key=f"offer:{asked.slug}").exists()
