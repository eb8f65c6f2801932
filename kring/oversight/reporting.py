"""The yearly report on paper: made by the worker, with how far it is for whoever waits."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tasks import task

from kring.foundation.printing import pdf
from kring.foundation.refusals import Refusal
from kring.foundation.writing import organisation
from kring.oversight.areas import name_of
from kring.oversight.settling import figures_of, settle, settled_years
from kring.oversight.tallies import YearReport
from kring.oversight.telling import Block, topics
from kring.people.models import Desk, Person

DOCUMENT = "oversight/documents/year.typ"


class NotSettled(Refusal):
    message = gettext_lazy("De cijfers van dit jaar staan nog niet vast. Het bureau stelt ze vast als het jaar om is.")


@transaction.atomic
def ask_report(*, year: int, area: str, by: Person) -> YearReport:
    """Let the worker make it. The office may ask for a year that is not settled yet: then it is settled first."""
    if year not in settled_years() and Desk.OFFICE not in by.seats():
        raise NotSettled
    report = YearReport.objects.create(year=year, area=area, asked_by=by, language=translation.get_language())
    make.enqueue(report.slug)
    return report


@task
def make(slug: str) -> None:
    """Settle when needed, then print. Done once more it makes the same paper."""
    report = YearReport.objects.filter(slug=slug, paper=None).first()
    if report is None:
        return
    tell = YearReport.objects.filter(pk=report.pk).update
    tell(done=10)
    if report.year not in settled_years():
        settle(report.year, tell=lambda done: tell(done=done))
    tell(done=85)
    with translation.override(report.language):
        paper = printed(report.year, report.area)
    tell(done=100, paper=paper)


def printed(year: int, area: str) -> bytes:
    """The report of this area, from what was published and nothing else."""
    told = topics(figures_of(year, area))
    house = organisation()
    return pdf(DOCUMENT, {
        "title": _("Jaarcijfers %(year)s, %(area)s") % {"year": year, "area": name_of(area)},
        "house": f"{house.name}, {house.phone}",
        "lead": _("Eerst wat mensen ervan vinden, daarna aantallen. Minder dan vijf laten we niet zien, "
                  "en ook niets waaruit u dat kunt uitrekenen."),
        "topics": [
            {"title": topic.title, "blocks": [block_on_paper(block) for block in topic.blocks],
             "missing": ", ".join(topic.missing)}
            for topic in told
        ],
        "words": {
            "what": _("Wat"), "number": _("Hoeveel"), "how": _("Hoe geteld"), "page": _("bladzijde"),
            "missing": _("Te klein om te laten zien:"),
        },
    })  # fmt: skip


def block_on_paper(block: Block) -> dict:
    return {
        "title": block.title,
        "how": block.how,
        "rows": [
            {
                "label": row.label, "text": row.text, "how": "" if block.how else row.how,
                "share": 0 if row.number is None or row.is_sum else round(row.number / block.top, 3),
            }
            for row in block.rows
        ],
    }  # fmt: skip
