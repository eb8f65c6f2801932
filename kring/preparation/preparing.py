"""Everybody is prepared in person; an e-mail does not count."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE, VISITORS, Conference
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class NotYet(Refusal):
    message = _("Deze dag moet nog komen. Vink het pas aan als u elkaar gesproken heeft.")


class How(models.TextChoices):
    """How two people speak; there is no message among these."""

    VISIT = "visit", _("bezoek")
    PHONE = "phone", _("telefoon")
    VIDEO = "video", _("beeldbellen")


class Topic(models.TextChoices):
    """What to speak about with each. Ticked or not, and nothing of what was said."""

    DAY = "day", _("Wat de dag is: drie delen, gemiddeld vijf uur, geen eindtijd")
    PRIVATE = "private", _("Besloten tijd: dan is alleen de kring er")
    SAFETY = "safety", _("Of het veilig is, gevraagd als er niemand bij was")
    CONDITIONS = "conditions", _("De voorwaarden: gelezen, voorgelezen of verteld")
    QUESTION = "question", _("De vraag")
    NEEDS = "needs", _("Wat er nodig is om te komen: eten, oppas, vervoer, tolk")


class PersonalPreparation(models.Model):
    """The coordinator spoke with this person; an e-mail does not count (A26)."""

    How = How

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="preparations")
    person = models.ForeignKey(Person, models.CASCADE)
    how = models.CharField(_("hoe"), max_length=10, choices=How)
    on = models.DateField(_("op"))
    topics = models.CharField(_("waar het over ging"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("persoonlijke voorbereiding")
        constraints = [models.UniqueConstraint(fields=["conference", "person"], name="one_preparation_a_person")]

    def __str__(self) -> str:
        return f"{self.how}:{self.on}"

    @property
    def spoken_about(self) -> list[str]:
        return [topic for topic in Topic.values if topic in self.topics.split()]

    @property
    def not_yet(self) -> list[str]:
        """What did not come up, in words."""
        return [str(Topic(topic).label) for topic in Topic.values if topic not in self.spoken_about]

    @classmethod
    @transaction.atomic
    def tick(
        cls, conference: Conference, *, person: Person, how: str, on, topics: list[str] | None = None,
        by: Person | Hand,
    ) -> "PersonalPreparation":  # fmt: skip
        conference.write_down("prepare_person", by=by)
        if how not in How.values or not conference.roles_of(person) & (CIRCLE | VISITORS):
            raise Refusal
        if on > timezone.localdate():
            raise NotYet
        talk = {"how": how, "on": on}
        if topics is not None:
            talk["topics"] = " ".join(topic for topic in Topic.values if topic in topics)
        return cls.objects.update_or_create(conference=conference, person=person, defaults=talk)[0]

    @transaction.atomic
    def undo(self, *, by: Person | Hand) -> None:
        """Ticked by mistake."""
        self.conference.write_down("prepare_person", by=by)
        self.delete()
