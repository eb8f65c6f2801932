"""Municipalities, the regions that serve them, and the regions that pay."""

import unicodedata

from django.conf import settings
from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField


def searchable(text: str) -> str:
    """Lower case without accents, so that «zoe» finds «Zoë»."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).strip()


class Region(models.Model):
    """The area one regiomanager works in."""

    slug = SlugField()
    name = models.CharField(_("naam"), max_length=100)
    manager = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, verbose_name=_("regiomanager"), related_name="regions"
    )
    stand_in = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("vervanger"),
        related_name="stands_in_for",
        null=True,
        blank=True,
    )

    class Meta:
        verbose_name = _("regio")
        verbose_name_plural = _("regio's")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def answers(self):
        """Who to call: the stand-in when there is one, else the manager."""
        return self.stand_in or self.manager


class FundingRegion(models.Model):
    """Municipalities that pay together; not the same as a region or a province (B29)."""

    slug = SlugField()
    name = models.CharField(_("naam"), max_length=100, unique=True)
    pays = models.BooleanField(_("betaalt voor conferenties"), default=True)

    class Meta:
        verbose_name = _("financieringsregio")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class MunicipalityQuerySet(models.QuerySet):
    def matching(self, typed: str):
        """Municipalities whose name or places hold what was typed, or that have this postcode."""
        wanted = searchable(typed)
        if len(wanted) < 2:
            return self.none()
        if wanted[:4].isdigit():
            codes = Concat(Value(" "), F("postcodes"), Value(" "), output_field=models.TextField())
            return self.annotate(codes=codes).filter(codes__contains=f" {wanted[:4]} ")
        return self.filter(search__contains=wanted)

    def meant_by(self, typed: str):
        """The one municipality that must be meant; None when it can be several, or when we know none."""
        found = list(self.matching(typed).select_related("region")[:50])
        exactly = [town for town in found if searchable(town.name) == searchable(typed)]
        return next(iter(exactly or (found if len(found) == 1 else [])), None)


class Municipality(models.Model):
    """A Dutch municipality: where a request comes from."""

    name = models.CharField(_("naam"), max_length=100, unique=True)
    code = models.CharField(_("CBS-code"), max_length=6, blank=True)
    province = models.CharField(_("provincie"), max_length=40, blank=True)
    places = models.TextField(_("plaatsen"), blank=True)
    postcodes = models.TextField(_("postcodes"), blank=True, help_text=_("vier cijfers, met spaties ertussen"))
    search = models.TextField(editable=False, blank=True)
    region = models.ForeignKey(Region, models.SET_NULL, verbose_name=_("regio"), null=True, blank=True)
    funding_region = models.ForeignKey(
        FundingRegion, models.SET_NULL, verbose_name=_("financieringsregio"), null=True, blank=True
    )

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("gemeente")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        self.search = searchable(f"{self.name} {self.places}")
        super().save(*args, **kwargs)

    @property
    def is_paid_for(self) -> bool:
        return bool(self.funding_region and self.funding_region.pays)
