"""An earlier conference of the same person: found by the regiomanager, and only when the person says so."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase, Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, NotAllowed, Participant
from kring.people.models import Person

MOST = 20


class EarlierConference(models.Model):
    """Two conferences around the same person, as the regiomanager found; no word of what the first was about."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="earlier_ones")
    earlier = models.ForeignKey(
        Conference, models.CASCADE, related_name="later_ones", verbose_name=_("eerdere conferentie")
    )
    linked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+", verbose_name=_("gevonden door"))
    linked_at = models.DateTimeField(_("gevonden op"), default=timezone.now)

    class Meta:
        verbose_name = _("eerdere conferentie")
        constraints = [models.UniqueConstraint(fields=["conference", "earlier"], name="an_earlier_one_is_linked_once")]

    @classmethod
    @transaction.atomic
    def link(cls, conference: Conference, earlier: Conference, *, by: Person | Hand) -> "EarlierConference":
        hand = conference.write_down("link_earlier", by=by)
        if not may_be_looked_for(conference):
            raise NotAllowed
        return cls.objects.get_or_create(conference=conference, earlier=earlier, defaults={"linked_by": hand.by})[0]


def may_be_looked_for(conference: Conference) -> bool:
    """Did the main person say that the regiomanager may look? Taken back is taken back."""
    referral = getattr(conference, "referral", None)
    return bool(referral and referral.may_look_back)


def found_by_name(conference: Conference, *, first_name: str, last_name: str = "") -> list[Participant]:
    """Closed conferences around somebody with exactly this name, the newest first. What is erased is not found."""
    name = {"person__first_name__iexact": first_name} | ({"person__last_name__iexact": last_name} if last_name else {})
    seats = Participant.objects.present().filter(role=Role.MAIN_PERSON, conference__phase=Phase.CLOSED, **name)
    seats = seats.exclude(conference=conference).select_related("person", "conference__municipality")
    return list(seats.order_by("-conference__closed_at")[:MOST])


@transaction.atomic
def unlink_all(conference: Conference) -> None:
    """The main person does not want it any more: what was linked goes."""
    EarlierConference.objects.filter(conference=conference).delete()
