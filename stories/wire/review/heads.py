"""The fields above the copy, as the screen lists them."""

from dataclasses import dataclass

from stories.wire.attn import shown
from stories.wire.diff.values import FieldChange, StoryDiff

NAMES = {"attn": "ATTN", "byline": "Byline", "dateline": "Dateline", "slugline": "Slugline", "note": "Note"}
ALWAYS = ("attn",)  # an advisory that is missing is worth a line
REWRITTEN_BELOW = 0.5  # of a line's words kept; clauses run through each other sooner than sentences


@dataclass(frozen=True, slots=True)
class Head:
    """A field with its name for people; `before` and `after` stand around it in copy: "(ATTN: " and ")".

    Another agency's advisory stands without.
    """

    name: str
    change: FieldChange
    before: str = ""
    after: str = ""

    @property
    def missing(self) -> bool:
        return not (self.change.old or self.change.new)

    @property
    def rewritten(self) -> bool:
        """Whether the old line stands above the new one, rather than both in one."""
        return bool(self.change.old and self.change.new) and self.change.kept < REWRITTEN_BELOW


def heads(diff: StoryDiff) -> tuple[Head, ...]:
    """ATTN, byline, dateline, slugline, note; without those that are empty on both sides, the ATTN line apart."""
    rows = (_head(diff.field(name)) for name in NAMES)
    return tuple(row for row in rows if not row.missing or row.change.name in ALWAYS)


def _head(change: FieldChange) -> Head:
    line = change.new or change.old
    fences = ("(ATTN: ", ")") if change.name == "attn" and shown(line) != line else ("", "")
    return Head(NAMES[change.name], change, *fences)
