"""All that the review screen needs of two texts, found in one go."""

from collections.abc import Sequence
from dataclasses import dataclass

from stories.wire.diff import diff
from stories.wire.diff.values import FieldChange, PhotoChange
from stories.wire.facts import Fact, facts
from stories.wire.story import WireStory

from .attn import AttnCheck, check_attn
from .facts import FactPanel, fact_panel
from .heads import Head, heads
from .order import fold, places, review
from .values import Block, Count, Row


@dataclass(frozen=True, slots=True)
class Findings:
    """What a page shows of a pair beside its rows: small enough to be kept.

    `places` are the row keys of old and of new paragraph numbers; `changes` counts the changed rows.
    """

    facts: FactPanel
    photos: tuple[PhotoChange, ...]
    places: tuple[dict[int, str], dict[int, str]]
    changes: int


@dataclass(frozen=True, slots=True)
class Screen:
    """The copy as it is read: fields above it, rows with unchanged runs folded, the list of changes, the summary."""

    headline: FieldChange
    heads: tuple[Head, ...]
    attn: AttnCheck
    blocks: tuple[Block, ...]
    changes: tuple[Row, ...]
    counts: tuple[Count, ...]
    findings: Findings


def read_pair(
    old: WireStory,
    new: WireStory,
    *,
    announced: bool,
    next_to: bool,
    read: tuple[Sequence[Fact], Sequence[Fact]] | None = None,
) -> Screen:
    """Compare two texts for the screen.

    `announced`: one of the filings after `old`, up to `new`, says that it corrects. `next_to`: `new` is
    the filing right after `old`, so that its ATTN line speaks of this diff and can be checked against it.
    `read`: the facts of both texts, where they are known.
    """
    changes = diff(old, new)
    laid = review(changes.grafs)
    return Screen(
        headline=changes.field("headline"),
        heads=heads(changes),
        attn=check_attn(old, new, changes) if next_to else AttnCheck(),
        blocks=fold(laid.rows),
        changes=laid.changes,
        counts=laid.counts,
        findings=Findings(
            facts=fact_panel(facts(old.grafs, new.grafs, read), old.grafs, new.grafs, announced=announced),
            photos=changes.photos,
            places=places(laid.rows),
            changes=len(laid.changes),
        ),
    )
