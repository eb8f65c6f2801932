"""Who pays: municipalities that pay together, and the contracts by which they do."""

from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField
from kring.foundation.refusals import Refusal


class EndsBeforeItBegins(Refusal):
    message = _("De laatste dag ligt vóór de eerste.")
    field = "ends_on"


class NameTaken(Refusal):
    message = _("Deze naam is er al. Kies een andere.")
    field = "name"


class FundingRegionQuerySet(models.QuerySet):
    def paying(self, day: date | None = None):
        """Those where a contract runs that has conferences left."""
        return self.filter(pk__in=FundingContract.objects.running(day).with_room().values("funding_region"))


class FundingRegion(models.Model):
    """Municipalities that pay together; not the same as a region or a province (B29)."""

    slug = SlugField()
    name = models.CharField(_("naam"), max_length=100, unique=True)

    objects = FundingRegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("financieringsregio")
        verbose_name_plural = _("financieringsregio's")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def contract_with_room(self, day: date | None = None) -> "FundingContract | None":
        """The contract that pays for one more; of several the one that ends first."""
        fitting = self.contracts.running(day).with_room()
        return fitting.order_by(F("ends_on").asc(nulls_last=True), "pk").first()

    @classmethod
    def begin(cls, *, name: str) -> "FundingRegion":
        """A new one; of two with one name nobody could tell which pays."""
        if cls.objects.filter(name__iexact=name).exists():
            raise NameTaken
        return cls.objects.create(name=name)

    def rename(self, *, name: str) -> None:
        if FundingRegion.objects.filter(name__iexact=name).exclude(pk=self.pk).exists():
            raise NameTaken
        self.name = name
        self.save(update_fields=["name"])

    def agree(self, *, starts_on: date, ends_on: date | None = None, **terms) -> "FundingContract":
        """Write down one more contract."""
        refuse_turned_around(starts_on, ends_on)
        return self.contracts.create(starts_on=starts_on, ends_on=ends_on, **terms)


def refuse_turned_around(starts_on: date, ends_on: date | None) -> None:
    if ends_on and ends_on < starts_on:
        raise EndsBeforeItBegins


class FundingContractQuerySet(models.QuerySet):
    def running(self, day: date | None = None):
        day = day or timezone.localdate()
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)

    def with_use(self):
        """Each with `used`: how many conferences refer to it."""
        return self.annotate(used=Count("conferences"))

    def with_room(self):
        return self.with_use().filter(Q(number=None) | Q(used__lt=F("number")))


class FundingContract(models.Model):
    """What a funding region pays: from when till when, for how many. A conference only refers to it."""

    slug = SlugField()
    funding_region = models.ForeignKey(
        FundingRegion, models.PROTECT, verbose_name=_("financieringsregio"), related_name="contracts"
    )
    starts_on = models.DateField(_("vanaf"))
    ends_on = models.DateField(_("tot en met"), null=True, blank=True)
    number = models.PositiveIntegerField(_("aantal conferenties"), null=True, blank=True)
    price = models.DecimalField(_("prijs per conferentie"), max_digits=8, decimal_places=2, null=True, blank=True)
    price_without_day = models.DecimalField(
        _("prijs als er geen bijeenkomst komt"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    order_number = models.CharField(_("ordernummer"), max_length=60, blank=True)
    note = models.CharField(_("notitie"), max_length=500, blank=True)

    objects = FundingContractQuerySet.as_manager()

    class Meta:
        verbose_name = _("financieringsafspraak")
        verbose_name_plural = _("financieringsafspraken")
        ordering = ["-starts_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.funding_region}, {self.starts_on}"

    # --- questions -------------------------------------------------------------------------------------------------
    def runs_on(self, day: date) -> bool:
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    @property
    def runs(self) -> bool:
        return self.runs_on(timezone.localdate())

    @property
    def in_use(self) -> int:
        """How many conferences refer to it."""
        return self.used if "used" in self.__dict__ else self.conferences.count()

    @property
    def left(self) -> int | None:
        """How many it still pays for; None when no number was agreed."""
        return None if self.number is None else max(0, self.number - self.in_use)

    def price_of(self, *, had_a_day: bool) -> Decimal:
        """What one conference costs; without a meeting the same, unless another price was agreed. Never by a plan."""
        return self.price if had_a_day or self.price_without_day is None else self.price_without_day

    # --- verbs -----------------------------------------------------------------------------------------------------
    def change(self, *, starts_on: date, ends_on: date | None, **terms) -> None:
        """Other terms from now on; conferences that refer to it keep doing so."""
        refuse_turned_around(starts_on, ends_on)
        self.starts_on, self.ends_on = starts_on, ends_on
        for name, value in terms.items():
            setattr(self, name, value)
        self.save(update_fields=["starts_on", "ends_on", *terms])
