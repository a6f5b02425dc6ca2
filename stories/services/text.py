"""The one door by which text enters the record: the same spelling for all, nothing dropped, nothing guessed."""

from collections.abc import Mapping

from stories.wire.text import clean, control_characters, tidy

from .refusals import UnacceptableText

# The columns with a limit; the rest take any length up to LONGEST.
LIMITS = {
    "slugline": 120,
    "category": 60,
    "email": 254,
    "credit": 240,
    "native_byline": 240,
    "qualifier": 120,
    "filing_key": 64,
    "attn_reason": 1_000,
}
LONGEST = 1_000_000
NAMES = {"attn": "ATTN", "attn_reason": "reason", "body": "copy", "note": "note to the desk", "email": "e-mail"}


def accept_line(field: str, text: str) -> str:
    """A text of one line: NFC, runs of blanks and newlines as one blank."""
    return tidy(accept(field, text))


def accept(field: str, text: str) -> str:
    """The text in NFC with one kind of newline; raises UnacceptableText naming what cannot be kept, and where."""
    cleaned = clean(text)
    found = control_characters(cleaned)
    name = NAMES.get(field, field)
    if found:
        first = found[0]
        more = f", and {len(found) - 1} more like it" if len(found) > 1 else ""
        where = f"line {first.line}, position {first.column}"
        raise UnacceptableText(field, f"The {name} holds the control character {first.name} at {where}{more}.")
    limit = LIMITS.get(field, LONGEST)
    if len(cleaned) > limit:
        raise UnacceptableText(field, f"The {name} has {len(cleaned)} characters; it can have {limit}.")
    return cleaned


def accept_lines(texts: Mapping[str, str]) -> dict[str, str]:
    """Each of several one-line fields through `accept_line`."""
    return {field: accept_line(field, text) for field, text in texts.items()}
