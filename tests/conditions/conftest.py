"""Stefan's form as it goes: empty, written, handed in, checked and read first, shared with everybody."""

from datetime import date

import pytest

from kring.conditions.models import ConditionsForm
from kring.conditions.sharing import share
from kring.referral.models import Ground
from tests.conditions.scene import CONCERN, REACTION, SCHOOL, TALK, approve


@pytest.fixture
def form(cast):
    """Stefan's form, empty, in the preparation."""
    conference = cast.conference(conditions=False)
    return ConditionsForm.issue(
        conference, setter=cast.stefan, ground=Ground.YOUTH_PROTECTION, why_late="Nu pas bekend.", by=cast.ayse
    )


@pytest.fixture
def written(cast, form):
    form.write(concerns=CONCERN, without_plan="Dan ga ik naar de rechter.", by=cast.stefan)
    form.add(text=SCHOOL, by=cast.stefan)
    form.add(text="Er is ’s avonds een volwassene.", by=cast.stefan)
    return form


@pytest.fixture
def handed_in(cast, written):
    written.hand_in(**TALK, by=cast.stefan)
    return written


@pytest.fixture
def ready(cast, handed_in):
    approve(handed_in, cast.ayse)
    handed_in.react(reaction=REACTION, by=cast.naima)
    return handed_in


@pytest.fixture
def released(cast, ready):
    share(ready.conference, by=cast.ayse)
    ready.refresh_from_db()
    return ready


@pytest.fixture
def second(cast, form):
    """Rianne of probation, who sets conditions too: hers is ready to be shared."""
    rianne = cast.anyone_new("Rianne", works_at="Reclassering", email="r@rec.example", channel="mail")
    late = {"why_late": "Ook pas nu.", "by": cast.ayse}
    other = ConditionsForm.issue(form.conference, setter=rianne, ground=Ground.PROBATION, **late)
    other.add(text="Er is een meldplicht.", by=rianne)
    other.hand_in(discussed_on=date(2026, 11, 4), discussed_how="thuis", by=rianne)
    approve(other, cast.ayse)
    other.react(by=cast.naima)
    return other
