"""Who does something, and in whose name: the hand that takes a step."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from kring.people.models import Person


class Via(models.TextChoices):
    OWN = "", _("zelf")
    PHONE = "phone", _("gebeld")
    PAPER = "paper", _("op papier")
    BESIDE = "beside", _("samen aan tafel")


@dataclass(frozen=True)
class Hand:
    """`by` touches the screen, `name_of` decides. They are one, unless somebody called or wrote on paper."""

    by: Person
    name_of: Person
    via: str = Via.OWN

    @classmethod
    def of(cls, who: "Person | Hand") -> "Hand":
        return who if isinstance(who, Hand) else cls(who, who)

    @property
    def is_for_someone_else(self) -> bool:
        return self.by != self.name_of

    @property
    def how(self) -> str:
        """«gebeld», «op papier», «samen aan tafel»."""
        return Via(self.via).label
