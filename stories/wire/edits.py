"""Whether an edit is one of words or of facts: what the desk may change by itself after it approved a text."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from .byline import parse_byline
from .dateline import parse_dateline
from .facts import facts
from .story import WireStory
from .text import tidy

# Words that turn a sentence round: no figure, name or quotation need change for it to say the opposite.
_TURNS = re.compile(
    r"\b(?:not|no|none|never|without|neither|nor|cannot|den(?:y|ies|ied)|refus(?:e|es|ed))\b|n['’]t\b", re.I
)


@dataclass(frozen=True, slots=True)
class FactEdit:
    """A fact that reads otherwise: what it is ("figure", "byline", "photo"), its words before and now."""

    kind: str
    old: str
    new: str

    @property
    def words(self) -> str:
        """For people: "41 billion won → 42 billion won", "new: 300 people", "gone: Tuesday"."""
        if self.old and self.new:
            return f"{self.old} → {self.new}"
        return f"new: {self.new}" if self.new else f"gone: {self.old}"


def fact_edits(old: WireStory, new: WireStory) -> tuple[FactEdit, ...]:
    """The facts that differ between two states of one text; none for corrected spelling, order and wording.

    Facts of headline, copy and captions; who signs it; where and when it was written; which
    pictures run and who made them; and whether a sentence says no.
    """
    return (*_in_copy(old, new), *_turned(old, new), *_signed(old, new), *_dated(old, new), *_photos(old, new))


def _grafs(copy: WireStory) -> tuple[str, ...]:
    return (copy.headline, *copy.grafs, *(caption.text for caption in copy.captions))


def _in_copy(old: WireStory, new: WireStory) -> Iterator[FactEdit]:
    for change in facts(_grafs(old), _grafs(new)):
        yield FactEdit(change.kind.value, change.old, change.new)


def _turned(old: WireStory, new: WireStory) -> Iterator[FactEdit]:
    before, after = _turns(old), _turns(new)
    if before != after:
        yield FactEdit("yes and no", ", ".join((before - after).elements()), ", ".join((after - before).elements()))


def _turns(copy: WireStory) -> Counter[str]:
    return Counter(word.lower().replace("’", "'") for graf in _grafs(copy) for word in _TURNS.findall(graf))


def _signed(old: WireStory, new: WireStory) -> Iterator[FactEdit]:
    if _names(old.byline) != _names(new.byline):
        yield FactEdit("byline", old.byline, new.byline)


def _names(byline: str) -> tuple[str, ...]:
    return parse_byline(byline) or tuple(filter(None, [tidy(byline)]))


def _dated(old: WireStory, new: WireStory) -> Iterator[FactEdit]:
    if (parse_dateline(old.dateline) or tidy(old.dateline)) != (parse_dateline(new.dateline) or tidy(new.dateline)):
        yield FactEdit("dateline", old.dateline, new.dateline)


def _photos(old: WireStory, new: WireStory) -> Iterator[FactEdit]:
    """Pictures by their keys and credits, in any order; captions are read with the copy."""
    before = Counter((caption.photo, tidy(caption.credit)) for caption in old.captions)
    after = Counter((caption.photo, tidy(caption.credit)) for caption in new.captions)
    gone, added = list((before - after).elements()), list((after - before).elements())
    if len(gone) == len(added):
        yield from (FactEdit("photo", _shown(one), _shown(other)) for one, other in zip(gone, added, strict=True))
        return
    yield from (FactEdit("photo", _shown(one), "") for one in gone)
    yield from (FactEdit("photo", "", _shown(one)) for one in added)


def _shown(photo: tuple[str, str]) -> str:
    key, credit = photo
    return f"photo {credit}".strip() if key else f"caption {credit}".strip()
