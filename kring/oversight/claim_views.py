"""«Mijn declaraties»: a coordinator asks to be paid, and sees the own claims alone."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.conference.models import Conference
from kring.foundation.forms import posted
from kring.foundation.limiting import limited
from kring.foundation.uploads import served
from kring.matching.own_views import me
from kring.matching.paying import Fee
from kring.matching.views import with_seats
from kring.oversight.banking import PayAccount
from kring.oversight.case_keys import case_key
from kring.oversight.claim_forms import AccountForm, CostForm, TravelForm
from kring.oversight.claiming import Claim, ClaimLine
from kring.oversight.pressing import pressed
from kring.people.doors import at_desk
from kring.people.models import Desk

MOST = 50
mine_alone = at_desk(Desk.COORDINATOR)


def fees_of(person) -> list[dict]:
    """What was agreed with this coordinator, the newest first; by name only while there is still a door."""
    fees = Fee.objects.filter(coordinator__person=person).select_related("conference__region")
    fees = list(fees.order_by("-agreed_at", "-pk")[:MOST])
    inside = with_seats(Conference.objects.of(person).filter(fees__in=fees))
    names = {conference.pk: str(conference) for conference in inside}
    claimed = set(Claim.objects.filter(fee__in=fees).values_list("fee", flat=True))
    return [
        {
            "fee": fee, "name": names.get(fee.conference_id, ""), "key": case_key(fee.conference),
            "is_claimed": fee.pk in claimed, "is_due": fee.is_owed and fee.share and fee.pk not in claimed,
        }
        for fee in fees
    ]  # fmt: skip


@mine_alone
@require_safe
def mine(request):
    one = me(request)
    claims = Claim.objects.of(request.user).with_sums().select_related("batch")[:MOST]
    account = PayAccount.objects.filter(coordinator=one).first()
    fees = fees_of(request.user)
    due = {each["fee"].conference_id: each["fee"].owed for each in fees if each["is_due"]}
    amounts = [(claim, claim.total + due.get(claim.conference_id, 0) * claim.is_draft) for claim in claims]
    context = {"claims": amounts, "fees": fees, "account": account}
    return render(request, "oversight/pages/my_claims.html", context)


@mine_alone
def account(request):
    """Where to be paid."""
    one, form = me(request), AccountForm(posted(request))
    if form.is_bound and form.carry(lambda **told: PayAccount.tell(one, **told)):
        messages.success(request, _("Bewaard. Dank u wel."))
        return redirect("claims:mine")
    known = PayAccount.objects.filter(coordinator=one).first()
    return render(request, "oversight/pages/my_account.html", {"form": form, "known": known})


@mine_alone
@require_POST
def begin(request, conference: str):
    fees = Fee.objects.select_related("conference", "coordinator")
    fee = get_object_or_404(fees, conference__slug=conference, coordinator__person=request.user)
    return redirect("claims:show", Claim.begin(fee).slug)


def own(request, claim: str) -> Claim:
    claims = Claim.objects.of(request.user).select_related("batch", "conference__region", "coordinator__person")
    return get_object_or_404(claims, slug=claim)


def page(request, found: Claim, **forms):
    """The claim with its forms; the one that was refused keeps what was typed."""
    fresh = {"travel_form": TravelForm(), "cost_form": CostForm()} if found.is_draft else {}
    lines = found.lines.select_related("receipt")
    fee = found.coming_fee if found.is_draft else None
    total = sum((line.amount for line in lines), fee.owed if fee else found.fee_amount)
    context = fresh | forms | {"claim": found, "lines": lines, "coming": fee, "total": total}
    return render(request, "oversight/pages/my_claim.html", context)


@mine_alone
@require_safe
def show(request, claim: str):
    return page(request, own(request, claim))


@mine_alone
@require_POST
def add_travel(request, claim: str):
    found, form = own(request, claim), TravelForm(request.POST)
    if form.carry(found.add_travel):
        messages.success(request, _("De rit staat erbij."))
        return redirect("claims:show", claim)
    return page(request, found, travel_form=form)


@mine_alone
@require_POST
def add_cost(request, claim: str):
    found, form = own(request, claim), CostForm(request.POST, request.FILES)
    limited(request, "receipt", per_key="60/h", key=request.user.slug)
    if form.carry(found.add_cost):
        messages.success(request, _("De kosten staan erbij."))
        return redirect("claims:show", claim)
    return page(request, found, cost_form=form)


@mine_alone
@require_POST
def drop_line(request, claim: str, line: str):
    dropped = get_object_or_404(own(request, claim).lines, slug=line)
    return pressed(request, dropped.drop, _("Weggehaald."), stay=reverse("claims:show", args=[claim]))


@mine_alone
@require_POST
def hand_in(request, claim: str):
    thanks, stay = _("Ingeleverd. Het bureau kijkt ernaar."), reverse("claims:show", args=[claim])
    return pressed(request, own(request, claim).hand_in, thanks, stay=stay, leave=reverse("claims:mine"))


@mine_alone
@require_POST
def throw_away(request, claim: str):
    thanks, stay = _("Weg. U kunt altijd opnieuw beginnen."), reverse("claims:show", args=[claim])
    return pressed(request, own(request, claim).throw_away, thanks, stay=stay, leave=reverse("claims:mine"))


@mine_alone
@require_safe
def receipt(request, line: str):
    return picture(get_object_or_404(ClaimLine, slug=line, claim__coordinator__person=request.user), request)


def picture(line: ClaimLine, request):
    if line.receipt is None:
        raise Http404
    return served(line.receipt, request)
