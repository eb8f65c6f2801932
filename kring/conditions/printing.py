"""On paper: the whole list with the name of who gets it, in ordinary or in large letters (8, Q1)."""

from django.utils.translation import gettext as _

from kring.conditions.models import ConditionsForm
from kring.conference.models import Conference
from kring.foundation import printing
from kring.foundation.templatetags.house import day
from kring.people.models import Person

DOCUMENT = "conditions/documents/paper.typ"


def paper(title: str, blocks: list[dict], *, of_whom: Person, note: str, is_large: bool = False) -> bytes:
    """A sheet to read from: who it is for stands at the top and behind the words."""
    payload = {
        "title": title, "blocks": blocks, "note": note, "is_large": is_large, "name": of_whom.get_full_name(),
        "for_whom": _("Voor %(name)s") % {"name": of_whom.get_full_name()}, "page": _("bladzijde"),
    }  # fmt: skip
    return printing.pdf(DOCUMENT, payload)


def conditions(conference: Conference, forms: list[ConditionsForm], *, of_whom: Person, is_large: bool) -> bytes:
    note = _("Voor alle genodigden van deze conferentie. Niet voor verdere verspreiding.")
    blocks = [block for form in forms for block in one_form(form)]
    return paper(_("Voorwaarden aan het plan"), blocks, of_whom=of_whom, note=note, is_large=is_large)


def one_form(form: ConditionsForm) -> list[dict]:
    """What stands on the screen, in the same order and the same words."""
    head = f"{form.setter}, {form.setter.works_at}".rstrip(", ")
    about = _("Grond: %(ground)s.") % {"ground": form.get_ground_display()}
    if form.discussed_on:
        talk = {"day": day(form.discussed_on), "how": form.discussed_how}
        about += " " + _("Besproken op %(day)s: %(how)s.") % talk
    blocks = [block("heading", head), block("small", about)]
    if not form.is_released:
        blocks.append(block("small", _("Dit is nog niet gedeeld.")))
    blocks += [*part(_("Zorgen"), form.concerns), block("sub", _("Voorwaarden"))]
    blocks += [block("item", line(condition), condition.number) for condition in form.conditions.all()]
    blocks += part(_("Wat gebeurt er als er geen plan komt?"), form.without_plan)
    return blocks + part(_("Reactie van %(names)s") % {"names": form.conference.names}, form.reaction)


def line(condition) -> str:
    return _("(ingetrokken) %(text)s") % {"text": condition.text} if condition.withdrawn_at else condition.text


def part(heading: str, text: str) -> list[dict]:
    return [block("sub", heading), block("text", text)] if text else []


def block(kind: str, text: str, number: int = 0) -> dict:
    return {"kind": kind, "text": str(text), "number": number}
