"""What each paragraph of a new version brings: new text, a touch, or nothing.

One reading of the diff for both sides of the line: the proposal says where new text is, the
check asks whether it is where the line says.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from stories.wire.diff.tokens import TOKEN, is_light
from stories.wire.diff.values import GrafChange, GrafKind, Op, Segment, StoryDiff


class Touch(StrEnum):
    """What happened to a paragraph of the new version, the least first."""

    SAME = "same"
    MOVED = "moved"
    REGROUPED = "regrouped"
    WORDED = "worded"
    TRIMMED = "trimmed"
    EDITED = "edited"
    NEW = "new"


# Words within quotation marks from which a quotation is a remark, not a borrowed term ("shuttle diplomacy").
REMARK_WORDS = 4
# A quotation counts as new from this share of new words in it.
NEW_SHARE = 0.5

_MARKS = str.maketrans("“”„‟「」『』", '""""""""')
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class GrafNews:
    """A paragraph of the new version: `number` counts from 1, `old` are indexes from 0.

    `words` are its added words of substance: no stop-words, no marks, nothing that only
    changed its place or its capitals inside the paragraph. `remark` says that a quotation
    in it is new, `figures` that all of `words` are figures.
    """

    number: int
    touch: Touch
    old: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    remark: bool = False
    figures: bool = False

    @property
    def new_text(self) -> bool:
        """Whether it carries text a client has not had: what "ADDS ... in paras" speaks of."""
        return self.touch in (Touch.NEW, Touch.EDITED)

    @property
    def touched(self) -> bool:
        """Whether anything in it reads otherwise than before."""
        return self.touch not in (Touch.SAME, Touch.MOVED)


def graf_news(changes: StoryDiff) -> tuple[GrafNews, ...]:
    """One entry for each paragraph of the new version, in its order."""
    return tuple(sorted((news for change in changes.grafs for news in _row(change)), key=lambda news: news.number))


def removed_grafs(changes: StoryDiff) -> tuple[int, ...]:
    """Indexes of the old paragraphs that nothing in the new version continues."""
    return tuple(i for change in changes.grafs if change.group.kind is GrafKind.DELETE for i in change.group.old)


def _row(change: GrafChange) -> Iterator[GrafNews]:
    group = change.group
    if group.kind is GrafKind.INSERT:
        for number, segments in zip(group.new, change.after, strict=True):
            words = tuple(_added(segments))
            yield GrafNews(number + 1, Touch.NEW, (), words, remark=_remark(segments))
        return
    if _as_it_was(change):
        yield GrafNews(group.new[0] + 1, Touch.MOVED if group.moved else Touch.SAME, group.old)
        return
    cut = Counter(word.casefold() for side in change.before for word in _words(side, Op.CUT))
    trimmed = any(segment.op is Op.CUT for side in change.before for segment in side if segment.text.strip())
    for number, segments in zip(group.new, change.after, strict=True):
        words = tuple(word for word in _added(segments) if _is_figure(word) or not _take(cut, word))
        touch = _touch(group.kind, group.moved, segments, words, trimmed=trimmed)
        figures = bool(words) and all(map(_is_figure, words))
        yield GrafNews(number + 1, touch, group.old, words, bool(words) and _remark(segments), figures)


def _as_it_was(change: GrafChange) -> bool:
    """One paragraph, character by character: most are, and need not be read for words."""
    if change.group.kind is not GrafKind.EQUAL or len(change.after) != 1:
        return False
    return all(segment.op is Op.KEEP for side in (*change.before, *change.after) for segment in side)


def _touch(kind: GrafKind, moved: bool, segments: Sequence[Segment], words: Sequence[str], *, trimmed: bool) -> Touch:
    if words:
        return Touch.EDITED
    if any(segment.op is Op.ADD and segment.text.strip() for segment in segments):
        return Touch.WORDED
    if kind in (GrafKind.SPLIT, GrafKind.MERGE, GrafKind.REGROUP):
        return Touch.REGROUPED
    if trimmed:
        return Touch.TRIMMED
    return Touch.MOVED if moved else Touch.SAME


def _words(segments: Iterable[Segment], op: Op) -> Iterator[str]:
    return (word for segment in segments if segment.op is op for word in TOKEN.findall(segment.text))


def _added(segments: Iterable[Segment]) -> Iterator[str]:
    return (word for word in _words(segments, Op.ADD) if not is_light(word))


def _is_figure(word: str) -> bool:
    return any(map(str.isdecimal, word))


def _take(pool: Counter[str], word: str) -> bool:
    """Whether the word was cut from the same paragraph; each cut word answers for one added word."""
    key = word.casefold()
    if pool[key]:
        pool[key] -= 1
        return True
    return False


def _remark(segments: Sequence[Segment]) -> bool:
    """Whether a quotation of some length is new; one left open runs to the paragraph's end."""
    text = "".join(segment.text for segment in segments).translate(_MARKS)
    added = _added_spans(segments)
    quoted, start = False, 0
    for piece in text.split('"'):
        if quoted:
            words = [match.start() + start for match in _WORD.finditer(piece)]
            fresh = sum(any(low <= word < high for low, high in added) for word in words)
            if len(words) >= REMARK_WORDS and fresh >= NEW_SHARE * len(words):
                return True
        quoted, start = not quoted, start + len(piece) + 1
    return False


def _added_spans(segments: Iterable[Segment]) -> list[tuple[int, int]]:
    spans, position = [], 0
    for segment in segments:
        if segment.op is Op.ADD:
            spans.append((position, position + len(segment.text)))
        position += len(segment.text)
    return spans
