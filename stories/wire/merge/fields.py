"""Merging all the fields of a text: lines by their words, the body by its paragraphs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stories.wire.grafs import join_grafs, split_grafs

from .merge import merge
from .text import merge_text
from .values import Merge, Side

BODY = "body"


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """A line that both sides changed in one place."""

    name: str
    base: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class TextMerge:
    """Two people's versions of one text in one: `fields` without those in `conflicts`, and the body's rows."""

    fields: Mapping[str, str]
    conflicts: tuple[FieldConflict, ...]
    body: Merge

    @property
    def clean(self) -> bool:
        """Whether nobody need be asked."""
        return not self.conflicts and not self.body.conflicts

    def result(
        self, lines: Mapping[str, str] | None = None, grafs: Sequence[Side | tuple[str, ...]] = ()
    ) -> dict[str, str]:
        """Every field: conflicting lines as decided in `lines`, the body's conflicts as in `grafs`, in their order.

        KeyError where a conflicting line is not decided, ValueError where a paragraph is not.
        """
        decided = {conflict.name: (lines or {})[conflict.name] for conflict in self.conflicts}
        return {**self.fields, **decided, BODY: join_grafs(self.body.resolved(*grafs))}


def merge_fields(base: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str]) -> TextMerge:
    """Merge texts given as fields by name; all three have the same names, "body" among them."""
    fields: dict[str, str] = {}
    conflicts = []
    for name in base:
        if name == BODY:
            continue
        merged = merge_text(base[name], mine[name], theirs[name])
        if merged is None:
            conflicts.append(FieldConflict(name, base[name], mine[name], theirs[name]))
        else:
            fields[name] = merged
    bodies = (split_grafs(side[BODY]) for side in (base, mine, theirs))
    return TextMerge(fields, tuple(conflicts), merge(*bodies))
