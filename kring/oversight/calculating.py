"""A sum for municipalities with their own prices: ranges, never a claim, never about one family, kept nowhere (B1)."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

FEWEST_TOGETHER = 5  # of fewer it would be a sum about one family

FOR = [
    (
        _(
            "In Engeland lootten 21 gemeenten wie het aangeboden kreeg. Na een jaar woonde 36,2 procent van de "
            "kinderen uit huis, en 44,8 procent zonder aanbod. Dat scheelde ongeveer 960 pond per kind in het eerste "
            "jaar."
        ),
        _("Taylor en anderen, 2024; Foundations en Coram, 2023"),
    ),
    (
        _(
            "Bij 40 gezinnen met veel problemen samen werd bijna 2 miljoen euro minder uitgegeven, rekenden "
            "onderzoekers uit."
        ),
        _("Mediation Research en TU Delft, 2011"),
    ),
    (_("De inzet van professionals werd 19 procent kleiner."), _("Schuurman en Mulder, 2012")),
]
AGAINST = [
    (
        _("In Nederland lootte een onderzoek bij 328 gezinnen in de jeugdbescherming. Kinderen waren niet veiliger, de "
          "hulp duurde langer, en het was het geld niet waard."),
        _("Dijkstra en anderen, Universiteit van Amsterdam en ZonMw"),
    ),
    (
        _("Vijf soorten familieberaad samen gaven geen verschil in uitkomst. Over hoe je dat moet lezen zijn "
          "onderzoekers het niet eens."),
        _("WODC, 2016"),
    ),
    (
        _("Alle onderzoeken samen geven zwak tot zeer zwak bewijs, en ze spreken elkaar tegen."),
        _("Nurmatov en anderen, 2020"),
    ),
    (
        _("Meer steun van anderen, die ouders na een maand voelden, was na drie maanden weer weg. Wat daarna gebeurt "
          "telt dus het meest."),
        _("Dijkstra en anderen"),
    ),
]  # fmt: skip


@dataclass(frozen=True)
class Sum:
    """What it costs, and between which amounts less is perhaps spent on help; nothing follows for any one family."""

    spent: Decimal
    least: Decimal
    most: Decimal

    @property
    def lowest(self) -> Decimal:
        return self.least - self.spent

    @property
    def highest(self) -> Decimal:
        return self.most - self.spent


def reckon(
    *, conferences: int, price: Decimal, fewest: int, most: int, cheapest: Decimal, dearest: Decimal
) -> Sum:  # fmt: skip
    """From so many of a hundred families with less help at the lowest price, to so many at the highest."""
    hundredth = Decimal(conferences) / 100
    least, at_most = hundredth * fewest * cheapest, hundredth * most * dearest
    return Sum(spent=whole(conferences * price), least=whole(least), most=whole(at_most))


def whole(amount: Decimal) -> Decimal:
    """In thousands: more exact it cannot be, so more exact it is not shown."""
    return (amount / 1000).quantize(Decimal(1)) * 1000
