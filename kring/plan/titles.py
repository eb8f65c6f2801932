"""What the plan is called: by the circle, and by the law."""

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class AlsoCalled(models.TextChoices):
    """Under which name the laws know a plan people make themselves (B3)."""

    FAMILY_GROUP = "family_group", gettext_lazy("familiegroepsplan (artikel 1.1 Jeugdwet)")
    PERSONAL = "personal", gettext_lazy("persoonlijk plan (Wmo)")
    OWN_APPROACH = "own_approach", gettext_lazy("eigen plan van aanpak (Wvggz)")


def title_of(it: dict) -> str:
    return it["title"] or _("Ons plan")


def called_by_law(it: dict) -> str:
    """«familiegroepsplan (artikel 1.1 Jeugdwet)», where the circle chose that."""
    return str(AlsoCalled(it["also_called"]).label) if it["also_called"] else ""


def full_title(it: dict) -> str:
    """The title the circle chose, with the name in the law when it wants that there."""
    return " – ".join(filter(None, [title_of(it), called_by_law(it)]))
