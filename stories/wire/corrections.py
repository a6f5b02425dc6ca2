"""Facts that were sent and read otherwise now: which are announced, the words that say what was put right and where."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from .attn import PlaceKind, Target, Verb, parse_line
from .diff import align
from .facts import Change, Fact, FactChange, FactKind, facts, where
from .label import Kind, ordinal
from .review.facts import fact_key
from .story import WireStory

ANNOUNCING = (Verb.UPDATES, Verb.CORRECTS)
NAMING = (PlaceKind.PARAS, PlaceKind.FIRST, PlaceKind.LAST, PlaceKind.FROM)
NAMES = {
    FactKind.FIGURE: "figure",
    FactKind.DATE: "date",
    FactKind.DAY: "day",
    FactKind.TIME: "time",
    FactKind.NAME: "name",
    FactKind.QUOTE: "quote",
}


@dataclass(frozen=True, slots=True)
class SentFact:
    """A fact on the wire that the text changes or leaves out.

    `announced`: the ATTN line says so, by a clause that names its paragraph. `key` knows it again.
    `where`: the words around a figure that does not say what it counts.
    """

    change: FactChange
    announced: bool
    where: str = ""

    @property
    def key(self) -> str:
        return fact_key(self.change)[:12]

    @property
    def gone(self) -> bool:
        """Whether it is left out, and nothing stands in its place."""
        return self.change.change is Change.GONE

    @property
    def silent(self) -> bool:
        """Whether it reads otherwise with nothing to say so. What is only left out misleads nobody.

        Nor does what the copy itself tells: "1,400 households, up from an earlier count of 1,100".
        """
        return not (self.announced or self.gone or self.change.told)

    @property
    def how(self) -> str:
        """How a reader learns of it, in words."""
        if self.silent:
            return "△ changed, and nothing says so"
        return "announced as an update" if self.announced else "the copy says what it was"

    @property
    def name(self) -> str:
        """What it is, for people: "number of lanes", "date"."""
        return _name(self.change.after or self.change.before)

    @property
    def para(self) -> int:
        """Its paragraph on the wire, from 1."""
        return (self.change.old_graf or 0) + 1


def sent_facts(old: WireStory, new: WireStory) -> tuple[SentFact, ...]:
    """The facts of `old`, which is on the wire, that read otherwise in `new` or are gone from it."""
    found = [change for change in facts(old.grafs, new.grafs) if change.change is not Change.NEW]
    if not found:
        return ()
    changes = [(change, where(change, old.grafs, new.grafs)) for change in found]
    if new.label.kind is Kind.CORRECTION:
        return tuple(SentFact(change, True, words) for change, words in changes)
    named = _named(new.attn, len(new.grafs))
    becomes = {index: group.new for group in align(old.grafs, new.grafs) for index in group.old}
    return tuple(SentFact(change, _is_named(change, becomes, named), words) for change, words in changes)


def _is_named(change: FactChange, becomes: dict[int, tuple[int, ...]], named: Collection[int]) -> bool:
    here = (change.new_graf,) if change.new_graf is not None else becomes.get(change.old_graf or 0, ())
    return any(index + 1 in named for index in here)


def _named(line: str, total: int) -> frozenset[int]:
    """The paragraphs that a clause names by number, or as the lead, and says to be updated or corrected."""
    named: set[int] = set()
    for clause in parse_line(line).clauses:
        if clause.verb.upper() in ANNOUNCING:
            named.update(1 for item in clause.objects if item.target is Target.LEAD)
            for place in clause.places:
                named.update(place.numbers(total) if place.kind in NAMING else ())
    return frozenset(named)


def corrected(old: Sequence[str], new: Sequence[str], keys: Collection[str]) -> tuple[str, ...]:
    """The paragraphs of `old` with nothing but the chosen facts put right: as `new` has them, between the old words.

    A chosen fact that `new` leaves out takes its paragraph with it as `new` has that, since no word of its
    own stands in the place.
    """
    chosen = [change for change in facts(old, new) if change.before and fact_key(change)[:12] in keys]
    becomes = {index: group for group in align(old, new) for index in group.old}
    grafs: list[str] = []
    for index, graf in enumerate(old):
        here = [change for change in chosen if change.old_graf == index]
        if any(change.after is None for change in here):
            grafs += [new[at] for at in becomes[index].new if index == becomes[index].old[0]]
        else:
            grafs.append(_put_right(graf, here))
    return tuple(grafs)


def _put_right(graf: str, changes: Iterable[FactChange]) -> str:
    """Each fact's words replaced from the end on; of two that overlap (a figure in a quote) the longer one."""
    pairs = [(change.before, change.after) for change in changes]
    spans = sorted(((was, now.text) for was, now in pairs if was and now), key=lambda pair: pair[0].start - pair[0].end)
    taken: list[Fact] = []
    for was, _ in spans:
        if all(was.end <= other.start or other.end <= was.start for other in taken):
            taken.append(was)
    for was, words in sorted(spans, key=lambda pair: pair[0].start, reverse=True):
        if was in taken:
            graf = graf[: was.start] + words + graf[was.end :]
    return graf


def correction_line(old: Sequence[str], new: Sequence[str]) -> str:
    """The clause that says what was corrected, where and to what; "" where no fact reads otherwise.

    "CORRECTS number of lanes in 2nd para to four, day in 1st para to Tuesday"
    """
    said = [
        f"{_name(change.after)} in {ordinal(change.after.graf + 1)} para{_to(change.after)}"
        for change in facts(old, new)
        if change.change is Change.CHANGED and change.after
    ]
    return f"{Verb.CORRECTS} {', '.join(dict.fromkeys(said))}" if said else ""


def correction_note(old: Sequence[str], new: Sequence[str]) -> str:
    """The editor's note: a line for each fact, the old words and the new ones; "" where none reads otherwise."""
    lines = [
        f"{_name(change.after).capitalize()} in {ordinal(change.after.graf + 1)} para: "
        f"“{_bare(change.old)}” should read “{_bare(change.new)}”."
        for change in facts(old, new)
        if change.change is Change.CHANGED and change.after
    ]
    return "\n".join(dict.fromkeys(lines))


def _name(fact: Fact | None) -> str:
    """What sort of thing it is; a whole figure by what it counts, where that is one word: "number of lanes"."""
    assert fact is not None
    counted = fact.phrase.removeprefix(fact.text).strip()
    whole = fact.kind is FactKind.FIGURE and "." not in fact.text and counted.isalpha() and counted.isascii()
    return f"number of {counted}" if whole else NAMES[fact.kind]


def _to(fact: Fact) -> str:
    """ " to four"; a quotation is too long for the line."""
    return "" if fact.kind is FactKind.QUOTE else f" to {fact.text}"


def _bare(words: str) -> str:
    return words.strip("\"“”'")
