"""Finding stories by words: the one place to change when the archive outgrows a plain scan."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from stories.models import Draft, Story

FILED = (
    "slugline",
    "current_version__headline",
    "current_version__byline",
    "current_version__native_byline",
    "current_version__body",
)
TYPED = ("headline", "body")


def matching(stories: QuerySet[Story], words: str) -> QuerySet[Story]:
    """The stories that hold every word of `words` in what is on the wire now or in the open draft.

    Looked for in slugline, headline, text and, on the wire, byline; not in replaced versions.
    """
    for word in words.split():
        filed, typed = _any(FILED, word), _any(TYPED, word)
        stories = stories.filter(filed | Exists(Draft.objects.filter(typed, story=OuterRef("pk"), closed_at=None)))
    return stories


def _any(fields: tuple[str, ...], word: str) -> Q:
    condition = Q()
    for field in fields:
        condition |= Q(**{f"{field}__icontains": word})
    return condition
