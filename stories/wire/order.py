"""The order of a story's filings on the wire, and the label the next one gets."""

from collections.abc import Iterable

from .label import Kind, Label


class OutOfOrder(ValueError):  # noqa: N818 - the way the wire says it
    """A kind that cannot come next; the message says why, for people."""


def wire_rank(label: Label) -> tuple[bool, int, bool, int]:
    """Where a label stands among its story's: sort by it, then by time, then by record order.

    Urgent, first, LEAD, 2nd LD; a correction follows the lead it corrects; a kill is last.
    Before the first lead the number of a correction says nothing: an urgent may have been
    corrected before the first filing, or the first filing after it. Time decides there.
    """
    correction = label.correction_number if label.lead_number else 0
    return (label.kind is Kind.KILL, label.lead_number, label.kind is not Kind.URGENT, correction)


def comes_after(label: Label, last: Label) -> bool:
    """Whether a filing so labelled may stand behind one labelled `last`.

    Before the first lead a correction stands behind what it corrects, and the first filing behind a corrected urgent.
    """
    rank, before = wire_rank(label), wire_rank(last)
    if rank != before or Kind.CORRECTION not in (label.kind, last.kind):
        return rank > before
    return label.kind is not last.kind or label.correction_number > last.correction_number


def next_label(filed: Iterable[Label], asked: Kind | None = None, qualifiers: tuple[str, ...] = ()) -> Label:
    """The label of the next filing after those in `filed`, in any order; `asked` where a person chose the kind.

    Unasked, the counters decide: a first filing while there is none and no lead, then
    LEAD, 2nd LD and so on, above the highest lead that is there. Raises OutOfOrder for
    an urgent that is not first, a second first filing, a correction of nothing, and
    anything after a kill.
    """
    labels = tuple(filed)
    kinds = {label.kind for label in labels}
    highest = max((label.lead_number for label in labels), default=0)
    kind = asked or (Kind.FIRST if not highest and Kind.FIRST not in kinds else Kind.LEAD)
    _refuse_out_of_order(kind, kinds, highest)
    if kind is Kind.LEAD:
        return Label(kind, highest + 1, 0, qualifiers)
    if kind is Kind.CORRECTION:
        corrections = (label.correction_number for label in labels if label.lead_number == highest)
        return Label(kind, highest, max(corrections) + 1, qualifiers)
    return Label(kind, 0, 0, qualifiers)


def _refuse_out_of_order(kind: Kind, kinds: set[Kind], highest: int) -> None:
    if Kind.KILL in kinds:
        raise OutOfOrder("The story is killed: nothing more is filed on it.")
    if kind is Kind.URGENT and kinds:
        raise OutOfOrder("An urgent opens a story; this one is already on the wire.")
    if kind is Kind.FIRST and (highest or Kind.FIRST in kinds):
        raise OutOfOrder("The first filing is already on the wire: the next one is a lead.")
    if kind is Kind.LEAD and not kinds:
        raise OutOfOrder("Nothing is on the wire yet: the first filing has no lead number.")
    if kind in (Kind.CORRECTION, Kind.KILL) and not kinds:
        raise OutOfOrder("Nothing is on the wire yet, so there is nothing to correct or to kill.")
