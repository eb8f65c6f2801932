"""Nobody of the circle is signed out while the door is closed: they take the time that is needed (A65)."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest

from kring.people.links import PersonalLink

ENOUGH = timedelta(days=7)


def stay_in(request: HttpRequest) -> None:
    """Lengthen a session, and the link it came by, that would end during private time or soon after."""
    if request.session.get_expiry_age() < ENOUGH.total_seconds():
        request.session.set_expiry(timedelta(days=settings.FAMILY_SESSION_DAYS))
    if link := PersonalLink.objects.live().filter(person=request.user).first():
        link.lengthened()
