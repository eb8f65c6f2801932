"""The forms of the parts beside the agreements: the title, the progress talk, who takes the initiative, other words."""

from django.utils.translation import gettext_lazy as _

from kring.foundation.forms import Choices, Day, HouseForm, Line, Lines
from kring.plan.titles import AlsoCalled


class HowMetForm(HouseForm):
    how = Lines(label=_("Hoe zorgt jullie plan hiervoor?"), required=False)


class TitleForm(HouseForm):
    title = Line(label=_("Hoe heet jullie plan?"), required=False, help_text=_("Bijvoorbeeld: Samen naar school."))
    also_called = Choices(
        label=_("Zet eronder hoe de wet zo'n plan noemt"),
        required=False,
        help_text=_("Instanties kennen dat woord. Het hoeft niet."),
    )

    def __init__(self, data=None, *, initial=None, has_minors: bool = False):
        super().__init__(data, initial=initial)
        stands = (initial or {}).get("also_called")
        around_children = {AlsoCalled.FAMILY_GROUP} if not has_minors else set()
        names = [(value, label) for value, label in AlsoCalled.choices if value not in around_children - {stands}]
        self.fields["also_called"].choices = [("", _("niets erbij")), *names]


class ProgressForm(HouseForm):
    progress_on = Day(
        label=_("Wanneer praten jullie over hoe het gaat?"),
        required=False,
        help_text=_("Binnen drie maanden werkt vaak goed. Eerder mag ook."),
    )
    progress_where = Line(label=_("Waar, en met wie?"), max_length=1000, required=False)
    progress_planner = Line(label=_("Nog geen datum? Wie plant het?"), max_length=1000, required=False)


class InitiativeForm(HouseForm):
    initiator = Line(
        label=_("Wie roept de kring weer bij elkaar?"),
        max_length=1000,
        required=False,
        help_text=_("Iemand van jullie zelf."),
    )
    who_on_change = Line(label=_("Wie komen er dan?"), max_length=1000, required=False)
    contact = Line(
        label=_("Met wie praten professionals?"),
        max_length=1000,
        required=False,
        help_text=_("Koos een jongere zelf iemand om mee te denken (een JIM)? Die kan het ook zijn."),
    )


class EasyForm(HouseForm):
    easy = Lines(
        label=_("Jullie plan in makkelijke woorden"),
        required=False,
        rows=12,
        max_length=8000,
        help_text=_("Korte zinnen. Zoals je het aan iemand vertelt. Laat een regel leeg tussen twee stukjes."),
    )


class ChildForm(HouseForm):
    child = Lines(
        label=_("Jullie plan voor de kinderen"),
        required=False,
        rows=12,
        max_length=8000,
        help_text=_("Korte zinnen. Wat gaat er voor jou gebeuren, en wie helpt je? Zo vertel je het aan een kind."),
    )


class OtherwiseForm(HouseForm):
    otherwise = Lines(label=_("Wat doen jullie als het anders loopt?"), required=False, rows=4)


class ExpectForm(HouseForm):
    """For one professional: what the circle expects, and how they keep in touch (A73)."""

    expected = Lines(label=_("Wat verwachten jullie?"), required=False)
    in_touch = Lines(
        label=_("Hoe houden jullie contact?"), required=False, help_text=_("Wie belt wie, en hoe vaak?"), rows=2
    )


PARTS = {
    "titel": TitleForm,
    "voortgang": ProgressForm,
    "initiatief": InitiativeForm,
    "anders": OtherwiseForm,
    "makkelijk": EasyForm,
    "kinderen": ChildForm,
}
