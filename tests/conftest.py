"""The cast and their desk, and a database whose record can still be emptied between tests."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection

from stories import dbobjects
from stories.models import Desk, Story, Version
from stories.roles import ADMIN, DESK_EDITOR, REPORTER
from stories.services.drafting import DraftText
from stories.services.filing import file_version
from stories.services.opening import open_story

PASSWORD = "a long enough password"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--slow-pages", action="store_true", help="browser tests meet late answers and hasty clicks")


@pytest.fixture(scope="session", autouse=True)
def emptiable_record() -> Iterator[None]:
    """A transactional test ends with a flush, which the triggers refuse: take them off for that one moment.

    Django's `post_migrate`, which follows a flush, makes them anew.
    """
    operations = type(connection.ops)
    flush = operations.execute_sql_flush

    def without_triggers(self: Any, statements: list[str]) -> None:
        dbobjects.drop(using=self.connection.alias)
        flush(self, statements)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(operations, "execute_sql_flush", without_triggers)
        yield


def person(username: str, first_name: str, last_name: str, *roles: str, **fields: Any) -> User:
    """A user with these roles who can sign in with PASSWORD."""
    user = User(username=username, first_name=first_name, last_name=last_name, **fields)
    user.set_password(PASSWORD)
    user.save()
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


@pytest.fixture
def desk_in_seoul(settings: Any) -> None:
    """For tests that read the clock on a page: the suite runs wherever WRITETHRU_TIME_ZONE says."""
    settings.TIME_ZONE = "Asia/Seoul"


@pytest.fixture
def now() -> datetime:
    """A busy afternoon in Seoul."""
    return datetime(2026, 3, 9, 5, 30, tzinfo=UTC)


@pytest.fixture
def reporter(db: None) -> User:
    return person("rim", "Rim", "Na-ra", REPORTER)


@pytest.fixture
def other_reporter(db: None) -> User:
    return person("seo", "Seo", "Joon-ho", REPORTER)


@pytest.fixture
def outsider(db: None) -> User:
    """Signed in, with no role."""
    return person("guest", "Guest", "")


@pytest.fixture
def desk_editor(db: None) -> User:
    return person("ok", "Ok", "Mi-rae", DESK_EDITOR)


@pytest.fixture
def admin(db: None) -> User:
    """Has the role and comes into Django's admin; not a superuser."""
    return person("admin", "Ahn", "Do-yun", ADMIN, is_staff=True)


@pytest.fixture
def desk(db: None) -> Desk:
    return Desk.objects.create(name="Politics", code="pol")


@pytest.fixture
def payload() -> Callable[..., dict[str, Any]]:
    """The fields of a filing as a form posts them; `payload(headline="...")` changes some."""

    def make(**changes: Any) -> dict[str, Any]:
        return {
            "headline": "Mayor opens Harim tunnel after two-year delay",
            "attn": "",
            "byline": "By Rim Na-ra",
            "dateline": "HARIM, South Korea, March 9 (Hanbit) --",
            "body": "The mayor of Harim opened the Daero tunnel on Monday.\n\nIt cost 41 billion won.",
            "email": "rim@hanbit.example",
            "note": "",
        } | changes

    return make


@pytest.fixture
def text(payload: Callable[..., dict[str, Any]]) -> Callable[..., DraftText]:
    """The same as a value: `text(body="...")`."""
    return lambda **changes: DraftText(**payload(**changes))


@pytest.fixture
def story(desk: Desk, reporter: User, now: datetime) -> Story:
    """Opened by the reporter, nothing filed."""
    return open_story(actor=reporter, now=now, desk=desk, slugline="Harim-tunnel", category="National")


@pytest.fixture
def first(story: Story, reporter: User, now: datetime, text: Callable[..., DraftText]) -> Version:
    """The story's first filing; `first.story` has it as its current version."""
    version = file_version(story=story, based_on=None, text=text(), actor=reporter, now=now)
    story.refresh_from_db()
    version.story = story
    return version
