"""Who stands beside somebody and who speaks for them; and how a child or a vulnerable adult wants to take part."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.reaching import folded
from kring.conference.access import Role
from kring.conference.hands import Hand, Via
from kring.conference.models import Conference, NotAllowed
from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.referral.answers import Authority

GROWN_UP = 18


class NotAParent(Refusal):
    message = _("Kies liever iemand die niet je ouder is. Dan hoeft niemand te kiezen tussen jou en zichzelf.")
    field = "name"


class WithinWhat(Refusal):
    message = _("Schrijf op waarover deze persoon mag beslissen, en waarover niet.")
    field = "scope"


class InWhatWay(Refusal):
    message = _("Kies hoe je mee wilt doen. Liever niet kan ook.")
    field = "ways"


class OneOrTheOther(Refusal):
    message = _("Liever niet en wel meedoen gaan niet samen. Kies er een.")
    field = "ways"


class Beside(models.Model):
    """Somebody beside a person. Who represents is recorded with a scope, and is not that person's voice (R-VUL-1)."""

    class Kind(models.TextChoices):
        SUPPORT = "support", _("steunfiguur")
        JIM = "jim", _("JIM, een zelf gekozen mentor")
        CONFIDANT = "confidant", _("vertrouwenspersoon")
        CURATOR = "curator", _("curator")
        MENTOR = "mentor", _("mentor van de rechter")
        ADMINISTRATOR = "administrator", _("bewindvoerder")

    CHOSEN = (Kind.SUPPORT, Kind.JIM, Kind.CONFIDANT)
    APPOINTED = (Kind.CURATOR, Kind.MENTOR, Kind.ADMINISTRATOR)

    slug = SlugField()
    conference = models.ForeignKey(Conference, models.CASCADE, related_name="beside")
    whom = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("van wie"))
    kind = models.CharField(_("wat"), max_length=15, choices=Kind)
    name = LockedTextField(_("naam"))
    scope = LockedTextField(_("waarover"), blank=True)
    via = models.CharField(_("hoe"), max_length=10, choices=Via, blank=True)
    noted_at = models.DateTimeField(_("genoteerd op"), default=timezone.now)

    class Meta:
        verbose_name = _("wie naast iemand staat")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_chosen(self) -> bool:
        return self.kind in self.CHOSEN

    @classmethod
    @transaction.atomic
    def choose(cls, conference: Conference, *, kind: str, name: str, by: Person | Hand) -> "Beside":
        """Chosen by this person, and by nobody else (R-CHD-2)."""
        hand = conference.write_down("choose_support", by=by)
        if kind not in cls.CHOSEN:
            raise NotAllowed
        if is_parent_of(conference, hand.name_of, name):
            raise NotAParent
        return cls.objects.create(conference=conference, whom=hand.name_of, kind=kind, name=name, via=hand.via)

    @classmethod
    @transaction.atomic
    def appoint(cls, conference: Conference, *, whom: Person, kind: str, name: str, scope: str, by: Person | Hand):
        """A judge appointed this representative; what for, is written beside it."""
        hand = conference.write_down("note_representative", by=by)
        if kind not in cls.APPOINTED or Role.MAIN_PERSON not in conference.roles_of(whom):
            raise NotAllowed
        if not scope:
            raise WithinWhat
        return cls.objects.create(conference=conference, whom=whom, kind=kind, name=name, scope=scope, via=hand.via)

    @transaction.atomic
    def let_go(self, *, by: Person | Hand) -> None:
        """Whom somebody chose, they let go themselves; a representative the coordinator crosses out."""
        hand = self.conference.write_down("choose_support" if self.is_chosen else "note_representative", by=by)
        if self.is_chosen and hand.name_of != self.whom:
            raise NotAllowed
        self.delete()


def is_parent_of(conference: Conference, child: Person, name: str) -> bool:
    """Parents with or without authority are known by name; a first name alone is enough to ask again."""
    parents = Authority.objects.filter(conference=conference, child=child).select_related("parent")
    known = {str(parent) for parent in parents} | {parent.parent.first_name for parent in parents if parent.parent}
    return folded(name) in {folded(parent) for parent in known if parent}


class JoiningIn(models.Model):
    """How somebody wants to take part, in their own words; asked by a person (R-CHD-1)."""

    class Way(models.TextChoices):
        WHOLE = "whole", _("de hele dag erbij zijn")
        PART = "part", _("een deel erbij zijn")
        OWN_MESSAGE = "own_message", _("zelf iets opschrijven")
        DRAWING = "drawing", _("een tekening maken")
        AUDIO = "audio", _("iets inspreken")
        SPOKESPERSON = "spokesperson", _("iemand zegt het voor mij")
        NOT = "not", _("liever niet")

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="joining_in")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("wie"))
    ways = LockedTextField(_("hoe iemand mee wil doen"))
    words = LockedTextField(_("in eigen woorden"), blank=True)
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+", verbose_name=_("gevraagd door"))
    via = models.CharField(_("hoe"), max_length=10, choices=Via, blank=True)
    at = models.DateTimeField(_("op"), default=timezone.now)

    class Meta:
        verbose_name = _("hoe iemand meedoet")
        constraints = [models.UniqueConstraint(fields=["conference", "person"], name="one_way_of_joining_a_person")]

    @property
    def chosen(self) -> list[str]:
        return [way for way in self.Way.values if way in self.ways.split()]

    @property
    def in_words(self) -> list[str]:
        return [str(self.Way(way).label) for way in self.chosen]

    @classmethod
    @transaction.atomic
    def say(cls, conference: Conference, *, ways: list[str], words: str = "", by: Person | Hand) -> "JoiningIn":
        """Said by oneself, or to the coordinator who asks."""
        hand = conference.write_down("choose_support", by=by)
        chosen = [way for way in cls.Way.values if way in ways]
        if not chosen:
            raise InWhatWay
        if cls.Way.NOT in chosen and len(chosen) > 1:
            raise OneOrTheOther
        said = {"ways": " ".join(chosen), "words": words, "asked_by": hand.by, "via": hand.via, "at": timezone.now()}
        return cls.objects.update_or_create(conference=conference, person=hand.name_of, defaults=said)[0]

    @classmethod
    def unasked(cls, conference: Conference) -> list[Person]:
        """Every minor main person, and every adult with a representative, who did not say it yet."""
        appointed = conference.beside.filter(kind__in=Beside.APPOINTED).values_list("whom_id", flat=True)
        represented = set(appointed)
        wanted = [person for person in conference.main_people if is_minor(person) or person.pk in represented]
        if not wanted:
            return []
        said = set(cls.objects.filter(conference=conference).values_list("person_id", flat=True))
        return [person for person in wanted if person.pk not in said]


def is_minor(person: Person) -> bool:
    age = person.age_on(timezone.localdate())
    return age is not None and age < GROWN_UP


def has_children(conference: Conference) -> bool:
    """Is it about a child? Then child and parents know whom to call outside the family (R-CHD-6)."""
    return any(is_minor(person) for person in conference.main_people)
