"""The cast of the demo: an invented organisation, its people at work, and where they work."""

from kring.matching.models import Coordinator
from kring.people.models import Channel, Desk, Organisation, Person, Seat
from kring.region.models import FundingRegion, Municipality, Region

NOORD_VELUWE = ["Elburg", "Ermelo", "Harderwijk", "Nunspeet", "Oldebroek", "Putten"]
PLACES = {
    "Nunspeet": ("Elspeet Hulshorst Vierhouten", "8071 8072 8075 8076 8077"),
    "Harderwijk": ("Hierden", "3841 3842 3843 3844 3845 3846 3847 3848 3849"),
    "Ermelo": ("Speuld Staverden", "3851 3852 3853"),
}
ELSEWHERE = {"Zwolle": "Overijssel", "Deventer": "Overijssel", "Apeldoorn": "Gelderland", "Zeewolde": "Flevoland"}


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


def staff() -> dict[str, Person]:
    """Who works here: two regiomanagers, three coordinators, one at the office."""
    people = {
        "aysel": at_work("Aysel", "Beşikçi", Desk.MANAGER, phone="06 00 00 00 11"),
        "wouter": at_work("Wouter", "de Graaf", Desk.MANAGER, phone="06 00 00 00 12"),
        "joke": at_work("Joke", "Terpstra", Desk.COORDINATOR, phone="06 00 00 00 21"),
        "samuel": at_work("Samuel", "Tesfay", Desk.COORDINATOR, phone="06 00 00 00 22"),
        "lieke": at_work("Lieke", "van der Meer", Desk.COORDINATOR, phone="06 00 00 00 23"),
        "henk": at_work("Henk", "Kuipers", Desk.OFFICE, phone="06 00 00 00 31"),
    }
    return people


def country(people: dict[str, Person]) -> dict[str, Municipality]:
    """Two regions; one group of municipalities that pays together."""
    east = Region.objects.create(name="Gelderland en Overijssel", manager=people["aysel"])
    centre = Region.objects.create(name="Flevoland en Utrecht", manager=people["wouter"])
    funding = FundingRegion.objects.create(name="Noord-Veluwe")
    for name in NOORD_VELUWE:
        places, postcodes = PLACES.get(name, ("", ""))
        Municipality.objects.create(
            name=name, province="Gelderland", places=places, postcodes=postcodes, region=east, funding_region=funding
        )
    for name, province in ELSEWHERE.items():
        pays = funding if name == "Zeewolde" else None
        region = centre if province == "Flevoland" else east
        Municipality.objects.create(name=name, province=province, region=region, funding_region=pays)
    coordinators(people, east, centre)
    return {town.name: town for town in Municipality.objects.all()}


def coordinators(people: dict[str, Person], east: Region, centre: Region) -> None:
    about = {
        "joke": ("Nederlands, Fries", "vrouw", "Bakker in Harderwijk"),
        "samuel": ("Nederlands, Engels, Tigrinya", "man", "Buschauffeur in Zwolle"),
        "lieke": ("Nederlands, Turks", "vrouw", "Muziekdocent in Deventer"),
    }
    for key, (languages, gender, work) in about.items():
        one = Coordinator.objects.create(person=people[key], languages=languages, gender=gender, works_as=work)
        one.regions.set([east, centre] if key == "samuel" else [east])


REACH = {Channel.MAIL: "post@voorbeeld.example", Channel.SMS: "06 00 00 01 00", Channel.PHONE: "06 00 00 02 00"}
REACH[Channel.LETTER] = "Dorpsstraat 1\n8071 AA Nunspeet"
