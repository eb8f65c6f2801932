"""The forms of the days: to propose, to answer, to suggest another, to read another clock. None knows an end (A41)."""

from datetime import date, datetime, timedelta

from django import forms
from django.template.defaultfilters import date as in_words
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.forms import Choices, Day, DayAndHour, HouseForm, Line, Several
from kring.people.models import Person
from kring.preparation import announcing
from kring.preparation.free_days import beside, regions_of
from kring.preparation.models import DateAnswer, KeyPerson, OtherDay, OwnClock, Preparation
from kring.preparation.moments import WEEKS, evenings_and_weekends, first_day, office_hours
from kring.preparation.own_clocks import CLOCKS, HERE, on_both_clocks

A_YEAR = timedelta(weeks=52)


def chip(moment: datetime, regions: tuple[str, ...]) -> tuple[str, str]:
    """«za 13 feb, 14.00 · voorjaarsvakantie»"""
    local = timezone.localtime(moment)
    said = [in_words(local, "D j F, H.i"), *beside(local.date(), regions, says_unknown=False)]
    return local.isoformat(), " · ".join(said)


class ProposeForm(HouseForm):
    """Days to put to everybody: evenings and weekends to tick, by day when it must be, and any other hour."""

    days = Several(label=_("Avonden en weekenden"), required=False)
    by_day = Several(label=_("Overdag op een werkdag"), required=False)
    other = DayAndHour(
        label=_("Of een andere dag"), required=False, help_text=_("Elk uur kan. Vul in hoe laat het begint.")
    )
    answer_by = Day(
        label=_("Graag antwoord voor"),
        required=False,
        help_text=_(
            "Spreek deze dag af met de hoofdpersoon. Later antwoorden mag ook. Kort ervoor gaat één herinnering."
        ),
    )

    def __init__(self, data, preparation: Preparation, since: date | None = None):
        super().__init__(data, initial={"answer_by": preparation.answer_by})
        conference = preparation.conference
        first = first_day(today=timezone.localdate(), is_urgent=conference.is_urgent)
        self.since = min(max(since or first, first), first + A_YEAR)
        self.earlier = self.since - timedelta(weeks=WEEKS) if self.since > first else None
        self.later = self.since + timedelta(weeks=WEEKS)
        regions = regions_of(conference.municipality)
        taken = {option.starts_at for option in conference.date_options.all() if option.withdrawn_at is None}
        for name, moments in (("days", evenings_and_weekends), ("by_day", office_hours)):
            free = [moment for moment in moments(self.since) if moment not in taken]
            self.fields[name].choices = [chip(moment, regions) for moment in free]

    def propose(self, conference: Conference, *, by: Hand) -> bool:
        def verb(*, days: list[str], by_day: list[str], other: datetime | None, answer_by: date | None, by: Hand):
            moments = [datetime.fromisoformat(day) for day in days + by_day] + ([other] if other else [])
            return announcing.propose(conference, moments=moments, answer_by=answer_by, by=by)

        return self.carry(verb, by=by)


class AnswerForm(HouseForm):
    """What one person says of each day, on the own clock when that is another one."""

    def __init__(self, data, conference: Conference, person: Person):
        options = list(conference.date_options.to_come())
        said = dict(DateAnswer.objects.filter(option__in=options, person=person).values_list("option__slug", "says"))
        super().__init__(data, initial=said)
        self.zone, regions = OwnClock.zone_of(person), regions_of(conference.municipality)
        for option in options:
            self.fields[option.slug] = Choices(
                label=on_both_clocks(option.starts_at, self.zone),
                choices=DateAnswer.Says,
                required=False,
                help_text=" · ".join(beside(timezone.localdate(option.starts_at), regions, says_unknown=False)),
            )

    def answer(self, conference: Conference, *, by: Hand) -> bool:
        return self.carry(lambda *, by, **answers: DateAnswer.give(conference, answers, by=by), by=by)


class OtherDayForm(HouseForm):
    """«Ik stel een andere dag voor.»"""

    starts_at = DayAndHour(label=_("Welke dag, en vanaf hoe laat?"))
    words = Line(label=_("Iets erbij te zeggen?"), required=False, max_length=300)

    def suggest(self, conference: Conference, *, by: Hand) -> bool:
        return self.carry(lambda **said: OtherDay.suggest(conference, **said), by=by)


class ClockForm(HouseForm):
    """In which country somebody reads the clock."""

    zone = forms.ChoiceField(label=_("In welk land?"))

    def __init__(self, data, person: Person):
        super().__init__(data, initial={"zone": OwnClock.zone_of(person) or HERE})
        here, *others = CLOCKS.items()
        self.fields["zone"].choices = [here, *sorted(others, key=lambda clock: str(clock[1]))]

    def keep(self, conference: Conference, *, by: Hand) -> bool:
        return self.carry(lambda **chosen: OwnClock.keep(conference, **chosen), by=by)


class KeyPeopleForm(HouseForm):
    """Whom the family cannot do without, besides who must be there anyway."""

    people = Several(label=_("Wie moet er ook bij zijn?"), required=False)

    def __init__(self, data, conference: Conference, people: list[Person]):
        self.known = {person.slug: person for person in people}
        chosen = conference.key_people.values_list("person__slug", flat=True)
        super().__init__(data, initial={"people": list(chosen)})
        self.fields["people"].choices = [(slug, person.get_full_name()) for slug, person in self.known.items()]

    def choose(self, conference: Conference, *, by: Hand) -> bool:
        def verb(*, people: list[str], by: Hand):
            KeyPerson.choose(conference, [self.known[slug] for slug in people], by=by)

        return self.carry(verb, by=by)
