"""Another slugline for a running story."""

from datetime import datetime

import pytest
from django.contrib.auth.models import User

from stories.models import Story, Version
from stories.services.refusals import NotAllowed, UnacceptableText
from stories.services.renaming import RenamedMeanwhile, rename_story

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", ["reporter", "desk_editor", "admin"])
def test_its_own_people_and_the_desk_rename_a_story_and_the_record_says_who(
    who: str, first: Version, now: datetime, request: pytest.FixtureRequest
) -> None:
    actor, before = request.getfixturevalue(who), first.story.slugline
    rename_story(story=first.story, slugline="Daero-tunnel", seen=before, actor=actor, now=now)
    row = Story.history.filter(id=first.story_id).first()
    assert Story.objects.get().slugline == "Daero-tunnel"
    assert (row.slugline, row.history_user, row.history_date, row.history_change_reason) == (
        "Daero-tunnel",
        actor,
        now,
        "renamed",
    )
    assert Version.objects.get().slugline == before


def test_somebody_elses_story_is_not_renamed(first: Version, other_reporter: User, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        rename_story(story=first.story, slugline="Other", seen=first.story.slugline, actor=other_reporter, now=now)


def test_a_killed_story_keeps_its_slugline(first: Version, desk_editor: User, now: datetime) -> None:
    Story.objects.update(status=Story.Status.KILLED)
    with pytest.raises(NotAllowed):
        rename_story(story=first.story, slugline="Other", seen=first.story.slugline, actor=desk_editor, now=now)


def test_who_saw_another_slugline_changes_nothing(story: Story, reporter: User, now: datetime) -> None:
    with pytest.raises(RenamedMeanwhile, match=story.slugline):
        rename_story(story=story, slugline="Other", seen="Older", actor=reporter, now=now)


def test_the_same_slugline_leaves_no_history_row(story: Story, reporter: User, now: datetime) -> None:
    rows = Story.history.count()
    rename_story(story=story, slugline=f" {story.slugline} ", seen="Older", actor=reporter, now=now)
    assert Story.history.count() == rows


@pytest.mark.parametrize(("given", "said"), [("", "needs"), ("Two words", "Try Two-words"), ("a\x00b", "NUL")])
def test_what_could_not_be_filed_under_is_refused(
    story: Story, reporter: User, now: datetime, given: str, said: str
) -> None:
    with pytest.raises(UnacceptableText, match=said):
        rename_story(story=story, slugline=given, seen=story.slugline, actor=reporter, now=now)
