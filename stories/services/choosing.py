"""Which photos a draft runs with, and under which captions: saved beside its text, two people's changes merged."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Draft
from stories.queries.people import name_of
from stories.wire.merge.rows import Clash

from .drafting import UnableToSave, lock_draft, refuse_stale, save_draft, text_of
from .draftphotos import PhotoUse, accept_photos, uses_of
from .photo_merging import Uses, merge_uses
from .refusals import refuse_unless_writable

CHOSEN = "photos"
SAID = {
    "caption": "caption",
    "credit": "credit",
    "alt_text": "alt text",
    "crop": "crop",
    "focal_x": "focal point",
    "focal_y": "focal point",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What became of a save of the photos: the draft, the revision it was built upon, whether another's came in."""

    draft: Draft
    before: int
    uses: tuple[PhotoUse, ...]
    merged: bool = False
    notice: str = ""


class PhotosChanged(UnableToSave):
    """Somebody changed the same words of a photo. `theirs` stand in the draft; `both` has all that does not clash,
    and mine where it does."""

    def __init__(
        self, draft: Draft, theirs: tuple[PhotoUse, ...], both: tuple[PhotoUse, ...], clashes: tuple[Clash, ...]
    ) -> None:
        fields = list(dict.fromkeys(f"the {SAID[one.field]} of photo {one.place + 1}" for one in clashes))
        super().__init__(f"{name_of(draft.saved_by)} changed {' and '.join(fields)} too. Nothing is lost.", draft)
        self.theirs, self.both, self.clashes = theirs, both, clashes


@transaction.atomic
def choose_photos(
    *, draft: Draft, base: Sequence[PhotoUse], uses: Sequence[PhotoUse], actor: User, now: datetime
) -> Chosen:
    """Make `uses`, which the person made of `base`, the draft's photos; its text stays as it is.

    What somebody else changed meanwhile comes in with it. Raises PhotosChanged where both
    changed the same words, DraftClosed, UnacceptableText, PhotoWithdrawn, NotAllowed.
    """
    mine, was = accept_photos(uses), accept_photos(base)
    current = lock_draft(draft)
    refuse_unless_writable(actor, current.story, now)
    refuse_stale(current, current.revision)
    before, theirs = current.revision, uses_of(current)
    both = mine if theirs == was else _merged(current, was, mine, theirs)
    kept = save_draft(
        draft=current, revision=before, text=text_of(current), photos=both, actor=actor, now=now, reason=CHOSEN
    )
    if both == mine:
        return Chosen(kept, before, both)
    notice = f"{name_of(current.saved_by)} changed the photos meanwhile. Both of your changes are in."
    return Chosen(kept, before, both, merged=True, notice=notice)


def _merged(draft: Draft, was: Uses, mine: Uses, theirs: Uses) -> Uses:
    both, clashes = merge_uses(was, mine, theirs)
    if clashes:
        raise PhotosChanged(draft, theirs, both, clashes)
    return both
