"""The facts panel: which changed facts stand first, which are silent, and how one is known again."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stories.wire.attn import Verb, parse_attn
from stories.wire.diff.values import Segment
from stories.wire.diff.words import segments
from stories.wire.facts import Change, FactChange, FactKind, silent_changes, where
from stories.wire.label import Kind, Label


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact on the screen. `key` knows it again, `silent`: already sent, reads otherwise now, not announced.

    `where`: the words around a figure that does not say what it counts.
    """

    key: str
    change: FactChange
    silent: bool = False
    where: str = ""

    @property
    def short(self) -> str:
        """Enough of the key for one page."""
        return self.key[:12]

    @property
    def words(self) -> tuple[Segment, ...]:
        """A quotation that reads otherwise, word by word; nothing for a fact that is short enough to stand twice."""
        return segments(self.change.old, self.change.new) if self.change.kind is FactKind.QUOTE else ()


@dataclass(frozen=True, slots=True)
class FactPanel:
    """`changed` are to be checked one by one, `quotes` are new, `others` is all else that came or went."""

    changed: tuple[FactRow, ...] = ()
    quotes: tuple[FactRow, ...] = ()
    others: tuple[FactRow, ...] = ()

    @property
    def silent(self) -> int:
        return sum(row.silent for row in self.changed)


def fact_panel(changes: Sequence[FactChange], old: Sequence[str], new: Sequence[str], *, announced: bool) -> FactPanel:
    """Sort fact changes between two versions' paragraphs for the panel.

    `announced`: a correction of what was sent says so.
    """
    silent = {id(change) for change in silent_changes(changes, announced=announced)}
    rows = [FactRow(fact_key(change), change, id(change) in silent, where(change, old, new)) for change in changes]
    changed = tuple(row for row in rows if row.change.change is Change.CHANGED)
    quotes = tuple(row for row in rows if row.change.change is Change.NEW and row.change.kind is FactKind.QUOTE)
    shown = {id(row) for row in (*changed, *quotes)}
    return FactPanel(changed, quotes, tuple(row for row in rows if id(row) not in shown))


def fact_key(change: FactChange) -> str:
    """SHA-256 of what a person checked: the kind of fact, the words before and the words now."""
    said = "\x1f".join((change.change, change.kind, change.old, change.new))
    return hashlib.sha256(said.encode()).hexdigest()


def announces_correction(filings: Iterable[tuple[Label, str]]) -> bool:
    """Whether one of these filings (label, ATTN line) says that it corrects what was sent."""
    return any(
        label.kind is Kind.CORRECTION or any(clause.verb == Verb.CORRECTS for clause in parse_attn(attn).clauses)
        for label, attn in filings
    )
