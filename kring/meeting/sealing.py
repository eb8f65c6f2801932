"""The sealed room: what the circle writes behind the door. Only ciphertext comes here; the house holds no key."""

import binascii
import re
from base64 import b64decode, b64encode
from dataclasses import dataclass

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.foundation.addresses import ALPHABET, SlugField
from kring.foundation.live import tell
from kring.foundation.refusals import Refusal
from kring.meeting.models import Meeting
from kring.people.models import Person

NONCE, TAG, SALT = 12, 16, 16  # bytes
STEP, MOST_STEPS = 256, 64  # a text is padded to whole steps, so that its length tells little
MOST_NOTES = 500
HIGHEST_VERSION = 2**31 - 1


class NotSealed(Refusal):
    message = _("Dit is geen verzegelde notitie.")


class RoomIsFull(Refusal):
    message = _("Er passen geen notities meer bij.")


class RoomExists(Refusal):
    message = _("Er is al een kamer.")


class NoSuchRoom(Refusal):
    message = _("Deze kamer is er niet meer.")


class NoteOvertaken(Refusal):
    """Somebody saved this note first; `stored` is what stands there now, or None."""

    message = _("Iemand anders was net voor. Kijk samen welke tekst blijft.")

    def __init__(self, stored: "SealedNote | None"):
        super().__init__()
        self.stored = stored


@dataclass(frozen=True)
class Sealed:
    """A nonce and a ciphertext, as a browser sealed them."""

    nonce: bytes
    ciphertext: bytes

    @classmethod
    def read(cls, told: object) -> "Sealed":
        """From JSON; NotSealed when it has not the form of a sealed record, such as plain text."""
        if not isinstance(told, dict):
            raise NotSealed
        sealed = cls(bytes_of(told.get("nonce")), bytes_of(told.get("ciphertext")))
        steps, rest = divmod(len(sealed.ciphertext) - TAG, STEP)
        if len(sealed.nonce) != NONCE or rest or not 1 <= steps <= MOST_STEPS:
            raise NotSealed
        return sealed

    def as_json(self) -> dict:
        return {"nonce": text_of(self.nonce), "ciphertext": text_of(self.ciphertext)}


def bytes_of(told: object) -> bytes:
    try:
        return b64decode(told, validate=True) if isinstance(told, str) else b""
    except (binascii.Error, ValueError) as wrong:
        raise NotSealed from wrong


def text_of(kept: bytes | memoryview) -> str:
    return b64encode(bytes(kept)).decode()


def is_room_id(told: object) -> bool:
    return isinstance(told, str) and re.fullmatch(f"[{ALPHABET}]{{12}}", told) is not None


class SealedRoom(models.Model):
    """The room of one meeting: salt, a key check, and its words sealed under its own key."""

    slug = SlugField()  # made in the browser: everything sealed is bound to it
    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="room")
    salt = models.BinaryField(max_length=SALT)
    check_nonce = models.BinaryField(max_length=NONCE)
    check_text = models.BinaryField()
    words_nonce = models.BinaryField(max_length=NONCE)
    words_text = models.BinaryField()
    made_at = models.DateTimeField(_("gemaakt op"), default=timezone.now)

    class Meta:
        verbose_name = _("verzegelde kamer")

    @classmethod
    def make(cls, meeting: Meeting, told: dict, *, by: Person | Hand) -> "SealedRoom":
        """The first person of the circle makes the room; of two at once, one wins and the other joins."""
        meeting.conference.refuse_unless_allowed("seal_note", by=by)
        slug, salt = told.get("room"), bytes_of(told.get("salt"))
        check, words = Sealed.read(told.get("check")), Sealed.read(told.get("words"))
        if not is_room_id(slug) or len(salt) != SALT:
            raise NotSealed
        try:
            with transaction.atomic():
                room = cls.objects.create(
                    slug=slug, meeting=meeting, salt=salt,
                    check_nonce=check.nonce, check_text=check.ciphertext,
                    words_nonce=words.nonce, words_text=words.ciphertext,
                )  # fmt: skip
                tell(meeting.conference.slug)
        except IntegrityError as wrong:
            raise RoomExists from wrong
        return room

    def as_json(self) -> dict:
        check, words = Sealed(self.check_nonce, self.check_text), Sealed(self.words_nonce, self.words_text)
        notes = [note.as_json() for note in self.notes.order_by("pk")]
        return {"salt": text_of(self.salt), "check": check.as_json(), "words": words.as_json(), "notes": notes}

    @transaction.atomic
    def keep(self, uuid, version: object, sealed: Sealed, *, by: Person | Hand) -> "SealedNote":
        """Save a note as the version after the one that stands; NoteOvertaken when another was first."""
        self.meeting.conference.refuse_unless_allowed("seal_note", by=by)
        if type(version) is not int or not 1 <= version <= HIGHEST_VERSION:
            raise NotSealed
        fresh = {
            "nonce": sealed.nonce,
            "ciphertext": sealed.ciphertext,
            "version": version,
            "changed_at": timezone.now(),
        }
        if not (self._begin(uuid, fresh) if version == 1 else self._follow(uuid, fresh)):
            raise NoteOvertaken(self.notes.filter(uuid=uuid).first())
        tell(self.meeting.conference.slug)
        return self.notes.get(uuid=uuid)

    def _begin(self, uuid, fresh: dict) -> bool:
        if self.notes.count() >= MOST_NOTES:
            raise RoomIsFull
        return self.notes.get_or_create(uuid=uuid, defaults=fresh)[1]

    def _follow(self, uuid, fresh: dict) -> bool:
        return bool(self.notes.filter(uuid=uuid, version=fresh["version"] - 1).update(**fresh))


class SealedNote(models.Model):
    """One sealed thing the circle may put in its plan. No author, no history, no text."""

    room = models.ForeignKey(SealedRoom, models.CASCADE, related_name="notes")
    uuid = models.UUIDField()
    version = models.PositiveIntegerField(default=1)
    nonce = models.BinaryField(max_length=NONCE)
    ciphertext = models.BinaryField()
    changed_at = models.DateTimeField(_("veranderd op"), default=timezone.now)

    class Meta:
        verbose_name = _("verzegelde notitie")
        constraints = [models.UniqueConstraint(fields=["room", "uuid"], name="one_note_a_uuid")]

    def as_json(self) -> dict:
        return {"id": str(self.uuid), "version": self.version} | Sealed(self.nonce, self.ciphertext).as_json()


def room_of(meeting: Meeting, slug: object) -> SealedRoom:
    """The room that a device means; NoSuchRoom when it was wiped, or wiped and made anew."""
    rooms = SealedRoom.objects.select_related("meeting__conference").filter(meeting=meeting)
    room = rooms.filter(slug=slug).first() if is_room_id(slug) else None
    if room is None:
        raise NoSuchRoom
    return room
