"""After four to six weeks, and again after half a year, a person asks: does the plan run, is help wanted (B13, B25)."""

from datetime import date, datetime, timedelta

from django.db import models, transaction
from django.db.models import Exists, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Phase
from kring.conference.hands import Hand
from kring.conference.journal import JournalEntry
from kring.conference.models import Conference
from kring.followup.refusals import NotYetHeld
from kring.people.models import Person

FIRST_CONTACT = timedelta(weeks=4)
PROMISED = timedelta(weeks=6)
HALF_A_YEAR = timedelta(weeks=26)
LET_REST = timedelta(weeks=8)  # after that a call about the first weeks is none any more
NOT_NOW = timedelta(weeks=2)


class Moment(models.TextChoices):
    FIRST = "first", _("na 4 tot 6 weken")
    HALF_YEAR = "half_year", _("na een half jaar")
    LATER = "later", _("op een afgesproken dag")


class Contact(models.Model):
    """Does the plan run, is help wanted: asked, not inspected. No notes on content."""

    class Runs(models.TextChoices):
        ALL = "all", _("alles loopt")
        PART = "part", _("een deel loopt")
        NONE = "none", _("nog niets loopt")
        UNKNOWN = "unknown", _("niet gezegd")

    class How(models.TextChoices):
        PHONE = "phone", _("gebeld")
        LETTER = "letter", _("per brief")
        LINK = "link", _("zelf ingevuld")

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="contacts")
    on = models.DateField(_("op"))
    moment = models.CharField(_("wanneer in de opvolging"), max_length=10, choices=Moment, default=Moment.FIRST)
    how = models.CharField(_("hoe"), max_length=10, choices=How, default=How.PHONE)
    runs = models.CharField(_("hoe het loopt"), max_length=10, choices=Runs)
    wants_change = models.BooleanField(_("het plan moet anders"), default=False)
    wants_help = models.BooleanField(_("hulp bij het bij elkaar komen"), default=False)
    again_on = models.DateField(_("afgesproken om weer te bellen op"), null=True, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        verbose_name = _("opvolggesprek")
        ordering = ["-on", "-pk"]

    def __str__(self) -> str:
        return str(self.on)

    @classmethod
    @transaction.atomic
    def record(cls, conference: Conference, *, on: date, by: Person | Hand, **answers) -> "Contact":
        """Heard on the phone or read in a letter."""
        return cls._keep(conference, conference.write_down("record_contact", by=by), on, **answers)

    @classmethod
    @transaction.atomic
    def tell(cls, conference: Conference, *, by: Person | Hand, **answers) -> "Contact":
        """A main person says it by the own link; that is a contact just as well."""
        hand = conference.write_down("answer_contact", by=by)
        how = cls.How.PHONE if hand.is_for_someone_else else cls.How.LINK
        return cls._keep(conference, hand, timezone.localdate(), how=how, **answers)

    @classmethod
    def _keep(cls, conference: Conference, hand: Hand, on: date, **answers) -> "Contact":
        if on > timezone.localdate():
            raise NotYetHeld(field="on")
        moment = moment_of(on, timezone.localdate(began(conference)))
        return cls.objects.create(conference=conference, on=on, moment=moment, by=hand.by, **answers)


class ContactWish(models.Model):
    """«Nu niet» or «liever nooit»: whoever says so is left in peace, and the others are still asked."""

    class Says(models.TextChoices):
        NOT_NOW = "not_now", _("nu niet")
        NEVER = "never", _("liever niet meer")

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="contact_wishes")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    says = models.CharField(_("wens"), max_length=10, choices=Says)
    until = models.DateField(_("tot"), null=True, blank=True)

    class Meta:
        verbose_name = _("wens over bellen")
        constraints = [models.UniqueConstraint(fields=["conference", "person"], name="one_wish_about_calling")]

    def __str__(self) -> str:
        return self.get_says_display()

    @classmethod
    @transaction.atomic
    def say(cls, conference: Conference, *, says: str, by: Person | Hand, today: date | None = None) -> "ContactWish":
        hand = conference.write_down("answer_contact", by=by)
        until = (today or timezone.localdate()) + NOT_NOW if says == cls.Says.NOT_NOW else None
        about = {"says": cls.Says(says), "until": until}
        return cls.objects.update_or_create(conference=conference, person=hand.name_of, defaults=about)[0]


def began(conference: Conference) -> datetime:
    """When the months after began: the first time the circle left with what it decided, not each time it met again."""
    return with_news(Conference.objects.filter(pk=conference.pk)).get().began


def with_news(conferences: models.QuerySet) -> models.QuerySet:
    """Each with when the months after began, what was asked since, and on which day was agreed to call again."""
    rows = JournalEntry.objects.filter(conference=OuterRef("pk"), phase_after=Phase.FOLLOW_UP)
    first = rows.exclude(phase_before=Phase.FOLLOW_UP).values("conference").annotate(at=Min("at")).values("at")
    known = Contact.objects.filter(conference=OuterRef("pk"))
    return conferences.annotate(
        began=Coalesce(Subquery(first), "moved_at"),
        had_first=Exists(known.filter(moment=Moment.FIRST)),
        had_half=Exists(known.filter(moment=Moment.HALF_YEAR)),
        again_on=Subquery(known.values("again_on")[:1]),
    )


def moment_of(on: date, began: date) -> Moment:
    """To which of the two questions this talk belongs."""
    weeks = (on - began).days // 7
    return Moment.FIRST if weeks < 16 else Moment.HALF_YEAR if weeks < 40 else Moment.LATER


def due(news: Conference, today: date) -> tuple[Moment, date] | None:
    """What is to be asked now and since when; `news` comes from `with_news`. Of two at once the later one counts."""
    began = timezone.localdate(news.began)
    if news.again_on and news.again_on <= today:
        return Moment.LATER, news.again_on
    if began + HALF_A_YEAR <= today:
        is_fresh = not news.had_half and today < began + timedelta(weeks=40)
        return (Moment.HALF_YEAR, began + HALF_A_YEAR) if is_fresh else None
    is_fresh = not news.had_first and began + FIRST_CONTACT <= today < began + FIRST_CONTACT + LET_REST
    return (Moment.FIRST, began + FIRST_CONTACT) if is_fresh else None


def to_ask(conference: Conference, today: date) -> list[Person]:
    """The main people who did not say «nu niet» or «liever niet meer»."""
    rests = Q(says=ContactWish.Says.NEVER) | Q(until__gt=today)
    in_peace = set(conference.contact_wishes.filter(rests).values_list("person_id", flat=True))
    return [person for person in conference.main_people if person.pk not in in_peace]
