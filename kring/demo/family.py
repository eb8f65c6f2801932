"""The demo moves in: three invented families, each at another point of the way."""

from django.db import transaction
from django.utils import timezone

from kring.demo import figures, people
from kring.demo.gerrit import gerrit_is_asked
from kring.demo.naima import naima_prepares
from kring.demo.remco import remco_has_a_plan
from kring.followup.questions import QuestionSet
from kring.people.models import Person
from kring.stories import fridays
from kring.stories.models import FridayStory

STORY = (
    "Een moeder kreeg haar kinderen niet op tijd op school. Ze dacht dat ze niemand had.",
    "Aan tafel zaten uiteindelijk negen mensen. De buurman zei: ik fiets er elke ochtend langs. "
    "Ik begin wel een half uur later. Meer was er niet nodig.",
    "Dit verhaal is verzonnen, maar het had zo kunnen gaan.",
)

NINE_CHAIRS = (
    "Hij dacht dat er niemand zou komen. Vier stoelen had hij neergezet, en dat vond hij al veel.",
    "Er kwamen er negen. De laatste twee zaten op een bierkrat.",
    "Dit verhaal is verzonnen, maar het had zo kunnen gaan.",
)


@transaction.atomic
def move_in() -> None:
    """Fill an empty demo database."""
    people.organisation()
    people.on_the_site()
    staff = people.staff()
    towns = people.country(staff)
    naima_prepares(staff, towns)
    gerrit_is_asked(staff, towns)
    remco_has_a_plan(staff, towns)
    friday_story(staff["henk"], staff["noor"])
    asked = questions(staff["henk"])
    figures.years_before(towns, asked)
    figures.looks_on(towns["Nunspeet"])


def questions(by: Person) -> QuestionSet:
    """How it was is asked in words that invented families tried."""
    asked = QuestionSet.begin(by=by)
    asked.note_trial(tried_on=timezone.localdate(), tried_by="Henk, met drie verzonnen gezinnen")
    asked.take_into_use()
    return asked


def friday_story(writer: Person, reader: Person) -> None:
    """One that is out, and one that waits for a second pair of eyes."""
    out = FridayStory.write(title="De buurman en de fiets", text="\n\n".join(STORY), is_invented=True, by=writer)
    out.look_over(by=reader)
    out.publish_on(fridays.last())
    FridayStory.write(title="Negen stoelen", text="\n\n".join(NINE_CHAIRS), is_invented=True, by=reader)
