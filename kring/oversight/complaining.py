"""Taking in a complaint: once, and told to those at the office who do not work on conferences."""

from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from kring.foundation.posting import post
from kring.foundation.working import every_morning
from kring.oversight.complaints import ACKNOWLEDGED_IN, ANSWERED_IN, Complaint, readers
from kring.people.models import Desk, Person


@transaction.atomic
def complain(*, form_token: str, text: str, name: str = "", reach: str = "") -> Complaint:
    """Keep it, locked; the same form sent twice is one complaint."""
    given = {"text": text, "name": name, "reach": reach}
    complaint, is_new = Complaint.objects.get_or_create(slug=form_token, defaults=given)
    if is_new:
        tell_the_office(complaint)
    return complaint


def words_on_paper() -> dict[str, str]:
    """What stands on the printed form."""
    return {
        "title": _("Niet tevreden? Een klacht?"),
        "lead": _("Zeg het ons. Uw naam hoeft er niet bij. Het heeft geen gevolgen voor uw conferentie of voor hulp."),
        "who": _("Alleen het bureau leest dit. De regiomanager en de coördinator niet."),
        "terms": _("U hoort binnen %(week)s werkdagen dat we het hebben. U krijgt antwoord binnen %(weeks)s werkdagen.")
        % {"week": ACKNOWLEDGED_IN, "weeks": ANSWERED_IN},
        "text": _("Wat ging er niet goed?"),
        "name": _("Uw naam, als u dat wilt"),
        "reach": _("Hoe kunnen we u antwoorden?"),
        "send": _("Stuur dit naar het bureau, of bel"),
    }


def tell_the_office(complaint: Complaint) -> None:
    """That there is one, not what it says. When nobody is apart from the case team, the office hears that too."""
    apart = list(readers())
    for person in apart or Person.objects.filter(is_active=True, seat__desk=Desk.OFFICE):
        key, words = f"complaint:{complaint.slug}:{person.slug}", {"is_for_reader": bool(apart)}
        post(person, "oversight/letters/complaint.txt", words, key=key, link_path=reverse("complaints:listed"))


@every_morning("complaints")
def remind(today: date) -> int:
    """What we owe somebody and is over its day: said once for each day that was promised."""
    late = [one for one in Complaint.objects.filter(answered_at=None) if one.is_late(today)]
    apart = list(readers()) if late else []
    for complaint in late:
        for person in apart:
            key = f"complaint-late:{complaint.slug}:{complaint.due}:{person.slug}"
            post(person, "oversight/letters/complaint_late.txt", {}, key=key, link_path=reverse("complaints:listed"))
    return len(late)
