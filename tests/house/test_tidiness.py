"""The house keeps its own rules: captions, lengths, names, and no promises for later."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

HOUSE = settings.BASE
CODE = sorted([*HOUSE.glob("kring/**/*.py"), *HOUSE.glob("tests/**/*.py"), *HOUSE.glob("bench/**/*.py")])
CODE = [path for path in CODE if "migrations" not in path.parts]
STYLES = sorted(HOUSE.glob("kring/static/css/*.css"))
SCRIPTS = sorted(HOUSE.glob("kring/static/js/**/*.js"))
PAGES = sorted(HOUSE.glob("kring/**/*.html"))
FORBIDDEN_NAMES = {"utils", "services", "helpers", "managers", "core", "common", "misc"}


def ids(path: Path) -> str:
    return str(path.relative_to(HOUSE))


@pytest.mark.parametrize("path", CODE, ids=ids)
def test_a_file_opens_with_a_one_line_caption(path):
    caption = ast.get_docstring(ast.parse(path.read_text()), clean=False)

    assert caption, "no caption"
    assert "\n" not in caption.strip().split("\n\n")[0]


@pytest.mark.parametrize("path", STYLES + SCRIPTS, ids=ids)
def test_a_stylesheet_or_script_opens_with_a_caption(path):
    assert path.read_text().lstrip().startswith(("/*", "//"))


def test_no_file_has_a_name_without_meaning():
    assert [path for path in CODE if path.stem in FORBIDDEN_NAMES or set(path.parts) & FORBIDDEN_NAMES] == []


@pytest.mark.parametrize("path", [path for path in CODE if "kring" in path.parts], ids=ids)
def test_a_function_is_one_glance(path):
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1})"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > 45
    ]

    assert long == []


@pytest.mark.parametrize("path", [path for path in CODE if path.name == "views.py"], ids=ids)
def test_a_view_is_short(path):
    tree = ast.parse(path.read_text())
    long = [
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.decorator_list and len(node.body) and lines_of(node) > 18
    ]

    assert long == []


def lines_of(node: ast.FunctionDef) -> int:
    return node.end_lineno - node.body[0].lineno + 1


def test_nothing_is_left_for_later():
    later = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
    here = Path(__file__).resolve()

    assert [
        ids(path) for path in CODE + SCRIPTS + STYLES + PAGES if path != here and later.search(path.read_text())
    ] == []


@pytest.mark.parametrize("path", PAGES, ids=ids)
def test_a_page_holds_no_script_or_style_of_its_own(path):
    text = path.read_text()

    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)", text)
    assert not re.search(r"<style|\son[a-z]+=|hx-on", text)
    if path.name != "page.html":
        assert not re.search(r"\sstyle=", text)


@pytest.mark.parametrize("path", PAGES + STYLES + SCRIPTS, ids=ids)
def test_nothing_is_fetched_from_elsewhere(path):
    assert not re.search(r"(src|srcset|@import|url\(|import)\s*[=(\"']+\s*(https?:)?//", path.read_text())


def test_every_stylesheet_is_in_the_house():
    listed = set(re.findall(r'@import url\("([^"]+)"\)', (HOUSE / "kring/static/css/house.css").read_text()))
    own_page = {"room.css"}  # comes with the sealed room alone

    assert {path.name for path in STYLES} - {"house.css"} - own_page <= listed


def test_the_admin_holds_reference_data_only():
    from kring import admin, models

    content = {
        "Conference",
        "Participant",
        "Referral",
        "CircleMember",
        "ConditionsForm",
        "Condition",
        "Question",
        "Plan",
    }
    content |= {"Agreement", "SealedRoom", "SealedNote", "Message", "JournalEntry", "Person", "SafetyNote", "Meeting"}

    assert {model.__name__ for model in admin.site._registry if hasattr(models, model.__name__)} & content == set()
