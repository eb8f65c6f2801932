"""What this room asks of somebody now."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kring.conditions.reading import not_reached
from kring.conference.access import Phase
from kring.conference.prompting import About, Prompt, asks, first, looks_into
from kring.referral.asking import referral_of


@asks("ask_conditions")
def is_there_a_ground(conference, hand):
    """The request named a ground: the talk about it belongs to the manager (A44)."""
    referral = referral_of(conference)
    if conference.phase == Phase.PREPARATION or not referral or not referral.presumed_ground:
        return None
    if conference.conditions_forms.exists():
        return None
    text = _("De aanvraag noemt: %(ground)s.") % {"ground": referral.get_presumed_ground_display()}
    return Prompt(_("Zijn er voorwaarden nodig?"), "conditions:issue", _("Reik het formulier uit"), text, weight=45)


@asks("write_conditions")
def write_yours(conference, hand):
    form = conference.conditions_forms.filter(setter=hand.name_of, handed_in_at=None).first()
    if form is None:
        return None
    text = _("Schrijf uw zorgen en voorwaarden op. Bespreek ze met de persoon om wie het gaat, en lever het dan in.")
    if form.sent_back_at:
        text = _("De regiomanager las mee en heeft nog een vraag. Kijk er rustig naar, of bel even.")
    return Prompt(_("Uw voorwaarden aan het plan"), "conditions:write", _("Naar het formulier"), text, weight=10)


@asks("react_to_conditions")
def read_it_first(conference, hand):
    unseen = conference.conditions_forms.filter(released_at=None, seen_at=None).exclude(handed_in_at=None)
    return [
        Prompt(
            _("%(name)s stelt voorwaarden aan het plan") % {"name": form.setter},
            "conditions:react",
            _("Lees het als eerste"),
            _("Jij leest het voor iedereen. Je kunt er iets bij zeggen."),
            weight=15,
            args=(form.slug,),
        )
        for form in unseen.select_related("setter")
    ]


@asks("check_conditions")
def check_them(conference, hand):
    """The manager looks at what was handed in: wettig, veilig, toetsbaar, geen oplossing."""
    waiting = conference.conditions_forms.filter(released_at=None, checked_at=None).exclude(handed_in_at=None)
    form = first(waiting.select_related("setter")[:1])
    if form is None:
        return None
    text = _("%(name)s leverde het formulier in.") % {"name": form.setter}
    return Prompt(_("Kijk de voorwaarden na"), "conditions:check", _("Kijk ze na"), text, weight=24, args=(form.slug,))


@asks("release_conditions")
def share_them(conference, hand):
    """Only when every form is ready: they are shared as one list."""
    waiting = list(conference.conditions_forms.filter(released_at=None).select_related("setter"))
    if not waiting or not all(form.is_ready for form in waiting):
        return None
    names = _(" en ").join(str(form.setter) for form in waiting)
    text = _("Van %(name)s. De hoofdpersoon heeft ze gelezen.") % {"name": names}
    return Prompt(
        _("De voorwaarden kunnen gedeeld worden"), "conditions:show", _("Naar de voorwaarden"), text, weight=25
    )


@asks("tell_conditions")
def read_them_aloud(conference, hand):
    if hand.is_for_someone_else or not conference.conditions_forms.exclude(released_at=None).exists():
        return None
    waiting = len(not_reached(conference))
    if not waiting:
        return None
    text = ngettext("Eén persoon kent ze nog niet.", "%(number)s mensen kennen ze nog niet.", waiting)
    about = text % {"number": waiting}
    return Prompt(_("Laat iedereen de voorwaarden lezen"), "conditions:show", _("Wie nog niet"), about, weight=35)


@asks("read_conditions")
def read_them(conference, hand):
    unread = conference.conditions_forms.exclude(released_at=None).exclude(readings__person=hand.name_of)
    if not unread.exclude(setter=hand.name_of).exists():
        return None
    text = _("Dit moet in het plan geregeld zijn. Liever horen? Bel de coördinator, dan leest die het voor.")
    return Prompt(_("Er zijn voorwaarden aan het plan"), "conditions:show", _("Lees ze"), text, weight=25)


looks_into("see_conditions", "conditions:show", gettext_lazy("Voorwaarden"), About.QUESTION)
