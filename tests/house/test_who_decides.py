"""Who decides? The family; and whatever somebody outside it may do, a rule says why."""

import re
from pathlib import Path

import pytest

from kring.conference.access import RULES, Phase, Role

CIRCLE = {Role.MAIN_PERSON, Role.CIRCLE_MEMBER}
OUTSIDE = set(Role) - CIRCLE
FAMILYS_OWN = """say_yes say_no correct_referral agree_to_someone agree_to_question word_invitation give_consent
    ask_for_another choose_support let_someone_stay seal_note open_the_door confirm_text write_plan talk_again
    adopt_plan call_together reconvene hold_progress_talk stop"""
WHY = {
    # before the family said yes: somebody must listen first
    "A33": "record_talk",
    "R-INV-3": "check_start link_earlier",
    "R-CON-5": "note_authority",
    "A32": "offer give_over",
    "A19": "hand_over succeed",
    "A22": "appoint",
    # conditions are of who sets them; the regiomanager sees to the form
    "A47": "ask_conditions",
    "A49": "write_conditions",
    "R-SAF-6": "check_conditions",
    "A44": "explain_conditions",
    "A46": "release_conditions",
    "A48": "read_conditions tell_conditions",
    "A75": "withdraw_condition",
    # the coordinator brings together, prepares and carries; what is in it is not theirs
    "A35": "make_first_contact know_them",
    "A50": "choose_coach coach",
    "A25": "name_someone draw_circle",
    "A28": "keep_apart bring_together",
    "R-INV-2": "invite handle_post withdraw_link",
    "A7": "word_question",
    "A43": "propose_dates answer_dates fix_date",
    "A26": "prepare_person",
    "A27": "arrange_practical",
    "A54": "set_pace rest note_tension",
    "B11": "waive mark_ready",
    "R-PLN-7": "plan_without_meeting",
    "R-VUL-1": "note_representative",
    "R-SAF-1": "note_safety",
    "R-SAF-3": "sign_safety",
    "R-SAF-4": "propose_exclusion agree_to_exclusion",
    # the day: when it begins, and what the circle said, written down
    "B12": "open_the_day run_the_day close_the_door",
    "A63": "record_their_call record_their_word",
    "R-IND-3": "type_as_told",
    "A67": "no_plan_yet",
    "R-PLN-6": "give_copies",
    # professionals tell, receive and answer
    "A37": "answer_invitation say_when_reachable",
    "B26": "introduce_myself",
    "A58": "write_sheet",
    "A59": "answer_circle pass_on_question",
    "A69": "receive_plan",
    "A74": "test_condition",
    "A70": "keep_agreement",
    "A82": "ask_to_reconvene",
    "B23": "step_out",
    # afterwards the organisation asks, and lets go
    "B13": "record_contact reopen",
    "R-EVA-2": "evaluate",
    "R-REV-4": "begin_anew",
    "B9": "close let_go",
}


def may(act: str, phase: Phase) -> frozenset[Role]:
    return RULES[act].roles[phase] | RULES[act].with_consent[phase]


@pytest.mark.rule("A10")
def test_what_the_family_decides_nobody_else_decides_in_any_phase():
    others = {act: may(act, phase) - CIRCLE for act in FAMILYS_OWN.split() for phase in Phase}

    assert {act: roles for act, roles in others.items() if roles} == {}


@pytest.mark.rule("A10")
def test_whatever_somebody_outside_does_a_rule_says_why():
    """A new row for somebody outside? Put it in WHY with its rule; when there is none, it is the family's."""
    done_outside = {
        act for act in RULES if not act.startswith("see_") and any(may(act, phase) & OUTSIDE for phase in Phase)
    }
    allowed = {act: rule for rule, acts in WHY.items() for act in acts.split()}
    rules = re.findall(r"^\| ([AB]\d+|R-[A-Z]{3}-\d+) ", Path("docs/rules.md").read_text(), re.MULTILINE)

    assert done_outside - set(allowed) == set()
    assert set(allowed) - done_outside == set()
    assert set(WHY) - set(rules) == set()
