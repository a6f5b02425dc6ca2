"""The ATTN line: read, written, proposed from a diff and checked against it."""

from .advisories import parse_advisory, parse_line, shown
from .format import format_attn, format_clause
from .kept import Kept, keep_line, read_kept
from .living import Bound, bind, follow, rebind, rendered
from .news import graf_news
from .parse import normalise, parse_attn
from .proposal import Evidence, Proposal, Question, Suggested
from .propose import propose
from .undeclared import undeclared
from .values import Attn, Clause, Object, Place, PlaceKind, Target, Verb
from .verdict import Note, Truth, Verdict
from .verify import verify

__all__ = [
    "Attn",
    "Bound",
    "Clause",
    "Evidence",
    "Kept",
    "Note",
    "Object",
    "Place",
    "PlaceKind",
    "Proposal",
    "Question",
    "Suggested",
    "Target",
    "Truth",
    "Verb",
    "Verdict",
    "bind",
    "follow",
    "format_attn",
    "format_clause",
    "graf_news",
    "keep_line",
    "normalise",
    "parse_advisory",
    "parse_attn",
    "parse_line",
    "propose",
    "read_kept",
    "rebind",
    "rendered",
    "shown",
    "undeclared",
    "verify",
]
