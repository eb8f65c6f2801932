"""The words on the screen: gathers the Dutch ones, and finds those without sound English."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polib

HOUSE = Path(__file__).resolve().parents[2] / "kring"
CATALOGUE = Path("locale/en/LC_MESSAGES/django.po")
SPOKEN_IN = ("py", "html", "txt", "typ")
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")


def gather(house: Path) -> None:
    """Writes the catalogue of this house anew, keeping what was translated."""
    command = [sys.executable, "-m", "django", "makemessages", "--locale=en", "--verbosity=0"]
    tidy = ["--no-location", "--no-wrap", "--no-obsolete", *(f"--extension={ending}" for ending in SPOKEN_IN)]
    (house / "locale").mkdir(exist_ok=True)
    bare = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run([*command, *tidy], cwd=house, env=bare, check=True)
    catalogue = house / CATALOGUE
    lines = catalogue.read_text().splitlines(keepends=True)
    catalogue.write_text("".join(line for line in lines if not line.startswith('"POT-Creation-Date')))


def gathered_aside(house: Path) -> polib.POFile:
    """What gathering would write, without touching the house itself."""
    with tempfile.TemporaryDirectory() as scratch:
        twin = Path(scratch, "house")
        shutil.copytree(house, twin, ignore=shutil.ignore_patterns("static", "migrations", "__pycache__", "*.mo"))
        gather(twin)
        return polib.pofile(str(twin / CATALOGUE))


def name_of(entry: polib.POEntry) -> tuple[str | None, str, str]:
    return entry.msgctxt, entry.msgid, entry.msgid_plural


def placeholders(text: str) -> list[str]:
    return sorted(set(PLACEHOLDER.findall(text)))


def other_placeholders(entry: polib.POEntry) -> bool:
    """A singular may leave the number out; nothing else may be left out or added."""
    if not entry.msgid_plural:
        return placeholders(entry.msgstr) != placeholders(entry.msgid)
    allowed = placeholders(entry.msgid), placeholders(entry.msgid_plural)
    return any(placeholders(text) not in allowed for text in entry.msgstr_plural.values())


def faults(catalogue: polib.POFile) -> Iterator[str]:
    for entry in catalogue:
        if entry.fuzzy:
            yield f"a guess, not yet English: {entry.msgid!r}"
        elif not entry.translated():
            yield f"no English: {entry.msgid!r}"
        elif other_placeholders(entry):
            yield f"other placeholders in English: {entry.msgid!r}"


def changes(kept: polib.POFile, found: polib.POFile) -> Iterator[str]:
    before, now = {name_of(entry) for entry in kept}, {name_of(entry) for entry in found}
    yield from (f"new, run bin/words: {msgid!r}" for _, msgid, _ in sorted(now - before, key=str))
    yield from (f"gone, run bin/words: {msgid!r}" for _, msgid, _ in sorted(before - now, key=str))


def checked(house: Path) -> list[str]:
    kept = polib.pofile(str(house / CATALOGUE)) if (house / CATALOGUE).exists() else polib.POFile()
    return [*faults(kept), *changes(kept, gathered_aside(house))]


def main(arguments: list[str]) -> int:
    if arguments not in ([], ["--check"]):
        print("usage: bin/words [--check]", file=sys.stderr)
        return 2
    if not arguments:
        gather(HOUSE)
    found = checked(HOUSE) if arguments else list(faults(polib.pofile(str(HOUSE / CATALOGUE))))
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(found)} to mend in {(HOUSE / CATALOGUE).relative_to(HOUSE.parent)}")
    return 1 if arguments and found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
