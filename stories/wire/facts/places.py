"""Where facts stand: their group of paragraphs, their gap between kept words, the words around them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from stories.wire.diff import aligned, word_runs
from stories.wire.diff.values import GrafKind

from .values import Fact

CONTEXT_WORDS = 4
CONTEXT_LETTERS = 80
ENDLESS = 10**9


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact stands: its group of paragraphs, its gap between kept words, the words around it.

    `room` is how many characters the gap has.
    """

    group: int
    gap: int
    left: tuple[str, ...]
    right: tuple[str, ...]
    room: int = 0


def words_around(graf: str, fact: Fact) -> tuple[tuple[str, ...], tuple[str, ...]]:
    left = graf[max(0, fact.start - CONTEXT_LETTERS) : fact.start].lower().split()[-CONTEXT_WORDS:]
    right = graf[fact.end : fact.end + CONTEXT_LETTERS].lower().split()[:CONTEXT_WORDS]
    strip = str.maketrans("", "", ",.;:\"“”'’()")
    return tuple(w.translate(strip) for w in left), tuple(w.translate(strip) for w in right)


def _offsets(indexes: Sequence[int], grafs: Sequence[str]) -> dict[int, int]:
    offsets, position = {}, 0
    for index in indexes:
        offsets[index] = position
        position += len(grafs[index]) + 1
    return offsets


class Places:
    """The places of both versions' facts, from one alignment of their paragraphs."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.grafs = (old, new)
        self.group: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self._kept: dict[int, tuple[tuple[int, int, int], ...]] = {}
        self._offsets: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self._stayed: tuple[set[int], set[int]] = (set(), set())
        for number, group in enumerate(aligned(old, new)):
            for side, indexes in enumerate((group.old, group.new)):
                self.group[side].update(dict.fromkeys(indexes, number))
                self._offsets[side].update(_offsets(indexes, self.grafs[side]))
                if group.kind is GrafKind.EQUAL:
                    self._stayed[side].update(indexes)
            if group.kind is GrafKind.EQUAL:
                self._kept[number] = ((0, 0, len(old[group.old[0]])),)
            elif group.old and group.new:
                texts = ("\n".join(old[i] for i in group.old), "\n".join(new[i] for i in group.new))
                runs = word_runs(*texts)
                self._kept[number] = tuple((run.old_pos, run.new_pos, run.length) for run in runs)

    def rewritten(self, side: int, facts: Iterable[Fact]) -> list[Fact]:
        """The facts less those in paragraphs that read the same to the letter: both versions have them."""
        return [fact for fact in facts if fact.graf not in self._stayed[side]]

    def _run_before(self, side: int, group: int, start: int) -> tuple[int, tuple[int, int, int] | None]:
        """The number (from 1) of the last kept run that begins at or before `start`, and the run."""
        runs = self._kept.get(group, ())
        number = bisect_right(runs, start, key=itemgetter(side))
        return number, runs[number - 1] if number else None

    def _start(self, side: int, fact: Fact) -> int:
        return self._offsets[side][fact.graf] + fact.start

    def of(self, side: int, fact: Fact) -> Place:
        """The place of a fact of the old (0) or new (1) version. Inside kept words its gap is negative."""
        group, start = self.group[side][fact.graf], self._start(side, fact)
        gap, run = self._run_before(side, group, start)
        if run and start + fact.end - fact.start <= run[side] + run[2]:
            gap = -gap
        left, right = words_around(self.grafs[side][fact.graf], fact)
        return Place(group, gap, left, right, self._room(side, group, abs(gap)))

    def slot(self, side: int, fact: Fact) -> tuple[int, int]:
        """The group and the gap of a fact."""
        group = self.group[side][fact.graf]
        return group, self._run_before(side, group, self._start(side, fact))[0]

    def _room(self, side: int, group: int, gap: int) -> int:
        """The characters between the `gap`-th kept run and the next; without a next, more than any gap that counts."""
        runs = self._kept.get(group, ())
        end = runs[gap - 1][side] + runs[gap - 1][2] if gap else 0
        return runs[gap][side] - end if gap < len(runs) else ENDLESS

    def kept_at(self, side: int, fact: Fact) -> tuple[int, int] | None:
        """Group and new position of a fact whose words were kept where they stood; None for others."""
        group, start = self.group[side][fact.graf], self._start(side, fact)
        _, run = self._run_before(side, group, start)
        if run and start + fact.end - fact.start <= run[side] + run[2]:
            return group, start - run[side] + run[1]
        return None
