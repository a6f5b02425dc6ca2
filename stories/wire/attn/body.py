"""The clauses for the body: what is new, restored or trimmed, in the trade's words.

A new quotation is "remarks", other new text "details", figures alone are "figures". Text added and
nothing else is ADDS; text added to old paragraphs, or under a recast headline or lead, is UPDATES.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from stories.wire.diff.values import StoryDiff
from stories.wire.story import WireStory

from .fields import caption_part
from .news import GrafNews, Touch, removed_grafs
from .proposal import Evidence
from .values import PlaceKind, Target, Verb
from .wording import Matter, place_for

# From this many paragraphs fewer, a line with other news says what is gone.
TRIMMED_GRAFS = 3

Parts = dict[Verb, list[Matter]]


def add_news(parts: Parts, news: Sequence[GrafNews], new: WireStory, earlier: Sequence[WireStory]) -> None:
    """New and restored text; the first paragraph is left to the lead where that is named already."""
    restored = _restored(news, new, earlier)
    covered = restored | {1} if _names_lead(parts) else restored
    _add_fresh(parts, [one for one in news if one.new_text and one.number not in covered], len(news))
    _add_restored(parts, restored, len(news))


def _restored(news: Iterable[GrafNews], new: WireStory, earlier: Sequence[WireStory]) -> frozenset[int]:
    """The numbers of new paragraphs that an older version already had."""
    sent = {graf.strip() for version in earlier for graf in version.grafs}
    return frozenset(one.number for one in news if one.touch is Touch.NEW and new.grafs[one.number - 1].strip() in sent)


def _names_lead(parts: Parts) -> bool:
    return any(matter.target is Target.LEAD for matters in parts.values() for matter in matters)


def _add_restored(parts: Parts, restored: Iterable[int], total: int) -> None:
    numbers = sorted(restored)
    if numbers:
        words = "previous content"
        evidence = Evidence(words, grafs=tuple(number - 1 for number in numbers))
        parts[Verb.RESTORES].append(Matter(words, evidence, place=place_for(numbers, total)))


def _add_fresh(parts: Parts, fresh: Sequence[GrafNews], total: int) -> None:
    """One clause for all new text, remarks before details, added photos and bylines with it."""
    if not fresh:
        return
    place = place_for([one.number for one in fresh], total)
    if all(one.figures for one in fresh):
        words = "figures" if sum(len(one.words) for one in fresh) > 1 else "figure"
        parts[Verb.UPDATES].append(Matter(words, _on(words, fresh), place=place))
        return
    matters = _matters(fresh)
    if all(one.touch is Touch.NEW for one in fresh) and Verb.RECASTS not in parts:
        parts[Verb.ADDS] = [*matters[:-1], replace(matters[-1], place=place), *parts[Verb.ADDS]]
        return
    if place.kind is PlaceKind.THROUGHOUT:
        parts[Verb.UPDATES].append(Matter("", Evidence(""), place=place))
    else:
        matters[-1] = replace(matters[-1], place=place)
    parts[Verb.UPDATES] += [replace(matter, governed=True) for matter in (*matters, *parts.pop(Verb.ADDS, []))]


def _matters(fresh: Sequence[GrafNews]) -> list[Matter]:
    remarks, details = [one for one in fresh if one.remark], [one for one in fresh if not one.remark]
    return [Matter(words, _on(words, grafs)) for words, grafs in (("remarks", remarks), ("details", details)) if grafs]


def _on(words: str, grafs: Iterable[GrafNews]) -> Evidence:
    return Evidence(words, grafs=tuple(one.number - 1 for one in grafs))


def add_trims(parts: Parts, news: Sequence[GrafNews], changes: StoryDiff) -> None:
    """Paragraphs gone are named where the story lost many, or where it is all that happened to the body."""
    lead_named = _names_lead(parts)
    removed = tuple(number for number in removed_grafs(changes) if not (lead_named and number == 0))
    with_news = any(matter.target is Target.FREE for matters in parts.values() for matter in matters)
    shorter = len(removed) - sum(one.touch is Touch.NEW for one in news)
    if shorter >= TRIMMED_GRAFS or (removed and not with_news):
        words = f"{len(removed)} para{'s' if len(removed) > 1 else ''}"
        parts[Verb.TRIMS].append(Matter(words, Evidence(words, removed=removed)))


def add_touches(parts: Parts, news: Sequence[GrafNews], changes: StoryDiff) -> None:
    """Without any new text, a line says what else was done to the body."""
    for touch, verb, words in (
        (Touch.TRIMMED, Verb.TRIMS, "details"),
        (Touch.WORDED, Verb.MODIFIES, "wording"),
        (Touch.REGROUPED, Verb.MODIFIES, "paragraph breaks"),
    ):
        if grafs := [one for one in news if one.touch is touch]:
            place = place_for([one.number for one in grafs], len(news)) if touch is not Touch.REGROUPED else None
            parts[verb].append(Matter(words, _on(words, grafs), place=place))
    if captions := caption_part(changes.photos):
        parts[captions[0]].append(captions[1])
    moved = tuple(i for change in changes.grafs if change.group.moved for i in change.group.new)
    if moved and not parts:
        parts[Verb.MODIFIES].append(Matter("order of paras", Evidence("order of paras", grafs=moved)))
