"""The forms of the spine: acting for somebody, and what the family lets others see."""

from django.utils.translation import gettext_lazy as _

from kring.conference.access import RULES
from kring.conference.hands import Via
from kring.conference.models import ROLES, STAFF, Conference
from kring.conference.stopping import REASONS
from kring.foundation.forms import Choices, HouseForm, Several

MAY_BE_OPENED = {
    "see_circle": _("wie er in de kring zitten"),
    "see_plan": _("het plan, ook na de bijeenkomst"),
}


class ForSomeoneForm(HouseForm):
    """In whose name, and how they said it."""

    person = Choices(label=_("Namens wie?"))
    via = Choices(
        label=_("Hoe zeiden zij het?"), choices=[(v, v.label) for v in Via if v != Via.OWN], initial=Via.PHONE.value
    )

    def __init__(self, data, conference: Conference):
        super().__init__(data)
        seen = {seat.person: seat for seat in conference.seated() if seat.role not in STAFF}
        self.fields["person"].choices = [
            (person.slug, f"{person.get_full_name()} ({ROLES[seat.role]})") for person, seat in seen.items()
        ]


class StopForm(HouseForm):
    """Why, for who wants to say so; stopping waits for no answer."""

    why = Choices(
        label=_("Mogen wij weten waarom?"), choices=REASONS.choices, required=False,
        help_text=_("Wij tellen alleen hoe vaak iets gezegd wordt. Bij je naam staat het nergens."),
    )  # fmt: skip


class ConsentForm(HouseForm):
    """Which small letters of the table the family opens."""

    open = Several(label=_("Wie mag wat zien?"), required=False)

    def __init__(self, data, conference: Conference):
        given = [f"{act}.{role}" for act, role in conference.consents()]
        super().__init__(data, initial={"open": given})
        self.fields["open"].choices = [
            (f"{act}.{role}", _("%(role)s mag zien: %(what)s") % {"role": ROLES[role], "what": what})
            for act, what in MAY_BE_OPENED.items()
            for role in sorted({role for roles in RULES[act].with_consent.values() for role in roles})
        ]

    def carry_out(self, conference: Conference, *, by) -> None:
        wanted = set(self.cleaned_data["open"])
        for square, _label in self.fields["open"].choices:
            act, _dot, role = square.partition(".")
            change = conference.give_consent if square in wanted else conference.withdraw_consent
            if (square in wanted) != ((act, role) in conference.consents()):
                change(act, [role], by=by)
