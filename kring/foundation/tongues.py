"""Tongues: languages that reach as far as the invitation. Everything after it is in a language of the house."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language, get_language_bidi, get_language_info
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Tongue:
    """A language at the door: what we call it, and what its reader is told where it ends. Its words are in locale/."""

    name: str
    message_is_dutch: str
    page_is_dutch: str
    unchecked: str
    unchecked_in_dutch: str


AT_THE_DOOR = {
    "ar": Tongue(
        name=_("Arabisch"),
        message_is_dutch="هذه الرسالة بالهولندية. هل تحتاج إلى مساعدة في قراءتها؟ اتصل بنا.",
        page_is_dutch="هذه الصفحة بالهولندية فقط. هل تحتاج إلى مساعدة؟ اتصل بنا:",
        unchecked="لم يراجع هذا النص بعد شخصٌ لغته الأم العربية.",
        unchecked_in_dutch="Deze tekst is nog niet nagekeken door iemand die Arabisch als moedertaal spreekt.",
    ),
}
LEFT_TO_RIGHT, NO_BREAK = "\u200e", "\u00a0"
APART, AGAIN = "\u2068", "\u2069"

_letters: set[str] = set()


def speaks_at_the_door(*letters: str) -> None:
    """Say of these letters that they are written in every language at the door."""
    _letters.update(letters)


def choices() -> list[tuple[str, str]]:
    """Every language somebody can be invited in."""
    return [*settings.LANGUAGES, *((language, tongue.name) for language, tongue in AT_THE_DOOR.items())]


def of_house(language: str) -> str:
    """The language of a page or message that is not the invitation."""
    return language if language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def of_letter(language: str, letter: str) -> str:
    return language if letter in _letters and language in AT_THE_DOOR else of_house(language)


def message_is_dutch(language: str) -> str:
    """What stands above a message to somebody whose language ends at the door."""
    return AT_THE_DOOR[language].message_is_dutch if language in AT_THE_DOOR else ""


def here() -> Tongue | None:
    """The language of this moment, when it is one at the door."""
    return AT_THE_DOOR.get(get_language())


def called(language: str) -> str:
    """What a language is called by those who speak it."""
    return get_language_info(language)["name_local"]


def direction(language: str) -> str:
    return "rtl" if get_language_info(language)["bidi"] else "ltr"


def apart(name: str) -> str:
    """A name in a text without marks, so that it does not turn the words around it."""
    return f"{APART}{name}{AGAIN}" if name and get_language_bidi() else name


def left_to_right(number: str) -> str:
    """A phone number stays on one line and keeps its order in a text that reads from the right."""
    if not number or not get_language_bidi():
        return number
    return LEFT_TO_RIGHT + number.replace(" ", NO_BREAK) + LEFT_TO_RIGHT
