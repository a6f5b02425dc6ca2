"""Where a draft stands with its desk, and what this person may do about it: for the badge and the buttons of a page."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User

from stories.models import Draft, Submission, Verdict
from stories.permissions import needs_approval
from stories.wire.label import Kind
from stories.wire.states import DraftState

from .approvals import Approval, approval_of
from .releases import FROM_THE_DESK, Blocker, release_blocker
from .reviews import last_submission, last_verdict


@dataclass(frozen=True, slots=True)
class Standing:
    """`asked` is what was last handed to the desk, `verdict` what it decided last and stands.

    `approves_first` says that the desk wants to see a filing of this kind; `release` is what
    is missing of its word for this person, None where the draft may go out as far as that.
    """

    draft: Draft
    person: User
    asked: Submission | None
    verdict: Verdict | None
    approval: Approval | None
    approves_first: bool
    release: Blocker | None

    @property
    def waits(self) -> bool:
        return self.draft.state == DraftState.SUBMITTED

    @property
    def returned(self) -> bool:
        return self.draft.state == DraftState.RETURNED

    @property
    def approved(self) -> bool:
        return self.draft.state == DraftState.APPROVED

    @property
    def may_take_back(self) -> bool:
        return self.waits and self.asked is not None and self.asked.submitted_by_id == self.person.pk

    @property
    def may_confirm(self) -> bool:
        approval = self.approval
        return bool(approval and approval.for_the_writer and approval.submission.submitted_by_id == self.person.pk)

    @property
    def submits(self) -> bool:
        """Whether handing it to the desk is the person's next step, and filing it is not."""
        return self.release is not None and self.release.code in FROM_THE_DESK

    @property
    def same(self) -> bool:
        """Whether what waits is the draft as it is now."""
        return self.waits and self.asked is not None and self.asked.revision == self.draft.revision


def standing_of(draft: Draft, person: User, now: datetime, kind: Kind | None) -> Standing:
    """Two queries once it was submitted, those of its approval once it is approved, those of `release_blocker`."""
    begun = draft.state != DraftState.DRAFT
    approval = approval_of(draft)
    return Standing(
        draft=draft,
        person=person,
        asked=last_submission(draft) if begun else None,
        verdict=last_verdict(draft) if begun else None,
        approval=approval,
        approves_first=needs_approval(draft.story.desk, kind),
        release=next(release_blocker(draft, person, now, kind, approval), None),
    )
