"""Wishes for the coordinator: of the main person, about the coordinator, and kept nowhere but here (A34)."""

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.foundation.locking import LockedTextField


class WishKind(models.TextChoices):
    """What a wish is about. They say what the coordinator should be like, never what the person is."""

    LANGUAGE = "language", gettext_lazy("taal")
    CULTURE = "culture", gettext_lazy("cultuur")
    BACKGROUND = "background", gettext_lazy("achtergrond")
    GENDER = "gender", gettext_lazy("man of vrouw")
    OTHER = "other", gettext_lazy("verder")


class Wishes(models.Model):
    """The columns of the wishes, each locked; they go when the conference is over."""

    wish_language = LockedTextField(gettext_lazy("wens: taal"), blank=True)
    wish_culture = LockedTextField(gettext_lazy("wens: cultuur"), blank=True)
    wish_background = LockedTextField(gettext_lazy("wens: achtergrond"), blank=True)
    wish_gender = LockedTextField(gettext_lazy("wens: man of vrouw"), blank=True)
    wish_other = LockedTextField(gettext_lazy("wens: verder"), blank=True)
    no_preference = models.BooleanField(gettext_lazy("geen voorkeur"), default=False)

    class Meta:
        abstract = True

    def wish_list(self) -> list[tuple[str, str]]:
        """(kind, words) of every wish there is; kind is one of `WishKind`."""
        return [(kind.value, words) for kind in WishKind if (words := getattr(self, f"wish_{kind}"))]

    @property
    def wishes(self) -> str:
        """All wishes as one text; «geen voorkeur» is an answer, nothing is not asked yet."""
        said = "; ".join(words for _kind, words in self.wish_list())
        return said or (_("Geen voorkeur") if self.no_preference else "")

    @property
    def wish_lines(self) -> list[tuple[str, str]]:
        """The wishes with what each is about, for on the screen."""
        return [(WishKind(kind).label, words) for kind, words in self.wish_list()]

    def wish(self, **said) -> list[str]:
        """Take over what was said about the coordinator; returns the names of the columns that changed."""
        known = {name: value for name, value in said.items() if name in WISH_FIELDS}
        if any(value for name, value in known.items() if name != "no_preference"):
            known["no_preference"] = False
        for name, value in known.items():
            setattr(self, name, value)
        return list(known)


WISHES = tuple(f"wish_{kind}" for kind in WishKind)
WISH_FIELDS = (*WISHES, "no_preference")
NO_WISHES = dict.fromkeys(WISHES, "") | {"no_preference": False}


def as_wishes(said: str | dict | None) -> dict:
    """The columns for what was said: one free sentence, or words by kind or by column."""
    if isinstance(said, str):
        return {"wish_other": said} if said else {}
    return {name if name in WISH_FIELDS else f"wish_{name}": words for name, words in (said or {}).items()}
