"""Queries put in words once: the same rows as Django's own, for every key."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db.models import Count
from django.db.models.functions import Upper

from newsroom.backends import person_and_groups
from stories.models import Desk, Story, Version
from stories.queries.prepared import MOMENT, NUMBER, PLACE, TEXT, Prepared, as_list, listed

pytestmark = pytest.mark.django_db


def by_key_and_desk(key: str, desk: int):
    stories = Story.objects.filter(pk=key, desk=desk).select_related("desk", "current_version")
    return stories.annotate(number=Count("versions"), loud=Upper("slugline"))


def as_told(rows) -> list[dict[str, object]]:
    return [{name: value for name, value in vars(row).items() if name != "_state"} for row in rows]


def test_rows_are_those_of_the_query_set_with_all_that_is_selected_and_annotated(first, desk):
    ask = Prepared(by_key_and_desk, TEXT, NUMBER)
    story = first.story

    for key, number in ((story.pk, desk.pk), (story.pk, desk.pk + 1), ("nothing", desk.pk), (story.pk, desk.pk)):
        asked, made = ask(key, number), list(by_key_and_desk(key, number))
        assert as_told(asked) == as_told(made)
        assert [row.current_version.filed_at for row in asked] == [row.current_version.filed_at for row in made]


def test_keys_of_one_answer_are_not_those_of_the_next(reporter, desk_editor):
    ask = Prepared(person_and_groups, NUMBER)

    assert [row.pk for row in (*ask(reporter.pk), *ask(desk_editor.pk), *ask(reporter.pk))] == [
        reporter.pk,
        desk_editor.pk,
        reporter.pk,
    ]


def test_it_is_one_query_with_nothing_asked_when_it_is_put_in_words(story, desk, django_assert_num_queries):
    ask = Prepared(by_key_and_desk, TEXT, NUMBER)

    with django_assert_num_queries(1):
        (found,) = ask(story.pk, desk.pk)
        assert found.desk == desk


def test_a_moment_and_a_place_are_asked_for_too(first, now):
    ask = Prepared(lambda at, place: Version.objects.filter(filed_at__lte=at, sequence=place), MOMENT, PLACE)

    assert ask(first.filed_at, 1) == [first]
    assert ask(first.filed_at - timedelta(microseconds=1), 1) == []
    assert ask(first.filed_at.astimezone(ZoneInfo("Asia/Seoul")), 1) == [first]
    assert ask(first.filed_at, 2) == []


def test_a_query_without_keys_is_worded_once_too(desk, django_assert_num_queries):
    ask = Prepared(lambda: Desk.objects.filter(code=desk.code))

    with django_assert_num_queries(2):
        assert ask() == ask() == [desk]


def test_a_query_that_does_not_ask_for_its_key_is_refused():
    ask = Prepared(lambda key: Story.objects.filter(slugline="all of them"), TEXT)

    with pytest.raises(ValueError, match="key"):
        ask("any")


@pytest.mark.parametrize("number", [2**63, -(2**63), 10**40])
def test_a_number_that_no_column_holds_finds_nothing(story, number):
    assert Prepared(by_key_and_desk, TEXT, NUMBER)(story.pk, number) == []


def test_a_list_of_any_length_is_one_key(first, story, desk):
    ask = Prepared(lambda keys: Story.objects.filter(pk__in=listed(keys)).order_by("pk"), TEXT)

    for keys in ([first.story_id], [], [first.story_id, story.pk, "nothing", '"'], [story.pk]):
        assert [row.pk for row in ask(as_list(keys))] == sorted({first.story_id, story.pk}.intersection(keys))
