"""The personal link: how family, circle and professionals come in, without a password or an account."""

from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField
from kring.foundation.posting import makes_links
from kring.foundation.refusals import Refusal
from kring.people.marking import grouped, halves, is_marked, mark_of
from kring.people.models import Person

ALMOST_OVER = timedelta(days=60)  # a link that is sent again should not end the day after


class StaffComeInOtherwise(Refusal):
    message = _("Wie bij ons werkt, krijgt geen persoonlijke link. Inloggen gaat met een code uit de e-mail.")


def new_nonce() -> str:
    return get_random_string(16)


def here(path: str) -> str:
    """This path when it is a page of our own; nothing when it leads elsewhere."""
    is_ours = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if is_ours else ""


class PersonalLinkQuerySet(models.QuerySet):
    def live(self, now: datetime | None = None):
        """Links that let somebody in now; never somebody who works here, whatever the row says."""
        return self.filter(
            revoked_at=None,
            expires_at__gt=now or timezone.now(),
            person__is_active=True,
            person__is_staff=False,
            person__is_superuser=False,
            person__seat=None,
        )


class PersonalLink(models.Model):
    """The way in for one person. The row alone opens nothing: half of the address is made with the secret key."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="links")
    slug = SlugField()
    nonce = models.CharField(_("eenmalig getal"), max_length=16, default=new_nonce, editable=False)
    made_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(_("gemaakt op"), default=timezone.now)
    expires_at = models.DateTimeField(_("geldig tot"))
    revoked_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)
    revoked_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    last_used_at = models.DateTimeField(_("laatst gebruikt op"), null=True, blank=True)

    objects = PersonalLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("persoonlijke link")
        constraints = [
            models.UniqueConstraint(fields=["person"], condition=models.Q(revoked_at=None), name="one_link_a_person"),
        ]

    def __str__(self) -> str:
        return self.slug

    @classmethod
    def of(cls, person: Person, by: Person | None = None) -> "PersonalLink":
        """The link of this person: the one that was sent before, or a new one."""
        if person.is_at_a_desk:
            raise StaffComeInOtherwise
        link = cls.objects.filter(person=person, revoked_at=None).first()
        if link and link.expires_at > timezone.now():
            return link.lengthened()
        with transaction.atomic():
            if link:
                link.revoke(by)
            fresh = {"made_by": by, "expires_at": timezone.now() + timedelta(days=settings.LINK_DAYS)}
            return cls.objects.get_or_create(person=person, revoked_at=None, defaults=fresh)[0]

    @classmethod
    def at(cls, code: str) -> "PersonalLink | None":
        """The live link with this code, from an address or typed from paper."""
        slug, mark = halves(code)
        link = cls.objects.live().select_related("person").filter(slug=slug).first() if slug else None
        return link if link and is_marked("link", link.slug, link.nonce, mark) else None

    @property
    def code(self) -> str:
        """For on paper: six groups of four."""
        return grouped(self.slug + mark_of("link", self.slug, self.nonce))

    def address(self, path: str = "") -> str:
        """The whole address, for in a message; with `path` it leads on to that page."""
        page = reverse("people:link", args=[f"{self.slug}-{mark_of('link', self.slug, self.nonce)}"])
        query = "?" + urlencode({"naar": here(path)}) if here(path) else ""
        return settings.BASE_URL + page + query

    def lengthened(self) -> "PersonalLink":
        """Valid for its full time again when it was almost over."""
        if self.expires_at - timezone.now() < ALMOST_OVER:
            self.expires_at = timezone.now() + timedelta(days=settings.LINK_DAYS)
            self.save(update_fields=["expires_at"])
        return self

    def revoke(self, by: Person | None = None) -> None:
        """Close it for ever, and with it every session that came in through it."""
        now = timezone.now()
        if PersonalLink.objects.filter(pk=self.pk, revoked_at=None).update(revoked_at=now, revoked_by=by):
            self.revoked_at, self.revoked_by = now, by

    def note_use(self) -> None:
        PersonalLink.objects.filter(pk=self.pk).update(last_used_at=timezone.now())

    def visitor(self) -> Person:
        """The person, in a session that lives as long as this link does."""
        self.person.came_by = f"{self.slug}:{self.nonce}"
        self.person.sits_nowhere()
        return self.person


def revoke_all(person: Person, by: Person | None = None) -> None:
    for link in PersonalLink.objects.filter(person=person, revoked_at=None):
        link.revoke(by)


@makes_links
def link_maker(person: Person, path: str = "") -> str:
    """The address in a message to this person: a personal link, or for who works here just the page."""
    if person.is_at_a_desk:
        return settings.BASE_URL + (here(path) or "/")
    return PersonalLink.of(person).address(path)
