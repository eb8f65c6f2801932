"""Links into a conference that keep acting in the same name."""

from django import template
from django.urls import reverse

from kring.conference.guards import in_name_of
from kring.conference.models import PHASES, ROLES
from kring.conference.prompting import ROOMS, About
from kring.conference.words import ACTS, AT_THE_DESK

register = template.Library()
FEW = 5


@register.simple_tag(takes_context=True)
def door(context, name: str, *args) -> str:
    """The address of a page of this conference: {% door "plan:show" %}."""
    request = context["request"]
    return reverse(name, args=[request.conference.slug, *args]) + in_name_of(request)


@register.simple_tag(takes_context=True)
def prompt_door(context, prompt) -> str:
    return door(context, prompt.url, *prompt.args)


@register.simple_tag(takes_context=True)
def rooms(context) -> list[dict]:
    """The rooms that are open to this hand now; many of them stand together by what they are about."""
    found = [room for room in ROOMS if room.act in context["request"].allowed]
    if len(found) <= FEW:
        return [{"title": "", "rooms": shown(context, found)}] if found else []
    groups = [(about.label, [room for room in found if room.about == about]) for about in About]
    return [{"title": title, "rooms": shown(context, rooms)} for title, rooms in groups if rooms]


def shown(context, rooms: list) -> list[dict]:
    return [{"url": door(context, room.url), "label": room.label} for room in rooms]


@register.filter
def phase_name(phase: str):
    return PHASES[phase]


@register.filter
def role_name(role: str):
    return ROLES[role]


@register.filter
def act_name(act: str):
    return (ACTS | AT_THE_DESK)[act]
