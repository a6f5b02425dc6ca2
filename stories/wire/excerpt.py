"""The place of a text that holds what was looked for, letter by letter, and where in it that stands."""

import re
from collections.abc import Iterable, Sequence

# A text in pieces, each with whether it was looked for.
Pieces = tuple[tuple[str, bool], ...]
BEFORE, LONG = 40, 160  # characters


def marked_in(pieces: Iterable[tuple[str, bool]], sought: Sequence[str]) -> Pieces:
    """The pieces, those not yet marked cut where one of `sought` stands; the longest where several do."""
    if not sought:
        return tuple(pieces)
    anywhere = re.compile("(" + "|".join(map(re.escape, sorted(sought, key=len, reverse=True))) + ")")
    cut: list[tuple[str, bool]] = []
    for text, hit in pieces:
        parts = [text] if hit else anywhere.split(text)
        cut += [(part, hit or at % 2 == 1) for at, part in enumerate(parts) if part]
    return tuple(cut)


def excerpt(text: str, sought: Sequence[str]) -> Pieces:
    """Some of `text` around the first of `sought` in it, marked; its beginning where it holds none."""
    first = min((at for one in sought if (at := text.find(one)) >= 0), default=0)
    start = _word_start(text, max(first - BEFORE, 0), first)
    end = start + LONG
    shown = text[start:end]
    before, after = "…" if start else "", "…" if len(text) > end else ""
    return marked_in(((f"{before}{shown}{after}", False),), sought)


def _word_start(text: str, low: int, high: int) -> int:
    """The first beginning of a word between the two places; `low` where there is none."""
    if not low:
        return 0
    gap = re.compile(r"\s").search(text, low, high)
    return gap.end() if gap else low
