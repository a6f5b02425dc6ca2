"""People at their browsers, and a story with something on the wire and something in the works."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from stories.models import Draft, Version
from stories.services.drafting import DraftText, open_draft
from stories.services.filing import file_version


@pytest.fixture
def browser_of() -> Callable[[User], Client]:
    """A client that is signed in as the person."""

    def sign_in(person: User) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return sign_in


@pytest.fixture
def as_reporter(reporter: User, browser_of: Callable[[User], Client]) -> Client:
    return browser_of(reporter)


@pytest.fixture
def as_other_reporter(other_reporter: User, browser_of: Callable[[User], Client]) -> Client:
    return browser_of(other_reporter)


@pytest.fixture
def as_desk_editor(desk_editor: User, browser_of: Callable[[User], Client]) -> Client:
    return browser_of(desk_editor)


@pytest.fixture
def lead(first: Version, reporter: User, now: datetime, text: Callable[..., DraftText]) -> Version:
    """The LEAD on top of the first filing: one paragraph more."""
    body = f"{first.body}\n\nTolls start in May."
    fresh = text(attn="ADDS tolls in para 3", body=body)
    version = file_version(story=first.story, based_on=first, text=fresh, actor=reporter, now=now)
    first.story.refresh_from_db()
    version.story = first.story
    return version


@pytest.fixture
def draft(lead: Version, reporter: User, now: datetime) -> Draft:
    """The reporter's open draft of the 2nd LD, as it was opened."""
    return open_draft(story=lead.story, actor=reporter, now=now)


@pytest.fixture
def typed(payload: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """What the editor posts for a draft: `typed(draft, headline="...")`."""

    def make(draft: Draft | None, **changes: Any) -> dict[str, Any]:
        token = {"draft": draft.pk, "revision": draft.revision} if draft else {"draft": "", "revision": ""}
        return payload(qualifiers="") | token | changes

    return make
