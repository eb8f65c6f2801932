"""A short message on the day and in the rhythm somebody chose; only for who asked for it, and neutral."""

from datetime import date

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, Conference
from kring.followup.refusals import TooOften
from kring.foundation.channels import Channel, reach
from kring.foundation.posting import post
from kring.foundation.working import every_morning
from kring.people.models import Person
from kring.plan.agreements import Agreement
from kring.plan.refusals import NotYours

LETTER = "followup/letters/you_asked_for_this.txt"


class Weekday(models.IntegerChoices):
    MONDAY = 0, _("maandag")
    TUESDAY = 1, _("dinsdag")
    WEDNESDAY = 2, _("woensdag")
    THURSDAY = 3, _("donderdag")
    FRIDAY = 4, _("vrijdag")
    SATURDAY = 5, _("zaterdag")
    SUNDAY = 6, _("zondag")


class Reminder(models.Model):
    """One person wants to be reminded of the own agreements. Without a row there are no reminders."""

    class Rhythm(models.TextChoices):
        DAY = "day", _("elke dag")
        WEEK = "week", _("elke week")
        FORTNIGHT = "fortnight", _("om de week")
        MONTH = "month", _("één keer per maand")

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="reminders")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    rhythm = models.CharField(_("hoe vaak"), max_length=10, choices=Rhythm)
    weekday = models.PositiveSmallIntegerField(_("op welke dag"), choices=Weekday, default=Weekday.MONDAY)
    since = models.DateField(_("sinds"), default=timezone.localdate)

    class Meta:
        verbose_name = _("herinnering")
        constraints = [models.UniqueConstraint(fields=["conference", "person"], name="one_reminder_a_person")]

    def __str__(self) -> str:
        return self.get_rhythm_display()

    # --- questions
    @property
    def on(self) -> str:
        """«elke week, op maandag»"""
        if self.rhythm == self.Rhythm.DAY:
            return self.get_rhythm_display()
        return _("%(rhythm)s, op %(day)s") % {"rhythm": self.get_rhythm_display(), "day": self.get_weekday_display()}

    def is_for(self, today: date) -> bool:
        """Is this one of the chosen days? A day that was missed is not made up for."""
        if self.rhythm == self.Rhythm.DAY:
            return True
        if today.weekday() != self.weekday:
            return False
        if self.rhythm == self.Rhythm.MONTH:
            return today.day <= 7  # the first such day of the month
        weeks = (today.toordinal() - today.weekday() - self.since.toordinal() + self.since.weekday()) // 7
        return self.rhythm == self.Rhythm.WEEK or weeks % 2 == 0

    # --- verbs
    @classmethod
    @transaction.atomic
    def choose(cls, conference: Conference, *, rhythm: str, weekday: int, by: Person | Hand) -> "Reminder":
        hand = conference.write_down("keep_agreement", by=by)
        if not conference.roles_of(hand.name_of) & CIRCLE:
            raise NotYours  # who works for them has an agenda, and is not pulled along (A86)
        if rhythm == cls.Rhythm.DAY and reach(hand.name_of) not in (Channel.MAIL, Channel.SMS):
            raise TooOften  # somebody would have to ring every day
        chosen = {"rhythm": rhythm, "weekday": weekday, "since": timezone.localdate()}
        return cls.objects.update_or_create(conference=conference, person=hand.name_of, defaults=chosen)[0]

    @classmethod
    @transaction.atomic
    def turn_off(cls, conference: Conference, *, by: Person | Hand) -> None:
        hand = conference.write_down("keep_agreement", by=by)
        cls.objects.filter(conference=conference, person=hand.name_of).delete()


@every_morning("own_reminders", hour=8)
def remind(today: date) -> None:
    """Each at most once a day, and only with something to be reminded of; of nobody while the family rests."""
    running = Reminder.objects.filter(conference__phase=Phase.FOLLOW_UP, conference__resting_since=None)
    for reminder in running.select_related("conference", "person"):
        if reminder.is_for(today) and has_something_to_do(reminder, today):
            post(
                reminder.person,
                LETTER,
                key=f"followup:reminder:{reminder.conference.slug}:{reminder.person.slug}:{today}",
                about=reminder.conference,
                link_path=reverse("followup:mine", args=[reminder.conference.slug]),
            )


def has_something_to_do(reminder: Reminder, today: date) -> bool:
    """A yes that runs today, of somebody who still takes part."""
    is_here = reminder.conference.participants.present().filter(person=reminder.person).exists()
    own = Agreement.objects.filter(plan__conference=reminder.conference, doer=reminder.person)
    running = own.accepted().exclude(starts_on__gt=today).exclude(until_on__lt=today)
    return is_here and running.exists()
