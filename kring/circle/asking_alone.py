"""What is asked of each person alone: safety, taking part, a message to read aloud, and who one is."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kring.circle.alone import SafetyTalk
from kring.circle.noticing import noticed
from kring.circle.own_words import Hears
from kring.circle.speaking_for import JoiningIn, has_children, is_minor
from kring.conference.access import Phase, Role
from kring.conference.prompting import About, Prompt, asks, looks_into
from kring.people.models import Organisation

BEFORE = (Phase.PREPARATION, Phase.INFORMATION)


@asks("note_safety")
def who_was_not_asked_alone(conference, hand):
    """Never with somebody else's name on the screen."""
    is_theirs = Role.COORDINATOR in conference.roles_of(hand.by)
    if hand.is_for_someone_else or not is_theirs or conference.phase != Phase.PREPARATION:
        return None
    names = [person.first_name for person in SafetyTalk.unasked(conference)]
    if not names:
        return None
    text = _("Vraag het als er niemand bij is: %(names)s.") % {"names": shortly(names)}
    return Prompt(_("Is iedereen veilig?"), "circle:safety", _("Naar veiligheid"), text, weight=50)


@asks("sign_safety")
def what_waits_for_the_coach(conference, hand):
    if hand.is_for_someone_else or not noticed(conference, hand.by)["waits_for_the_coach"]:
        return None
    number = conference.safety_notes.unsigned().count() + conference.exclusions.filter(agreed_at=None).count()
    title = ngettext("Een afspraak over veiligheid wacht op u", "%(n)s afspraken over veiligheid wachten op u", number)
    text = _("Pas als u ernaar keek, gaat de voorbereiding verder.")
    return Prompt(title % {"n": number}, "circle:safety", _("Kijk ernaar"), text, weight=10)


@asks("see_day")
def how_you_come_in(conference, hand):
    """Only to the person it is about."""
    if conference.phase not in BEFORE or not noticed(conference, hand.name_of)["arrives_apart"]:
        return None
    arrival = conference.arrivals.get(person=hand.name_of)
    title = _("Voor jou: hoe je binnenkomt")
    if conference.roles_of(hand.name_of).isdisjoint({Role.MAIN_PERSON, Role.CIRCLE_MEMBER}):
        title = _("Voor u: hoe u binnenkomt")
    hour = _("Om %(hour)s uur.") % {"hour": date_format(arrival.at, "H.i")} if arrival.at else ""
    return Prompt(title, text=f"{hour} {arrival.how}".strip(), weight=8)


@asks("see_support")
def how_do_children_join_in(conference, hand):
    if hand.is_for_someone_else or conference.phase not in BEFORE:
        return None
    if not has_children(conference) and not noticed(conference, hand.by)["has_representatives"]:
        return None
    names = [person.first_name for person in JoiningIn.unasked(conference)]
    if not names:
        return None
    title = _("Vraag hoe %(names)s mee wil doen") % {"names": shortly(names)}
    text = _("Vraag het zelf, in een gesprek. De hele dag, een deel, een tekening, een boodschap: alles kan.")
    return Prompt(title, "circle:support", _("Naar wie naast iemand staat"), text, weight=35)


@asks("choose_support")
def how_do_you_join_in(conference, hand):
    me = hand.name_of
    if conference.phase not in BEFORE or not is_minor(me):
        return None
    if conference.joining_in.filter(person=me).exists():
        return None
    text = _("Jij mag kiezen. Je hoeft niet alles mee te maken.")
    return Prompt(_("Hoe wil jij meedoen?"), "circle:join", _("Zeg het"), text, weight=6)


@asks("see_messages")
def will_you_read_it_aloud(conference, hand):
    if hand.is_for_someone_else or conference.phase not in BEFORE or not noticed(conference, hand.by)["reads_aloud"]:
        return None
    asked = conference.own_messages.filter(hears=Hears.READ_ALOUD, reader=hand.by).select_related("author")[:3]
    names = [message.author.first_name for message in asked]
    title = _("Een boodschap van %(names)s om voor te lezen") % {"names": shortly(names)}
    return Prompt(title, "circle:messages", _("Lees de boodschap"), weight=25)


@asks("choose_support")
def somebody_outside_the_family(conference, hand):
    """Child and parents know whom to call (R-CHD-6)."""
    if not has_children(conference) or Role.MAIN_PERSON not in conference.roles_of(hand.name_of):
        return None
    outside = Organisation.current()
    title = _("Praten met iemand van buiten?")
    text = _("%(name)s is er voor kinderen en ouders, gratis en in vertrouwen: %(phone)s.")
    return Prompt(title, text=text % {"name": outside.confidant_name, "phone": outside.confidant_phone}, weight=95)


@asks("introduce_myself")
def who_are_you(conference, hand):
    me = hand.name_of
    if me.works_at and me.job:
        return None
    text = _("De kring en de andere professionals zien graag waar u werkt en wat u doet.")
    return Prompt(_("Wie bent u voor de anderen?"), "circle:introduce", _("Stel u voor"), text, weight=55)


def shortly(names: list[str]) -> str:
    return ", ".join(names[:3]) + ("…" if len(names) > 3 else "")


looks_into("see_professionals", "circle:who_is_who", gettext_lazy("Wie is wie"), About.CIRCLE)
looks_into("see_messages", "circle:messages", gettext_lazy("Boodschappen"), About.CIRCLE)
looks_into("write_message", "circle:say", gettext_lazy("Wat wil jij zeggen?"), About.CIRCLE)
looks_into("choose_support", "circle:join", gettext_lazy("Hoe wil jij meedoen?"), About.CIRCLE)
looks_into("see_support", "circle:support", gettext_lazy("Wie naast iemand staat"), About.CIRCLE)
