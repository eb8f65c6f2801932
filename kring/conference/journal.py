"""The journal of a conference: who did what and when, chained so that nothing can be changed unseen."""

import hashlib
import json

from django.conf import settings
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand, Via


class JournalEntry(models.Model):
    """One step: ids and times, no names and no free text. Rows are only ever added (triggers refuse the rest)."""

    conference = models.ForeignKey("kring.Conference", models.CASCADE, related_name="journal")
    number = models.PositiveIntegerField(_("nummer"))
    at = models.DateTimeField(_("op"), default=timezone.now)
    step = models.CharField(_("stap"), max_length=40)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.DO_NOTHING, db_constraint=False, related_name="+", verbose_name=_("door")
    )
    in_name_of = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.DO_NOTHING, db_constraint=False, related_name="+", verbose_name=_("namens")
    )
    via = models.CharField(_("hoe"), max_length=10, choices=Via, blank=True)
    phase_before = models.CharField(_("fase ervoor"), max_length=20)
    phase_after = models.CharField(_("fase erna"), max_length=20)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("regel in het logboek")
        ordering = ["conference", "number"]
        constraints = [models.UniqueConstraint(fields=["conference", "number"], name="one_chain_a_conference")]

    @classmethod
    def write(cls, conference, step: str, hand: Hand, *, before: str, after: str) -> "JournalEntry":
        """Add one entry to the chain of this conference."""
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [7301, conference.pk % 2**31])
            last = cls.objects.filter(conference=conference).order_by("-number").first()
            entry = cls(
                conference=conference,
                number=last.number + 1 if last else 1,
                step=step,
                taken_by=hand.by,
                in_name_of=hand.name_of,
                via=hand.via,
                phase_before=before,
                phase_after=after,
                previous=last.hash if last else "",
            )
            entry.hash = entry.reckon()
            entry.save(force_insert=True)
        return entry

    def reckon(self) -> str:
        """SHA-256 over what this entry says and the hash before it."""
        said = [
            self.conference_id,
            self.number,
            self.at.astimezone(timezone.get_fixed_timezone(0)).isoformat(timespec="microseconds"),
            self.step,
            self.taken_by_id,
            self.in_name_of_id,
            self.via,
            self.phase_before,
            self.phase_after,
            self.previous,
        ]
        return hashlib.sha256(json.dumps(said, separators=(",", ":")).encode()).hexdigest()

    @classmethod
    def first_break(cls, conference) -> int | None:
        """The number of the first entry that does not fit the chain; None when the chain is whole."""
        previous, expected = "", 1
        for entry in cls.objects.filter(conference=conference).order_by("number"):
            if entry.number != expected or entry.previous != previous or entry.hash != entry.reckon():
                return expected
            previous, expected = entry.hash, expected + 1
        return None


class JournalRelease(models.Model):
    """A conference whose keeping time is over: the one thing that lets the triggers give up its chain."""

    conference = models.OneToOneField("kring.Conference", models.CASCADE)

    class Meta:
        verbose_name = _("vrijgave van een logboek")
