"""THE TABLE: who may see and do what in which phase, and where a step leads. Plain data; imports nothing of ours."""

from dataclasses import dataclass
from enum import StrEnum


class Phase(StrEnum):
    REFERRAL = "referral"
    MATCHING = "matching"
    PREPARATION = "preparation"
    INFORMATION = "information"
    PRIVATE_TIME = "private_time"
    PRESENTATION = "presentation"
    FOLLOW_UP = "follow_up"
    CLOSED = "closed"


class Role(StrEnum):
    """Dutch initials: Hoofdpersoon, Kring, Aanvrager, Professional, Voorwaarden stellen, Coördinator, Regiomanager,
    Begeleider (the regiomanager who coaches the coordinator)."""

    MAIN_PERSON = "H"
    CIRCLE_MEMBER = "K"
    REQUESTER = "A"
    PROFESSIONAL = "P"
    CONDITION_SETTER = "V"
    COORDINATOR = "C"
    REGIONAL_MANAGER = "R"
    COACH = "B"


# Like rwx: each letter has its place, a dot is «no». A small letter is «only with the family's consent».
# A last word makes a row a step: where it leads.
TABLE = """
act                  referral matching preparation information private_time presentation follow_up closed   leads_to

see_state            H.APV.R. H.APV.R. HKAPVCRB    HKAPVCRB    HKAPVCRB     HKAPVCRB     HKAPVCRB  HKA...R.
see_referral         H.A...R. H.A...R. H.....R.    H.....R.    H.......     H.......     H.......  H.......
see_circle           H....... H....... HK.pvC..    HK.pvC..    HK.pvC..     HK.pvC..     HK......  HK......
see_invitees         H....... H....... H....C..    H....C..    H....C..     H....C..     H.......  H.......
see_reach            ........ ........ .....C..    .....C..    ........     .....C..     .....C..  ........
see_safety           ........ ........ .....C.B    .....C.B    .....C.B     .....C.B     .....C.B  ........
see_conditions       H...V.R. H...V.R. HK.PVCR.    HK.PVCR.    HK.PVCR.     HK.PVCR.     HK..V...  HK......
see_day              ........ ........ HK.PVC.B    HK.PVC.B    HK.PVC..     HK.PVC.B     HK.....B  HK......
see_sheets           ........ ........ HK.PVC..    HK.PVC..    HK......     HK.PVC..     HK......  HK......
see_room             ........ ........ ........    ........    HK......     ........     ........  ........
see_plan             ........ ........ ........    ........    HK......     HK.PVC..     HK.pvc..  HK.pv...
see_progress         ........ ........ ........    ........    ........     ........     HK......  ........
see_coaching         ........ ........ .....C.B    .....C.B    .....C.B     .....C.B     .....C.B  ........
see_people           ......R. ......R. .....CR.    .....CR.    .....C..     .....CR.     .....CR.  ......R.

record_talk          ......R. ........ ........    ........    ........     ........     ........  ........
correct_referral     H....... H....... ........    ........    ........     ........     ........  ........
say_yes              H....... ........ ........    ........    ........     ........     ........  ........  matching
say_no               H....... H....... ........    ........    ........     ........     ........  ........  closed
ask_conditions       ......R. ......R. ......R.    ........    ........     ........     ........  ........
write_conditions     ....V... ....V... ....V...    ........    ........     ........     ........  ........
react_to_conditions  H....... H....... H.......    ........    ........     ........     ........  ........
release_conditions   ........ ......R. ......R.    ........    ........     ........     ........  ........
read_conditions      ........ ........ HK.P....    HK.P....    ........     ........     ........  ........
offer                ........ ......R. ........    ........    ........     ........     ........  ........
appoint              ........ .....C.. ........    ........    ........     ........     ........  ........  preparation
make_first_contact   ........ ........ .....C..    ........    ........     ........     ........  ........
coach                ........ ........ .....C.B    .....C.B    .....C.B     .....C.B     .....C.B  ........
withdraw_link        ......R. ......R. .....CR.    .....CR.    ........     .....CR.     .....CR.  ......R.
name_someone         H....... H....... HK...C..    ........    ........     ........     HK......  ........
agree_to_someone     ........ ........ H.......    ........    ........     ........     H.......  ........
invite               ........ ........ .....C..    .....C..    ........     ........     HK...C..  ........
handle_post          ......R. ......R. .....CR.    .....CR.    ........     .....CR.     .....CR.  ......R.
answer_invitation    ........ ........ .K.PV...    .K.PV...    ........     ........     .K......  ........
give_consent         H....... H....... H.......    H.......    H.......     H.......     H.......  ........
word_question        ........ ........ HK...C..    ........    ........     ........     ........  ........
agree_to_question    ........ ........ H.......    ........    ........     ........     ........  ........
propose_dates        ........ ........ .....C..    ........    ........     ........     ........  ........
answer_dates         ........ ........ HK.PVC..    ........    ........     ........     HK.PV...  ........
fix_date             ........ ........ .....C..    ........    ........     ........     HK......  ........
write_sheet          ........ ........ ...PV...    ...PV...    ........     ........     ........  ........
prepare_person       ........ ........ .....C..    ........    ........     ........     ........  ........
note_safety          ........ ........ .....C.B    .....C.B    .....C.B     .....C.B     .....C.B  ........
mark_ready           ........ ........ .....C..    ........    ........     ........     ........  ........
plan_without_meeting ........ ........ H....C..    ........    ........     ........     ........  ........  follow_up
open_the_day         ........ ........ .....C..    ........    ........     ........     ........  ........  information
run_the_day          ........ ........ ........    .....C..    .....C..     .....C..     .....C..  ........
close_the_door       ........ ........ ........    HK...C..    ........     ........     ........  ........  private_time
seal_note            ........ ........ ........    ........    HK......     ........     ........  ........
wipe_room            ........ ........ ........    ........    H.......     ........     ........  ........
call_coordinator     ........ ........ ........    ........    HK......     ........     ........  ........
open_the_door        ........ ........ ........    ........    HK......     ........     ........  ........  presentation
record_their_call    ........ ........ ........    ........    .....C..     ........     ........  ........  presentation
type_as_told         ........ ........ ........    ........    ........     .....C..     ........  ........
confirm_text         ........ ........ ........    ........    ........     HK......     ........  ........
write_plan           ........ ........ ........    ........    ........     HK......     HK......  ........
receive_plan         ........ ........ ........    ........    ........     ...PV...     ...PV...  ........
test_condition       ........ ........ ........    ........    ........     ....V...     ........  ........
talk_again           ........ ........ ........    ........    ........     HK......     ........  ........  private_time
adopt_plan           ........ ........ ........    ........    ........     H.......     ........  ........  follow_up
record_their_word    ........ ........ ........    ........    ........     .....C..     ........  ........  follow_up
no_plan_yet          ........ ........ ........    ........    ........     H....C..     ........  ........  follow_up
keep_agreement       ........ ........ ........    ........    ........     HK.PV...     HK.PV...  ........
hold_progress_talk   ........ ........ ........    ........    ........     ........     HK......  ........
ask_to_reconvene     ........ ........ ........    ........    ........     ........     ...PV...  ........
call_together        ........ ........ ........    ........    ........     ........     HK......  ........
reconvene            ........ ........ ........    ........    ........     ........     HK......  ........  private_time
record_contact       ........ ........ ........    ........    ........     ........     .....CR.  ........
rest                 ........ H....... H....C..    ........    ........     ........     H....C..  ........
close                ........ ........ ........    ........    ........     ........     H....C..  ........  closed
stop                 H....... H....... H.......    H.......    H.......     H.......     H.......  ........  closed
"""

# What a coordinator or regiomanager never does for somebody on the phone or on paper: the room and the plan are theirs.
# (On paper the coordinator records that they called or what they said: record_their_call, record_their_word.)
NEVER_FOR_OTHERS = frozenset(
    {"see_room", "seal_note", "wipe_room", "call_coordinator", "open_the_door", "adopt_plan", "confirm_text"}
)


@dataclass(frozen=True)
class Rule:
    """One row: the roles that may in each phase, those that need consent, and where it leads."""

    roles: dict[Phase, frozenset[Role]]
    with_consent: dict[Phase, frozenset[Role]]
    leads_to: Phase | None

    @property
    def is_step(self) -> bool:
        return self.leads_to is not None


def _square(act: str, square: str) -> tuple[frozenset[Role], frozenset[Role]]:
    if len(square) != len(Role):
        raise ValueError(f"{act}: {square!r} must have {len(Role)} places")
    for sign, role in zip(square, Role, strict=True):
        if sign not in (".", role.value, role.value.lower()):
            raise ValueError(f"{act}: {sign!r} stands in the place of {role.value}")
    return (
        frozenset(role for sign, role in zip(square, Role, strict=True) if sign == role.value),
        frozenset(role for sign, role in zip(square, Role, strict=True) if sign == role.value.lower()),
    )


def read_table(text: str) -> dict[str, Rule]:
    """Read the drawing; a badly drawn square raises ValueError, so the house does not start."""
    lines = [line.split() for line in text.strip().splitlines() if line.strip()]
    head, rows = lines[0], lines[1:]
    if head != ["act", *Phase, "leads_to"]:
        raise ValueError("the head of the table must name every phase in order")
    rules: dict[str, Rule] = {}
    for act, *rest in rows:
        if act in rules:
            raise ValueError(f"{act} stands in the table twice")
        if len(rest) not in (len(Phase), len(Phase) + 1):
            raise ValueError(f"{act} has {len(rest)} squares")
        squares = [_square(act, square) for square in rest[: len(Phase)]]
        rules[act] = Rule(
            roles=dict(zip(Phase, (yes for yes, _ in squares), strict=True)),
            with_consent=dict(zip(Phase, (maybe for _, maybe in squares), strict=True)),
            leads_to=Phase(rest[-1]) if len(rest) > len(Phase) else None,
        )
    return rules


RULES = read_table(TABLE)


def allowed(
    roles: frozenset[Role] | set[Role], phase: Phase, consents: frozenset[tuple[str, str]] = frozenset()
) -> frozenset[str]:
    """Everything people with these roles may see and do in this phase; `consents` are (act, role) the family gave."""
    return frozenset(
        act
        for act, rule in RULES.items()
        if roles & rule.roles[phase] or any((act, role) in consents for role in roles & rule.with_consent[phase])
    )


def may_need_consent(roles: frozenset[Role] | set[Role], phase: Phase) -> bool:
    """Whether a small letter stands for these people in this phase: only then it matters what the family allowed."""
    return any(roles & rule.with_consent[phase] for rule in RULES.values())


def allowed_for_others(own: frozenset[str], theirs: frozenset[Role] | set[Role], phase: Phase) -> frozenset[str]:
    """What a coordinator or regiomanager may do in somebody's name: their steps, never their eyes."""
    deeds = {act for act in allowed(theirs, phase) if not act.startswith("see_")}
    return own | (deeds - NEVER_FOR_OTHERS)


def faces(roles: frozenset[Role] | set[Role]) -> str:
    """Which of the faces of the house these people see: family, visiting or desk."""
    if roles & {Role.MAIN_PERSON, Role.CIRCLE_MEMBER}:
        return "family"
    if roles & {Role.COORDINATOR, Role.REGIONAL_MANAGER, Role.COACH}:
        return "desk"
    return "visiting"
