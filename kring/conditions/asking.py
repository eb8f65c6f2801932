"""What this room asks of somebody now."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.conference.access import Phase
from kring.conference.prompting import Prompt, asks, first, looks_into
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
    if not conference.conditions_forms.filter(setter=hand.name_of, handed_in_at=None).exists():
        return None
    text = _("Schrijf uw zorgen en voorwaarden op. Bespreek ze met de persoon om wie het gaat, en lever het dan in.")
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


@asks("release_conditions")
def share_them(conference, hand):
    ready = conference.conditions_forms.filter(released_at=None).exclude(seen_at=None).exclude(handed_in_at=None)
    form = first(ready.select_related("setter")[:1])
    if form is None:
        return None
    text = _("%(name)s leverde ze in, en de hoofdpersoon heeft ze gelezen.") % {"name": form.setter}
    return Prompt(_("De voorwaarden kunnen gedeeld worden"), "conditions:show", _("Kijk ze na"), text, weight=25)


@asks("read_conditions")
def read_them(conference, hand):
    unread = conference.conditions_forms.exclude(released_at=None).exclude(readings__person=hand.name_of)
    if not unread.exclude(setter=hand.name_of).exists():
        return None
    text = _("Dit moet in het plan geregeld zijn. Liever horen? Bel de coördinator, dan leest die het voor.")
    return Prompt(_("Er zijn voorwaarden aan het plan"), "conditions:show", _("Lees ze"), text, weight=25)


looks_into("see_conditions", "conditions:show", gettext_lazy("Voorwaarden"))
