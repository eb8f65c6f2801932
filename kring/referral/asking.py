"""What the request asks of somebody now: to talk, to read and answer, to wait."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, Outcome
from kring.conference.prompting import Prompt, asks, looks_into
from kring.referral.models import Referral

looks_into("see_referral", "referral:show", gettext_lazy("Wat er gevraagd is"))


@asks("say_yes")
def read_and_answer(conference: Conference, hand: Hand) -> Prompt | None:
    """The main person reads what was asked and says yes or no; before the talk there is nothing to answer."""
    referral = Referral.objects.filter(conference=conference).first()
    if referral and referral.is_talked_about:
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
def have_the_talk(conference: Conference, hand: Hand) -> Prompt | None:
    """The regiomanager calls who asked, and after that waits for the main person's own answer."""
    if hand.is_for_someone_else:
        return None
    referral = Referral.objects.select_related("requester").filter(conference=conference).first()
    if referral and referral.is_waiting_for_the_talk:
        name, phone = (referral.requester or hand.by).get_full_name(), (referral.requester or hand.by).phone
        return Prompt(
            title=_("Bel %(name)s over de aanvraag") % {"name": name}, text=phone,
            url="referral:talk", button=_("Gesprek vastleggen"), weight=10,
        )  # fmt: skip
    return Prompt(
        title=_("Wacht op het antwoord van %(name)s") % {"name": conference.names},
        text=_("Antwoorden kan met de persoonlijke link. Komt het antwoord per telefoon? Leg het dan vast."),
        url="conference:for_someone", button=_("Antwoord vastleggen"), weight=30,
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
