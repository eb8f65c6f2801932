"""The cast of the demo: an invented organisation, its people at work, and where they work."""

from datetime import timedelta

from django.utils import timezone

from kring.matching.register import Coordinator
from kring.matching.terms import Terms
from kring.people.models import Channel, Desk, Organisation, Person, Seat
from kring.preparation.venues import Venue
from kring.referral.public_models import AnbiPaper, Paper
from kring.region import loading
from kring.region.models import FundingRegion, Municipality, Region
from kring.stories.testimonials import Place, Testimonial

EAST, CENTRE = ["Gelderland", "Overijssel"], ["Flevoland", "Utrecht"]
NOORD_VELUWE = ["Elburg", "Ermelo", "Harderwijk", "Nunspeet", "Oldebroek", "Putten", "Zeewolde"]
PLACES = {
    "Nunspeet": ("Elspeet, Hulshorst, Vierhouten", "8071 8072 8075 8076 8077"),
    "Harderwijk": ("Hierden", "3841 3842 3843 3844 3845 3846 3847 3848 3849"),
    "Ermelo": ("Speuld, Staverden", "3851 3852 3853"),
}

SAID = [
    (Place.PEOPLE, "een opa", "Ik dacht dat er niemand kwam. Er moesten stoelen bij."),
    (Place.PROFESSIONALS, "een wijkverpleegkundige", "Ik vertel nu wat ik weet, en daarna ga ik naar huis."),
    (Place.ASKING, "een leerplichtambtenaar", "Oma neemt nu de telefoon op. Dat scheelt mij veel bellen."),
    (Place.TELLING, "een jongerenwerker", "Tien minuten was genoeg. De rest wisten ze zelf al."),
    (Place.RECEIVING, "een huisarts", "In dit plan stond iets wat ik nooit had kunnen bedenken."),
]


def person(first_name: str, last_name: str = "", **fields) -> Person:
    return Person.objects.create_user(first_name, last_name=last_name, is_invented=True, **fields)


def at_work(first_name: str, last_name: str, *desks: Desk, **fields) -> Person:
    someone = person(first_name, last_name, login_email=f"{first_name.lower()}@kring.example", **fields)
    for desk in desks:
        Seat.objects.create(person=someone, desk=desk)
    return someone


def organisation() -> Organisation:
    return Organisation.objects.create(
        name="Kring",
        phone="038 000 00 00",
        email="info@kring.example",
        mission="Mensen beslissen zelf over hun leven, samen met hun eigen mensen. "
        "Zeker als instanties en overheden meekijken.",
    )


def on_the_site() -> None:
    """Words that nobody said and papers of a foundation that does not exist; the site says so."""
    today = timezone.localdate()
    yes = {"consent_on": today, "consent_how": "verzonnen", "is_invented": True}
    for place, said_by, words in SAID:
        Testimonial.objects.create(place=place, said_by=said_by, words=words, **yes)
    AnbiPaper(kind=Paper.PURPOSE).write(text="Verzonnen voor de demo: mensen helpen samen een plan te maken.", link="")


def staff() -> dict[str, Person]:
    """Who works here: two regiomanagers, three coordinators, one at the office."""
    people = {
        "aysel": at_work("Aysel", "Beşikçi", Desk.MANAGER, phone="06 00 00 00 11"),
        "wouter": at_work("Wouter", "de Graaf", Desk.MANAGER, phone="06 00 00 00 12"),
        "joke": at_work("Joke", "Terpstra", Desk.COORDINATOR, phone="06 00 00 00 21"),
        "samuel": at_work("Samuel", "Tesfay", Desk.COORDINATOR, phone="06 00 00 00 22"),
        "lieke": at_work("Lieke", "van der Meer", Desk.COORDINATOR, phone="06 00 00 00 23"),
        "henk": at_work("Henk", "Kuipers", Desk.OFFICE, phone="06 00 00 00 31"),
        "noor": at_work("Noor", "Haddad", Desk.EDITOR, phone="06 00 00 00 32"),
    }
    return people


def country(people: dict[str, Person]) -> dict[str, Municipality]:
    """Two regions; one group of municipalities that pays together."""
    east = Region.objects.create(name="Gelderland en Overijssel", manager=people["aysel"])
    centre = Region.objects.create(name="Flevoland en Utrecht", manager=people["wouter"])
    loading.load()
    for region, provinces in ((east, EAST), (centre, CENTRE)):
        Municipality.objects.present().filter(province__in=provinces).update(region=region)
    for name, (places, postcodes) in PLACES.items():
        town = Municipality.objects.get(name=name)
        town.places, town.postcodes = places, postcodes
        town.save()
    pay_together()
    coordinators(people, east, centre)
    venues(people["joke"], east)
    return {town.name: town for town in Municipality.objects.present().filter(region__in=[east, centre])}


def venues(by: Person, east: Region) -> None:
    """Two invented places of the register."""
    whole = {"has_two_rooms": True, "has_kitchen": True, "has_toilet": True, "is_step_free": True}
    wiek = {"address": "Voorbeeldstraat 12, Nunspeet", "cost": "€ 40 per dagdeel", "call_phone": "0341 00 00 00"}
    Venue().tell(region=east, name="Buurthuis De Wiek", is_open_ended=True, call_name="beheer", by=by, **whole, **wiek)
    Venue().tell(region=east, name="Wijkcentrum De Bron", address="Voorbeeldplein 3, Zwolle", by=by, **whole)


def pay_together() -> None:
    """Seven municipalities, one of them in another province and another region (B29)."""
    funding = FundingRegion.objects.create(name="Noord-Veluwe")
    Municipality.objects.filter(name__in=NOORD_VELUWE).update(funding_region=funding)
    first_day = timezone.localdate().replace(month=1, day=1)
    funding.agree(starts_on=first_day, number=24, order_number="4500012345", price=3900, price_without_day=1400)


def months_ago(months: int):
    return timezone.localdate() - timedelta(days=30 * months)


def coordinators(people: dict[str, Person], east: Region, centre: Region) -> None:
    about = {
        "joke": (
            "Nederlands, Fries", "vrouw", "Bakker in Harderwijk", "met de auto", "opgegroeid in Friesland",
            "Ik ben Joke. Ik sta vroeg op, luister graag en kom op de fiets als het kan.",
        ),
        "samuel": (
            "Nederlands, Engels, Tigrinya", "man", "Buschauffeur in Zwolle", "met de trein", "geboren in Eritrea",
            "Ik ben Samuel. Ik heb zelf een grote familie en weet hoe druk het aan tafel kan zijn.",
        ),
        "lieke": (
            "Nederlands, Turks", "vrouw", "Muziekdocent in Deventer", "met de trein", "getrouwd in een Turkse familie",
            "Ik ben Lieke. Rustig beginnen vind ik fijn. Koffie of thee, allebei goed.",
        ),
    }  # fmt: skip
    Terms.objects.create(valid_from=months_ago(12), fee=750)
    for key, (languages, gender, work, travels, background, about_me) in about.items():
        one = Coordinator.objects.create(
            person=people[key], languages=languages, gender=gender, works_as=work, about=about_me,
            background=background, travels_km=40, travels_by=travels, training_since=months_ago(30),
            certificate_on=months_ago(8), agreement_on=months_ago(7),
        )  # fmt: skip
        one.regions.set([east, centre] if key == "samuel" else [east])


REACH = {Channel.MAIL: "post@voorbeeld.example", Channel.SMS: "06 00 00 01 00", Channel.PHONE: "06 00 00 02 00"}
REACH[Channel.LETTER] = "Dorpsstraat 1\n8071 AA Nunspeet"
