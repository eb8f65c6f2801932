"""Carding: an invitation on a card to hand over, with a QR code and a code to type; four on a sheet to cut out."""

from dataclasses import asdict

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from kring.circle import inviting, picturing
from kring.circle.models import CircleMember
from kring.circle.wording import agreed_question
from kring.conference.models import Conference
from kring.foundation import printing, tongues
from kring.foundation.outbox import Message
from kring.foundation.writing import organisation
from kring.people.links import PersonalLink

DOCUMENT = "circle/documents/card.typ"


def cards(messages: list[Message], sender: str) -> bytes:
    """Each card in the language of who gets it."""
    invitations = {message.pk for message in messages if is_invitation(message)}
    question = agreed_question(messages[0].about) if invitations else ""
    payload = {
        "title": _("Kaartjes"),
        "pictures": pictures_on_paper(messages[0].about)[:1] if invitations else [],
        "cards": [
            card(message, sender, question if message.pk in invitations else "")
            | {"is_pictured": message.pk in invitations}
            for message in messages
        ],
    }
    return printing.pdf(DOCUMENT, payload)


def is_invitation(message: Message) -> bool:
    """An invitation to the circle; what main people put beside it goes with nothing else."""
    members = CircleMember.objects.in_circle().exclude(invited_at=None)
    member = members.filter(conference=message.about_id, person=message.recipient_id).first()
    return bool(member) and message.key == inviting.key_of(member)


def pictures_on_paper(conference: Conference) -> list[dict]:
    return [asdict(picturing.on_paper(picture)) for picture in picturing.pictures_of(conference)]


def card(message: Message, sender: str, question: str = "") -> dict:
    person = message.recipient
    link = PersonalLink.of(person)
    with translation.override(message.language):
        return {
            "lang": message.language,
            "dir": tongues.direction(message.language),
            "greeting": _("Dag %(name)s,") % {"name": person.first_name},
            "asks": _("%(sender)s vraagt of je mee wilt denken. Ja of nee, allebei goed.") % {"sender": sender},
            "question": _("Dit is de vraag: «%(question)s»") % {"question": question} if question else "",
            "not_theirs": _("Wij zijn niet van de gemeente en niet van jeugdzorg."),
            "how": _("Richt de camera van een telefoon op dit vierkant. Of typ het adres en de code over."),
            "alt": _("QR-code"),
            "call": _("Bellen mag ook: %(phone)s") % {"phone": tongues.left_to_right(organisation().phone)},
            "qr": printing.qr(link.address(message.link_path)),
            "link": typed_at(),
            "code": link.code,
        }


def typed_at() -> str:
    """Where a code from paper is typed."""
    return settings.BASE_URL + reverse("people:type_code")


def letter(message: Message) -> bytes:
    """The letter, with the code of this person beside the QR code; a letter to somebody at a desk has none."""
    if message.recipient.is_at_a_desk or not message.link_path:
        return message.as_pdf()
    pictures = pictures_on_paper(message.about) if is_invitation(message) else []
    return message.as_pdf(typed=typed_at(), code=PersonalLink.of(message.recipient).code, pictures=pictures)
