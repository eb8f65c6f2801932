"""What must never be, said in other words than the table itself."""

import pytest

from kring.conference.access import NEVER_FOR_OTHERS, RULES, Phase, Role, allowed, allowed_for_others, read_table

EVERY_CONSENT = frozenset((act, role) for act in RULES for role in Role)
CIRCLE = {Role.MAIN_PERSON, Role.CIRCLE_MEMBER}
OUTSIDE = set(Role) - CIRCLE
SEES_THE_CIRCLES_WORDS = {"see_room", "see_plan", "see_sheets", "see_referral"}
PAPER_ROUND = {"record_their_call", "record_their_word"}  # the coordinator notes what the circle said aloud


def may(act: str, phase: Phase) -> frozenset[Role]:
    return RULES[act].roles[phase] | RULES[act].with_consent[phase]


@pytest.mark.rule("A62")
@pytest.mark.parametrize("phase", Phase)
def test_private_time_is_for_the_circle_alone(phase):
    assert may("see_room", phase) <= CIRCLE
    assert may("seal_note", phase) <= CIRCLE
    assert not RULES["see_room"].with_consent[phase]  # not even the circle can open this door for others


@pytest.mark.rule("A62")
def test_nobody_outside_reads_what_the_circle_writes_while_the_door_is_closed():
    for role in OUTSIDE:
        assert not allowed({role}, Phase.PRIVATE_TIME, EVERY_CONSENT) & SEES_THE_CIRCLES_WORDS


@pytest.mark.rule("B18")
def test_in_private_time_only_the_circle_acts_on_what_happens():
    for role in OUTSIDE:
        deeds = {act for act in allowed({role}, Phase.PRIVATE_TIME, EVERY_CONSENT) if not act.startswith("see_")}
        assert deeds <= {"coach", "note_safety", "run_the_day", "record_their_call"}


@pytest.mark.rule("B18")
def test_nobody_outside_ends_private_time_but_for_writing_down_that_the_circle_called():
    leads_out = {act for act, rule in RULES.items() if rule.is_step and may(act, Phase.PRIVATE_TIME)}

    assert {act for act in leads_out if may(act, Phase.PRIVATE_TIME) - CIRCLE} == {"record_their_call"}


@pytest.mark.rule("R-PRV-2")
def test_only_the_circle_asks_that_somebody_stays_and_never_when_the_door_is_closed():
    for phase in Phase:
        assert may("let_someone_stay", phase) <= CIRCLE
    assert not may("let_someone_stay", Phase.PRIVATE_TIME) | may("let_someone_stay", Phase.PRESENTATION)


@pytest.mark.rule("B29")
def test_the_municipality_and_the_office_have_no_door_into_a_conference():
    assert {role.name for role in Role}.isdisjoint({"MUNICIPALITY", "FUNDER", "OFFICE", "ADMIN"})
    assert len(Role) == 8


@pytest.mark.rule("B17")
@pytest.mark.rule("A5")
def test_only_the_circle_writes_and_adopts_the_plan():
    for phase in Phase:
        assert may("adopt_plan", phase) <= {Role.MAIN_PERSON}
        assert may("write_plan", phase) <= CIRCLE
        assert may("confirm_text", phase) <= CIRCLE
        assert may("type_as_told", phase) <= {Role.COORDINATOR}
    for act in ("write_plan", "adopt_plan", "type_as_told", "record_their_word"):
        for phase in Phase:
            assert not may(act, phase) & {Role.PROFESSIONAL, Role.CONDITION_SETTER, Role.REGIONAL_MANAGER}


@pytest.mark.rule("A3")
def test_nobody_but_the_main_person_puts_the_invitation_in_own_words():
    assert {role for phase in Phase for role in may("word_invitation", phase)} == {Role.MAIN_PERSON}


@pytest.mark.rule("A17")
def test_private_time_cannot_be_skipped():
    for act, rule in RULES.items():
        for phase in (Phase.REFERRAL, Phase.MATCHING, Phase.PREPARATION, Phase.INFORMATION):
            if rule.roles[phase]:
                assert rule.leads_to != Phase.PRESENTATION, act
    assert {act for act, rule in RULES.items() if rule.leads_to == Phase.PRESENTATION} == {
        "open_the_door",
        "record_their_call",
    }
    for act in ("open_the_door", "record_their_call"):
        assert {phase for phase in Phase if may(act, phase)} == {Phase.PRIVATE_TIME}


@pytest.mark.rule("A17")
@pytest.mark.rule("A75")
def test_only_talking_again_and_reconvening_lead_back():
    order = list(Phase)
    back = {
        act
        for act, rule in RULES.items()
        for phase in Phase
        if rule.is_step and may(act, phase) and order.index(rule.leads_to) < order.index(phase)
    }

    assert back == {"talk_again", "reconvene", "reopen"}
    assert RULES["reopen"].leads_to == Phase.FOLLOW_UP  # never into a room: the months after go on
    assert RULES["talk_again"].leads_to == RULES["reconvene"].leads_to == Phase.PRIVATE_TIME


def test_nobody_changes_a_closed_conference():
    for role in Role:
        deeds = {act for act in allowed({role}, Phase.CLOSED, EVERY_CONSENT) if not act.startswith("see_")}
        # letters still leave the house, a lost key is taken back, nobody is written to who should not be
        assert deeds <= {"handle_post", "withdraw_link", "let_go", "step_out", "reopen", "begin_anew"}


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase != Phase.CLOSED])
@pytest.mark.rule("R-CON-2")
def test_the_main_person_can_always_stop(phase):
    assert "stop" in allowed({Role.MAIN_PERSON}, phase)
    assert RULES["stop"].leads_to == Phase.CLOSED


def test_consent_is_about_seeing_never_about_doing():
    for act, rule in RULES.items():
        if any(rule.with_consent.values()):
            assert act.startswith("see_")


@pytest.mark.rule("A44")
def test_conditions_are_issued_by_the_regiomanager_alone_and_never_once_the_day_began():
    assert {role for phase in Phase for role in may("ask_conditions", phase)} == {Role.REGIONAL_MANAGER}
    for act in ("ask_conditions", "write_conditions", "check_conditions", "explain_conditions", "release_conditions"):
        for phase in list(Phase)[3:]:
            assert not may(act, phase)


@pytest.mark.rule("A62")
def test_one_condition_fewer_is_its_setters_word_and_never_said_into_the_closed_room():
    assert {role for phase in Phase for role in may("withdraw_condition", phase)} == {Role.CONDITION_SETTER}
    assert not may("withdraw_condition", Phase.PRIVATE_TIME)


@pytest.mark.rule("A59")
@pytest.mark.rule("R-INF-3")
def test_the_circle_asks_professionals_answer_and_the_main_person_reads_a_sheet_first():
    for phase in Phase:
        assert may("ask_professional", phase) <= CIRCLE
        assert may("answer_circle", phase) <= {Role.PROFESSIONAL, Role.CONDITION_SETTER}
        assert may("read_sheet_first", phase) <= {Role.MAIN_PERSON}
        assert may("tell_conditions", phase) | may("pass_on_question", phase) <= {Role.COORDINATOR}


@pytest.mark.rule("A74")
def test_a_condition_is_tested_by_setters_alone_and_only_during_the_presentation():
    assert {phase for phase in Phase if may("test_condition", phase)} == {Phase.PRESENTATION}
    assert may("test_condition", Phase.PRESENTATION) == {Role.CONDITION_SETTER}


@pytest.mark.rule("A4")
def test_who_asked_sees_the_state_and_the_own_words_and_does_nothing():
    for phase in Phase:
        assert allowed({Role.REQUESTER}, phase, EVERY_CONSENT) == {"see_state", "see_own_request"}


def test_only_the_regiomanager_asks_the_start_notes_authority_and_looks_back_and_only_before_the_day():
    for act in ("check_start", "note_authority", "see_earlier", "link_earlier"):
        assert not RULES[act].is_step
        for phase in Phase:
            assert may(act, phase) <= {Role.REGIONAL_MANAGER}
        for phase in list(Phase)[3:]:
            assert not may(act, phase)


@pytest.mark.rule("A21")
def test_the_coordinator_never_reads_the_request():
    assert all(Role.COORDINATOR not in may("see_referral", phase) for phase in Phase)


@pytest.mark.rule("A19")
@pytest.mark.parametrize("phase", Phase)
def test_another_coordinator_is_asked_for_by_the_main_person_and_looked_for_by_the_manager(phase):
    assert may("ask_for_another", phase) <= {Role.MAIN_PERSON}
    assert may("know_them", phase) <= {Role.COORDINATOR}
    assert may("succeed", phase) <= {Role.COORDINATOR}
    for act in ("offer", "hand_over", "choose_coach"):
        assert may(act, phase) <= {Role.REGIONAL_MANAGER}


def test_while_the_circle_is_alone_nobody_changes_who_organises_it():
    for act in ("offer", "appoint", "ask_for_another", "know_them", "hand_over", "succeed", "choose_coach"):
        assert not may(act, Phase.PRIVATE_TIME), act


@pytest.mark.parametrize("phase", [Phase.PREPARATION, Phase.INFORMATION, Phase.PRESENTATION, Phase.FOLLOW_UP])
def test_the_main_person_may_have_another_coordinator_from_the_appointment_to_the_end(phase):
    assert "ask_for_another" in allowed({Role.MAIN_PERSON}, phase)


@pytest.mark.rule("A50")
def test_what_coordinator_and_coach_say_to_each_other_is_theirs():
    for act in ("see_coaching", "coach"):
        for phase in Phase:
            assert may(act, phase) <= {Role.COORDINATOR, Role.COACH}


def test_no_regiomanager_reads_a_plan_not_even_with_consent():
    assert all(Role.REGIONAL_MANAGER not in may("see_plan", phase) for phase in Phase)


@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.COORDINATOR, Role.REGIONAL_MANAGER)])
def test_acting_for_somebody_lends_their_deeds_but_never_their_eyes_or_the_room(role, phase):
    own = allowed({Role.COORDINATOR}, phase)
    lent = allowed_for_others(own, {role}, phase) - own

    assert not {act for act in lent if act.startswith("see_")}
    assert not lent & NEVER_FOR_OTHERS
    assert NEVER_FOR_OTHERS >= {"see_room", "seal_note", "open_the_door", "adopt_plan"}


@pytest.mark.parametrize(
    "wrong",
    [
        "act referral\n x H......",
        "see HKAPVCR HKAPVCR HKAPVCR HKAPVCR HKAPVCR HKAPVCR HKAPVCR KHAPVCR",
        "see HKAPVCR HKAPVCR HKAPVCR HKAPVCR HKAPVCR HKAPVCR HKAPVCR HKAPVC",
        "see HKAPVCR HKAPVCR HKAPVCR HKAPVCR HKAPVCR HKAPVCR HKAPVCR HKAPVCR elsewhere",
    ],
)
def test_a_badly_drawn_table_does_not_start(wrong):
    head = "act " + " ".join(Phase) + " leads_to\n"
    with pytest.raises(ValueError):
        read_table(wrong if wrong.startswith("act") else head + wrong)


@pytest.mark.rule("A25")
@pytest.mark.rule("A28")
def test_the_map_is_drawn_by_the_family_and_only_the_coordinator_puts_two_sides_together():
    for phase in Phase:
        assert may("draw_circle", phase) <= {Role.MAIN_PERSON, Role.COORDINATOR}
        assert may("keep_apart", phase) <= {Role.MAIN_PERSON, Role.COORDINATOR}
        assert may("bring_together", phase) <= {Role.COORDINATOR}
        assert may("agree_to_someone", phase) <= {Role.MAIN_PERSON}


def test_before_the_yes_nobody_is_named_drawn_or_invited():
    around = ("see_circle", "see_invitees", "see_invitation", "name_someone", "draw_circle", "keep_apart")
    for act in (*around, "agree_to_someone", "word_invitation", "invite", "answer_invitation"):
        assert not may(act, Phase.REFERRAL), act
    assert may("name_someone", Phase.MATCHING) == {Role.MAIN_PERSON}


def test_what_stands_beside_the_invitation_is_for_the_family_who_is_invited_and_the_coordinator():
    for phase in Phase:
        assert may("see_invitation", phase) <= CIRCLE | {Role.COORDINATOR}
        assert not RULES["see_invitation"].with_consent[phase]
    assert not may("see_invitation", Phase.PRIVATE_TIME)


@pytest.mark.rule("A54")
def test_the_pace_is_the_main_persons_and_only_the_coordinator_notes_it_beside_them():
    for phase in Phase:
        assert may("set_pace", phase) <= {Role.MAIN_PERSON, Role.COORDINATOR}
        assert may("take_practical", phase) <= CIRCLE
        for act in ("note_tension", "waive", "arrange_practical"):
            assert may(act, phase) <= {Role.COORDINATOR}
    assert may("say_when_reachable", Phase.PREPARATION) == CIRCLE | {Role.PROFESSIONAL, Role.CONDITION_SETTER}


@pytest.mark.rule("A42")
def test_the_attendance_note_is_for_the_professional_alone_and_only_after_the_day():
    assert {phase for phase in Phase if may("see_attendance_note", phase)} == {Phase.FOLLOW_UP}
    assert may("see_attendance_note", Phase.FOLLOW_UP) == {Role.PROFESSIONAL, Role.CONDITION_SETTER}
    assert not RULES["see_attendance_note"].with_consent[Phase.FOLLOW_UP]


@pytest.mark.rule("B9")
def test_the_circle_alone_takes_everything_along_also_after_the_end():
    for phase in Phase:
        assert may("see_own_copy", phase) == (CIRCLE if phase in (Phase.FOLLOW_UP, Phase.CLOSED) else set())
