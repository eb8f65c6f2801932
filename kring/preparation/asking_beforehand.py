"""What sheets and early questions ask on somebody's own page."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.conference.prompting import About, Prompt, asks, looks_into
from kring.preparation.models import InformationSheet

looks_into("ask_professional", "preparation:early", gettext_lazy("Vooraf iets vragen"), About.QUESTION)


@asks("read_sheet_first")
def read_it_first(conference: Conference, hand: Hand):
    """Before the circle does; the coordinator who acts for somebody is not asked (R-INF-3)."""
    return [
        Prompt(
            _("%(name)s schreef op wat er te vertellen is") % {"name": sheet.professional},
            "preparation:read_first",
            _("Lees het als eerste"),
            _("Daarna kan de kring het lezen. Je kunt er iets over terugzeggen."),
            weight=35,
            args=(sheet.professional.slug,),
        )
        for sheet in InformationSheet.to_read_first(conference)
    ]


@asks("answer_circle")
def the_circle_asks(conference: Conference, hand: Hand):
    waiting = conference.early_questions.filter(of_whom=hand.name_of, answered_at=None, passed_on_at=None).count()
    if not waiting:
        return None
    title = ngettext("De kring heeft een vraag voor u", "De kring heeft vragen voor u", waiting)
    text = _("U kunt nu antwoorden, of op de dag zelf.")
    return Prompt(title, "preparation:early", _("Lees de vragen"), text, weight=42)


@asks("pass_on_question")
def questions_wait(conference: Conference, hand: Hand):
    """The coordinator sees that they are open and can pass them on by phone."""
    open_now = {"answered_at": None, "passed_on_at": None, "member": None}
    waiting = 0 if hand.is_for_someone_else else conference.early_questions.filter(**open_now).count()
    if not waiting:
        return None
    title = ngettext("Eén vraag van de kring staat open", "%(number)s vragen van de kring staan open", waiting)
    text = _("Geef ze door aan de professional, of noem iemand die het weet.")
    return Prompt(title % {"number": waiting}, "preparation:early", _("Naar de vragen"), text, weight=44)
