"""Who may decide and who may file: person, desk's rules and kind of filing, as one table."""

from datetime import datetime

import pytest
from django.contrib.auth.models import User

from stories.models import Desk, Draft, Story, Version
from stories.permissions import (
    desk_editors_of,
    has_written,
    is_editor_of,
    may_decide,
    may_file,
    may_submit,
    needs_approval,
)
from stories.services.drafting import open_draft, save_draft, text_of
from stories.wire.label import Kind

pytestmark = pytest.mark.django_db

REPORTERS = {"reporter", "other_reporter"}
NEWSROOM = REPORTERS | {"named", "desk_editor"}
EDITORS = {"named", "desk_editor"}

# Approval, urgent, four eyes, whether the desk names an editor; who files a lead of others, their own, an URGENT.
FILING = [
    ("none", "anyone", False, False, NEWSROOM, NEWSROOM, NEWSROOM),
    ("none", "desk", True, True, NEWSROOM, NEWSROOM, NEWSROOM),
    ("desk", "anyone", False, False, EDITORS, EDITORS, NEWSROOM),
    ("desk", "desk", False, False, EDITORS, EDITORS, EDITORS),
    ("desk", "anyone", True, False, EDITORS, set(), NEWSROOM),
    ("desk", "desk", True, False, EDITORS, set(), EDITORS),
    ("desk", "desk", False, True, {"named"}, {"named"}, {"named"}),
    ("desk", "desk", True, True, {"named"}, set(), {"named"}),
]


@pytest.fixture
def people(reporter: User, other_reporter: User, desk_editor: User, admin: User, outsider: User) -> dict[str, User]:
    """`named` is the editor a desk may name; an admin may do all that a desk editor may."""
    return {
        "reporter": reporter,
        "other_reporter": other_reporter,
        "desk_editor": desk_editor,
        "named": admin,
        "outsider": outsider,
    }


def ruled(desk: Desk, people: dict[str, User], approval: str, urgent: str, four_eyes: bool, names: bool) -> None:
    Desk.objects.filter(pk=desk.pk).update(approval=approval, urgent=urgent, four_eyes=four_eyes)
    desk.editors.set([people["named"]] if names else [])


@pytest.mark.parametrize(("approval", "urgent", "four_eyes", "names", "others", "own", "urgents"), FILING)
def test_who_files_on_their_own_word(
    people: dict[str, User],
    story: Story,
    now: datetime,
    approval: str,
    urgent: str,
    four_eyes: bool,
    names: bool,
    others: set[str],
    own: set[str],
    urgents: set[str],
) -> None:
    ruled(story.desk, people, approval, urgent, four_eyes, names)
    story = Story.objects.get()

    def who(kind: Kind | None, *, own: bool) -> set[str]:
        return {name for name, person in people.items() if may_file(person, story, now, kind, own=own)}

    assert who(Kind.LEAD, own=False) == others
    assert who(Kind.LEAD, own=True) == who(Kind.CORRECTION, own=True) == own
    assert who(Kind.URGENT, own=True) == urgents
    assert who(Kind.KILL, own=True) == EDITORS


@pytest.mark.parametrize("names", [False, True])
def test_who_decides(people: dict[str, User], story: Story, names: bool) -> None:
    ruled(story.desk, people, "desk", "anyone", False, names)
    expected = {"named"} if names else EDITORS
    assert {name for name, person in people.items() if may_decide(person, story)} == expected
    assert {name for name, person in people.items() if is_editor_of(person, story.desk)} == expected
    assert set(desk_editors_of(story.desk)) == {people[name] for name in expected}


def test_who_is_named_and_has_the_role_no_more_decides_no_more(people: dict[str, User], story: Story) -> None:
    ruled(story.desk, people, "desk", "anyone", False, True)
    people["named"].groups.clear()
    assert not may_decide(User.objects.get(pk=people["named"].pk), story)
    assert not desk_editors_of(story.desk).exists()


@pytest.mark.parametrize("status", [Story.Status.KILLED, Story.Status.CLOSED])
def test_a_story_that_runs_no_more_takes_nothing(
    people: dict[str, User], story: Story, now: datetime, status: str
) -> None:
    Story.objects.update(status=status)
    story = Story.objects.get()
    for person in people.values():
        assert {may_decide(person, story), may_submit(person, story, now), may_file(person, story, now)} == {False}


def test_a_kill_waits_for_nobodys_approval(desk: Desk) -> None:
    desk.approval, desk.urgent = Desk.Approval.DESK, Desk.Urgent.DESK
    assert not needs_approval(desk, Kind.KILL)
    assert needs_approval(desk, Kind.URGENT)
    assert needs_approval(desk, None)


def test_to_open_a_draft_is_not_to_write_it(
    first: Version, reporter: User, other_reporter: User, now: datetime
) -> None:
    draft = open_draft(story=first.story, actor=reporter, now=now)
    assert not has_written(reporter, draft)
    text = text_of(draft)
    save_draft(draft=draft, revision=1, text=type(text)(headline="Mine"), actor=other_reporter, now=now)
    draft = Draft.objects.get()
    assert (has_written(other_reporter, draft), has_written(other_reporter, draft, 1)) == (True, False)
