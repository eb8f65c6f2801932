"""The months after have begun, for one family."""

import pytest

from kring.conference.access import Phase, Role


@pytest.fixture
def conference(cast):
    return cast.conference(phase=Phase.FOLLOW_UP)


@pytest.fixture
def karel(cast, conference):
    """One more of the circle, who has a phone."""
    karel = cast.anyone_new("Karel", phone="06 11 00 00 07", channel="sms")
    conference.seat(karel, Role.CIRCLE_MEMBER)
    return karel
