"""The doorkeeper of the desks: a page for who works at one of them."""

from functools import wraps

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import resolve_url

from kring.foundation.refusals import Refusal
from kring.people.models import Person


def at_desk(*desks: str):
    """A page for who works at one of these desks; to others it is not there."""

    def decorate(view):
        @wraps(view)
        def guarded(request, *args, **kwargs):
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
            if not isinstance(request.user, Person) or not request.user.seats() & set(desks):
                raise Http404
            try:
                request.face = "desk"
                return view(request, *args, **kwargs)
            except Refusal as refusal:
                messages.error(request, refusal.message)
                return HttpResponseRedirect(resolve_url(settings.LOGIN_REDIRECT_URL), status=303)

        guarded.guard, guarded.desks = "at_desk", frozenset(desks)
        return guarded

    return decorate
