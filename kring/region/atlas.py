"""Which municipality a code or a name in an open file means."""

import re

from kring.region.models import Municipality
from kring.region.names import searchable, split


class Atlas:
    """Every municipality by its code and its names; one that ended leads to what it became, if that is one."""

    def __init__(self):
        self.codes: dict[str, int | None] = {}
        self.names: dict[str, int | None] = {}
        for town in Municipality.objects.prefetch_related("merged_into"):
            became = list(town.merged_into.all()) if town.ended_on else [town]
            means = became[0].pk if len(became) == 1 else None
            self.codes[town.code.removeprefix("GM").lstrip("0")] = means
            for name in (town.name, *split(town.also)):
                self.names.setdefault(searchable(name), means)
        self.add_official_names()

    def add_official_names(self) -> None:
        """CBS writes «Hengelo (O.)» and «Utrecht (gemeente)»."""
        suffixes = ("gemeente", "O.", "O", "L.", "L", "NH.", "NH", "Z.", "Z", "ZH.", "ZH")
        for name, means in list(self.names.items()):
            for suffix in suffixes:
                self.names.setdefault(searchable(f"{name} ({suffix})"), means)
        for name, kind in (("bergen", "L"), ("bergen", "NH")):
            self.names[f"{name} ({kind.lower()}.)"] = self.names.get(f"{name} ({kind.lower()})")

    def town(self, code: str, name: str) -> int | None:
        """The municipality of a row; a column «Gemeente2025» may hold a code or a name."""
        for said in (code, name):
            digits = re.fullmatch(r"(?:GM)?0*(\d{1,4})", said, re.IGNORECASE)
            if digits:
                return self.codes.get(digits[1])
        return self.names.get(searchable(name or code))
