"""Two people write at once: who saves last hears what the other just wrote, before it is written over."""

import hashlib
import json

from django.utils.translation import gettext as _


def mark_of(form) -> str:
    """What stood there when the form was opened, as a sign of sixteen letters."""
    known = json.dumps({name: str(value) for name, value in form.initial.items()}, sort_keys=True)
    return hashlib.sha256(known.encode()).hexdigest()[:16]


def was_changed(form, seen: str) -> bool:
    return bool(seen) and seen != mark_of(form)


def show_what_stands(form) -> None:
    """Said once, with the words of the other at each field where they differ."""
    form.asks = True
    form.add_error(None, _("Iemand anders veranderde dit net ook. Bewaar je het nog eens, dan blijft wat jij schreef."))
    for name, value in form.initial.items():
        if name in form.fields and value and str(value) != str(form[name].value() or ""):
            form.add_error(name, _("Nu staat er: %(words)s") % {"words": label_of(form.fields[name], value)})


def label_of(field, value) -> str:
    """A choice by its words, a text as it is."""
    return str(dict(getattr(field, "choices", ())).get(value, value))
