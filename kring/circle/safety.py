"""Safety between people: flags without a story, asked of each alone, for the coordinator and the coach."""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.alone import in_own_name
from kring.circle.safety_refusals import (
    AskTheCoordinator,
    CoachFirst,
    NoNumberToCall,
    NotYourself,
    SecretPlace,
    WhyNot,
)
from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, STAFF, VISITORS, Conference, NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.channels import closed_to, closes
from kring.foundation.locking import LockedTextField
from kring.people.models import Channel, Person


class SafetyNoteQuerySet(models.QuerySet):
    def apart(self):
        """Of people who cannot simply be in one room."""
        return self.filter(flag__in=SafetyNote.APART)

    def unsigned(self):
        """The coach has not said yet that it can be done like this (R-SAF-3)."""
        return self.apart().filter(signed_at=None)


class SafetyNote(models.Model):
    """A safety flag without a story; for the coordinator and the coach alone (R-SAF-1, R-SAF-2)."""

    class Flag(models.TextChoices):
        NOT_TOGETHER = "not_together", _("niet samen in één ruimte")
        NO_CONTACT = "no_contact", _("contactverbod")
        SECRET_ADDRESS = "secret_address", _("adres is geheim")
        NO_MESSAGES = "no_messages", _("niet appen of mailen")
        CALL_ONLY = "call_only", _("bel alleen op afgesproken tijden")

    BY_PHONE_ONLY = (Flag.NO_MESSAGES, Flag.CALL_ONLY)
    CLOSED = {
        Flag.NO_MESSAGES: frozenset({Channel.MAIL, Channel.SMS}),
        Flag.CALL_ONLY: frozenset({Channel.MAIL, Channel.SMS, Channel.LETTER}),
    }
    APART = (Flag.NOT_TOGETHER, Flag.NO_CONTACT)

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="safety_notes")
    about = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("over"))
    apart_from = models.ForeignKey(
        "kring.CircleMember", models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("apart van")
    )
    apart_from_person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")
    flag = models.CharField(_("waarop letten"), max_length=20, choices=Flag)
    arrangement = LockedTextField(_("wat we afspreken"), blank=True)
    noted_at = models.DateTimeField(_("genoteerd op"), default=timezone.now)
    signed_at = models.DateTimeField(_("goedgekeurd op"), null=True, blank=True)
    signed_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    why = LockedTextField(_("waarom het zo kan"), blank=True)

    objects = SafetyNoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("veiligheidsnotitie")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.get_flag_display()

    # --- questions
    @property
    def other(self):
        """From whom, when that was said."""
        return self.apart_from_person or self.apart_from

    @property
    def keeps_apart(self) -> bool:
        return self.flag in self.APART

    @property
    def waits_for_the_coach(self) -> bool:
        return self.keeps_apart and self.signed_at is None

    @classmethod
    def people(cls, conference: Conference) -> list[Person]:
        """Whom it can be about: everybody with a seat who does not work here."""
        staff = set(conference.people(*STAFF))
        return [person for person in {seat.person: None for seat in conference.seated()} if person not in staff]

    @classmethod
    def kept_from(cls, conference: Conference, person: Person) -> set[int]:
        """Of whom a guest hears nothing: a ban stays one, the rest waits for the coach (R-SAF-2)."""
        if not conference.roles_of(person) & (CIRCLE | VISITORS):
            return set()
        found = cls.objects.apart().filter(Q(flag=cls.Flag.NO_CONTACT) | Q(signed_at=None), conference=conference)
        known, unheard = {main.pk for main in conference.main_people}, set()
        for about, other, member in found.values_list("about", "apart_from_person", "apart_from__person"):
            pair = {about, other or member} - {None}
            may_be_anybody = len(pair) == 1 and not pair & known
            unheard |= pair if person.pk in pair or may_be_anybody else set()
        return unheard - {person.pk}

    @classmethod
    def closes(cls, person: Person, channel: str) -> bool:
        """May nothing reach this person in this channel?"""
        return channel in closed_to([person]).get(person.pk, ())

    @property
    def sides(self) -> frozenset[str]:
        """Who it is between, each with or without a seat; one alone where the other was not said."""
        other = self.apart_from_person_id or (self.apart_from and self.apart_from.person_id)
        known = {f"person {self.about_id}", f"person {other}" if other else f"member {self.apart_from_id}"}
        return frozenset(known - {"member None"})

    @classmethod
    def refuse_unless_signed(cls, conference: Conference) -> None:
        """Nothing is planned over the head of a flag. The circle itself, later, only hears that a talk comes first."""
        unsigned = conference.safety_notes.unsigned().select_related("apart_from")
        if conference.phase == Phase.PREPARATION and unsigned.exists():
            raise CoachFirst
        if conference.phase == Phase.FOLLOW_UP:
            there = {f"person {person.pk}" for person in cls.people(conference)}
            if any(note.sides <= there for note in unsigned):
                raise AskTheCoordinator

    @classmethod
    def refuse_secret_place(cls, conference: Conference, place: str) -> None:
        """A place everybody hears of is never where somebody lives in secret."""
        if conference.phase != Phase.PREPARATION:
            return
        found = conference.safety_notes.filter(flag=cls.Flag.SECRET_ADDRESS).select_related("about")
        if any(note.is_told_in(place) for note in found):
            raise SecretPlace

    def is_told_in(self, place: str) -> bool:
        """Does this place give away where this person lives?"""
        street = self.about.postal_address.strip().partition("\n")[0].partition(",")[0]
        return bool(street) and street.casefold() in place.casefold()

    # --- verbs
    @classmethod
    @transaction.atomic
    def note(
        cls,
        conference: Conference,
        *,
        about: Person,
        flag: str,
        arrangement: str = "",
        apart_from=None,
        by: Person | Hand,
    ) -> "SafetyNote":
        """Write it down, and see to it: who may not get messages is called from now on."""
        in_own_name(conference, "note_safety", by)
        if about not in cls.people(conference):
            raise NotAllowed
        if flag in cls.BY_PHONE_ONLY:
            if not about.phone:
                raise NoNumberToCall
            about.channel = Channel.PHONE
            about.save(update_fields=["channel"])
            conference.members.filter(person=about).update(channel=Channel.PHONE, reach=about.phone, way="")
        other = cls._from_whom(conference, about, apart_from) if flag in cls.APART else {}
        return cls.objects.create(conference=conference, about=about, flag=flag, arrangement=arrangement, **other)

    @classmethod
    def _from_whom(cls, conference: Conference, about: Person, other) -> dict:
        """Somebody with a seat, or somebody on the list who has none yet."""
        if other is None:
            return {}
        if isinstance(other, Person):
            if other == about or other not in cls.people(conference):
                raise NotYourself
            return {"apart_from_person": other}
        if other.conference_id != conference.pk or other.person_id == about.pk:
            raise NotYourself
        return {"apart_from": other}

    @transaction.atomic
    def sign(self, *, why: str, by: Person | Hand) -> None:
        """The coach says that it can be done like this, and why (R-SAF-3)."""
        hand = in_own_name(self.conference, "sign_safety", by)
        if not why:
            raise WhyNot
        self.signed_at, self.signed_by, self.why = timezone.now(), hand.by, why
        self.save(update_fields=["signed_at", "signed_by", "why"])

    @transaction.atomic
    def lift(self, *, by: Person | Hand) -> None:
        """It is no longer so; what was written is gone. What keeps people apart only the coach takes away (R-SAF-3)."""
        in_own_name(self.conference, "sign_safety" if self.keeps_apart else "note_safety", by)
        self.delete()


@closes
def closed_by_a_flag(people) -> dict[int, frozenset[str]]:
    """What never reaches these people, in whatever room it is written (R-SAF-2)."""
    closed: dict[int, frozenset[str]] = {}
    found = SafetyNote.objects.filter(about__in=people, flag__in=SafetyNote.BY_PHONE_ONLY)
    for about, flag in found.values_list("about", "flag"):
        closed[about] = closed.get(about, frozenset()) | SafetyNote.CLOSED[flag]
    return closed
