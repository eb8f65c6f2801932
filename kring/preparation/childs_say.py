"""What children say about the question: in their own words, and asked by a person (R-CHD-3)."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Role
from kring.conference.hands import Hand, Via
from kring.conference.models import Conference, NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class WhatDidTheySay(Refusal):
    message = _("Schrijf op wat het kind zei, en wie het vroeg. Alleen een vinkje is te weinig.")
    field = "said"


class ChildsSay(models.Model):
    """What one child said of the question, and who asked."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="childrens_says")
    child = LockedTextField(_("voornaam van het kind"))
    said = LockedTextField(_("wat het kind zei"))
    asked_by = LockedTextField(_("wie het vroeg"))
    may_be_read = models.BooleanField(_("het kind vindt goed dat de anderen dit lezen"), default=False)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("genoteerd door")
    )
    via = models.CharField(_("hoe"), max_length=10, choices=Via, blank=True)
    at = models.DateTimeField(_("op"), default=timezone.now)

    class Meta:
        verbose_name = _("wat een kind van de vraag vindt")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.said

    @classmethod
    @transaction.atomic
    def note(
        cls, conference: Conference, *, child: str, said: str, asked_by: str, may_be_read: bool = False,
        by: Person | Hand,
    ) -> "ChildsSay":  # fmt: skip
        hand = conference.write_down("word_question", by=by)
        if not (child.strip() and said.strip() and asked_by.strip()):
            raise WhatDidTheySay
        who = {"noted_by": hand.name_of, "via": hand.via}
        return cls.objects.create(
            conference=conference, child=child, said=said, asked_by=asked_by, may_be_read=may_be_read, **who
        )

    @classmethod
    def heard_by(cls, conference: Conference, person: Person) -> list["ChildsSay"]:
        """What the child did not want read stays between who noted it and the coordinator."""
        says = list(conference.childrens_says.select_related("noted_by"))
        return [say for say in says if say.may_be_read or say.is_noted_by(person)]

    def is_noted_by(self, person: Person) -> bool:
        return person.pk == self.noted_by_id or Role.COORDINATOR in self.conference.roles_of(person)

    @transaction.atomic
    def remove(self, *, by: Person | Hand) -> None:
        """Noted by mistake, or the child thought better of it."""
        hand = self.conference.write_down("word_question", by=by)
        if not self.is_noted_by(hand.name_of):
            raise NotAllowed
        self.delete()
