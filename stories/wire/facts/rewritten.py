"""Facts that are only written another way: "40 to 50" and "40-50", a quotation cut in two by who said it."""

from collections.abc import Iterable, Sequence

from .parts import parts
from .places import Places
from .quotes import quote_words
from .values import Fact, FactKind


def without_rewritten(olds: list[Fact], news: list[Fact], places: Places) -> tuple[list[Fact], list[Fact]]:
    """The facts left on both sides, less those that say together what one of the other side says alone."""
    told = {*_told_together(news, olds, places, 1), *_told_together(olds, news, places, 0)}
    return [fact for fact in olds if (0, fact) not in told], [fact for fact in news if (1, fact) not in told]


def _told_together(
    wholes: Iterable[Fact], pieces: Sequence[Fact], places: Places, side: int
) -> Iterable[tuple[int, Fact]]:
    """Each whole, on `side`, and its pieces on the other, with their side."""
    waiting: dict[int, list[Fact]] = {}
    for piece in pieces:
        waiting.setdefault(places.group[1 - side][piece.graf], []).append(piece)
    for whole in wholes:
        near = waiting.get(places.group[side][whole.graf], [])
        found = _ends(whole, near) if whole.kind in (FactKind.FIGURE, FactKind.DATE) else _stretches(whole, near)
        if found:
            yield side, whole
            for piece in found:
                near.remove(piece)
                yield 1 - side, piece


def _ends(whole: Fact, near: Sequence[Fact]) -> list[Fact]:
    """The ends of a range, each a figure of its own."""
    keys = parts(whole.kind, whole.key)
    if len(keys) < 2:
        return []
    found = [next((fact for fact in near if (fact.kind, fact.key) == (whole.kind, key)), None) for key in keys]
    ends = [fact for fact in found if fact is not None]
    return ends if len(set(ends)) == len(keys) else []


def _stretches(whole: Fact, near: Sequence[Fact]) -> list[Fact]:
    """Quotations that follow each other and have the words of the whole."""
    if whole.kind is not FactKind.QUOTE:
        return []
    rest, found = quote_words(whole.text), []
    for fact in near:
        words = quote_words(fact.text) if fact.kind is FactKind.QUOTE else ()
        if words and rest[: len(words)] == words:
            rest = rest[len(words) :]
            found.append(fact)
    return found if not rest and len(found) > 1 else []
