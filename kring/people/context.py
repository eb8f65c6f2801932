"""What every page may count on: the organisation, and whether this is the demo."""

from django.conf import settings

from kring.people.models import Organisation


def house(request) -> dict:
    return {"organisation": Organisation.current(), "is_demo": settings.DEMO}
