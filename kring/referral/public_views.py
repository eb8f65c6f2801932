"""The public site: what a conference is, to read, to pass on, and to be called back. No account, no conditions."""

from functools import partial

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kring.foundation.doors import open_to_all
from kring.foundation.forms import posted
from kring.foundation.giving import given
from kring.foundation.printing import qr
from kring.referral import calling, leaflets, reading, wondering
from kring.referral.models import Enquiry
from kring.referral.public_forms import EnquiryForm, ForMeForm
from kring.referral.public_models import AnbiPaper
from kring.referral.reading import layered, onward
from kring.referral.request_views import counted


@open_to_all
@require_safe
def text(request, page: str):
    """A page to read."""
    return layered(request, f"referral/pages/{page}.html", {"looks_elsewhere": bool(settings.PLACES_URL)})


@open_to_all
@require_POST
def remember(request):
    return reading.remember(request)


@open_to_all
@require_safe
def leaflet(request, which: str):
    """The text of a page on one sheet of A4."""
    if which not in leaflets.LEAFLETS:
        raise Http404
    return on_paper(leaflets.leaflet(leaflets.LEAFLETS[which], short=reading.SHORT in request.GET), which)


def on_paper(pdf: bytes, name: str) -> HttpResponse:
    return given(pdf, f"{name}.pdf", is_shown=True)


@open_to_all
@require_safe
def pass_on(request):
    """«Tip iemand»: something to hand over; it asks for nothing and keeps nothing (A12)."""
    link = settings.BASE_URL
    return layered(request, "referral/pages/pass_on.html", {"link": link, "code": qr(link)})


@open_to_all
@require_safe
def cards(request):
    return on_paper(leaflets.cards(), "kaartjes")


@open_to_all
def for_me(request):
    """«Is dit iets voor mij?»: answered at once, kept nowhere; not in an address either."""
    form = ForMeForm(posted(request))
    said = wondering.replies(form.cleaned_data) if form.is_bound and form.is_valid() else None
    return layered(request, "referral/pages/for_me.html", {"form": form, "replies": said})


@open_to_all
@require_safe
def anbi(request):
    """What a foundation of public benefit must publish, and honestly what is not there yet (A93)."""
    return layered(request, "referral/pages/anbi.html", {"papers": AnbiPaper.all_kinds()})


@open_to_all
def talk_first(request):
    """«Ik wil eerst praten»: they are called back; nothing begins (A36)."""
    form = EnquiryForm(posted(request))
    if form.is_bound and form.carry(partial(counted, request, calling.enquire)):
        return onward(request, reverse("referral:talk_first_thanks", args=[form.result.slug]))
    return layered(request, "referral/pages/talk_first.html", {"form": form})


@open_to_all
@require_safe
def talk_first_thanks(request, token: str):
    """When we call, and the way back; nothing of what was typed stands here again."""
    enquiry = Enquiry.objects.filter(slug=token, called_at=None).first()
    days = {"seen": calling.seen_on(enquiry.asked_at), "due": calling.called_by(enquiry.asked_at)} if enquiry else {}
    return layered(request, "referral/pages/talk_first_thanks.html", {"token": token if enquiry else "", **days})


@open_to_all
@require_POST
def take_back(request, token: str):
    """«Toch niet»: gone at once."""
    if calling.take_back(token):
        messages.success(request, _("Goed. We bellen u niet. Uw naam en nummer zijn gewist."))
    else:
        messages.info(request, _("We hebben al gebeld, of uw nummer was al gewist."))
    return onward(request, reverse("referral:talk_first"))
