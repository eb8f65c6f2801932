"""{% said_by_others "asking" %}: what people told us to pass on, at the moment it helps."""

from django import template

from kring.stories.testimonials import Testimonial

register = template.Library()
MOST = 3


@register.inclusion_tag("stories/pages/said.html")
def said_by_others(place: str) -> dict:
    """As long as their yes stands; on a public page three, at a moment of work the last one alone."""
    return {"said": list(Testimonial.shown(place)[:MOST])}


@register.inclusion_tag("stories/pages/said_once.html")
def said_once(place: str) -> dict:
    return {"one": Testimonial.shown(place).last()}
