"""Checking: four ticks a condition, and a kind word back where one is missing."""

import pytest

from kring.conditions.checking import Check, check
from kring.conditions.refusals import NotHandedIn
from kring.conference.access import Role
from kring.conference.models import NotAllowed
from kring.foundation.outbox import Message
from tests.conditions.scene import address


def ticks(form, **less):
    """Everything ticked, but what is left out for a number."""
    return {
        f"ticks_{line.slug}": [sign for sign in Check.values if sign not in less.get(f"n{line.number}", [])]
        for line in form.conditions.all()
    }


def test_the_manager_checks_each_condition_on_four_points(cast, client, handed_in):
    cast.enter(client, Role.REGIONAL_MANAGER)

    client.post(address("check", handed_in.conference, handed_in.slug), ticks(handed_in))

    handed_in.refresh_from_db()
    assert handed_in.is_checked
    assert list(Check.labels) == ["wettig", "veilig", "toetsbaar", "geen oplossing"]


def test_what_is_not_there_yet_goes_back_with_a_word_and_without_shame(cast, client, handed_in):
    conference, where = handed_in.conference, address("check", handed_in.conference, handed_in.slug)
    not_testable = ticks(handed_in, n2=["testable"])
    word = f"word_{handed_in.conditions.get(number=2).slug}"
    cast.enter(client, Role.REGIONAL_MANAGER)

    wordless = client.post(where, not_testable)
    client.post(where, not_testable | {word: "Tot hoe laat is het avond?"})
    page = cast.enter(client, Role.CONDITION_SETTER).get(address("write", conference)).text

    handed_in.refresh_from_db()
    assert wordless.context["checked"].errors[word]
    assert not handed_in.is_handed_in
    assert "Tot hoe laat is het avond?" in page
    assert "Dank voor het invullen." in page
    assert not any(hard in page.lower() for hard in ("afgekeurd", "fout", "onjuist"))
    letter = Message.objects.get(recipient=cast.stefan)
    assert "avond" not in letter.text


@pytest.mark.rule("A44")
def test_nobody_else_checks_and_a_draft_is_not_checked(cast, written):
    for role in (Role.COORDINATOR, Role.CONDITION_SETTER, Role.MAIN_PERSON, Role.COACH):
        with pytest.raises(NotAllowed):
            check(written, ticks={}, words={}, by=cast[role])
    with pytest.raises(NotHandedIn):
        check(written, ticks={}, words={}, by=cast.ayse)
