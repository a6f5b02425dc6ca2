"""The ATTN line as lines have it: wrapped, with brackets inside, with something after its last bracket."""

from collections.abc import Sequence

from stories.wire.reading.lines import Line, Sort, is_advisory

_MOST_LINES = 40
_LONGEST = 4_000
# What an open bracket does not reach over; "photo)" alone on a line is still the ATTN's.
_NOT_ATTN = frozenset({Sort.ATTN, Sort.BYLINE, Sort.CAPTION, Sort.DATELINE, Sort.END, Sort.FIELD, Sort.GRAF, Sort.PAGE})


def unwrap(lines: Sequence[Line], at: int) -> tuple[str, str, int]:
    """The ATTN that opens at `lines[at]` on one line, the text after its last bracket, and the next index.

    One that is never closed is its first line: what follows may be copy. So is one without brackets.
    """
    if lines[at].text[0] not in "([":
        return lines[at].text, "", at + 1
    text, depth, scanned = "", 0, 0
    first_bracket_end = None
    for index in range(at, min(at + _MOST_LINES, len(lines))):
        line = lines[index]
        if index > at and (line.gap or line.sort in _NOT_ATTN):
            break
        text = f"{text} {line.text}" if text else line.text
        end, depth = _closing(text, scanned, depth)
        if end:
            return (*_apart(text, end), index + 1)
        scanned = len(text)
        if first_bracket_end is None and text.endswith((")", "]")):
            first_bracket_end = (text, index + 1)
        if len(text) > _LONGEST:
            break
    # A bracket inside was left open: a line that ends in a bracket ends the ATTN.
    return (first_bracket_end[0], "", first_bracket_end[1]) if first_bracket_end else (lines[at].text, "", at + 1)


def inside(attn: str) -> str:
    """What an unwrapped ATTN says, without "(ATTN:" and the last bracket; another agency's advisory whole."""
    if is_advisory(attn):
        return attn
    text = attn.lstrip("([ ")[len("ATTN") :].lstrip(" :;")
    return text[:-1].rstrip() if text.endswith((")", "]")) and _closing(attn, 0, 0)[0] else text.removesuffix(")")


def is_closed(attn: str) -> bool:
    return attn.endswith((")", "]", ".", ";")) or attn[0] not in "(["


def _closing(text: str, start: int, depth: int) -> tuple[int, int]:
    """Where the first bracket closes, counted on from `start` at `depth`: (0, the depth) where it does not."""
    for index in range(start, len(text)):
        if text[index] in "([":
            depth += 1
        elif text[index] in ")]":
            depth -= 1
            if depth == 0:
                return index + 1, 0
    return 0, depth


def _apart(text: str, end: int) -> tuple[str, str]:
    rest = text[end:].strip()
    return (text[:end], rest) if any(char.isalnum() for char in rest) else (text[:end], "")
