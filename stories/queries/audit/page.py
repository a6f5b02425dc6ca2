"""The acts of a story, filtered and by the page, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.contrib.auth.models import User

from stories.models import Story
from stories.queries.people import name_of

from .desk import check_acts, note_acts, submission_acts, version_acts
from .drafts import draft_acts, photo_acts
from .story import story_acts
from .values import Act

PAGE = 100
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SOURCES = (story_acts, draft_acts, photo_acts, submission_acts, version_acts, note_acts, check_acts)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked to see: `by` a user name, `act` one of ACTS, `before` the `more` of a page. Empty: all."""

    by: str = ""
    act: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Acts newest first, and the `before` of the page that follows: "" on the last."""

    acts: tuple[Act, ...]
    more: str


def acts_of(story: Story) -> list[Act]:
    """Every act on the story, newest first. Eleven queries at most, however long its record."""
    return sorted((act for source in SOURCES for act in source(story)), key=lambda act: act.place, reverse=True)


def people_in(acts: Sequence[Act]) -> dict[int, User]:
    """Everybody who did something, by key, in the order of their names. One query."""
    people = User.objects.filter(pk__in={act.person for act in acts}).select_related("byline")
    return {person.pk: person for person in sorted(people, key=name_of)}


def audit_page(acts: Sequence[Act], people: dict[int, User], asked: Asked, size: int | None = PAGE) -> AuditPage:
    """The acts asked for; `size` None gives all of them on one page. No query."""
    wanted = [act for act in acts if _fits(act, people, asked)]
    if asked.before:
        wanted = [act for act in wanted if cursor_of(act) < asked.before]
    page = tuple(wanted[:size])
    return AuditPage(page, cursor_of(page[-1]) if len(wanted) > len(page) else "")


def cursor_of(act: Act) -> str:
    """The place of an act; later acts have greater ones."""
    return f"{(act.at - EPOCH) // timedelta(microseconds=1):017}-{act.order}"


def _fits(act: Act, people: dict[int, User], asked: Asked) -> bool:
    person = people.get(act.person) if act.person else None
    by = person.get_username() if person else ""
    return (not asked.by or asked.by == by) and (not asked.act or asked.act == act.code)
