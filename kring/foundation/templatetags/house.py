"""Components for every page. The signature is the contract: an unknown attribute raises."""

import re

from django import template
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.translation import get_language_bidi, gettext_lazy
from django.utils.translation import gettext as _

from kring.foundation import tongues

register = template.Library()
register.filter("apart", tongues.apart)
register.filter("left_to_right", tongues.left_to_right)
register.filter("language_name", tongues.called)

BUTTONS = {"main", "plain", "quiet", "stop"}
CARDS = {"", "asks", "plain", "warm"}


def _kind(kind: str, known: set[str]) -> str:
    if kind not in known:
        raise template.TemplateSyntaxError(f"{kind!r} is none of {sorted(known)}")
    return kind


@register.simple_tag
def button(label: str, kind: str = "plain", name: str = "", value: str = "") -> str:
    """A button that sends the form it stands in."""
    extra = format_html(' name="{}" value="{}"', name, value) if name else ""
    return format_html('<button class="button button-{}"{}>{}</button>', _kind(kind, BUTTONS), extra, label)


@register.simple_tag
def link_button(label: str, url: str, kind: str = "plain") -> str:
    """A link that looks like a button: it goes somewhere and changes nothing."""
    return format_html('<a class="button button-{}" href="{}">{}</a>', _kind(kind, BUTTONS), url, label)


@register.simple_tag(takes_context=True)
def press(context, label: str, url: str, kind: str = "plain", name: str = "", value: str = "") -> str:
    """A form of one button: it does one thing by POST."""
    from django.middleware.csrf import get_token

    token = format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', get_token(context["request"]))
    return format_html('<form method="post" action="{}">{}{}</form>', url, token, button(label, kind, name, value))


@register.simple_tag
def back(label: str, url: str) -> str:
    """The way back, above the heading."""
    arrow = "→" if get_language_bidi() else "←"
    return format_html('<a class="back" href="{}">{} {}</a>', url, arrow, label)


@register.simple_tag
def phone(number: str, label: str = "") -> str:
    """A number to tap."""
    if not number:
        return ""
    return format_html('<a href="tel:{}" dir="ltr">{}</a>', re.sub(r"[^\d+]", "", number), label or number)


@register.simple_block_tag
def card(content: str, kind: str = "") -> str:
    suffix = _kind(kind, CARDS)
    return format_html('<section class="card{}">{}</section>', f" card-{suffix}" if suffix else "", content)


@register.simple_block_tag
def why(content: str, label: str = "") -> str:
    """«Waarom vragen we dit?», folded, beside a question that could raise distrust."""
    return format_html("<details><summary>{}</summary>{}</details>", label or _("Waarom vragen we dit?"), content)


@register.filter
def day(moment) -> str:
    """zaterdag 14 februari 2026"""
    if not moment:
        return ""
    if hasattr(moment, "hour"):
        moment = timezone.localtime(moment).date()
    return date_format(moment, _("l j F Y"))


@register.filter
def starts(moment) -> str:
    """zaterdag 14 februari 2026, vanaf 14.00 uur. There is never an end (A41)."""
    if not moment:
        return ""
    local = timezone.localtime(moment)
    return _("%(day)s, vanaf %(hour)s uur") % {"day": day(local), "hour": local.strftime("%H.%M")}


@register.filter
def at_time(moment) -> str:
    """14.05 uur"""
    return _("%(hour)s uur") % {"hour": timezone.localtime(moment).strftime("%H.%M")} if moment else ""


@register.filter
def euros(amount) -> str:
    """€ 1.234,50"""
    if amount is None or amount == "":
        return ""
    with translation.override("nl"):
        return f"€\u00a0{number_format(amount, decimal_pos=2, force_grouping=True)}"


@register.simple_tag(takes_context=True)
def here(context, name: str) -> str:
    """aria-current for the page we are on."""
    return format_html(' aria-current="{}"', "page") if context["request"].path == reverse(name) else ""


@register.inclusion_tag("foundation/pages/circle.html")
def circle_picture(taken: int = 0, named: int = 0, main: int = 1, free: bool = True) -> dict:
    """People as dots around a table with one opening, the door; filled dots said yes. `free` draws room for more."""
    from math import cos, pi, sin

    named = max(named, taken)
    places = max(named + 2, 10) if free else named
    seats = []
    for place in range(places):
        turn = place / (places - 1) if free else (place + 0.5) / places
        angle = pi / 2 + pi / 7 + (2 * pi - 2 * pi / 7) * turn
        kind = "main" if place < main else "taken" if place < main + taken else ""
        seats.append({"x": f"{100 + 78 * cos(angle):.1f}", "y": f"{100 + 78 * sin(angle):.1f}", "kind": kind})
    return {"seats": seats, "radius": f"{min(8.5, 168 / max(places, 1)):.1f}", "taken": taken, "named": named}


OPTIONAL = gettext_lazy("mag leeg blijven")
