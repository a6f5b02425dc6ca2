"""The wire board: stories newest first, by the page, at any depth of the archive."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Q, QuerySet

from stories.models import Draft, Story, Version
from stories.permissions import Person, readable
from stories.wire.label import Kind, Label
from stories.wire.text import control_characters

from .mine import touched_by
from .ordering import in_wire_order
from .people import name_of
from .search import matching
from .states import State, in_state, state_of

PAGE = 50
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFilter:
    """What a person asked to see; an empty field asks nothing, an unknown value finds nothing.

    `desk` is a desk's code, `label` a Kind, `state` a State, `before` the `more` of a page.
    """

    desk: str = ""
    label: str = ""
    state: str = ""
    mine: bool = False
    words: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A story on the board. `label` is None and `filed_at` too while nothing is filed.

    `trail` has the labels before the current one, oldest first; `delta` the words more or
    fewer than the version before, None where there is none. `embargo_until` is set only
    while it lasts. `drafted_by` is the last hand on the open draft and `drafted_at` when it
    was saved, "" and None without one.
    """

    pk: str
    slugline: str
    desk_name: str
    desk_code: str
    state: State
    label: Label | None
    trail: tuple[Label, ...]
    headline: str
    attn: str
    byline: str
    words: int
    delta: int | None
    photos: int
    sequence: int | None
    filed_at: datetime | None
    moved_at: datetime
    drafted_by: str
    drafted_at: datetime | None
    embargo_until: datetime | None
    urgency: int


@dataclass(frozen=True, slots=True)
class _Link:
    """What a row says of each version of its story."""

    label: Label
    filed_at: datetime
    sequence: int
    words: int


@dataclass(frozen=True, slots=True)
class Page:
    """Rows, and the `before` of the page that follows: "" on the last."""

    rows: tuple[Row, ...]
    more: str


def board(person: Person, now: datetime, asked: BoardFilter, size: int = PAGE) -> Page:
    """One page of what the person may read. Three queries, however long the archive."""
    stories = _asked(Story.objects.filter(readable(person, now)), person, asked)
    stories = stories.select_related("desk", "current_version").defer("current_version__body", "current_version__note")
    found = list(_after(stories, asked.before).order_by("-moved_at", "-id")[: size + 1])
    page = found[:size]
    drafts, chains = _open_drafts(page), _chains(page)
    rows = tuple(_row(story, drafts.get(story.pk), chains[story.pk], now) for story in page)
    return Page(rows, cursor_of(page[-1]) if len(found) > size else "")


def cursor_of(story: Story) -> str:
    """The place just after `story` in the order of the board."""
    return f"{(story.moved_at - EPOCH) // timedelta(microseconds=1)}-{story.pk}"


def _after(stories: QuerySet[Story], cursor: str) -> QuerySet[Story]:
    moment, _, pk = cursor.partition("-")
    # Ten thousand years of microseconds have eighteen figures; what is not a cursor is the first page.
    if not (moment.isascii() and moment.isdigit() and len(moment) <= 17 and pk.isalnum()):
        return stories
    moved_at = EPOCH + timedelta(microseconds=int(moment))
    return stories.filter(Q(moved_at__lt=moved_at) | Q(id__lt=pk), moved_at__lte=moved_at)


def _asked(stories: QuerySet[Story], person: Person, asked: BoardFilter) -> QuerySet[Story]:
    if control_characters(asked.desk + asked.label + asked.words):
        return stories.none()
    if asked.desk:
        stories = stories.filter(desk__code=asked.desk)
    if asked.label:
        stories = stories.filter(current_version__kind=asked.label)
    if asked.state:
        stories = stories.filter(in_state(asked.state))
    if asked.mine:
        stories = stories.filter(touched_by(person))
    return matching(stories, asked.words) if asked.words else stories


def _open_drafts(page: Sequence[Story]) -> dict[str, Draft]:
    """The open draft of each story on the page; the update's where a correction is open too."""
    drafts = Draft.objects.filter(story__in=page, closed_at=None).select_related("saved_by__byline")
    by_purpose = drafts.order_by("purpose").defer("body", "note")
    return {draft.story_id: draft for draft in by_purpose}


def _chains(page: Sequence[Story]) -> dict[str, list[_Link]]:
    """Label and length of every version of each story on the page, in wire order."""
    columns = ("kind", "lead_number", "correction_number", "qualifiers", "filed_at", "sequence", "word_count")
    versions = Version.objects.filter(story__in=page).order_by().values_list("story_id", *columns)
    chains: dict[str, list[_Link]] = defaultdict(list)
    for pk, kind, lead, correction, qualifiers, *rest in versions:
        chains[pk].append(_Link(Label(Kind(kind), lead, correction, tuple(qualifiers)), *rest))
    return defaultdict(list, {pk: in_wire_order(chain) for pk, chain in chains.items()})


def _row(story: Story, draft: Draft | None, chain: Sequence[_Link], now: datetime) -> Row:
    current = story.current_version
    shown = current or draft
    earlier = chain[:-1]
    return Row(
        pk=story.pk,
        slugline=story.slugline,
        desk_name=story.desk.name,
        desk_code=story.desk.code,
        state=state_of(story, has_draft=draft is not None),
        label=current.label if current else None,
        trail=tuple(link.label for link in earlier),
        headline=shown.headline if shown else "",
        attn=shown.attn if shown else "",
        byline=shown.byline if shown else "",
        words=current.word_count if current else 0,
        delta=current.word_count - earlier[-1].words if current and earlier else None,
        photos=current.photo_count if current else 0,
        sequence=current.sequence if current else None,
        filed_at=current.filed_at if current else None,
        moved_at=story.moved_at,
        drafted_by=name_of(draft.saved_by) if draft else "",
        drafted_at=draft.saved_at if draft else None,
        embargo_until=story.embargo_until if story.embargo_until and story.embargo_until > now else None,
        urgency=story.urgency,
    )
