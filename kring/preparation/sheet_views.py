"""The pages of the information sheets of professionals."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from kring.conference.guards import fills_in, go, said, sees
from kring.foundation.forms import posted
from kring.preparation.models import InformationSheet
from kring.preparation.sheet_forms import SheetForm

PAGES = "preparation/pages/"


@fills_in("write_sheet")
def sheet(request, conference):
    own = conference.sheets.filter(professional=request.hand.name_of).first()
    form = SheetForm(posted(request), initial=vars(own) if own else None)
    if form.carry(lambda **told: InformationSheet.write(conference, **told), by=request.hand):
        said(request, _("Bewaard. De kring kan het nu lezen."))
        return go(request, "preparation:sheets")
    return render(request, PAGES + "sheet.html", {"form": form})


@sees("see_sheets")
def sheets(request, conference):
    found = InformationSheet.in_sight_of(request.user, conference)
    return render(request, PAGES + "sheets.html", {"sheets": found})
