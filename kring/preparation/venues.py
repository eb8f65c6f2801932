"""The register of places in each region: what is there, what it costs and whom to call. Never a map, never a route."""

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField
from kring.foundation.refusals import Refusal
from kring.people.models import Desk, Person
from kring.preparation.no_end import refuse_an_end
from kring.region.models import Region, searchable

PAGE = 50


class NotYourRegister(Refusal):
    message = _("Het register is voor coördinatoren en regiomanagers.")


class Rooms(models.Model):
    """What a place has, whoever owns it (5.6)."""

    has_two_rooms = models.BooleanField(_("twee aparte kamers"), default=False)
    has_kitchen = models.BooleanField(_("een keuken"), default=False)
    has_toilet = models.BooleanField(_("een toilet waar iedereen bij kan"), default=False)
    is_step_free = models.BooleanField(_("geen trap of drempel"), default=False)
    has_quiet_corner = models.BooleanField(_("een rustig hoekje"), default=False)
    is_open_ended = models.BooleanField(_("te huur zonder eindtijd"), default=False)

    class Meta:
        abstract = True

    WHAT = ("has_two_rooms", "has_kitchen", "has_toilet", "is_step_free", "has_quiet_corner", "is_open_ended")

    @property
    def there(self) -> list[str]:
        """What is there, in words."""
        return [str(self._meta.get_field(name).verbose_name) for name in self.WHAT if getattr(self, name)]

    @property
    def not_there(self) -> list[str]:
        return [str(self._meta.get_field(name).verbose_name) for name in self.WHAT if not getattr(self, name)]


class VenueQuerySet(models.QuerySet):
    def for_use(self):
        return self.filter(stopped_on=None)

    def found_by(self, typed: str):
        """Each word that was typed stands in the name or the address."""
        found = self
        for word in searchable(typed).split()[:8]:
            found = found.filter(search__contains=word)
        return found

    def page_after(self, slug: str, *, size: int = PAGE) -> tuple[list["Venue"], str]:
        """The places after this one by name, and the mark of the next page; empty when this is the last."""
        rows = self.order_by("name", "slug")
        if mark := Venue.objects.filter(slug=slug).first() if slug else None:
            rows = rows.filter(Q(name__gt=mark.name) | Q(name=mark.name, slug__gt=mark.slug))
        page = list(rows.select_related("region")[: size + 1])
        return page[:size], page[size - 1].slug if len(page) > size else ""


class Venue(Rooms):
    """A neutral place that can be hired: a community house, a church hall, a library."""

    slug = SlugField()
    region = models.ForeignKey(Region, models.PROTECT, related_name="venues", verbose_name=_("regio"))
    name = models.CharField(_("naam van de plek"), max_length=120)
    address = models.CharField(_("adres"), max_length=200)
    cost = models.CharField(_("wat het kost"), max_length=120, blank=True)
    call_name = models.CharField(_("wie te bellen"), max_length=100, blank=True)
    call_phone = models.CharField(_("telefoonnummer"), max_length=40, blank=True)
    key_holder = models.CharField(_("wie heeft de sleutel"), max_length=120, blank=True)
    booked = models.PositiveIntegerField(_("hoe vaak geboekt"), default=0)
    last_booked_on = models.DateField(_("laatst geboekt op"), null=True, blank=True)
    stopped_on = models.DateField(_("niet meer te huur sinds"), null=True, blank=True)
    search = models.TextField(editable=False, blank=True)

    objects = VenueQuerySet.as_manager()

    class Meta:
        verbose_name = _("plek in het register")
        ordering = ["name", "slug"]
        indexes = [models.Index(fields=["region", "name", "slug"], name="venues_of_a_region")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        self.search = searchable(f"{self.name} {self.address}")
        super().save(*args, **kwargs)

    @property
    def where(self) -> str:
        """As everybody reads it: the name, and the address below it."""
        return f"{self.name}\n{self.address}"

    # --- verbs
    @transaction.atomic
    def tell(self, *, by: Person, **about) -> None:
        """Put it in the register, or say what changed."""
        if not by.seats() & {Desk.COORDINATOR, Desk.MANAGER}:
            raise NotYourRegister
        refuse_an_end(**{name: value for name, value in about.items() if isinstance(value, str)})
        for name, value in about.items():
            setattr(self, name, value)
        self.save()

    def note_booking(self) -> None:
        """Chosen for a conference; which one, the register does not know."""
        Venue.objects.filter(pk=self.pk).update(booked=F("booked") + 1, last_booked_on=timezone.localdate())

    @transaction.atomic
    def stop(self, *, by: Person) -> None:
        """No longer for hire; where it was chosen it stays."""
        self.tell(by=by, stopped_on=timezone.localdate())

    @transaction.atomic
    def offer_again(self, *, by: Person) -> None:
        self.tell(by=by, stopped_on=None)
