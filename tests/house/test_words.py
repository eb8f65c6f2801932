"""How Kring sounds: words we do not say, no shouting, no pictures for words, and sentences one can breathe in."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

HOUSE = Path(settings.BASE) / "kring"
LONGEST = 25
SAYS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext"}

# What stands on paper about somebody, and what we say to people instead (B6, A16).
UNSAID = {
    "zelfredzaam": "samenredzaam",
    "cliënt": "hoofdpersoon",
    "client": "hoofdpersoon",
    "dossier": "wat je ons vertelde",
    "casus": "conferentie",
    "casuïstiek": "conferenties",
    "traject": "weg",
    "interventie": "hulp",
    "indicatie": "wat er nodig is",
    "problematiek": "zorgen",
    "hulpvrager": "wie om hulp vraagt",
}
# A program may be called postgresql-client.
UNSAID_WORD = re.compile(f"(?<!sql-)({'|'.join(UNSAID)})", re.IGNORECASE)
PICTURE = re.compile("[\U0001f000-\U0001faff\u2600-\u26ff\u2b50\ufe0f]")
QUOTED = re.compile(r"\"((?:[^\"\\\n]|\\.)*)\"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`")

COMMENT = re.compile(r"{#.*?#}|{% comment.*?endcomment %}|<!--.*?-->", re.DOTALL)
PHRASE = re.compile(r"""\btranslate\s+(?:"([^"]*)"|'([^']*)')|_\((?:"([^"]*)"|'([^']*)')\)""")
BLOCK = re.compile(r"{%\s*blocktranslate\b[^%]*%}(.*?){%\s*endblocktranslate\s*%}", re.DOTALL)


# --- what is said ----------------------------------------------------------------------------------------------------
def said_on_page(text: str) -> list[str]:
    """The phrases of a page or letter, with `x` for what is filled in; and what stands there untranslated."""
    text = COMMENT.sub("", text)
    blocks = [part for body in BLOCK.findall(text) for part in re.split(r"{%\s*plural\s*%}", body)]
    rest = BLOCK.sub("", text)
    phrases = [next(filter(None, found), "") for found in PHRASE.findall(rest)]
    bare = re.sub(r"<[^>]*>|{%.*?%}|{{.*?}}", "\n", rest, flags=re.DOTALL)
    return [tidy(one) for one in [*blocks, *phrases, *bare.splitlines()] if one.strip()]


def said_in_python(text: str) -> list[str]:
    """Every text that goes to the screen by gettext."""
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    names = [(call, getattr(call.func, "id", getattr(call.func, "attr", ""))) for call in calls]
    found = [argument for call, name in names if name in SAYS for argument in call.args]
    return [tidy(one.value) for one in found if isinstance(one, ast.Constant) and isinstance(one.value, str)]


def said_in_demo(text: str) -> list[str]:
    """What invented people say: every text with a space in it, but for the captions."""
    tree = ast.parse(text)
    captions = {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, WITH_CAPTION)}
    found = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return sorted(tidy(text) for text in found - captions if " " in text)


WITH_CAPTION = (ast.Module, ast.ClassDef, ast.FunctionDef)


def said_in_quotes(text: str) -> list[str]:
    """The texts in a script or document."""
    bare = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)
    return [tidy("".join(found)) for found in QUOTED.findall(bare) if re.search(r"[a-z] |[a-z]{4}", "".join(found))]


def tidy(text: str) -> str:
    plain = re.sub(r"{{.*?}}|{%.*?%}|%\(\w+\)[sd]|{\w*}", "x", text, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", " ", plain).split())


READERS = {
    ".html": said_on_page,
    ".txt": said_on_page,
    ".py": said_in_python,
    ".js": said_in_quotes,
    ".typ": said_in_quotes,
}
SPEAKING = sorted(
    path
    for ending in READERS
    for path in HOUSE.glob(f"**/*{ending}")
    if not {"migrations", "locale", "__pycache__"} & set(path.parts)
)


def said(path: Path) -> list[str]:
    """Everything this file says to somebody who reads the screen or the paper."""
    text = path.read_text()
    more = said_in_demo(text) if path.suffix == ".py" and path.parent.name == "demo" else []
    return READERS[path.suffix](text) + more


def everything() -> list[tuple[str, str]]:
    return [(str(path.relative_to(HOUSE)), phrase) for path in SPEAKING for phrase in said(path)]


def for_family(path: Path) -> bool:
    """A page the family reads: its own face, the public site, every face at once; and every letter."""
    text = path.read_text()
    if path.suffix == ".txt":
        return True
    faces = re.search(r"{% extends (.+?) %}", text)
    return bool(faces and re.search(r"family|public|request\.face|door", faces[1]))


def sentences(phrase: str) -> list[str]:
    return [one for one in re.split(r"(?<=[.?!:;])[»”]?\s+", phrase) if one]


# --- what must be true -----------------------------------------------------------------------------------------------
@pytest.mark.rule("B6", "A16")
def test_nobody_is_a_client_or_a_case_here():
    assert [(where, phrase) for where, phrase in everything() if UNSAID_WORD.search(phrase)] == []


def test_nothing_shouts():
    assert [(where, phrase) for where, phrase in everything() if "!" in phrase and not where.endswith(".js")] == []
    scripts = [(where, phrase) for where, phrase in everything() if where.endswith(".js")]
    assert [found for found in scripts if re.search(r"\w!(\s|$)", found[1])] == []


def test_no_picture_stands_for_a_word():
    assert [
        (path.name, PICTURE.findall(path.read_text())) for path in SPEAKING if PICTURE.search(path.read_text())
    ] == []


@pytest.mark.rule("A16")
def test_a_sentence_for_the_family_is_one_breath():
    long = [
        (str(path.relative_to(HOUSE)), sentence)
        for path in SPEAKING
        if path.suffix in (".html", ".txt") and for_family(path)
        for phrase in said(path)
        for sentence in sentences(phrase)
        if len(sentence.split()) > LONGEST
    ]

    assert long == []


def test_a_refusal_is_one_breath_too():
    spoken = [found for found in everything() if found[0].endswith(".py") and not found[0].startswith("management")]
    long = [(where, one) for where, phrase in spoken for one in sentences(phrase) if len(one.split()) > LONGEST]

    assert long == []


# --- and the ear hears what it should ---------------------------------------------------------------------------------
def test_the_ear_hears_every_way_to_say_a_thing():
    page = """{# geen dossier #}{% translate "een" %}{% button _("twee") kind="main" %}
    {% blocktranslate with a=b %}drie {{ a }}{% endblocktranslate %}<p class="client">vier</p>"""

    assert said_on_page(page) == ["drie x", "een", "twee", "vier"]
    assert said_in_python('"""Dossier."""\nsorry = _("Dag %(name)s")\nlog.warning("client")') == ["Dag x"]
    assert said_in_quotes("// geen dossier\nsay(`nog ${even}`, 'wacht even')") == ["nog $x", "wacht even"]


@pytest.mark.parametrize("word", ["zelfredzaamheid", "Cliënten", "dossiernummer", "hulptraject", "contra-indicatie"])
def test_a_word_is_heard_inside_another(word):
    assert UNSAID_WORD.search(f"Uw {word} is klaar.")


def test_a_long_sentence_is_heard_and_two_short_ones_are_not():
    assert [len(one.split()) for one in sentences("Dit is kort. Dit ook: «echt waar?» Ja.")] == [3, 2, 2, 1]
