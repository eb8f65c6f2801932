"""Private time, lived: the circle writes together behind the door, and nobody else can read a word of it."""

import random
import re
import zipfile
from base64 import b64encode
from urllib.parse import quote, urlsplit

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from kring.conference.access import Phase
from kring.meeting.sealing import SealedNote, SealedRoom
from tests.house.process import House
from tests.meeting.sealed import checksum, word_list
from tests.stories.visitor import Visitor, with_styles_in_one

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CANARY = "Tante Zeynep neemt de geheime sleutel van de zolder mee"
SOON = 20_000


class Member(Visitor):
    """Somebody of the circle with the room on the screen."""

    def looks(self) -> "Member":
        """The screens of the room have one address; each is looked at with care once, by `looks_well`."""
        self.page.wait_for_load_state("load")
        return self

    def looks_well(self) -> "Member":
        self.judged.here.clear()
        return super().looks()

    def forgives(self) -> "Member":
        """A browser notes in its console what the script handled: no network, or somebody who was first."""
        self.complaints.clear()
        return self

    @property
    def cards(self):
        return self.page.locator(".room-card")

    def button(self, name: str):
        return self.page.get_by_role("button", name=name, exact=True)

    def makes_the_room(self) -> list[str]:
        self.button("Maak onze kamer").click()
        expect(self.button("Ze staan op papier")).to_be_visible(timeout=SOON)
        return self.page.locator(".room-words li").all_inner_texts()

    def types_the_words(self, words: list[str]) -> "Member":
        expect(self.button("Naar binnen")).to_be_visible(timeout=SOON)
        self.page.get_by_label("Woord 1").fill(" ".join(words))
        self.button("Naar binnen").click()
        return self

    def is_inside(self) -> "Member":
        expect(self.page.get_by_role("heading", name="Alleen jullie zijn hier", exact=True)).to_be_visible(timeout=SOON)
        return self

    def writes(self, kind: str, said: str = "Bewaard.", **fields) -> "Member":
        self.button(kind).click()
        self.fills(**fields)
        self.button("Bewaar").click()
        expect(self.page.get_by_role("status").first).to_have_text(said)
        return self

    def changes(self, nth: int = 0, **fields) -> "Member":
        self.page.get_by_role("button", name=re.compile("^Verander: ")).nth(nth).click()
        self.fills(**fields)
        self.button("Bewaar").click()
        return self

    def has_on_screen(self, *texts: str) -> "Member":
        for text in texts:
            expect(self.cards.filter(has_text=text)).to_have_count(1, timeout=SOON)
        return self

    def is_away(self) -> "Member":
        expect(self.page.get_by_text("Er is nu geen netwerk. Schrijf gerust door")).to_be_visible(timeout=SOON)
        return self

    def is_ready(self) -> "Member":
        self.button("Wij zijn klaar").click()
        self.button("Doe de deur open").click()
        return self


@pytest.fixture
def member(stage, live_server, browser):
    """member("Naima", person, conference) came in before and opens the room."""
    contexts = []

    def comes(name: str, person, conference, **options) -> Member:
        calm = {"locale": "nl-NL", "reduced_motion": "reduce"}
        contexts.append(with_styles_in_one(browser.new_context(base_url=live_server.url, **calm, **options)))
        session = stage.enter(Client(), person).cookies[settings.SESSION_COOKIE_NAME]
        contexts[-1].add_cookies([{"name": session.key, "value": session.value, "url": live_server.url}])
        who = Member(name, contexts[-1].new_page())
        who.goes_to(reverse("meeting:private_time", args=[conference.slug]))
        return who

    yield comes
    for context in contexts:
        context.close()


@pytest.fixture
def circle(stage, member):
    """Naima and Fatma, both inside."""
    conference = stage.conference(phase=Phase.PRIVATE_TIME)
    naima, fatma = member("Naima", stage.naima, conference), member("Fatma", stage.fatma, conference)
    words = naima.makes_the_room()
    naima.button("Ze staan op papier").click()
    fatma.types_the_words(words)
    return naima.is_inside(), fatma.is_inside(), words


# --- together
@pytest.mark.rule("A63")
def test_two_phones_of_the_circle_share_notes_of_every_kind(circle):
    naima, fatma, _words = circle
    naima.looks_well()

    naima.writes("Een afspraak", what="De kinderen naar school brengen", who="Buurman Henk", when="elke ochtend")
    naima.writes("Hulp die wij vragen", what="Huiswerkhulp", whom="Marloes")
    naima.writes("Zo blijft het veilig", text="Gaat het mis, dan bellen we eerst oma")
    fatma.writes("Bij een voorwaarde", how="Henk brengt ze en oma kijkt of ze binnen zijn")
    fatma.writes("Als het anders loopt", text="Is Henk ziek, dan brengt Naima ze zelf")
    fatma.writes("Wie ons weer bij elkaar roept", who="Oma Fatma", together="Henk, Naima en ik")
    fatma.writes("Wanneer we elkaar weer spreken", day="2027-03-15", where="bij oma")
    fatma.writes("Een idee", text="Samen koken op zondag")

    for who in (naima, fatma):
        who.has_on_screen("elke ochtend", "Huiswerkhulp", "bellen we eerst oma", "oma kijkt of ze binnen zijn")
        who.has_on_screen("Is Henk ziek", "Henk, Naima en ik", "maandag 15 maart 2027", "Samen koken op zondag")
        assert who.cards.count() == 8
    fatma.looks_well()


def test_every_screen_of_the_room_is_accessible_on_a_phone_and_at_a_desk(stage, member):
    conference = stage.conference(phase=Phase.PRIVATE_TIME)
    naima, fatma = member("Naima", stage.naima, conference), member("Fatma", stage.fatma, conference)
    expect(naima.button("Maak onze kamer")).to_be_visible()
    naima.looks_well()
    words = naima.makes_the_room()
    naima.looks_well()
    expect(fatma.button("Naar binnen")).to_be_visible(timeout=SOON)
    fatma.page.get_by_label("Woord 1").fill("bakerij ")
    expect(fatma.button("bakkerij")).to_be_visible()
    fatma.looks_well()
    naima.button("Ze staan op papier").click()
    naima.button("Een afspraak").click()
    naima.looks_well()
    naima.fills(what="Samen eten").button("Bewaar").click()
    naima.has_on_screen("Samen eten").button("Alles wissen").click()
    naima.looks_well().button("Terug").click()
    naima.button("Wij zijn klaar").click()
    naima.looks_well().button("Doe de deur open").click()
    expect(naima.page.get_by_text("Het kan nog terug.")).to_be_visible()
    naima.looks_well()
    assert len(words) == 7


def test_the_code_on_the_screen_brings_another_phone_in_without_the_words_in_its_address(circle, stage, member):
    naima, _fatma, words = circle
    naima.button("Onze zeven woorden").click()
    expect(naima.page.locator(".room-words li")).to_have_text(words)
    conference = SealedRoom.objects.get().meeting.conference
    scanned = naima.page.url.split("#")[0] + "#" + "-".join(words)

    other = member("Naima's tablet", stage.naima, conference)
    other.page.goto("about:blank")
    other.page.goto(scanned)

    other.is_inside()
    assert "#" not in other.page.url


def test_wrong_words_stay_outside_and_are_told_what_is_wrong(stage, member):
    conference = stage.conference(phase=Phase.PRIVATE_TIME)
    naima, fatma = member("Naima", stage.naima, conference), member("Fatma", stage.fatma, conference)
    words = naima.makes_the_room()
    six = random.sample(word_list(), 6)
    other_room = [*six, checksum(six)]

    fatma.types_the_words([words[1], words[0], *words[2:]])
    expect(fatma.page.get_by_role("status").first).to_contain_text("Deze zeven passen niet bij elkaar")
    fatma.types_the_words(other_room)
    expect(fatma.page.get_by_role("status").first).to_contain_text("een andere kamer", timeout=SOON)

    fatma.types_the_words(words).is_inside()


@pytest.mark.rule("A63")
def test_somebody_abroad_hears_the_words_by_phone_and_writes_along(stage, member):
    conference = stage.conference(phase=Phase.PRIVATE_TIME)
    naima = member("Naima", stage.naima, conference)
    fatma = member("Fatma", stage.fatma, conference, timezone_id="Africa/Casablanca")
    words = naima.makes_the_room()
    naima.button("Ze staan op papier").click()
    misheard = words[0] + words[0][-1]

    fatma.types_the_words([misheard, *words[1:]])
    expect(fatma.page.get_by_text("Bedoel je:").first).to_be_visible()
    fatma.button(words[0]).click()
    fatma.button("Naar binnen").click()
    fatma.is_inside().writes("Een idee", text="Ik bel elke zondag vanuit Nador")

    naima.has_on_screen("Ik bel elke zondag vanuit Nador")


# --- nobody's words are lost
def test_two_people_who_change_one_note_at_once_both_keep_their_words(circle):
    naima, fatma, _words = circle
    naima.writes("Een afspraak", what="Samen eten", when="elke zondag")
    fatma.has_on_screen("elke zondag")

    fatma.page.get_by_role("button", name="Verander: Samen eten").click()
    naima.changes(when="elke zaterdag").has_on_screen("elke zaterdag")
    fatma.fills(when="om de week").button("Bewaar").click()

    expect(fatma.page.get_by_text("Twee mensen veranderden dit tegelijk")).to_be_visible()
    fatma.has_on_screen("elke zaterdag").has_on_screen("om de week")
    fatma.forgives().looks_well()
    fatma.button("Houd allebei").click()
    for who in (naima, fatma):
        expect(who.cards).to_have_count(2, timeout=SOON)
        who.has_on_screen("elke zaterdag", "om de week")


@pytest.mark.parametrize(
    ("choice", "stays", "goes"), [("Houd dit", "van Fatma", "van Naima"), ("Houd dat", "van Naima", "van Fatma")]
)
def test_the_circle_chooses_which_of_two_texts_stays(circle, choice, stays, goes):
    naima, fatma, _words = circle
    naima.writes("Een idee", text="eerst zo")
    fatma.has_on_screen("eerst zo")
    fatma.page.get_by_role("button", name="Verander: eerst zo").click()
    naima.changes(text="van Naima").has_on_screen("van Naima")
    fatma.fills(text="van Fatma").button("Bewaar").click()

    fatma.button(choice).click()

    for who in (naima, fatma):
        who.has_on_screen(stays)
        expect(who.cards.filter(has_text=goes)).to_have_count(0)


def test_what_one_takes_away_while_another_changes_it_is_asked_about(circle):
    naima, fatma, _words = circle
    naima.writes("Een idee", text="naar het strand")
    fatma.has_on_screen("naar het strand")
    fatma.page.get_by_role("button", name="Verander: naar het strand").click()
    naima.page.get_by_role("button", name="Verander: naar het strand").click()
    naima.button("Haal dit weg").click()
    naima.button("Ja, haal weg").click()
    expect(naima.cards).to_have_count(0)

    fatma.fills(text="naar het strand, met de bus").button("Bewaar").click()
    expect(fatma.page.get_by_text("Haalde dit weg.")).to_be_visible()
    fatma.button("Houd dit").click()

    naima.has_on_screen("naar het strand, met de bus")


def test_an_hour_without_network_on_two_phones_loses_nothing_also_of_one_note_that_both_change(circle):
    naima, fatma, _words = circle
    naima.writes("Een idee", text="van voor de tunnel")
    fatma.has_on_screen("van voor de tunnel")
    for who in (naima, fatma):
        who.page.context.set_offline(True)

    kept = "Bewaard op dit toestel. Het gaat naar de anderen zodra dat kan."
    naima.writes("Een idee", kept, text="van Naima onderweg")
    fatma.writes("Een idee", kept, text="van Fatma onderweg")
    naima.changes(nth=0, text="van voor de tunnel, en erna")
    fatma.changes(nth=0, text="van voor de tunnel, zei Fatma")
    expect(naima.page.get_by_text("Wacht op netwerk")).to_have_count(2)
    naima.page.clock.install()
    naima.page.reload()
    naima.has_on_screen("van voor de tunnel, en erna", "van Naima onderweg")
    naima.page.clock.fast_forward("01:00:00")

    naima.page.context.set_offline(False)
    naima.has_on_screen("van voor de tunnel, en erna", "van Naima onderweg")
    expect(naima.page.get_by_text("Wacht op netwerk")).to_have_count(0, timeout=SOON)
    fatma.page.context.set_offline(False)
    fatma.button("Houd allebei").click()
    for who in (naima, fatma):
        who.has_on_screen("van voor de tunnel, en erna", "van voor de tunnel, zei Fatma")
        who.has_on_screen("van Naima onderweg", "van Fatma onderweg")
        expect(who.page.get_by_text("Wacht op netwerk")).to_have_count(0, timeout=SOON)
    assert SealedNote.objects.count() == 4


def test_what_is_told_while_a_screen_is_looking_is_looked_at_after(circle):
    naima, fatma, _words = circle
    looks = []

    def hold_the_first(route):
        looks.append((route, route.fetch()))
        if len(looks) > 1:
            route.fulfill(response=looks[-1][1])

    fatma.page.add_init_script("setInterval = () => 0")  # nothing looks by itself
    fatma.page.reload()
    fatma.is_inside().page.route("**/besloten/kamer/", hold_the_first)
    hears = "dispatchEvent(new Event('online'))"
    while not looks:
        fatma.page.evaluate(hears)
        fatma.page.wait_for_timeout(50)
    naima.writes("Een idee", text="pas daarna")
    fatma.page.evaluate(hears)
    looks[0][0].fulfill(response=looks[0][1])

    fatma.has_on_screen("pas daarna")


def test_half_a_sentence_survives_a_reload(circle):
    naima, _fatma, _words = circle
    naima.button("Een idee").click()
    naima.fills(text="Als we nou eens")
    naima.page.wait_for_timeout(900)

    naima.page.reload()

    expect(naima.page.get_by_label("Een idee. Alles mag.")).to_have_value("Als we nou eens", timeout=SOON)


# --- a server that does not keep to it
def test_an_older_text_that_comes_back_is_not_believed(circle):
    naima, fatma, _words = circle
    naima.writes("Een idee", text="de eerste tekst")
    note = SealedNote.objects.get()
    old = {"version": 1, "nonce": bytes(note.nonce), "ciphertext": bytes(note.ciphertext)}
    naima.changes(text="de tweede tekst").has_on_screen("de tweede tekst")
    fatma.has_on_screen("de tweede tekst")

    SealedNote.objects.update(**old)

    for who in (naima, fatma):
        expect(who.page.get_by_text("Er klopt iets niet")).to_be_visible(timeout=SOON)
        who.has_on_screen("de tweede tekst")
    naima.changes(text="de derde tekst").has_on_screen("de derde tekst")
    fatma.has_on_screen("de derde tekst")
    expect(fatma.page.get_by_text("Er klopt iets niet")).to_be_hidden(timeout=SOON)


def test_notes_that_are_swapped_or_held_back_do_not_leave_the_screen(circle):
    naima, fatma, _words = circle
    naima.writes("Een idee", text="het strand").writes("Een idee", text="het bos")
    fatma.has_on_screen("het strand", "het bos")
    one, other = SealedNote.objects.order_by("pk")

    SealedNote.objects.filter(pk=one.pk).update(nonce=bytes(other.nonce), ciphertext=bytes(other.ciphertext))
    SealedNote.objects.filter(pk=other.pk).delete()

    for who in (naima, fatma):
        expect(who.page.get_by_text("Er klopt iets niet")).to_be_visible(timeout=SOON)
        who.has_on_screen("het strand", "het bos")


# --- the door
@pytest.mark.rule("A68")
@pytest.mark.rule("B18")
def test_the_circle_opens_the_door_takes_it_back_and_opens_it_again(circle):
    naima, fatma, _words = circle
    conference = SealedRoom.objects.get().meeting.conference
    naima.writes("Een afspraak", what="Elke zondag samen eten", who="Oma Fatma").writes("Een idee", text=CANARY)
    fatma.has_on_screen("Elke zondag samen eten")

    naima.is_ready()
    expect(fatma.page.get_by_text("Jullie zijn klaar. Zo gaat de deur open.")).to_be_visible(timeout=SOON)
    fatma.button("Toch nog niet").click()
    expect(naima.page.get_by_text("Jullie zijn klaar. Zo gaat de deur open.")).to_be_hidden(timeout=SOON)
    conference.refresh_from_db()
    assert conference.phase == Phase.PRIVATE_TIME

    naima.is_ready()
    naima.page.wait_for_url("**/plan/", timeout=30_000)
    naima.sees("Elke zondag samen eten")
    expect(fatma.page.get_by_role("heading", name="De deur is open")).to_be_visible(timeout=SOON)
    fatma.page.wait_for_url(f"**/c/{conference.slug}/", timeout=SOON)
    conference.refresh_from_db()
    assert conference.phase == Phase.PRESENTATION
    assert [agreement.what for agreement in conference.plan.agreements.all()] == ["Elke zondag samen eten"]


@pytest.mark.rule("A64")
def test_when_the_door_opens_every_phone_forgets_the_room(circle):
    naima, fatma, _words = circle
    naima.writes("Een idee", text=CANARY)
    fatma.has_on_screen(CANARY)
    naima.is_ready()
    expect(fatma.page.get_by_role("heading", name="De deur is open")).to_be_visible(timeout=30_000)
    naima.page.wait_for_url("**/plan/", timeout=30_000)

    for who in (naima, fatma):
        left = who.page.evaluate("""async () => ({
            shelves: (await indexedDB.databases()).map(({ name }) => name),
            marks: Object.keys(localStorage),
            pages: await caches.keys(),
            keepers: (await navigator.serviceWorker.getRegistrations()).length,
        })""")
        assert left == {"shelves": [], "marks": [], "pages": [], "keepers": 0}


@pytest.mark.rule("A64")
def test_a_phone_that_slept_through_it_forgets_the_room_on_the_next_page(circle):
    naima, fatma, _words = circle
    fatma.page.goto("about:blank")
    naima.is_ready()
    naima.page.wait_for_url("**/plan/", timeout=30_000)

    fatma.page.goto(naima.page.url)

    shelves = "indexedDB.databases().then((found) => found.length + Object.keys(localStorage).length)"
    fatma.sees("plan")
    fatma.page.wait_for_timeout(1000)
    assert fatma.page.evaluate(shelves) == 0


def test_what_only_one_phone_had_when_the_door_opened_is_shown_before_it_goes(circle):
    naima, fatma, _words = circle
    fatma.page.context.set_offline(True)
    fatma.writes(
        "Een idee", "Bewaard op dit toestel. Het gaat naar de anderen zodra dat kan.", text="nog niet verstuurd"
    )
    naima.is_ready()
    naima.page.wait_for_url("**/plan/", timeout=30_000)

    fatma.page.context.set_offline(False)

    expect(fatma.page.get_by_role("heading", name="De deur is open")).to_be_visible(timeout=SOON)
    fatma.sees("Dit stond alleen nog op jouw toestel").sees("nog niet verstuurd")
    fatma.forgives().looks_well()


@pytest.mark.rule("A64")
def test_the_main_person_wipes_the_room_on_all_phones(circle):
    naima, fatma, _words = circle
    naima.writes("Een idee", text=CANARY)
    fatma.has_on_screen(CANARY)
    expect(fatma.button("Alles wissen")).to_be_hidden()

    naima.button("Alles wissen").click()
    naima.button("Ja, wis alles").click()

    expect(naima.button("Maak onze kamer")).to_be_visible(timeout=SOON)
    expect(fatma.page.get_by_role("heading", name="De kamer is gewist")).to_be_visible(timeout=SOON)
    fatma.does_not_see(CANARY)
    assert SealedNote.objects.count() == 0


@pytest.mark.rule("A63")
def test_a_circle_on_paper_calls_the_coordinator(stage, member):
    conference = stage.conference(phase=Phase.PRIVATE_TIME)
    naima = member("Naima", stage.naima, conference)

    naima.button("Wij schrijven op papier").click()
    naima.sees("Jullie schrijven op papier").looks_well()
    naima.button("Roep de coördinator").click()

    expect(naima.page.get_by_text("De coördinator weet dat jullie roepen.")).to_be_visible()
    naima.button("Toch hier schrijven").click()
    expect(naima.button("Maak onze kamer")).to_be_visible()


@pytest.mark.rule("A63")
def test_a_circle_on_paper_opens_the_door_itself(stage, member):
    conference = stage.conference(phase=Phase.PRIVATE_TIME)
    naima = member("Naima", stage.naima, conference)
    naima.button("Wij schrijven op papier").click()

    naima.button("Wij zijn klaar").click()

    naima.page.wait_for_url("**/plan/", timeout=30_000)
    conference.refresh_from_db()
    assert conference.phase == Phase.PRESENTATION


def test_without_a_script_there_is_paper_and_a_call(stage, member):
    conference = stage.conference(phase=Phase.PRIVATE_TIME)

    naima = member("Naima", stage.naima, conference, java_script_enabled=False)

    naima.sees("De deur is dicht. Alleen jullie zijn hier.")
    naima.page.get_by_role("button", name="Roep de coördinator").click()
    naima.sees("De coördinator weet dat jullie roepen.")
    naima.page.get_by_role("button", name="Wij schrijven op papier").click()
    expect(naima.page.get_by_role("button", name="Wij schrijven op papier")).to_have_count(0)


# --- the house as a process of its own
PEOPLE = """
from kring.conference.access import Phase
from tests.cast import Cast
cast = Cast()
conference = cast.conference(phase=Phase.PRIVATE_TIME)
links = {person.first_name: PersonalLink.of(person).address() for person in (cast.naima, cast.fatma)}
answer = {"slug": conference.slug, **links}
"""
RESULTS = """
conference = Conference.objects.get()
answer = [conference.journal.filter(step="open_the_door").count(), conference.plan.agreements.count()]
"""
EVERYTHING = """
import subprocess
from django.apps import apps
from django.test import Client
from bench.filling import cookie_of
from tests.house.doors import DOORS, address, ids, view_of
rows = [row for model in apps.get_models() for row in model._default_manager.all()]
answer = [str({field.attname: getattr(row, field.attname) for field in row._meta.local_fields}) for row in rows]
conference = Conference.objects.get()
known = ids(conference)
rooms = [door for door in DOORS if door[0].startswith(("meeting:", "plan:")) and "GET" in view_of(door[0]).methods]
for person in Person.objects.filter(first_name__in=["Naima", "Joke", "Marloes"]):
    cookie_of(person, client := Client(headers={"host": "localhost"}))
    for name in [name for name, row in rooms if row in conference.allowed_to(person)]:
        shown = client.get(address(name, conference, known))
        text = shown.content if shown.status_code == 200 else b""
        if shown.get("Content-Type") == "application/pdf":
            text = subprocess.run(["pdftotext", "-", "-"], input=text, capture_output=True).stdout
            answer.append("a paper")
        answer.append(text.decode())
"""


@pytest.fixture
def house(tmp_path):
    """With Naima's circle behind the door, and a log that tells all it can."""
    house = House(tmp_path / "house", KRING_LOG="DEBUG")
    house.start()
    house.people = house.ask(PEOPLE)
    yield house
    house.clear()


@pytest.fixture
def comes(house, browser):
    """comes("Naima") is in the room of the running house."""
    contexts = []

    def in_by_link(name: str) -> Member:
        contexts.append(browser.new_context(base_url=f"http://localhost:{house.port}", locale="nl-NL"))
        who = Member(name, contexts[-1].new_page())
        who.page.goto(urlsplit(house.people[name]).path)
        who.button("Ga verder").click()
        who.page.goto(f"/c/{house.people['slug']}/besloten/")
        return who

    yield in_by_link
    for context in contexts:
        context.close()


def ways_to_write(text: str) -> list[bytes]:
    """The text as it might stand in a file: plain, for an address, in another width, or in base64 from any place."""
    plain = text.encode()
    shifted = [b64encode(b"x" * start + plain)[4:-8] for start in range(3)]
    return [plain, plain.hex().encode(), quote(text).encode(), text.encode("utf-16-le"), *shifted]


@pytest.mark.process
@pytest.mark.rule("A62")
def test_a_sentence_of_private_time_stands_nowhere_outside_the_circle(house, comes):
    naima, fatma = comes("Naima"), comes("Fatma")
    words = naima.makes_the_room()
    naima.button("Ze staan op papier").click()
    fatma.types_the_words(words).is_inside()

    naima.writes("Een afspraak", what="Elke zondag samen eten", who="Oma Fatma").writes("Een idee", text=CANARY)
    fatma.has_on_screen(CANARY).changes(nth=1, text=CANARY + ", zei Fatma")
    naima.has_on_screen(CANARY + ", zei Fatma")
    naima.is_ready()
    naima.page.wait_for_url("**/plan/", timeout=30_000)

    told = "\n".join(house.ask(EVERYTHING))
    house.run("backup", str(house.data / "backup"))
    copy = zipfile.ZipFile(house.data / "backup")
    kept = b"\n".join(path.read_bytes() for path in house.data.rglob("*") if path.is_file())
    kept += b"\n".join(copy.read(name) for name in copy.namelist())
    assert told.count("Elke zondag samen eten") > 3  # what was chosen did come through, on page and paper
    assert "a paper" in told
    assert CANARY not in told
    assert [way for way in ways_to_write(CANARY) if way in kept] == []
    for phrase in (" ".join(words), "-".join(words), " ".join(words[:6])):
        assert phrase not in told
        assert phrase.encode() not in kept
    assert not naima.elsewhere + fatma.elsewhere


@pytest.mark.process
def test_a_power_cut_loses_no_note_that_was_kept(house, comes):
    naima = comes("Naima")
    words = naima.makes_the_room()
    naima.button("Ze staan op papier").click()
    texts = [f"notitie nummer {number} van de avond" for number in range(1, 4)]
    for text in texts:
        naima.writes("Een idee", text=text)
    house.kill()

    naima.writes(
        "Een idee", "Bewaard op dit toestel. Het gaat naar de anderen zodra dat kan.", text="terwijl het donker was"
    )
    naima.is_away()
    house.start()

    expect(naima.page.get_by_text("Wacht op netwerk")).to_have_count(0, timeout=30_000)
    fatma = comes("Fatma").types_the_words(words).is_inside()
    fatma.has_on_screen(*texts, "terwijl het donker was")


@pytest.mark.process
def test_a_power_cut_while_the_door_opens_leaves_one_result(house, comes):
    naima = comes("Naima")
    naima.makes_the_room()
    naima.button("Ze staan op papier").click()
    naima.writes("Een afspraak", what="Elke zondag samen eten", who="Oma Fatma")
    naima.is_ready()
    expect(naima.page.get_by_text("Jullie zijn klaar. Zo gaat de deur open.")).to_be_visible(timeout=SOON)

    house.kill()
    expect(naima.button("Kies wat in het plan komt")).to_be_visible(timeout=SOON)
    naima.is_away()
    house.start()

    expect(naima.page.get_by_text("Er is nu geen netwerk. Schrijf gerust door")).to_be_hidden(timeout=30_000)
    naima.button("Kies wat in het plan komt").click()
    naima.button("Doe de deur open").click()
    naima.page.wait_for_url("**/plan/", timeout=30_000)
    naima.sees("Elke zondag samen eten")
    assert house.ask(RESULTS) == [1, 1]
