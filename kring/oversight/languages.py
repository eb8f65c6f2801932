"""Figures by language, which show who is not reached; each language from five people on (R-EVA-7)."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, Q

from kring.oversight.counting import FEWEST
from kring.oversight.measures import Figure, percent
from kring.oversight.suppressing import Ladder

DUTCH, OTHERS = "nl", "other"


@dataclass(frozen=True, kw_only=True)
class ByLanguage(Figure):
    """How many in each language, or of how many in it something is so. Small languages are counted together."""

    so: Q | None = None

    @property
    def kinds(self) -> tuple[str, ...]:
        return ("all",) if self.so is None else ("yes", "no")

    def so_many(self) -> Count:
        return Count("pk", filter=self.so) if self.so is not None else Count("pk")

    def counted(self, language: str, everybody: int, so: int) -> dict:
        """The counts of one language, as they stand in the counts of an area."""
        if self.so is None:
            return {(language, "all"): everybody}
        return {(language, "yes"): so, (language, "no"): everybody - so}

    def ladder(self, land: Counter) -> Ladder:
        """Every language that is large enough in the country and the others together; then Dutch and the others."""
        known = {language for language, _kind in land}
        shown = sorted(
            (one for one in known if self.is_enough(land, [one])), key=lambda one: (-self.size(land, one), one)
        )
        others = sorted(known - set(shown))
        while shown and others and not self.is_enough(land, others):
            others.append(shown.pop())
        groups = [*([one] for one in shown), *([others] if others else [])]
        if self.so is not None and len(groups) < 2:
            return ((),)  # of one group there is nothing to compare
        steps = [self.step(groups)]
        if DUTCH in shown and len(known) > 1:
            steps.append(self.step([[DUTCH], sorted(known - {DUTCH})]))
        return tuple(steps)

    def step(self, groups: list[list[str]]) -> tuple:
        return tuple(tuple((language, kind) for language in group) for group in groups for kind in self.kinds)

    def size(self, land: Counter, language: str) -> int:
        return sum(land[language, kind] for kind in self.kinds)

    def is_enough(self, land: Counter, languages: list[str]) -> bool:
        """Also nobody is too few here: of a small language nought percent would be said of everybody in it."""
        return all(sum(land[language, kind] for language in languages) >= FEWEST for kind in self.kinds)

    def told(self, counts: Counter, step: tuple) -> dict:
        sums = {part: sum(counts[one] for one in part) for part in step}
        if self.so is None:
            return {"parts": {name_of(part): number for part, number in sums.items()}}
        groups = dict.fromkeys(name_of(part) for part in step)
        found = {(name_of(part), part[0][1]): number for part, number in sums.items()}
        return {"parts": {one: percent(found[one, "yes"], found[one, "yes"] + found[one, "no"]) for one in groups}}


def name_of(part: tuple) -> str:
    """The language of this part, or that it is several."""
    languages = {language for language, _kind in part}
    return languages.pop() if len(languages) == 1 else OTHERS
