"""Everything of a story that can be compared: what was filed, what was handed to the desk, what is being written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.contrib.auth.models import User
from django.db.models import Exists, FilteredRelation, OuterRef, Q

from stories.models import Draft, DraftPhoto, Story, Submission, SubmissionPhoto, Verdict, Version
from stories.queries.labels import draft_kind
from stories.queries.prepared import TEXT, Prepared
from stories.wire.grafs import split_grafs, word_count
from stories.wire.label import Kind, Label, short_label
from stories.wire.order import OutOfOrder, next_label, wire_rank

DRAFT, CORRECTION, NOTHING = "draft", "correction", "nothing"


VERSIONS = Prepared(
    lambda story: (
        Version.objects.filter(story=story)
        .select_related("filed_by")
        .defer("previous_checksum", "filing_key")
        .order_by()
    ),  # sorted here, by what only the label knows
    TEXT,
)
DRAFTS = Prepared(
    lambda story: (
        Draft.objects.filter(story=story, closed_at=None)
        .select_related("saved_by")
        .annotate(handed_in=Exists(Submission.objects.filter(draft=OuterRef("pk"))))
        .order_by("-purpose")
    ),
    TEXT,
)


class Nothing:
    """What a first filing is compared with."""

    body = attn = ""
    photos = DraftPhoto.objects.none()


@dataclass(frozen=True)
class Filing:
    """A version, an open draft or a submission, as the leads rail lists it.

    `address` is its word in a compare address; `sequence` is a draft's and a submission's own
    as well: the number it will be filed under. `listed` is False for a submission of a draft
    that is closed: it is found by its address alone.
    """

    address: str
    sequence: int
    label: Label
    at: datetime
    person: User
    words: int
    row: Version | Draft | Submission | Nothing
    listed: bool = True

    @property
    def is_draft(self) -> bool:
        return isinstance(self.row, Draft)

    @property
    def is_sent(self) -> bool:
        """Whether it is on the wire."""
        return isinstance(self.row, Version)

    @property
    def is_nothing(self) -> bool:
        return isinstance(self.row, Nothing)

    @property
    def submission(self) -> Submission | None:
        return self.row if isinstance(self.row, Submission) else None

    @property
    def verdict(self) -> Verdict | None:
        """What was decided on a submission, and stands. A joined row that is not there leaves no attribute."""
        return getattr(self.row, "standing", None)

    @property
    def name(self) -> str:
        """What people call it: "2nd LD", "first filing", "4th LD draft", "4th LD submission 2"."""
        return f"{short_label(self.label) or 'first filing'}{self._suffix}" if not self.is_nothing else "nothing"

    @property
    def done(self) -> str:
        """What its person did with it: filed, saved or submitted it, or confirmed the desk's changes."""
        if self.submission:
            return "confirmed" if self.submission.confirms_id else "submitted"
        return "saved" if self.is_draft else "filed"

    @cached_property
    def grafs(self) -> tuple[str, ...]:
        return split_grafs(self.row.body)

    @property
    def _suffix(self) -> str:
        if self.submission:
            return f" {'confirmation' if self.submission.confirms_id else 'submission'} {self.submission.number}"
        return " draft" if self.is_draft else ""


def story_filings(story: Story, *, all_submissions: bool = False) -> tuple[Filing, ...]:
    """All versions in wire order, the submissions of open drafts after them, then those drafts.

    Two queries, a third where something was submitted. `all_submissions`: of closed drafts too,
    each before what was filed after it.
    """
    filed = _versions(story)
    drafts = DRAFTS(story.pk)
    for draft in drafts:
        draft.story = story
    asked = all_submissions or any(draft.handed_in for draft in drafts)
    handed = list(_submissions(story)) if asked else []
    closed = [place for place in handed if place[1].draft.closed_at]
    waiting = [place for place in handed if not place[1].draft.closed_at]
    sequence = max((version.sequence for version in filed), default=0) + 1
    labels = [version.label for version in filed]
    return (
        *_in_order(filed, closed if all_submissions else []),
        *(_handed_in(*place, labels, sequence) for place in waiting),
        *(_open(draft, labels, sequence) for draft in drafts),
    )


def sent_filings(story: Story) -> tuple[Filing, ...]:
    """Of these what is on the wire. One query."""
    return tuple(map(_filed, _versions(story)))


def _versions(story: Story) -> list[Version]:
    versions = VERSIONS(story.pk)
    for version in versions:
        version.story = story
    return sorted(versions, key=lambda version: (wire_rank(version.label), version.filed_at, version.sequence))


def nothing(story: Story) -> Filing:
    """The other side of a first filing."""
    return Filing(NOTHING, 0, Label(), story.opened_at, story.opened_by, 0, Nothing(), listed=False)


def _submissions(story: Story) -> Iterator[tuple[int, Submission]]:
    """Each with its place in the story, from 1, and with the verdict that stands on it. One query."""
    standing = FilteredRelation("verdicts", condition=Q(verdicts__undone_at=None))
    photos = Exists(SubmissionPhoto.objects.filter(submission=OuterRef("pk")))
    rows = story.submissions.annotate(standing=standing, has_photos=photos).order_by("submitted_at", "id")
    return enumerate(rows.select_related("submitted_by", "draft", "standing__decided_by"), start=1)


def _in_order(filed: Sequence[Version], closed: Sequence[tuple[int, Submission]]) -> Iterator[Filing]:
    """The versions, each followed by what was submitted on top of it and is filed or given up by now."""
    labels: list[Label] = []
    for version in (None, *filed):
        if version:
            labels.append(version.label)
            yield _filed(version)
        base = version.pk if version else None
        for place, submission in closed:
            if submission.based_on_id == base:
                yield _handed_in(place, submission, labels, len(labels) + 1, listed=False)


def _filed(version: Version) -> Filing:
    at, person, words = version.filed_at, version.filed_by, version.word_count
    return Filing(str(version.sequence), version.sequence, version.label, at, person, words, version)


def _open(draft: Draft, labels: Sequence[Label], sequence: int) -> Filing:
    address = CORRECTION if draft.purpose == Draft.Purpose.CORRECTION else DRAFT
    label = _label_due(labels, draft_kind(draft), draft)
    return Filing(address, sequence, label, draft.saved_at, draft.saved_by, word_count(split_grafs(draft.body)), draft)


def _handed_in(
    place: int, submission: Submission, labels: Sequence[Label], sequence: int, *, listed: bool = True
) -> Filing:
    correction = submission.draft.purpose == Draft.Purpose.CORRECTION
    asked = Kind.CORRECTION if correction else Kind(submission.kind) if submission.kind else None
    return Filing(
        f"s{place}",
        sequence,
        _label_due(labels, asked, submission),
        submission.submitted_at,
        submission.submitted_by,
        word_count(split_grafs(submission.body)),
        submission,
        listed,
    )


def _label_due(labels: Sequence[Label], kind: Kind | None, row: Draft | Submission) -> Label:
    qualifiers = tuple(row.qualifiers)
    try:
        return next_label(labels, kind, qualifiers)
    except OutOfOrder:
        return Label(qualifiers=qualifiers)
