"""The desk's queue: what waits for a verdict, the longest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.validators import slug_re
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404

from stories.models import Desk, Draft, Story, Submission
from stories.permissions import Person, desks_deciding, is_desk_editor, readable
from stories.wire.label import Kind

from .board import PAGE, microseconds, moment_of
from .doubts import Doubts, doubts_of
from .nav import counted
from .rows import Row, rows_of, with_marks

EDITORS = Desk.editors.through


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A submission that waits: its story as the board shows it, what stands to be doubted, and since when.

    `late`: it has waited longer than `allowed`, what its desk lets one of its kind.
    """

    row: Row
    submission: Submission
    doubts: Doubts
    since: datetime
    waited: timedelta
    allowed: timedelta
    late: bool


@dataclass(frozen=True, slots=True)
class QueuePage:
    """What waits, and the `after` of the page that follows: "" on the last."""

    waiting: tuple[Waiting, ...]
    more: str

    @property
    def late(self) -> int:
        return sum(one.late for one in self.waiting)


def queue(person: Person, now: datetime, *, desk: str = "", after: str = "", size: int = PAGE) -> QueuePage:
    """One page of what waits for the person's desks, or for the one named. Seven queries at most, mostly five.

    In the order of handing in: an undone verdict puts its submission back where it stood.
    """
    drafts = Draft.objects.filter(_waits(), readable(person, now, "story__"), story__status=Story.Status.OPEN)
    drafts = drafts.filter(story__desk__code=desk) if desk else drafts.filter(_of(person.pk, "story__desk__"))
    drafts = _after(drafts, after).order_by("state_since", "pk").values_list("pk", "story_id", "state_since")
    found = list(drafts[: size + 1])
    page = found[:size]
    more = f"{microseconds(page[-1][2])}-{page[-1][0]}" if len(found) > size else ""
    return QueuePage(_waiting(page, person, now), more)


def queue_desks(person: Person, now: datetime) -> list[Desk]:
    """Every desk, in one query: `number` is how much waits for it that the person may read.

    `own`: the queue shows it unasked.
    """
    drafts = Draft.objects.filter(_waits(), readable(person, now, "story__"), story__status=Story.Status.OPEN)
    drafts = drafts.filter(story__desk=OuterRef("pk"))
    own = Exists(Desk.objects.filter(_of(person.pk, ""), pk=OuterRef("pk")))
    return list(Desk.objects.annotate(number=counted(drafts), own=own).order_by("name"))


def desk_for(desks: Sequence[Desk], code: str) -> Desk:
    """The desk of an address, or Http404."""
    for desk in desks:
        if desk.code == code:
            return desk
    raise Http404("There is no such desk.")


def has_queue(code: str) -> bool:
    """Whether a desk is called so; one query, none for what no desk can be called."""
    return slug_re.match(code) is not None and Desk.objects.filter(code=code).exists()


def waiting_for(person: Person, now: datetime) -> int:
    """How much waits for the person's desks and may be read by them. One query; none for the desk, who read all."""
    if is_desk_editor(person):
        return int(person.waiting)
    drafts = Draft.objects.filter(_waits(), readable(person, now, "story__"), story__status=Story.Status.OPEN)
    return drafts.filter(_of(person.pk, "story__desk__")).count()


def number_waiting(person: object) -> Coalesce:
    """How much waits for a desk editor's desks, as a part of another query.

    `person` is a key, or a reference out of two queries.
    """
    drafts = Draft.objects.filter(_waits(), story__status=Story.Status.OPEN)
    return counted(drafts.filter(_of(person, "story__desk__")))


def _waits() -> Q:
    return Q(closed_at=None, state=Draft.State.SUBMITTED)


def _of(person: object, prefix: str) -> Q:
    """The desks whose queue is the person's: those that name them or nobody; all of them for who is named by none."""
    return desks_deciding(person, prefix) | ~Exists(EDITORS.objects.filter(user_id=person))


def _after(drafts: QuerySet[Draft], cursor: str) -> QuerySet[Draft]:
    moment, _, pk = cursor.partition("-")
    since = moment_of(moment)
    if since is None or not (pk.isascii() and pk.isdigit() and len(pk) <= 18):
        return drafts
    return drafts.filter(Q(state_since__gt=since) | Q(pk__gt=int(pk)), state_since__gte=since)


def _waiting(page: Sequence[tuple[int, str, datetime]], person: Person, now: datetime) -> tuple[Waiting, ...]:
    """The page's rows in its order; a draft whose submission cannot be found shows as nothing."""
    stories = with_marks(Story.objects.filter(pk__in=[story for _, story, _ in page]), person) if page else []
    rows = {row.pk: row for row in rows_of(list(stories), person, now)} if page else {}
    handed = _submissions([draft for draft, _, _ in page]) if page else {}
    doubts = doubts_of(list(handed.values()))
    return tuple(
        _one(rows[story], handed[draft], doubts[handed[draft].pk], now) for draft, story, _ in page if draft in handed
    )


def _submissions(drafts: Sequence[int]) -> dict[int, Submission]:
    """The submission of each draft that asks for a verdict: its newest, by the draft's key. One query."""
    rows = Submission.objects.filter(draft__in=drafts, confirms=None).order_by("number")
    rows = rows.select_related("submitted_by__byline", "story__desk").defer("body", "note")
    return {submission.draft_id: submission for submission in rows}


def _one(row: Row, submission: Submission, doubts: Doubts, now: datetime) -> Waiting:
    desk, since = submission.story.desk, submission.submitted_at
    urgent = row.label is not None and row.label.kind is Kind.URGENT
    allowed = timedelta(minutes=desk.urgent_wait_minutes if urgent else desk.wait_minutes)
    waited = max(now - since, timedelta())
    return Waiting(
        row=row,
        submission=submission,
        doubts=doubts,
        since=since,
        waited=waited,
        allowed=allowed,
        late=waited >= allowed,
    )
