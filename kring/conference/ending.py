"""What must be gone at once when a conference is over: later rooms hang it here, the spine calls it at every ending."""

from collections.abc import Callable

AT_THE_END: list[Callable] = []


def when_over(function):
    """Register a function of the conference, called in the transaction that closes it, in the phase it leaves."""
    AT_THE_END.append(function)
    return function


def end(conference) -> None:
    for function in AT_THE_END:
        function(conference)
