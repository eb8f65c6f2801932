"""A register of coordinators as large as the country asks for, and a conference that looks for one of them."""

from datetime import timedelta

from django.utils import timezone

from bench.country import Country
from kring.conference.access import Phase, Role
from kring.conference.models import Conference, Participant
from kring.matching.models import Offer
from kring.matching.register import Coordinator, FreePeriod
from kring.people.models import Desk
from kring.referral.models import Referral, Requester

MOST = 10_000
LANGUAGES = ("Nederlands", "Nederlands, Turks", "Nederlands, Arabisch", "Nederlands, Pools", "Nederlands, Tigrinya")
BACKGROUNDS = ("", "opgegroeid in Marokko", "van de Veluwe", "Surinaamse familie")


def looking(country: Country) -> Conference:
    """Its regiomanager ranks everybody in the register by the wishes of the main person."""
    enrol(country, min(MOST, country.size))
    conference = Conference.objects.create(
        phase=Phase.MATCHING, region=country.regions[0], municipality=country.towns[0]
    )
    main, manager = country.someone(), country.managers[0]
    main.save()
    seats = ((main, Role.MAIN_PERSON), (manager, Role.REGIONAL_MANAGER))
    Participant.objects.bulk_create([Participant(conference=conference, person=who, role=role) for who, role in seats])
    wishes = {"wish_language": "Turks", "wish_gender": "een vrouw", "wish_other": "iemand die rustig is"}
    Referral.objects.create(conference=conference, requester=main, kind=Requester.SELF, **wishes)
    return conference


def enrol(country: Country, many: int) -> None:
    """Coordinators with papers, weeks away and conferences of this year."""
    today, chance = timezone.localdate(), country.chance
    ones = [
        Coordinator(
            person=person, languages=chance.choice(LANGUAGES), gender=chance.choice(("vrouw", "man", "")),
            background=chance.choice(BACKGROUNDS), certificate_on=today - timedelta(days=chance.randrange(1_400)),
            agreement_on=today - timedelta(days=300),
        )
        for person in country.staff(many, Desk.COORDINATOR)
    ]  # fmt: skip
    for one in ones:
        one.search = one.to_be_found_by()
    Coordinator.objects.bulk_create(ones)
    works_in = Coordinator.regions.through
    works_in.objects.bulk_create([works_in(coordinator=one, region=chance.choice(country.regions)) for one in ones])
    away = [FreePeriod(coordinator=one, is_free=False, starts_on=today, ends_on=today) for one in ones[::4]]
    FreePeriod.objects.bulk_create(away)
    before = list(Conference.objects.filter(phase=Phase.CLOSED).order_by("pk")[:500]) or [Conference.objects.first()]
    Offer.objects.bulk_create(
        Offer(
            conference=chance.choice(before), coordinator=one, offered_by=country.managers[0], accepted=True,
            answered_at=timezone.now() - timedelta(days=chance.randrange(600)),
        )
        for one in ones
        for _number in range(2)
    )  # fmt: skip
