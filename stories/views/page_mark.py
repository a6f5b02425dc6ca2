"""The mark of a page that a draft is written on: whose it is, on which draft, and which of their pages."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.auth.models import User
from django.core import signing
from django.http import HttpRequest

from stories.models import Draft

SALT = "a page of a draft"
LASTS = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class PageMark:
    """`page` is the page's own name among those that its `writer` has of the `draft`; both are keys."""

    writer: int
    draft: int
    page: str


def new_mark(writer: User, draft: Draft) -> str:
    """A mark for a page just made, signed: nobody else can write in that person's name, or on another draft."""
    return signing.dumps([writer.pk, draft.pk, f"form-{secrets.token_urlsafe(9)}"], salt=SALT)


def mark_of(request: HttpRequest) -> PageMark | None:
    """The mark that a form carries; None where it has none, or one that was not given here."""
    try:
        return PageMark(*signing.loads(request.POST.get("page", ""), salt=SALT, max_age=LASTS))
    except signing.BadSignature:
        return None
