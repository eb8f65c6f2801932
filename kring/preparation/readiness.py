"""What must be there before the day: who takes part, what is still missing, and «klaar»."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.circle.models import CircleMember, Mode
from kring.conditions.models import ConditionsForm, Reading
from kring.conference.hands import Hand
from kring.conference.models import VISITORS, Overtaken
from kring.foundation.refusals import Refusal
from kring.people.models import Person
from kring.preparation.lacking import Lack, lacks_of
from kring.preparation.standing import standing


class NotReady(Refusal):
    """Says in one sentence what is still missing."""


class Readiness:
    """The part of the preparation that knows whether everything is there."""

    @property
    def is_ready(self) -> bool:
        return self.ready_at is not None

    def members(self) -> dict[int, CircleMember]:
        """Who is named for the circle or as a professional, by person."""
        found = CircleMember.objects.filter(conference=self.conference).exclude(person=None).select_related("person")
        return {member.person_id: member for member in found}

    def expected(self, known: dict[int, CircleMember] | None = None) -> list[Person]:
        """Everybody who takes part: main people, who was invited and did not say no, and who set conditions."""
        known = self.members() if known is None else known
        invited = [member.person for member in known.values() if member.is_invited and member.mode != Mode.NOT]
        setters = [person for person in self.conference.people(*VISITORS) if person.pk not in known]
        return list({person.pk: person for person in self.conference.main_people + invited + setters}.values())

    def unprepared(self, people: list[Person] | None = None) -> list[Person]:
        """Who of these people, or of everybody expected, the coordinator has not spoken with."""
        done = set(self.conference.preparations.values_list("person_id", flat=True))
        return [person for person in people or self.expected() if person.pk not in done]

    def unread(self, people: list[Person] | None = None, forms: list[ConditionsForm] | None = None) -> list[Person]:
        """Who of these people, or of everybody expected, has not read or heard every released form."""
        forms = [form for form in forms or self.conference.conditions_forms.all() if form.is_released]
        read = set(Reading.objects.filter(form__in=forms).values_list("form_id", "person_id")) if forms else set()
        return [
            person
            for person in people or self.expected()
            if any((form.pk, person.pk) not in read for form in forms if form.setter_id != person.pk)
        ]

    def lacks(self) -> list[Lack]:
        """What still has to happen before the day, each with the page where that is mended."""
        self.now = standing(self)
        return lacks_of(self, self.now)

    def missing(self) -> list[str]:
        """The same, as sentences."""
        return [lack.sentence for lack in self.lacks()]

    @transaction.atomic
    def mark_ready(self, *, by: Person | Hand) -> None:
        """«Klaar»: question, date, everybody prepared and shown the conditions (invariant 6)."""
        self.conference.write_down("mark_ready", by=by)
        if missing := self.missing():
            raise NotReady(missing[0])
        now = timezone.now()
        if not type(self).objects.filter(pk=self.pk, ready_at=None).update(ready_at=now):
            raise Overtaken
        self.ready_at = now

    def refuse_unless_still_ready(self) -> None:
        """Said before, and still so: a day that was moved or somebody who came along since is noticed (A26)."""
        if not self.is_ready or self.missing():
            raise NotReady(_("Er moet eerst nog iets klaar: kijk op de lijst."))
