"""The house keeps its own rules: captions, lengths, names, and no promises for later."""

import ast
import re
from pathlib import Path

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


def where(paths, is_wrong) -> list[str]:
    """The files with something wrong; nothing to see when all is well."""
    return [ids(path) for path in paths if is_wrong(path.read_text())]


def functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)]


def has_no_caption(text: str) -> bool:
    caption = ast.get_docstring(ast.parse(text), clean=False) or ""
    return not caption or "\n" in caption.strip().split("\n\n")[0]


def test_a_file_opens_with_a_one_line_caption():
    assert where(CODE, has_no_caption) == []


def test_a_stylesheet_or_script_opens_with_a_caption():
    assert where(STYLES + SCRIPTS, lambda text: not text.lstrip().startswith(("/*", "//"))) == []


def test_no_file_has_a_name_without_meaning():
    assert [path for path in CODE if path.stem in FORBIDDEN_NAMES or set(path.parts) & FORBIDDEN_NAMES] == []


def test_a_function_is_one_glance():
    long = {
        f"{ids(path)}: {node.name}": node.end_lineno - node.lineno + 1
        for path in CODE
        if "kring" in path.relative_to(HOUSE).parts
        for node in functions(path)
        if node.end_lineno - node.lineno + 1 > 45
    }

    assert long == {}


def test_a_view_is_short():
    long = {
        f"{ids(path)}: {node.name}": lines_of(node)
        for path in CODE
        if path.name.endswith("views.py")
        for node in functions(path)
        if node.decorator_list and lines_of(node) > 18
    }

    assert long == {}


def lines_of(node: ast.FunctionDef) -> int:
    return node.end_lineno - node.body[0].lineno + 1


def test_nothing_is_left_for_later():
    later = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError)\b")
    everything = [path for path in CODE + SCRIPTS + STYLES + PAGES if path != Path(__file__).resolve()]

    assert where(everything, later.search) == []


def test_a_page_holds_no_script_or_style_of_its_own():
    script = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)|<style|\son[a-z]+=|hx-on")

    assert where(PAGES, script.search) == []
    assert where([path for path in PAGES if path.name != "page.html"], re.compile(r"\sstyle=").search) == []


def test_nothing_is_fetched_from_elsewhere():
    elsewhere = re.compile(r"(src|srcset|@import|url\(|import)\s*[=(\"']+\s*(https?:)?//")

    assert where(PAGES + STYLES + SCRIPTS, elsewhere.search) == []


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
