"""What somebody wants to say in their own way: words, a drawing or a voice; who hears it, they decide themselves."""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.sides import people_seen_by, speakers_to
from kring.conference.access import Phase
from kring.conference.hands import Hand, Via
from kring.conference.models import CIRCLE, Conference, NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.foundation.uploads import Upload
from kring.people.models import Person

TOGETHER = (Phase.PRIVATE_TIME, Phase.PRESENTATION, Phase.FOLLOW_UP)  # when the circle opens what is for the circle
MOST = 30  # messages of one person; more is no message but a flood


class NothingSaid(Refusal):
    message = _("Schrijf iets, of kies een tekening, een foto of een opname.")
    field = "text"


class WhoReads(Refusal):
    message = _("Kies wie jouw boodschap voorleest.")
    field = "reader"


class Enough(Refusal):
    message = _("Er staan al veel boodschappen van jou. Haal er eerst een weg.")


class Hears(models.TextChoices):
    COORDINATOR = "coordinator", _("alleen mijn coördinator")
    CIRCLE = "circle", _("alleen de kring")
    READ_ALOUD = "read_aloud", _("iemand leest het voor in het eerste deel")


class OwnMessageQuerySet(models.QuerySet):
    def heard_by(self, conference: Conference, person: Person):
        """What this person may open: their own, what is for them to read aloud, and what is for where they belong.

        Kept apart, «de kring» is one's own side of it; a child, who belongs to both, speaks to both (5.4).
        What was read aloud on the day, all who were there have heard.
        """
        mine = Q(author=person) | Q(hears=Hears.READ_ALOUD, reader=person)
        if conference.roles_of(person) & CIRCLE:
            mine |= Q(hears=Hears.CIRCLE, author__in=speakers_to(conference, person)) & ~Q(opened_at=None)
            if conference.phase not in (Phase.MATCHING, Phase.PREPARATION):
                mine |= Q(hears=Hears.READ_ALOUD)  # by then it was read to them
        if person == conference.coordinator:
            mine |= Q(hears=Hears.COORDINATOR)
        return self.filter(mine, conference=conference)

    def sealed_for(self, conference: Conference, person: Person):
        """What lies closed on the table for the circle; before they are together nobody hears that it is there."""
        if conference.phase not in TOGETHER or not conference.roles_of(person) & CIRCLE:
            return self.none()
        theirs = self.filter(conference=conference, hears=Hears.CIRCLE, author__in=speakers_to(conference, person))
        return theirs.filter(opened_at=None).exclude(author=person)


class OwnMessage(models.Model):
    """A message of who is a child, or of who cannot come. Nobody who works here opens it without being asked to."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="own_messages")
    author = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("van wie"))
    text = LockedTextField(_("wat je wilt zeggen"), blank=True)
    picture = models.OneToOneField(Upload, models.SET_NULL, null=True, blank=True, related_name="drawn_in")
    sound = models.OneToOneField(Upload, models.SET_NULL, null=True, blank=True, related_name="spoken_in")
    hears = models.CharField(_("wie het hoort"), max_length=12, choices=Hears)
    reader = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("wie het voorleest")
    )
    via = models.CharField(_("hoe"), max_length=10, choices=Via, blank=True)
    written_at = models.DateTimeField(_("geschreven op"), default=timezone.now)
    opened_at = models.DateTimeField(_("geopend op"), null=True, blank=True)
    opened_by = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("wie het voorlas")
    )

    objects = OwnMessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("boodschap")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return str(_("Boodschap van %(name)s") % {"name": self.author.first_name})

    @classmethod
    def readers(cls, conference: Conference, author: Person) -> list[Person]:
        """Who can read it aloud: the circle and the coordinator."""
        known = [*people_seen_by(conference, author, *CIRCLE), conference.coordinator]
        return [person for person in known if person and person != author]

    @classmethod
    @transaction.atomic
    def say(
        cls,
        conference: Conference,
        *,
        hears: str,
        by: Person | Hand,
        text: str = "",
        photo=None,
        sound=None,
        reader=None,
    ) -> "OwnMessage":
        """Leave a message. What is sent along is made anew or refused with a sentence."""
        hand = cls._writer(conference, by)
        if not (text or photo or sound):
            raise NothingSaid
        if hears not in Hears.values or (reader and reader not in cls.readers(conference, hand.name_of)):
            raise Refusal
        if hears == Hears.READ_ALOUD and reader is None:
            raise WhoReads
        if conference.own_messages.filter(author=hand.name_of).count() >= MOST:
            raise Enough
        sent = {"picture": photo and Upload.picture(photo), "sound": sound and Upload.sound(sound)}
        whose = {"author": hand.name_of, "via": hand.via, "reader": reader if hears == Hears.READ_ALOUD else None}
        return cls.objects.create(conference=conference, text=text, hears=hears, **whose, **sent)

    @classmethod
    def _writer(cls, conference: Conference, by: Person | Hand) -> Hand:
        """Behind the closed door nobody from outside writes for somebody else."""
        hand = conference.write_down("write_message", by=by)
        if hand.is_for_someone_else and conference.phase == Phase.PRIVATE_TIME:
            raise NotAllowed
        return hand

    @transaction.atomic
    def open(self, *, by: Person | Hand) -> None:
        """The circle is together and opens it; who opens it reads it aloud. Of two at once the first does."""
        hand = self.conference.refuse_unless_allowed("see_messages", by=by)
        sealed = OwnMessage.objects.sealed_for(self.conference, hand.by).filter(pk=self.pk)
        if hand.is_for_someone_else:
            raise NotAllowed
        sealed.update(opened_at=timezone.now(), opened_by=hand.by)

    @transaction.atomic
    def take_back(self, *, by: Person | Hand) -> None:
        """The author changed their mind: it is gone, with what was sent along."""
        hand = self._writer(self.conference, by)
        if hand.name_of != self.author:
            raise NotAllowed
        sent = [upload for upload in (self.picture, self.sound) if upload]
        self.delete()
        for upload in sent:
            upload.delete()
