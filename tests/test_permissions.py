"""Who may do what, as one table; and the roles as the database has them."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User

from stories.models import Draft, Story, Version
from stories.permissions import (
    in_newsroom,
    is_admin,
    is_desk_editor,
    may_file,
    may_import,
    may_open,
    may_read,
    may_write,
    readable,
)
from stories.roles import ADMIN, DESK_EDITOR, REPORTER, ROLES
from stories.services.drafting import open_draft
from stories.services.opening import open_story
from stories.wire.label import Kind

pytestmark = pytest.mark.django_db

PEOPLE = ("author", "reporter", "desk_editor", "admin", "superuser", "outsider", "inactive", "signed_out")
NEWSROOM = {"author", "reporter", "desk_editor", "admin", "superuser"}
DESK = {"desk_editor", "admin", "superuser"}

# Who may, for each question and each state of a story that "author" opened.
TABLE: dict[str, tuple[Callable[..., bool], dict[str, set[str]]]] = {
    "read": (may_read, {"open": NEWSROOM, "embargoed": DESK | {"author"}, "free": NEWSROOM, "killed": NEWSROOM}),
    "write": (may_write, {"open": NEWSROOM, "embargoed": DESK | {"author"}, "free": NEWSROOM, "killed": set()}),
    "file": (may_file, {"open": NEWSROOM, "embargoed": DESK | {"author"}, "free": NEWSROOM, "killed": set()}),
    "kill": (
        lambda person, story, now: may_file(person, story, now, Kind.KILL),
        {"open": DESK, "embargoed": DESK, "free": DESK, "killed": set()},
    ),
    "find": (
        lambda person, story, now: Story.objects.filter(readable(person, now), pk=story.pk).exists(),
        {"open": NEWSROOM, "embargoed": DESK | {"author"}, "free": NEWSROOM, "killed": NEWSROOM},
    ),
    "find its versions": (
        lambda person, story, now: Version.objects.filter(readable(person, now, "story__")).exists(),
        {"open": NEWSROOM, "embargoed": DESK | {"author"}, "free": NEWSROOM, "killed": NEWSROOM},
    ),
}
CASES = [(question, state) for question, (_, states) in TABLE.items() for state in states]


@pytest.fixture
def people(
    reporter: User, other_reporter: User, desk_editor: User, admin: User, outsider: User
) -> dict[str, User | AnonymousUser]:
    superuser = User.objects.create(username="root", is_superuser=True)
    inactive = User.objects.create(username="left", is_active=False)
    inactive.groups.set(Group.objects.filter(name__in=ROLES))
    everybody = (reporter, other_reporter, desk_editor, admin, superuser, outsider, inactive, AnonymousUser())
    return dict(zip(PEOPLE, everybody, strict=True))


@pytest.mark.parametrize(("question", "state"), CASES)
def test_the_table_of_a_story(
    people: dict[str, User | AnonymousUser], first: Version, now: datetime, question: str, state: str
) -> None:
    predicate, states = TABLE[question]
    hour = timedelta(hours=1)
    changes = {
        "open": {},
        "embargoed": {"embargo_until": now + hour},
        "free": {"embargo_until": now},
        "killed": {"status": Story.Status.KILLED},
    }
    Story.objects.update(**changes[state]) if changes[state] else None
    story = Story.objects.get()
    assert {name for name, person in people.items() if predicate(person, story, now)} == states[state]


def test_the_table_of_the_newsroom(people: dict[str, User | AnonymousUser]) -> None:
    def may(predicate: Callable[..., bool]) -> set[str]:
        return {name for name, person in people.items() if predicate(person)}

    assert may(in_newsroom) == may(may_open) == may(may_import) == NEWSROOM
    assert may(is_desk_editor) == DESK
    assert may(is_admin) == {"admin", "superuser"}


def test_whoever_has_written_or_filed_on_an_embargoed_story_reads_it(
    story: Story, other_reporter: User, reporter: User, desk_editor: User, now: datetime
) -> None:
    hers = open_story(
        actor=desk_editor, now=now, desk=story.desk, slugline="Held", embargo_until=now + timedelta(hours=1)
    )
    written = {"opened_by": desk_editor, "opened_at": now, "saved_at": now}
    Draft.objects.create(story=hers, saved_by=other_reporter, **written)
    for person, may in ((other_reporter, True), (reporter, False)):
        assert may_read(person, hers, now) is may
        assert Story.objects.filter(readable(person, now), pk=hers.pk).exists() is may


def test_an_embargo_costs_the_readers_of_other_stories_no_query(
    story: Story, other_reporter: User, now: datetime, django_assert_num_queries: Callable[..., object]
) -> None:
    with django_assert_num_queries(1):  # the roles, once
        assert may_read(other_reporter, story, now)
        assert may_write(other_reporter, story, now)


def permissions_of(role: str) -> set[str]:
    return set(Group.objects.get(name=role).permissions.values_list("codename", flat=True))


def test_the_roles_are_there_with_what_each_may_do_in_the_admin() -> None:
    assert permissions_of(REPORTER) == set()
    assert {name for name in permissions_of(DESK_EDITOR) if not name.startswith("view_")} == set()
    assert {name for name in permissions_of(ADMIN) if not name.startswith("view_")} == {
        *(f"{verb}_{name}" for verb in ("add", "change", "delete") for name in ("byline", "desk")),
        "add_user",
        "change_user",
    }


@pytest.mark.parametrize("model", ["story", "version", "versionphoto", "photo", "draft"])
def test_the_record_is_seen_and_never_changed_in_the_admin(admin: User, model: str) -> None:
    assert admin.has_perm(f"stories.view_{model}")
    assert not any(admin.has_perm(f"stories.{verb}_{model}") for verb in ("add", "change", "delete"))


def test_an_open_draft_makes_a_story_ones_own(story: Story, other_reporter: User, now: datetime) -> None:
    open_draft(story=story, actor=other_reporter, now=now)
    Story.objects.update(embargo_until=now + timedelta(hours=1))
    assert may_read(other_reporter, Story.objects.get(), now)
