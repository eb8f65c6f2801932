"""Not being there as the last step: by the coordinator with the coach, after talking with the main person (R-SAF-4)."""

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.alone import in_own_name
from kring.circle.kinds import Mode
from kring.circle.models import CircleMember
from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.posting import post
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class OtherWaysFirst(Refusal):
    message = _(
        "Bied eerst een andere manier aan: bellen, beeldbellen, een brief of iemand die voor deze persoon spreekt."
    )
    field = "offered"


class AskTheMainPerson(Refusal):
    message = _("Praat er eerst over met de hoofdpersoon. Vul in wanneer dat was.")
    field = "consulted_on"


class NotTwice(Refusal):
    message = _("Over deze persoon is dit al voorgesteld.")


class Exclusion(models.Model):
    """Somebody who will not be there, and why; the reason is for the coordinator and the coach."""

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="exclusions")
    member = models.OneToOneField(CircleMember, models.CASCADE, related_name="exclusion", verbose_name=_("wie"))
    reason = LockedTextField(_("waarom"))
    offered = LockedTextField(_("welke andere manieren zijn aangeboden"))
    consulted_on = models.DateField(_("besproken met de hoofdpersoon op"))
    proposed_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField(_("voorgesteld op"), default=timezone.now)
    agreed_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    agreed_at = models.DateTimeField(_("besloten op"), null=True, blank=True)

    class Meta:
        verbose_name = _("uitsluiting")
        ordering = ["pk"]

    @classmethod
    @transaction.atomic
    def propose(
        cls, member: CircleMember, *, reason: str, offered: str, consulted_on, by: Person | Hand
    ) -> "Exclusion":
        """The coordinator sees no other way; nothing happens before the coach agrees."""
        hand = in_own_name(member.conference, "propose_exclusion", by)
        if not member.person or not member.is_invited:
            raise NotAllowed
        if not offered:
            raise OtherWaysFirst
        if consulted_on is None or consulted_on > timezone.localdate():
            raise AskTheMainPerson
        if cls.objects.filter(member=member).exists():
            raise NotTwice
        said = {"reason": reason, "offered": offered, "consulted_on": consulted_on}
        return cls.objects.create(conference=member.conference, member=member, proposed_by=hand.by, **said)

    @transaction.atomic
    def agree(self, *, by: Person | Hand) -> None:
        """The coach agrees: the seat is given up, and this person gets a respectful message without reasons."""
        hand = in_own_name(self.conference, "agree_to_exclusion", by)
        if not Exclusion.objects.filter(pk=self.pk, agreed_at=None).update(agreed_at=timezone.now(), agreed_by=hand.by):
            raise NotTwice
        self.refresh_from_db()
        member, now = self.member, timezone.now()
        CircleMember.objects.filter(pk=member.pk).update(mode=Mode.NOT, answered_at=now)
        self._tell(member.person, hand)
        self.conference.unseat(member.person, Role.CIRCLE_MEMBER, Role.PROFESSIONAL)

    def _tell(self, person: Person, hand: Hand) -> None:
        path = reverse("circle:invitation", args=[self.conference.slug])
        is_at_work, letter = self.member.is_professional, "circle/letters/without_you.txt"
        words = {"names": self.conference.names, "is_at_work": is_at_work}
        how = {"about": self.conference, "sent_by": hand.by, "link_path": path}
        post(person, letter, words, key=f"exclusion {self.slug}", **how)

    @transaction.atomic
    def withdraw(self, *, by: Person | Hand) -> None:
        """It is not needed, or no longer. After a decision the invitation can be sent anew."""
        in_own_name(self.conference, "agree_to_exclusion" if self.agreed_at else "propose_exclusion", by)
        if self.agreed_at:
            CircleMember.objects.filter(pk=self.member_id).update(answered_at=timezone.now())
        self.delete()
