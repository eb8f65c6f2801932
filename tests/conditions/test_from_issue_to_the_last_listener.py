"""The whole way: issued, written, checked, sent back, talked over, read first, shared, and heard by the last one."""

import pytest
from django.utils import timezone

from kring.circle.models import CircleMember
from kring.conditions.models import ConditionsForm, Reading
from kring.conditions.refusals import AlreadyRead
from kring.conditions.sharing import share
from kring.conference.access import Phase, Role
from kring.conference.models import NotAllowed
from kring.preparation.models import Preparation
from tests.conditions.scene import CONCERN, REACTION, SCHOOL, TALK, address, in_name, look, words_on

ISSUE = {"who": "new", "first_name": "Stefan", "last_name": "Kuiper", "works_at": "Jeugdbescherming", "ground": "debt"}
ISSUE |= {"email": "stefan@elders.example", "why_late": "De maatregel dreigt sinds gisteren.", "phone": "", "job": ""}


@pytest.mark.rule("A48")
@pytest.mark.rule("A49")
@pytest.mark.rule("R-INF-1")
def test_conditions_go_from_the_manager_to_the_last_invitee_who_hears_them_read_aloud(cast, client):
    conference = cast.conference(conditions=False)

    def does(person, page, /, *args, **typed):
        answer = cast.enter(client, person).post(address(page, conference, *args), typed)
        assert answer.status_code == 303, answer.context
        conference.forget_seats()

    does(cast.ayse, "issue", **ISSUE | {"who": cast.stefan.slug})
    form = ConditionsForm.objects.get()
    setter = form.setter
    does(setter, "write", concerns=CONCERN, without_plan="Dan vraag ik de rechter om mee te kijken.")
    does(setter, "add", text="Sam gaat naar een pleeggezin.")
    does(setter, "hand_in", **TALK)
    line = form.conditions.get()
    not_yet = {f"ticks_{line.slug}": ["lawful", "safe", "testable"], f"word_{line.slug}": "Wat moet er zijn?"}
    does(cast.ayse, "check", form.slug, **not_yet)
    does(setter, "reword", line.slug, text=SCHOOL)
    does(setter, "hand_in", **TALK)
    does(cast.ayse, "check", form.slug, **{f"ticks_{line.slug}": ["lawful", "safe", "testable", "no_solution"]})
    does(cast.naima, "react", form.slug, reaction=REACTION)
    does(cast.ayse, "release")

    page = look(cast, client, cast.fatma, conference)
    assert [text for text in (CONCERN, SCHOOL, REACTION, "Dan vraag ik de rechter") if text not in page] == []
    does(cast.fatma, "tick", how="read")
    on_paper = cast.enter(client, cast.joke).get(in_name(address("paper", conference), cast.naima) + "&groot=1")
    assert SCHOOL in words_on(on_paper.content)
    somebody_late = invited_late(cast, conference)
    for person in (cast.naima, cast.marloes, somebody_late):
        assert Preparation.of(conference).unread([person])
    does(cast.joke, "tell", who=[cast.naima.slug, cast.marloes.slug], how="read_aloud", via="beside")
    does(cast.joke, "tell", who=[somebody_late.slug], how="read_aloud", via="phone")

    assert not Preparation.of(conference).unread()
    assert Reading.objects.get(person=somebody_late).in_words == "voorgelezen (gebeld)"


def invited_late(cast, conference):
    karel, now = cast.anyone_new("Karel", phone="06 11 00 00 77"), timezone.now()
    CircleMember.objects.create(conference=conference, name="Karel", person=karel, agreed_at=now, invited_at=now)
    conference.seat(karel, Role.CIRCLE_MEMBER)
    return karel


@pytest.mark.rule("A46")
@pytest.mark.rule("A60")
@pytest.mark.parametrize("phase", [Phase.INFORMATION, Phase.PRIVATE_TIME, Phase.PRESENTATION])
def test_from_the_day_on_no_address_and_no_verb_brings_in_or_changes_a_condition(cast, client, phase):
    conference = cast.conference(phase=phase)
    form, line = conference.conditions_forms.get(), conference.conditions_forms.get().conditions.first()
    ConditionsForm.objects.update(released_at=None)  # as if one had been forgotten
    form.refresh_from_db()

    for who, page, args in (
        (cast.ayse, "issue", ()), (cast.ayse, "release", ()), (cast.ayse, "reopen", (form.slug,)),
        (cast.stefan, "write", ()), (cast.stefan, "add", ()), (cast.stefan, "reword", (line.slug,)),
        (cast.stefan, "hand_in", ()), (cast.stefan, "explain", (form.slug,)),
    ):  # fmt: skip
        sent = ISSUE | TALK | {"text": "Toch nog iets.", "concerns": "Toch nog iets.", "why": "Toch."}
        assert cast.enter(client, who).post(address(page, conference, *args), sent).status_code == 404, page
    for verb in (
        lambda: share(conference, by=cast.ayse),
        lambda: form.add(text="Toch nog iets.", by=cast.stefan),
        lambda: form.hand_in(**TALK, by=cast.stefan),
        lambda: line.reword(text="Anders.", by=cast.stefan),
    ):
        with pytest.raises((NotAllowed, AlreadyRead)):
            verb()
    assert form.conditions.count() == 2
