"""The forms of preparing somebody in person, and of going on although something is missing."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Choices, Day, DayAndHour, HouseForm, Lines, Several
from kring.preparation.appointing import Appointment
from kring.preparation.preparing import How, Topic


class PreparedForm(HouseForm):
    """How and when the coordinator spoke with somebody, and what came up."""

    how = Choices(label=_("Hoe"), choices=How)
    on = Day(label=_("Op"))


class TalkForm(PreparedForm):
    """The same with a list beside it; a tick says that it came up, never what was said."""

    topics = Several(
        label=_("Waar ging het over?"),
        choices=Topic,
        required=False,
        help_text=_("Vraag na afloop: kunt u mij vertellen hoe de dag gaat? Dan hoort u wat is overgekomen."),
    )


class AppointmentForm(HouseForm):
    """When coordinator and invitee speak, and how."""

    how = Choices(label=_("Hoe spreekt u elkaar?"), choices=How)
    starts_at = DayAndHour(label=_("Wanneer?"))

    def __init__(self, data, appointment: Appointment):
        super().__init__(data, initial={"how": appointment.how, "starts_at": appointment.starts_at})


class ReachableForm(HouseForm):
    """When somebody can be called; who tests the plan says whether they are there then."""

    numbers_allowed = ("reachable",)
    reachable = Lines(
        label=_("Wanneer kan de coördinator bellen?"), rows=2, max_length=300, required=False,
        help_text=_("Bijvoorbeeld: na vijf uur, of op dinsdagochtend."),
    )  # fmt: skip
    part_three = Choices(
        label=_("Bent u erbij als de kring het plan vertelt?"), required=False,
        choices=[
            ("", _("Dat weet ik nog niet")), ("there", _("Ja, ik ben erbij")),
            ("by_phone", _("Nee, maar ik ben dan te bellen")),
        ],
    )  # fmt: skip

    def __init__(self, data, appointment: Appointment, *, is_at_work: bool):
        super().__init__(data, initial={"reachable": appointment.reachable, "part_three": appointment.part_three})
        if not is_at_work:
            del self.fields["part_three"]


class WaiverForm(HouseForm):
    """Why it did not work out with this person."""

    why = Lines(label=_("Waarom lukte het niet?"), rows=3, max_length=600)
