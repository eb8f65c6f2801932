"""«Nu even niet»: the stand-in of the plan is asked to take over for a while, and says yes or rather not."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import CIRCLE
from kring.followup.refusals import NoStandIn
from kring.followup.telling import let_know, refuse_at_rest
from kring.foundation.addresses import SlugField
from kring.people.models import Person
from kring.plan.agreements import Agreement
from kring.plan.copying import hides_safety
from kring.plan.naming import recognise
from kring.plan.refusals import NotAccepted, NotYours


class StandInQuerySet(models.QuerySet):
    def open(self):
        return self.filter(ended_at=None)


class StandIn(models.Model):
    """Somebody of the circle who takes over one agreement for a while. It stays on the name of its doer."""

    slug = SlugField()
    agreement = models.ForeignKey(Agreement, models.CASCADE, related_name="stand_ins")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    agreed_at = models.DateTimeField(_("ja gezegd op"), null=True, blank=True)
    ended_at = models.DateTimeField(_("voorbij sinds"), null=True, blank=True)

    objects = StandInQuerySet.as_manager()

    class Meta:
        verbose_name = _("vervanging")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement"], condition=models.Q(ended_at=None), name="one_stand_in_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def is_agreed(self) -> bool:
        """Silence is no yes (B23)."""
        return self.agreed_at is not None

    @classmethod
    @transaction.atomic
    def ask(cls, agreement: Agreement, *, by: Person | Hand) -> "StandIn":
        """Without a reason. Whoever the plan names is asked; nobody else, and nobody outside the circle."""
        conference = agreement.plan.conference
        hand = conference.write_down("keep_agreement", by=by)
        if hand.name_of != agreement.doer:
            raise NotYours
        if not agreement.is_accepted:
            raise NotAccepted
        refuse_at_rest(conference)
        person = recognise(agreement.stand_in, conference.people(*CIRCLE))
        if person is None or person == agreement.doer or (agreement.is_safety and hides_safety(agreement.plan, person)):
            raise NoStandIn
        asked, is_new = cls.objects.get_or_create(agreement=agreement, ended_at=None, defaults={"person": person})
        if is_new:
            let_know([person], conference, key=f"followup:stand_in:{asked.slug}", page="followup:mine", by=hand)
        return asked

    @transaction.atomic
    def answer(self, *, takes: bool, by: Person | Hand) -> None:
        """«Ja, ik doe het zolang», or rather not; who asked hears that there is an answer."""
        conference = self.agreement.plan.conference
        hand = conference.write_down("keep_agreement", by=by)
        if hand.name_of != self.person:
            raise NotYours
        self.agreed_at, self.ended_at = (timezone.now(), None) if takes else (None, timezone.now())
        self.save(update_fields=["agreed_at", "ended_at"])
        key = f"followup:stands_in:{self.slug}:{takes}"
        let_know([self.agreement.doer], conference, key=key, page="followup:mine", by=hand)

    @transaction.atomic
    def end(self, *, by: Person | Hand) -> None:
        """Either of the two says that it is over; the agreement is with its doer again."""
        conference = self.agreement.plan.conference
        hand = conference.write_down("keep_agreement", by=by)
        if hand.name_of not in (self.person, self.agreement.doer):
            raise NotYours
        self.ended_at = timezone.now()
        self.save(update_fields=["ended_at"])
        both = [self.person, self.agreement.doer]
        let_know(both, conference, key=f"followup:self_again:{self.slug}", page="followup:mine", by=hand)


def free_what_they_did(agreement: Agreement) -> None:
    """It changes hands: who stood in does so no more, and the word of who did it goes."""
    agreement.stand_ins.open().update(ended_at=timezone.now())
    agreement.circle_words.all().delete()
