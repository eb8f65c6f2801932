"""Links into a conference that keep acting in the same name."""

from django import template
from django.urls import reverse

from kring.conference.guards import in_name_of
from kring.conference.models import PHASES, ROLES
from kring.conference.prompting import ROOMS
from kring.conference.words import ACTS, AT_THE_DESK

register = template.Library()


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
    """The rooms that are open to this hand now."""
    allowed = context["request"].allowed
    return [{"url": door(context, room.url), "label": room.label} for room in ROOMS if room.act in allowed]


@register.filter
def phase_name(phase: str):
    return PHASES[phase]


@register.filter
def role_name(role: str):
    return ROLES[role]


@register.filter
def act_name(act: str):
    return (ACTS | AT_THE_DESK)[act]
