"""Who gets the story by mail: an address under lock, from the second yes until they would rather not."""

from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField
from kring.foundation.locking import LockedTextField
from kring.people.links import new_nonce
from kring.people.marking import halves, is_marked, mark_of

NEVER = date(2000, 1, 1)  # before any story
MOST_BOUNCES = 3
BOUNCES_FADE = timedelta(days=60)  # a mailbox that was full once is not full for ever


def fingerprint(address: str, secret: str | None = None) -> str:
    """The same for the same address, and nothing to find it by without our key."""
    return salted_hmac("kring.stories.reader", address.strip().lower(), secret=secret, algorithm="sha256").hexdigest()


def fingerprints(address: str) -> list[str]:
    return [fingerprint(address, secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


class Subscriber(models.Model):
    """A reader by mail: an address and nothing more. No name, no list of what was opened; gone when they leave."""

    slug = SlugField()
    nonce = models.CharField(_("eenmalig getal"), max_length=16, default=new_nonce, editable=False)
    address = LockedTextField(_("e-mailadres"))
    fingerprint = models.CharField(_("merkteken van het adres"), max_length=64, unique=True, editable=False)
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("bevestigd op"), null=True, blank=True)
    last_friday = models.DateField(_("laatste vrijdag"), default=NEVER)
    wait_until = models.DateTimeField(_("niet voor"), default=timezone.now)
    claimed_by = models.CharField(_("wie verstuurt"), max_length=12, blank=True)
    tries = models.PositiveSmallIntegerField(_("pogingen"), default=0)
    bounces = models.PositiveSmallIntegerField(_("kwam terug"), default=0)
    bounced_on = models.DateField(_("laatst teruggekomen op"), null=True, blank=True)

    class Meta:
        verbose_name = _("lezer van het vrijdagverhaal")
        indexes = [models.Index(fields=["last_friday", "wait_until"], name="readers_due")]

    def __str__(self) -> str:
        return self.slug

    # --- questions -------------------------------------------------------------------------------------------------
    @classmethod
    def with_address(cls, address: str) -> "Subscriber | None":
        return cls.objects.filter(fingerprint__in=fingerprints(address)).first()

    @classmethod
    def readers(cls):
        """Those who said yes twice."""
        return cls.objects.exclude(confirmed_at=None)

    @classmethod
    def at(cls, purpose: str, code: str) -> "Subscriber | None":
        """Whose code this is, and for this purpose alone."""
        slug, mark = halves(code)
        found = cls.objects.filter(slug=slug).first() if slug else None
        return found if found and is_marked(f"reader.{purpose}", found.slug, found.nonce, mark) else None

    def code(self, purpose: str) -> str:
        return f"{self.slug}-{mark_of(f'reader.{purpose}', self.slug, self.nonce)}"

    @property
    def confirm_address(self) -> str:
        return settings.BASE_URL + reverse("stories:confirm", args=[self.code("confirm")])

    @property
    def leave_address(self) -> str:
        """What ends it at once: only in the header of a mail, and in a mail that was asked for to leave."""
        return settings.BASE_URL + reverse("stories:leave_at_once", args=[self.code("leave")])

    # --- verbs -----------------------------------------------------------------------------------------------------
    def confirm(self) -> None:
        Subscriber.objects.filter(pk=self.pk, confirmed_at=None).update(confirmed_at=timezone.now())

    def leave(self) -> None:
        """Gone, with everything we had: that is one address."""
        self.delete()

    def note_bounce(self, on: date) -> None:
        """A mail came back for good; after a few of these, weeks apart, we stop and forget the address."""
        same_week = self.bounced_on and on - self.bounced_on < timedelta(days=6)
        if same_week:
            return
        faded = self.bounced_on is None or on - self.bounced_on > BOUNCES_FADE
        self.bounces, self.bounced_on = 1 if faded else self.bounces + 1, on
        if self.bounces >= MOST_BOUNCES:
            self.delete()
        else:
            Subscriber.objects.filter(pk=self.pk).update(bounces=self.bounces, bounced_on=on)


@transaction.atomic
def subscribe(address: str) -> Subscriber:
    """Somebody typed this address; nothing is sent to it until its owner says yes from the mailbox."""
    address = address.strip()
    known = Subscriber.with_address(address)
    if known is None:
        made = {"address": address, "fingerprint": fingerprint(address)}
        known, _new = Subscriber.objects.get_or_create(fingerprint=made["fingerprint"], defaults=made)
    elif known.confirmed_at is None:
        known.asked_at = timezone.now()
        known.save(update_fields=["asked_at"])
    return known


# --- whose turn it is -----------------------------------------------------------------------------------------------
def still_to_get(friday: date, began_at: datetime):
    """Readers from before this round who do not have its story yet."""
    return Subscriber.readers().filter(last_friday__lt=friday, confirmed_at__lt=began_at)


def claim(friday: date, began_at: datetime, *, token: str, most: int, until: datetime, now: datetime):
    """Take a handful that nobody else is busy with; of a sender that died they come free when its time is over."""
    due = still_to_get(friday, began_at).filter(wait_until__lte=now)
    handful = list(due.order_by("last_friday", "wait_until", "pk").values_list("pk", flat=True)[:most])
    due.filter(pk__in=handful).update(claimed_by=token, wait_until=until, tries=F("tries") + 1)
    return list(still_to_get(friday, began_at).filter(pk__in=handful, claimed_by=token))


def still_ours(reader: Subscriber):
    """This reader, who did not leave since they were claimed, and whom nobody took over."""
    return Subscriber.objects.filter(pk=reader.pk, claimed_by=reader.claimed_by)


def settle(reader: Subscriber, **changes) -> int:
    """Note how it went for one reader, unless somebody else has taken over or they left meanwhile."""
    return still_ours(reader).update(**{"claimed_by": "", **changes})
