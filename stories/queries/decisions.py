"""What the desk is asked on the compare page, what it said already, and which story waits next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, Subquery

from stories.models import Draft, Story, Submission, Verdict
from stories.permissions import desks_deciding, is_own_work, may_decide, readable
from stories.queries.filing_list import NOTHING, Filing, story_filings
from stories.queries.filings import Pair
from stories.queries.filters import BoardFilter, asked_stories
from stories.queries.reviews import BY_THE_DESK


@dataclass(frozen=True, slots=True)
class Question:
    """A submission before the desk; `place` is the n of its address.

    `verdict` is what was decided and stands, None while it waits. `whole` is the address of the
    last filing on the wire, against which it is a whole change; `last` is what this person
    decided on before, None where this is the first they see of it. `newer` was handed in since.
    `decides`: it waits for the person's word; `own` says that this is a return at most, for it is their own work.
    """

    filing: Filing
    submission: Submission
    verdict: Verdict | None
    decides: bool
    own: bool
    whole: Filing | None
    last: Filing | None
    newer: Filing | None

    @property
    def place(self) -> int:
        return int(self.filing.address[1:])

    @property
    def waits(self) -> bool:
        return self.verdict is None and not self.submission.confirms_id

    @property
    def whole_address(self) -> str:
        return self.whole.address if self.whole else NOTHING

    @property
    def opens_on(self) -> str:
        """The address of what it is compared with first: what the person decided on last, else the wire."""
        return self.last.address if self.last else self.whole_address


def question_of(pair: Pair, person: User) -> Question | None:
    """What the newer side asks of the person, None where it is no submission. Two queries for a desk editor at most."""
    return _question(pair.new, pair.filings, pair.story, person) if pair.new.submission else None


def review_of(story: Story, person: User) -> Question | None:
    """What waits for a verdict, else what was last handed in of the open draft; None where nothing was.

    Five queries at most.
    """
    filings = story_filings(story)
    handed = [filing for filing in filings if filing.submission and not filing.submission.confirms_id]
    waiting = [filing for filing in handed if filing.verdict is None]
    chosen = waiting[0] if waiting else handed[-1] if handed else None
    return _question(chosen, filings, story, person) if chosen else None


def next_waiting(
    person: User, now: datetime, *, desk: str = "", asked: BoardFilter | None = None
) -> tuple[str, str] | None:
    """Key and slugline of what waits longest for the person's desks: of all, of the one named, or of what the board's
    filter asks for. One query.

    Without what four eyes keep the person from approving: what they handed in, or wrote any of.
    """
    drafts = Draft.objects.filter(readable(person, now, "story__"), closed_at=None, story__status=Story.Status.OPEN)
    drafts = drafts.filter(desks_deciding(person.pk, "story__desk__"), state=Draft.State.SUBMITTED)
    drafts = drafts.filter(story__desk__code=desk) if desk else drafts
    if asked:
        drafts = drafts.filter(story__in=asked_stories(Story.objects.all(), person, asked, now).order_by().values("pk"))
    handed = Submission.objects.filter(draft=OuterRef("pk"), confirms=None).order_by("-number")
    drafts = drafts.annotate(
        handed_by=Subquery(handed.values("submitted_by")[:1]), shown=Subquery(handed.values("revision")[:1])
    )
    saves = Draft.history.filter(id=OuterRef("pk"), saved_by=person.pk, revision__gt=1, revision__lte=OuterRef("shown"))
    drafts = drafts.exclude(Q(handed_by=person.pk) | Exists(saves), story__desk__four_eyes=True)
    return drafts.order_by("state_since", "pk").values_list("story_id", "story__slugline").first()


def _question(filing: Filing, filings: Sequence[Filing], story: Story, person: User) -> Question:
    submission = filing.submission
    assert submission is not None
    family = [other for other in filings if other.submission and other.submission.draft_id == submission.draft_id]
    asked = [other for other in family if other.submission and not other.submission.confirms_id]
    before = [other for other in asked if other.submission and other.submission.number < submission.number]
    after = [other for other in asked if other.submission and other.submission.number > submission.number]
    decided = [other for other in before if _decided_by(other.verdict, person)]
    decides = filing.verdict is None and not submission.confirms_id and may_decide(person, story)
    submission.story = story
    return Question(
        filing=filing,
        submission=submission,
        verdict=filing.verdict,
        decides=decides,
        own=decides and is_own_work(person, submission),
        whole=_on_the_wire(filings, submission),
        last=decided[-1] if decided else None,
        newer=after[-1] if after else None,
    )


def _decided_by(verdict: Verdict | None, person: User) -> bool:
    return bool(verdict and verdict.decided_by_id == person.pk and verdict.decision in BY_THE_DESK)


def _on_the_wire(filings: Sequence[Filing], submission: Submission) -> Filing | None:
    """What it would follow: the last filing; for a correction, and for what is over, the one it was written on."""
    sent = [filing for filing in filings if filing.is_sent]
    if submission.draft.closed_at or submission.draft.purpose == Draft.Purpose.CORRECTION:
        sent = [filing for filing in sent if filing.row.pk == submission.based_on_id]
    return sent[-1] if sent else None
