"""The same questions on paper, with a code that says that it was answered and never what."""

from django.utils import translation
from django.utils.translation import gettext as _

from kring.followup.evaluating import MARKS, EvaluationAsked, Says, asked_about
from kring.followup.evaluation_forms import FACES
from kring.followup.questions import CHILD, QuestionSet
from kring.followup.voicing import voice_for
from kring.foundation.printing import pdf
from kring.people.models import Organisation


def sheet(asked: EvaluationAsked, questions: QuestionSet) -> bytes:
    """One sheet, in the language of who gets it; no name stands on it."""
    house, voice = Organisation.current(), voice_for(asked)
    with translation.override(asked.person.language):
        marks = [str(face) for _mark, face in FACES] if voice == CHILD else [str(mark) for mark in range(1, 11)]
        says = [str(label) for label in Says.labels]
        return pdf(
            "followup/documents/evaluation.typ",
            {
                "title": _("Hoe was het?"),
                "lead": _("Kruis aan wat past. Alles mag leeg blijven. Zet er geen naam op."),
                "questions": [
                    {"ask": questions.ask(name, voice), "choices": marks if name in MARKS else says}
                    for name in asked_about(asked.group, asked.conference)
                ],
                "more": _("Wat wil je nog zeggen?"),
                "code": asked.code,
                "explain": _(
                    "Met deze code vragen we het niet nog eens. Bij wat je antwoordt, bewaren we de code niet."
                ),
                "to": [house.name, *house.postal_address.splitlines(), house.phone],
                "words": {"code": _("Code"), "send": _("Stuur dit papier naar"), "page": _("bladzijde")},
            },
        )
