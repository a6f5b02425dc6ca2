"""How right a paragraph alignment is: links, moves, groups, new paragraphs, stories without an error."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Link = tuple[int, int]
Entry = tuple[str, list[int], list[int]]
Aligner = Callable[[list[str], list[str]], list[Entry]]


@dataclass
class Case:
    """A pair of versions with its true links; `possible` ones are right with and without."""

    old: list[str]
    new: list[str]
    sure: set[Link]
    possible: set[Link] = field(default_factory=set)
    moves: set[Link] | None = None


@dataclass
class Share:
    """Right, found and true things; `f1` is the balance of precision and recall."""

    right: int = 0
    recalled: int = 0
    found: int = 0
    true: int = 0

    def add(self, found: Iterable[object], sure: Iterable[object], allowed: Iterable[object] = ()) -> None:
        found, sure = set(found), set(sure)
        self.right += len(found & (sure | set(allowed)))
        self.recalled += len(found & sure)
        self.found += len(found)
        self.true += len(sure)

    @property
    def f1(self) -> float:
        precision = self.right / self.found if self.found else float(not self.true)
        recall = self.recalled / self.true if self.true else 1.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(cases: Iterable[Case], align: Aligner) -> dict[str, float]:
    """F1 of links, links that changed, groups, moves as shown, new paragraphs; share of stories without an error."""
    names = ("links", "changed", "groups", "moves", "new")
    shares = {name: Share() for name in names}
    perfect = total = 0
    for case in cases:
        entries = align(case.old, case.new)
        found = {(o, n) for _, olds, news in entries for o in olds for n in news}
        shown = {(o, n) for kind, olds, news in entries if "move" in kind for o in olds for n in news}
        shares["links"].add(found, case.sure, case.possible)
        same = {(o, n) for o, n in found | case.sure | case.possible if _plain(case.old[o]) == _plain(case.new[n])}
        shares["changed"].add(found - same, case.sure - same, case.possible - same)
        shares["groups"].add(_groups(found), _groups(case.sure), _groups(case.sure | case.possible))
        _add_moves(shares["moves"], shown, case)
        everything = set(range(len(case.new)))
        linked, true = {n for _, n in found}, {n for _, n in case.sure}
        maybe = {n for _, n in case.possible}
        shares["new"].add(everything - linked, everything - true - maybe, everything - true)
        perfect += case.sure <= found <= case.sure | case.possible
        total += 1
    return {**{name: share.f1 for name, share in shares.items()}, "perfect": perfect / total}


def _add_moves(share: Share, shown: set[Link], case: Case) -> None:
    sure = _out_of_order(case.sure, case) if case.moves is None else case.moves
    share.add(shown, sure, _out_of_order(case.sure | case.possible, case) if case.possible else ())


def _plain(graf: str) -> str:
    return re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", graf)).lower().strip()


def _out_of_order(links: set[Link], case: Case) -> set[Link]:
    """The links outside the heaviest chain, weighed by characters; plainly, for short stories."""
    ordered = sorted(links)
    best: list[tuple[int, int]] = []
    for index, (o, n) in enumerate(ordered):
        before = max(((best[k][0], k) for k in range(index) if ordered[k][1] <= n), default=(0, -1))
        best.append((before[0] + min(len(case.old[o]), len(case.new[n])) + 1, before[1]))
    at = max(range(len(ordered)), key=lambda k: best[k][0], default=-1)
    chain = set()
    while at >= 0:
        chain.add(ordered[at])
        at = best[at][1]
    return links - chain


def _groups(links: set[Link]) -> set[tuple[frozenset[int], frozenset[int]]]:
    """Connected paragraphs, where one side has more than one."""
    groups: list[tuple[set[int], set[int]]] = []
    for o, n in links:
        touched = [group for group in groups if o in group[0] or n in group[1]]
        groups = [group for group in groups if group not in touched]
        groups.append(({o}.union(*(olds for olds, _ in touched)), {n}.union(*(news for _, news in touched))))
    return {(frozenset(olds), frozenset(news)) for olds, news in groups if len(olds) > 1 or len(news) > 1}
