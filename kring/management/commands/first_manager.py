"""The first regiomanager of a house for real people, who lets all others in."""

from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from kring.management.opening import HouseCommand, Sorry, make_ready
from kring.people.models import Desk, Person


class Command(HouseCommand):
    help = "Give somebody the desks of regiomanager and office. Use it once, for the first one."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("email", help="the e-mail address to sign in with")
        parser.add_argument("--name", default="", help="first and last name")

    def handle(self, *, email: str, name: str, **options):
        if settings.DEMO:
            raise Sorry(
                "In de demo zijn er al regiomanagers; voeg --no-demo toe voor een echt huis. / "
                "The demo has its managers; add --no-demo for a real house."
            )
        try:
            validate_email(email)
        except ValidationError:
            raise Sorry(_("«%(email)s» is geen e-mailadres.") % {"email": email}) from None
        make_ready()
        person = seat_at_desks(email.lower(), name or email.split("@")[0])
        self.stdout.write(_("%(person)s is nu regiomanager en bureau.") % {"person": person})
        self.stdout.write(_("Start Kring en log in op %(address)s met dit adres.") % {"address": settings.BASE_URL})
        self.stdout.write(_("Er komt een code per e-mail; daarna kiest u een tweede sleutel: passkey of app."))
        if not settings.EMAIL_URL:
            self.stdout.write(_("Let op: KRING_EMAIL_URL is nog leeg, dus er kan nog geen e-mail weg."))


@transaction.atomic
def seat_at_desks(email: str, name: str) -> Person:
    """This person at the desks of manager and office, with an address that is known to be theirs."""
    first, _space, last = name.partition(" ")
    person = Person.objects.filter(login_email=email).first()
    person = person or Person.objects.create_user(first, last_name=last, login_email=email, email=email)
    for desk in (Desk.MANAGER, Desk.OFFICE):
        person.seat_set.get_or_create(desk=desk)
    EmailAddress.objects.update_or_create(user=person, email=email, defaults={"verified": True, "primary": True})
    return person
