"""What sheets and early questions ask on somebody's own page."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.conference.prompting import About, Prompt, asks, looks_into
from kring.preparation.asking import known
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
    if not known(conference, hand.name_of).is_asked_early:
        return None
    text = _("U kunt nu antwoorden, of op de dag zelf.")
    return Prompt(_("De kring vraagt u iets"), "preparation:early", _("Lees wat er gevraagd is"), text, weight=42)


@asks("pass_on_question")
def questions_wait(conference: Conference, hand: Hand):
    """The coordinator sees that they are open and can pass them on by phone."""
    if hand.is_for_someone_else or not known(conference, hand.name_of).has_early_questions:
        return None
    text = _("Geef het door aan de professional, of noem iemand die het weet.")
    return Prompt(_("De kring vraagt iets vooraf"), "preparation:early", _("Naar de vragen"), text, weight=44)
