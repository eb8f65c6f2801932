"""The day itself: three parts in a fixed order, who was there, and the rounds behind the closed door."""

from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, Conference
from kring.foundation.addresses import SlugField
from kring.foundation.live import tell
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.meeting.rounds import Round
from kring.people.models import Person
from kring.preparation.models import Preparation

TAKE_BACK = timedelta(seconds=10)
PARTS = {Phase.INFORMATION: 1, Phase.PRIVATE_TIME: 2, Phase.PRESENTATION: 3}


class NotAskedForTheDoor(Refusal):
    message = _("Zeg eerst samen dat jullie klaar zijn. Daarna gaat de deur open.")


class StillTakingBack(Refusal):
    message = _("Nog even: jullie kunnen het nog terugnemen.")


class NoMeeting(Refusal):
    message = _("Er is nog geen bijeenkomst.")


class NotOnPaper(Refusal):
    message = _("De kring doet dit zelf op het scherm. Alleen als zij op papier schrijven, legt u het vast.")


class NotOver(Refusal):
    message = _("Er is geen eindtijd. Schrijf pas op hoe laat het was als iedereen naar huis is.")
    field = "ended_at"


class NotThen(Refusal):
    message = _("Het einde ligt na het begin, en niet in de toekomst.")
    field = "ended_at"


class Meeting(models.Model):
    """One time that the circle comes together. The first is the conference; reconvening makes the next."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="meetings")
    number = models.PositiveSmallIntegerField(_("nummer"), default=1)
    opened_at = models.DateTimeField(_("begonnen op"), default=timezone.now)
    ended_at = models.DateTimeField(_("geëindigd op"), null=True, blank=True)
    round = models.PositiveSmallIntegerField(_("ronde achter de deur"), default=0)
    point = LockedTextField(_("waarover opnieuw"), blank=True)
    on_paper = models.BooleanField(_("op papier"), default=False)
    welcome_told = models.JSONField(_("verteld bij het welkom"), default=list, blank=True)
    waiting_place = models.CharField(_("waar professionals wachten"), max_length=120, blank=True)
    door_asked_at = models.DateTimeField(_("klaar gezegd op"), null=True, blank=True)
    called_at = models.DateTimeField(_("coördinator geroepen op"), null=True, blank=True)
    came_at = models.DateTimeField(_("coördinator gekomen op"), null=True, blank=True)

    class Meta:
        verbose_name = _("bijeenkomst")
        ordering = ["conference", "number"]
        constraints = [models.UniqueConstraint(fields=["conference", "number"], name="one_number_a_meeting")]

    # --- questions
    @classmethod
    def of(cls, conference: Conference) -> "Meeting | None":
        """The newest meeting of this conference."""
        if found := cls.objects.filter(conference=conference).order_by("-number").first():
            found.conference = conference
        return found

    @property
    def part(self) -> int:
        """The part that is held now, or was held last."""
        return PARTS.get(Phase(self.conference.phase), 3)

    @property
    def is_behind_the_door(self) -> bool:
        return self.conference.phase == Phase.PRIVATE_TIME

    @property
    def door_is_asked(self) -> bool:
        return self.door_asked_at is not None

    def door_waits(self, now=None) -> int:
        """Whole seconds the circle can still take it back; 0 when the door may open."""
        if self.door_asked_at is None:
            return 0
        left = (self.door_asked_at + TAKE_BACK - (now or timezone.now())).total_seconds()
        return max(0, -int(-left // 1))

    @property
    def coordinator_is_called(self) -> bool:
        return self.called_at is not None and (self.came_at is None or self.came_at < self.called_at)

    # --- verbs
    @classmethod
    @transaction.atomic
    def open(cls, conference: Conference, *, by: Person | Hand) -> "Meeting":
        """The day begins: the information round. Only when everything is ready."""
        Preparation.of(conference).refuse_unless_still_ready()
        conference.take("open_the_day", by=by)
        return cls.objects.create(conference=conference)

    @classmethod
    @transaction.atomic
    def reconvene(cls, conference: Conference, *, by: Person | Hand) -> "Meeting":
        """The circle comes together again: a new meeting with a room of its own."""
        last = cls.of(conference)
        conference.take("reconvene", by=by)
        meeting = cls.objects.create(conference=conference, number=last.number + 1 if last else 1, round=1)
        Round.begin(meeting)
        return meeting

    @transaction.atomic
    def close_the_door(self, *, on_paper: bool = False, by: Person | Hand, at: datetime | None = None) -> None:
        """Part 2: all professionals and the coordinator have left the room (A62)."""
        self.conference.take("close_the_door", by=by)
        self.on_paper = self.on_paper or on_paper
        self._begin_round(point="", now=at)

    @transaction.atomic
    def talk_again(self, *, point: str = "", by: Person | Hand) -> None:
        """Back behind the door, about this point; as often as needed (A75)."""
        self.conference.take("talk_again", by=by)
        self._begin_round(point=point)

    def _begin_round(self, point: str, now: datetime | None = None) -> None:
        self.round, self.point = self.round + 1, point
        self.door_asked_at = self.called_at = self.came_at = None
        self.save(update_fields=["round", "point", "on_paper", "door_asked_at", "called_at", "came_at"])
        Round.begin(self, now=now)

    @transaction.atomic
    def ask_for_the_door(self, *, by: Person | Hand) -> None:
        """«Wij zijn klaar»: shown on all screens, to be taken back for ten seconds. Of two at once the first counts."""
        self.conference.refuse_unless_allowed("open_the_door", by=by)
        self._note(Q(door_asked_at=None), door_asked_at=timezone.now())

    @transaction.atomic
    def take_back(self, *, by: Person | Hand) -> None:
        """«Toch nog niet»."""
        self.conference.refuse_unless_allowed("open_the_door", by=by)
        self._note(~Q(door_asked_at=None), door_asked_at=None)

    @transaction.atomic
    def open_the_door(self, *, by: Person | Hand, now: datetime | None = None) -> None:
        """Part 3. Only the circle does this; nobody outside can (B18)."""
        fresh = Meeting.objects.select_for_update().get(pk=self.pk)
        if fresh.door_asked_at is None:
            raise NotAskedForTheDoor
        if fresh.door_waits(now):
            raise StillTakingBack
        self.conference.take("open_the_door", by=by)
        Round.end(self, now=now)
        self._note(Q(), door_asked_at=None)

    @transaction.atomic
    def record_their_call(self, *, who: Person, by: Person | Hand, at: datetime | None = None) -> None:
        """On paper: «[naam] riep ons». The journal names who called."""
        if not self.on_paper:
            raise NotOnPaper
        if not self.conference.roles_of(who) & CIRCLE:
            raise Refusal
        hand = Hand.of(by)
        self.conference.take("record_their_call", by=Hand(hand.by, who, "paper"))
        Round.end(self, now=at)
        self._note(Q(), door_asked_at=None)

    @transaction.atomic
    def wait_in(self, *, place: str, by: Person | Hand) -> None:
        """Where the professionals can wait while the circle is alone."""
        self.conference.refuse_unless_allowed("run_the_day", by=by)
        self.waiting_place = place
        self.save(update_fields=["waiting_place"])

    @transaction.atomic
    def write_on_paper(self, *, by: Person | Hand) -> None:
        """«Wij schrijven op papier»: a full way to do it; the coordinator may note it before the door closes."""
        before_the_door = self.conference.phase == Phase.INFORMATION
        self.conference.refuse_unless_allowed("run_the_day" if before_the_door else "seal_note", by=by)
        self._note(Q(on_paper=False), on_paper=True)

    @transaction.atomic
    def call_coordinator(self, *, by: Person | Hand) -> None:
        """One signal without content."""
        self.conference.refuse_unless_allowed("call_coordinator", by=by)
        self._note(Q(called_at=None) | Q(came_at__gte=F("called_at")), called_at=timezone.now())

    @transaction.atomic
    def come(self, *, by: Person | Hand) -> None:
        """The coordinator has seen the signal and comes."""
        self.conference.refuse_unless_allowed("run_the_day", by=by)
        self._note(
            Q(called_at__isnull=False) & (Q(came_at=None) | Q(came_at__lt=F("called_at"))), came_at=timezone.now()
        )

    @transaction.atomic
    def end(self, *, ended_at: datetime, by: Person | Hand) -> None:
        """How late it really was, written down afterwards and never before (A41)."""
        self.conference.write_down("run_the_day", by=by)
        if self.conference.phase in (Phase.INFORMATION, Phase.PRIVATE_TIME):
            raise NotOver
        if not self.opened_at <= ended_at <= timezone.now():
            raise NotThen
        self.ended_at = ended_at
        self.save(update_fields=["ended_at"])

    def _note(self, when: Q, **changes) -> None:
        """Change the meeting if it still stands as `when` says, and let the screens of the circle know."""
        if Meeting.objects.filter(when, pk=self.pk).update(**changes):
            tell(self.conference.slug)
        self.refresh_from_db(fields=list(changes))
