"""All facts of a text: each stretch of it is read once, by the reader that is surest of it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from .dates import when_facts
from .figures import figure_facts
from .names import name_facts
from .quotes import quote_facts
from .values import Fact

REMEMBERED = 2000  # characters


def _first_claims(facts: Iterable[Fact], length: int) -> Iterator[Fact]:
    """The facts in the order given, less those that overlap one given before; `length` is the paragraph's."""
    taken = bytearray(length)
    for fact in facts:
        if not any(taken[fact.start : fact.end]):
            taken[fact.start : fact.end] = b"\1" * (fact.end - fact.start)
            yield fact


def graf_facts(graf: str, number: int = 0) -> tuple[Fact, ...]:
    """The facts of one paragraph in reading order.

    Quotations overlap the facts inside them, names the figures ("Group of Seven").
    """
    return _placed_once(graf, number) if len(graf) <= REMEMBERED else _placed(_read(graf), number)


def _placed(found: Iterable[Fact], number: int) -> tuple[Fact, ...]:
    return tuple(fact.standing_in(number) for fact in found)


def _read(graf: str) -> tuple[Fact, ...]:
    when = tuple(when_facts(graf, 0))
    counted = _first_claims([*when, *figure_facts(graf, 0)], len(graf))
    named = _first_claims([*when, *name_facts(graf, 0)], len(graf))
    found = {*counted, *named, *quote_facts(graf, 0)}
    return tuple(sorted(found, key=lambda fact: (fact.start, -fact.end, fact.kind)))


# A lead repeats most paragraphs of the one before word for word: they are read once. Only paragraphs
# of ordinary length are remembered, so that what is kept stays within a few megabytes.
_read_once = lru_cache(maxsize=4096)(_read)


@lru_cache(maxsize=4096)
def _placed_once(graf: str, number: int) -> tuple[Fact, ...]:
    """Most of them also stand where they stood."""
    return _placed(_read_once(graf), number)


def extract(grafs: Sequence[str]) -> tuple[Fact, ...]:
    """The facts of a text, in reading order."""
    return tuple(fact for number, graf in enumerate(grafs) for fact in graf_facts(graf, number))
