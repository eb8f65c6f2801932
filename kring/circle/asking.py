"""What this room asks of somebody now."""

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kring.circle.kinds import Mode
from kring.circle.models import CircleMember
from kring.circle.noticing import counted, noticed
from kring.conference.access import Phase, Role
from kring.conference.prompting import About, Prompt, asks, looks_into

FEW = 3  # below this the family is asked who is around; it is no minimum (B22)


@asks("answer_invitation")
def what_do_you_say(conference, hand):
    member = CircleMember.of(conference, hand.name_of)
    if member.has_answered:
        return None
    if member.is_professional:
        title, text = _("Bent u erbij?"), _("Laat weten of u komt, of dat het op een andere manier kan.")
    else:
        title = _("Een vraag van %(names)s: denk je mee?") % {"names": conference.names}
        text = _("Ja is goed, anders kan ook, en nee is ook goed.")
    return Prompt(title, "circle:answer", _("Geef antwoord"), text, weight=5)


@asks("agree_to_someone")
def may_they_be_asked(conference, hand):
    if not counted(conference)["to_decide"]:
        return None
    members = conference.members
    if noticed(conference, hand.name_of)["has_sides"]:
        members = members.seen_by(conference, hand.name_of)
    names = list(members.to_decide().values_list("name", flat=True)[:4])
    if not names:
        return None
    title = ngettext("Mag deze persoon gevraagd worden?", "Mogen deze mensen gevraagd worden?", len(names))
    more = "…" if len(names) > 3 else ""
    return Prompt(title, "circle:decide", _("Kijk wie het zijn"), ", ".join(names[:3]) + more, weight=20)


@asks("agree_to_someone")
def who_would_rather_belong(conference, hand):
    """A teacher who was named as a professional asks to come as one of the circle."""
    if not counted(conference)["other_hat"]:
        return None
    asking = conference.members.seen_by(conference, hand.name_of).exclude(hat_asked="")[:3]
    title = _("Mag deze leraar bij de kring?")
    return [
        Prompt(title, "circle:decide", _("Beslis"), _("%(name)s vroeg het.") % {"name": member.name}, weight=20)
        for member in asking
    ]


@asks("name_someone")
def who_is_around(conference, hand):
    """Early on only: the main person, and the coordinator when nobody was named yet."""
    is_main = Role.MAIN_PERSON in conference.roles_of(hand.name_of)
    if conference.phase not in (Phase.MATCHING, Phase.PREPARATION):
        return None
    if counted(conference)["in_circle"] >= (FEW if is_main else 1):
        return None
    if is_main:
        text = _("Familie, vrienden, buren, iemand van vroeger. Samen weet je meer.")
        return Prompt(_("Wie zijn er om je heen?"), "circle:add", _("Noem iemand"), text, weight=40)
    if Role.COORDINATOR in conference.roles_of(hand.name_of):
        text = _("Vraag de hoofdpersoon wie er om hen heen zijn. Noteer een naam en hoe u iemand bereikt.")
        return Prompt(_("Nog niemand is genoemd"), "circle:add", _("Noem iemand"), text, weight=40)
    return None


@asks("name_someone")
def who_else(conference, hand):
    """Of each invitee once they answered: until they named somebody (A25)."""
    roles = conference.roles_of(hand.name_of)
    if conference.phase != Phase.PREPARATION or Role.CIRCLE_MEMBER not in roles or Role.MAIN_PERSON in roles:
        return None
    about_me = conference.members.filter(Q(person=hand.name_of) | Q(named_by=hand.name_of))
    known = list(about_me.values_list("person_id", "named_by_id", "mode"))
    has_named = any(named_by == hand.name_of.pk for _person, named_by, _mode in known)
    takes_part = any(person == hand.name_of.pk and mode not in ("", Mode.NOT) for person, _by, mode in known)
    if has_named or not takes_part:
        return None
    text = _("Iemand van vroeger, van de andere kant van de familie, een buur. De hoofdpersoon beslist wie we vragen.")
    return Prompt(_("Wie nog meer?"), "circle:add", _("Noem iemand"), text, weight=70)


@asks("invite")
def who_can_be_invited(conference, hand):
    number = counted(conference)
    found = [to_invite(number["to_invite"])] if number["to_invite"] else []
    if number["silent"] and "see_reach" in conference.allowed_to(hand.by):
        found.append(silent_ones(conference))
    return found


def to_invite(number: int) -> Prompt:
    title = ngettext("%(number)s persoon kan uitgenodigd worden", "%(number)s mensen kunnen uitgenodigd worden", number)
    text = _("De hoofdpersoon zei ja. Lees de uitnodiging eerst zelf.")
    return Prompt(title % {"number": number}, "circle:invite", _("Uitnodigen"), text, weight=30)


def silent_ones(conference) -> Prompt:
    """Who has not answered yet, and when they were last asked."""
    members = conference.members.without_answer()[:4]
    lines = [f"{member.name} ({asked_on(member)})" for member in members[:3]]
    text = "; ".join(lines) + ("…" if len(members) > 3 else "")
    return Prompt(_("Nog geen antwoord"), "circle:show", _("Kijk in de kring"), text, weight=60)


def asked_on(member: CircleMember) -> str:
    if member.reminded_at:
        return _("herinnerd op %(day)s") % {"day": date_format(member.reminded_at, "j F")}
    return _("gevraagd op %(day)s") % {"day": date_format(member.invited_at, "j F")}


@asks("handle_post")
def what_is_left_to_send(conference, hand):
    sees_all = "see_reach" in conference.allowed_to(hand.by)
    number = noticed(conference, hand.by)["letters" if sees_all else "own_letters"]
    if not number:
        return None
    title = ngettext("%(number)s bericht wacht op u", "%(number)s berichten wachten op u", number) % {"number": number}
    text = _("Een brief om te printen, iemand om te bellen, of iets dat niet aankwam.")
    return Prompt(title, "circle:post", _("Naar de berichten"), text, weight=35)


looks_into("see_circle", "circle:show", gettext_lazy("De kring"), About.CIRCLE)
looks_into("see_safety", "circle:safety", gettext_lazy("Veiligheid"), About.CIRCLE)
looks_into("handle_post", "circle:post", gettext_lazy("Berichten"), About.CIRCLE)
looks_into("word_invitation", "circle:words", gettext_lazy("De uitnodiging in jouw woorden"), About.CIRCLE)
