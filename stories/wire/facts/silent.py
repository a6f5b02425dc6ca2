"""Silent changes: a fact already sent that reads otherwise now, with nothing to say so."""

from collections.abc import Iterable

from .values import Change, FactChange


def silent_changes(changes: Iterable[FactChange], *, announced: bool) -> tuple[FactChange, ...]:
    """The changed facts that nobody announced. `announced`: the advisory line has a CORRECTS clause.

    A subscriber who printed the old figure learns of the new one only from a correction, or from the copy
    where that says what the figure was.
    """
    if announced:
        return ()
    return tuple(change for change in changes if change.change is Change.CHANGED and not change.told)
