"""The one-day pass: a manager lets in, once, a colleague who lost the second factor. Who gave it is kept."""

from datetime import timedelta

from django.conf import settings
from django.db import models, transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.addresses import SlugField
from kring.foundation.refusals import Refusal
from kring.people.links import new_nonce
from kring.people.marking import grouped, halves, is_marked, mark_of
from kring.people.models import Desk, Person

ONE_DAY = timedelta(days=1)
KEPT = "one_day_pass"  # in the session, between opening the pass and typing the mailed code


class NoPassForThisPerson(Refusal):
    message = _("Aan deze persoon kunt u geen dagpas geven.")


class OneDayPassQuerySet(models.QuerySet):
    def live(self):
        return self.filter(
            used_at=None, withdrawn_at=None, given_at__gt=timezone.now() - ONE_DAY, person__is_active=True
        )


class OneDayPass(models.Model):
    """Stands in for the second factor once, after the mailed code; it leads to a new factor and no further."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="passes")
    given_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="passes_given")
    slug = SlugField()
    nonce = models.CharField(_("eenmalig getal"), max_length=16, default=new_nonce, editable=False)
    given_at = models.DateTimeField(_("gegeven op"), default=timezone.now)
    used_at = models.DateTimeField(_("gebruikt op"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("ingetrokken op"), null=True, blank=True)

    objects = OneDayPassQuerySet.as_manager()

    class Meta:
        verbose_name = _("dagpas")
        verbose_name_plural = _("dagpassen")
        ordering = ["-given_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.person} ({self.state})"

    @classmethod
    def possible_for(cls, giver: Person):
        """Colleagues at a desk who log in by mail; never oneself, and nobody with the keys of the whole house."""
        colleagues = Person.objects.filter(seat__isnull=False, is_active=True, is_staff=False, is_superuser=False)
        colleagues = colleagues.exclude(seat__desk=Desk.FUNDER)
        return colleagues.exclude(login_email=None).exclude(pk=giver.pk).distinct().order_by("first_name", "last_name")

    @classmethod
    @transaction.atomic
    def give(cls, person: Person, *, by: Person) -> "OneDayPass":
        """A new pass; one that was not used yet stops working."""
        if not cls.possible_for(by).filter(pk=person.pk).exists():
            raise NoPassForThisPerson
        cls.objects.live().filter(person=person).update(withdrawn_at=timezone.now())
        return cls.objects.create(person=person, given_by=by)

    @classmethod
    def at(cls, code: str) -> "OneDayPass | None":
        slug, mark = halves(code)
        found = cls.objects.live().select_related("person").filter(slug=slug).first() if slug else None
        return found if found and is_marked("pass", found.slug, found.nonce, mark) else None

    @classmethod
    def redeem(cls, request: HttpRequest, person: Person) -> bool:
        """Use the pass that was opened in this browser; of two at once one wins."""
        slug = request.session.pop(KEPT, "")
        return bool(slug and cls.objects.live().filter(slug=slug, person=person).update(used_at=timezone.now()))

    def keep_in(self, request: HttpRequest) -> None:
        request.session[KEPT] = self.slug

    @property
    def code(self) -> str:
        return grouped(self.slug + mark_of("pass", self.slug, self.nonce))

    @property
    def address(self) -> str:
        code = f"{self.slug}-{mark_of('pass', self.slug, self.nonce)}"
        return settings.BASE_URL + reverse("people:one_day_pass", args=[code])

    @property
    def state(self):
        if self.used_at:
            return _("gebruikt")
        if self.withdrawn_at:
            return _("ingetrokken")
        return _("nog te gebruiken") if self.given_at > timezone.now() - ONE_DAY else _("verlopen")
