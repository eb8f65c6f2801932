"""Who must be there: without them a day is chosen only with a reason. Nobody's answer is counted against another's."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from kring.conference.access import Role
from kring.conference.hands import Hand
from kring.conference.models import Conference, NotAllowed
from kring.people.models import Person

ALWAYS = (Role.MAIN_PERSON, Role.CONDITION_SETTER)


class KeyPerson(models.Model):
    """Somebody the family cannot do without on the day; the coordinator writes it down for them."""

    conference = models.ForeignKey(Conference, models.CASCADE, related_name="key_people")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("wie"))

    class Meta:
        verbose_name = _("wie erbij moet zijn")
        constraints = [models.UniqueConstraint(fields=["conference", "person"], name="once_a_key_person")]

    @classmethod
    @transaction.atomic
    def choose(cls, conference: Conference, people: list[Person], *, by: Person | Hand) -> None:
        """These people and no others, besides who must be there anyway."""
        conference.write_down("propose_dates", by=by)
        seated = {seat.person_id for seat in conference.seated()}
        if not {person.pk for person in people} <= seated:
            raise NotAllowed
        conference.key_people.all().delete()
        cls.objects.bulk_create(cls(conference=conference, person=person) for person in dict.fromkeys(people))


def cannot_be_missed(conference: Conference) -> set[int]:
    """The main people, who set conditions, and whom the family named."""
    always = {person.pk for person in conference.people(*ALWAYS)}
    return always | set(conference.key_people.values_list("person_id", flat=True))
