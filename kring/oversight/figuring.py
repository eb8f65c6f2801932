"""THE FIGURES: every figure there is, how it is counted, in which unit, and its query; for screen, list and paper."""

from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kring.conference.stopping import Why
from kring.followup.contacting import Contact
from kring.followup.evaluating import Group
from kring.oversight.languages import ByLanguage
from kring.oversight.measures import Average, Figure, Share, Split, Spread, YesOrNo
from kring.oversight.tallies import End
from kring.referral.models import Requester

TOPICS = {  # what people say of it first, and beside it whether it is carried out; numbers after that (B1, R-EVA-6)
    "tears": _("Wat mensen ervan vinden"),
    "after": _("Hoe het daarna gaat"),
    "flow": _("Wie er vroegen"),
    "end": _("Hoe het afliep"),
    "people": _("Wie er waren en wat ze afspraken"),
    "time": _("Hoe lang het duurde"),
    "reach": _("Wie we bereiken"),
}
PLAN = (End.WITH.value, End.WITHOUT.value)
BEGAN = (*PLAN, End.NO_PLAN_YET.value, End.STOPPED.value)
MET = Q(end__in=[End.WITH, End.NO_PLAN_YET])


def parts(column: str, choices, **more) -> dict:
    """Every choice of a column as a part, by its own word."""
    return {value: (label, Q(**{column: value}, **more)) for value, label in choices}


ASKED: list[Figure] = [
    Split(
        name="asked", topic="flow", label=_("Aanvragen"), unit="number", of="flow",
        how=_("Alle aanvragen die in dit jaar binnenkwamen, en hoeveel er aan het eind van het jaar nog liepen."),
        parts={
            "asked": (_("aanvragen in dit jaar"), Q(asked=1)),
            "open": (_("loopt nog aan het eind van het jaar"), Q(open=1)),
            "before": (_("liep al aan het begin"), Q(before=1)),
        },
        hidden=("before",),
    ),
    Split(
        name="kind", topic="flow", label=_("Wie de conferentie aanvroeg"), unit="number", of="ended",
        how=_("Van alles wat in dit jaar een uitkomst kreeg: wie het vroeg."),
        parts=parts("kind", Requester.choices),
        coarser=((("self", "near"), ("professional",)), (("self", "near", "professional"),)),
    ),
    YesOrNo(
        name="minors", topic="flow", label=_("Met kinderen of jongeren"), unit="percent", of="ended",
        how=_("Van alles wat in dit jaar een uitkomst kreeg: waren er minderjarigen bij betrokken."),
        yes=Q(has_minors=True), no=Q(has_minors=False),
    ),
    YesOrNo(
        name="urgent", topic="flow", label=_("Met spoed"), unit="percent", of="ended",
        how=_("Van alles wat in dit jaar een uitkomst kreeg: moest het sneller dan gewoon."),
        yes=Q(is_urgent=True), no=Q(is_urgent=False),
    ),
]  # fmt: skip

ENDS: list[Figure] = [
    Split(
        name="end", topic="end", label=_("Hoe het afliep"), unit="number", of="ended",
        how=_("Alles wat in dit jaar een uitkomst kreeg, elk één keer, in het jaar van de eerste uitkomst. "
              "Een nee en een stop tellen net zo mee als een plan."),
        parts=parts("end", End.choices),
        coarser=(
            (("not_offered", "declined"), ("stopped",), ("no_plan_yet",), ("with",), ("without",)),
            (("not_offered", "declined"), ("stopped",), ("no_plan_yet", "with"), ("without",)),
            (("not_offered", "declined"), ("stopped",), ("no_plan_yet", "with", "without")),
            (("not_offered", "declined"), ("stopped", "no_plan_yet", "with", "without")),
            (("not_offered", "declined", "stopped", "no_plan_yet", "with", "without"),),
        ),
        sums={
            "ended": (_("kreeg een uitkomst"), tuple(End.values)),
            "offered": (_("aangeboden"), (End.DECLINED.value, *BEGAN)),
            "began": (_("begonnen"), BEGAN),
            "plan": (_("samen een plan"), PLAN),
        },
    ),
    Split(
        name="why", topic="end", label=_("Waarom het stopte"), unit="percent", of="stopped",
        how=_("Van wie na een ja stopte en zei waarom. Niemand hoeft dat te zeggen."),
        parts=parts("why", Why.choices),
        coarser=((("has_a_plan", "not_needed", "changed"), ("too_few", "other")),),
    ),
]  # fmt: skip

PEOPLE: list[Figure] = [
    Average(
        name="invited", topic="people", label=_("Gevraagd voor de kring"), unit="mean", of="met", column="invited",
        how=_("Hoeveel mensen per conferentie een uitnodiging kregen, hoofdpersonen niet meegeteld."),
    ),
    Average(
        name="present", topic="people", label=_("Aanwezig op de dag"), unit="mean", of="met", column="present",
        how=_("Hoeveel mensen per conferentie er waren, ook aan de telefoon; de coördinator niet meegeteld."),
    ),
    Average(
        name="hours", topic="people", label=_("Hoe lang de bijeenkomst duurde"), unit="hours", of="met",
        column="minutes", of_each=60, how=_("Van het welkom tot iedereen naar huis ging. Vooraf is er geen eindtijd."),
    ),
    Average(
        name="agreements", topic="people", label=_("Afspraken uit de eigen kring per plan"), unit="mean", of="plans",
        column="own_agreements", how=_("Alleen afspraken waar wie het doet zelf ja op zei."),
    ),
    Share(
        name="own_share", topic="people", label=_("Afspraken die de eigen kring doet"), unit="percent", of="plans",
        column="own_agreements", beside="asked_agreements",
        how=_("Van alle afspraken waar iemand ja op zei: welk deel mensen uit de eigen kring doen."),
    ),
    YesOrNo(
        name="conditions", topic="people", label=_("Met voorwaarden"), unit="percent", of="met",
        how=_("Van de conferenties met een bijeenkomst: stelde een professional vooraf voorwaarden aan het plan."),
        yes=~Q(ground=""), no=Q(ground=""),
    ),
    Split(
        name="rounds", topic="people", label=_("Rondes in besloten tijd"), unit="percent", of="met",
        how=_("Hoe vaak de kring op de dag zelf achter de dichte deur zat."),
        parts={
            "one": (_("één ronde"), Q(rounds=1)),
            "two": (_("twee rondes"), Q(rounds=2)),
            "more": (_("drie of meer"), Q(rounds__gte=3)),
        },
        coarser=((("one",), ("two", "more")),),
    ),
]  # fmt: skip

TIMES: list[Figure] = [
    Spread(name=name, topic="time", label=label, unit="days", of="ended", column=name, how=how)
    for name, label, how in [
        ("to_talk", _("Van de aanvraag tot het gesprek"), _("Alle dagen tellen, ook het weekend.")),
        ("to_yes", _("Van het gesprek tot het ja"), _("Mensen nemen de tijd die zij nodig hebben.")),
        ("to_contact", _("Van het ja tot het eerste contact met een coördinator"), _("Alle dagen, ook het weekend.")),
        ("to_meeting", _("Van het eerste contact tot de bijeenkomst"), _("De voorbereiding, ook als die rust.")),
    ]
]
TIMES.append(
    YesOrNo(
        name="kept_contact",
        topic="time",
        label=_("Op tijd gebeld na het ja"),
        unit="percent",
        of="ended",
        how=_("Zocht de coördinator contact binnen de werkdagen die we beloven."),
        yes=Q(kept_contact=True),
        no=Q(kept_contact=False),
    )
)

AFTER: list[Figure] = [
    YesOrNo(
        name=f"called_{when}", topic="after", label=label, unit="percent", of=f"due_{when}",
        how=_("Van wie een plan maakte of bij elkaar kwam en in dit jaar aan de beurt was: spraken we elkaar."),
        yes=Q(**{f"called_{when}": True}), no=Q(**{f"called_{when}": False}),
    )
    for when, label in [("first", _("Gesproken na vier tot zes weken")), ("later", _("Gesproken na een half jaar"))]
]  # fmt: skip
AFTER += [
    Split(
        name=f"runs_{when}", topic="after", label=label, unit="percent", of=f"due_{when}",
        how=_("Wat mensen zeiden toen we belden. Wij vragen het, wij controleren niet."),
        parts=parts(f"runs_{when}", Contact.Runs.choices),
        coarser=((("all", "part"), ("none", "unknown")),),
    )
    for when, label in [
        ("first", _("Hoe het plan loopt na vier tot zes weken")), ("later", _("Hoe het plan loopt na een half jaar")),
    ]
]  # fmt: skip

MARKS = {"meeting": _("de bijeenkomst"), "plan": _("het plan"), "coordinator": _("de coördinator")}
SAID = {
    "could_say": _("Ik kon zeggen wat ik wilde"),
    "felt_safe": _("Ik voelde me veilig"),
    "is_ours": _("Het is óns plan"),
    "less_burdened": _("Mijn werk wordt lichter (professionals)"),
}
TEARS: list[Figure] = [
    Average(
        name=f"{group}_{mark}", topic="tears", label=format_lazy("{}: {}", Group(group).label, what), unit="mark",
        of=f"said_{group}", column=mark, how=_("Het gemiddelde rapportcijfer van wie antwoord gaf."),
    )
    for group in Group.values
    for mark, what in MARKS.items()
    if (group, mark) != (Group.COORDINATOR.value, "coordinator")
]  # fmt: skip
TEARS += [
    Split(
        name=name, topic="tears", label=label, unit="percent", of="said",
        how=_("Wat mensen na de bijeenkomst zeiden, wie ook antwoord gaf."),
        parts={
            "yes": (_("ja"), Q(**{name: "yes"})),
            "partly": (_("een beetje"), Q(**{name: "partly"})),
            "no": (_("nee"), Q(**{name: "no"})),
        },
        coarser=((("yes",), ("partly", "no")),),
    )
    for name, label in SAID.items()
]  # fmt: skip

REACH: list[Figure] = [
    ByLanguage(
        name="languages", topic="reach", label=_("Talen"), unit="number", of="ended",
        how=_("De taal van de hoofdpersoon, van alles wat een uitkomst kreeg. Een taal staat hier vanaf vijf mensen."),
    ),
    ByLanguage(
        name="began_by_language", topic="reach", label=_("Begonnen, per taal"), unit="percent", of="ended",
        so=Q(end__in=BEGAN),
        how=_("Welk deel van de aanvragen in deze taal begon. Zo zien we wie we minder goed bereiken."),
    ),
    ByLanguage(
        name="could_say_by_language", topic="reach", label=_("Ik kon zeggen wat ik wilde, per taal"), unit="percent",
        of="said", so=Q(could_say="yes"),
        how=_("Welk deel van wie antwoord gaf in deze taal ja zei."),
    ),
]  # fmt: skip

FIGURES: dict[str, Figure] = {
    figure.name: figure for figure in [*ASKED, *ENDS, *TEARS, *AFTER, *PEOPLE, *TIMES, *REACH]
}
