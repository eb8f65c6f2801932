"""Who read the conditions or heard them: themselves, or noted for them by the coordinator."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand, Via
from kring.conference.models import NotAllowed
from kring.people.models import Person


class Reading(models.Model):
    """This person read the conditions, or heard them read aloud."""

    class How(models.TextChoices):
        READ = "read", _("zelf gelezen")
        READ_ALOUD = "read_aloud", _("voorgelezen")
        TOLD = "told", _("verteld")

    form = models.ForeignKey("kring.ConditionsForm", models.CASCADE, related_name="readings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE)
    how = models.CharField(_("hoe"), max_length=20, choices=How)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("genoteerd door"),
    )  # fmt: skip
    via = models.CharField(_("langs welke weg"), max_length=10, choices=Via, blank=True)
    at = models.DateTimeField(_("op"), default=timezone.now)

    class Meta:
        verbose_name = _("gelezen")
        constraints = [models.UniqueConstraint(fields=["form", "person"], name="one_reading_a_person")]

    @classmethod
    @transaction.atomic
    def tick(cls, form, *, how: str = How.READ, by: Person | Hand) -> "Reading":
        """Only what is shared can be read; a change and a reading never cross each other."""
        hand = form.conference.write_down("read_conditions", by=by)
        shared = type(form).objects.select_for_update().filter(pk=form.pk).exclude(released_at=None)
        if how not in cls.How.values or not shared.exists():
            raise NotAllowed
        known = {"how": how, "noted_by": hand.by, "via": hand.via}
        return cls.objects.update_or_create(form=form, person=hand.name_of, defaults=known)[0]

    @property
    def in_words(self) -> str:
        """«voorgelezen (gebeld)»"""
        how = self.get_how_display()
        return f"{how} ({self.get_via_display()})" if self.via else how
