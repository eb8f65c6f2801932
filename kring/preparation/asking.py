"""What the preparation asks on somebody's own page: one thing at a time; and what it has to tell."""

from datetime import datetime

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.circle.noticing import noticed
from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, STAFF, Conference
from kring.conference.prompting import About, Prompt, asks, looks_into
from kring.foundation.drawing_up import drawn_up_once
from kring.foundation.templatetags.house import starts
from kring.people.models import Person
from kring.preparation.appointing import arranged_with
from kring.preparation.calendars import comes_in
from kring.preparation.dates import DateOption
from kring.preparation.early_questions import EarlyQuestion
from kring.preparation.models import InformationSheet, OtherDay, Preparation, Question
from kring.preparation.noticing_quiet import lately, with_signs

BEFORE_THE_PLAN = (Phase.PREPARATION, Phase.INFORMATION)

looks_into("see_day", "preparation:show", gettext_lazy("Waar en wanneer"), About.DAY)
looks_into("word_question", "preparation:question", gettext_lazy("De vraag"), About.QUESTION)
looks_into("answer_dates", "preparation:dates", gettext_lazy("De dagen"), About.DAY)
looks_into("propose_dates", "preparation:place", gettext_lazy("De plek"), About.DAY)
looks_into("prepare_person", "preparation:people", gettext_lazy("Iedereen persoonlijk voorbereid"), About.DAY)
looks_into("see_sheets", "preparation:sheets", gettext_lazy("Wat de professionals vertellen"), About.QUESTION)
looks_into("arrange_practical", "preparation:practical", gettext_lazy("Praktische lijst"), About.DAY)
looks_into("take_practical", "preparation:helping", gettext_lazy("Meehelpen voor de dag"), About.DAY)
looks_into("set_pace", "preparation:pace", gettext_lazy("Het tempo"))
looks_into("plan_without_meeting", "preparation:without_meeting", gettext_lazy("Er is al een plan"), About.COURSE)


# --- known once for each request
def known(conference: Conference, person: Person) -> Conference:
    """The conference with its preparation, with what there is for this person, and with what the coach may see."""
    if not hasattr(conference, "_known"):
        here = {"conference": conference.pk, "person": person.pk}
        (conference._known,) = there_is(**here, now=timezone.now(), since=lately())
        if hasattr(conference._known, "preparation"):
            conference._known.preparation.conference = conference
    return conference._known


@drawn_up_once
def there_is(conference: int, person: int, now: datetime, since: datetime):
    here = {"conference": OuterRef("pk")}
    waiting = EarlyQuestion.objects.filter(**here, answered_at=None, passed_on_at=None)
    found = with_signs(Conference.objects.filter(pk=conference), since).select_related("preparation")
    return found.annotate(
        has_other_day=Exists(OtherDay.objects.filter(**here, settled_at=None)),
        has_days_to_answer=Exists(DateOption.objects.to_come(now).filter(**here).exclude(answers__person=person)),
        wrote_a_sheet=Exists(InformationSheet.objects.filter(**here, professional=person)),
        is_asked_early=Exists(waiting.filter(of_whom=person)),
        has_early_questions=Exists(waiting.filter(member=None)),
        **arranged_with(person),
    )


def prepared(conference: Conference, person: Person) -> Preparation | None:
    return getattr(known(conference, person), "preparation", None)


def wordings(conference: Conference) -> list[Question]:
    if not hasattr(conference, "_wordings"):
        conference._wordings = list(conference.questions.all())
    return conference._wordings


def question_is_open(conference: Conference, hand: Hand) -> bool:
    """Is the question still this person's to settle?"""
    is_main = Role.MAIN_PERSON in conference.roles_of(hand.name_of)
    return is_main and not any(wording.is_agreed for wording in wordings(conference))


# --- to know
@asks("see_day")
def where_and_when(conference: Conference, hand: Hand):
    preparation = prepared(conference, hand.name_of)
    if conference.phase not in BEFORE_THE_PLAN or preparation is None or preparation.starts_at is None:
        return None
    me, starts_at = hand.name_of, preparation.starts_at
    title = starts(comes_in(preparation, me, starts_at) if noticed(conference, me)["arrives_apart"] else starts_at)
    return Prompt(title[0].upper() + title[1:], "preparation:show", _("Waar en wanneer"), preparation.place, weight=60)


@asks("see_day")
def the_question(conference: Conference, hand: Hand):
    agreed = next((wording for wording in wordings(conference) if wording.is_agreed), None)
    if conference.phase not in BEFORE_THE_PLAN or agreed is None:
        return None
    ours = conference.roles_of(hand.name_of) & CIRCLE
    return Prompt(_("Jullie vraag") if ours else _("De vraag"), text=agreed.text, weight=70)


# --- to do
@asks("agree_to_question")
def is_this_the_question(conference: Conference, hand: Hand):
    if conference.resting_since or not question_is_open(conference, hand):
        return None
    if not wordings(conference):
        text = _("Waar gaat het om? Eén vraag, in jullie eigen woorden.")
        return Prompt(_("Wat is jullie vraag?"), "preparation:question", _("Naar de vraag"), text, weight=20)
    newest = wordings(conference)[0].text
    return Prompt(_("Is dit jullie vraag?"), "preparation:question", _("Lees de vraag"), newest, weight=20)


@asks("answer_dates")
def which_days_suit(conference: Conference, hand: Hand):
    preparation, me = prepared(conference, hand.name_of), hand.name_of
    is_fixed = preparation and preparation.starts_at and preparation.starts_at > timezone.now()
    if is_fixed or conference.resting_since or conference.roles_of(me) & STAFF or question_is_open(conference, hand):
        return None
    if not known(conference, me).has_days_to_answer:
        return None
    text = _("Zeg bij elke dag: kan, liever niet of kan niet.")
    return Prompt(_("Welke dag past?"), "preparation:dates", _("Naar de dagen"), text, weight=30)


@asks("propose_dates")
def another_day_is_suggested(conference: Conference, hand: Hand):
    if hand.is_for_someone_else or not known(conference, hand.name_of).has_other_day:
        return None
    text = _("Kijk of het kan, en leg de dag voor aan iedereen.")
    return Prompt(_("Iemand stelt een andere dag voor"), "preparation:propose", _("Naar de dagen"), text, weight=35)


@asks("write_sheet")
def what_to_tell(conference: Conference, hand: Hand):
    if known(conference, hand.name_of).wrote_a_sheet:
        return None
    text = _(
        "U vertelt in ongeveer tien minuten. Schrijf het vast op, onder vier kopjes, zodat de kring het kan lezen."
    )
    return Prompt(_("Wat komt u vertellen?"), "preparation:sheet", _("Naar het informatieblad"), text, weight=40)
