"""Reaching somebody: what a usable name and address look like, and when two of them are the same."""

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from kring.foundation.channels import Channel, international, takes_sms
from kring.foundation.forms import Phone
from kring.foundation.refusals import Refusal

LONGEST_MAIL = 254
TITLES = {"oma", "opa", "oom", "tante", "neef", "nicht", "zus", "broer", "papa", "mama", "juf", "meester"}
TITLES |= {"buurman", "buurvrouw", "meneer", "mevrouw", "dokter", "imam", "dominee"}


class NoName(Refusal):
    message = _("Schrijf een naam of een roepnaam op.")
    field = "name"


class CannotReach(Refusal):
    field = "reach"


def proper_name(name: str) -> str:
    """On one line, with something in it that can be seen."""
    name = " ".join(name.split())
    if not any(unicodedata.category(sign)[0] in "LNPS" for sign in name):
        raise NoName
    return name


def first_and_last(name: str) -> tuple[str, str]:
    """What to call somebody, and the rest: «Karel», «Hendriks»; but «Oom Karel» is called just that."""
    first, _space, last = name.partition(" ")
    if first.lower() in TITLES and last:
        second, _space, last = last.partition(" ")
        first = f"{first} {second}"
    return first, last


def proper_address(channel: str, reach: str) -> str:
    """The address as it can be used in this channel; empty when it is not known yet."""
    reach = reach.strip()
    if not reach:
        return ""
    try:
        if channel == Channel.MAIL:
            validate_email(reach)
        elif channel != Channel.LETTER:
            reach = Phone().clean(reach)
    except ValidationError as wrong:
        raise CannotReach(wrong.messages[0]) from None
    if channel == Channel.MAIL and len(reach) > LONGEST_MAIL:
        raise CannotReach(_("Dit e-mailadres is te lang."))
    if channel == Channel.SMS and not takes_sms(reach):
        raise CannotReach(_("Naar dit nummer kan geen sms. Kies bellen, of geef een mobiel nummer."))
    return reach


def folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def same_name(one, other) -> bool:
    return folded(str(one)) == folded(str(other))


def address_of(who, channel: str) -> str:
    """Of somebody named the one address we have, of a person the one for this channel; written in one way."""
    known = who.address_for(channel) if hasattr(who, "address_for") else who.reach
    return international(known) if known and channel in (Channel.SMS, Channel.PHONE) else folded(known)


def same_address(one, other) -> bool:
    """`other` is somebody named; phone and SMS go to the same number."""
    channel = other.channel
    return address_of(one, channel) == address_of(other, channel)
