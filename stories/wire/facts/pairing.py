"""Which fact of the old version is which fact of the new: by value first, then by place."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from .measures import agree
from .names import nearly, respelt
from .places import CONTEXT_WORDS, Place, Places
from .quotes import quote_words
from .values import Change, Fact, FactChange, FactKind

QUOTE_ALTERED = 0.4  # share of words two quotations have in common (Jaccard) to be one, altered
MANY = 200  # facts of one kind in one group; above it only those with the same neighbours are tried
SAME_PLACE = 3.0  # score of two facts between the same kept words, where little else stands there
SAME_STRETCH = 1.4  # where much does: two sentences put in each other's place are about different things
LITTLE = 48  # characters
IN_PLACE = (FactKind.FIGURE, FactKind.DATE, FactKind.DAY, FactKind.TIME)
CHANGED_FROM = 2.0  # least score of a pair that stands in paragraphs that belong together
CHANGED_ELSEWHERE = 3.4  # and of a pair from paragraphs that do not


def _common(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count


def _context(a: Place, b: Place) -> float:
    """How alike the words around two facts are: 0 to 2, the nearest words first."""
    near = _common(a.left[::-1], b.left[::-1]) + _common(a.right, b.right)
    shared = len(set(a.left + a.right) & set(b.left + b.right))
    return min(1.0, near / CONTEXT_WORDS) + min(1.0, shared / (2 * CONTEXT_WORDS))


def _jaccard(a: Fact, b: Fact) -> float:
    x, y = Counter(quote_words(a.text)), Counter(quote_words(b.text))
    return (x & y).total() / max(1, (x | y).total())


def _score(a: Fact, b: Fact, at: Place, to: Place) -> float:
    """How sure it is that `a` became `b`; 0.0 where they cannot be one fact."""
    same_place, same_value = 0.0, a.kind is b.kind and a.key == b.key
    if at.group == to.group and (at.gap == to.gap or (same_value and abs(at.gap) == abs(to.gap))):
        same_place = SAME_PLACE if max(at.room, to.room) <= LITTLE or same_value else SAME_STRETCH
    if a.kind is FactKind.QUOTE:
        alike = _jaccard(a, b)
        in_place = same_place if same_place == SAME_PLACE else 0.0  # called "a success", no longer "a disgrace"
        return 4 * alike + (at.group == to.group) if alike >= QUOTE_ALTERED else in_place
    if a.kind is FactKind.NAME:
        same_name = respelt(a.text, b.text) or (same_place == SAME_PLACE and nearly(a.text, b.text))
        return 2.0 + same_place + _context(at, to) if same_name else 0.0
    if a.kind is not b.kind or a.key.startswith("#") != b.key.startswith("#"):
        return same_place if a.kind is not b.kind and a.text[0].isdigit() and b.text[0].isdigit() else 0.0
    if a.unit and b.unit and a.unit != b.unit and not same_value:
        same_place /= 3
    return (
        same_place + _context(at, to) * (1.0 if a.unit == b.unit else 0.6) + (0.6 if a.unit and a.unit == b.unit else 0)
    )


def _pair_by(
    olds: list[Fact], news: list[Fact], key: Callable[[int, Fact], Hashable | None]
) -> tuple[list[Fact], list[Fact]]:
    """Take out facts of equal kind, value and `key(side, fact)` in pairs; give back the rest."""
    waiting: dict[Hashable, list[Fact]] = defaultdict(list)
    left, rest = [], []
    for fact in news:
        place = key(1, fact)
        if place is None:
            rest.append(fact)
        else:
            waiting[(fact.kind, fact.key, place)].append(fact)
    for fact in olds:
        matches = waiting.get((fact.kind, fact.key, key(0, fact)), [])
        same = next((match for match in matches if agree(fact, match)), None)
        if same:
            matches.remove(same)
        else:
            left.append(fact)
    return left, rest + [fact for matches in waiting.values() for fact in matches]


def pair_equal(olds: list[Fact], news: list[Fact], places: Places) -> tuple[list[Fact], list[Fact]]:
    """Take out the facts that stand in both versions: in the same group, then anywhere."""
    olds, news = _pair_by(olds, news, lambda side, fact: places.group[side][fact.graf])
    return _pair_by(olds, news, lambda _side, _fact: "anywhere")


def pair_in_place(
    olds: list[Fact], news: list[Fact], places: Places
) -> tuple[list[FactChange], list[Fact], list[Fact]]:
    """The facts put in another's place, less those in kept words, and what is left.

    A weekday, date, time or figure that is the only one in a short gap between the same kept words
    stands there for the only old one, whatever else the text says elsewhere.
    """
    olds, news = _pair_by(olds, news, places.kept_at)
    alone: list[dict[Hashable, Fact | None]] = [{}, {}]
    for side, facts in enumerate((olds, news)):
        for fact in facts:
            slot = (_family(fact), *places.slot(side, fact))
            alone[side][slot] = None if slot in alone[side] else fact
    changes = []
    for place, before in alone[0].items():
        after = alone[1].get(place)
        if before and after and before.kind in IN_PLACE and _replaced(before, after, places):
            changes.append(FactChange(Change.CHANGED, before, after))
    gone, come = {change.before for change in changes}, {change.after for change in changes}
    return changes, [fact for fact in olds if fact not in gone], [fact for fact in news if fact not in come]


def _replaced(a: Fact, b: Fact, places: Places) -> bool:
    """Whether `b` stands between the same words as `a`, close by, counts the same and has another value."""
    if a.kind is not b.kind or a.weak or b.weak or a.key == b.key or a.key.startswith("#") != b.key.startswith("#"):
        return False
    at, to = places.of(0, a), places.of(1, b)
    if max(at.room, to.room) > LITTLE or (a.unit and b.unit and a.unit != b.unit):
        return False
    return at.left[-1:] == to.left[-1:] or at.right[:1] == to.right[:1]


def _family(fact: Fact) -> FactKind:
    """The kind that facts are paired by: a mistyped year or hour (2986, 0090 GMT) still stands in its place."""
    return FactKind.FIGURE if fact.kind in (FactKind.DATE, FactKind.TIME) else fact.kind


class _Shelves:
    """The new version's facts, found by where they stand and by the words next to them."""

    def __init__(self, facts: Sequence[Fact], places: Sequence[Place]) -> None:
        self._in: dict[Hashable, list[int]] = defaultdict(list)
        for j, (fact, place) in enumerate(zip(facts, places, strict=True)):
            family = _family(fact)
            self._in[(family, place.group)].append(j)
            self._in[(family, place.group, place.gap)].append(j)
            for word in {*place.left[-1:], *place.right[:1]}:
                self._in[(family, word)].append(j)

    def close(self, fact: Fact, place: Place) -> list[int]:
        """Those in the same group, or where it holds too many, in the same gap."""
        family = _family(fact)
        together = self._in[(family, place.group)]
        return (together if len(together) <= MANY else self._in[(family, place.group, place.gap)])[:MANY]

    def far(self, fact: Fact, place: Place) -> set[int]:
        """Those elsewhere with the same word before or after them."""
        words = {*place.left[-1:], *place.right[:1]}
        return {j for word in words for j in self._in[(_family(fact), word)][:20]}


def _candidates(olds: Sequence[Fact], news: Sequence[Fact], places: Places) -> Iterator[tuple[float, int, int]]:
    to = [places.of(1, fact) for fact in news]
    shelves = _Shelves(news, to)
    for i, fact in enumerate(olds):
        at = places.of(0, fact)
        close = shelves.close(fact, at)
        for bar, found in ((CHANGED_FROM, close), (CHANGED_ELSEWHERE, shelves.far(fact, at).difference(close))):
            for j in found:
                score = _score(fact, news[j], at, to[j])
                if score >= bar:
                    yield score, i, j


def pair_changed(olds: list[Fact], news: list[Fact], places: Places) -> tuple[list[FactChange], list[Fact], list[Fact]]:
    """The surest pairs of an old and a new fact, each fact in one pair at most, and what is left."""
    used_old: set[int] = set()
    used_new: set[int] = set()
    changes = []
    for _, i, j in sorted(_candidates(olds, news, places), key=lambda pair: (-pair[0], pair[2], pair[1])):
        if i not in used_old and j not in used_new:
            used_old.add(i)
            used_new.add(j)
            changes.append(FactChange(Change.CHANGED, olds[i], news[j]))
    left = [fact for i, fact in enumerate(olds) if i not in used_old]
    return changes, left, [fact for j, fact in enumerate(news) if j not in used_new]
