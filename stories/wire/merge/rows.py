"""Two people's changes to one list of rows: what each changed alone is taken, what both changed is asked about."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Row = Mapping[str, object]
Key = tuple[str, int]
Rows = dict[Key, Row]


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that both changed: `place` counts from 0 in the merged rows, which hold mine."""

    place: int
    field: str
    mine: object
    theirs: object


@dataclass(frozen=True, slots=True)
class MergedRows:
    rows: tuple[Row, ...]
    clashes: tuple[Clash, ...]


def merge_rows(base: Sequence[Row], mine: Sequence[Row], theirs: Sequence[Row], *, key: str) -> MergedRows:
    """Both changes of `base`. A row is known by its `key` field; one that stands twice, by its turn as well.

    A row that one side took out stays where the other changed it. The order is of the side
    that changed it, mine where both did. Nothing that was typed is left out: where both
    changed one field, the merged row has mine and a clash tells theirs.
    """
    was, here, there = _by_key(base, key), _by_key(mine, key), _by_key(theirs, key)
    order = [one for one in _order(was, here, there) if _stays(one, was, here, there)]
    rows, clashes = [], []
    for place, one in enumerate(order):
        row, fought = _row(was.get(one), here.get(one), there.get(one))
        rows.append(row)
        clashes += [Clash(place, *each) for each in fought]
    return MergedRows(tuple(rows), tuple(clashes))


def _by_key(rows: Sequence[Row], key: str) -> Rows:
    turns: Counter[str] = Counter()
    found: Rows = {}
    for row in rows:
        name = str(row[key])
        turns[name] += 1
        found[name, turns[name]] = row
    return found


def _order(was: Rows, here: Rows, there: Rows) -> list[Key]:
    """All keys of both sides: one side's order, the other's own rows each behind the row they stand behind there."""
    common = [one for one in was if one in here and one in there]
    kept_mine = [one for one in here if one in common] == common
    first, second = (there, here) if kept_mine else (here, there)
    order = list(first)
    before: Key | None = None
    for one in second:
        if one not in first:
            order.insert(order.index(before) + 1 if before in order else 0, one)
        before = one
    return order


def _stays(one: Key, was: Rows, here: Rows, there: Rows) -> bool:
    """Whether a row that one side took out stays: the other side has written in it since."""
    if one in here and one in there:
        return True
    kept = here.get(one) or there.get(one)
    return one not in was or kept != was[one]


def _row(was: Row | None, here: Row | None, there: Row | None) -> tuple[Row, list[tuple[str, object, object]]]:
    if here is None or there is None:
        return here or there or {}, []
    row, fought = dict(here), []
    for name, mine in here.items():
        old, theirs = was.get(name) if was else None, there.get(name)
        if mine in (old, theirs):
            row[name] = theirs
        elif theirs != old:
            fought.append((name, mine, theirs))
    return row, fought
