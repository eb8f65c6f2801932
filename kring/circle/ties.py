"""Ties between the people on the map: who belongs together, who knows whom, and who lost touch."""

from django.db import models, transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kring.circle.kinds import NotThisSide
from kring.circle.models import CircleMember
from kring.circle.sides import seen_by
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class NoTieWithOneself(Refusal):
    message = _("Kies iemand anders.")
    field = "other"


class Tie(models.Model):
    """Two people on the map and what is between them, as the family sees it."""

    class Kind(models.TextChoices):
        TOGETHER = "together", _("horen bij elkaar")
        FRIENDS = "friends", _("kennen elkaar goed")
        LOST = "lost", _("hebben het contact verloren")

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="ties")
    one = models.ForeignKey(CircleMember, models.CASCADE, related_name="+")
    other = models.ForeignKey(CircleMember, models.CASCADE, related_name="+")
    kind = LockedTextField(_("wat er tussen hen is"), choices=Kind)

    class Meta:
        verbose_name = _("band")
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="one_tie_a_pair"),
            models.CheckConstraint(name="tie_in_one_direction", condition=Q(one__lt=F("other"))),
        ]

    def __str__(self) -> str:
        return f"{self.one} – {self.other}"

    @property
    def in_words(self) -> str:
        return str(self.Kind(self.kind).label)

    @classmethod
    @transaction.atomic
    def tie(cls, one: CircleMember, *, other: CircleMember, kind: str, by: Person | Hand) -> "Tie":
        """Draw a line; a second one between the same two takes its place."""
        hand = one.conference.write_down("draw_circle", by=by)
        if one.pk == other.pk or one.conference_id != other.conference_id:
            raise NoTieWithOneself
        refuse_beyond_own_side(one.conference, hand, one, other)
        low, high = sorted([one, other], key=lambda member: member.pk)
        pair = {"conference": one.conference, "one": low, "other": high}
        return cls.objects.update_or_create(**pair, defaults={"kind": cls.Kind(kind).value})[0]

    @transaction.atomic
    def loosen(self, *, by: Person | Hand) -> None:
        hand = self.conference.write_down("draw_circle", by=by)
        refuse_beyond_own_side(self.conference, hand, self.one, self.other)
        self.delete()


def refuse_beyond_own_side(conference: Conference, hand: Hand, *members: CircleMember) -> None:
    """What one cannot see, one cannot draw."""
    seen = conference.members.filter(seen_by(conference, hand.name_of), pk__in=[member.pk for member in members])
    if seen.count() != len(members):
        raise NotThisSide


def ties_among(members: list[CircleMember]) -> list[Tie]:
    """The lines between people who are all in sight."""
    keys = [member.pk for member in members]
    return list(Tie.objects.filter(one__in=keys, other__in=keys)) if keys else []
