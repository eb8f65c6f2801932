"""What this room asks of somebody now."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kring.conditions.models import ConditionsForm, Reading
from kring.conditions.reading import not_reached
from kring.conference.access import Phase
from kring.conference.models import Conference
from kring.conference.prompting import About, Prompt, asks, looks_into
from kring.foundation.drawing_up import drawn_up_once
from kring.people.models import Person
from kring.referral.asking import referral_of


def forms_of(conference: Conference, person: Person) -> list[ConditionsForm]:
    """Every form, and whether this person read or heard it: asked once for a page."""
    known = conference.__dict__.setdefault("_conditions", {})
    if person.pk not in known:
        known[person.pk] = forms_and_whether_read(conference=conference.pk, person=person.pk)
        for form in known[person.pk]:
            form.conference = conference
    return known[person.pk]


@drawn_up_once
def forms_and_whether_read(conference: int, person: int):
    read = Reading.objects.filter(form=OuterRef("pk"), person=person)
    return ConditionsForm.objects.filter(conference=conference).select_related("setter").annotate(is_read=Exists(read))


@asks("ask_conditions")
def is_there_a_ground(conference, hand):
    """The request named a ground: the talk about it belongs to the manager (A44)."""
    referral = referral_of(conference)
    if conference.phase == Phase.PREPARATION or not referral or not referral.presumed_ground:
        return None
    if forms_of(conference, hand.name_of):
        return None
    text = _("De aanvraag noemt: %(ground)s.") % {"ground": referral.get_presumed_ground_display()}
    return Prompt(_("Zijn er voorwaarden nodig?"), "conditions:issue", _("Reik het formulier uit"), text, weight=45)


@asks("write_conditions")
def write_yours(conference, hand):
    mine = (form for form in forms_of(conference, hand.name_of) if form.setter == hand.name_of)
    form = next((form for form in mine if not form.is_handed_in), None)
    if form is None:
        return None
    text = _("Schrijf uw zorgen en voorwaarden op. Bespreek ze met de persoon om wie het gaat, en lever het dan in.")
    if form.sent_back_at:
        text = _("De regiomanager las mee en heeft nog een vraag. Kijk er rustig naar, of bel even.")
    return Prompt(_("Uw voorwaarden aan het plan"), "conditions:write", _("Naar het formulier"), text, weight=10)


@asks("react_to_conditions")
def read_it_first(conference, hand):
    forms = forms_of(conference, hand.name_of)
    return [
        Prompt(
            _("%(name)s stelt voorwaarden aan het plan") % {"name": form.setter},
            "conditions:react",
            _("Lees het als eerste"),
            _("Jij leest het voor iedereen. Je kunt er iets bij zeggen."),
            weight=15,
            args=(form.slug,),
        )
        for form in forms
        if form.is_handed_in and not form.is_released and not form.is_seen
    ]


@asks("check_conditions")
def check_them(conference, hand):
    """The manager looks at what was handed in: wettig, veilig, toetsbaar, geen oplossing."""
    waiting = (form for form in forms_of(conference, hand.name_of) if form.is_handed_in and not form.is_released)
    form = next((form for form in waiting if form.checked_at is None), None)
    if form is None:
        return None
    text = _("%(name)s leverde het formulier in.") % {"name": form.setter}
    return Prompt(_("Kijk de voorwaarden na"), "conditions:check", _("Kijk ze na"), text, weight=24, args=(form.slug,))


@asks("release_conditions")
def share_them(conference, hand):
    """Only when every form is ready: they are shared as one list."""
    waiting = [form for form in forms_of(conference, hand.name_of) if not form.is_released]
    if not waiting or not all(form.is_ready for form in waiting):
        return None
    names = _(" en ").join(str(form.setter) for form in waiting)
    text = _("Van %(name)s. De hoofdpersoon heeft ze gelezen.") % {"name": names}
    return Prompt(
        _("De voorwaarden kunnen gedeeld worden"), "conditions:show", _("Naar de voorwaarden"), text, weight=25
    )


@asks("tell_conditions")
def read_them_aloud(conference, hand):
    released = [form for form in forms_of(conference, hand.name_of) if form.is_released]
    if hand.is_for_someone_else or not released:
        return None
    waiting = len(not_reached(conference, released))
    if not waiting:
        return None
    text = ngettext("Eén persoon kent ze nog niet.", "%(number)s mensen kennen ze nog niet.", waiting)
    about = text % {"number": waiting}
    return Prompt(_("Laat iedereen de voorwaarden lezen"), "conditions:show", _("Wie nog niet"), about, weight=35)


@asks("read_conditions")
def read_them(conference, hand):
    others = (form for form in forms_of(conference, hand.name_of) if form.setter != hand.name_of)
    if not any(form.is_released and not form.is_read for form in others):
        return None
    text = _("Dit moet in het plan geregeld zijn. Liever horen? Bel de coördinator, dan leest die het voor.")
    return Prompt(_("Er zijn voorwaarden aan het plan"), "conditions:show", _("Lees ze"), text, weight=25)


looks_into("see_conditions", "conditions:show", gettext_lazy("Voorwaarden"), About.QUESTION)
