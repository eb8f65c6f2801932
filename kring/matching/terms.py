"""What holds between the organisation and its coordinators, from a day on: papers, answering in time, and the fee."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.conf import settings
from django.core.cache import cache
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.refusals import Refusal
from kring.foundation.workdays import working_days_after
from kring.people.models import Person

AWAKE = (8, 21)  # an urgent offer does not run out while somebody sleeps


class FromToday(Refusal):
    message = _("Dit kan vanaf vandaag of later gelden. Wat al gold, verandert niet meer.")
    field = "valid_from"


class Terms(models.Model):
    """One set of terms; the newest that has begun holds. What was agreed under older terms stays as it was."""

    valid_from = models.DateField(_("geldt vanaf"), unique=True)
    certificate_years = models.PositiveSmallIntegerField(_("jaren dat een VOG geldt"), default=3)
    answer_days = models.PositiveSmallIntegerField(_("werkdagen om te antwoorden"), default=3)
    urgent_hours = models.PositiveSmallIntegerField(_("uren om te antwoorden bij spoed"), default=4)
    fee = models.DecimalField(_("vergoeding per conferentie, in euro's"), max_digits=8, decimal_places=2, default=0)
    first_share = models.PositiveSmallIntegerField(_("deel voor de eerste na een overdracht, in procenten"), default=50)
    km_rate = models.DecimalField(
        _("reiskosten per kilometer, in euro's"), max_digits=4, decimal_places=2, default=Decimal("0.23")
    )
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("werkafspraken")
        ordering = ["-valid_from"]

    def __str__(self) -> str:
        return str(self.valid_from)

    @classmethod
    def on(cls, day: date) -> "Terms":
        """The terms of this day; the defaults when the office has not set any."""
        if (found := cache.get(f"terms:{day}")) is None:
            found = cls.objects.filter(valid_from__lte=day).first() or cls()
            cache.set(f"terms:{day}", found, 60)
        return found

    @classmethod
    def now(cls) -> "Terms":
        return cls.on(timezone.localdate())

    @classmethod
    def agree(cls, *, valid_from: date, by: Person, **what) -> "Terms":
        """From that day on this holds; the past is left as it was."""
        if valid_from < timezone.localdate():
            raise FromToday
        terms, _new = cls.objects.update_or_create(valid_from=valid_from, defaults=what | {"set_by": by})
        cache.delete(f"terms:{timezone.localdate()}")
        return terms

    def answer_before(self, now: datetime, *, is_urgent: bool) -> datetime:
        """Until when an offer waits: some working days, or with urgency some hours in which people are awake."""
        if is_urgent:
            return waking_hours_after(now, self.urgent_hours)
        last = working_days_after(timezone.localdate(now), self.answer_days)
        return timezone.make_aware(datetime.combine(last, time(AWAKE[1])))


def waking_hours_after(now: datetime, hours: int) -> datetime:
    """So many hours later, not counting the night."""
    moment, left = timezone.localtime(now), timedelta(hours=hours)
    while True:
        opens, shuts = (moment.replace(hour=hour, minute=0, second=0, microsecond=0) for hour in AWAKE)
        begins = max(moment, opens)
        if begins + left <= shuts:
            return begins + left
        left -= max(shuts - begins, timedelta(0))
        tomorrow = timezone.localdate(moment) + timedelta(days=1)
        moment = timezone.make_aware(datetime.combine(tomorrow, time(AWAKE[0])))
