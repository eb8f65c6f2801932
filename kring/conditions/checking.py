"""Checking: the manager looks whether each condition is lawful, safe, testable and no solution, and says so kindly."""

from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kring.conditions.models import ConditionsForm
from kring.conditions.refusals import NotHandedIn, NoWordBack
from kring.conference.hands import Hand
from kring.foundation.posting import post
from kring.people.models import Person


class Check(models.TextChoices):
    LAWFUL = "lawful", _("wettig")
    SAFE = "safe", _("veilig")
    TESTABLE = "testable", _("toetsbaar")
    NO_SOLUTION = "no_solution", _("geen oplossing")


NOT_YET = {
    Check.LAWFUL: _("Mag dit zo van de wet?"),
    Check.SAFE: _("Gaat dit over veiligheid?"),
    Check.TESTABLE: _("Waaraan ziet iedereen straks dat het zo is?"),
    Check.NO_SOLUTION: _("Dit lijkt al een oplossing. Wat moet er zijn, hoe de kring het ook regelt?"),
}


@transaction.atomic
def check(form: ConditionsForm, *, ticks: dict[str, list[str]], words: dict[str, str], by: Person | Hand) -> bool:
    """All ticked: it is in order. Otherwise it goes back, with a word at each condition that is not there yet."""
    hand = form.conference.write_down("check_conditions", by=by)
    form.refuse_when_released()
    if not form.is_handed_in:
        raise NotHandedIn
    conditions = list(form.conditions.all())
    for condition in conditions:
        condition.lacks = " ".join(sign for sign in Check.values if sign not in ticks.get(condition.slug, []))
        condition.word_back = words.get(condition.slug, "") if condition.lacks else ""
        if condition.lacks and not condition.word_back:
            raise NoWordBack(field=f"word_{condition.slug}")
        condition.save(update_fields=["lacks", "word_back"])
    if not any(condition.lacks for condition in conditions):
        form.change(checked_at=timezone.now(), sent_back_at=None)
        return True
    form.change(checked_at=None, handed_in_at=None, seen_at=None, sent_back_at=timezone.now())
    tell_setter(form, hand)
    return False


def tell_setter(form: ConditionsForm, hand: Hand) -> None:
    path = reverse("conditions:write", args=[form.conference.slug])
    key = f"conditions back {form.slug} {form.sent_back_at:%y%m%d%H%M%S%f}"
    letter = "conditions/letters/sent_back.txt"
    post(form.setter, letter, key=key, about=form.conference, sent_by=hand.by, link_path=path)


def questions_for(condition) -> list:
    """What the manager wonders, as questions to the professional."""
    return [NOT_YET[sign] for sign in Check if sign in condition.lacks.split()]
