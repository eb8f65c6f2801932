"""What was promised, and what came of it: a public promise stands beside its own figure (R-EVA-1)."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.oversight.figuring import FIGURES
from kring.oversight.measures import Split
from kring.oversight.reckoning import region_key
from kring.oversight.tallies import Edition
from kring.oversight.telling import single_row, written
from kring.people.models import Organisation
from kring.region.models import Region

PROMISES = [
    (gettext_lazy("Na een ja zoekt een coördinator snel contact, binnen %(days)s werkdagen."), "kept_contact"),
    (gettext_lazy("Voorbereiden duurt gemiddeld zes tot tien weken. Sneller kan, rustig aan ook."), "to_meeting"),
    (gettext_lazy("Iedereen kan zeggen wat hij of zij wil."), "could_say"),
    (gettext_lazy("We maken het samen zo veilig als het kan."), "felt_safe"),
    (gettext_lazy("Het plan is van de mensen zelf."), "is_ours"),
    (gettext_lazy("Na vier tot zes weken vragen we hoe het gaat."), "called_first"),
    (gettext_lazy("Na een half jaar vragen we het nog eens."), "called_later"),
]
EXPERIENCED = ("could_say", "felt_safe", "is_ours", "runs_first")


def told(content: dict) -> list[dict]:
    """Every promise with what came of it; also when that is too little to say."""
    days = Organisation.current().contact_days
    return [
        {"promise": str(promise) % {"days": days}, "counted": str(FIGURES[name].how), "came": came_of(name, content)}
        for promise, name in PROMISES
    ]


def came_of(name: str, content: dict) -> str:
    """In a few words: «ja 80 %, een beetje 15 %, nee 5 %», «bijna altijd», «45 dagen»; empty when there is nothing."""
    figure, found = FIGURES[name], content.get(name)
    if not found:
        return ""
    if "parts" in found:
        assert isinstance(figure, Split)
        labels = {one: _(" of ").join(str(figure.parts[part][0]) for part in one.split("+")) for one in found["parts"]}
        return ", ".join(f"{labels[one]} {written(number, figure.unit)}" for one, number in found["parts"].items())
    return single_row(figure, found).text


def tears(content: dict) -> list[tuple[str, str]]:
    """What people experienced, which stands before any amount of money (B1)."""
    return [(str(FIGURES[name].label), came) for name in EXPERIENCED if (came := came_of(name, content))]


def by_region(year: int | None) -> list[dict]:
    """How long it took in each region, as far as that can be told."""
    settled = dict(Edition.objects.filter(year=year, area__startswith="r").values_list("area", "content"))
    rows = []
    for pk, name in Region.objects.values_list("pk", "name") if settled else ():
        content = settled.get(region_key(pk), {})
        rows.append({"region": name, "contact": came_of("to_contact", content), "day": came_of("to_meeting", content)})
    return rows
