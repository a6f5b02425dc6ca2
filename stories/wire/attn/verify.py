"""Check a typed line against the diff, claim by claim.

Precision comes before recall: a desk that is questioned for a true line stops reading the
questions. Free words ("more details", "Han's remarks") are left to people.
"""

from collections.abc import Iterator, Sequence

from stories.wire.diff import diff as compare
from stories.wire.diff.values import StoryDiff
from stories.wire.story import WireStory

from .advisories import parse_line
from .news import GrafNews, graf_news, removed_grafs
from .values import Clause, Object, Target
from .verdict import Truth, Verdict
from .verify_parts import check_part
from .verify_places import Body, check_place


def verify(
    line: str,
    old: WireStory,
    new: WireStory,
    diff: StoryDiff | None = None,
    news: Sequence[GrafNews] | None = None,
) -> tuple[Verdict, ...]:
    """A verdict for each claim of the line, in its order; every clause has at least one.

    `line` is an ATTN line, with or without its brackets, or another agency's advisory. `diff` and `news`, which is
    `graf_news` of it, save making them again.
    """
    changes = diff or compare(old, new)
    body = Body(news or graf_news(changes), len(removed_grafs(changes)))
    return tuple(
        verdict
        for index, clause in enumerate(parse_line(line).clauses)
        for verdict in _clause(index, clause, body, changes, old, new)
    )


def _clause(
    index: int, clause: Clause, body: Body, changes: StoryDiff, old: WireStory, new: WireStory
) -> Iterator[Verdict]:
    if not clause.objects:
        yield _bare(index, clause, body, changes)
    for item in clause.objects:
        if item.target is not Target.FREE:
            yield check_part(index, clause, item, changes, old, new)
        elif item.place is None:
            yield _words(index, clause, item, body, changes)
        if item.place:
            yield check_place(index, clause, item, item.place, body)


def _bare(index: int, clause: Clause, body: Body, changes: StoryDiff) -> Verdict:
    if not _anything(body, changes):
        return Verdict(index, clause.verb, Truth.FALSE, "nothing has changed")
    return Verdict(index, clause.verb, Truth.UNCHECKED, "names nothing that can be checked")


def _words(index: int, clause: Clause, item: Object, body: Body, changes: StoryDiff) -> Verdict:
    if clause.known and not _anything(body, changes):
        return Verdict(index, item.text, Truth.FALSE, "nothing has changed")
    if clause.verb.upper() in ("ADDS", "UPDATES") and not (body.touched() or body.removed or _in_photos(changes)):
        return Verdict(index, item.text, Truth.FALSE, f"says {item.text}: no paragraph has changed")
    return Verdict(index, item.text, Truth.UNCHECKED, "words are left to people")


def _anything(body: Body, changes: StoryDiff) -> bool:
    fields = any(change.changed for change in changes.fields if change.name not in ("label", "attn", "note"))
    return bool(fields or body.removed or body.touched(arranged=True) or _in_photos(changes))


def _in_photos(changes: StoryDiff) -> bool:
    return any(photo.changed for photo in changes.photos)
