"""One whole Eigen Kracht-conferentie, lived in real browsers: from a request on the public site to a closed one."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from kring.conference.access import Phase
from kring.conference.models import Conference, Outcome
from kring.foundation.posting import deliver_due
from kring.people.links import PersonalLink
from kring.people.models import Person
from kring.plan.models import Plan
from tests.foundation.post_office import MailServer
from tests.stories.visitor import DESK, PHONE, Judged

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SOON = 30_000
OUTSIDERS = ("Joke", "Marloes", "Stefan", "Ayşe")


class Story:
    """The conference that is being lived, and the browsers of its people."""

    def __init__(self, stage, visitor, mail_server):
        self.stage, self.visitor, self.mail_server, self.people = stage, visitor, mail_server, {}
        self.words: list[str] = []

    @property
    def conference(self) -> Conference:
        return Conference.objects.get()

    def at(self, page: str, *args) -> str:
        return reverse(page, args=[self.conference.slug, *args])

    def person(self, first_name: str) -> Person:
        return Person.objects.filter(first_name=first_name).latest("pk")

    def enters(self, first_name: str):
        """By the personal link; once, then the same browser again."""
        if first_name not in self.people:
            person = self.person(first_name)
            opens = self.visitor(first_name)
            works = person.is_at_a_desk
            self.people[first_name] = opens.comes_in_to_work(person) if works else opens.comes_in_by_link(person)
        return self.people[first_name]

    def phase(self) -> str:
        return self.conference.phase


@pytest.fixture
def judged(tmp_path):
    """This story judges every page it visits, whoever was there before."""
    return Judged(tmp_path / "judged")


@pytest.fixture
def judged_at():
    return (DESK, PHONE)


@pytest.fixture
def mail_server(settings):
    with MailServer() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_URL = f"smtp://127.0.0.1:{server.port}"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        yield server


@pytest.fixture
def story(stage, visitor, mail_server):
    for person in (stage.naima, stage.fatma, stage.tom, stage.marloes, stage.stefan, stage.stranger):
        person.delete()  # the family and its professionals come by themselves in this story
    return Story(stage, visitor, mail_server)


# --- the chapters
def tom_asks_on_the_public_site(story) -> None:
    tom = story.visitor("Tom asks")
    tom.goes_to("/").sees("038 000 00 00")
    tom.goes_to("/aanvragen/").presses("Als professional")
    tom.fills(name="Tom de Wit", email="tom@school.example", works_at="De Klaproos", main_first_name="Naima")
    tom.fills(main_last_name="Bouzid", main_phone="06 11 00 00 01", place="Nunspeet", has_minors="yes", knows="yes")
    tom.fills(occasion="De kinderen komen vaak niet op school.", presumed_ground="youth_protection")
    tom.presses("Verstuur").sees("Ayşe Demirçi")


def the_regiomanager_records_the_talk(story) -> None:
    ayse = story.enters("Ayşe")
    ayse.goes_to("/werk/").does_not_see("niet op school")
    ayse.goes_to(story.at("conference:show")).presses("Gesprek vastleggen")
    ayse.fills(talked_with="Tom en Naima", channel="sms").presses("Bewaar, en laat het de hoofdpersoon weten")


def naima_reads_and_says_yes(story) -> None:
    naima = story.enters("Naima")
    naima.presses("Lees en antwoord").sees("De kinderen komen vaak niet op school.")
    naima.presses("Verbeteren of iets erbij zetten").fills(correction="Alleen op maandag.").presses("Bewaar")
    naima.presses("Ja, dit wil ik")
    assert story.phase() == Phase.MATCHING


def joke_declares_and_accepts(story) -> None:
    ayse = story.enters("Ayşe")
    ayse.goes_to(story.at("matching:find")).presses("Leg voor aan Joke")
    joke = story.enters("Joke")
    joke.goes_to("/werk/mijn-conferenties/").presses("Bekijk en antwoord").does_not_see("Bouzid")
    joke.presses("Ja, ik doe dit").sees("Zonder verklaring")
    joke.fills(declared=True).presses("Ja, ik doe dit")
    assert (story.phase(), story.conference.coordinator) == (Phase.PREPARATION, story.stage.joke)
    joke.goes_to(story.at("matching:first_contact")).presses("Bewaar")


def the_circle_grows(story) -> None:
    naima, joke = story.enters("Naima"), story.enters("Joke")
    for name, relation, channel, reach in (
        ("Fatma Bouzid", "family", "sms", "06 11 00 00 02"),
        ("Karel Hendriks", "neighbour", "letter", "Dorpsstraat 1, 8071 AA Nunspeet"),
    ):
        naima.goes_to(story.at("circle:add")).fills(name=name, relation=relation, channel=channel, reach=reach)
        naima.presses("Zet op de lijst")
    joke.goes_to(story.at("circle:add")).fills(name="Marloes van Dijk", relation="other", hat="professional")
    joke.fills(works_at="Wijkteam", channel="mail", reach="marloes@hulp.example").presses("Zet op de lijst")
    naima.goes_to(story.at("circle:decide")).presses("Ja, vraag maar")
    joke.goes_to(story.at("circle:invite")).sees("geen eindtijd").fills(who=slugs(story)).presses("Nodig hen uit")
    the_invitation_comes_by_mail(story)
    for first_name, answer in (("Fatma", "Ja, ik kom"), ("Karel", "Ja, ik kom"), ("Marloes", "Ja, ik kom")):
        story.enters(first_name).goes_to(story.at("circle:answer")).presses(answer)
    naima.goes_to(story.at("circle:show")).sees("Fatma")


def slugs(story) -> list[str]:
    return list(story.conference.members.values_list("slug", flat=True))


def the_invitation_comes_by_mail(story) -> None:
    """Through a real mail server; the link in it is the one that lets Marloes in."""
    deliver_due()
    mail = next(mail for mail in story.mail_server.mails if "marloes@hulp.example" in mail["To"])
    link = PersonalLink.of(story.person("Marloes")).address(story.at("circle:invitation"))
    assert link in mail.get_body(("plain",)).get_content()


def the_question_is_worded(story) -> None:
    story.enters("Naima").goes_to(story.at("preparation:question"))
    story.enters("Naima").fills(text="Wat is er voor nodig dat de kinderen elke dag naar school gaan?")
    story.enters("Naima").presses("Bewaar deze vraag")


def conditions_are_set_discussed_and_read(story) -> None:
    ayse = story.enters("Ayşe")
    ayse.goes_to(story.at("conditions:issue")).fills(ground="youth_protection", who="new", first_name="Stefan")
    ayse.fills(last_name="Kuiper", works_at="Jeugdbescherming", email="stefan@bescherming.example")
    if ayse.page.locator('[name="why_late"]').count():
        ayse.fills(why_late="Stefan kwam er later bij.")
    ayse.presses("Reik uit")
    stefan = story.enters("Stefan")
    stefan.goes_to(story.at("conditions:write")).fills(concerns="De kinderen zijn vaak niet op school.")
    stefan.presses("Bewaar")
    stefan.fills(text="De kinderen zijn elke dag op school.").presses("Zet erbij")
    stefan.fills(discussed_on=str(timezone.localdate()), discussed_how="aan tafel", discussed_with="Naima").presses(
        "Lever in"
    )
    naima = story.enters("Naima")
    form = story.conference.conditions_forms.get()
    naima.goes_to(story.at("conditions:react", form.slug)).sees("elke dag op school")
    naima.fills(reaction="Dat willen wij ook.").presses("Ik heb dit gelezen")
    ayse.goes_to(story.at("conditions:check", form.slug))
    ayse.fills(**{f"ticks_{form.conditions.get().slug}": ["lawful", "safe", "testable", "no_solution"]})
    ayse.presses("Klaar met nakijken").presses("Deel met iedereen die komt")
    for first_name in ("Naima", "Fatma", "Karel", "Marloes"):
        reader = story.enters(first_name).goes_to(story.at("conditions:show"))
        if reader.page.get_by_role("button", name="Ik heb dit gelezen").count():
            reader.presses("Ik heb dit gelezen")


def a_day_is_found(story) -> None:
    joke = story.enters("Joke")
    joke.goes_to(story.at("preparation:propose"))
    first = joke.page.locator('[name="days"]').first.get_attribute("value")
    joke.fills(days=first).presses("Leg voor aan iedereen")
    option = story.conference.date_options.get()
    for first_name in ("Naima", "Fatma", "Marloes", "Stefan"):
        story.enters(first_name).goes_to(story.at("preparation:dates")).fills(**{option.slug: "yes"}).presses("Bewaar")
    karel = story.person("Karel")  # calls, and the coordinator fills it in
    joke.goes_to(story.at("preparation:dates") + f"?namens={karel.slug}&via=phone").sees("namens Karel Hendriks")
    joke.fills(**{option.slug: "yes"}).presses("Bewaar")
    entry = story.conference.journal.get(step="answer_dates", in_name_of=karel)
    assert (entry.taken_by, entry.via) == (story.stage.joke, "phone")
    joke.goes_to(story.at("preparation:fix_date") + f"?dag={option.slug}")
    joke.fills(place="Buurthuis De Wiek", two_rooms=True, practical="Oma kookt.").presses("Zet deze dag vast")


def everybody_is_prepared(story) -> None:
    joke = story.enters("Joke").goes_to(story.at("preparation:people"))
    while joke.page.get_by_role("button", name="Bezocht, klaar", exact=True).count():
        joke.presses("Bezocht, klaar").sees("Verstuurd.")
    marloes = story.enters("Marloes").goes_to(story.at("preparation:sheet"))
    marloes.fills(
        concerns="School",
        going_well="Naima is er altijd.",
        help_given="Gesprekken",
        help_possible="Huiswerkhulp",
        waiting="volgende week plek",
    )
    marloes.presses("Bewaar")
    joke.goes_to(story.at("preparation:ready"))
    joke.presses("Alles is klaar")


def the_day_begins(story) -> None:
    joke = story.enters("Joke")
    joke.goes_to(story.at("preparation:ready")).presses("Open de dag")
    assert story.phase() == Phase.INFORMATION
    joke.goes_to(story.at("meeting:day")).sees("De kinderen zijn elke dag op school.")
    joke.presses("De deur gaat dicht").presses("Ja, de deur gaat dicht")
    assert story.phase() == Phase.PRIVATE_TIME


def behind_the_door(story, *, agreement: str) -> None:
    """The circle writes what only its browsers can read; everybody else sees a closed door."""
    for outsider in OUTSIDERS:
        waits = story.enters(outsider).goes_to(story.at("meeting:door")).sees("De kring is in besloten tijd")
        assert waits.page.request.get(story.at("meeting:private_time")).status == 404
    naima = story.enters("Naima")
    naima.goes_to(story.at("meeting:private_time"))
    if not story.words:
        naima.page.get_by_role("button", name="Maak onze kamer").click()
        written_down = naima.page.get_by_role("button", name="Ze staan op papier")
        written_down.wait_for(timeout=SOON)
        story.words = naima.page.locator(".room-words li").all_inner_texts()
        written_down.click()
    else:  # the same words, in a browser that forgot the room when the door opened
        types_the_words(story, naima)
    fatma = story.enters("Fatma").goes_to(story.at("meeting:private_time"))
    types_the_words(story, fatma)
    naima.page.get_by_role("button", name="Een afspraak", exact=True).click(timeout=SOON)
    naima.fills(what=agreement, who="Fatma", when="elke ochtend")
    naima.page.get_by_role("button", name="Bewaar").click()
    expect(naima.page.get_by_role("status").first).to_have_text("Bewaard.", timeout=SOON)
    expect(fatma.page.locator(".room-card").filter(has_text=agreement)).to_have_count(1, timeout=SOON)


def types_the_words(story, who) -> None:
    who.page.get_by_label("Woord 1").fill(" ".join(story.words))
    who.page.get_by_role("button", name="Naar binnen", exact=True).click()


def the_circle_opens_the_door(story) -> None:
    naima = story.enters("Naima")
    naima.page.get_by_role("button", name="Wij zijn klaar", exact=True).click()
    naima.page.get_by_role("button", name="Doe de deur open", exact=True).click()
    assert story.phase() == Phase.PRIVATE_TIME  # ten seconds in which anybody of the circle can take it back
    naima.page.wait_for_url(re.compile(r"/plan/"), timeout=SOON)
    assert story.phase() == Phase.PRESENTATION
    for outsider in OUTSIDERS:  # each screen goes on by itself
        expect(story.people[outsider].page).not_to_have_url(re.compile(r"/de-deur/$"), timeout=SOON)
    fatma = story.people["Fatma"].page
    expect(fatma).to_have_url(re.compile(story.at("conference:show") + "$"), timeout=SOON)


def the_plan_is_completed(story) -> None:
    naima = story.enters("Naima")
    soon = str(timezone.localdate() + timedelta(days=30))
    naima.goes_to(story.at("plan:part", "voortgang")).fills(progress_on=soon).presses("Bewaar")
    naima.goes_to(story.at("plan:part", "initiatief")).fills(initiator="Fatma", who_on_change="Fatma en Karel")
    naima.presses("Bewaar")


def stefan_says(story, meets: str, point: str = "") -> None:
    condition = Plan.of(story.conference).conditions().get().slug
    stefan = story.enters("Stefan").goes_to(story.at("plan:test"))
    stefan.fills(**{f"{condition}-meets": meets})
    if point:
        stefan.fills(**{f"{condition}-point": point})
    stefan.presses("Bewaar dit antwoord")


def not_yet_leads_back_behind_the_door(story) -> None:
    stefan_says(story, "not", "Wie brengt ze als oma ziek is?")
    naima = story.enters("Naima")
    naima.goes_to(story.at("plan:show")).sees("Wat er nog bij hoort")
    naima.goes_to(story.at("plan:again")).presses("Doe de deur dicht")
    assert story.phase() == Phase.PRIVATE_TIME
    naima.goes_to(story.at("meeting:behind_the_door")).sees("Wie brengt ze als oma ziek is?")


def marloes_receives_and_answers(story) -> None:
    marloes = story.enters("Marloes").goes_to(story.at("plan:show")).sees("De kinderen naar school brengen")
    marloes.presses("In ontvangst genomen").sees("U nam het plan in ontvangst.")


def the_circle_adopts(story) -> None:
    naima = story.enters("Naima")
    naima.goes_to(story.at("plan:show")).presses("Dit is ons plan").presses("Ja, dit is ons plan")
    conference = story.conference
    assert (conference.phase, conference.outcome) == (Phase.FOLLOW_UP, Outcome.PLAN_WITH_MEETING)
    assert not conference.meetings.filter(room__isnull=False).exists()  # what was sealed is gone


def people_take_on_what_they_do(story) -> None:
    fatma = story.enters("Fatma").goes_to(story.at("followup:mine"))
    while fatma.page.get_by_role("button", name="Ja, dat doe ik", exact=True).count():
        fatma.presses("Ja, dat doe ik")
    fatma.presses("Gelukt")
    plan = Plan.of(story.conference)
    assert (
        plan.agreements.of(story.person("Fatma")).accepted().count()
        == plan.agreements.of(story.person("Fatma")).count()
    )


def they_talk_about_how_it_goes_and_close(story) -> None:
    naima = story.enters("Naima")
    naima.goes_to(story.at("followup:progress")).presses("Bewaar")
    joke = story.enters("Joke")
    joke.goes_to(story.at("followup:contact")).fills(runs="all").presses("Leg vast")
    naima.goes_to(story.at("followup:close")).presses("Ja, rond het af")
    assert story.phase() == Phase.CLOSED
    naima.goes_to(story.at("plan:show")).sees("De kinderen naar school brengen")


# --- the story
@pytest.mark.rule("A17")
@pytest.mark.rule("A75")
@pytest.mark.rule("A78")
def test_one_whole_conference(story):
    tom_asks_on_the_public_site(story)
    the_regiomanager_records_the_talk(story)
    naima_reads_and_says_yes(story)
    joke_declares_and_accepts(story)
    the_circle_grows(story)
    the_question_is_worded(story)
    conditions_are_set_discussed_and_read(story)
    a_day_is_found(story)
    everybody_is_prepared(story)
    the_day_begins(story)
    behind_the_door(story, agreement="De kinderen naar school brengen")
    the_circle_opens_the_door(story)
    the_plan_is_completed(story)
    not_yet_leads_back_behind_the_door(story)
    behind_the_door(story, agreement="Is oma ziek, dan brengt Karel ze")
    the_circle_opens_the_door(story)
    stefan_says(story, "yes")
    marloes_receives_and_answers(story)
    the_circle_adopts(story)
    people_take_on_what_they_do(story)
    they_talk_about_how_it_goes_and_close(story)
