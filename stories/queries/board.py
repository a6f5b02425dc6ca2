"""The wire board: stories newest first, by the page, at any depth of the archive."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Q, QuerySet

from stories.models import Story
from stories.permissions import Person, readable

from .filters import BoardFilter, asked_stories
from .rows import Row, rows_of, with_marks

PAGE = 50
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Page:
    """Rows, and the `before` of the page that follows: "" on the last."""

    rows: tuple[Row, ...]
    more: str


def board(person: Person, now: datetime, asked: BoardFilter, size: int = PAGE) -> Page:
    """One page of what the person may read. Four queries, however long the archive."""
    stories = with_marks(stories_on(person, now, asked), person)
    found = list(_after(stories, asked.before).order_by("-moved_at", "-id")[: size + 1])
    page = found[:size]
    return Page(rows_of(page, person, now), cursor_of(page[-1]) if len(found) > size else "")


def stories_on(person: Person, now: datetime, asked: BoardFilter) -> QuerySet[Story]:
    """All that the person may read of what was asked for, on whichever page."""
    return asked_stories(Story.objects.filter(readable(person, now)), person, asked, now)


def cursor_of(story: Story) -> str:
    """The place just after `story` in the order of the board."""
    return f"{microseconds(story.moved_at)}-{story.pk}"


def microseconds(moment: datetime) -> int:
    return (moment - EPOCH) // timedelta(microseconds=1)


def moment_of(microseconds: str) -> datetime | None:
    """The moment that a cursor names; None for what is none."""
    # Ten thousand years of microseconds have eighteen figures.
    if not (microseconds.isascii() and microseconds.isdigit() and len(microseconds) <= 17):
        return None
    return EPOCH + timedelta(microseconds=int(microseconds))


def _after(stories: QuerySet[Story], cursor: str) -> QuerySet[Story]:
    moment, _, pk = cursor.partition("-")
    moved_at = moment_of(moment)
    if moved_at is None or not pk.isalnum():  # what is not a cursor is the first page
        return stories
    return stories.filter(Q(moved_at__lt=moved_at) | Q(id__lt=pk), moved_at__lte=moved_at)
