"""Everybody is prepared in person; an e-mail does not count."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, VISITORS, Conference
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class NotYet(Refusal):
    message = _("Deze dag moet nog komen. Vink het pas aan als u elkaar gesproken heeft.")


class PersonalPreparation(models.Model):
    """The coordinator spoke with this person; an e-mail does not count (A26)."""

    class How(models.TextChoices):
        VISIT = "visit", _("bezoek")
        PHONE = "phone", _("telefoon")
        VIDEO = "video", _("beeldbellen")

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="preparations")
    person = models.ForeignKey(Person, models.CASCADE)
    how = models.CharField(_("hoe"), max_length=10, choices=How)
    on = models.DateField(_("op"))

    class Meta:
        verbose_name = _("persoonlijke voorbereiding")
        constraints = [models.UniqueConstraint(fields=["conference", "person"], name="one_preparation_a_person")]

    @classmethod
    @transaction.atomic
    def tick(cls, conference: Conference, *, person: Person, how: str, on, by: Person | Hand) -> "PersonalPreparation":
        conference.write_down("prepare_person", by=by)
        if how not in cls.How.values or not conference.roles_of(person) & (CIRCLE | VISITORS):
            raise Refusal
        if on > timezone.localdate():
            raise NotYet
        return cls.objects.update_or_create(conference=conference, person=person, defaults={"how": how, "on": on})[0]

    @transaction.atomic
    def undo(self, *, by: Person | Hand) -> None:
        """Ticked by mistake."""
        self.conference.write_down("prepare_person", by=by)
        self.delete()
