"""Lists of words the office keeps: another word, one more, or one that is no longer offered. What was said stays."""

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.own_words import choose, chosen
from kring.foundation.refusals import Refusal


class IsThere(Refusal):
    message = _("Dit woord staat er al.")
    field = "label"


class MustStay(Refusal):
    message = _("Dit woord doet iets in het programma. Het kan anders heten, maar niet weg.")


class CannotGrow(Refusal):
    message = _("Bij deze lijst kan niets bij: zij telt mee in de cijfers van elk jaar.")
    field = "label"


class ListWord(models.Model):
    """One word of a list that is not as the program brings it: called otherwise, added, or no longer offered."""

    list = models.CharField(_("lijst"), max_length=20)
    code = models.CharField(_("code"), max_length=20)
    label = models.CharField(_("woord"), max_length=60, blank=True)
    retired_at = models.DateTimeField(_("niet meer aangeboden sinds"), null=True, blank=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    changed_at = models.DateTimeField(_("gewijzigd op"), default=timezone.now)

    class Meta:
        verbose_name = _("woord van een lijst")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["list", "code"], name="one_code_a_list")]


@dataclass(frozen=True)
class Word:
    code: str
    label: str
    is_retired: bool
    must_stay: bool


@dataclass(frozen=True)
class Wordlist:
    """A list as the program brings it, with the codes that do something and so must stay."""

    name: str
    title: str
    base: type[models.TextChoices]
    stays: frozenset[str] = frozenset()
    last: str = ""  # «iets anders» stands at the end
    can_grow: bool = True

    def words(self) -> list[Word]:
        """Everything that was ever in it, in its order."""
        own = chosen("lists").get(self.name, {})
        codes = [*self.base.values, *(code for code in own if code not in self.base.values)]
        codes.sort(key=lambda code: code == self.last)
        return [
            Word(code, self.label(code), own.get(code, {}).get("retired", False), code in self.stays) for code in codes
        ]

    def choices(self) -> list[tuple[str, str]]:
        """What is offered now."""
        return [(word.code, word.label) for word in self.words() if not word.is_retired]

    def label(self, code: str) -> str:
        """The word for this code, also when it is no longer offered."""
        own = chosen("lists").get(self.name, {}).get(code, {}).get("label")
        return own or dict(self.base.choices).get(code, code)

    # --- verbs -----------------------------------------------------------------------------------------------------
    def add(self, *, label: str, by) -> None:
        if not self.can_grow:
            raise CannotGrow
        self._refuse_twice(label)
        self._keep(f"w{secrets.token_hex(5)}", by, label=label)

    def rename(self, code: str, *, label: str, by) -> None:
        self._refuse_twice(label, but=code)
        self._keep(code, by, label=label)

    def retire(self, code: str, *, by) -> None:
        """No longer offered; whoever was called so keeps being called so."""
        if code in self.stays:
            raise MustStay
        self._keep(code, by, retired_at=timezone.now())

    def offer_again(self, code: str, *, by) -> None:
        self._keep(code, by, retired_at=None)

    def _refuse_twice(self, label: str, but: str = "") -> None:
        if any(str(word.label).casefold() == label.casefold() for word in self.words() if word.code != but):
            raise IsThere

    @transaction.atomic
    def _keep(self, code: str, by, **changes) -> None:
        about = changes | {"changed_by": by, "changed_at": timezone.now()}
        ListWord.objects.update_or_create(list=self.name, code=code, defaults=about)
        rows = ListWord.objects.filter(list=self.name)
        now = {row.code: {"label": row.label, "retired": row.retired_at is not None} for row in rows}
        choose("lists", self.name, now)


LISTS: dict[str, Wordlist] = {}


def wordlist(found: Wordlist) -> Wordlist:
    """Make it known to the office's desk."""
    LISTS[found.name] = found
    return found
