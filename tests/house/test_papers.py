"""The papers are true: glossary, map, changelog and decisions say what the house is."""

import ast
import importlib
import pkgutil
import re
import tomllib
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.utils import translation

import kring
from kring.conference.access import RULES, Phase, Role
from kring.conference.models import PHASES, ROLES
from kring.conference.words import ACTS, AT_THE_DESK
from tests.house.rules import rules

HOUSE = Path(settings.BASE)
GLOSSARY = (HOUSE / "GLOSSARY.md").read_text()
README = (HOUSE / "README.md").read_text()
LINE = re.compile(r"^\| (?P<dutch>[^|]+) \| `(?P<code>[^`|]+)` \| (?P<meaning>[^|]+) \|$", re.MULTILINE)
PLACE = re.compile(r"^\| `(?P<path>[^`|]+)` \| (?P<caption>[^|]+) \|$", re.MULTILINE)
MODELS = {model.__name__: model for model in apps.get_app_config("kring").get_models()}
ROOMS = sorted(
    path.parent.name
    for path in HOUSE.glob("kring/*/__init__.py")
    if path.parent.name not in ("migrations", "management")
)


def section(title: str) -> list[tuple[str, str]]:
    """The pairs (code, Dutch) under one heading of the glossary."""
    text = GLOSSARY.split(f"\n## {title}\n")[1].split("\n## ")[0]
    return [(line["code"], line["dutch"]) for line in LINE.finditer(text)]


def in_dutch(words) -> str:
    with translation.override("nl"):
        return str(words)


# --- the glossary ----------------------------------------------------------------------------------------------------
def test_the_glossary_knows_every_phase_as_the_screen_calls_it():
    assert section("Phases") == [(f"Phase.{phase.name}", in_dutch(PHASES[phase])) for phase in Phase]


def test_the_glossary_knows_every_role_as_the_screen_calls_it():
    assert section("Roles") == [(f"Role.{role.name}", in_dutch(ROLES[role])) for role in Role]


def test_the_glossary_knows_every_model_by_its_dutch_word():
    assert dict(section("Things")) == {name: in_dutch(model._meta.verbose_name) for name, model in MODELS.items()}


def test_the_glossary_knows_every_row_of_the_table_in_its_order():
    assert section("Acts") == [(act, in_dutch(ACTS.get(act))) for act in RULES]


def test_every_row_of_the_table_has_a_name_for_the_journal_and_no_more():
    assert set(ACTS) == set(RULES)


def written_down() -> set[str]:
    """Every word that some verb of the house writes in a journal."""
    calls = [
        (call, getattr(call.func, "attr", ""))
        for path in HOUSE.glob("kring/**/*.py")
        for call in ast.walk(ast.parse(path.read_text()))
        if isinstance(call, ast.Call)
    ]
    place = {"write_down": 0, "take": 0, "write": 1}
    words = [call.args[place[verb]] for call, verb in calls if len(call.args) > place.get(verb, 9)]
    return {word.value for word in words if isinstance(word, ast.Constant) and isinstance(word.value, str)}


def test_whatever_is_written_in_a_journal_can_be_read_there():
    assert {"adopt_plan", "take_over"} <= written_down()
    assert written_down() - set(ACTS) - set(AT_THE_DESK) == set()


def everything() -> dict[str, list]:
    """Each name that some module of the house knows, and each module by its path."""
    found: dict[str, list] = {}
    for module in pkgutil.walk_packages(kring.__path__, "kring."):
        if ".migrations" in module.name or ".commands" in module.name:
            continue
        loaded = importlib.import_module(module.name)
        found.setdefault(module.name, []).append(loaded)
        for name, value in vars(loaded).items():
            found.setdefault(name, []).append(value)
    return found


def is_known(code: str, names: dict[str, list]) -> bool:
    """A name, a module, or something of a name: a member, a verb, a field."""
    if code in names or code in RULES:
        return True
    owner, _dot, part = code.partition(".")
    return any(hasattr(one, part) or part in fields(one) for one in names.get(owner, []))


def fields(model) -> set[str]:
    return {field.name for field in model._meta.get_fields()} if hasattr(model, "_meta") else set()


def test_nothing_stands_in_the_glossary_that_the_code_does_not_know():
    names = everything()

    assert [line["code"] for line in LINE.finditer(GLOSSARY) if not is_known(line["code"], names)] == []


def test_every_line_of_the_glossary_is_read():
    rows = [line for line in GLOSSARY.splitlines() if line.startswith("|") and not line.startswith(("|---", "| Dutch"))]

    assert len(rows) == len(LINE.findall(GLOSSARY))


def test_a_word_stands_once_under_a_heading():
    for title in re.findall(r"^## (.+)$", GLOSSARY, re.MULTILINE):
        codes = [code for code, _dutch in section(title)]
        assert len(codes) == len(set(codes)), title


# --- the map ---------------------------------------------------------------------------------------------------------
def caption(path: Path) -> str:
    """The first line of a file says what it is; of a room, that of its package."""
    file = path / "__init__.py" if path.is_dir() else path
    text = file.read_text()
    if file.suffix == ".py":
        return ast.get_docstring(ast.parse(text)).splitlines()[0]
    first = next(line for line in text.splitlines() if not line.startswith(("#!", '"use strict"')))
    return first.strip("#/*<!-> ").strip()


PLACES = [(place["path"], place["caption"]) for place in PLACE.finditer(README.split("\n## The map\n")[1])]


@pytest.mark.parametrize(("path", "said"), PLACES, ids=[path for path, _said in PLACES])
def test_the_map_says_what_the_place_itself_says(path, said):
    assert said == caption(HOUSE / path)


def test_every_room_is_on_the_map_in_the_order_time_flows():
    contract = tomllib.loads((HOUSE / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"][0]
    flow = [room for layer in reversed(contract["layers"]) for room in layer.split(" | ") if room in ROOMS]
    on_the_map = [path.split("/")[1] for path, _said in PLACES if re.fullmatch(r"kring/\w+/", path)]

    assert [room for room in on_the_map if room in ROOMS] == flow
    assert sorted(flow) == ROOMS


def test_every_command_of_a_developer_is_on_the_map():
    assert {path for path, _said in PLACES if path.startswith("bin/")} == {
        f"bin/{one.name}" for one in HOUSE.glob("bin/*")
    }


# --- settings, changes, decisions, rules -----------------------------------------------------------------------------
def test_every_setting_from_the_environment_is_explained():
    read = set(re.findall(r'(?:env|env_list|kept_secret)\("([A-Z_]+)"', (HOUSE / "kring/settings.py").read_text()))
    told = set(re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE))

    assert told == read


def test_the_changelog_begins_with_the_version_of_today():
    version = tomllib.loads((HOUSE / "pyproject.toml").read_text())["project"]["version"]

    assert re.findall(r"^## (\S+)", (HOUSE / "CHANGELOG.md").read_text(), re.MULTILINE)[0] == version


def test_decisions_are_numbered_without_gaps_and_carry_their_number():
    pages = sorted(HOUSE.glob("docs/decisions/*.md"))

    assert [int(page.name[:4]) for page in pages] == list(range(1, len(pages) + 1))
    for page in pages:
        assert page.read_text().startswith(f"# {int(page.name[:4])}. "), page.name


def test_the_list_of_rules_is_whole_and_each_says_what_it_means():
    listed = rules((HOUSE / "docs/rules.md").read_text())

    assert {rule for rule in listed if rule[0] in "AB"} == {f"A{n}" for n in range(1, 95)} | {
        f"B{n}" for n in range(1, 33)
    }
    for subject in {rule[:6] for rule in listed if rule.startswith("R-")}:
        numbers = [int(rule[6:]) for rule in listed if rule.startswith(subject)]
        assert numbers == list(range(1, len(numbers) + 1)), subject
    assert [rule for rule, meaning in listed.items() if not meaning.endswith((".", "?"))] == []


def test_links_between_the_papers_lead_somewhere():
    papers = [*HOUSE.glob("*.md"), *HOUSE.glob("docs/**/*.md")]
    links = [(paper, link) for paper in papers for link in re.findall(r"\]\(([^)#\s]+)", paper.read_text())]

    assert [
        (paper.name, link) for paper, link in links if "://" not in link and not (paper.parent / link).exists()
    ] == []


def test_the_licence_is_named_alike_everywhere():
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text())["project"]

    assert project["license"] == "EUPL-1.2"
    assert "EUPL-1.2" in README
