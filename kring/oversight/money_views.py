"""Money at the office: claims to look at, and payments; by coordinator and by key, never by family."""

from decimal import Decimal
from functools import partial

from django.contrib import messages
from django.db.models import F, Value
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.forms import posted
from kring.foundation.refusals import Refusal
from kring.oversight import sheets
from kring.oversight.claim_forms import AskBackForm, BatchForm
from kring.oversight.claim_views import picture
from kring.oversight.claiming import Claim, ClaimLine
from kring.oversight.listing import page_of
from kring.oversight.paying import PayBatch
from kring.oversight.pressing import pressed
from kring.people.doors import at_desk
from kring.people.models import Desk

office = at_desk(Desk.OFFICE)
AS = {"csv": sheets.as_csv, "xlsx": sheets.as_xlsx}


@office
@require_safe
def claims(request):
    """What waits for an answer, the oldest first; and how much can be paid."""
    waiting = Claim.objects.waiting().with_sums().select_related("coordinator__person", "batch")
    rows, following = page_of(waiting.annotate(rank=Value(0), since=F("handed_in_at")), request.GET.get("na", ""))
    payable = Claim.objects.payable()
    context = {
        "rows": rows, "following": following, "payable": payable.count(),
        "without_account": payable.filter(coordinator__account=None).select_related("coordinator__person")[:50],
    }  # fmt: skip
    return render(request, "oversight/pages/claims.html", context)


def handed_in(claim: str) -> Claim:
    claims = Claim.objects.exclude(handed_in_at=None).select_related(
        "coordinator__person", "conference__region", "batch"
    )
    return get_object_or_404(claims, slug=claim)


@office
def claim(request, claim: str):
    """One claim; «vraag terug» with what is missing."""
    found, form = handed_in(claim), AskBackForm(posted(request))
    if form.is_bound and form.carry(found.ask_back, by=request.user):
        messages.success(request, _("Teruggevraagd. De coördinator krijgt bericht."))
        return redirect("claims:listed")
    context = {"claim": found, "lines": found.lines.select_related("receipt"), "form": form, "total": found.total}
    return render(request, "oversight/pages/claim.html", context)


@office
@require_POST
def approve(request, claim: str):
    stay, leave = reverse("claims:claim", args=[claim]), reverse("claims:listed")
    return pressed(
        request, partial(handed_in(claim).approve, by=request.user), _("Goedgekeurd."), stay=stay, leave=leave
    )


@office
@require_safe
def receipt(request, line: str):
    return picture(get_object_or_404(ClaimLine, slug=line, claim__handed_in_at__isnull=False), request)


@office
def payments(request):
    """Put together what is approved; what was paid before."""
    form = BatchForm(posted(request))
    if form.is_bound and form.carry(PayBatch.make, by=request.user):
        return redirect("claims:payment", form.result.slug)
    context = {"form": form, "batches": PayBatch.objects.all()[:50], "payable": Claim.objects.payable().count()}
    return render(request, "oversight/pages/payments.html", context)


@office
@require_safe
def payment(request, batch: str):
    found = get_object_or_404(PayBatch, slug=batch)
    rows = found.rows()
    context = {"batch": found, "rows": rows, "total": sum(row.total for row in rows)}
    return render(request, "oversight/pages/payment.html", context)


@office
@require_POST
def fetch(request, batch: str):
    """The file for the bank; taken again it is the very same one, and its name says so."""
    found = get_object_or_404(PayBatch, slug=batch)
    try:
        content, again = found.fetch()
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect("claims:payment", batch)
    return sheets.sent(content, f"{file_name(found, again)}.xml")


def file_name(batch: PayBatch, again: bool) -> str:
    return f"betaling-{batch.reference}{'-nogmaals' if again else ''}"


@office
@require_POST
def payroll(request, batch: str, kind: str):
    """The same payment as a list for the payroll."""
    found = get_object_or_404(PayBatch, slug=batch)
    titles = [_("Betaling"), _("Declaratie"), _("Coördinator"), _("Rekening"), _("Kenmerk"), _("Vergoeding"), _("Reis"),
              _("Kosten"), _("Totaal")]  # fmt: skip
    name = file_name(found, found.was_fetched())
    return sheets.sent(AS[kind](titles, map(payroll_row, found.rows())), f"{name}.{kind}")


def payroll_row(claim: Claim) -> list:
    person, account = claim.coordinator.person, claim.coordinator.account
    parts = [claim.fee_amount, claim.travel or Decimal(0), claim.costs or Decimal(0), claim.total]
    return [claim.batch.reference, claim.slug, person.get_full_name(), account.iban, claim.key, *parts]


@office
@require_POST
def send(request, batch: str):
    found, stay = get_object_or_404(PayBatch, slug=batch), reverse("claims:payment", args=[batch])
    return pressed(request, found.send, _("Verstuurd. De coördinatoren krijgen bericht."), stay=stay)


@office
@require_POST
def undo(request, batch: str):
    found, stay = get_object_or_404(PayBatch, slug=batch), reverse("claims:payment", args=[batch])
    thanks = _("Ongedaan gemaakt. Is het bestand al bij de bank? Haal het daar dan weg.")
    return pressed(request, found.undo, thanks, stay=stay, leave=reverse("claims:payments"))
