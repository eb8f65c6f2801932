"""Devices that somebody at a desk asked us to remember: there the second factor is asked once a month."""

from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField
from kring.people.models import Person

COOKIE = "__Host-kring-device" if settings.PRODUCTION else "kring-device"
SIGNER = TimestampSigner(salt="kring.people.devices")


class RememberedDevice(models.Model):
    """One browser of one person. The cookie is signed; the row can be taken away at any time."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="devices")
    slug = SlugField()
    remembered_at = models.DateTimeField(_("onthouden op"), default=timezone.now)
    last_used_at = models.DateTimeField(_("laatst gebruikt op"), default=timezone.now)

    class Meta:
        verbose_name = _("onthouden apparaat")
        verbose_name_plural = _("onthouden apparaten")

    def __str__(self) -> str:
        return self.slug

    @classmethod
    def remember(cls, response: HttpResponse, person: Person) -> None:
        device, days = cls.objects.create(person=person), timedelta(days=settings.REMEMBER_DEVICE_DAYS)
        response.set_cookie(
            COOKIE,
            SIGNER.sign(f"{device.slug}:{person.slug}"),
            max_age=days,
            httponly=True,
            samesite="Lax",
            secure=settings.PRODUCTION,
        )

    @classmethod
    def knows(cls, request: HttpRequest, person: Person) -> bool:
        """Was this browser remembered for this person, not too long ago, and not taken back since?"""
        days = timedelta(days=settings.REMEMBER_DEVICE_DAYS)
        try:
            slug, whose = SIGNER.unsign(request.COOKIES.get(COOKIE, ""), max_age=days).split(":")
        except (BadSignature, ValueError):
            return False
        known = cls.objects.filter(slug=slug, person=person, remembered_at__gt=timezone.now() - days)
        return whose == person.slug and bool(known.update(last_used_at=timezone.now()))

    @classmethod
    def forget_all(cls, person: Person) -> None:
        cls.objects.filter(person=person).delete()
