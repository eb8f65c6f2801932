"""A request that was begun and put away: it waits behind a short code, locked, and is erased when it was sent."""

import json

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import ALPHABET
from kring.foundation.locking import LockedTextField
from kring.people.marking import grouped, mark_of, tidy

LENGTH = 8  # of 31 signs: 39 bits, and every guess is counted
DAYS = 14  # unless the organisation chose another time


def secrets() -> list[str]:
    """The key of now, and those that are being replaced."""
    return [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]


def codes_of(form_token: str) -> list[str]:
    """The code that belongs to a form: the same form has the same code, and only we can tell which."""
    return [mark_of("request", form_token, "", secret)[:LENGTH] for secret in secrets()]


def seals(code: str) -> list[str]:
    """What we keep of a code instead of the code itself."""
    return [salted_hmac("kring.referral.drafts", code, secret=one, algorithm="sha256").hexdigest() for one in secrets()]


def days_kept() -> int:
    chosen = apps.get_model("kring", "KeepingPeriod").objects.filter(kind="draft").values_list("days", flat=True)
    return next(iter(chosen), DAYS)


class Draft(models.Model):
    """A request that is not sent yet. Who has the code goes on with it; a regiomanager can on the phone."""

    seal = models.CharField(_("zegel van de code"), max_length=64, unique=True, editable=False)
    route = models.CharField(_("wie vraagt"), max_length=20)
    typed = LockedTextField(_("wat er al getypt is"))
    saved_at = models.DateTimeField(_("bewaard op"), default=timezone.now)

    class Meta:
        verbose_name = _("begonnen aanvraag")

    @classmethod
    def keep(cls, route: str, typed: dict, *, form_token: str) -> str:
        """Put it away, also for the second time; returns the code in two groups of four."""
        code = codes_of(form_token)[0]
        words = {"route": route, "typed": json.dumps(typed | {"form_token": form_token}), "saved_at": timezone.now()}
        cls.objects.update_or_create(seal=seals(code)[0], defaults=words)
        return grouped(code)

    @classmethod
    def at(cls, typed_code: str) -> "Draft | None":
        """The begun request with this code, however it was typed."""
        code = tidy(typed_code)
        if len(code) != LENGTH or not set(code) <= set(ALPHABET):
            return None
        return cls.objects.filter(seal__in=seals(code)).first()

    @classmethod
    def forget(cls, form_token: str) -> None:
        """It was sent: the code opens nothing any more."""
        cls.objects.filter(seal__in=[seal for code in codes_of(form_token) for seal in seals(code)]).delete()

    def words(self) -> dict:
        """What was typed, for the form to go on with."""
        return json.loads(self.typed)
