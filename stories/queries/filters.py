"""What a person asked the board for: a value, an address, and a condition on stories."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Q, QuerySet

from stories.models import Draft, Story
from stories.permissions import Person
from stories.wire.label import Kind
from stories.wire.text import control_characters

from .mine import touched_by
from .search import matching
from .states import in_state

LONGEST = 200
MOST_WORDS = 100_000
PERIODS = {"today": timedelta(hours=24), "week": timedelta(days=7)}


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFilter:
    """What a person asked to see; an empty field asks nothing, an unknown value finds nothing.

    `desk` is a desk's code, `label` a Kind, `state` a State, `period` one of PERIODS, `longer` a
    number of words, `words` what to search for, `before` the `more` of a page.
    """

    desk: str = ""
    label: str = ""
    state: str = ""
    period: str = ""
    longer: int = 0
    mine: bool = False
    words: str = ""
    before: str = ""

    @property
    def query(self) -> str:
        """The part of its address after the question mark, always in one order; no place in the pages."""
        said = {
            "when": self.period,
            "desk": self.desk,
            "label": self.label,
            "state": self.state,
            "longer": self.longer,
            "mine": "1" if self.mine else "",
            "q": self.words,
        }
        return urlencode({name: value for name, value in said.items() if value})


def read_filter(given: Mapping[str, str]) -> BoardFilter:
    """The filter an address asks for. No database is asked about NUL: PostgreSQL refuses the question."""

    def said(name: str) -> str:
        return given.get(name, "").replace("\0", "").strip()[:LONGEST]

    longer = said("longer")
    return BoardFilter(
        desk=said("desk"),
        label=said("label"),
        state=said("state"),
        period=said("when") if said("when") in PERIODS else "",
        longer=min(int(longer), MOST_WORDS) if longer.isascii() and longer.isdigit() else 0,
        mine=said("mine") == "1",
        words=said("q"),
        before=said("before"),
    )


def asked_stories(stories: QuerySet[Story], person: Person, asked: BoardFilter, now: datetime) -> QuerySet[Story]:
    """Those of `stories` that the filter asks for, in no order and from the first page on."""
    if control_characters(asked.desk + asked.label + asked.words):
        return stories.none()
    if asked.period:
        stories = stories.filter(moved_at__gt=now - PERIODS[asked.period])
    if asked.desk:
        stories = stories.filter(desk__code=asked.desk)
    if asked.label:
        stories = stories.filter(_labelled(asked.label))
    if asked.state:
        stories = stories.filter(in_state(asked.state, now))
    if asked.longer:
        stories = stories.filter(current_version__word_count__gt=asked.longer)
    if asked.mine:
        stories = stories.filter(touched_by(person))
    return matching(stories, asked.words) if asked.words else stories


def _labelled(label: str) -> Q:
    """By what is on the wire; an URGENT in the works too, which somebody waits for."""
    filed = Q(current_version__kind=label)
    if label != Kind.URGENT:
        return filed
    urgent = Draft.objects.filter(story=OuterRef("pk"), closed_at=None, kind=label)
    return filed | Q(Exists(urgent), current_version=None)
