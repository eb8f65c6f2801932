"""The questions at the start: a «nee» means that people talk about it, never that it does not go on (R-INV-3)."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.ending import when_over
from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.locking import LockedTextField
from kring.people.models import Person


class StartAnswer(models.TextChoices):
    YES = "yes", _("ja")
    NO = "no", _("nee")
    UNKNOWN = "unknown", _("weet ik nog niet")


QUESTIONS = {
    "to_decide": _("Is er een besluit te nemen of een plan te maken?"),
    "is_safe": _("Kan het veilig, of is duidelijk wat daarvoor nodig is?"),
    "has_people": _("Zijn er mensen, of kijken we samen wie er mee wil denken?"),
    "is_open": _("Is de vraag open, en ligt er nog geen plan klaar?"),
}


def an_answer(label) -> models.CharField:
    return models.CharField(label, max_length=7, choices=StartAnswer, default=StartAnswer.UNKNOWN)


class StartCheck(models.Model):
    """What the regiomanager saw at the start. It asks for talks; it decides nothing and blocks nothing."""

    conference = models.OneToOneField(Conference, models.CASCADE)
    to_decide = an_answer(_("iets te besluiten"))
    is_safe = an_answer(_("kan het veilig"))
    has_people = an_answer(_("mensen, of samen kijken"))
    is_open = an_answer(_("de vraag is open"))
    needed = LockedTextField(_("wat nodig is om het veilig te houden"), blank=True)
    talked_over_on = models.DateField(_("erover gepraat op"), null=True, blank=True)

    class Meta:
        verbose_name = _("startvragen")

    @classmethod
    @transaction.atomic
    def fill_in(cls, conference: Conference, *, by: Person | Hand, **answers) -> "StartCheck":
        conference.write_down("check_start", by=by)
        return cls.objects.update_or_create(conference=conference, defaults=answers)[0]

    @classmethod
    @transaction.atomic
    def talk_over(cls, conference: Conference, *, by: Person | Hand) -> None:
        """They talked about what was a «nee»; what was said stays with them."""
        conference.write_down("check_start", by=by)
        cls.objects.filter(conference=conference).update(talked_over_on=timezone.localdate())

    def to_talk_about(self) -> list:
        """The questions that were answered with a no and that nobody talked over yet."""
        if self.talked_over_on:
            return []
        return [words for name, words in QUESTIONS.items() if getattr(self, name) == StartAnswer.NO]


@when_over
def forget_the_start(conference: Conference) -> None:
    StartCheck.objects.filter(conference=conference).delete()
