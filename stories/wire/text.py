"""Characters: one spelling of the same text, and the ones a reader cannot see, named."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# Every character that some program takes for the end of a line.
_NEWLINES = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# Direction overrides, joiners and fillers: they change what is read or searched, and show as nothing.
# A joiner between two emoji draws them as one, and is seen in what it draws.
_EMOJI = "[\u2600-\u27bf\ufe0f\U0001f300-\U0001faff]"
_HIDDEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0]"
    f"|\u200d(?!{_EMOJI})|(?<!{_EMOJI})\u200d"
)
# NFC sorts a run of combining marks in the square of its length (a megabyte of them takes minutes), so text is
# composed in short pieces, each cut ahead of a character that never composes with the one before it.
_PIECE = re.compile("(?s:.{1,500}(?=[\x00-\u02ff\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3])|.{1,500})")
_EDGES = " \t\n\u200b\u2060\ufeff"
_CONTROL_NAMES = {
    "\x00": "NULL",
    "\x07": "BELL",
    "\x08": "BACKSPACE",
    "\x1a": "SUBSTITUTE",
    "\x1b": "ESCAPE",
    "\x7f": "DELETE",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A character that does not show: its name, where it stands (line and column from 1)."""

    char: str
    name: str
    line: int
    column: int


def clean(text: str) -> str:
    """The text in one spelling: NFC, "\\n" for every kind of newline, no byte order mark.

    It drops and refuses nothing else: what must be refused, `control_characters` names.
    """
    return _compose(_NEWLINES.sub("\n", text.removeprefix("\ufeff")))


def tidy(text: str) -> str:
    """A text as one line: runs of blanks (no-break ones too) and newlines as one blank, no blank ends."""
    return " ".join(text.split())


def trim(text: str) -> str:
    """A text without the blanks and zero-width characters at its ends, where they only hide what it is."""
    return text.strip(_EDGES)


def without_controls(text: str) -> str:
    """The text with each control character put to a blank, for a reader that must go on."""
    return _CONTROL.sub(" ", text)


def control_characters(text: str) -> tuple[Found, ...]:
    """What no copy may hold: NUL and other controls, halves of surrogate pairs. PostgreSQL refuses NUL."""
    return tuple(_find(_CONTROL, text))


def hidden_characters(text: str) -> tuple[Found, ...]:
    """What copy may hold and the desk must see: bidi overrides, zero-width characters, soft hyphens."""
    return tuple(_find(_HIDDEN, text))


def spelled_out(text: str) -> str:
    """The text with each hidden character as its number, "⟨U+202E⟩": for a title or a mail, which frame nothing."""
    return _HIDDEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", text)


def without_hidden(text: str) -> str:
    """The text without its hidden characters, for the name of a file."""
    return _HIDDEN.sub("", text)


def control_counts(text: str) -> Mapping[str, int]:
    """Each control character in a text and how often it stands there, in order of appearance."""
    return Counter(_CONTROL.findall(text))


def hidden_counts(text: str) -> Mapping[str, int]:
    """Each hidden character in a text and how often it stands there, in order of appearance."""
    return Counter(_HIDDEN.findall(text))


def _compose(text: str) -> str:
    if text.isascii():
        return text
    return "".join(unicodedata.normalize("NFC", piece) for piece in _PIECE.findall(text))


def _find(pattern: re.Pattern[str], text: str) -> Iterator[Found]:
    line, line_start, at = 1, 0, 0
    for match in pattern.finditer(text):
        newlines = text.count("\n", at, match.start())
        if newlines:
            line += newlines
            line_start = text.rfind("\n", 0, match.start()) + 1
        at = match.start()
        yield Found(match[0], name_of(match[0]), line, match.start() - line_start + 1)


def name_of(char: str) -> str:
    """A character's name for people: "U+202E RIGHT-TO-LEFT OVERRIDE"."""
    name = _CONTROL_NAMES.get(char) or unicodedata.name(char, "CONTROL CHARACTER")
    return f"U+{ord(char):04X} {name}"
