"""Three-way merge of the words of one text."""

from dataclasses import dataclass

from stories.wire.diff import word_runs
from stories.wire.diff.values import Run


@dataclass(frozen=True, slots=True, order=True)
class _Edit:
    """The characters `start` to `end` of the base, and what one side put there."""

    start: int
    end: int
    text: str


def _edits(base: str, side: str) -> list[_Edit]:
    """What a side did to the base, in order."""
    edits, at_base, at_side = [], 0, 0
    for run in (*word_runs(base, side), Run(len(base), len(side), 0)):
        if run.old_pos > at_base or run.new_pos > at_side:
            edits.append(_Edit(at_base, run.old_pos, side[at_side : run.new_pos]))
        at_base, at_side = run.old_pos + run.length, run.new_pos + run.length
    return edits


def goes_on(text: str, start: str) -> bool:
    """Whether `text` is `start` and then other words: no word of `start` has grown into a longer one."""
    behind = text[len(start) :]
    return text.startswith(start) and not (start[-1:].isalnum() and behind[:1].isalnum())


def _shared(edits: list[_Edit]) -> list[_Edit]:
    """Edits in their order, without those that another one of the same place goes on from."""
    return [
        edit
        for edit, following in zip(edits, [*edits[1:], None], strict=True)
        if not (
            following
            and (edit.start, edit.end) == (following.start, following.end)
            and goes_on(following.text, edit.text)
        )
    ]


def merge_text(base: str, mine: str, theirs: str) -> str | None:
    """Both sides' words in one text, or None where they changed the same place.

    Edits that touch count as one place: a word replaced by one side and a word added
    right behind it by the other need a person's eye. The same edit on both sides is one,
    and where one side typed on behind it, that side's.
    """
    if mine == theirs or theirs == base:
        return mine
    if mine == base:
        return theirs
    merged, position = [], 0
    edits = _shared(sorted({*_edits(base, mine), *_edits(base, theirs)}))
    for edit, following in zip(edits, [*edits[1:], None], strict=True):
        if following and following.start <= edit.end:
            return None
        merged += [base[position : edit.start], edit.text]
        position = edit.end
    return "".join(merged) + base[position:]
