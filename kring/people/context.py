"""What every page may count on: the organisation, whether this is the demo, and whether the words are the reader's."""

from django.conf import settings
from django.utils.translation import get_language

from kring.foundation import tongues
from kring.people.models import Organisation


def house(request) -> dict:
    return {
        "organisation": Organisation.current(),
        "is_demo": settings.DEMO,
        "not_in_theirs": lambda: not_in_theirs(request),
    }


def not_in_theirs(request) -> dict | None:
    """Who was asked in a language at the door reads in it that this page is in Dutch."""
    language = request.user.language if request.user.is_authenticated else ""
    if language not in tongues.AT_THE_DOOR or get_language() == language:
        return None
    words = tongues.AT_THE_DOOR[language].page_is_dutch
    return {"language": language, "dir": tongues.direction(language), "words": words}
