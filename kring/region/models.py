"""Municipalities, the regions that serve them, and who stands in for whom."""

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Value
from django.db.models.functions import Concat
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField
from kring.foundation.refusals import Refusal
from kring.people.models import Desk
from kring.region.names import (
    begins_like_a_postcode,
    closeness,
    digits_of,
    place_after_postcode,
    plainest,
    searchable,
    split,
)
from kring.region.paying import FundingContract, FundingRegion

__all__ = ["FundingContract", "FundingRegion", "Municipality", "Region", "searchable"]


class NotAtTheDesk(Refusal):
    message = _("Deze persoon werkt hier niet als regiomanager.")
    field = "stand_in"


class NotForOneself(Refusal):
    message = _("Kies iemand anders: u kunt niet voor uzelf invallen.")
    field = "stand_in"


class WrongPeriod(Refusal):
    message = _("De laatste dag ligt vóór de eerste of is al voorbij. Kies een andere dag.")
    field = "until"


class RegionQuerySet(models.QuerySet):
    def answered_by(self, person, day: date | None = None):
        """The regions somebody answers for: as manager, or as stand-in while that lasts."""
        day = day or timezone.localdate()
        begun = Q(stand_in_from=None) | Q(stand_in_from__lte=day)
        lasts = Q(stand_in_until=None) | Q(stand_in_until__gte=day)
        return self.filter(Q(manager=person) | Q(begun & lasts, stand_in=person))


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
    stand_in_from = models.DateField(_("vervanging vanaf"), null=True, blank=True)
    stand_in_until = models.DateField(_("vervanging tot en met"), null=True, blank=True)

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("regio")
        verbose_name_plural = _("regio's")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    # --- questions -------------------------------------------------------------------------------------------------
    def is_left_on(self, day: date) -> bool:
        """Does the stand-in answer on this day?"""
        begun = self.stand_in_from is None or self.stand_in_from <= day
        return bool(self.stand_in_id) and begun and (self.stand_in_until is None or day <= self.stand_in_until)

    @property
    def answers(self):
        """Who to call: the stand-in while there is one, else the manager."""
        return self.stand_in if self.is_left_on(timezone.localdate()) else self.manager

    # --- verbs -----------------------------------------------------------------------------------------------------
    def leave_to(self, stand_in, *, start: date | None = None, until: date | None = None) -> None:
        """Let somebody else at the managers' desk answer here for a while."""
        if Desk.MANAGER not in stand_in.seats():
            raise NotAtTheDesk
        if stand_in.pk == self.manager_id:
            raise NotForOneself
        if until and until < max(start or until, timezone.localdate()):
            raise WrongPeriod
        self._stand_in(stand_in, start, until)

    def come_back(self) -> None:
        """The manager answers again."""
        self._stand_in(None, None, None)

    def _stand_in(self, person, start: date | None, until: date | None) -> None:
        self.stand_in, self.stand_in_from, self.stand_in_until = person, start, until
        self.save(update_fields=["stand_in", "stand_in_from", "stand_in_until"])

    def hand_over(self, to) -> None:
        """Another manager from now on; whoever stood in for the former one no longer does."""
        if Desk.MANAGER not in to.seats():
            raise NotAtTheDesk(field="to")
        self.manager, self.stand_in, self.stand_in_from, self.stand_in_until = to, None, None, None
        self.save(update_fields=["manager", "stand_in", "stand_in_from", "stand_in_until"])


class MunicipalityQuerySet(models.QuerySet):
    def present(self):
        """Those that exist today; the others only lead to what they became."""
        return self.filter(ended_on=None)

    def with_funding(self, day: date | None = None):
        """Each with `paid`: does a contract run that has conferences left?"""
        contracts = FundingContract.objects.running(day).with_room()
        return self.annotate(paid=Exists(contracts.filter(funding_region=OuterRef("funding_region"))))

    def with_contact(self):
        return self.select_related("region__manager", "region__stand_in", "funding_region")

    def matching(self, typed: str):
        """Municipalities of which some name holds what was typed, or that have this postcode; also ended ones."""
        wanted = searchable(typed)
        if len(wanted) < 2:
            return self.none()
        if begins_like_a_postcode(wanted):
            codes = Concat(Value(" "), F("postcodes"), Value(" "), output_field=models.TextField())
            digits = digits_of(wanted)
            return self.annotate(codes=codes).filter(codes__contains=f" {digits} ") if digits else self.none()
        return self.filter(search__contains=wanted)

    def found_by(self, typed: str) -> tuple[list["Municipality"], list["Municipality"]]:
        """What was meant, best first, and the ended municipalities of just this name."""
        found = list(self.matching(typed))
        if begins_like_a_postcode(typed):
            found = [town for town in found if not town.ended_on]
            place = "" if found else place_after_postcode(typed)
            return self.found_by(place) if place else (found, [])
        wanted = plainest(typed) or searchable(typed)
        ranked = [(town.closeness_to(wanted), town) for town in found]
        ended = [town for rank, town in ranked if town.ended_on and rank == 0]
        ranked = sorted(((rank, town) for rank, town in ranked if not town.ended_on), key=lambda pair: pair[0])
        best = 1 if ended or (ranked and ranked[0][0] <= 1) else 3
        return [town for rank, town in ranked if rank <= best], ended

    def meant_by(self, typed: str):
        """The one municipality that must be meant; None when it can be several, or when we know none."""
        found, ended = self.found_by(typed)
        if not begins_like_a_postcode(typed):
            near = [(town.closeness_to(plainest(typed)), town) for town in found]
            exactly = [town for rank, town in near if rank == 0]
            found = exactly if len(exactly) == 1 and not ended else [town for rank, town in near if rank <= 2]
        became = self.present().filter(replaces__in=ended).distinct() if ended else []
        meant = {town.pk: town for town in [*found, *became]}
        return next(iter(meant.values())) if len(meant) == 1 else None


class Municipality(models.Model):
    """A Dutch municipality: where a request comes from. Three maps lie over it: province, region and who pays (B29)."""

    name = models.CharField(_("naam"), max_length=100, unique=True)
    also = models.CharField(_("ook wel"), max_length=200, blank=True, help_text=_("met komma's ertussen"))
    code = models.CharField(_("CBS-code"), max_length=6, blank=True, db_index=True)
    province = models.CharField(_("provincie"), max_length=40, blank=True)
    places = models.TextField(_("plaatsen"), blank=True, help_text=_("met komma's ertussen"))
    postcodes = models.TextField(_("postcodes"), blank=True, help_text=_("vier cijfers, met spaties ertussen"))
    search = models.TextField(editable=False, blank=True)
    ended_on = models.DateField(_("opgeheven op"), null=True, blank=True)
    merged_into = models.ManyToManyField(
        "self", verbose_name=_("hoort nu bij"), symmetrical=False, related_name="replaces", blank=True
    )
    region = models.ForeignKey(Region, models.SET_NULL, verbose_name=_("regio"), null=True, blank=True)
    funding_region = models.ForeignKey(
        FundingRegion, models.SET_NULL, verbose_name=_("financieringsregio"), null=True, blank=True
    )

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = _("gemeente")
        verbose_name_plural = _("gemeenten")
        ordering = ["search"]
        constraints = [models.UniqueConstraint(fields=["code"], condition=~Q(code=""), name="one_municipality_a_code")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        self.search = self.sought()
        super().save(*args, **kwargs)

    # --- questions -------------------------------------------------------------------------------------------------
    def sought(self) -> str:
        """Everything it can be found by, its own name first."""
        return searchable(f"{self.name} {self.also} {self.places}")

    def closeness_to(self, wanted: str) -> int:
        return closeness(wanted, [self.name, *split(self.also)], split(self.places))

    @property
    def is_paid_for(self) -> bool:
        """Does the municipality pay: does a contract run here that has conferences left?"""
        if "paid" in self.__dict__:
            return self.paid
        return bool(self.funding_region and self.funding_region.contract_with_room())
