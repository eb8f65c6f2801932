"""Leaving somebody alone who asked for it: a salted mark stays, never a name, a number or which family it was."""

import secrets

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from kring.circle.kinds import Mode
from kring.circle.reaching import folded, proper_address, proper_name
from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import NotAllowed
from kring.foundation.channels import Channel, international
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class LeaveAlone(Refusal):
    message = _(
        "Deze persoon vragen we niet. Soms wil iemand liever niet benaderd worden. Bel ons als je wilt overleggen."
    )


class LeftAlone(models.Model):
    """A mark of somebody who does not want to be approached again; from it alone nobody can be found."""

    salt = models.CharField(max_length=32, editable=False)
    mark = models.CharField(_("merkteken"), max_length=64, editable=False)
    at = models.DateField(_("sinds"), default=timezone.localdate)

    class Meta:
        verbose_name = _("niet meer benaderen")

    def __str__(self) -> str:
        return self.mark[:8]

    @classmethod
    def put(cls, sign: str) -> None:
        if not cls.knows([sign]):
            salt = secrets.token_hex(16)
            cls.objects.create(salt=salt, mark=marked(sign, salt))

    @classmethod
    def lift(cls, signs: list[str]) -> None:
        """The same sign finds its mark again, and only so."""
        marks = cls.objects.values_list("pk", "salt", "mark")
        gone = [pk for pk, salt, mark in marks for sign in signs if constant_time_compare(mark, marked(sign, salt))]
        cls.objects.filter(pk__in=gone).delete()

    @classmethod
    def knows(cls, signs: list[str]) -> bool:
        marks = cls.objects.values_list("salt", "mark") if signs else []
        return any(constant_time_compare(mark, marked(sign, salt)) for salt, mark in marks for sign in signs)


def marked(sign: str, salt: str) -> str:
    """Without the secret of the house nobody can try all numbers."""
    return salted_hmac(f"left alone {salt}", sign, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()


def sign_of_reach(channel: str, reach: str) -> str:
    """One way to write a number or an address; phone and SMS are one."""
    if channel in (Channel.PHONE, Channel.SMS):
        return f"phone {international(reach)}"
    return f"{channel} {folded(reach)}"


def sign_of_name(conference, name: str) -> str:
    """A name means somebody only in this one family; elsewhere it is another."""
    return f"name {conference.slug} {folded(name)}"


def signs(conference, *, name: str, channel: str, reach: str) -> list[str]:
    return [sign_of_name(conference, name)] + ([sign_of_reach(channel, reach)] if reach else [])


def is_not_to_be_asked(conference, *, name: str, channel: str = "", reach: str = "") -> bool:
    """Did somebody with this number or address, or of this name in this family, ask to be left alone?"""
    return LeftAlone.knows(signs(conference, name=name, channel=channel, reach=reach))


def refuse_if_left_alone(member) -> None:
    if is_not_to_be_asked(member.conference, name=member.name, channel=member.channel, reach=member.reach):
        raise LeaveAlone


def is_left_alone(member) -> bool:
    return LeftAlone.knows(own_signs(member))


def own_signs(member) -> list[str]:
    """By their name in this family, and by every number or address we know of them."""
    known = {(member.channel, member.reach)}
    known |= {(channel, member.person.address_for(channel)) for channel in Channel}
    reached = [sign_of_reach(channel, reach) for channel, reach in known if reach]
    return [sign_of_name(member.conference, member.name), *reached]


@transaction.atomic
def do_not_ask_again(member, *, by: Person | Hand) -> None:
    """Only on their own request, after a no; on the phone the coordinator may note it in their name."""
    refuse_unless_own(member, by)
    for sign in own_signs(member):
        LeftAlone.put(sign)


@transaction.atomic
def may_be_asked_again(member, *, by: Person | Hand) -> None:
    """They thought better of it: the marks are gone. Asking is another step."""
    refuse_unless_own(member, by)
    LeftAlone.lift(own_signs(member))


def refuse_unless_own(member, by: Person | Hand) -> None:
    hand = Hand.of(by)
    helps = Role.COORDINATOR in member.conference.roles_of(hand.by)
    if member.mode != Mode.NOT or hand.name_of != member.person or (hand.is_for_someone_else and not helps):
        raise NotAllowed


@transaction.atomic
def may_be_named_again(conference, *, name: str, channel: str, reach: str, by: Person | Hand) -> None:
    """Somebody of whom nothing is left but the mark called: their name and number find it. Told is nothing."""
    if Role.COORDINATOR not in conference.roles_of(Hand.of(by).by):
        raise NotAllowed
    LeftAlone.lift(signs(conference, name=proper_name(name), channel=channel, reach=proper_address(channel, reach)))
