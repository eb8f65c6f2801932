"""Forty conferences of one year, to be counted by hand: what is in the table below is all there is."""

from datetime import date, timedelta

from kring.oversight.tallies import Tally

YEAR = 2026
# how many, how it ended, who asked, with children, language, present, agreements own and asked, talk–yes–contact–day
TABLE = [
    (12, "with", "professional", True, "nl", 9, 8, 2, (2, 5, 3, 50)),
    (6, "with", "self", False, "nl", 11, 6, 4, (1, 9, 2, 60)),
    (5, "without", "near", True, "ar", None, 5, 0, (3, 4, 6, None)),
    (5, "stopped", "professional", True, "ar", None, None, None, (4, 6, 5, None)),
    (5, "declined", "professional", False, "nl", None, None, None, (2, None, None, None)),
    (4, "declined", "self", False, "nl", None, None, None, (7, None, None, None)),
    (3, "not_offered", "near", True, "nl", None, None, None, (None, None, None, None)),
]


def tallies(*, year: int = YEAR, region=None, municipality=None) -> list[Tally]:
    """The forty, each asked and ended within the year."""
    return [
        Tally(
            region=region, municipality=municipality, asked_on=date(year, 3, 1), ended_on=date(year, 6, 1), end=end,
            kind=kind, has_minors=minors, language=language, present=present, invited=present and present + 3,
            own_agreements=own, asked_agreements=asked, rounds=1 if end == "with" else None,
            minutes=present and 30 * present,
            to_talk=talk, to_yes=yes, to_contact=contact, to_meeting=day,
            kept_contact=None if contact is None else contact <= 3,
            called_first=end == "with", runs_first="all" if end == "with" else "",
        )
        for many, end, kind, minors, language, present, own, asked, (talk, yes, contact, day) in TABLE
        for _ in range(many)
    ]  # fmt: skip


def under_way(many: int, *, year: int = YEAR, **place) -> list[Tally]:
    """Asked before the year and still running when it ended."""
    before = date(year, 1, 1) - timedelta(days=9)
    return [Tally(asked_on=before, kind="self", language="nl", **place) for _ in range(many)]
