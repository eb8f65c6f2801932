"""Start-up checks: no page without a doorkeeper, or the house does not start."""

from django.core.checks import Critical, register
from django.urls import URLPattern, URLResolver, get_resolver

KEEPERS = ("open_to_all", "signed_in", "at_desk", "behind_the_scenes")


def pages(resolver: URLResolver | None = None, prefix: str = "", space: str = ""):
    """Every page of the house: (name with namespace, route, view)."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from pages(pattern, route, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}", route, pattern.callback


@register
def every_page_has_a_doorkeeper(app_configs, **kwargs):
    from kring.conference.access import RULES

    return [
        Critical(f"The page {name} ({route}) has no doorkeeper.", id="kring.E001")
        for name, route, view in pages()
        if getattr(view, "guard", None) not in RULES and getattr(view, "guard", None) not in KEEPERS
    ]
