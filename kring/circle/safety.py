"""Safety between people: flags without a story, asked of each alone, for the coordinator and the coach."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import STAFF, Conference, NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Channel, Person


class NoNumberToCall(Refusal):
    message = _("We weten nog geen nummer om te bellen. Vul dat eerst in, bij de kring.")
    field = "flag"


class SafetyNote(models.Model):
    """A safety flag without a story; for the coordinator and the coach alone (R-SAF-1, R-SAF-2)."""

    class Flag(models.TextChoices):
        NOT_TOGETHER = "not_together", _("niet samen in één ruimte")
        NO_CONTACT = "no_contact", _("contactverbod")
        SECRET_ADDRESS = "secret_address", _("adres is geheim")
        NO_MESSAGES = "no_messages", _("niet appen of mailen")
        CALL_ONLY = "call_only", _("bel alleen op afgesproken tijden")

    BY_PHONE_ONLY = (Flag.NO_MESSAGES, Flag.CALL_ONLY)

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="safety_notes")
    about = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("over"))
    flag = models.CharField(_("waarop letten"), max_length=20, choices=Flag)
    arrangement = LockedTextField(_("wat we afspreken"), blank=True)
    noted_at = models.DateTimeField(_("genoteerd op"), default=timezone.now)

    class Meta:
        verbose_name = _("veiligheidsnotitie")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.get_flag_display()

    @classmethod
    def people(cls, conference: Conference) -> list[Person]:
        """Whom it can be about: everybody with a seat who does not work here."""
        staff = set(conference.people(*STAFF))
        return [person for person in {seat.person: None for seat in conference.seated()} if person not in staff]

    @classmethod
    def is_called_only(cls, person: Person) -> bool:
        return cls.objects.filter(about=person, flag__in=cls.BY_PHONE_ONLY).exists()

    @classmethod
    @transaction.atomic
    def note(
        cls, conference: Conference, *, about: Person, flag: str, arrangement: str = "", by: Person | Hand
    ) -> "SafetyNote":
        """Write it down, and see to it: who may not get messages is called from now on."""
        conference.write_down("note_safety", by=by)
        if about not in cls.people(conference):
            raise NotAllowed
        if flag in cls.BY_PHONE_ONLY:
            if not about.phone:
                raise NoNumberToCall
            about.channel = Channel.PHONE
            about.save(update_fields=["channel"])
        return cls.objects.create(conference=conference, about=about, flag=flag, arrangement=arrangement)

    @transaction.atomic
    def lift(self, *, by: Person | Hand) -> None:
        """It is no longer so; what was written is gone."""
        self.conference.write_down("note_safety", by=by)
        self.delete()
