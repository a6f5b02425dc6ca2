"""The words a bare figure stands among: "183" alone says nothing to who must check it."""

import re
from collections.abc import Sequence

from .values import Fact, FactChange, FactKind

WORDS_BEFORE, WORDS_AFTER = 4, 3
_LETTER = re.compile(r"[^\W\d_]")
_SENTENCE_END = re.compile(r"[.!?][”’\"')]*(?:\s|$)")


def around(fact: Fact, grafs: Sequence[str]) -> str:
    """The nearest words of its sentence with the figure among them: "… to the cancellation of 19 on Monday, the …".

    "" for what is no figure, and for one whose phrase says what it counts. `grafs`: the version it was read from.
    """
    if fact.kind is not FactKind.FIGURE or fact.unit or _LETTER.search(fact.phrase[len(fact.text) :]):
        return ""
    graf = grafs[fact.graf]
    start = max((end.end() for end in _SENTENCE_END.finditer(graf, 0, fact.start)), default=0)
    end = _SENTENCE_END.search(graf, fact.end)
    before = re.findall(r"\S+\s*", graf[start : fact.start])
    after = re.findall(r"\s*\S+", graf[fact.end : end.start() if end else len(graf)])
    near = "".join((*before[-WORDS_BEFORE:], fact.text, *after[:WORDS_AFTER])).strip()
    return f"{'… ' * (len(before) > WORDS_BEFORE)}{near}{' …' * (len(after) > WORDS_AFTER)}"


def where(change: FactChange, old: Sequence[str], new: Sequence[str]) -> str:
    """`around` for a change: as it reads now, and as it read where it is gone."""
    return around(change.after, new) if change.after else around(change.before, old) if change.before else ""
