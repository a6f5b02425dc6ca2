"""Which texts belong to one story: by slugline, and for those without one by what they share."""

from collections.abc import Sequence
from dataclasses import dataclass

from .slugline import slugline_key
from .story import WireStory

SHARED_GRAFS = 1 / 3  # of the shorter text: a write-through repeats most of the lead before it
SHARED_WORDS = 1 / 2  # of both headlines' words, and then the dateline must be the same


@dataclass(frozen=True, slots=True)
class Grouping:
    """Indexes of the texts of one story; `reason` tells people why they are together, "" for one text alone."""

    members: tuple[int, ...]
    reason: str = ""


def group(texts: Sequence[WireStory]) -> tuple[Grouping, ...]:
    """Every text in exactly one group, groups in the order of their first text.

    Texts with the same slugline are one story, with different ones never. A text without
    one joins the story it shares grafs with, else one with its dateline and much of its
    headline; if it fits two, neither: a wrong chain is worse than two short ones.
    """
    groups: list[list[int]] = []
    by_slug: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        if key := slugline_key(text.slugline):
            if key not in by_slug:
                groups.append(by_slug.setdefault(key, []))
            by_slug[key].append(index)
    joined: set[int] = set()
    for index, text in enumerate(texts):
        if not slugline_key(text.slugline):
            fitting = [members for members in groups if any(_fits(text, texts[member]) for member in members)]
            if len(fitting) == 1:
                fitting[0].append(index)
                joined.add(index)
            else:
                groups.append([index])
    ordered = sorted((tuple(sorted(members)) for members in groups), key=lambda members: members[0])
    return tuple(Grouping(members, _reason(members, joined)) for members in ordered)


def _reason(members: tuple[int, ...], joined: set[int]) -> str:
    if len(members) == 1:
        return ""
    return "they share paragraphs or headline" if joined.intersection(members) else "they have the same slugline"


def _fits(text: WireStory, other: WireStory) -> bool:
    shorter = min(len(text.grafs), len(other.grafs))
    if shorter and len(set(text.grafs) & set(other.grafs)) >= max(1, SHARED_GRAFS * shorter):
        return True
    words, others = set(text.headline.casefold().split()), set(other.headline.casefold().split())
    same_dateline = bool(text.dateline) and text.dateline == other.dateline
    return same_dateline and bool(words) and len(words & others) >= SHARED_WORDS * len(words | others)
