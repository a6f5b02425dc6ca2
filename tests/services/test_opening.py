"""Starting a story."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User

from stories.models import Desk, Story
from stories.services.opening import open_story
from stories.services.refusals import NotAllowed, UnacceptableText

pytestmark = pytest.mark.django_db


@pytest.fixture
def start(reporter: User, desk: Desk, now: datetime) -> Callable[..., Story]:
    return lambda **changes: open_story(**{"actor": reporter, "now": now, "desk": desk, "slugline": "A-b"} | changes)


def test_a_story_opens_with_nothing_filed_and_a_history_row(
    start: Callable[..., Story], reporter: User, now: datetime
) -> None:
    story = start(slugline=" Harim \n tunnel ", category="National", embargo_until=now + timedelta(hours=1))
    story.refresh_from_db()
    assert (story.slugline, story.status, story.current_version, story.moved_at) == ("Harim tunnel", "open", None, now)
    row = story.history.get()
    assert (row.history_user, row.history_date, row.history_type) == (reporter, now, "+")


def test_public_keys_do_not_count(start: Callable[..., Story]) -> None:
    keys = {start().pk for _ in range(20)}
    assert len(keys) == 20
    assert all(len(key) == 10 and key.isalnum() for key in keys)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"slugline": "  "}, "slugline"),
        ({"slugline": "a\x00b"}, "slugline"),
        ({"slugline": "a" * 121}, "slugline"),
        ({"category": "a" * 61}, "category"),
        ({"urgency": 0}, "urgency"),
        ({"urgency": 10}, "urgency"),
    ],
)
def test_what_cannot_be_kept_is_refused_by_the_name_of_its_field(
    start: Callable[..., Story], changes: dict[str, object], field: str
) -> None:
    with pytest.raises(UnacceptableText) as refusal:
        start(**changes)
    assert refusal.value.field == field
    assert not Story.objects.exists()


def test_an_outsider_opens_no_story(start: Callable[..., Story], outsider: User) -> None:
    with pytest.raises(NotAllowed):
        start(actor=outsider)
