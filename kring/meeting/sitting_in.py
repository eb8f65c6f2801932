"""Who may sit with the circle behind the door and is not of it: asked for by the circle, named beforehand (R-PRV-2)."""

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.needing import is_a_child
from kring.circle.reaching import folded
from kring.conference.access import Role
from kring.conference.hands import Hand, Via
from kring.conference.models import CIRCLE, Conference, NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.posting import post
from kring.foundation.refusals import Refusal
from kring.people.models import Person


class TakesPart(Refusal):
    message = _("Deze persoon doet al mee aan de dag. Kies iemand van buiten.")
    field = "name"


class IsAChild(Refusal):
    message = _("Kies een volwassene. Voor een kind is dit te zwaar.")
    field = "name"


class NoPromise(Refusal):
    message = _("Vraag eerst of deze persoon belooft om niets door te vertellen.")
    field = "promised"


class SitsIn(models.Model):
    """A neutral helper beside somebody of the circle. No account and no key: whoever sits in reads no room (A62)."""

    class Kind(models.TextChoices):
        INTERPRETER = "interpreter", _("tolk")
        CARE = "care", _("helpt met verzorging")
        SPEECH = "speech", _("helpt bij praten, horen of lezen")

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="sitting_in")
    name = models.CharField(_("naam"), max_length=100)
    kind = models.CharField(_("waarvoor"), max_length=15, choices=Kind)
    asked_by = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("gevraagd door"))
    via = models.CharField(_("hoe"), max_length=10, choices=Via, blank=True)
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)

    class Meta:
        verbose_name = _("wie bij de kring zit")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_kind_display()}"

    @property
    def short_name(self) -> str:
        """Enough to know who it is, for what is kept on a phone."""
        first, *others = self.name.split()
        return f"{first} {others[-1][:1]}" if others else first

    @classmethod
    def of(cls, conference: Conference) -> "list[SitsIn]":
        found = list(conference.sitting_in.select_related("asked_by"))
        for one in found:
            one.conference = conference
        return found

    # --- verbs
    @classmethod
    @transaction.atomic
    def ask(cls, conference: Conference, *, name: str, kind: str, promised: bool, by: Person | Hand) -> "SitsIn":
        """Somebody of the circle asks for it, while the door is still open; everybody in the circle hears of it."""
        hand = conference.write_down("let_someone_stay", by=by)
        if kind not in cls.Kind.values:
            raise NotAllowed
        refuse_unless_neutral(conference, name)
        if not promised:
            raise NoPromise
        found = cls.objects.create(conference=conference, name=name, kind=kind, asked_by=hand.name_of, via=hand.via)
        tell_the_circle(found, hand)
        return found

    def may_be_let_go_by(self, person: Person) -> bool:
        """By who asked, and by a main person."""
        return person == self.asked_by or Role.MAIN_PERSON in self.conference.roles_of(person)

    @transaction.atomic
    def let_go(self, *, by: Person | Hand) -> None:
        hand = self.conference.write_down("let_someone_stay", by=by)
        if not self.may_be_let_go_by(hand.name_of):
            raise NotAllowed
        self.delete()


def refuse_unless_neutral(conference: Conference, name: str) -> None:
    """Nobody who has a part in the day already, and no child."""
    if folded(name) in {folded(seat.person.get_full_name()) for seat in conference.seated()}:
        raise TakesPart
    if is_a_child(conference, name):
        raise IsAChild


def tell_the_circle(found: SitsIn, hand: Hand) -> None:
    """Without the name: who it is stands behind the door of their own page."""
    path = reverse("meeting:who_stays", args=[found.conference.slug])
    for person in found.conference.people(*CIRCLE):
        if person not in (hand.by, hand.name_of):
            key, about = f"sits in {found.slug} {person.slug}", {"about": found.conference, "link_path": path}
            post(person, "meeting/letters/sits_in.txt", {}, key=key, sent_by=hand.by, **about)
