"""The words inside each group of paragraphs: the rows that a screen shows."""

from collections.abc import Iterable, Sequence

from stories.wire.diff.values import GrafChange, GrafKind, Group, Op, Run, Segment
from stories.wire.diff.words import kept_share, merge_runs, word_runs

# Under this share of kept words, old and new are read one above the other.
STACKED = 1 / 3
# Stands between the paragraphs of a side; cut, in `inline`, it is a paragraph break that went.
BREAK = "\n"
ENDS = tuple(".!?。…")
QUOTES = " \"'”’"

Sides = tuple[tuple[Segment, ...], ...]


def row(group: Group, old: Sequence[str], new: Sequence[str]) -> GrafChange:
    """The group and its words; the paragraphs of each side are compared as one text."""
    olds, news = [old[o] for o in group.old], [new[n] for n in group.new]
    if group.kind is GrafKind.INSERT:
        return GrafChange(group, (), _whole(Op.ADD, news), _whole(Op.ADD, news))
    if group.kind is GrafKind.DELETE:
        return GrafChange(group, _whole(Op.CUT, olds), (), _whole(Op.CUT, olds))
    if olds == news and len(news) == 1:  # most paragraphs of a lead
        kept = _whole(Op.KEEP, news)
        return GrafChange(group, kept, kept, kept)
    old_order, new_order, runs = _best_order(olds, news)
    olds, news = [olds[i] for i in old_order], [news[j] for j in new_order]
    before, after = BREAK.join(olds), BREAK.join(news)
    merged = merge_runs(before, after, runs)
    return GrafChange(
        group,
        _restored(_apart((segment for segment in merged if segment.op is not Op.ADD), olds), old_order),
        _restored(_apart((segment for segment in merged if segment.op is not Op.CUT), news), new_order),
        _restored(_apart(merged, news, beside=Op.CUT), new_order),
        stacked=kept_share(before, after, runs) < STACKED,
    )


def _whole(op: Op, grafs: Iterable[str]) -> Sides:
    return tuple((Segment(op, graf),) if graf else () for graf in grafs)


def _best_order(olds: Sequence[str], news: Sequence[str]) -> tuple[list[int], list[int], tuple[Run, ...]]:
    """The order of the paragraphs of both sides in which most is kept: as they stand, or one side after the other."""
    as_they_stand = (list(range(len(olds))), list(range(len(news))))
    orders = [as_they_stand]
    if len(olds) > 1:
        orders.append((_order_in(olds, BREAK.join(news)), as_they_stand[1]))
    elif len(news) > 1:
        orders.append((as_they_stand[0], _order_in(news, olds[0])))
    if orders[-1] == as_they_stand:
        orders = [as_they_stand]
    tried = [
        (left, right, word_runs(BREAK.join(olds[i] for i in left), BREAK.join(news[j] for j in right)))
        for left, right in orders
    ]
    return max(tried, key=lambda one: sum(run.length for run in one[2]))


def _order_in(pieces: Sequence[str], whole: str) -> list[int]:
    """The pieces in the order in which their words stand in `whole`."""

    def middle(piece: str) -> float:
        runs = word_runs(piece, whole)
        length = sum(run.length for run in runs)
        return sum(run.length * (run.new_pos + run.length / 2) for run in runs) / length if length else 0.0

    return sorted(range(len(pieces)), key=lambda i: (middle(pieces[i]), i))


def _apart(merged: Iterable[Segment], grafs: Sequence[str], beside: Op | None = None) -> list[tuple[Segment, ...]]:
    """The segments of each graf, breaks between grafs left out; what stands `beside` them stays where it stood."""
    apart: list[list[Segment]] = [[]]
    held: list[Segment] = []  # stands at a break, and belongs behind it
    left = len(grafs[0])
    for segment in merged:
        if segment.op is beside:
            behind = not left and len(apart) < len(grafs) and _opens_a_sentence(segment.text, apart[-1])
            (held if behind else apart[-1]).append(segment)
            continue
        text = segment.text
        while text:
            if not left and len(apart) < len(grafs):
                left, text = len(grafs[len(apart)]), text[len(BREAK) :]
                apart.append(held)
                held = []
                continue
            apart[-1].append(Segment(segment.op, text[:left]))
            left, text = left - len(text[:left]), text[left:]
    apart[-1] += held
    apart += [[] for _ in grafs[len(apart) :]]
    return [tuple(segments) for segments in apart]


def _opens_a_sentence(cut: str, before: Sequence[Segment]) -> bool:
    """Whether words cut at a paragraph's new end began the sentence that goes on in the next one."""
    ended = not before or before[-1].text.rstrip(QUOTES).endswith(ENDS)
    return ended and not cut.isspace() and not cut.rstrip(QUOTES).endswith(ENDS)


def _restored(sides: Sequence[tuple[Segment, ...]], order: Sequence[int]) -> Sides:
    at = dict(zip(order, sides, strict=True))
    return tuple(at[place] for place in range(len(order)))
