"""«Ik stel een andere dag voor»: for the coordinator alone, who puts it to everybody or not."""

from datetime import datetime

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import STAFF, Conference, NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.people.models import Person
from kring.preparation.dates import AlreadyOver
from kring.preparation.no_end import refuse_an_end


class OtherDay(models.Model):
    """A day that would suit somebody better. Nobody but the coordinator reads who said so, or why."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="other_days")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("wie"))
    starts_at = models.DateTimeField(_("begint op"))
    words = LockedTextField(_("waarom die dag"), blank=True)
    said_at = models.DateTimeField(_("gezegd op"), default=timezone.now)
    settled_at = models.DateTimeField(_("bekeken op"), null=True, blank=True)

    class Meta:
        verbose_name = _("voorstel voor een andere dag")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["conference", "person", "starts_at"], name="one_wish_a_person_a_day")
        ]

    @classmethod
    @transaction.atomic
    def suggest(cls, conference: Conference, *, starts_at: datetime, words: str = "", by: Person | Hand) -> "OtherDay":
        """The same day again is the same wish, open once more."""
        hand = conference.write_down("answer_dates", by=by)
        if conference.roles_of(hand.name_of) & STAFF:
            raise NotAllowed
        if starts_at <= timezone.now():
            raise AlreadyOver(field="starts_at")
        refuse_an_end(words=words)
        said = {"words": words, "said_at": timezone.now(), "settled_at": None}
        of_whom = {"conference": conference, "person": hand.name_of, "starts_at": starts_at}
        return cls.objects.update_or_create(**of_whom, defaults=said)[0]

    @transaction.atomic
    def settle(self, *, by: Person | Hand) -> None:
        """Seen, and put to everybody or talked over."""
        self.conference.write_down("propose_dates", by=by)
        self.settled_at = timezone.now()
        self.save(update_fields=["settled_at"])
