"""The line a good desk editor would write, from the diff of two versions.

Word choice and order follow counted real lines: at most three verbs; a clause with the lead in
it stands first, a headline alone behind the news, added photos and bylines with the news or last.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from stories.wire.diff import diff as compare
from stories.wire.diff.values import StoryDiff
from stories.wire.facts.values import Change, FactChange
from stories.wire.story import WireStory

from .fields import field_parts
from .format import ranges
from .news import GrafNews, Touch, graf_news, removed_grafs
from .proposal import Evidence, Proposal, Question, Suggested
from .values import PlaceKind, Target, Verb
from .wording import Matter, clause_of, in_line, listed, place_for

MOST_VERBS = 3
# From this many paragraphs gone, a line with other news says so.
TRIMMED_GRAFS = 3
# What is left out first where there are too many verbs.
_LEAST = (Verb.MODIFIES, Verb.TRIMS, Verb.DELETES, Verb.RESTORES)
_BEHIND_NEWS = (Verb.ADDS, Verb.RESTORES, Verb.TRIMS, Verb.MODIFIES, Verb.DELETES)

Parts = dict[Verb, list[Matter]]


def propose(
    old: WireStory | None,
    new: WireStory,
    diff: StoryDiff | None = None,
    *,
    earlier: Sequence[WireStory] = (),
    facts: Sequence[FactChange] = (),
) -> Proposal:
    """The line for `new` filed after `old`, which it replaces; `diff` saves comparing them again.

    `earlier` are the versions before `old`: text back from one of them is restored, not new.
    `facts` are the changed facts of the pair: each becomes a question, never a clause.
    """
    if old is None:
        return Proposal(reason="This is the first filing: there is nothing before it to compare with.")
    changes = diff or compare(old, new)
    news = graf_news(changes)
    parts: Parts = defaultdict(list)
    for verb, matter in field_parts(changes, old, new, news[0] if news else None):
        parts[verb].append(matter)
    restored = _restored(news, new, earlier)
    covered = restored | {1} if _names_lead(parts) else restored
    _add_news(parts, [one for one in news if one.new_text and one.number not in covered], len(news))
    _add_restored(parts, restored, len(news))
    _add_trims(parts, changes)
    if not parts:
        _add_touches(parts, news, changes)
    questions = tuple(_questions(facts))
    if not parts:
        return Proposal(reason=_nothing(changes, old, new), questions=questions)
    left_out = _fit(parts)
    return Proposal(in_line(_ordered(parts)), questions=questions, omitted=left_out)


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


def _add_news(parts: Parts, fresh: Sequence[GrafNews], total: int) -> None:
    """New text in the body: one clause, remarks before details, added photos and bylines with it."""
    if not fresh:
        return
    place = place_for([one.number for one in fresh], total)
    if all(one.figures for one in fresh):
        parts[Verb.UPDATES].append(Matter("figures", _on("figures", fresh), place=place))
        return
    remarks, details = [one for one in fresh if one.remark], [one for one in fresh if not one.remark]
    named = (("remarks", remarks), ("details", details))
    matters = [Matter(words, _on(words, grafs)) for words, grafs in named if grafs]
    if all(one.touch is Touch.NEW for one in fresh) and Verb.RECASTS not in parts:
        parts[Verb.ADDS] = [*matters[:-1], replace(matters[-1], place=place), *parts[Verb.ADDS]]
        return
    if place.kind is PlaceKind.THROUGHOUT:
        parts[Verb.UPDATES].append(Matter("", Evidence(""), place=place))
    else:
        matters[-1] = replace(matters[-1], place=place)
    parts[Verb.UPDATES] += [replace(matter, governed=True) for matter in (*matters, *parts.pop(Verb.ADDS, []))]


def _on(words: str, grafs: Iterable[GrafNews]) -> Evidence:
    return Evidence(words, grafs=tuple(one.number - 1 for one in grafs))


def _add_trims(parts: Parts, changes: StoryDiff) -> None:
    """Paragraphs gone are named where they are many, or all that happened."""
    removed = removed_grafs(changes)
    if len(removed) >= TRIMMED_GRAFS or (removed and not parts):
        words = f"{len(removed)} para{'s' if len(removed) > 1 else ''}"
        parts[Verb.TRIMS].append(Matter(words, Evidence(words, removed=removed)))


def _add_touches(parts: Parts, news: Sequence[GrafNews], changes: StoryDiff) -> None:
    """Without any new text, a line says what else was done to the body."""
    for touch, verb, words in (
        (Touch.TRIMMED, Verb.TRIMS, "details"),
        (Touch.WORDED, Verb.MODIFIES, "wording"),
        (Touch.REGROUPED, Verb.MODIFIES, "paragraph breaks"),
    ):
        if grafs := [one for one in news if one.touch is touch]:
            place = listed(ranges(one.number for one in grafs)) if touch is not Touch.REGROUPED else None
            parts[verb].append(Matter(words, _on(words, grafs), place=place))
    moved = tuple(i for change in changes.grafs if change.group.moved for i in change.group.new)
    if moved and not parts:
        parts[Verb.MODIFIES].append(Matter("order of paras", Evidence("order of paras", grafs=moved)))


def _fit(parts: Parts) -> tuple[Suggested, ...]:
    """Bring the line down to three verbs: a recast is a change too, and the least clauses give way."""
    left_out = []
    if len(parts) > MOST_VERBS and Verb.RECASTS in parts and Verb.CHANGES in parts:
        parts[Verb.CHANGES] = _in_order(parts.pop(Verb.RECASTS) + parts[Verb.CHANGES])
    for verb in _LEAST:
        if len(parts) > MOST_VERBS and verb in parts:
            left_out.append(clause_of(verb, parts.pop(verb)))
    return tuple(left_out)


def _in_order(matters: list[Matter]) -> list[Matter]:
    order = (Target.DATELINE, Target.SLUGLINE, Target.HEADLINE, Target.LEAD, Target.BYLINE, Target.PHOTO)
    return sorted(matters, key=lambda matter: order.index(matter.target) if matter.target in order else len(order))


def _ordered(parts: Parts) -> list[Suggested]:
    def rank(part: tuple[Verb, list[Matter]]) -> int:
        verb, matters = part
        if any(matter.target is Target.LEAD for matter in matters):
            return 0
        if verb is Verb.UPDATES or any(matter.place for matter in matters):
            return 1
        return 3 + _BEHIND_NEWS.index(verb) if verb in _BEHIND_NEWS else 2

    return [clause_of(verb, matters) for verb, matters in sorted(parts.items(), key=rank)]


def _questions(facts: Iterable[FactChange]) -> Iterator[Question]:
    """CORRECTS is for a person to choose: a changed figure may as well be the story moving on."""
    for change in facts:
        if change.change is Change.CHANGED and change.new_graf is not None:
            words = change.kind.value
            matter = Matter(
                words, Evidence(words, grafs=(change.new_graf,)), place=listed(((change.new_graf + 1,) * 2,))
            )
            yield Question(clause_of(Verb.CORRECTS, [matter]), change.old, change.new)


def _nothing(changes: StoryDiff, old: WireStory, new: WireStory) -> str:
    if old == new or not any(change.changed for change in changes.fields):
        return "Nothing has changed since the version before."
    return "Nothing that the line speaks of has changed since the version before."
