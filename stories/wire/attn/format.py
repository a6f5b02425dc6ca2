"""Write an ATTN line from its values, and the words for a set of paragraph numbers."""

from collections.abc import Iterable

from .values import Attn, Clause, Object


def format_attn(attn: Attn) -> str:
    """The line as it was read, or as it was built; `format_attn(parse_attn(x)) == normalise(x)`."""
    return attn.opening + format_clauses(attn.clauses) + attn.closing


def format_clauses(clauses: Iterable[Clause]) -> str:
    """The inside of the line: the clauses without the brackets around them."""
    return "".join(format_clause(clause) for clause in clauses)


def format_clause(clause: Clause) -> str:
    """A clause with the separator ahead of it."""
    return clause.before + clause.verb + "".join(map(_format_object, clause.objects)) + clause.after


def _format_object(item: Object) -> str:
    place = item.place.before + item.place.text if item.place else ""
    return item.before + item.text + place


def ranges_text(numbers: Iterable[int]) -> str:
    """Paragraph numbers as lists have them: (2, 5, 13, 14, 15) -> "2, 5, 13-15"."""
    return ", ".join(str(low) if low == high else f"{low}-{high}" for low, high in ranges(numbers))


def ranges(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Runs of consecutive numbers, sorted, both ends included."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return tuple(runs)
