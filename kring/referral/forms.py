"""What is filled in about a request after it came: the talk, and the main person's own words and yes."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.foundation.channels import Channel
from kring.foundation.forms import Choices, Day, HouseForm, Line, Lines, Phone
from kring.people.models import Person
from kring.referral.answers import Authority
from kring.referral.checklist import QUESTIONS, StartAnswer, StartCheck
from kring.referral.models import Referral
from kring.referral.request_fields import EITHER, NO, YES, Month
from kring.referral.wish_forms import WishFields, known_wishes


class TalkForm(WishFields, HouseForm):
    """When the talk was and with whom, what the coordinator should be like, how the main person is reached safely."""

    talked_on = Day(label=_("Wanneer was het gesprek?"))
    talked_with = Line(label=_("Met wie?"), help_text=_("Alleen de namen. Wat er gezegd is, schrijven we niet op."))
    phone = Phone(label=_("Telefoonnummer van de hoofdpersoon"), required=False)
    email = forms.EmailField(label=_("E-mailadres van de hoofdpersoon"), required=False)
    channel = Choices(
        label=_("Hoe krijgt de hoofdpersoon het bericht?"), choices=Channel.choices,
        help_text=_("Bij bellen en bij een brief staat het daarna als taak bij uw werk."),
    )  # fmt: skip

    urgent = forms.BooleanField(
        label=_("Er is haast bij"), required=False,
        help_text=_("Alle stappen blijven, maar sneller: sms of bellen in plaats van post, uren in plaats van dagen."),
    )  # fmt: skip
    presses_on = Day(label=_("Is er een dag die dringt?"), required=False)
    first = ("talked_on", "talked_with", "phone", "email", "channel", "urgent", "presses_on")

    def __init__(self, data, referral: Referral, talked_with: str):
        main_person = referral.conference.main_people[0]
        known = {name: getattr(main_person, name) for name in ("phone", "email", "channel")}
        known |= known_wishes(referral) | {"presses_on": referral.presses_on, "talked_with": talked_with}
        known |= {"urgent": referral.conference.is_urgent}
        super().__init__(data, initial={"talked_on": timezone.localdate()} | known)
        self.order_fields(self.first)


class CorrectForm(WishFields, HouseForm):
    """The main person's own words, wishes, and whether an earlier conference may be looked up."""

    correction = Lines(label=_("Wat wil je verbeteren of erbij zetten?"), required=False, rows=4)
    may_look_back = forms.BooleanField(
        label=_("Ik heb al eens een conferentie gehad. Mijn regiomanager mag die terugvinden."), required=False
    )
    earlier = Line(
        label=_("Onder welke naam en in welk jaar was dat?"), required=False, max_length=200,
        help_text=_("Alleen de regiomanager ziet dit. Weet je het niet meer? Laat het leeg."),
    )  # fmt: skip

    def __init__(self, data, referral: Referral):
        known = {name: getattr(referral, name) for name in ("correction", "may_look_back", "earlier")}
        super().__init__(data, initial=known | known_wishes(referral))
        self.order_fields(["correction"])


class YesForm(CorrectForm):
    """What stands folded under the yes, with sensible answers filled in; one tap needs nothing of it."""

    details = forms.CharField(widget=forms.HiddenInput, required=False, initial="1")

    def __init__(self, data, referral: Referral, children: list[Authority]):
        super().__init__(data, referral)
        self.children = {f"child_{one.child.slug}": one.child.slug for one in children}
        for one in children:
            label = _("Zeg je dit ook voor %(name)s?") % {"name": one.child.first_name}
            field = Choices(label=label, choices=EITHER, initial=YES, required=False)
            self.fields[f"child_{one.child.slug}"] = field
        if referral.has_a_requester:
            label = _("Mag %(name)s zien of het doorgaat?") % {"name": referral.requester.get_full_name()}
            told = _("Alleen of het loopt of niet. Niet waar het over gaat en niet wie er komen.")
            self.fields["may_follow"] = Choices(
                label=label, choices=EITHER, initial=YES, required=False, help_text=told
            )

    def said(self) -> dict:
        """What goes along with the yes; nothing when only the button came."""
        given = dict(self.cleaned_data)
        not_for = frozenset(slug for name, slug in self.children.items() if given.pop(name) == NO)
        may_follow, was_shown = given.pop("may_follow", YES) != NO, given.pop("details")
        has_words = was_shown and set(self.changed_data) & set(given)
        return {"not_for": not_for, "may_follow": may_follow} | (given if has_words else {})


class StartForm(HouseForm):
    """Four questions, each with «weet ik nog niet»."""

    needed = Lines(
        label=_("Wat is er nodig om het veilig te houden?"), required=False, rows=3, max_length=2000,
        help_text=_("Alleen wat er geregeld moet worden, zonder het verhaal. Na de afronding wissen wij dit."),
    )  # fmt: skip

    def __init__(self, data, known: StartCheck | None):
        initial = {name: getattr(known, name) for name in (*QUESTIONS, "needed")} if known else {}
        super().__init__(data, initial=initial)
        for name, words in QUESTIONS.items():
            self.fields[name] = Choices(label=words, choices=StartAnswer.choices, initial=StartAnswer.UNKNOWN.value)
        self.order_fields(list(QUESTIONS))


class MainPersonForm(HouseForm):
    """Who it is about and how to reach them; the month of birth says who decides."""

    first_name = Line(label=_("Voornaam"), max_length=100)
    last_name = Line(label=_("Achternaam"), max_length=100, required=False)
    birth_month = Month(label=_("Jonger dan 18? De geboortemaand."))
    phone = Phone(label=_("Telefoonnummer"), required=False)
    email = forms.EmailField(label=_("E-mailadres"), required=False)
    channel = Choices(label=_("Hoe bereiken we deze persoon?"), choices=Channel.choices, initial=Channel.PHONE.value)

    def __init__(self, data, person: Person | None = None):
        names = ("first_name", "last_name", "phone", "email", "channel", "birth_month")
        super().__init__(data, initial={name: getattr(person, name) for name in names} if person else {})
