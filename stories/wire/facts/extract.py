"""All facts of a text: each stretch of it is read once, by the reader that is surest of it."""

from collections.abc import Iterable, Iterator, Sequence

from .dates import when_facts
from .figures import figure_facts
from .names import name_facts
from .quotes import quote_facts
from .values import Fact


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
    when = tuple(when_facts(graf, number))
    counted = _first_claims([*when, *figure_facts(graf, number)], len(graf))
    named = _first_claims([*when, *name_facts(graf, number)], len(graf))
    found = {*counted, *named, *quote_facts(graf, number)}
    return tuple(sorted(found, key=lambda fact: (fact.start, -fact.end, fact.kind)))


def extract(grafs: Sequence[str]) -> tuple[Fact, ...]:
    """The facts of a text, in reading order."""
    return tuple(fact for number, graf in enumerate(grafs) for fact in graf_facts(graf, number))
