"""Which parts beside the body changed, and which verb a desk has for it.

Verbs by how much is kept: under 55 per cent of a headline or 60 of a lead it is recast, else
changed. A lead that keeps 85 per cent is no change of lead: its new words count as paragraph 1.
"""

from collections.abc import Iterable, Iterator

from stories.wire.dateline import parse_dateline
from stories.wire.diff.values import FieldChange, PhotoChange, PhotoKind, StoryDiff
from stories.wire.diff.words import kept_share, word_runs
from stories.wire.story import WireStory

from .news import GrafNews
from .proposal import Evidence
from .values import Target, Verb
from .wording import Matter

HEADLINE_RECAST = 0.55
LEAD_RECAST = 0.6
LEAD_CHANGED = 0.85

Part = tuple[Verb, Matter]


def field_parts(changes: StoryDiff, old: WireStory, new: WireStory, lede: GrafNews | None) -> Iterator[Part]:
    """A verb and its object for each changed part, in the order in which lines name them."""
    yield from _dateline(changes.field("dateline"))
    yield from _slugline(changes.field("slugline"))
    yield from _headline(changes.field("headline"))
    if lede:
        yield from _lead(lede, old, new)
    yield from _byline(changes.field("byline"))
    yield from _photos(changes.photos)


def lead_kept(old: WireStory, new: WireStory) -> float:
    """How much of the two first paragraphs is the same, 0.0 to 1.0."""
    left, right = "".join(old.grafs[:1]), "".join(new.grafs[:1])
    return kept_share(left, right, word_runs(left, right))


def _field(verb: Verb, target: Target, name: str, words: str = "") -> Part:
    words = words or target.value
    return verb, Matter(words, Evidence(words, fields=(name,)), target)


def _headline(change: FieldChange) -> Iterator[Part]:
    if change.changed and change.new:
        yield _field(Verb.RECASTS if change.kept < HEADLINE_RECAST else Verb.CHANGES, Target.HEADLINE, "headline")


def _lead(lede: GrafNews, old: WireStory, new: WireStory) -> Iterator[Part]:
    kept = lead_kept(old, new)
    if old.grafs and lede.new_text and kept < LEAD_CHANGED:
        verb = Verb.RECASTS if kept < LEAD_RECAST else Verb.CHANGES
        yield verb, Matter("lead", Evidence("lead", grafs=(0,)), Target.LEAD)


def _slugline(change: FieldChange) -> Iterator[Part]:
    if change.changed and change.old and change.new:
        yield _field(Verb.CHANGES, Target.SLUGLINE, "slugline", "slug")


def _dateline(change: FieldChange) -> Iterator[Part]:
    """A dateline that only grew a day older is not news."""
    left, right = parse_dateline(change.old), parse_dateline(change.new)
    if not change.changed or (left and right and (left.places, left.region) == (right.places, right.region)):
        return
    yield _field(_added_or_changed(change), Target.DATELINE, "dateline")


def _byline(change: FieldChange) -> Iterator[Part]:
    if change.changed:
        yield _field(_added_or_changed(change), Target.BYLINE, "byline")


def _added_or_changed(change: FieldChange) -> Verb:
    if change.old and change.new:
        return Verb.CHANGES
    return Verb.ADDS if change.new else Verb.DELETES


def _photos(photos: tuple[PhotoChange, ...]) -> Iterator[Part]:
    """New photos are added, one in another's place replaces it, and one that came for all there were replaces them.

    Where one was replaced or added and another dropped beside some that stayed, photos change.
    """
    added = [photo for photo in photos if photo.kind is PhotoKind.ADDED]
    replaced = [photo for photo in photos if photo.kind is PhotoKind.REPLACED]
    dropped = [photo for photo in photos if photo.kind is PhotoKind.DROPPED]
    came, went = replaced + added, replaced + dropped
    if came and went:
        one_for_one = not (added or dropped)
        for_all = len(went) == len(photos) - len(added) and len(came) <= len(went)
        yield _photo(Verb.REPLACES if one_for_one or for_all else Verb.CHANGES, came, went)
    elif added:
        yield _photo(Verb.ADDS, added, [])
    elif dropped:
        yield _photo(Verb.DELETES, [], dropped)


def _photo(verb: Verb, new: list[PhotoChange], dropped: list[PhotoChange]) -> Part:
    """More than one on either side makes it plural: one picture in the place of three replaces photos."""
    words = "photo" if max(len(new), len(dropped)) == 1 else "photos"
    evidence = Evidence(
        words,
        photos=tuple(photo.new_position for photo in new if photo.new_position is not None),
        dropped=tuple(photo.old_position for photo in dropped if photo.old_position is not None),
    )
    return verb, Matter(words, evidence, Target.PHOTO)


def caption_part(photos: Iterable[PhotoChange]) -> Part | None:
    """Captions reworded under the same photos: named only where nothing else is."""
    reworded = [photo for photo in photos if photo.kind is PhotoKind.KEPT and photo.recaptioned]
    if not reworded:
        return None
    words = "caption" if len(reworded) == 1 else "captions"
    positions = tuple(photo.new_position for photo in reworded if photo.new_position is not None)
    return Verb.MODIFIES, Matter(words, Evidence(words, photos=positions), Target.CAPTION)
