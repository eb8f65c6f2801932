"""Who runs this house, as the office describes it: on every page and letter from then on."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import looks_like_bsn
from kring.foundation.refusals import Refusal
from kring.foundation.uploads import Upload
from kring.oversight.banking import checked
from kring.people.models import Organisation

LOGO = 480  # points


class NoRsin(Refusal):
    message = _("Een RSIN heeft negen cijfers. Kijk het na op een brief van de Belastingdienst.")
    field = "rsin"


def theirs() -> Organisation:
    """The one row there is, or a new one."""
    return Organisation.objects.select_related("logo").first() or Organisation()


def describe(*, rsin: str, iban: str, **words) -> Organisation:
    """A number of the tax office has nine digits that pass the eleven-test; an account is checked as any."""
    rsin = "".join(rsin.split()).replace(".", "")
    if rsin and not (rsin.isascii() and rsin.isdigit() and len(rsin) == 9 and looks_like_bsn(rsin)):
        raise NoRsin
    house = theirs()
    for name, value in words.items():
        setattr(house, name, value)
    house.rsin, house.iban = rsin, checked(iban) if iban else ""
    house.save(update_fields=[*words, "rsin", "iban"] if house.pk else None)
    return house


@transaction.atomic
def show_logo(*, photo) -> None:
    """Made anew, small, in place of the one before."""
    change_logo(Upload.picture(photo, side=LOGO))


@transaction.atomic
def drop_logo() -> None:
    change_logo(None)


def change_logo(logo: Upload | None) -> None:
    house = theirs()
    before, house.logo = house.logo, logo
    house.save(update_fields=["logo"] if house.pk else None)
    if before:
        before.delete()
