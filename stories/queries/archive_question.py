"""What a person asked the archive's search: a value, and an address."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Self
from urllib.parse import urlencode

from stories.wire.attn import Verb
from stories.wire.seeking import read_query
from stories.wire.text import control_characters

LONGEST = 200
SHORTEST = 3  # letters of a beginning that nobody asked for: fewer begin half the archive's words


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What to look for; an empty field asks nothing.

    `everything` looks through replaced versions too. `label` is a Kind, or "lead-3" for the 3rd LD. `since` and
    `until` are days on the desk's calendar, both inclusive. `before` is the `more` of a page.
    """

    words: str = ""
    everything: bool = False
    desk: str = ""
    byline: str = ""
    label: str = ""
    verb: str = ""
    since: date | None = None
    until: date | None = None
    before: str = ""

    @property
    def asks(self) -> bool:
        """Whether there is anything to look for."""
        return bool(self.words or self.desk or self.byline or self.label or self.verb or self.since or self.until)

    @property
    def begun(self) -> Self | None:
        """The same with the last word as a beginning, while somebody is still typing it; None where it is one."""
        last = self.words.rpartition(" ")[2]
        begun = replace(self, words=f"{self.words}*")
        long = len(last) >= SHORTEST and last[-1].isalnum()
        return begun if long and read_query(begun.words) != read_query(self.words) else None

    @property
    def query(self) -> str:
        """The part of its address after the question mark; no place in the pages."""
        said = {
            "q": self.words,
            "in": "all" if self.everything else "",
            "desk": self.desk,
            "byline": self.byline,
            "label": self.label,
            "verb": self.verb,
            "since": self.since.isoformat() if self.since else "",
            "until": self.until.isoformat() if self.until else "",
        }
        return urlencode({name: value for name, value in said.items() if value})


def read_question(given: Mapping[str, str]) -> Question:
    """The question an address asks; what cannot be read asks nothing."""

    def said(name: str) -> str:
        text = given.get(name, "").strip()[:LONGEST]
        return "" if control_characters(text) else text

    return Question(
        words=said("q"),
        everything=said("in") == "all",
        desk=said("desk"),
        byline=said("byline"),
        label=said("label"),
        verb=said("verb") if said("verb") in set(Verb) else "",
        since=_day(said("since")),
        until=_day(said("until")),
        before=said("before"),
    )


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if date(1900, 1, 1) <= day <= date(2999, 12, 31) else None
