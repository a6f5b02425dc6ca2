"""Read an ATTN line into clauses: total, and without losing a character but blanks.

Clauses part at ";" and, as real lines do, at a comma ahead of the next verb.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from stories.wire.remembering import remembered

from .objects import read_objects
from .values import Attn, Clause, Object, Verb

# A text longer than this is no advisory: it is kept as one object, so that reading stays linear.
LONGEST = 2_000

# Capital words that look like a third-person verb and are none.
ACRONYMS = frozenset("AIDS SARS MERS BRICS ASUS ICBMS IRBMS SLBMS NGOS MOUS UAVS GPUS CEOS LOTUS VIRUS GNSS".split())

# Verbs seen at a comma without ";": the trade's own, and those a desk might write for them.
_COMMA_VERBS = "|".join(
    [*Verb, *"CUTS DROPS EDITS EXPANDS FIXES INCLUDES INSERTS MERGES MOVES OMITS REMOVES REVISES SHORTENS".split()]
)
_CAPITALS = "(?:" + "|".join(sorted(ACRONYMS)) + ")"
_NEW_VERB = rf"(?:(?:{_COMMA_VERBS})(?![\w'’-])|(?!{_CAPITALS}\b)[A-Z]{{4,}}S(?= [a-z\d]))"
_CLAUSE_BREAK = re.compile(
    rf" ?;[ ;]*(?:and )?| ?,(?: and)? ?(?={_NEW_VERB})|(?: and| &|\.)? (?=(?:{_COMMA_VERBS})(?![\w'’-]))"
)
_VERB = re.compile(
    rf"(?:(?!{_CAPITALS}\b)[A-Z]{{3,}}S|(?i:{_COMMA_VERBS}|UPDATE|ADD|CHANGE|RECAST|CORRECT))(?![\w'’-])"
)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How an agency's lines part into clauses: `breaks` between them, and the `verb` at the head of one."""

    breaks: re.Pattern[str]
    verb: re.Pattern[str]


_WIRE = Dialect(_CLAUSE_BREAK, _VERB)
_OPENING = re.compile(r"[(\[]? ?ATTN ?[:;.-] ?|[(\[] ?ATTN ", re.IGNORECASE)


def normalise(line: str) -> str:
    """The line as it is kept: wrapped lines joined, runs of blanks made one, no blanks at the ends."""
    return " ".join(line.split())


@remembered
def parse_attn(line: str) -> Attn:
    """Read a line, the inside or the whole "(ATTN: ...)". Never raises; `format_attn` gives `normalise(line)` back.

    Remembered: a line is read for its places, for what it announces, for what it claims and for what it leaves out.
    """
    text = normalise(line)
    opening, closing = "", ""
    if match := _OPENING.match(text):
        opening, text = match.group(), text[match.end() :]
        if opening[0] in "([" and (end := re.search(r" ?[)\]]$", text)) and _closes(text):
            closing, text = text[end.start() :], text[: end.start()]
    return Attn(read_clauses(text, _WIRE), opening, closing)


def is_attn(line: str) -> bool:
    """Whether the line says of itself that it is an ATTN line."""
    return _OPENING.match(normalise(line)) is not None


def read_clauses(text: str, dialect: Dialect) -> tuple[Clause, ...]:
    """The clauses of the inside of a line."""
    if len(text) > LONGEST:
        return (Clause("", (Object(text, before=""),)),)
    return tuple(_clauses(text, dialect))


def _closes(text: str) -> bool:
    """Whether the last bracket belongs to the line and not to a bracket inside it."""
    return text.count("(") + text.count("[") < text.count(")") + text.count("]")


def _clauses(text: str, dialect: Dialect) -> Iterator[Clause]:
    """The clauses in order; joined again they give the text back, stray separators included."""
    start, before = 0, ""
    for match in dialect.breaks.finditer(text):
        if match.start() == start:
            before += match.group()
        else:
            yield _clause(text[start : match.start()], before, dialect)
            before = match.group()
        start = match.end()
    if start < len(text) or before:
        yield _clause(text[start:], before, dialect)


def _clause(text: str, before: str, dialect: Dialect) -> Clause:
    verb = match.group() if (match := dialect.verb.match(text)) else ""
    objects, after = read_objects(text[len(verb) :])
    return Clause(verb, objects, before, after)
