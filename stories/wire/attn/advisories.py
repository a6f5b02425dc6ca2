"""Other agencies' advisories, read into the same clauses, so that the same claims are checked.

"Eds: Restores reference in 3rd paragraph.", "(Adds quotes, updates shares in paragraph 4)",
"- Adds Details, Quotes In Paragraphs 3, 9, 19-20"; they are shown as they were.
"""

import re

from stories.wire.reading.lines import is_advisory

from .parse import Dialect, is_attn, normalise, parse_attn, read_clauses
from .values import Attn, Verb

_VERBS = "|".join(
    [
        *(verb.lower() for verb in Verb),
        *"corrects drops removes fixes inserts includes repeats refiles edits revises expands writes".split(),
    ]
)
_OPENING = re.compile(r"(?:\( ?)?Eds\.?(?: note)? ?[:;.-] ?|- (?=[A-Z])|\( ?(?=[A-Za-z])", re.IGNORECASE)
_DIALECT = Dialect(
    breaks=re.compile(
        rf" ?;[ ;]*(?:and )?(?:(?:also|then) )?|\. (?=[A-Z])|(?: ?,| and| &|, and) (?:also )?(?=(?:{_VERBS})\b)",
        re.IGNORECASE,
    ),
    verb=re.compile(rf"(?:{_VERBS})\b(?!['’-])", re.IGNORECASE),
)


def parse_advisory(line: str) -> Attn:
    """Read another agency's advisory. Never raises; `format_attn` gives `normalise(line)` back."""
    text = normalise(line)
    opening, closing = "", ""
    if match := _OPENING.match(text):
        opening, text = match.group(), text[match.end() :]
    if text.endswith(")") and opening.startswith("("):
        text, closing = text[:-1], ")"
    if text.endswith("."):
        text, closing = text[:-1], "." + closing
    return Attn(read_clauses(text, _DIALECT), opening, closing)


def shown(line: str) -> str:
    """The inside of an ATTN line with its brackets; another agency's advisory as it was; "" for none."""
    if not line or is_attn(line) or is_advisory(line):
        return line
    return f"(ATTN: {line})"


def parse_line(line: str) -> Attn:
    """Read a line of any agency: an ATTN line where it is one or has a verb in capitals, else an advisory."""
    attn = parse_attn(line)
    if is_attn(line) or any(clause.verb.isupper() for clause in attn.clauses):
        return attn
    return parse_advisory(line)
