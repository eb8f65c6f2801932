"""Sharing: all forms at once as one list, numbered through, frozen; and the one way to change it again."""

import json

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conditions.contradicting import Contradiction
from kring.conditions.models import NOT_DONE, Condition, ConditionsForm
from kring.conditions.reading import is_read_by_somebody
from kring.conditions.refusals import (
    AlreadyRead,
    NoConditionsYet,
    NoGround,
    NotChecked,
    NotDiscussed,
    NotSeenFirst,
    NotSharedYet,
    TheyClash,
    TooLate,
    WhyAgain,
)
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.locking import LockedTextField
from kring.foundation.posting import post
from kring.people.models import Person
from kring.referral.models import Ground

ROOM = 1000  # between the old numbers and the new ones


class ConditionsVersion(models.Model):
    """The form as it was shared before, word for word, and why that was changed."""

    form = models.ForeignKey(ConditionsForm, models.CASCADE, related_name="earlier")
    number = models.PositiveSmallIntegerField(_("versie"))
    why = LockedTextField(_("waarom het anders moest"))
    content = LockedTextField(_("wat er stond"))
    kept_at = models.DateTimeField(_("bewaard op"), default=timezone.now)

    class Meta:
        verbose_name = _("eerdere versie van de voorwaarden")
        ordering = ["form", "-number"]
        constraints = [models.UniqueConstraint(fields=["form", "number"], name="one_version_a_number")]

    @property
    def words(self) -> dict:
        """{concerns, conditions: [[number, text]], without_plan, reaction}"""
        return json.loads(self.content)


@transaction.atomic
def share(conference: Conference, *, by: Person | Hand) -> list[ConditionsForm]:
    """From now every invitee reads the whole list, and nothing in it changes (A48)."""
    hand = conference.write_down("release_conditions", by=by)
    Conference.objects.select_for_update().get(pk=conference.pk)
    forms = list(conference.conditions_forms.select_related("setter").prefetch_related("conditions"))
    waiting = [form for form in forms if not form.is_released]
    if not waiting:
        raise TooLate
    refuse_unless_ready(conference, waiting)
    number_through(forms)
    now = timezone.now()
    ConditionsForm.objects.filter(pk__in=[form.pk for form in waiting]).update(released_at=now)
    tell_coordinator(conference, hand)
    return waiting


def refuse_unless_ready(conference: Conference, waiting: list[ConditionsForm]) -> None:
    for form in waiting:
        if form.ground not in Ground.values:
            raise NoGround
        if not form.conditions.all():
            raise NoConditionsYet
        if not form.discussed_on or not form.is_handed_in:
            raise NotDiscussed
        if not form.is_seen:
            raise NotSeenFirst
        if not form.is_checked:
            raise NotChecked
    if Contradiction.open_in(conference).exists():
        raise TheyClash
    if is_read_by_somebody(conference):
        raise AlreadyRead


def number_through(forms: list[ConditionsForm]) -> None:
    """One list: 1, 2, 3 … from the first form to the last."""
    conditions = [condition for form in forms for condition in form.conditions.all()]
    for shift in (ROOM, 0):
        for number, condition in enumerate(conditions, start=1 + shift):
            Condition.objects.filter(pk=condition.pk).update(number=number)


def tell_coordinator(conference: Conference, hand: Hand) -> None:
    """From here the coordinator lets everybody read them."""
    if conference.coordinator:
        path = reverse("conditions:show", args=[conference.slug])
        key = f"conditions shared {conference.slug} {timezone.now():%y%m%d%H%M%S%f}"
        letter = "conditions/letters/shared.txt"
        post(conference.coordinator, letter, key=key, about=conference, sent_by=hand.by, link_path=path)


@transaction.atomic
def reopen(form: ConditionsForm, *, why: str, by: Person | Hand) -> ConditionsVersion:
    """The manager allows a change while nobody has read it: a new version; the old one stays to be read."""
    form.conference.write_down("ask_conditions", by=by)
    if not why:
        raise WhyAgain
    locked = ConditionsForm.objects.select_for_update().get(pk=form.pk)
    if not locked.is_released:
        raise NotSharedYet
    if is_read_by_somebody(form.conference):
        raise AlreadyRead
    version = ConditionsVersion.objects.create(form=form, number=locked.version, why=why, content=as_it_stands(locked))
    form.change(**NOT_DONE, released_at=None, version=locked.version + 1)
    return version


def as_it_stands(form: ConditionsForm) -> str:
    lines = [[condition.number, condition.text] for condition in form.conditions.all()]
    whole = {"concerns": form.concerns, "conditions": lines, "without_plan": form.without_plan}
    return json.dumps(whole | {"reaction": form.reaction})
