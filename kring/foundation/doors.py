"""The doorkeepers of pages that belong to no conference: anybody, and whoever is signed in."""

from functools import wraps

from django.conf import settings
from django.contrib.auth.views import redirect_to_login

from kring.foundation.limiting import TooOften, too_often


def open_to_all(view):
    """A public page."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except TooOften as refusal:
            return too_often(request, refusal)

    guarded.guard = "open_to_all"
    return guarded


def signed_in(view):
    """A page of oneself, outside any conference."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
        try:
            return view(request, *args, **kwargs)
        except TooOften as refusal:
            return too_often(request, refusal)

    guarded.guard = "signed_in"
    return guarded
