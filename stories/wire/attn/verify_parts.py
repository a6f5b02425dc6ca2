"""Claims about the parts beside the body: headline, lead, photos, byline, dateline, slugline.

A part that either version lacks cannot be judged: copy reaches a desk without its photos or its
byline every day. Of a changed part any verb is true: how much makes a recast is a matter of taste.
"""

from stories.wire.diff.values import FieldChange, PhotoChange, PhotoKind, StoryDiff
from stories.wire.story import WireStory

from .values import Clause, Object, Target
from .verdict import Truth, Verdict

# "lead paras" reaches this far down.
LEAD_GRAFS = 3
_FIELDS = {
    Target.HEADLINE: "headline",
    Target.BYLINE: "byline",
    Target.DATELINE: "dateline",
    Target.SLUGLINE: "slugline",
}


def check_part(index: int, clause: Clause, item: Object, changes: StoryDiff, old: WireStory, new: WireStory) -> Verdict:
    """The verdict on an object that names a part of the story."""
    match item.target:
        case Target.LEAD:
            return _lead(index, item, old, new)
        case Target.PHOTO:
            return _photo(index, clause, item, changes.photos)
        case Target.CAPTION:
            return _caption(index, item, changes.photos)
    return _field(index, clause, item, changes.field(_FIELDS[item.target]))


def _field(index: int, clause: Clause, item: Object, change: FieldChange) -> Verdict:
    name = change.name
    if not change.old and not change.new:
        return Verdict(index, item.text, Truth.UNCHECKED, f"neither version carries a {name}")
    if change.old.split() == change.new.split():
        return Verdict(index, item.text, Truth.FALSE, f"{_says(clause, item)}: the {name} has not changed")
    if change.old and change.new:
        return Verdict(index, item.text, Truth.TRUE)
    added = clause.verb.upper() in ("ADDS", "RESTORES", "UPDATES") and bool(change.new)
    which = "version before" if change.new else "new version"
    return Verdict(index, item.text, Truth.TRUE if added else Truth.UNCHECKED, f"the {which} carries no {name}")


def _lead(index: int, item: Object, old: WireStory, new: WireStory) -> Verdict:
    if not old.grafs or not new.grafs:
        return Verdict(index, item.text, Truth.UNCHECKED, "a version has no paragraphs")
    reach = LEAD_GRAFS if "para" in item.text.lower() else 1
    sent = {_plain(graf) for graf in old.grafs[:reach]}
    changed = tuple(i for i, graf in enumerate(new.grafs[:reach]) if _plain(graf) not in sent)
    if changed:
        return Verdict(index, item.text, Truth.TRUE, grafs=changed)
    return Verdict(index, item.text, Truth.FALSE, f"says {item.text}: the first paragraph has not changed")


def _plain(graf: str) -> str:
    return " ".join(graf.split())


def _photo(index: int, clause: Clause, item: Object, photos: tuple[PhotoChange, ...]) -> Verdict:
    kinds = {photo.kind for photo in photos}
    if not photos:
        return Verdict(index, item.text, Truth.UNCHECKED, "neither version carries a photo")
    dropping = clause.verb.upper() in ("DELETES", "DROPS", "REMOVES", "TRIMS", "CUTS")
    adding = clause.verb.upper() == "ADDS"
    if dropping:
        wanted = {PhotoKind.DROPPED, PhotoKind.REPLACED}
    elif adding:
        wanted = {PhotoKind.ADDED, PhotoKind.REPLACED}
    else:
        wanted = {PhotoKind.ADDED, PhotoKind.REPLACED, PhotoKind.DROPPED}
    if kinds & wanted:
        return Verdict(index, item.text, Truth.TRUE)
    if any(_doubtful(photo) for photo in photos) or kinds == {PhotoKind.DROPPED}:
        return Verdict(index, item.text, Truth.UNCHECKED, "the captions tell no new photo, but they have changed")
    what = "was dropped" if dropping else "is new" if adding else "changed"
    return Verdict(index, item.text, Truth.FALSE, f"{_says(clause, item)}: no photo {what}")


def _doubtful(photo: PhotoChange) -> bool:
    """Whether another picture may stand behind a caption reworded, or the pictures changed places."""
    known = photo.old and photo.new and photo.old.photo and photo.old.photo == photo.new.photo
    return photo.moved or (not known and photo.kind is PhotoKind.KEPT and photo.recaptioned)


def _caption(index: int, item: Object, photos: tuple[PhotoChange, ...]) -> Verdict:
    if not photos:
        return Verdict(index, item.text, Truth.UNCHECKED, "neither version carries a caption")
    if any(photo.kind is not PhotoKind.KEPT or photo.recaptioned for photo in photos):
        return Verdict(index, item.text, Truth.TRUE)
    return Verdict(index, item.text, Truth.FALSE, f"says {item.text}: no caption has changed")


def _says(clause: Clause, item: Object) -> str:
    return f"{clause.verb} {item.text}".strip()
