"""The words of a language at the door: exactly those of the invitation and of the pages where it is answered."""

import ast
import re
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation.template import templatize

HOUSE = Path(settings.BASE) / "kring"
PAGES = [
    "circle/letters/invitation.txt",
    "circle/letters/invitation_child.txt",
    "circle/letters/invitation_professional.txt",
    "circle/letters/reminder.txt",
    "circle/pages/answer.html",
    "circle/pages/ask_coordinator.html",
    "circle/pages/confidant.html",
    "circle/pages/details.html",
    "circle/pages/thank_you.html",
    "circle/pages/unchecked.html",
    "circle/pages/where_from.html",
    "circle/pages/which_hat.html",
    "circle/pages/without_you.html",
    "conference/pages/contact.html",
    "conference/pages/nav.html",
    "foundation/letters/frame.txt",
    "foundation/letters/page.html",
    "foundation/pages/family.html",
    "foundation/pages/field.html",
    "foundation/pages/form_errors.html",
    "foundation/pages/languages.html",
    "foundation/pages/layout.html",
    "foundation/pages/quick_exit.html",
    "foundation/pages/visiting.html",
    "people/pages/door.html",
    "people/pages/link.html",
]
CODE = {  # of these modules only what is said here
    "circle/answering_forms.py": None,
    "circle/answering_views.py": None,
    "circle/carding.py": {"card"},
    "circle/kinds.py": {"Mode", "Aid"},
    "circle/needing.py": {"Wish"},
    "circle/picturing.py": {"Drawing", "alt"},
    "circle/wearing_views.py": {"which_hat"},
    "conference/models.py": {"names"},
    "foundation/printing.py": {"letter"},
    "foundation/templatetags/house.py": {"day", "starts"},
    "people/forms.py": {"FirstNameForm"},
}
UNSAID = {  # said by the coordinator's hand, or to somebody at a desk; these stay Dutch
    "Genoteerd: %(name)s doet nu niet mee.",
    "Namens iemand",
    "U doet dit namens <strong>%(name)s</strong> (%(how)s).",
    "Stop hiermee",
    "Mijn werk",
    "Overzicht",
}
SAYS = {"_", "gettext", "gettext_lazy"}
QUOTED = re.compile(r"gettext\(u?('(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")\)")


def said_on(page: str) -> set[str]:
    text = templatize((HOUSE / page).read_text(), origin=page)
    constants = re.findall(r"""\b_\(("[^"]*"|'[^']*')\)""", text)
    return {ast.literal_eval(found) for found in [*QUOTED.findall(text), *constants]}


def said_in(module: str, parts: set[str] | None) -> set[str]:
    tree = ast.parse((HOUSE / module).read_text())
    named = [node for node in ast.walk(tree) if getattr(node, "name", None) in (parts or ())]
    if parts == {"letter"}:
        words = next(node for node in tree.body if getattr(getattr(node, "targets", [None])[0], "id", "") == "WORDS")
        named = [words.value.values[0]]
    return {text for node in named or [tree] for text in spoken(node)}


def spoken(tree: ast.AST) -> set[str]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    first = [call.args[0] for call in calls if getattr(call.func, "id", "") in SAYS]
    return {one.value for one in first if isinstance(one, ast.Constant) and isinstance(one.value, str)}


def wanted() -> set[str]:
    """Every Dutch text of the invitation and the answer."""
    pages = [said_on(page) for page in PAGES]
    return set().union(*pages, *(said_in(module, parts) for module, parts in CODE.items())) - UNSAID


def kept(language: str) -> polib.POFile:
    return polib.pofile(str(HOUSE / f"locale/{language}/LC_MESSAGES/django.po"))
