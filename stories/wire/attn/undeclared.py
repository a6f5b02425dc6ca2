"""What changed and the line does not say: notes for the desk, never false claims, for a line is no diff."""

from collections.abc import Iterator, Sequence

from stories.wire.diff import diff as compare
from stories.wire.diff.values import PhotoKind, StoryDiff
from stories.wire.story import WireStory

from .advisories import parse_line
from .fields import LEAD_RECAST, lead_kept
from .format import ranges_text
from .news import GrafNews, Touch, graf_news
from .values import Clause, Object, PlaceKind, Target
from .verdict import Note
from .verify_places import CUTTING, Body

# An old paragraph with fewer new words may well go undeclared.
NOTED_WORDS = 6
_FIELDS = ((Target.HEADLINE, "headline"), (Target.BYLINE, "byline"), (Target.DATELINE, "dateline"))
_REWRITING = frozenset({"RECASTS", "REWRITES"})


def undeclared(
    line: str,
    old: WireStory,
    new: WireStory,
    diff: StoryDiff | None = None,
    news: Sequence[GrafNews] | None = None,
) -> tuple[Note, ...]:
    """The changes that no clause covers; none where the line rewrites the whole, or there is no line to speak of.

    `diff` and `news` as in `verify`.
    """
    changes = diff or compare(old, new)
    clauses = parse_line(line).clauses
    if not clauses or any(map(_rewrites_all, clauses)):
        return ()
    objects = [item for clause in clauses for item in clause.objects]
    body = Body(news or graf_news(changes))
    return (
        *_parts(objects, changes),
        *_lead(objects, body, old, new),
        *_grafs(clauses, objects, body),
    )


def _parts(objects: Sequence[Object], changes: StoryDiff) -> Iterator[Note]:
    named = {item.target for item in objects}
    for target, name in _FIELDS:
        change = changes.field(name)
        if change.old and change.new and change.changed and target not in named:
            yield Note(name, f"{name} changed and not declared")
    if any(photo.kind is not PhotoKind.KEPT for photo in changes.photos) and Target.PHOTO not in named:
        yield Note("photo", "photos changed and not declared")


def _lead(objects: Sequence[Object], body: Body, old: WireStory, new: WireStory) -> Iterator[Note]:
    """A small change of the lead is part of the news; a new one is not."""
    if any(item.target is Target.LEAD for item in objects) or 1 in _covered(objects, body):
        return
    if old.grafs and 1 in body.fresh() and lead_kept(old, new) < LEAD_RECAST:
        yield Note("lead", "lead recast and not declared", (0,))


def _grafs(clauses: Sequence[Clause], objects: Sequence[Object], body: Body) -> Iterator[Note]:
    """New text is only missed where the line has given places to all that it claims."""
    covered = _covered(objects, body)
    missing = tuple(one.number for one in body.news if _weighs(one) and one.number not in covered)
    if covered and missing and all(map(_placed, clauses)):
        paras = f"para{'s' if len(missing) > 1 else ''} {ranges_text(missing)}"
        yield Note("grafs", f"new text in {paras} not declared", tuple(number - 1 for number in missing))


def _weighs(news: GrafNews) -> bool:
    """A new paragraph, or one with as many new words as a clause; the lead has a note of its own."""
    return news.number > 1 and (news.touch is Touch.NEW or len(news.words) >= NOTED_WORDS)


def _covered(objects: Sequence[Object], body: Body) -> frozenset[int]:
    return frozenset(number for item in objects if item.place for number in item.place.numbers(body.total))


def _placed(clause: Clause) -> bool:
    """Whether every free matter of the clause stands at a place; one place serves those before it."""
    free = [item for item in clause.objects if item.target is Target.FREE]
    return not free or clause.verb.upper() in CUTTING or free[-1].place is not None


def _rewrites_all(clause: Clause) -> bool:
    """ "RECASTS" or "RECASTS throughout"."""
    throughout = any(place.kind is PlaceKind.THROUGHOUT for place in clause.places)
    return clause.verb.upper() in _REWRITING and (not clause.objects or throughout)
