"""Where a note stands: on a paragraph, or on some words of it, through every edit of the text.

A note follows its paragraph by the identities of the diff: moved with it, to the piece of a
split that has its words, into the paragraph that a merge made. One whose paragraph is cut keeps
the place it had last, so that the cut can be found again and the note comes back with it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .diff import align, word_runs

# How much of a note's words a paragraph must have for it to be thought of as the one that came back.
RESEMBLING = 1 / 3


@dataclass(frozen=True, slots=True)
class Anchor:
    """`graf` counts from 0; `start` and `end` are characters in it, both None for the whole paragraph.

    `start == end` where the chosen words are gone and their paragraph is not. `quoted` is what
    the note was written on. Where `gone`, the place is the last one it had.
    """

    graf: int
    start: int | None = None
    end: int | None = None
    quoted: str = ""
    gone: bool = False

    @property
    def on_words(self) -> bool:
        """Whether it was set on some words and not on the paragraph."""
        return self.start is not None

    @property
    def words_gone(self) -> bool:
        """Whether the paragraph stands without the words that were chosen."""
        return not self.gone and self.on_words and self.start == self.end


def anchor_at(grafs: Sequence[str], graf: int, words: str = "", near: int = 0) -> Anchor | None:
    """An anchor on paragraph `graf` of `grafs`, or on `words` in it: the occurrence nearest to character `near`.

    None where there is no such paragraph, or where it has no such words.
    """
    if not 0 <= graf < len(grafs):
        return None
    if not words:
        return Anchor(graf, quoted=grafs[graf])
    start = _nearest(grafs[graf], words, near)
    return None if start is None else Anchor(graf, start, start + len(words), words)


def follow(anchor: Anchor, old: Sequence[str], new: Sequence[str]) -> Anchor:
    """Where an anchor that stands in `old` stands in `new`; `gone` where its paragraph was cut."""
    if anchor.gone or old == new:
        return anchor
    before, after = _untouched(old, new)
    if anchor.graf < before:
        return anchor
    if anchor.graf >= len(old) - after:
        return replace(anchor, graf=anchor.graf + len(new) - len(old))
    heirs = _heirs(anchor.graf, old, new)
    if not heirs:
        return replace(anchor, gone=True)
    was = old[anchor.graf]
    heir = max(heirs, key=lambda graf: (_shared(was, anchor, new[graf]), -graf))
    return _carried(replace(anchor, graf=heir), was, new[heir])


def arrived(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """Paragraphs of `new` that stood nowhere in `old`; none where one was merely edited in its place."""
    before, after = _untouched(old, new)
    if len(old) - before - after == 1 == len(new) - before - after:
        return ()
    return tuple((Counter(new) - Counter(old)).elements())


def resembles(quoted: str, graf: str) -> bool:
    """Whether a paragraph may be the one that a note was written on: enough of its words are there."""
    if quoted in graf:
        return True
    words = Counter(quoted.casefold().split())
    shared = words & Counter(graf.casefold().split())
    return shared.total() > words.total() * RESEMBLING


@dataclass(frozen=True, slots=True)
class Cut:
    """The save in which a note's paragraph was cut, and the paragraphs as they stood before it."""

    save: int
    before: tuple[str, ...]


def find_cut(anchor: Anchor, texts: Iterable[tuple[int, tuple[str, ...]]]) -> Cut | None:
    """Where the paragraph of a `gone` anchor was cut, in `texts`: save numbers and paragraphs, the newest first.

    The newest save that cuts a paragraph at its last place which resembles what it was written
    on; None where none does. It reads no further than that.
    """
    last = replace(anchor, gone=False)
    later: tuple[int, tuple[str, ...]] | None = None
    for number, grafs in texts:
        its_own = last.graf < len(grafs) and resembles(anchor.quoted, grafs[last.graf])
        if later and its_own and follow(last, grafs, later[1]).gone:
            return Cut(later[0], grafs)
        later = (number, grafs)
    return None


def back_again(anchor: Anchor, cut: Cut, new: Sequence[str]) -> Anchor | None:
    """Where a `gone` anchor stands again in `new`, judged against the text before its cut; None while it is gone."""
    found = follow(replace(anchor, gone=False), cut.before, new)
    return None if found.gone else found


def _untouched(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many paragraphs are the same at the beginning, and how many of the others at the end."""
    most = min(len(old), len(new))
    before = 0
    while before < most and old[before] == new[before]:
        before += 1
    after = 0
    while after < most - before and old[-1 - after] == new[-1 - after]:
        after += 1
    return before, after


def _heirs(graf: int, old: Sequence[str], new: Sequence[str]) -> list[int]:
    """What became of one paragraph: none, one, or the pieces of a split."""
    for group in align(old, new):
        if graf in group.old:
            return [heir for was, heir in group.links if was == graf] or list(group.new)
    return []


def _shared(was: str, anchor: Anchor, graf: str) -> int:
    """How many characters of what the note stands on are in the piece."""
    start, end = anchor.start or 0, anchor.end or 0
    if start == end:
        start, end = 0, len(was)
    runs = word_runs(was, graf)
    return sum(max(0, min(end, run.old_pos + run.length) - max(start, run.old_pos)) for run in runs)


def _carried(anchor: Anchor, was: str, graf: str) -> Anchor:
    """The chosen words in the paragraph as it reads now; they close up to nothing where they were cut."""
    if anchor.start is None or anchor.end is None:
        return anchor
    kept = [
        (run.new_pos + max(anchor.start - run.old_pos, 0), run.new_pos + min(anchor.end - run.old_pos, run.length))
        for run in word_runs(was, graf)
        if run.old_pos < anchor.end and anchor.start < run.old_pos + run.length
    ]
    start, end = (kept[0][0], kept[-1][1]) if kept else (min(anchor.start, len(graf)),) * 2
    if not graf[start:end].strip():
        end = start
    found = _nearest(graf, anchor.quoted, start) if start == end else None
    if found is not None:
        start, end = found, found + len(anchor.quoted)
    return replace(anchor, start=start, end=end)


def _nearest(graf: str, words: str, near: int) -> int | None:
    """Where `words` begin in the paragraph, the occurrence nearest to `near`."""
    places: list[int] = []
    at = graf.find(words)
    while at >= 0:
        places.append(at)
        at = graf.find(words, at + 1)
    return min(places, key=lambda place: abs(place - near), default=None)
