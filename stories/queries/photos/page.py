"""A photo's page: the file's own words beside the desk's, and its near twins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from stories.models import DraftPhoto, Photo
from stories.permissions import Person, may_write

from .access import visible_photos
from .found import NAMES
from .near import Near, near_photos
from .usages import open_uses

# The desk's field, and what standards call the same.
SAME = {
    "caption": ("caption",),
    "credit": ("credit",),
    "alt_text": ("alt_text",),
    "photographer": ("bylines",),
    "taken_at": ("taken", "taken_at"),
    "place": ("location", "city", "province", "country"),
    "source": ("source",),
    "keywords": ("keywords",),
    "instructions": ("instructions",),
    "copyright": ("copyright",),
    "rights": ("rights",),
}


@dataclass(frozen=True, slots=True)
class Original:
    """What a standard in the file says for one of the desk's fields."""

    standard: str
    words: str


def originals(photo: Photo) -> dict[str, tuple[Original, ...]]:
    """By the desk's field, what each standard of the file said when it came; the same words once."""
    return {field: _said(photo.found, names) for field, names in SAME.items()}


def _said(found: dict[str, dict[str, object]], names: Sequence[str]) -> tuple[Original, ...]:
    by_words: dict[str, list[str]] = {}
    for standard, name in NAMES.items():
        words = ", ".join(filter(None, (_text(found.get(standard, {}).get(each)) for each in names)))
        if words:
            by_words.setdefault(words, []).append(name)
    return tuple(Original(" and ".join(standards), words) for words, standards in by_words.items())


def _text(value: object) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def twins(photo: Photo, person: Person, now: datetime) -> tuple[Near, ...]:
    """Kept photos that look nearly like it, of those the person may see. Three queries."""
    near = near_photos(photo.fingerprint, beside=photo.pk)
    keys = [one.photo.pk for one in near]
    seen = set(visible_photos(person, now).filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
    return tuple(one for one in near if one.photo.pk in seen)


def uses_behind(photo: Photo, person: Person, now: datetime) -> tuple[DraftPhoto, ...]:
    """Its places in open drafts the person may write that say something else than the photo does now."""
    said = (photo.caption, photo.credit)
    return tuple(
        use
        for use in open_uses(photo, person, now)
        if (use.caption, use.credit) != said and may_write(person, use.draft.story, now)
    )
