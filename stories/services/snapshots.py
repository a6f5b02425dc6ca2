"""A draft as it stands, kept word for word for the desk."""

from datetime import datetime

from django.contrib.auth.models import User

from stories.models import Draft, Submission, SubmissionPhoto
from stories.queries.attn_line import line_of

from .drafting import MERGED_FIELDS

PHOTO_COLUMNS = ("photo_id", "position", "caption", "credit", "alt_text", "crop", "focal_x", "focal_y")


def take_snapshot(
    draft: Draft, *, actor: User, now: datetime, message: str = "", confirms: Submission | None = None
) -> Submission:
    """The draft as it is now, text and photos, as its next submission. The caller holds the story's lock."""
    last = draft.submissions.order_by("-number").values_list("number", flat=True).first() or 0
    texts = {name: getattr(draft, name) for name in MERGED_FIELDS} | {"attn": line_of(draft).line}
    submission = Submission.objects.create(
        story=draft.story,
        draft=draft,
        number=last + 1,
        revision=draft.revision,
        based_on=draft.based_on,
        confirms=confirms,
        kind=draft.kind,
        qualifiers=draft.qualifiers,
        slugline=draft.story.slugline,
        **texts,
        message=message,
        submitted_by=actor,
        submitted_at=now,
    )
    photos = draft.photos.order_by("position").values(*PHOTO_COLUMNS)
    SubmissionPhoto.objects.bulk_create(SubmissionPhoto(submission=submission, **use) for use in photos)
    return submission
