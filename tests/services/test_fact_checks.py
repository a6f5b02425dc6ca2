"""The service behind the ticks."""

import pytest

from stories.models import FactCheck
from stories.services.fact_checks import check_fact, uncheck_fact
from stories.wire.facts import facts

pytestmark = pytest.mark.django_db

(CHANGED,) = [
    change
    for change in facts(["The fire hurt 14 people in Wando."], ["The fire hurt 16 people in Wando."])
    if change.old and change.new
]


def test_a_check_keeps_what_was_read(first, desk_editor, now):
    check = check_fact(story=first.story, sequence=1, fact=CHANGED, actor=desk_editor, now=now)
    assert (check.person, check.checked_at) == (desk_editor, now)
    assert "14" in check.old
    assert "16" in check.new


def test_the_second_check_keeps_the_time_of_the_first(first, desk_editor, now):
    check_fact(story=first.story, sequence=1, fact=CHANGED, actor=desk_editor, now=now)
    later = check_fact(story=first.story, sequence=1, fact=CHANGED, actor=desk_editor, now=now.replace(hour=9))
    assert later.checked_at == now
    assert FactCheck.objects.count() == 1


def test_two_people_check_for_themselves(first, desk_editor, reporter, now):
    for person in (desk_editor, reporter):
        check_fact(story=first.story, sequence=1, fact=CHANGED, actor=person, now=now)
    uncheck_fact(story=first.story, sequence=1, fact=CHANGED, actor=reporter)
    assert [check.person for check in FactCheck.objects.all()] == [desk_editor]


def test_a_check_of_one_filing_says_nothing_of_the_next(first, desk_editor, now):
    check_fact(story=first.story, sequence=1, fact=CHANGED, actor=desk_editor, now=now)
    uncheck_fact(story=first.story, sequence=2, fact=CHANGED, actor=desk_editor)
    assert FactCheck.objects.filter(sequence=1).exists()
