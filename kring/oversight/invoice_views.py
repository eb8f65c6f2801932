"""Invoices at the office: what can be billed for each contract, a draft, its file, and sending it."""

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.conference.models import Conference
from kring.foundation.refusals import Refusal
from kring.oversight import sheets
from kring.oversight.invoicing import BEFORE, Invoice
from kring.oversight.money_views import AS
from kring.oversight.pressing import pressed
from kring.people.doors import at_desk
from kring.people.models import Desk
from kring.region.models import FundingContract

MOST = 50
office = at_desk(Desk.OFFICE)


@office
@require_safe
def invoices(request):
    """Contracts with something to bill, and the newest invoices."""
    unbilled = Conference.objects.filter(invoice_line=None, funding__isnull=False).exclude(phase__in=BEFORE)
    many = dict(unbilled.order_by().values_list("funding").annotate(Count("pk")))
    contracts = FundingContract.objects.filter(pk__in=many).select_related("funding_region")
    context = {
        "to_bill": [(contract, many[contract.pk]) for contract in contracts],
        "invoices": Invoice.objects.with_sums().select_related("contract__funding_region")[:MOST],
    }
    return render(request, "oversight/pages/invoices.html", context)


def the_invoice(invoice: str) -> Invoice:
    return get_object_or_404(Invoice.objects.select_related("contract__funding_region"), slug=invoice)


@office
@require_POST
def make(request, contract: str):
    try:
        made = Invoice.make(get_object_or_404(FundingContract, slug=contract), by=request.user)
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("invoices:listed")
    return redirect("invoices:invoice", made.slug)


@office
@require_safe
def invoice(request, invoice: str):
    found = the_invoice(invoice)
    lines = list(found.lines.all())
    context = {"invoice": found, "lines": lines, "total": sum(line.amount for line in lines)}
    return render(request, "oversight/pages/invoice.html", context)


@office
@require_POST
def fetch(request, invoice: str, kind: str):
    """The lines as a file; taken again they are the same lines, and the name of the file says so."""
    found = the_invoice(invoice)
    again = "-nogmaals" if found.fetch() else ""
    return sheets.sent(AS[kind](*found.table()), f"{found.name}{again}.{kind}")


@office
@require_POST
def send(request, invoice: str):
    stay = reverse("invoices:invoice", args=[invoice])
    return pressed(request, the_invoice(invoice).send, _("Bewaard. De factuur heeft nu haar nummer."), stay=stay)


@office
@require_POST
def undo(request, invoice: str):
    stay, leave = reverse("invoices:invoice", args=[invoice]), reverse("invoices:listed")
    thanks = _("Het concept is weg. U kunt het opnieuw maken.")
    return pressed(request, the_invoice(invoice).undo, thanks, stay=stay, leave=leave)
