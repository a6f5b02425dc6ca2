"""The lists of the desk walk an index in their order: nothing is sorted, and nothing before the page is read."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import QuerySet

from stories.models import Draft, Story
from stories.queries.board import BoardFilter, _after, stories_on
from stories.queries.queue import _after as after_in_queue
from stories.queries.queue import _waits

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 9, 3, tzinfo=UTC)


def plan(rows: QuerySet) -> str:
    """How the database would fetch a page; of so few rows PostgreSQL would else read them all and sort."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(
                "SET LOCAL enable_seqscan = off; SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off"
            )
    return rows[:51].explain()


@pytest.mark.parametrize("before", ["", "1773025200000000-abc"])
@pytest.mark.parametrize("asked", [{}, {"desk": "pol"}, {"period": "week"}, {"state": "filed"}], ids=str)
def test_the_board_walks_its_index_at_any_depth(
    desk_editor: User, desk: object, asked: dict[str, str], before: str
) -> None:
    stories = _after(stories_on(desk_editor, NOON, BoardFilter(**asked)), before)

    found = plan(stories.order_by("-moved_at", "-id"))

    assert Story._meta.indexes[0].name in found or Story._meta.indexes[1].name in found
    assert "TEMP B-TREE" not in found
    assert "Sort" not in found


@pytest.mark.parametrize("after", ["", "1773025200000000-7"])
def test_the_queue_walks_the_index_of_states(desk: object, after: str) -> None:
    drafts = after_in_queue(Draft.objects.filter(_waits()), after).order_by("state_since", "pk")

    found = plan(drafts.values_list("pk", "story_id", "state_since"))

    assert "drafts_by_state" in found
    assert "TEMP B-TREE" not in found
