"""Widening the circle: who else? One gentle question at a time, by part of life (A25, B20)."""

from django.utils.translation import gettext_lazy as _

QUESTIONS = [
    _("Wie bel je als er iets is?"),
    _("Wie is er familie, van vaders kant en van moeders kant?"),
    _("Bij wie kun je altijd binnenlopen?"),
    _("Wie in de buurt groet je, of past wel eens op?"),
    _("Wie ken je nog van school, of van vroeger?"),
    _("Wie ken je van je werk, of van het werk van iemand thuis?"),
    _("Wie zie je bij sport, bij een club, in de kerk of de moskee?"),
    _("Wie zouden de kinderen noemen?"),
    _("Wie heb je lang niet gesproken, en zou je weer willen zien?"),
    _("Wie heeft je eerder geholpen, al was het met iets kleins?"),
    _("Wie woont ver weg, maar leeft wel mee?"),
    _("Wie weet van niets, maar zou willen dat je het vertelde?"),
]


def question(turn: int):
    """The question whose turn it is; after the last one it begins again."""
    return QUESTIONS[turn % len(QUESTIONS)]


def turn(wanted: str, named: int) -> int:
    """Which question: the one asked for, else each time somebody is named the next."""
    return int(wanted) if wanted.isascii() and wanted.isdigit() and len(wanted) < 4 else named
