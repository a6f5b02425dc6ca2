"""What became of the facts of one version in the next.

Facts are paired by value first, judged against the whole other version: a figure that
moved to the next paragraph is not gone. What is left is paired by place: a fact that
stands where another stood, between the same words, has changed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from .extract import extract
from .names import is_person
from .pairing import pair_changed, pair_equal, pair_in_place
from .parts import JOINTS, parts
from .places import Places
from .refined import refined_dates
from .rewritten import without_rewritten
from .values import Change, Fact, FactChange, FactKind

# What copy says was otherwise: "up from 1,100", "as of 3 p.m., from 98 percent at 9 a.m.", "moved from March 5".
TOLD = (FactKind.FIGURE, FactKind.DATE, FactKind.TIME)
Measured = tuple[FactKind, str, str]


def _tells(fact: Fact, others: set[tuple[FactKind, str]], grafs: Sequence[str]) -> bool:
    """Whether a fact without a partner is worth a line: not weak, and nowhere in the other version."""
    if fact.weak or (fact.kind, fact.key) in others:
        return False
    if fact.kind is FactKind.FIGURE and all((fact.kind, part) in others for part in parts(fact.kind, fact.key)):
        return False
    return fact.kind is not FactKind.NAME or is_person(fact, grafs[fact.graf])


def _keys(facts: Iterable[Fact]) -> set[tuple[FactKind, str]]:
    """The values of a version's facts: names also word by word, ranges ("50-60") also end by end."""
    keys = {(fact.kind, fact.key) for fact in facts}
    joined = [(kind, key) for kind, key in keys if not JOINTS.isdisjoint(key)]
    return keys.union((kind, part) for kind, key in joined for part in parts(kind, key))


def _new_people(facts: Iterable[Fact], known: set[tuple[FactKind, str]]) -> Iterator[Fact]:
    """Less the names whose last word was known already: "Han Sol" after "Deputy Minister Han Sol"."""
    for fact in facts:
        if fact.kind is not FactKind.NAME or (FactKind.NAME, fact.key.split(" ")[-1]) not in known:
            yield fact


def _once(facts: Iterable[Fact]) -> Iterator[Fact]:
    seen = set()
    for fact in facts:
        if (fact.kind, fact.key) not in seen:
            seen.add((fact.kind, fact.key))
            yield fact


def facts(
    old: Sequence[str], new: Sequence[str], read: tuple[Sequence[Fact], Sequence[Fact]] | None = None
) -> tuple[FactChange, ...]:
    """The facts that changed, are gone or are new between two versions' paragraphs.

    Each fact stands in one change at most. Changed ones come first, then new ones, both in
    the new version's order, then those that are gone, in the old version's. Names are only
    ever respelt (changed) or new people. `read`: what `extract` gives for both, where it is known.
    """
    all_old, all_new = read or (extract(old), extract(new))
    places = Places(old, new)
    replaced, olds, news = pair_in_place(places.rewritten(0, all_old), places.rewritten(1, all_new), places)
    olds, news = without_rewritten(*pair_equal(olds, news, places), places)
    known, now_known = _keys(all_old), _keys(all_new)
    changes, olds, news = pair_changed(olds, news, places)
    changes = [change for change in (*replaced, *changes) if _is_a_change(change, known, now_known)]
    changes = _with_told(changes, all_old, all_new)
    for left in (olds, news):  # pairing takes them out of their order
        left.sort(key=lambda fact: (fact.graf, fact.start))
    added = list(_new_people(_once(fact for fact in news if _tells(fact, known, new)), known))
    changed = {fact for change in changes for fact in (change.before, change.after) if fact}
    refined = dict(refined_dates(all_old, all_new, added, changed.union(olds), places))
    changes += refined.values()
    gone = _once(fact for fact in olds if fact.kind is not FactKind.NAME and _tells(fact, now_known, old))
    changes.sort(key=lambda change: (change.after.graf, change.after.start) if change.after else (0, 0))
    return (
        *changes,
        *(FactChange(Change.NEW, None, fact) for fact in added if fact not in refined),
        *(FactChange(Change.GONE, fact, None) for fact in gone),
    )


def _with_told(changes: Sequence[FactChange], all_old: Iterable[Fact], all_new: Iterable[Fact]) -> list[FactChange]:
    """The changes; of each, whether the paragraph that has the new value gives the old one too.

    Said anew, that is: a value that stands there in place of another fact, or stood there before, tells nothing.
    """
    was, now = ({change.before for change in changes}, {change.after for change in changes})
    keys = {fact.key for fact in was if fact}
    olds = [fact for fact in all_old if fact.key in keys and fact not in was]
    news = [fact for fact in all_new if fact.key in keys and fact not in now]
    stood, said = Counter(map(_measured, olds)), Counter(map(_measured, news))
    here = {(fact.graf, _measured(fact)) for fact in news}
    return [replace(change, told=True) if _told(change, stood, said, here) else change for change in changes]


def _measured(fact: Fact) -> Measured:
    return fact.kind, fact.key, fact.unit


def _told(
    change: FactChange, stood: Counter[Measured], said: Counter[Measured], here: set[tuple[int, Measured]]
) -> bool:
    """A bare short number ("Highway 3") is not taken for the old value of what is counted."""
    before, after = change.before, change.after
    if not before or not after or before.kind is not after.kind or before.kind not in TOLD or before.key == after.key:
        return False
    units = (before.unit, "") if len(before.key) > len("99") else (before.unit,)
    same = [(before.kind, before.key, unit) for unit in units]
    return any((after.graf, one) in here and said[one] > stood[one] for one in same)


def _is_a_change(change: FactChange, known: set[tuple[FactKind, str]], now_known: set[tuple[FactKind, str]]) -> bool:
    """Two weak facts in each other's place ("this week", "last month") say nothing; nor do two known names."""
    before, after = change.before, change.after
    if before is None or after is None:
        return True
    if change.kind is FactKind.NAME:
        return (FactKind.NAME, after.key) not in known
    return not (before.weak and after.weak and change.kind is FactKind.DATE)
