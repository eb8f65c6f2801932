"""Following an invitation: on its way, opened by the own link, answered, reminded. No mail is watched."""

from django.db.models import Max, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.circle.kinds import Way
from kring.circle.models import CircleMember
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.outbox import Message, Status
from kring.people.models import Channel, Person

BY_HAND = {Way.CARD: gettext_lazy("kaartje te geven"), Way.APP: gettext_lazy("te appen")}


def listed(conference: Conference, viewer: Person) -> list[CircleMember]:
    """The list of this viewer, each with when they last came in by the own link."""
    live = Q(person__links__revoked_at=None)
    members = conference.members.seen_by(conference, viewer)
    return list(members.annotate(opened_at=Max("person__links__last_used_at", filter=live)))


def to_invite(members: list[CircleMember]) -> list[CircleMember]:
    return [member for member in members if member.is_agreed and not member.is_invited and not member.has_died]


def asked(conference: Conference, members: list[CircleMember]) -> list[CircleMember]:
    """Those who were invited, each with how far it is; who did not answer first."""
    invited, newest = [member for member in members if member.is_invited], messages_to(conference)
    for member in invited:
        member.conference = conference
        member.message = newest.get(member.person_id)
        member.stages = stages(member, was_opened=bool(member.opened_at and member.opened_at >= member.invited_at))
    return sorted(invited, key=lambda member: member.has_answered)


def messages_to(conference: Conference) -> dict[int, Message]:
    """The newest message to each."""
    fields = ("slug", "recipient_id", "status", "channel", "created_at")
    found = Message.objects.filter(about=conference).only(*fields).order_by("created_at", "pk")
    return {message.recipient_id: message for message in found}


def stages(member: CircleMember, *, was_opened: bool) -> list[str]:
    """«staat klaar», or «verstuurd» and what came after it, in words."""
    words = [how_it_went(member.message, member.way)]
    if was_opened:
        words.append(_("geopend"))
    if member.reminded_at:
        words.append(_("herinnerd op %(day)s") % {"day": date_format(member.reminded_at, "j F")})
    if member.has_answered:
        words.append(_("beantwoord"))
    return words


def how_it_went(message: Message | None, way: str = "") -> str:
    if message is None:
        return _("gevraagd")
    if message.status == Status.BY_HAND and way:
        return str(BY_HAND[way])
    if message.status in (Status.SENT, Status.DONE):
        return _("verstuurd")
    return _("niet aangekomen") if message.status == Status.FAILED else str(message.status_words)


def tick_off_call(member: CircleMember, *, by: Hand) -> None:
    """Who answered on the phone need not be called any more."""
    if by.is_for_someone_else:
        calls = Message.objects.filter(about=member.conference, recipient=member.person, channel=Channel.PHONE)
        calls.filter(status=Status.BY_HAND).update(status=Status.DONE, sent_at=timezone.now())
