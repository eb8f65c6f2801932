"""Two conditions that contradict each other: marked by the manager, solved before anything is shared (8, Q6)."""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conditions.models import BEFORE_THE_DAY, Condition, ConditionsForm
from kring.conditions.refusals import TooLate, TwoDifferent
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.people.models import Person


class Contradiction(models.Model):
    """Meeting the one would break the other; who set them solve it with the manager."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="contradictions")
    first = models.ForeignKey(Condition, models.CASCADE, related_name="+", verbose_name=_("de ene voorwaarde"))
    second = models.ForeignKey(Condition, models.CASCADE, related_name="+", verbose_name=_("de andere voorwaarde"))
    what = LockedTextField(_("wat er botst"))
    noted_at = models.DateTimeField(_("genoteerd op"), default=timezone.now)
    solved_at = models.DateTimeField(_("opgelost op"), null=True, blank=True)

    class Meta:
        verbose_name = _("tegenspraak")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.what

    @classmethod
    @transaction.atomic
    def note(
        cls, conference: Conference, *, first: Condition, second: Condition, what: str, by: Person | Hand
    ) -> "Contradiction":
        conference.write_down("check_conditions", by=by)
        if conference.phase not in BEFORE_THE_DAY or first.form.is_released or second.form.is_released:
            raise TooLate
        if first == second:
            raise TwoDifferent
        return cls.objects.create(conference=conference, first=first, second=second, what=what)

    @transaction.atomic
    def solve(self, *, by: Person | Hand) -> None:
        self.conference.write_down("check_conditions", by=by)
        Contradiction.objects.filter(pk=self.pk, solved_at=None).update(solved_at=timezone.now())

    @transaction.atomic
    def undo(self, *, by: Person | Hand) -> None:
        """Solved too soon: it stands open again."""
        self.conference.write_down("check_conditions", by=by)
        Contradiction.objects.filter(pk=self.pk).update(solved_at=None)

    @classmethod
    def about(cls, form: ConditionsForm):
        """What this professional and another should solve together."""
        return cls.objects.filter(Q(first__form=form) | Q(second__form=form), solved_at=None)

    @classmethod
    def open_in(cls, conference: Conference):
        found = cls.objects.filter(conference=conference, solved_at=None)
        return found.select_related("first__form__setter", "second__form__setter")
