"""After a no: thanks, what else there is, and one tap to be called again."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kring.foundation.doors import signed_in
from kring.referral.answers import Answer
from kring.referral.returning import ask_again as call_me_again
from kring.referral.returning import no_of


def own_no(request) -> Answer:
    found = no_of(request.user)
    if found is None:
        raise Http404
    return found


@signed_in
def thanks(request):
    """For who stepped out of a conference that goes on around others."""
    own_no(request)
    request.face = "family"
    return render(request, "referral/pages/thanks.html")


@signed_in
@require_POST
def ask_again(request):
    """«Toch nog eens praten»: the same regiomanager calls."""
    call_me_again(own_no(request))
    messages.success(request, _("Goed. Dezelfde regiomanager belt je. Je zit nergens aan vast."))
    return redirect("referral:thanks")
