"""Family abroad reads a day on the clock at home and on the clock of the meeting."""

from datetime import datetime
from zoneinfo import ZoneInfo, available_timezones

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kring.conference.hands import Hand
from kring.conference.models import STAFF, Conference, NotAllowed
from kring.foundation.refusals import Refusal
from kring.foundation.templatetags.house import day, starts
from kring.people.models import Person

HERE = "Europe/Amsterdam"
# Where family of people here often lives; which clock they keep there.
CLOCKS = {
    HERE: gettext_lazy("Nederland"),
    "Asia/Kabul": gettext_lazy("Afghanistan"),
    "America/Aruba": gettext_lazy("Aruba"),
    "Australia/Perth": gettext_lazy("Australië, het westen"),
    "Australia/Sydney": gettext_lazy("Australië, het zuidoosten"),
    "America/Kralendijk": gettext_lazy("Bonaire, Sint Eustatius en Saba"),
    "Europe/Sofia": gettext_lazy("Bulgarije"),
    "America/Toronto": gettext_lazy("Canada, het oosten"),
    "America/Vancouver": gettext_lazy("Canada, het westen"),
    "Atlantic/Cape_Verde": gettext_lazy("Kaapverdië"),
    "Asia/Shanghai": gettext_lazy("China"),
    "America/Curacao": gettext_lazy("Curaçao"),
    "Africa/Cairo": gettext_lazy("Egypte"),
    "Africa/Asmara": gettext_lazy("Eritrea"),
    "Africa/Addis_Ababa": gettext_lazy("Ethiopië"),
    "Africa/Accra": gettext_lazy("Ghana"),
    "Europe/Athens": gettext_lazy("Griekenland"),
    "Europe/London": gettext_lazy("Groot-Brittannië"),
    "Europe/Dublin": gettext_lazy("Ierland"),
    "Asia/Kolkata": gettext_lazy("India"),
    "Asia/Jakarta": gettext_lazy("Indonesië, Java en Sumatra"),
    "Asia/Jayapura": gettext_lazy("Indonesië, de Molukken en Papoea"),
    "Asia/Baghdad": gettext_lazy("Irak"),
    "Asia/Tehran": gettext_lazy("Iran"),
    "Asia/Jerusalem": gettext_lazy("Israël"),
    "Asia/Beirut": gettext_lazy("Libanon"),
    "Africa/Casablanca": gettext_lazy("Marokko"),
    "Pacific/Auckland": gettext_lazy("Nieuw-Zeeland"),
    "Africa/Lagos": gettext_lazy("Nigeria"),
    "Europe/Kyiv": gettext_lazy("Oekraïne"),
    "Asia/Karachi": gettext_lazy("Pakistan"),
    "Europe/Warsaw": gettext_lazy("Polen"),
    "Europe/Lisbon": gettext_lazy("Portugal"),
    "Europe/Bucharest": gettext_lazy("Roemenië"),
    "America/Lower_Princes": gettext_lazy("Sint Maarten"),
    "Africa/Mogadishu": gettext_lazy("Somalië"),
    "Africa/Khartoum": gettext_lazy("Soedan"),
    "Asia/Colombo": gettext_lazy("Sri Lanka"),
    "America/Paramaribo": gettext_lazy("Suriname"),
    "Asia/Damascus": gettext_lazy("Syrië"),
    "Africa/Tunis": gettext_lazy("Tunesië"),
    "Europe/Istanbul": gettext_lazy("Turkije"),
    "America/New_York": gettext_lazy("Verenigde Staten, het oosten"),
    "America/Chicago": gettext_lazy("Verenigde Staten, het midden"),
    "America/Los_Angeles": gettext_lazy("Verenigde Staten, het westen"),
    "Asia/Ho_Chi_Minh": gettext_lazy("Vietnam"),
    "Africa/Johannesburg": gettext_lazy("Zuid-Afrika"),
}


class NoSuchClock(Refusal):
    message = gettext_lazy("Dit land kennen we niet. Kies het land dat er het dichtst bij ligt.")
    field = "zone"


class OwnClock(models.Model):
    """Where somebody is, only as a clock: to read the hour there too."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="own_clock")
    zone = models.CharField(gettext_lazy("klok van"), max_length=60)

    class Meta:
        verbose_name = gettext_lazy("eigen klok")

    @classmethod
    @transaction.atomic
    def keep(cls, conference: Conference, *, zone: str, by: Person | Hand) -> None:
        """Chosen on the own page, or told by phone. Back in this country there is nothing to keep."""
        hand = conference.write_down("answer_dates", by=by)
        if conference.roles_of(hand.name_of) & STAFF:
            raise NotAllowed
        if zone not in CLOCKS or zone not in available_timezones():
            raise NoSuchClock
        if zone == HERE:
            cls.objects.filter(person=hand.name_of).delete()
        else:
            cls.objects.update_or_create(person=hand.name_of, defaults={"zone": zone})

    @classmethod
    def zone_of(cls, person: Person) -> str:
        """Empty for who reads the clock here."""
        return cls.objects.filter(person=person).values_list("zone", flat=True).first() or ""


def there(moment: datetime, zone: str) -> str:
    """«In Suriname: 10.00 uur», with the day when that is another one; empty when the clocks show the same."""
    if not zone or zone == HERE:
        return ""
    away, here = moment.astimezone(ZoneInfo(zone)), timezone.localtime(moment)
    if away.replace(tzinfo=None) == here.replace(tzinfo=None):
        return ""
    words = {"where": CLOCKS.get(zone, zone), "hour": away.strftime("%H.%M"), "day": day(away.date())}
    if away.date() == here.date():
        return _("in %(where)s is het dan %(hour)s uur") % words
    return _("in %(where)s is het dan %(day)s, %(hour)s uur") % words


def on_both_clocks(moment: datetime, zone: str) -> str:
    """«zaterdag 27 maart 2027, vanaf 14.00 uur (in Suriname is het dan 10.00 uur)»."""
    away = there(moment, zone)
    return f"{starts(moment)} ({away})" if away else starts(moment)
