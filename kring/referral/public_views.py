"""The public site: what a conference is, and «ik wil eerst praten». No account, no conditions."""

from functools import partial

from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from kring.foundation.doors import open_to_all
from kring.foundation.forms import posted
from kring.referral import receiving
from kring.referral.request_forms import EnquiryForm
from kring.referral.request_views import counted


@open_to_all
def text(request, page: str):
    """A page to read."""
    return render(request, f"referral/pages/{page}.html")


@open_to_all
def talk_first(request):
    """«Ik wil eerst praten»: they are called back; nothing begins (A36)."""
    form = EnquiryForm(posted(request))
    if form.is_bound and form.carry(partial(counted, request, receiving.enquire)):
        return HttpResponseRedirect(reverse("referral:talk_first_thanks"), status=303)
    return render(request, "referral/pages/talk_first.html", {"form": form})
