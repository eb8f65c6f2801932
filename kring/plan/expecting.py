"""What the circle expects of each professional, and how they keep in touch: asked in part 3 (A73)."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import VISITORS, Conference
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.people.models import Person


class Expectation(models.Model):
    """«Wat wij van u verwachten» and «hoe wij contact houden», for one professional at the table."""

    slug = SlugField()
    plan = models.ForeignKey("kring.Plan", models.CASCADE, related_name="expectations")
    professional = models.ForeignKey(Person, models.CASCADE, related_name="+")
    expected = LockedTextField(_("wat wij verwachten"), blank=True)
    in_touch = LockedTextField(_("hoe wij contact houden"), blank=True)

    class Meta:
        verbose_name = _("wat wij van een professional verwachten")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["plan", "professional"], name="one_expectation_a_professional")]

    def __str__(self) -> str:
        return str(self.professional)

    @classmethod
    @transaction.atomic
    def write(cls, plan, *, professional: Person, by: Person | Hand, **words) -> None:
        """In the words of the circle; with nothing left in it, it goes. What was not filled in stays."""
        plan.open_for_writing(by=by)
        row = cls.objects.filter(plan=plan, professional=professional).first()
        row = row or cls(plan=plan, professional=professional)
        for name, value in words.items():
            setattr(row, name, value)
        if row.expected or row.in_touch:
            row.save()
        elif row.pk:
            row.delete()


def professionals_of(conference: Conference) -> list[Person]:
    return conference.people(*VISITORS)
