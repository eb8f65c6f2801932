"""One condition: a numbered line that can be tested by itself; reworded or removed before, withdrawn after sharing."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conditions.refusals import AlreadyTested, NotSharedYet
from kring.conditions.wording import refuse_hidden, remarks
from kring.conference.hands import Hand
from kring.conference.models import NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.people.models import Person


class Condition(models.Model):
    """One numbered, separately testable condition."""

    slug = SlugField()
    form = models.ForeignKey("kring.ConditionsForm", models.CASCADE, related_name="conditions")
    number = models.PositiveSmallIntegerField(_("nummer"))
    text = LockedTextField(_("voorwaarde"))
    lacks = models.CharField(_("wat er nog niet aan klopt"), max_length=60, blank=True)
    word_back = LockedTextField(_("woord terug van de regiomanager"), blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("voorwaarde")
        ordering = ["form", "number"]
        constraints = [models.UniqueConstraint(fields=["form", "number"], name="one_number_a_condition")]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"

    @property
    def remarks(self) -> list:
        return remarks(self.text)

    @transaction.atomic
    def reword(self, *, text: str, by: Person | Hand) -> None:
        refuse_hidden(text)
        self.form.rewrite(by)
        self.text, self.lacks, self.word_back = text, "", ""
        self.save(update_fields=["text", "lacks", "word_back"])

    @transaction.atomic
    def remove(self, *, by: Person | Hand) -> None:
        self.form.rewrite(by)
        self.delete()
        for number, condition in enumerate(self.form.conditions.order_by("number"), start=1):
            self.form.conditions.filter(pk=condition.pk).update(number=number)

    @transaction.atomic
    def withdraw(self, *, by: Person | Hand) -> None:
        """Fewer may be, more never: until the test its setter may let one go, and the numbers stay as they are."""
        hand = self.form.conference.write_down("withdraw_condition", by=by)
        if hand.name_of != self.form.setter:
            raise NotAllowed
        if not self.form.is_released:
            raise NotSharedYet
        if self.tests.exists():
            raise AlreadyTested
        Condition.objects.filter(pk=self.pk, withdrawn_at=None).update(withdrawn_at=timezone.now())
        self.refresh_from_db(fields=["withdrawn_at"])
