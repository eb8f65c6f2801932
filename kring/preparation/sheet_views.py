"""The pages of the information sheets: written, read first by the main person, then by the circle; on paper."""

from functools import partial

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from kring.conditions.printing import block, paper
from kring.conference.guards import fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.preparation import telling
from kring.preparation.models import InformationSheet
from kring.preparation.sheet_forms import ReadFirstForm, SheetForm

PAGES = "preparation/pages/"


@fills_in("write_sheet")
def sheet(request, conference):
    own = conference.sheets.filter(professional=request.hand.name_of).first()
    form = SheetForm(posted(request), initial=vars(own) if own else None)
    if form.carry(partial(telling.write, conference), by=request.hand):
        said(request, _("Bewaard. De hoofdpersoon leest het als eerste, daarna de kring."))
        return go(request, "preparation:sheets")
    return render(request, PAGES + "sheet.html", {"form": form, "own": own})


@sees("see_sheets")
def sheets(request, conference):
    found = InformationSheet.in_sight_of(request.user, conference)
    waiting = InformationSheet.to_read_first(conference) if "pass_on_question" in request.allowed else []
    return render(request, PAGES + "sheets.html", {"sheets": found, "waiting": waiting})


@fills_in("read_sheet_first")
def read_first(request, conference, professional):
    found = get_object_or_404(conference.sheets.select_related("professional"), professional__slug=professional)
    found.conference = conference
    form = ReadFirstForm(posted(request), initial={"word_back": found.word_back})
    if form.carry(partial(telling.read_first, found), by=request.hand):
        said(request, _("Dank je wel. De kring kan het nu ook lezen."))
        return go(request, "conference:show")
    return render(request, PAGES + "read_first.html", {"form": form, "sheet": found})


@sees("see_sheets")
def sheets_paper(request, conference):
    """Everything this person may read, with their name on it."""
    blocks = []
    for found in InformationSheet.in_sight_of(request.user, conference):
        blocks.append(block("heading", f"{found.professional}, {found.professional.works_at}".rstrip(", ")))
        for heading, text in found.headings:
            blocks += [block("sub", str(heading).capitalize()), block("text", text)] if text else []
        blocks += [block("small", _("Plek en wachttijd: %(text)s") % {"text": found.waiting})] if found.waiting else []
    note = _("Voor wie bij deze conferentie komt. Niet voor verdere verspreiding.")
    is_large = "groot" in request.GET
    title = _("Wat de professionals vertellen")
    content = paper(title, blocks, of_whom=request.hand.name_of, note=note, is_large=is_large)
    return HttpResponse(content, content_type="application/pdf")
