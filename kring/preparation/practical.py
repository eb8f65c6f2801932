"""What has to be there on the day: food, childcare, the way home, an interpreter, aids, money; who sees to it."""

import re

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.circle import sides
from kring.circle.kinds import Side
from kring.circle.models import CircleMember
from kring.circle.needing import is_a_child
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, Conference, NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.people.models import Person
from kring.preparation.practical_refusals import (
    AlwaysNeeded,
    HowMuch,
    NeededInside,
    NoAddress,
    NotNeutral,
    Taken,
    WhoInterprets,
)

ADDRESS = re.compile(r"\b[1-9]\d{3}\s?[A-Za-z]{2}\b|\b\w*(?:straat|laan|weg|plein|hof|kade|dijk|gracht)\s+\d+", re.I)


class Kind(models.TextChoices):
    FOOD = "food", gettext_lazy("eten en drinken")
    CHILDCARE = "childcare", gettext_lazy("oppas")
    TRAVEL = "travel", gettext_lazy("heen en weer naar huis")
    INTERPRETER = "interpreter", gettext_lazy("tolk")
    AID = "aid", gettext_lazy("hulpmiddel")
    TABLET = "tablet", gettext_lazy("tablet te leen")
    BUDGET = "budget", gettext_lazy("geld")


class PracticalItemQuerySet(models.QuerySet):
    def open(self):
        return self.filter(done_at=None)

    def seen_by(self, conference: Conference, person: Person):
        """What the family may take on; a lift only within the own side, and never what is somebody's need by name."""
        found = self.filter(is_shared=True).exclude(kind=Kind.BUDGET)
        if sides.sees_both(conference, person):
            return found
        own = sides.TwoSides.of(conference).side_of(person) or Side.BOTH
        return found.filter(~Q(kind=Kind.TRAVEL) | Q(member=None) | Q(member__side__in=[own, Side.BOTH]))


class PracticalItem(models.Model):
    """One thing to see to. What came from somebody's answer is for the coordinator, until it is put to the family."""

    Kind = Kind

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="practical_items")
    kind = models.CharField(gettext_lazy("soort"), max_length=20, choices=Kind)
    member = models.ForeignKey(
        CircleMember, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=gettext_lazy("voor wie")
    )
    text = LockedTextField(gettext_lazy("wat"), blank=True)
    who = LockedTextField(gettext_lazy("wie regelt het"), blank=True)
    taken_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    is_shared = models.BooleanField(gettext_lazy("de familie mag dit oppakken"), default=False)
    is_sworn = models.BooleanField(gettext_lazy("beëdigd"), default=False)
    amount = models.DecimalField(gettext_lazy("bedrag"), max_digits=7, decimal_places=2, null=True, blank=True)
    agreed_on = models.DateField(gettext_lazy("afgesproken met de regiomanager op"), null=True, blank=True)
    done_at = models.DateTimeField(gettext_lazy("geregeld op"), null=True, blank=True)
    added_at = models.DateTimeField(gettext_lazy("toegevoegd op"), default=timezone.now)

    objects = PracticalItemQuerySet.as_manager()

    class Meta:
        verbose_name = gettext_lazy("praktisch punt")
        ordering = ["kind", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "kind", "member"], name="one_practical_item_a_need"),
            models.CheckConstraint(
                name="money_is_in_a_budget_line", condition=Q(kind="budget") | Q(amount=None, agreed_on=None)
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    @property
    def doer(self) -> str:
        return self.taken_by.get_full_name() if self.taken_by else self.who

    @property
    def can_go(self) -> bool:
        """What somebody asked goes with their answer; something to eat and a way home are always on the list."""
        others = type(self).objects.filter(conference=self.conference, kind=self.kind, member=None).exclude(pk=self.pk)
        return self.member_id is None and (self.kind not in (Kind.FOOD, Kind.TRAVEL) or others.exists())

    # --- verbs
    @classmethod
    @transaction.atomic
    def add(cls, conference: Conference, *, by: Person | Hand, **about) -> "PracticalItem":
        conference.write_down("arrange_practical", by=by)
        item = cls(conference=conference)
        item._take_over(about)
        item.save()
        return item

    @transaction.atomic
    def change(self, *, by: Person | Hand, **about) -> None:
        self.conference.write_down("arrange_practical", by=by)
        self._take_over(about)
        self.save()

    def _take_over(self, about: dict) -> None:
        for name, value in about.items():
            setattr(self, name, value)
        if self.kind == Kind.TRAVEL and ADDRESS.search(f"{self.text} {self.who}"):
            raise NoAddress
        if self.kind == Kind.BUDGET and (self.amount is None or not self.text):
            raise HowMuch
        if self.kind != Kind.BUDGET:
            self.amount = self.agreed_on = None
        self._refuse_the_wrong_person()

    def _refuse_the_wrong_person(self) -> None:
        """An interpreter is neutral and grown up; who minds the children is not needed in the circle."""
        names = {person.get_full_name().casefold() for person in self.conference.people(*CIRCLE)}
        takes_part = self.who.casefold() in names
        if self.kind == Kind.INTERPRETER and (takes_part or is_a_child(self.conference, self.who)):
            raise NotNeutral
        if self.kind == Kind.CHILDCARE and takes_part:
            raise NeededInside

    @transaction.atomic
    def finish(self, *, by: Person | Hand) -> None:
        self.conference.write_down("arrange_practical", by=by)
        if self.kind == Kind.INTERPRETER and not self.who:
            raise WhoInterprets
        self.done_at = timezone.now()
        self.save(update_fields=["done_at"])

    @transaction.atomic
    def reopen(self, *, by: Person | Hand) -> None:
        self.conference.write_down("arrange_practical", by=by)
        self.done_at = None
        self.save(update_fields=["done_at"])

    @transaction.atomic
    def remove(self, *, by: Person | Hand) -> None:
        self.conference.write_down("arrange_practical", by=by)
        if not self.can_go:
            raise AlwaysNeeded
        self.delete()

    @transaction.atomic
    def take_on(self, *, by: Person | Hand) -> None:
        """«Dat doe ik»: somebody of the family, for what was put to the family."""
        hand = self.conference.write_down("take_practical", by=by)
        mine = type(self).objects.seen_by(self.conference, hand.name_of).open().filter(pk=self.pk)
        if self.kind == Kind.INTERPRETER or not mine.exists():
            raise NotAllowed
        if not mine.filter(taken_by=None).update(taken_by=hand.name_of):
            raise Taken
        self.taken_by = hand.name_of

    @transaction.atomic
    def hand_back(self, *, by: Person | Hand) -> None:
        """Without a reason."""
        hand = self.conference.write_down("take_practical", by=by)
        if not type(self).objects.filter(pk=self.pk, taken_by=hand.name_of).update(taken_by=None):
            raise NotAllowed


def home_late() -> str:
    return _("Hoe komt iedereen thuis als het laat wordt?")
