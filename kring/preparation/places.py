"""The place of this conference: two rooms, a kitchen, no stairs; whose home it is, who has the key, whom to call."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from kring.circle.safety import SafetyNote, SecretPlace
from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, Conference
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.preparation.no_end import refuse_an_end
from kring.preparation.venues import Rooms, Venue


class WhoseHome(Refusal):
    message = _("Bij wie thuis is het? Kies iemand van de familie of de kring.")
    field = "whose_home"


class AskThemFirst(Refusal):
    message = _("Vraag het eerst aan wie daar woont. Vul in op welke dag u dat vroeg.")
    field = "home_asked_on"


class MeetingPlace(Rooms):
    """What is known of the place where they meet; everybody hears only where it is."""

    class Kind(models.TextChoices):
        NEUTRAL = "neutral", _("een plek die van niemand is")
        HOME = "home", _("bij iemand thuis")

    conference = models.OneToOneField(Conference, models.CASCADE, related_name="meeting_place")
    kind = models.CharField(_("soort plek"), max_length=10, choices=Kind, default=Kind.NEUTRAL)
    venue = models.ForeignKey(
        Venue, models.SET_NULL, null=True, blank=True, related_name="used", verbose_name=_("plek")
    )
    whose_home = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    home_asked_on = models.DateField(_("gevraagd op"), null=True, blank=True)
    why_one_room = LockedTextField(_("hoe het gaat zonder tweede kamer"), blank=True)
    key_holder = LockedTextField(_("wie heeft de sleutel"), blank=True)
    cost = LockedTextField(_("wat het kost"), blank=True)
    whom_to_call = LockedTextField(_("wie te bellen"), blank=True)

    class Meta:
        verbose_name = _("plek van de bijeenkomst")

    @classmethod
    def of(cls, conference: Conference) -> "MeetingPlace":
        return cls.objects.filter(conference=conference).select_related("venue").first() or cls(conference=conference)

    @classmethod
    def say_rooms(cls, conference: Conference, two_rooms: bool) -> None:
        cls.objects.update_or_create(conference=conference, defaults={"has_two_rooms": two_rooms})

    @property
    def leaves_room_alone(self) -> bool:
        """Can the circle be alone, while the others wait elsewhere (B18)?"""
        return self.has_two_rooms or bool(self.why_one_room)

    @transaction.atomic
    def settle(self, *, where: str, venue: Venue | None = None, by: Person | Hand, **about) -> None:
        """Write down where it is and what is there; a place of the register brings what is known of it."""
        self.conference.write_down("fix_date", by=by)
        SafetyNote.refuse_secret_place(self.conference, where)
        refuse_an_end(where=where)
        before = self.venue
        for name, value in about.items():
            setattr(self, name, value)
        self.venue = venue
        self._refuse_a_home_nobody_asked()
        self.save()
        if venue and venue != before:
            venue.note_booking()

    def _refuse_a_home_nobody_asked(self) -> None:
        if self.kind != self.Kind.HOME:
            self.whose_home, self.home_asked_on = None, None
            return
        if self.whose_home is None or not self.conference.roles_of(self.whose_home) & CIRCLE:
            raise WhoseHome
        if self.home_asked_on is None:
            raise AskThemFirst
        secret = self.conference.safety_notes.filter(about=self.whose_home, flag=SafetyNote.Flag.SECRET_ADDRESS)
        if secret.exists():
            raise SecretPlace(field="whose_home")


def open_about_the_place(conference: Conference) -> list:
    """What the place still lacks before the day, as sentences."""
    if conference.phase != Phase.PREPARATION or MeetingPlace.of(conference).leaves_room_alone:
        return []
    return [_("Er zijn nog geen twee kamers. De kring moet alleen kunnen zijn, en de anderen wachten ergens anders.")]
