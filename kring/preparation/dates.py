"""The days that are put to everybody, and what each says of them; a day starts at an hour and has no end."""

from datetime import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.addresses import SlugField
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class Resting(Refusal):
    message = _("De familie doet het rustig aan. Vraag nu niets, en wacht tot zij weer verder willen.")


class NoDay(Refusal):
    message = _("Kies minstens één dag.")
    field = "days"


class AlreadyOver(Refusal):
    message = _("Deze dag is al voorbij.")
    field = "other"


class AlreadyProposed(Refusal):
    message = _("Deze dagen heeft iedereen al.")
    field = "days"


class DateOptionQuerySet(models.QuerySet):
    def to_come(self, now: datetime | None = None):
        return self.filter(starts_at__gt=now or timezone.now())


class DateOption(models.Model):
    """A day that is put to everybody; it starts at an hour and has no end."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="date_options")
    starts_at = models.DateTimeField(_("begint op"))
    proposed_at = models.DateTimeField(_("voorgelegd op"), default=timezone.now)

    objects = DateOptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("datumvoorstel")
        ordering = ["starts_at"]
        constraints = [models.UniqueConstraint(fields=["conference", "starts_at"], name="one_option_a_moment")]

    @classmethod
    @transaction.atomic
    def propose(cls, conference: Conference, *, starts_at: datetime, by: Person | Hand) -> "DateOption":
        """Put one day on the list."""
        conference.write_down("propose_dates", by=by)
        return cls.objects.get_or_create(conference=conference, starts_at=starts_at)[0]

    @classmethod
    @transaction.atomic
    def propose_all(cls, conference: Conference, moments: list[datetime], *, by: Person | Hand) -> list["DateOption"]:
        """Put some days on the list at once; the new ones come back."""
        now = timezone.now()
        conference.write_down("propose_dates", by=by)
        if conference.resting_since:
            raise Resting
        if not moments:
            raise NoDay
        if min(moments) <= now:
            raise AlreadyOver
        found = [
            cls.objects.get_or_create(conference=conference, starts_at=moment, defaults={"proposed_at": now})
            for moment in sorted(set(moments))
        ]
        fresh = [option for option, is_new in found if is_new]
        if not fresh:
            raise AlreadyProposed
        return fresh

    @transaction.atomic
    def withdraw(self, *, by: Person | Hand) -> None:
        self.conference.write_down("propose_dates", by=by)
        self.delete()


class DateAnswer(models.Model):
    """What one person says of one day; only the coordinator sees it."""

    class Says(models.TextChoices):
        YES = "yes", _("kan")
        RATHER_NOT = "rather_not", _("liever niet")
        NO = "no", _("kan niet")

    option = models.ForeignKey(DateOption, models.CASCADE, related_name="answers")
    person = models.ForeignKey(Person, models.CASCADE)
    says = models.CharField(_("antwoord"), max_length=12, choices=Says)
    at = models.DateTimeField(_("op"), default=timezone.now)

    class Meta:
        verbose_name = _("antwoord op een datum")
        constraints = [models.UniqueConstraint(fields=["option", "person"], name="one_answer_a_day")]

    @classmethod
    @transaction.atomic
    def give(cls, conference: Conference, answers: dict[str, str], *, by: Person | Hand) -> None:
        """Answer for some or all of the days: {slug of the option: what is said}."""
        hand = conference.write_down("answer_dates", by=by)
        options = {option.slug: option for option in conference.date_options.all()}
        for slug, says in answers.items():
            if slug in options and says in cls.Says.values:
                said = {"says": says, "at": timezone.now()}
                cls.objects.update_or_create(option=options[slug], person=hand.name_of, defaults=said)
