"""Another coordinator for the same conference: asked for, looked for, and one takes over from the other at once."""

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, Overtaken
from kring.foundation.addresses import SlugField
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class NobodyToReplace(Refusal):
    message = _("Er is al een coördinator. Begin eerst een overdracht.")


class Why(models.TextChoices):
    FAMILY = "family", _("de familie wil liever iemand anders")
    WAITS = "waits", _("de familie wacht liever op iemand die beter past")
    KNOWS = "knows", _("de coördinator kent iemand van hen")
    DESK = "desk", _("de regiomanager zoekt iemand anders")


ROW = {Why.FAMILY: "ask_for_another", Why.WAITS: "ask_for_another", Why.KNOWS: "know_them", Why.DESK: "hand_over"}


class HandOver(models.Model):
    """From one coordinator to the next. A reason is never asked; the journal goes on, the first door closes."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="hand_overs")
    first = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("van wie")
    )
    why = models.CharField(_("aanleiding"), max_length=10, choices=Why)
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    left_at = models.DateTimeField(_("de eerste ging weg op"), null=True, blank=True)
    settled_at = models.DateTimeField(_("klaar op"), null=True, blank=True)
    next = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("aan wie")
    )
    met_on = models.DateField(_("kennisgemaakt op"), null=True, blank=True)

    class Meta:
        verbose_name = _("overdracht")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["conference"], condition=Q(settled_at=None), name="one_hand_over_at_a_time")
        ]

    @classmethod
    def running(cls, conference: Conference) -> "HandOver | None":
        return cls.objects.filter(conference=conference, settled_at=None).select_related("first").first()

    @classmethod
    def who_knew_them(cls, conference: Conference):
        """Those who sat here and told that they know somebody."""
        return cls.objects.filter(conference=conference, why=Why.KNOWS).exclude(first=None).values("first")

    @classmethod
    def just_taken(cls, conference: Conference, person: Person) -> "HandOver | None":
        """This person took over and has not met the family yet."""
        return cls.objects.filter(conference=conference, next=person, met_on=None).first()

    @property
    def is_wished_by_the_family(self) -> bool:
        return self.why in (Why.FAMILY, Why.WAITS)

    # --- verbs -----------------------------------------------------------------------------------------------------
    @classmethod
    @transaction.atomic
    def begin(cls, conference: Conference, *, why: str, by: Person | Hand) -> tuple["HandOver", bool]:
        """Somebody else is looked for. Asked twice is asked once; the first one stays until another says yes."""
        conference.write_down(ROW[why], by=by)
        running, is_new = cls.objects.get_or_create(
            conference=conference, settled_at=None, defaults={"why": why, "first": conference.coordinator}
        )
        if why == Why.KNOWS and running.why != why:
            running.why, running.first = why, conference.coordinator
            running.save(update_fields=["why", "first"])
        return running, is_new

    @transaction.atomic
    def cancel(self, *, by: Person | Hand) -> None:
        """«Toch goed zo»: the first one stays."""
        self.conference.write_down("ask_for_another", by=by)
        if self.left_at is None:
            self._settle()

    @transaction.atomic
    def close_the_door(self, *, by: Person | Hand) -> Person | None:
        """The first one leaves before there is another: ill, or too near. The regiomanager is there meanwhile."""
        self.conference.write_down("hand_over", by=by)
        return self._let_go()

    @transaction.atomic
    def take_over(self, *, by: Person) -> Person | None:
        """The next one sits down in the very moment the first one gets up (A19); returns who left."""
        left = self._let_go() or self.first
        self.conference.seat(by, Role.COORDINATOR)
        self.conference.write_down("succeed", by=by)
        self._settle(next=by)
        return left

    def _settle(self, **more) -> None:
        """Of «toch goed zo» and a yes at the same moment one wins."""
        changes = {"settled_at": timezone.now()} | more
        if not HandOver.objects.filter(pk=self.pk, settled_at=None).update(**changes):
            raise Overtaken
        for name, value in changes.items():
            setattr(self, name, value)

    def _let_go(self) -> Person | None:
        if (leaves := self.conference.coordinator) is None:
            return None
        self.conference.unseat(leaves, Role.COORDINATOR)
        self.left_at = timezone.now()
        self.save(update_fields=["left_at"])
        return leaves

    def meet(self, on) -> None:
        self.met_on = on
        self.save(update_fields=["met_on"])
