"""Headers every page carries: nothing private is kept by a browser or a proxy."""

from django.conf import settings
from django.http import HttpRequest

PERMISSIONS = "camera=(self), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()"


class PrivatePages:
    """Say of every page that it may not be stored, unless it says otherwise itself."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest):
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "no-store, private"
        response["Permissions-Policy"] = PERMISSIONS
        response["X-Robots-Tag"] = "noindex" if settings.SESSION_COOKIE_NAME in request.COOKIES else "all"
        return response
