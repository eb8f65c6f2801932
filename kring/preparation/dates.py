"""The days that are put to everybody, and what each says of them; a day starts at an hour and has no end."""

from datetime import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.addresses import SlugField, new_slug
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


class IsChosen(Refusal):
    message = _("Deze dag is gekozen. Kies eerst een andere dag, of zeg deze dag af.")


class DateOptionQuerySet(models.QuerySet):
    def on_the_table(self):
        """What was not withdrawn."""
        return self.filter(withdrawn_at=None)

    def to_come(self, now: datetime | None = None):
        return self.on_the_table().filter(starts_at__gt=now or timezone.now())


class DateOption(models.Model):
    """A day that is put to everybody; it starts at an hour and has no end."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="date_options")
    starts_at = models.DateTimeField(_("begint op"))
    proposed_at = models.DateTimeField(_("voorgelegd op"), default=timezone.now)
    withdrawn_at = models.DateTimeField(_("teruggenomen op"), null=True, blank=True)

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
        known = {option.starts_at: option for option in conference.date_options.filter(starts_at__in=moments)}
        fresh = [cls._put(conference, known.get(moment), moment, now) for moment in sorted(set(moments))]
        fresh = [option for option in fresh if option]
        if not fresh:
            raise AlreadyProposed
        return fresh

    @classmethod
    def _put(cls, conference: Conference, known, moment: datetime, now: datetime) -> "DateOption | None":
        """New, or back on the table with what was said of it; None when it lay there already."""
        if known is None:
            option, is_new = cls.objects.get_or_create(
                conference=conference, starts_at=moment, defaults={"proposed_at": now}
            )
            return option if is_new else None
        back = {"slug": new_slug(), "proposed_at": now, "withdrawn_at": None}
        if not cls.objects.filter(pk=known.pk).exclude(withdrawn_at=None).update(**back):
            return None
        known.refresh_from_db()
        return known

    @transaction.atomic
    def withdraw(self, *, by: Person | Hand) -> None:
        """Off the table; what people said of it is kept, for when it comes back."""
        self.conference.write_down("propose_dates", by=by)
        preparation = getattr(self.conference, "preparation", None)
        if preparation and preparation.starts_at == self.starts_at:
            raise IsChosen
        DateOption.objects.filter(pk=self.pk, withdrawn_at=None).update(withdrawn_at=timezone.now())


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
        options = {option.slug: option for option in conference.date_options.on_the_table()}
        for slug, says in answers.items():
            if slug in options and says in cls.Says.values:
                said = {"says": says, "at": timezone.now()}
                cls.objects.update_or_create(option=options[slug], person=hand.name_of, defaults=said)
