"""A desk that approves first, and a lead on its way to it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from stories.models import Desk, Draft, Photo, Submission, Version
from stories.services.drafting import DraftText, open_draft, save_draft
from stories.services.photos import store_photo
from stories.services.submitting import submit_draft
from tests.pictures import file_of, scene

LEAD = {"headline": "Harim tunnel opens to traffic", "attn": "UPDATES with remarks"}


@pytest.fixture
def photo(reporter: User, now: datetime) -> Photo:
    """One that may run anywhere."""
    return store_photo(
        data=file_of(scene()), caption="A tunnel.", credit="(Hanbit)", rights="Ours.", actor=reporter, now=now
    )


@pytest.fixture
def strict(desk: Desk, first: Version) -> Desk:
    """The story's desk, which approves first since the first filing."""
    desk.approval = Desk.Approval.DESK
    desk.save()
    return desk


@pytest.fixture
def written(first: Version, reporter: User, now: datetime, text: Callable[..., DraftText]) -> Draft:
    """The reporter's LEAD as saved: revision 2."""
    draft = open_draft(story=first.story, actor=reporter, now=now)
    return save_draft(draft=draft, revision=1, text=text(**LEAD), actor=reporter, now=now)


@pytest.fixture
def submitted(strict: Desk, written: Draft, reporter: User, now: datetime) -> Submission:
    """That LEAD, handed to a desk that approves first."""
    return submit_draft(draft=written, revision=2, actor=reporter, now=now, message="Mayor checked.")


@pytest.fixture
def rewrite(written: Draft, now: datetime, text: Callable[..., DraftText]) -> Callable[..., Draft]:
    """Save changes over the LEAD as it stands: `rewrite(person, body="...")`."""

    def save(person: User, at: datetime = now, **changes: Any) -> Draft:
        draft = Draft.objects.get(pk=written.pk)
        return save_draft(draft=draft, revision=draft.revision, text=text(**LEAD | changes), actor=person, now=at)

    return save
