"""A coordinator's photo: made anew from what was sent, so that nothing hidden in it comes along."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.pictures import MOST_BYTES, TooLarge, a_face, made_anew
from kring.matching.register import Coordinator

SIDE = 480


class Portrait(models.Model):
    """For the family it works for and for the desk; never on a public page, and nobody has to."""

    coordinator = models.OneToOneField(Coordinator, models.CASCADE, related_name="portrait")
    picture = models.BinaryField(_("foto"))
    made_at = models.DateTimeField(_("geplaatst op"), default=timezone.now)

    class Meta:
        verbose_name = _("foto van een coördinator")

    @classmethod
    def show(cls, coordinator: Coordinator, *, photo) -> "Portrait":
        """Take the place of an earlier one."""
        if photo.size > MOST_BYTES:
            raise TooLarge
        new = {"picture": made_anew(photo.read(), side=SIDE, shape=a_face(SIDE)), "made_at": timezone.now()}
        return cls.objects.update_or_create(coordinator=coordinator, defaults=new)[0]
