"""What the request asks of somebody now: to talk, to read and answer, to wait."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, Outcome
from kring.conference.prompting import Prompt, asks, looks_into
from kring.referral.answers import Says
from kring.referral.checklist import StartCheck
from kring.referral.deciding import Decision, decisions
from kring.referral.models import Referral

looks_into("see_referral", "referral:show", gettext_lazy("Wat er gevraagd is"))
looks_into("see_own_request", "referral:own", gettext_lazy("Wat u vroeg"))
looks_into("note_authority", "referral:people", gettext_lazy("Wie beslist er?"))
looks_into("check_start", "referral:check_start", gettext_lazy("Startvragen"))


def referral_of(conference: Conference) -> Referral | None:
    """The request, asked once for each conference on a page."""
    if not hasattr(conference, "_asked"):
        conference._asked = Referral.objects.select_related("requester").filter(conference=conference).first()
    return conference._asked


@asks("say_yes")
def read_and_answer(conference: Conference, hand: Hand) -> Prompt | None:
    """The main person reads what was asked and says yes or no; before the talk there is nothing to answer."""
    referral = referral_of(conference)
    if referral and referral.is_talked_about:
        if conference.answers.filter(person=hand.name_of, says=Says.YES).exists():
            text = _("Nog niet iedereen die mee beslist heeft geantwoord. Je hoeft niets te doen.")
            return Prompt(title=_("Je ja is genoteerd"), text=text, weight=40)
        return Prompt(
            title=_("Lees wat er gevraagd is"),
            text=_("Daarna zeg jij ja of nee. Allebei is goed."),
            url="referral:show", button=_("Lees en antwoord"), weight=10,
        )  # fmt: skip
    if referral and not hand.is_for_someone_else:
        text = _("We praten het samen door. Je hoeft nu niets te doen.")
        return Prompt(title=_("We bellen eerst"), text=text, weight=40)
    return None


@asks("record_talk")
def have_the_talk(conference: Conference, hand: Hand) -> list[Prompt]:
    """The regiomanager calls who asked, and after that waits for the answers of those who decide."""
    referral = referral_of(conference)
    if hand.is_for_someone_else or referral is None:
        return []
    if referral.is_waiting_for_the_talk:
        name, phone = (referral.requester or hand.by).get_full_name(), (referral.requester or hand.by).phone
        words = {"name": name}
        title = _("Bel %(name)s vandaag nog") if conference.is_urgent else _("Bel %(name)s over de aanvraag")
        return [Prompt(title=title % words, text=phone, url="referral:talk", button=_("Gesprek vastleggen"), weight=10)]
    found = decisions(conference)
    return [ask_first(one) for one in found if one.is_unclear] or [
        wait_for(conference, one) for one in found if not one.is_yes
    ]


def ask_first(one: Decision) -> Prompt:
    return Prompt(
        title=_("Vraag eerst wie er voor %(name)s beslist") % {"name": one.person.first_name},
        text=_("Wie heeft er gezag? Zolang we dat niet weten, sturen we niets."),
        url="referral:people", button=_("Vastleggen"), weight=15,
    )  # fmt: skip


def wait_for(conference: Conference, one: Decision) -> Prompt:
    """Whose answer is still missing; with haste they are called today."""
    if not one.decides_alone:
        title = _("Wacht op het antwoord voor %(name)s") % {"name": one.person.first_name}
        return Prompt(title=title, url="referral:people", button=_("Wie beslist er?"), weight=30)
    words = {"name": one.person.first_name}
    if conference.is_urgent:
        title, text = _("Bel %(name)s vandaag nog voor het antwoord") % words, one.person.phone
    else:
        title = _("Wacht op het antwoord van %(name)s") % words
        text = _("Antwoorden kan met de persoonlijke link. Komt het antwoord per telefoon? Leg het dan vast.")
    return Prompt(
        title=title, text=text, url="conference:for_someone", button=_("Antwoord vastleggen"),
        weight=12 if conference.is_urgent else 30,
    )  # fmt: skip


@asks("check_start")
def check_the_start(conference: Conference, hand: Hand) -> Prompt | None:
    """The questions at the start; a no asks for a talk, and everything goes on meanwhile."""
    referral = referral_of(conference)
    if hand.is_for_someone_else or referral is None or not referral.is_talked_about:
        return None
    known = StartCheck.objects.filter(conference=conference).first()
    if known is None:
        text = _("Vier vragen om even bij stil te staan. Een nee is geen reden om niet te beginnen.")
        return Prompt(title=_("Startvragen"), text=text, url="referral:check_start", button=_("Invullen"), weight=35)
    if words := known.to_talk_about():
        return Prompt(
            title=_("Praat er samen over"), text=" ".join(str(word) for word in words),
            url="referral:check_start", button=_("Bekijk"), weight=25,
        )  # fmt: skip
    return None


@asks("note_authority")
def a_birthday_made_them_decide(conference: Conference, hand: Hand) -> list[Prompt]:
    """After the yes a child can turn twelve: then its own word counts too."""
    if hand.is_for_someone_else or conference.phase == Phase.REFERRAL:
        return []
    if not any(person.birth_month for person in conference.main_people):
        return []
    return [
        Prompt(
            title=_("Vraag ook %(name)s zelf") % {"name": one.person.first_name},
            text=_("Door een verjaardag telt nu ook het eigen antwoord."),
            url="referral:people",
            button=_("Wie beslist er?"),
            weight=20,
        )
        for one in decisions(conference)
        if one.age is not None and one.age < 18 and one.decides_along and not one.said
    ]


@asks("note_authority")
def tell_the_parent(conference: Conference, hand: Hand) -> list[Prompt]:
    """Who decides along and takes no part is told by the regiomanager; of them nothing is said to anybody else."""
    if hand.is_for_someone_else or Role.REGIONAL_MANAGER not in conference.roles_of(hand.by):
        return []
    found = [one for one in conference.authorities.filter(parent=None, informed_on=None) if one.is_to_be_informed]
    title, text = _("Vertel %(name)s wat er gevraagd wordt"), _("Deze ouder heeft gezag en doet zelf niet mee.")
    where, button = "referral:authority", _("Leg vast dat het verteld is")
    return [
        Prompt(title % {"name": one}, where, button, one.reach or text, weight=25, args=(one.slug,)) for one in found
    ]


@asks("link_earlier")
def look_back(conference: Conference, hand: Hand) -> Prompt | None:
    """The main person had a conference before and says that the regiomanager may find it."""
    referral = None if hand.is_for_someone_else else referral_of(conference)
    if referral is None or not referral.may_look_back or conference.earlier_ones.exists():
        return None
    return Prompt(
        title=_("Er is al eens een conferentie geweest"), text=_("De hoofdpersoon zegt dat u die mag terugvinden."),
        url="referral:earlier", button=_("Terugvinden"), weight=45,
    )  # fmt: skip


@asks("say_no")
def being_matched(conference: Conference, hand: Hand) -> Prompt | None:
    if conference.phase != Phase.MATCHING or hand.is_for_someone_else:
        return None
    return Prompt(
        title=_("We zoeken een coördinator"),
        text=_("Iemand die bij jullie past en nergens bij hoort. Je hoort snel wie het is."),
        weight=40,
    )


@asks("see_state")
def how_it_ended(conference: Conference, hand: Hand) -> Prompt | None:
    """After a no: thanks to who said it; to who asked only that it does not go on (R-CON-3)."""
    if conference.phase != Phase.CLOSED or conference.outcome not in (Outcome.DECLINED, Outcome.STOPPED):
        return None
    roles = conference.roles_of(hand.name_of)
    if roles == {Role.REQUESTER}:
        return Prompt(
            title=_("Deze aanvraag gaat niet door"),
            text=_("Dank u wel dat u aan deze persoon dacht. Opnieuw vragen mag altijd. Een reden vertellen wij niet."),
        )
    if Role.MAIN_PERSON in roles and conference.outcome == Outcome.DECLINED:
        return Prompt(
            title=_("Je hebt nee gezegd. Dat is goed"),
            text=_("Er gebeurt verder niets. Van gedachten veranderen mag altijd."),
            url="referral:answered", button=_("Wat er nog meer is"),
        )  # fmt: skip
    return None
