"""Where each paragraph of a story comes from: the version in which it first appeared.

A paragraph inherits from the ones it is aligned with in the version before; one that comes
back after it was dropped is known again by its words. (Adjacent alignments with a memory of
all earlier paragraphs are more often right than one blame over the whole chain.)
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import normalize

from stories.wire.diff import aligned
from stories.wire.diff.values import GrafKind, Group
from stories.wire.remembering import remembered


@dataclass(frozen=True, slots=True)
class Strand:
    """One paragraph of one version.

    `origin` is the index of the version it first appeared in, `parents` are the indexes of
    the paragraphs it was made from in the version before (empty for a new one), `kind` and
    `moved` say what happened on the way from there.
    """

    origin: int
    parents: tuple[int, ...] = ()
    kind: GrafKind = GrafKind.INSERT
    moved: bool = False


def provenance(
    versions: Sequence[Sequence[str]], known: Sequence[tuple[Strand, ...]] = ()
) -> tuple[tuple[Strand, ...], ...]:
    """The strands of each version, oldest version first; `versions` are their paragraphs in order.

    `known` are those that were found before of the first versions.
    """
    memory: dict[str, int] = {}
    chain: list[tuple[Strand, ...]] = []
    for index, grafs in enumerate(versions):
        before = versions[index - 1] if index else ()
        origins = [strand.origin for strand in chain[-1]] if chain else []
        keys = [_key(graf) for graf in grafs]
        if index < len(known):
            strands = known[index]
        else:
            strands = _strands([memory.get(key, index) for key in keys], before, grafs, origins)
        chain.append(strands)
        for key, strand in zip(keys, strands, strict=True):
            memory.setdefault(key, strand.origin)
    return tuple(chain)


def _strands(
    begun: Sequence[int], old: Sequence[str], new: Sequence[str], origins: Sequence[int]
) -> tuple[Strand, ...]:
    """The strands of `new`. `begun`: origins of its paragraphs that have no parent; `origins`: those of `old`."""
    strands = [Strand(origin) for origin in begun]
    for group in aligned(old, new) if old else ():
        for position in group.new if group.old else ():
            parents = _parents(group, old, new[position])
            strands[position] = Strand(origins[parents[0]], tuple(sorted(parents)), group.kind, group.moved)
    return tuple(strands)


def _parents(group: Group, old: Sequence[str], graf: str) -> list[int]:
    """The old paragraphs of a group that share words with `graf`, the one that gave most first."""
    if len(group.old) == 1:
        return [group.old[0]]
    words = Counter(_key(graf).split())
    shared = {index: (Counter(_key(old[index]).split()) & words).total() for index in group.old}
    ranked = sorted(group.old, key=lambda index: (-shared[index], index))
    return [index for index in ranked if shared[index]] or ranked[:1]


@remembered
def _key(graf: str) -> str:
    """A paragraph's words without what a desk changes in passing: case, width, blanks."""
    return " ".join(normalize("NFKC", graf).casefold().split())
