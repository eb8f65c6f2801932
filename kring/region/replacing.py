"""Who answers while a regiomanager is away: leaving regions to a colleague, and coming back."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.posting import post
from kring.foundation.refusals import Refusal
from kring.people.models import Desk, Person
from kring.region.models import NotAtTheDesk, Region
from kring.region.names import searchable


class NothingToLeave(Refusal):
    message = _("U hebt nu geen eigen regio.")


def at_the_managers_desk() -> list[Person]:
    """Everybody who can answer for a region, by name; Ş stands by S."""
    people = Person.objects.filter(seat__desk=Desk.MANAGER, is_active=True)
    return sorted(people, key=lambda person: searchable(person.get_full_name()))


def named(slug: str) -> Person:
    found = Person.objects.filter(seat__desk=Desk.MANAGER, is_active=True, slug=slug).first()
    if found is None:
        raise NotAtTheDesk
    return found


@transaction.atomic
def leave(regions, *, stand_in: str, start: date | None, until: date | None, by: Person) -> None:
    """«Mijn vervanger tot …»: a colleague answers in these regions, and hears so."""
    regions, colleague = list(regions), named(stand_in)
    if not regions:
        raise NothingToLeave
    for region in regions:
        region.leave_to(colleague, start=start, until=until)
    names = ", ".join(region.name for region in regions)
    words = {"regions": names, "manager": regions[0].manager, "start": start, "until": until}
    key = f"stand-in:{by.slug}:{colleague.slug}:{start}:{until}:{timezone.localdate()}:{names}"
    link = reverse("oversight:desk")
    post(colleague, "region/letters/stand_in.txt", words, key=key[:200], sent_by=by, link_path=link)


@transaction.atomic
def come_back(regions) -> None:
    for region in regions:
        region.come_back()


def own(manager: Person):
    """The regions of this manager, with who stands in."""
    return Region.objects.filter(manager=manager).select_related("manager", "stand_in")
