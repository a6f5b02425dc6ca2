"""The board's own search: words in what is on the wire now, by the index, or in an open draft, letter by letter."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from stories.models import Draft, Story
from stories.wire.seeking import Term, beginnings

from .archive_index import latest

TYPED = ("headline", "body", "byline")
MOST = 50_000  # matches that are looked at, the latest first: a word of every story must not cost the archive


def matching(stories: QuerySet[Story], words: str) -> QuerySet[Story]:
    """The stories whose version on the wire, or whose open draft, holds every word of `words` or one that begins so.

    Looked for in slugline, headline, text and byline; replaced versions are the archive's search.
    """
    terms = beginnings(words)
    if not terms:
        return stories.none()
    sql, params = latest(terms, None, MOST)
    drafts = Draft.objects.filter(story=OuterRef("pk"), closed_at=None)
    for term in terms:
        drafts = drafts.exclude(_typed(term)) if term.absent else drafts.filter(_typed(term))
    return stories.filter(Q(current_version__in=RawSQL(sql, params)) | Exists(drafts))  # noqa: S611 - parameters


def _typed(term: Term) -> Q:
    condition = Q()
    for word in term.words:
        anywhere = Q(story__slugline__icontains=word)
        for field in TYPED:
            anywhere |= Q(**{f"{field}__icontains": word})
        condition &= anywhere
    return condition
