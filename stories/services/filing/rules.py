"""What may go out now, and under which label."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib.auth.models import User

from stories.models import Desk, Draft, Story, Version
from stories.permissions import is_desk_editor, may_file, may_write
from stories.queries.approvals import Approval
from stories.queries.blockers import KILLED, UNCHANGED, hidden, lacking, photo_blockers
from stories.queries.releases import release_blocker, unapproved
from stories.services.drafting import DraftText
from stories.services.draftphotos import PhotoUse, uses_of
from stories.services.refusals import NotAllowed
from stories.wire.grafs import split_grafs
from stories.wire.label import Kind, Label, short_label
from stories.wire.order import OutOfOrder, next_label
from stories.wire.review import Audit

from .refused import AlreadyKilled, Blocked, FalseClaim, NothingToFile, StaleBase, WrongKind

COPY = ("headline", "byline", "dateline", "body", "email")


def refuse_unfit(
    story: Story, based_on: Version | None, text: DraftText, asked: Kind | None, actor: User, now: datetime
) -> None:
    """Raise unless the story takes filings, from this person, and this one was written from what is on the wire."""
    current = story.current_version
    if story.status == Story.Status.KILLED:
        raise AlreadyKilled(KILLED, text)
    if not may_write(actor, story, now) or (asked is Kind.KILL and not is_desk_editor(actor)):
        raise NotAllowed("You cannot file this: ask the desk.")
    if current is not None and (based_on is None or based_on.pk != current.pk):
        name = short_label(current.label) or "first filing"
        message = f"The {name} went out while you were writing. Compare it with your text before you file."
        raise StaleBase(message, text, current)


def refuse_false(story: Story, text: DraftText, found: Audit, reason: str) -> None:
    """Raise FalseClaim where a claim does not hold, nothing says why, and the desk asks for it."""
    if found.wrong and not reason and story.desk.attn_policy == Desk.AttnPolicy.REASON:
        claims = "; ".join(f"{verdict.claim}: {verdict.reason}" for verdict in found.wrong)
        message = f"The ATTN says what is not so ({claims}). Put it right, or say why it goes out like this."
        raise FalseClaim(message, text, found.wrong)


def label_for(filed: Sequence[Label], text: DraftText, asked: Kind | None) -> Label:
    """The label the text goes out under after the labels `filed`; raises WrongKind."""
    try:
        return next_label(filed, asked, text.qualifiers)
    except OutOfOrder as refusal:
        raise WrongKind(str(refusal), text) from refusal


def refuse_empty(story: Story, text: DraftText, uses: Sequence[PhotoUse], label: Label) -> None:
    """Raise NothingToFile for a text without what its label needs, or the same as what is on the wire."""
    for blocker in lacking(story, text, label.kind):
        raise NothingToFile(blocker.message, text)
    current = story.current_version
    if current is None or label.kind not in (Kind.LEAD, Kind.CORRECTION):
        return
    same = all(getattr(text, name) == getattr(current, name) for name in COPY if name != "body")
    same_body = split_grafs(text.body) == split_grafs(current.body)
    if same and same_body and text.qualifiers == tuple(current.qualifiers) and tuple(uses) == uses_of(current):
        raise NothingToFile(UNCHANGED, text)


def refuse_blocked(
    story: Story,
    text: DraftText,
    uses: Sequence[PhotoUse],
    label: Label,
    actor: User,
    now: datetime,
    draft: Draft | None,
    approval: Approval | None,
) -> None:
    """Raise Blocked with all that has to be cured first: the desk's word, and what the text and its photos hold.

    A text without a draft was seen by nobody else, so it goes out where its writer may file at once.
    """
    found = (
        *(release_blocker(draft, actor, now, label.kind, approval) if draft else ()),
        *(() if draft or may_file(actor, story, now, label.kind, own=True) else [unapproved(story, actor)]),
        *hidden(story, text, uses),
        *photo_blockers(story, uses, now),
    )
    if found:
        raise Blocked(text, found)
