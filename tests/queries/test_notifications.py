from datetime import timedelta

import pytest

from stories.models import Notification
from stories.queries.notifications import MOST, PAGE, notifications, unread_count

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(story, reporter, now):
    """`told(3)`: so many, a minute apart, the last one now."""

    def make(count, person=reporter, story=story, **fields):
        rows = [
            Notification(
                person=person,
                event="returned",
                story=story,
                key=f"{story.pk}-{number}",
                address="/x/",
                told_at=now - timedelta(minutes=count - number),
                **fields,
            )
            for number in range(count)
        ]
        return Notification.objects.bulk_create(rows)

    return make


def test_the_newest_come_first_and_pages_follow_one_another_without_gap(told, reporter, now):
    told(PAGE + 5)
    first = notifications(reporter, now)
    second = notifications(reporter, now, before=first.older)
    shown = [one.key for page in (first, second) for group in page.groups for one in group.told]
    assert shown == [f"{first.groups[0].newest.story_id}-{number}" for number in reversed(range(PAGE + 5))]
    assert second.older == ""


@pytest.mark.parametrize("cursor", ["x", "_", "2026-03-09T05:30:00_1", "2026-03-09T05:30:00+00:00_1\x00", "9" * 400])
def test_what_is_no_cursor_gives_the_first_page(told, reporter, now, cursor):
    told(1)
    assert len(notifications(reporter, now, before=cursor).groups) == 1


def test_what_came_to_a_story_in_a_row_stands_together(told, reporter, now):
    told(3)
    [group] = notifications(reporter, now).groups
    assert (len(group.told), group.unread) == (3, 3)


def test_nobody_sees_another_s(told, other_reporter, now):
    told(1)
    assert notifications(other_reporter, now).groups == ()
    assert unread_count(other_reporter, now) == 0


def test_an_embargo_set_since_hides_them_while_it_lasts(told, story, other_reporter, now):
    told(1, person=other_reporter)
    assert unread_count(other_reporter, now) == 1
    story.embargo_until = now + timedelta(hours=1)
    story.save()
    assert unread_count(other_reporter, now) == 0
    assert notifications(other_reporter, now).groups == ()
    assert unread_count(other_reporter, now + timedelta(hours=1)) == 1


def test_unread_alone_can_be_asked_for(told, reporter, now):
    told(1, read_at=now)
    assert notifications(reporter, now, unread=True).groups == ()


def test_counting_stops_where_the_bell_does(told, reporter, now, django_assert_num_queries):
    told(MOST + 20)
    with django_assert_num_queries(1):
        assert unread_count(reporter, now) == MOST
