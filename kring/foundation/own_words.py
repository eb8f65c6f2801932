"""Words the office chose, kept with the organisation that every page knows already: none asks for them again."""

from django.apps import apps
from django.db import transaction


def organisation() -> type:
    """Who runs this house; its table stands in the room above."""
    return apps.get_model("kring", "Organisation")


def chosen(kind: str) -> dict:
    """What was chosen of this kind, by name."""
    return organisation().current().own_words.get(kind, {})


@transaction.atomic
def choose(kind: str, name: str, value) -> None:
    """From now on this; two changes at once do not undo each other."""
    row = organisation().objects.select_for_update().first() or organisation().objects.create()
    row.own_words = row.own_words | {kind: row.own_words.get(kind, {}) | {name: value}}
    row.save(update_fields=["own_words"])
