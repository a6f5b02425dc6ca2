"""Putting a photo's own words and rights right; the uses keep theirs until somebody says otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from stories.models import Byline, Draft, DraftPhoto, Photo
from stories.permissions import may_write
from stories.queries.people import name_of
from stories.queries.photos.access import visible_photos
from stories.queries.photos.usages import open_uses
from stories.services.drafting import lock_draft, save_draft, text_of
from stories.services.draftphotos import uses_of
from stories.services.history import save_signed
from stories.services.refusals import NotAllowed, Refused, UnacceptableText
from stories.services.text import accept, accept_line
from stories.wire.byline import parse_byline

from .prefill import DESK_FIELDS, byline_of

MANY_LINES = ("rights", "instructions")
OTHERS = ("taken_at", "embargo_until", "not_for_sale", "keywords", "focal_x", "focal_y")
EDITABLE = (*DESK_FIELDS, *OTHERS)
MOST_KEYWORDS = 100
CHANGED_REASON = "photo's caption"


class StalePhoto(Refused):
    """Somebody else changed the photo since; `photo` is it as it is now, the person's text is untouched."""

    def __init__(self, message: str, photo: Photo) -> None:
        super().__init__(message)
        self.photo = photo


@dataclass(frozen=True, slots=True)
class Edited:
    """The photo as it is now, and its places in open drafts where the old caption or credit still stands."""

    photo: Photo
    uses: tuple[DraftPhoto, ...] = ()


def revision_of(photo: Photo) -> int:
    """What a page gives back with an edit, to show which state of the photo it was made on. One query."""
    return photo.history.order_by("-history_id").values_list("history_id", flat=True).first() or 0


@transaction.atomic
def edit_photo(*, photo: Photo, revision: int, changes: Mapping[str, object], actor: User, now: datetime) -> Edited:
    """Change some of EDITABLE; `revision` is what `revision_of` gave when the person began.

    `photographer` finds its byline again. `uses` of the answer are offered, never changed: see
    `apply_caption_to_uses`. Raises StalePhoto, UnacceptableText, NotAllowed.
    """
    accepted = {name: _accept(name, value) for name, value in changes.items()}
    current = Photo.objects.select_for_update(no_key=True).get(pk=photo.pk)
    if not visible_photos(actor, now).filter(pk=photo.pk).exists():
        raise NotAllowed("You cannot change this photo.")
    before = {name: getattr(current, name) for name in accepted}
    if before == accepted:
        return Edited(current)
    if revision_of(current) != revision:
        raise StalePhoto(f"{_last_editor(current)} changed this photo after you opened it.", current)
    for name, value in accepted.items():
        setattr(current, name, value)
    if "photographer" in accepted:
        current.byline = _byline(current.photographer)
    save_signed(current, actor=actor, now=now)
    return Edited(current, _behind(current, before, actor, now))


@transaction.atomic
def apply_caption_to_uses(*, photo: Photo, uses: Iterable[DraftPhoto], actor: User, now: datetime) -> tuple[Draft, ...]:
    """Put the photo's caption, credit and alt text to these of its places, each draft getting a new revision.

    Only places that are still the photo's, in open drafts the person may write; the drafts that changed.
    """
    chosen: dict[int, set[int]] = {}
    drafts: dict[int, Draft] = {}
    for use in uses:
        drafts[use.draft_id] = use.draft
        chosen.setdefault(use.draft_id, set()).add(use.pk)
    # Stories are locked in one order, so that two of these never wait for each other.
    in_order = sorted(drafts.values(), key=lambda draft: (draft.story_id, draft.pk))
    return tuple(filter(None, (_apply(photo, draft, chosen[draft.pk], actor, now) for draft in in_order)))


def _apply(photo: Photo, draft: Draft, places: set[int], actor: User, now: datetime) -> Draft | None:
    current = lock_draft(draft)
    if current.closed_at is not None or not may_write(actor, current.story, now):
        return None
    there = current.photos.filter(pk__in=places, photo=photo).values_list("position", flat=True)
    words = {"caption": photo.caption, "credit": photo.credit, "alt_text": ""}
    kept = uses_of(current)
    put = tuple(replace(use, **words) if position in set(there) else use for position, use in enumerate(kept))
    if put == kept:
        return None
    return save_draft(
        draft=current,
        revision=current.revision,
        text=text_of(current),
        photos=put,
        actor=actor,
        now=now,
        reason=CHANGED_REASON,
    )


def _behind(photo: Photo, before: Mapping[str, object], actor: User, now: datetime) -> tuple[DraftPhoto, ...]:
    """The open places that do not say what the photo says now, where that is what changed."""
    if all(before.get(name, getattr(photo, name)) == getattr(photo, name) for name in ("caption", "credit")):
        return ()
    said = (photo.caption, photo.credit)
    return tuple(
        use
        for use in open_uses(photo, actor, now)
        if (use.caption, use.credit) != said and may_write(actor, use.draft.story, now)
    )


def _accept(name: str, value: object) -> object:
    """One change as the record keeps it; raises UnacceptableText, and KeyError for what is no field of the desk's."""
    if name in DESK_FIELDS:
        text = accept(name, str(value)).strip() if name in MANY_LINES else accept_line(name, str(value))
        if len(text) > DESK_FIELDS[name]:
            raise UnacceptableText(name, f"The {name} has {len(text)} characters; it can have {DESK_FIELDS[name]}.")
        return text
    if name not in OTHERS:
        raise KeyError(name)
    if name == "keywords":
        words = (accept_line("keyword", str(word)) for word in value)  # type: ignore[attr-defined]
        return list(dict.fromkeys(word[:240] for word in words if word))[:MOST_KEYWORDS]
    if name in ("focal_x", "focal_y") and not (isinstance(value, int) and 0 <= value <= 100):
        raise UnacceptableText("focal", "The focal point lies inside the picture: 0 to 100 percent each way.")
    return value


def _byline(photographer: str) -> Byline | None:
    return byline_of((photographer, *parse_byline(f"By {photographer}")))


def _last_editor(photo: Photo) -> str:
    last = photo.history.select_related("history_user").order_by("-history_id").first()
    return name_of(last.history_user) if last and last.history_user else "Somebody"
