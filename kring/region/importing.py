"""Reading open files of CBS and PDOK: which places and which four-digit postcodes a municipality has."""

import csv
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from django.db import transaction
from django.utils.translation import gettext as _

from kring.region.atlas import Atlas
from kring.region.models import Municipality
from kring.region.names import searchable

LONGEST_LINE = 100_000  # bytes; more is no table
LARGEST_ZIP = 500  # files in one .zip
# What a column is called once it is in lower case and without years, brackets and signs.
COLUMNS = {
    "postcode": {"pc", "pc4", "pc6", "postcode", "postcode4", "postcode6", "pc4code", "pc6code", "postcodenummers"},
    "code": {"gmcode", "gemcode", "gemeentecode", "codegemeente", "gemeentenummer", "code"},
    "name": {"gmnaam", "gemnaam", "gemeentenaam", "naamgemeente", "gemeente", "gem", "gm", "naam"},
    "place": {"woonplaats", "woonplaatsen", "woonplaatsnaam", "plaats", "plaatsnaam", "wpnaam", "naamwoonplaats"},
}
ALONE = {"code", "naam"}  # these say something only in a list of places


class Unreadable(Exception):
    """A file that is none of those we know; it says what was found and what is expected."""


@dataclass
class Harvest:
    """What was taken so far from all files: places and postcodes by the id of the municipality."""

    places: dict[int, dict[str, str]] = field(default_factory=dict)
    postcodes: dict[int, set[str]] = field(default_factory=dict)


@dataclass
class Taken:
    """What came out of one file, and what was skipped and why."""

    file: str
    places: set = field(default_factory=set)
    postcodes: set = field(default_factory=set)
    towns: set = field(default_factory=set)
    skipped: Counter = field(default_factory=Counter)

    def sentence(self) -> str:
        words = {"file": self.file, "towns": len(self.towns), "places": len(self.places), "codes": len(self.postcodes)}
        said = _("%(file)s: %(places)s plaatsen en %(codes)s postcodes van %(towns)s gemeenten.") % words
        if not self.skipped:
            return said
        why = ", ".join(f"{number} {reason}" for reason, number in self.skipped.most_common())
        return f"{said} " + _("Overgeslagen regels: %(why)s.") % {"why": why}


def bring_in(paths: list[Path]) -> list[Taken]:
    """Read all files first, then change everything at once; the same files again give the same."""
    atlas, harvest, taken = Atlas(), Harvest(), []
    for path in paths:
        taken += list(harvested(path, atlas, harvest))
    keep(harvest)
    return taken


def harvested(path: Path, atlas: Atlas, harvest: Harvest) -> Iterator[Taken]:
    """One file, or every table in a .zip."""
    if not path.is_file():
        raise Unreadable(_("%(file)s is er niet.") % {"file": path.name})
    if not zipfile.is_zipfile(path):
        with path.open("rb") as stream:
            yield read(path.name, stream, atlas, harvest)
        return
    try:
        with zipfile.ZipFile(path) as packed:
            yield from unpacked(path.name, packed, atlas, harvest)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as wrong:
        raise Unreadable(_("%(file)s is geen goed .zip-bestand.") % {"file": path.name}) from wrong


def unpacked(name: str, packed: zipfile.ZipFile, atlas: Atlas, harvest: Harvest) -> Iterator[Taken]:
    """The tables in a .zip; one that is none of ours is passed by, unless none is."""
    tables = [one for one in packed.infolist() if one.filename.lower().endswith((".csv", ".txt"))][:LARGEST_ZIP]
    found, wrong = 0, None
    for table in tables:
        try:
            with closing(packed.open(table)) as stream:
                yield read(f"{name}/{table.filename}", stream, atlas, harvest)
            found += 1
        except Unreadable as refused:
            wrong = refused
    if not found:
        raise wrong or Unreadable(_("In %(file)s staat geen .csv-bestand.") % {"file": name})


# --- one table ------------------------------------------------------------------------------------------------------
def read(name: str, stream: BinaryIO, atlas: Atlas, harvest: Harvest) -> Taken:
    lines = decoded(stream)
    header = next(lines, "")
    separator = max(";,\t", key=header.count)
    titles = next(csv.reader([header], delimiter=separator), [])
    columns = meanings(name, titles)
    taken = Taken(name)
    for row in rows(lines, separator, taken):
        take(row, columns, atlas, harvest, taken)
    return taken


def decoded(stream: BinaryIO) -> Iterator[str]:
    """Line by line, so that no file is too large; UTF-8 with or without its mark, else as Windows wrote it."""
    first = True
    while line := stream.readline(LONGEST_LINE):
        if first:
            line, first = line.removeprefix(b"\xef\xbb\xbf"), False
        try:
            text = line.decode()
        except UnicodeDecodeError:
            text = line.decode("cp1252", errors="replace")
        yield text.replace("\x00", "")


def rows(lines: Iterator[str], separator: str, taken: Taken) -> Iterator[list[str]]:
    table = csv.reader(lines, delimiter=separator)
    while True:
        try:
            row = next(table)
        except StopIteration:
            return
        except csv.Error:
            taken.skipped[_("onleesbaar")] += 1
            continue
        if any(cell.strip() for cell in row):
            yield row


def plain(title: str) -> str:
    """«Gemeente/Code (code)», «Gemeente2025» and «GM_CODE» without what makes them differ."""
    title = re.sub(r"\([^)]*\)|(?:19|20)\d\d|_\d+$", "", title.strip().lower())
    return re.sub(r"[^a-z0-9]", "", title)


def meanings(name: str, titles: list[str]) -> dict[str, int]:
    """Which column holds what; refuses a table from which nothing can be learned."""
    found: dict[str, int] = {}
    is_list_of_places = any(plain(title) in COLUMNS["place"] for title in titles)
    for number, title in enumerate(map(plain, titles)):
        for meaning, known in COLUMNS.items():
            if title in known and (title not in ALONE or is_list_of_places):
                found.setdefault(meaning, number)
    if not ({"code", "name"} & set(found) and {"postcode", "place"} & set(found)):
        seen = ", ".join(title.strip()[:40] for title in titles[:12]) or _("niets")
        raise Unreadable(
            _(
                "%(file)s: ik zie de kolommen %(seen)s. Nodig is een kolom met de gemeente (GM-code of naam) "
                "en een met de postcode (PC4 of PC6) of de woonplaats."
            )
            % {"file": name, "seen": seen}
        )
    return found


def take(row: list[str], columns: dict[str, int], atlas: Atlas, harvest: Harvest, taken: Taken) -> None:
    """What one row says; a row that says nothing good is counted."""
    cells = {meaning: row[number].strip() if number < len(row) else "" for meaning, number in columns.items()}
    town = atlas.town(cells.get("code", ""), cells.get("name", ""))
    if town is None:
        taken.skipped[_("zonder bekende gemeente")] += 1
        return
    digits = re.fullmatch(r"([1-9]\d{3})\s*(?:[A-Za-z]{2})?", cells.get("postcode", ""))
    place = tidy_place(cells.get("place", ""))
    if not digits and not place:
        taken.skipped[_("zonder goede postcode of plaats")] += 1
        return
    taken.towns.add(town)
    if digits:
        harvest.postcodes.setdefault(town, set()).add(digits[1])
        taken.postcodes.add(digits[1])
    if place:
        harvest.places.setdefault(town, {}).setdefault(searchable(place), place)
        taken.places.add((town, searchable(place)))


def tidy_place(name: str) -> str:
    """A name of a place, or nothing when this is none; CBS also has codes such as «WP3670»."""
    name = " ".join(name.split())
    is_name = 0 < len(name) <= 80 and "," not in name and any(sign.isalpha() for sign in name)
    return name if is_name and not re.fullmatch(r"WP\d+", name) else ""


@transaction.atomic
def keep(harvest: Harvest) -> None:
    """Write down what the files say of a municipality; of what they are silent about, nothing changes."""
    changed = list(Municipality.objects.select_for_update().filter(pk__in={*harvest.places, *harvest.postcodes}))
    for town in changed:
        if names := harvest.places.get(town.pk):
            town.places = ", ".join(names[key] for key in sorted(names))
        if codes := harvest.postcodes.get(town.pk):
            town.postcodes = " ".join(sorted(codes))
        town.search = town.sought()
    Municipality.objects.bulk_update(changed, ["places", "postcodes", "search"], batch_size=100)
