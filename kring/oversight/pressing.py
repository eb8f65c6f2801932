"""One button at a desk: what it does, or why not, said on the page where it was pressed."""

from collections.abc import Callable

from django.contrib import messages
from django.shortcuts import redirect

from kring.foundation.refusals import Refusal


def pressed(request, verb: Callable, thanks: str, *, stay: str, leave: str = ""):
    """Do it and go on; refused, stay where the button is and say why."""
    try:
        verb()
    except Refusal as refusal:
        messages.error(request, refusal.message)
        return redirect(stay)
    messages.success(request, thanks)
    return redirect(leave or stay)
