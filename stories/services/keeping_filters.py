"""Filters of the board that a person keeps under a name."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.http import QueryDict

from stories.models import SavedFilter
from stories.queries.filters import read_filter

from .refusals import Refused, UnacceptableText
from .text import accept_lines

MOST = 20
LONGEST_NAME = 40
LONGEST_QUERY = 400


class NothingToKeep(Refused):
    """No filter is on: its link would be the board itself."""


class TooManyFilters(Refused):
    """A side with more links than these is no help."""


class NameTaken(Refused):
    """The person has another filter of this name."""


@transaction.atomic
def keep_filter(*, name: str, query: str, actor: User, now: datetime) -> SavedFilter:
    """Keep what `query` asks for under a name; a filter of that name now asks for this.

    Raises NothingToKeep, TooManyFilters, UnacceptableText.
    """
    name = _accept(name)
    query = read_filter(QueryDict(query)).query
    if not query:
        raise NothingToKeep("No filter is on: there is nothing to keep yet.")
    if len(query) > LONGEST_QUERY:
        raise UnacceptableText("query", "This filter is too long to keep: search for fewer words.")
    own = SavedFilter.objects.filter(person=actor.pk)
    if not own.filter(name=name).exists() and own.count() >= MOST:
        raise TooManyFilters(f"{MOST} filters are kept at most: delete one first.")
    kept, _ = own.update_or_create(person=actor, name=name, defaults={"query": query, "saved_at": now})
    return kept


@transaction.atomic
def rename_filter(*, kept: SavedFilter, name: str) -> None:
    """Raises NameTaken, UnacceptableText."""
    name = _accept(name)
    if SavedFilter.objects.filter(person=kept.person_id, name=name).exclude(pk=kept.pk).exists():
        raise NameTaken(f"You have another filter called {name}.")
    kept.name = name
    kept.save(update_fields=["name"])


def drop_filter(*, kept: SavedFilter) -> None:
    kept.delete()


def _accept(name: str) -> str:
    name = accept_lines({"name": name})["name"]
    if not name:
        raise UnacceptableText("name", "A filter needs a name.")
    if len(name) > LONGEST_NAME:
        raise UnacceptableText("name", f"A filter's name has at most {LONGEST_NAME} characters.")
    return name
