"""Finding a day for who is called together: a few days, what each says of them, and the one that is chosen."""

from datetime import date, datetime, timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.followup.refusals import AlreadyChosen, CalledOff, NotAskedOfYou
from kring.foundation.addresses import SlugField
from kring.people.models import Person
from kring.preparation.dates import DateAnswer
from kring.preparation.moments import evenings_and_weekends

WEEKS = 2
AHEAD = timedelta(days=3)


class GatheringDay(models.Model):
    """One day that is put to who was called; it starts at an hour and has no end (A41)."""

    slug = SlugField()
    gathering = models.ForeignKey("kring.Gathering", models.CASCADE, related_name="days")
    starts_at = models.DateTimeField(_("begint op"))

    class Meta:
        verbose_name = _("dag om bij elkaar te komen")
        ordering = ["starts_at"]
        constraints = [models.UniqueConstraint(fields=["gathering", "starts_at"], name="one_gathering_day_a_moment")]

    def __str__(self) -> str:
        return str(self.starts_at)


class GatheringAnswer(models.Model):
    """What one of them says of one day."""

    Says = DateAnswer.Says

    day = models.ForeignKey(GatheringDay, models.CASCADE, related_name="answers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    says = models.CharField(_("antwoord"), max_length=12, choices=DateAnswer.Says)
    at = models.DateTimeField(_("op"), default=timezone.now)

    class Meta:
        verbose_name = _("antwoord op een dag om bij elkaar te komen")
        constraints = [models.UniqueConstraint(fields=["day", "person"], name="one_answer_a_gathering_day")]

    def __str__(self) -> str:
        return self.says

    @classmethod
    @transaction.atomic
    def give(cls, gathering, answers: dict[str, str], *, by: Person | Hand) -> None:
        """{slug of the day: what is said}; an empty answer changes nothing."""
        hand = gathering.conference.write_down("answer_dates", by=by)
        refuse_unless_open(gathering)
        if not gathering.people.filter(pk=hand.name_of.pk).exists():
            raise NotAskedOfYou
        days = {day.slug: day for day in gathering.days.all()}
        for slug, says in answers.items():
            if slug in days and says in cls.Says.values:
                said = {"says": says, "at": timezone.now()}
                cls.objects.update_or_create(day=days[slug], person=hand.name_of, defaults=said)


def refuse_unless_open(gathering) -> None:
    if gathering.called_off_at:
        raise CalledOff
    if gathering.starts_at:
        raise AlreadyChosen


def days_to_choose_from(today: date) -> list[datetime]:
    """Evenings and weekends of two weeks, from a few days on."""
    return evenings_and_weekends(today + AHEAD, WEEKS)


def tally(gathering) -> list[dict]:
    """Of each day how many can, would rather not and cannot: numbers, and no names."""
    counts = {
        says: models.Count("answers", filter=models.Q(answers__says=says)) for says in GatheringAnswer.Says.values
    }
    return list(gathering.days.annotate(**counts).values("slug", "starts_at", *GatheringAnswer.Says.values))
