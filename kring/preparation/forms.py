"""The forms of the preparation. None of them has a field for when it ends (A41)."""

from datetime import date, datetime, timedelta

from django.template.defaultfilters import date as in_words
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conference.hands import Hand
from kring.conference.models import Conference
from kring.foundation.forms import Choices, DayAndHour, HouseForm, Lines, Several
from kring.foundation.templatetags.house import starts
from kring.people.models import Person
from kring.preparation import announcing
from kring.preparation.models import DateAnswer, Preparation
from kring.preparation.moments import WEEKS, evenings_and_weekends, first_day

A_YEAR = timedelta(weeks=52)


def chip(moment: datetime) -> tuple[str, str]:
    local = timezone.localtime(moment)
    return local.isoformat(), in_words(local, "D j F, H.i")


class ProposeForm(HouseForm):
    """Days to put to everybody: evenings and weekends to tick, and any other day and hour."""

    days = Several(label=_("Avonden en weekenden"), required=False)
    other = DayAndHour(
        label=_("Of een andere dag"),
        required=False,
        help_text=_("Overdag op een werkdag kan ook. Vul in hoe laat het begint."),
    )

    def __init__(self, data, conference: Conference, since: date | None = None):
        super().__init__(data)
        first = first_day(today=timezone.localdate(), is_urgent=conference.is_urgent)
        self.since = min(max(since or first, first), first + A_YEAR)
        self.earlier = self.since - timedelta(weeks=WEEKS) if self.since > first else None
        self.later = self.since + timedelta(weeks=WEEKS)
        taken = {option.starts_at for option in conference.date_options.all()}
        moments = [moment for moment in evenings_and_weekends(self.since) if moment not in taken]
        self.fields["days"].choices = [chip(moment) for moment in moments]

    def propose(self, conference: Conference, *, by: Hand) -> bool:
        def verb(*, days: list[str], other: datetime | None, by: Hand):
            moments = [datetime.fromisoformat(day) for day in days] + ([other] if other else [])
            return announcing.propose(conference, moments=moments, by=by)

        return self.carry(verb, by=by)


class AnswerForm(HouseForm):
    """What one person says of each day."""

    def __init__(self, data, conference: Conference, person: Person):
        options = list(conference.date_options.to_come())
        said = dict(DateAnswer.objects.filter(option__in=options, person=person).values_list("option__slug", "says"))
        super().__init__(data, initial=said)
        for option in options:
            self.fields[option.slug] = Choices(label=starts(option.starts_at), choices=DateAnswer.Says, required=False)

    def answer(self, conference: Conference, *, by: Hand) -> bool:
        return self.carry(lambda *, by, **answers: DateAnswer.give(conference, answers, by=by), by=by)


class FixDateForm(HouseForm):
    """The day, the place and what else people should know."""

    starts_at = DayAndHour(label=_("Welke dag, en hoe laat begint het?"), help_text=_("Er is geen eindtijd."))
    place = Lines(
        label=_("Waar?"),
        rows=2,
        help_text=_("Een plek met twee aparte kamers, een keuken en geen trap. Thuis mag ook. Huur zonder eindtijd."),
    )
    practical = Lines(
        label=_("Eten, kinderen, vervoer"),
        rows=4,
        required=False,
        help_text=_("Wie kookt? Wie past op de kinderen? Hoe komt iedereen thuis als het laat wordt?"),
    )
    why_not_asked = Lines(
        label=_("Kon u niet iedereen deze dag voorleggen? Waarom niet?"),
        rows=2,
        required=False,
        help_text=_("Alleen invullen als iemand echt niet te vragen was, bijvoorbeeld bij spoed."),
    )

    def __init__(self, data, preparation: Preparation, starts_at: datetime | None = None):
        names = ("place", "practical")
        known = {name: getattr(preparation, name) for name in names}
        super().__init__(data, initial=known | {"starts_at": starts_at or preparation.starts_at})
