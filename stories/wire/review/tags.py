"""The small notes before a paragraph: new, removed, moved up from ¶13, split from ¶10."""

from stories.wire.diff.values import GrafKind

from .values import GLYPHS, MOVED_GLYPH, Tag, paras

PLAIN = {GrafKind.INSERT: ("insert", "new"), GrafKind.DELETE: ("delete", "removed")}


def row_tags(
    kind: GrafKind, moved: str, old: tuple[int, ...], new: tuple[int, ...], *, stub: bool, other: str
) -> tuple[tuple[Tag, ...], ...]:
    """The tags of each paragraph of a row, in order; a stub has only the way to where it went."""
    of_old, of_new = ("old ", "new ") if {*old} & {*new} else ("", "")  # where what stood between was cut, or came
    if stub:
        words = f"{of_old}{paras(old)} moved {moved} to"
        return ((Tag("moved", MOVED_GLYPH, words, other, f"{of_new}{paras(new)}"),),)
    if kind in PLAIN:
        style, words = PLAIN[kind]
        return ((Tag(style, GLYPHS[kind], words),),)
    first = [Tag("moved", MOVED_GLYPH, f"moved {moved} from", other, f"{of_old}{paras(old)}")] if moved else []
    if kind is GrafKind.SPLIT:
        first.append(Tag("regroup", GLYPHS[kind], f"split into {paras(new)}"))
        return (tuple(first), *((Tag("regroup", GLYPHS[kind], f"split from {paras(old)}"),) for _ in new[1:]))
    if kind is GrafKind.MERGE:
        first.append(Tag("regroup", GLYPHS[kind], f"merged from {paras(old)}"))
    if kind is GrafKind.REGROUP:
        first.append(Tag("regroup", GLYPHS[kind], f"{paras(old)} regrouped as {paras(new)}"))
    return (tuple(first),)


def piece_tags(sources: tuple[int, ...], begins: int, *, own: bool) -> tuple[tuple[Tag, ...], ...]:
    """The tag of a part that stands further down than the row, at new paragraph `begins`, that it belongs to.

    `sources` are old paragraphs of that row that live on in the part; `own`: it has others to itself.
    """
    words = "with a part of" if own else "split from"
    said = (words, paras(sources)) if sources else ("regrouped with", paras((begins,)))
    return ((Tag("regroup", GLYPHS[GrafKind.SPLIT], said[0], f"p{begins}", said[1]),),)
