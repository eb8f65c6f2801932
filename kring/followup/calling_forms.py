"""The forms to call (a part of) the circle together, to say which day fits, and to choose one."""

from datetime import datetime, timedelta

from django.template.defaultfilters import date as in_words
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kring.circle.safety import SafetyNote
from kring.circle.sides import are_apart, people_seen_by
from kring.conference.models import CIRCLE, Conference
from kring.followup.calling_together import Gathering
from kring.followup.finding_a_day import GatheringAnswer, days_to_choose_from, tally
from kring.followup.refusals import OverAlready
from kring.foundation.forms import Choices, DayAndHour, HouseForm, Line, Several
from kring.foundation.templatetags.house import starts
from kring.people.models import Person
from kring.preparation.moments import is_weekend

OTHER_SIDE = "andere-kant"
SOON = timedelta(days=9)


class CallForm(HouseForm):
    """All of the circle, or a part of it; of two sides one's own by name, and the other as a whole.

    It comes filled in, so that one tap is enough: everybody, and the days of the first weekend.
    """

    people = Several(label=_("Wie komen er?"), required=False)
    starts_at = DayAndHour(
        label=_("Weten jullie de dag al?"), required=False, help_text=_("Anders mag dit leeg blijven.")
    )
    days = Several(label=_("Of leg een paar dagen voor"), required=False, help_text=_("Ieder zegt wat past."))
    place = Line(label=_("Waar?"), required=False)

    def __init__(self, data, conference: Conference, viewer: Person, *, named: str = ""):
        known = people_seen_by(conference, viewer, *CIRCLE)
        self.groups = {person.slug: [person] for person in known}
        choices = [(person.slug, person.get_full_name()) for person in known]
        if are_apart(conference):
            self.groups[OTHER_SIDE] = unnamed(conference, viewer, known)
            choices.append((OTHER_SIDE, _("Iedereen van de andere kant")))
        moments = days_to_choose_from(timezone.localdate())
        soon = [day for day in moments if is_weekend(timezone.localdate(day))][:4]
        first = [timezone.localtime(day).isoformat() for day in soon]
        super().__init__(data, initial={"people": list(self.groups), "days": first})
        self.fields["people"].choices = choices
        if named:
            self.fields["people"].help_text = _("In het plan staat: %(who)s.") % {"who": named}
        self.fields["days"].choices = [chip(moment) for moment in moments]

    def clean_people(self):
        return [person for slug in self.cleaned_data["people"] for person in self.groups[slug]]

    def clean_days(self):
        return [datetime.fromisoformat(day) for day in self.cleaned_data["days"]]

    def clean(self):
        told = super().clean()
        on = told.get("starts_at")
        if on and on <= timezone.now():
            self.add_error("starts_at", OverAlready.message)
        elif not on and not told.get("days") and not self.errors:
            self.add_error("days", _("Kies een paar dagen, of vul de dag in."))
        return told


def chip(moment: datetime) -> tuple[str, str]:
    local = timezone.localtime(moment)
    return local.isoformat(), in_words(local, "D j M, H.i")


def unnamed(conference: Conference, viewer: Person, known: list[Person]) -> list[Person]:
    """Who is called without being named: the rest of the circle, but whom this person must stay away from."""
    unheard = SafetyNote.kept_from(conference, viewer)
    return [person for person in conference.people(*CIRCLE) if person not in known and person.pk not in unheard]


class FitsForm(HouseForm):
    """What one person says of each day; beside it how many said something already."""

    def __init__(self, data, gathering: Gathering, person: Person):
        said = GatheringAnswer.objects.filter(day__gathering=gathering, person=person)
        super().__init__(data, initial=dict(said.values_list("day__slug", "says")))
        for day in tally(gathering):
            self.fields[day["slug"]] = Choices(
                label=starts(day["starts_at"]),
                choices=GatheringAnswer.Says.choices,
                required=False,
                help_text=so_far(day),
            )


def so_far(day: dict) -> str:
    """«2 kunnen, 1 niet»: numbers, and no names."""
    can, not_so = day["yes"], day["rather_not"] + day["no"]
    told = [ngettext("%(n)s kan", "%(n)s kunnen", can) % {"n": can}] if can else []
    told += [_("%(n)s liever niet of niet") % {"n": not_so}] if not_so else []
    return ", ".join(str(part) for part in told)


class ChooseForm(HouseForm):
    """The day it becomes, and where."""

    day = Choices(label=_("Welke dag wordt het?"), required=False)
    starts_at = DayAndHour(label=_("Of een andere dag"), required=False)
    place = Line(label=_("Waar?"), required=False)

    def __init__(self, data, gathering: Gathering):
        self.days = {day["slug"]: day for day in tally(gathering)}
        super().__init__(data, initial={"place": gathering.place})
        told = {slug: filter(None, [starts(day["starts_at"]), so_far(day)]) for slug, day in self.days.items()}
        self.fields["day"].choices = [(slug, " · ".join(words)) for slug, words in told.items()]

    def clean(self):
        told = super().clean()
        day = self.days.get(told.pop("day", ""))
        told["starts_at"] = told.get("starts_at") or (day and day["starts_at"])
        if not told["starts_at"] and "starts_at" not in self.errors:
            self.add_error("day", _("Kies een dag."))
        return told
