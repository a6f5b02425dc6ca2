"""Lay a diff out in the order an editor reads it.

A moved paragraph stands once, at its new place, with a stub where it stood before;
a removed one stands where the old text had it. Of a paragraph that was split around others
each part stands at its own place.
"""

from collections.abc import Sequence

from stories.wire.diff.values import GrafChange, GrafKind, Segment

from .pieces import Piece, ends, pieces
from .tags import piece_tags, row_tags
from .values import DONE, GLYPHS, MOVED_GLYPH, Block, Count, Line, Review, Row, Tag

SUMMARY = (GrafKind.INSERT, GrafKind.EDIT, GrafKind.SPLIT, GrafKind.MERGE, GrafKind.REGROUP)
FOLD_FROM = 3


def review(grafs: Sequence[GrafChange]) -> Review:
    """Lay the rows of a diff out for reading."""
    rows = _reading_order(grafs)
    changes = tuple(row for row in rows if row.changed)
    return Review(rows=rows, changes=changes, counts=_counts(changes))


def fold(rows: Sequence[Row]) -> tuple[Block, ...]:
    """Gather runs of three or more unchanged rows; every row comes back, in the same order."""
    blocks: list[Block] = []
    run: list[Row] = []
    for row in rows:
        if row.kind is GrafKind.EQUAL and not row.moved:
            run.append(row)
            continue
        blocks += _run(run)
        run = []
        blocks.append(Block((row,)))
    return tuple(blocks + _run(run))


def places(rows: Sequence[Row]) -> tuple[dict[int, str], dict[int, str]]:
    """Where each old and each new paragraph number is to be found: two maps to row keys."""
    old: dict[int, str] = {}
    new: dict[int, str] = {}
    for row in rows:
        if not row.stub:
            old.update(dict.fromkeys(row.old, row.key))
            new.update(dict.fromkeys(row.new, row.key))
    return old, new


def _run(rows: list[Row]) -> list[Block]:
    if len(rows) >= FOLD_FROM:
        return [Block(tuple(rows), folded=True)]
    return [Block((row,)) for row in rows]


def _reading_order(grafs: Sequence[GrafChange]) -> tuple[Row, ...]:
    """The new text's order, with removed paragraphs and stubs after what stood before them."""
    kept = sorted((piece for change in grafs if change.group.new for piece in pieces(change)), key=lambda one: one.new)
    slot_of = {graf: slot for slot, piece in enumerate(kept) for graf in piece.new}
    left = _left_behind(grafs, slot_of)
    moved = {
        change.group.new[0]: "up" if slot >= slot_of[change.group.new[0]] else "down"
        for slot, changes in left.items()
        for change in changes
        if change.group.new
    }
    rows = [_leaver(change, moved) for change in left[-1]]
    for slot, piece in enumerate(kept):
        rows.append(_row(piece, moved.get(piece.change.group.new[0], "")))
        rows += [_leaver(leaver, moved) for leaver in left[slot]]
    return tuple(rows)


def _left_behind(grafs: Sequence[GrafChange], slot_of: dict[int, int]) -> dict[int, list[GrafChange]]:
    """Moved and removed paragraphs by the slot they followed in the old text (-1: at its top)."""
    left: dict[int, list[GrafChange]] = {slot: [] for slot in range(-1, len(set(slot_of.values())))}
    slot = -1
    stayed = {
        graf: slot_of[end]
        for change in grafs
        if change.group.new and not change.group.moved
        for graf, end in ends(change).items()
    }
    in_old_order = sorted((graf, index) for index, change in enumerate(grafs) for graf in change.group.old)
    for graf, index in in_old_order:
        if graf in stayed:
            slot = max(slot, stayed[graf])
        elif graf == grafs[index].group.old[0]:
            left[slot].append(grafs[index])
    return left


def _leaver(change: GrafChange, moved: dict[int, str]) -> Row:
    """The row of a removed paragraph, or the stub of one that moved."""
    group = change.group
    whole = Piece(change, group.old, group.new, (), group.new[0] if group.new else None)
    if not group.new:
        return _row(whole, "")
    return _row(whole, moved[group.new[0]], stub=True)


def _row(piece: Piece, moved: str, *, stub: bool = False) -> Row:
    change, group = piece.change, piece.change.group
    old, new = _numbers(piece.old), _numbers(piece.new)
    here, there = (f"p{new[0]}" if new else ""), (f"old{group.old[0] + 1}" if group.old else "")
    key, other = (there, here) if stub or not new else (here, there)
    all_tags = row_tags(group.kind, moved, _numbers(group.old), _numbers(group.new), stub=stub, other=other)
    further = not piece.leads
    begins = group.new[0] + 1 if further else 0
    tags = piece_tags(_numbers(piece.sources), begins, own=bool(old)) if further else all_tags
    olds = [group.old.index(graf) for graf in piece.old]
    news = [group.new.index(graf) for graf in piece.new]
    read = change.after if change.stacked else change.inline
    return Row(
        key=key,
        kind=group.kind,
        moved=moved,
        old=old,
        new=new,
        lines=_lines(new or old, [read[at] for at in news or olds], tags),
        before=_lines(old, [change.before[at] for at in olds], () if new else tags),
        after=_lines(new, [change.after[at] for at in news], tags),
        stacked=change.stacked,
        stub=stub,
        other=f"p{begins}" if further else other,
        further=further,
        sources=_numbers(piece.sources),
    )


def _numbers(grafs: Sequence[int]) -> tuple[int, ...]:
    """As people count them, from 1."""
    return tuple(graf + 1 for graf in grafs)


def _lines(
    numbers: tuple[int, ...], marked: Sequence[tuple[Segment, ...]], tags: tuple[tuple[Tag, ...], ...]
) -> tuple[Line, ...]:
    """One line for each paragraph; `tags` are those of the first, the second ..., none after their end."""
    return tuple(
        Line(number, segments, tags[index] if index < len(tags) else ())
        for index, (number, segments) in enumerate(zip(numbers, marked, strict=True))
    )


def _counts(changes: Sequence[Row]) -> tuple[Count, ...]:
    """New, edited, split, merged, regrouped, moved, removed: only those there are.

    A row that moved and was edited counts under both, a paragraph split around others once.
    """
    changes = [row for row in changes if not row.further]
    counts = [_count(kind, [row for row in changes if row.kind is kind]) for kind in SUMMARY]
    moved = [row for row in changes if row.moved]
    if moved:
        counts.append(Count(MOVED_GLYPH, len(moved), "moved", None, moved[0].key))
    counts.append(_count(GrafKind.DELETE, [row for row in changes if row.kind is GrafKind.DELETE]))
    return tuple(count for count in counts if count)


def _count(kind: GrafKind, rows: list[Row]) -> Count | None:
    return Count(GLYPHS[kind], len(rows), DONE[kind], kind, rows[0].key) if rows else None
