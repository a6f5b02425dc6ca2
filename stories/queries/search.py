"""The board's own search: words in what is on the wire now, by the index, or in an open draft, letter by letter."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from stories.models import Draft, Story
from stories.permissions import Person, readable
from stories.wire.seeking import Term, beginnings

from .archive_index import latest
from .states import OF_STATES, State

TYPED = ("headline", "body", "byline")
MOST = 50_000  # matches that are looked at, the latest first: a word of every story must not cost the archive


@dataclass(frozen=True, slots=True)
class InTheWorks:
    """An open draft that was found: its story, and where it stands."""

    story: str
    slugline: str
    headline: str
    state: State
    saved_at: datetime


def matching(stories: QuerySet[Story], words: str) -> QuerySet[Story]:
    """The stories whose version on the wire, or whose open draft, holds every word of `words` or one that begins so.

    Looked for in slugline, headline, text and byline; replaced versions are the archive's search.
    """
    terms = beginnings(words)
    if not terms:
        return stories.none()
    sql, params = latest(terms, None, MOST)
    drafts = _holding(terms).filter(story=OuterRef("pk"))
    return stories.filter(Q(current_version__in=RawSQL(sql, params)) | Exists(drafts))  # noqa: S611 - parameters


def in_the_works(person: Person, now: datetime, words: str, size: int) -> tuple[InTheWorks, ...]:
    """What is written and not filed yet that holds the words, the last saved first; one for a story. One query."""
    terms = beginnings(words)
    if not terms:
        return ()
    drafts = _holding(terms).filter(readable(person, now, "story__"), story__status=Story.Status.OPEN)
    columns = ("story_id", "story__slugline", "headline", "state", "saved_at")
    found = drafts.order_by("-saved_at", "-pk").values_list(*columns)[: 2 * size]
    newest: dict[str, InTheWorks] = {}
    for pk, slugline, headline, state, saved_at in found:  # of two drafts, an update and a correction, the newer
        newest.setdefault(pk, InTheWorks(pk, slugline, headline, OF_STATES[state], saved_at))
    return tuple(newest.values())[:size]


def _holding(terms: tuple[Term, ...]) -> QuerySet[Draft]:
    drafts = Draft.objects.filter(closed_at=None)
    for term in terms:
        drafts = drafts.exclude(_typed(term)) if term.absent else drafts.filter(_typed(term))
    return drafts


def _typed(term: Term) -> Q:
    condition = Q()
    for word in term.words:
        anywhere = Q(story__slugline__icontains=word)
        for field in TYPED:
            anywhere |= Q(**{f"{field}__icontains": word})
        condition &= anywhere
    return condition
