"""A story as the board and the queue show it: its newest text, on the wire or in the works."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from stories.models import Draft, DraftPhoto, Note, SeenStory, Story, Version
from stories.permissions import Person
from stories.wire.grafs import word_count
from stories.wire.label import Kind, Label
from stories.wire.order import OutOfOrder, next_label, wire_rank

from .labels import draft_kind
from .nav import RECENT
from .people import name_of
from .prepared import TEXT, Prepared, as_list, listed
from .presences import editing_names
from .states import State, state_of

# Of two open drafts of a story, an update and a correction, the one that somebody waits for.
PRESSING = (Draft.State.SUBMITTED, Draft.State.RETURNED, Draft.State.APPROVED, Draft.State.DRAFT)
KEPT_FOR = 24 * 60 * 60
# What a row says of each. A page of fifty that read them whole would spend a tenth of its time on it.
OF_STORIES = ("slugline", "urgency", "status", "embargo_until", "opened_by", "moved_at")
OF_DESKS = ("desk__name", "desk__code")
OF_VERSIONS = tuple(
    f"current_version__{name}"
    for name in "sequence kind lead_number correction_number qualifiers headline attn byline word_count photo_count "
    "filed_at filed_by".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A story on the board. All of it, time included, is of one text: `working` says that it is a draft.

    `label` is the one it has or, of a draft, would be filed under. `trail` has the labels before it,
    oldest first; `delta` the words more or fewer than the version before, None where there is none.
    `embargo_until` is set only while it lasts. `drafted_by` is the last hand on the draft, "" without
    one; `editing` names who writes on it now. `unread`: it moved in the last 24 hours, by others, and
    the person has not seen it since.
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
    notes: int
    sequence: int | None
    at: datetime
    moved_at: datetime
    working: bool
    drafted_by: str
    editing: tuple[str, ...]
    embargo_until: datetime | None
    urgency: int
    unread: bool


@dataclass(frozen=True, slots=True)
class _Link:
    """What a row says of a version of its story."""

    label: Label
    words: int


def with_marks(stories: QuerySet[Story], person: Person) -> QuerySet[Story]:
    """The stories with what `rows_of` reads of them: desk, version on the wire, open notes, whether seen."""
    notes = Note.objects.filter(story=OuterRef("pk"), resolved_at=None, parent=None)
    seen = SeenStory.objects.filter(story=OuterRef("pk"), person=person.pk, seen_at__gte=OuterRef("moved_at"))
    stories = stories.select_related("desk", "current_version").only(*OF_STORIES, *OF_DESKS, *OF_VERSIONS)
    return stories.annotate(open_notes=_number(notes, "story"), seen=Exists(seen))


def rows_of(page: Sequence[Story], person: Person, now: datetime) -> tuple[Row, ...]:
    """The rows of stories `with_marks`, in their order. Three queries, however many."""
    drafts, chains, editing = open_drafts(page), _chains(page), editing_names(page, now)
    _count_words(drafts.values())
    return tuple(
        _row(story, drafts.get(story.pk), chains[story.pk], editing.get(story.pk, ()), person, now) for story in page
    )


def open_drafts(page: Sequence[Story]) -> dict[str, Draft]:
    """The open draft of each story that has one, with `photo_count`; of two, the one that somebody waits for."""
    drafts = DRAFTS(as_list(story.pk for story in page))
    # The last one stands, so the most pressing comes last; an update after a correction that presses as much.
    ranked = sorted(drafts, key=lambda draft: PRESSING.index(draft.state), reverse=True)
    return {draft.story_id: draft for draft in ranked}


def _count_words(drafts: Collection[Draft]) -> None:
    """Set `words` on each: a save is counted once and kept, for every board that shows it."""
    keys = {draft: f"words-{draft.story_id}-{draft.pk}-{draft.revision}" for draft in drafts}
    kept = cache.get_many(keys.values())
    fresh = {key: word_count(draft.body) for draft, key in keys.items() if key not in kept}
    if fresh:
        cache.set_many(fresh, KEPT_FOR)
    for draft, key in keys.items():
        draft.words = kept[key] if key in kept else fresh[key]


def _chains(page: Sequence[Story]) -> dict[str, list[_Link]]:
    """Label and length of every version of each story on the page, in wire order."""
    chains: dict[str, list[_Link]] = defaultdict(list)
    for pk, kind, lead, correction, qualifiers, words in LINKS(as_list(story.pk for story in page)):
        chains[pk].append(_Link(Label(Kind(kind), lead, correction, tuple(qualifiers)), words))
    for chain in chains.values():
        chain.sort(key=lambda link: wire_rank(link.label))
    return chains


def _number(rows: QuerySet, by: str) -> Coalesce:
    counted = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


DRAFTS = Prepared(
    lambda stories: (
        Draft.objects.filter(story__in=listed(stories), closed_at=None)
        .select_related("saved_by__byline")
        .defer("note", "attn_holds")
        .annotate(photo_count=_number(DraftPhoto.objects.filter(draft=OuterRef("pk")), "draft"))
        .order_by("purpose")
    ),
    TEXT,
)
LINKS = Prepared(
    lambda stories: (
        Version.objects.filter(story__in=listed(stories))
        .order_by("filed_at", "sequence")
        .values_list("story_id", "kind", "lead_number", "correction_number", "qualifiers", "word_count")
    ),
    TEXT,
)


def label_to_be(draft: Draft, labels: Sequence[Label]) -> Label | None:
    """What the draft would be filed under after these; None where its kind cannot come next."""
    try:
        return next_label(labels, draft_kind(draft), tuple(draft.qualifiers))
    except OutOfOrder:
        return None


def _row(
    story: Story, draft: Draft | None, chain: Sequence[_Link], editing: Sequence[str], person: Person, now: datetime
) -> Row:
    # What stands on the wire counts for killed and closed stories: a draft left open there goes nowhere.
    draft = draft if story.status == Story.Status.OPEN else None
    text = _of_draft(draft, chain) if draft else _of_version(story, chain)
    return Row(
        pk=story.pk,
        slugline=story.slugline,
        desk_name=story.desk.name,
        desk_code=story.desk.code,
        state=state_of(story, draft, now),
        notes=story.open_notes,
        sequence=story.current_version.sequence if story.current_version else None,
        moved_at=story.moved_at,
        working=draft is not None,
        drafted_by=name_of(draft.saved_by) if draft else "",
        editing=tuple(editing),
        embargo_until=story.embargo_until if story.embargo_until and story.embargo_until > now else None,
        urgency=story.urgency,
        unread=_is_news(story, draft, person, now),
        **text,
    )


def _of_draft(draft: Draft, chain: Sequence[_Link]) -> dict[str, object]:
    labels = tuple(link.label for link in chain)
    return {
        "label": label_to_be(draft, labels),
        "trail": labels,
        "headline": draft.headline,
        "attn": draft.attn,
        "byline": draft.byline,
        "words": draft.words,
        "delta": draft.words - chain[-1].words if chain else None,
        "photos": draft.photo_count,
        "at": draft.saved_at if draft.state == Draft.State.DRAFT else draft.state_since or draft.saved_at,
    }


def _of_version(story: Story, chain: Sequence[_Link]) -> dict[str, object]:
    current, earlier = story.current_version, chain[:-1]
    return {
        "label": current.label if current else None,
        "trail": tuple(link.label for link in earlier),
        "headline": current.headline if current else "",
        "attn": current.attn if current else "",
        "byline": current.byline if current else "",
        "words": current.word_count if current else 0,
        "delta": current.word_count - earlier[-1].words if current and earlier else None,
        "photos": current.photo_count if current else 0,
        "at": current.filed_at if current else story.moved_at,
    }


def _is_news(story: Story, draft: Draft | None, person: Person, now: datetime) -> bool:
    if story.seen or now - story.moved_at > RECENT:
        return False
    hand = draft.saved_by_id if draft else story.current_version.filed_by_id if story.current_version else None
    return (hand or story.opened_by_id) != person.pk
