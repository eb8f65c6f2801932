"""Who looks on for a municipality: the figures of its inhabitants and its own contract, and never a person (4.3)."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField
from kring.foundation.refusals import Refusal
from kring.people.models import Desk, Person, Seat
from kring.region.models import Municipality


class AddressInUse(Refusal):
    message = _("Met dit e-mailadres logt al iemand in. Neem een ander adres.")
    field = "login_email"


class FunderSeat(models.Model):
    """Somebody of a municipality who may see its figures. Whoever works here has no such seat."""

    slug = SlugField()
    person = models.ForeignKey(Person, models.CASCADE, related_name="funder_seats")
    municipality = models.ForeignKey(Municipality, models.CASCADE, verbose_name=_("gemeente"), related_name="+")
    since = models.DateTimeField(_("sinds"), default=timezone.now)

    class Meta:
        verbose_name = _("meekijker van een gemeente")
        ordering = ["municipality__search", "person__last_name"]
        constraints = [models.UniqueConstraint(fields=["person", "municipality"], name="one_seat_a_municipality")]

    def __str__(self) -> str:
        return f"{self.person} – {self.municipality}"

    @classmethod
    @transaction.atomic
    def let_in(cls, *, first_name: str, last_name: str, login_email: str, municipality: Municipality) -> "FunderSeat":
        """A new person at the desk of municipalities; who looks on already may see one more."""
        email = login_email.strip().lower()
        person = Person.objects.filter(login_email=email).first()
        if person is None:
            person = Person.objects.create_user(first_name, last_name=last_name, login_email=email)
            Seat.objects.create(person=person, desk=Desk.FUNDER)
        elif person.seats() != {Desk.FUNDER}:
            raise AddressInUse
        return cls.objects.get_or_create(person=person, municipality=municipality)[0]

    @transaction.atomic
    def end(self) -> None:
        """No longer; of who looks on nowhere any more nothing stays."""
        person = self.person
        self.delete()
        if not person.funder_seats.exists():
            person.delete()


def towns_of(person: Person) -> models.QuerySet[Municipality]:
    """The municipalities whose figures this person of a municipality may see."""
    seats = FunderSeat.objects.filter(person=person)
    return Municipality.objects.filter(pk__in=seats.values("municipality")).select_related("region", "funding_region")
