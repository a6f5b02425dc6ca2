"""Every address, for everybody, by both methods and in every state of a story: one table says what they get."""

from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from django.urls import reverse
from zeal import zeal_ignore

from stories.models import Desk, Draft, Story, Version
from stories.services.drafting import DraftText
from stories.services.killing import kill_story
from tests.views.access_table import OF_A_STORY, OF_ITS_PHOTO, PEOPLE, TABLE
from tests.views.access_world import SECRET, World, addresses, admin_addresses, full_world

pytestmark = pytest.mark.django_db

Cast = dict[str, User | None]
Got = dict[str, tuple[int, int]]
# What a desk editor gets of a killed story where that is not what a running one gives: its drafts are closed.
OF_ITS_DRAFTS = ("saves", "save", "preview", "file", "submit", "merge", "photos")
WHEN_KILLED = dict.fromkeys(["draft", "draft of a correction", "kill"], 302)
WHEN_KILLED |= dict.fromkeys(["notes_on", "embargo"], 404)
WHEN_KILLED |= {f"draft_{page}{of}": 404 for page in OF_ITS_DRAFTS for of in ("", " of a correction")}
STILL_ANSWERED = {"presence"}  # who is looking at it
OPEN_IN_THE_ADMIN = ("/login/", "/logout/", "/jsi18n/")


@pytest.fixture
def world(
    desk: Desk, reporter: User, now: datetime, text: Callable[..., DraftText], settings: Any, tmp_path: Path
) -> World:
    settings.MEDIA_ROOT = tmp_path
    return full_world(desk, reporter, text, now)


@pytest.fixture
def cast(outsider: User, reporter: User, other_reporter: User, desk_editor: User, admin: User) -> Cast:
    return dict(zip(PEOPLE, (None, outsider, reporter, other_reporter, desk_editor, admin), strict=True))


def signed_in(person: User | None) -> Client:
    client = Client()
    if person:
        client.force_login(person)
    return client


def answers(client: Client, world: World, names: Collection[str]) -> Got:
    """The codes of GET and POST with nothing in it, each from the same record and by the same session."""
    session = {name: morsel.value for name, morsel in client.cookies.items()}
    got: dict[str, list[int]] = {}
    for name in names:
        for method in ("GET", "POST"):
            client.cookies.load(session)
            got.setdefault(name, []).append(code(method, address_of(name, world), client))
    return {name: (get, post) for name, (get, post) in got.items()}


def code(method: str, address: str, client: Client) -> int:
    point = transaction.savepoint()
    with zeal_ignore():  # here the codes are looked at; how many queries a page takes, each page's own test says
        status = client.generic(method, address).status_code
    transaction.savepoint_rollback(point)
    return status


def address_of(name: str, world: World) -> str:
    name, correction, _ = name.partition(" of a correction")
    arguments = [world.get(argument) for argument in TABLE[f"{name}{correction}"][0]]
    return reverse(name, args=[arguments[0], "correction", *arguments[1:]] if correction else arguments)


def expected(person: str, names: Collection[str] = tuple(TABLE)) -> Got:
    column = PEOPLE.index(person)
    return {name: (TABLE[name][1][column], TABLE[name][2][column]) for name in names}


def test_every_address_has_a_row() -> None:
    # The admin makes its own addresses of the models, and has a test of its own below: in the table stands its door.
    ours = sorted(name for name in addresses() if not name.startswith("admin:"))

    assert sorted([*ours, "admin:index"]) == sorted(TABLE)


@pytest.mark.parametrize("person", PEOPLE)
def test_everybody_gets_what_the_table_says(person: str, world: World, cast: Cast) -> None:
    assert answers(signed_in(cast[person]), world, TABLE) == expected(person)


def test_who_was_made_inactive_gets_what_the_signed_out_get(world: World, reporter: User) -> None:
    client = signed_in(reporter)
    User.objects.filter(pk=reporter.pk).update(is_active=False)

    assert answers(client, world, TABLE) == expected("signed out")


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_no_other_method_does_anything(method: str, world: World, reporter: User) -> None:
    client = signed_in(reporter)

    done = {name: code(method, address_of(name, world), client) for name in TABLE}

    # The sign-in pages send home who is signed in; signing out says what it takes.
    answered = {name for name, status in done.items() if status not in {302, 404, 405}}
    assert answered == ({"sign_out"} if method == "OPTIONS" else set())


def test_before_its_embargo_a_story_is_not_there_for_another_reporter(world: World, cast: Cast) -> None:
    Story.objects.filter(pk=world.story.pk).update(embargo_until="2999-01-01T00:00Z")
    of_the_story = [*OF_A_STORY, *OF_ITS_PHOTO]

    for person in ("reporter", "desk_editor"):
        assert answers(signed_in(cast[person]), world, of_the_story) == expected(person, of_the_story), person
    hidden = {
        name: tuple(status if status == 405 else 404 for status in codes)
        for name, codes in expected("other_reporter", of_the_story).items()
    }
    assert answers(signed_in(cast["other_reporter"]), world, of_the_story) == hidden


def test_before_its_embargo_no_page_says_a_word_of_it(world: World, cast: Cast) -> None:
    """Not the board, not a count, not a search, not the bell: whatever is asked."""
    Story.objects.filter(pk=world.story.pk).update(embargo_until="2999-01-01T00:00Z")
    asked = {"q": "billion", "in": "all", "part": "1", "slugline": "tunnel", "since": "1"}
    told: dict[str, set[str]] = {}

    for person in ("other_reporter", "desk_editor"):
        client = signed_in(cast[person])
        for name in [name for name, (_, codes, _) in TABLE.items() if 200 in codes]:
            for query in ({}, asked):
                with zeal_ignore():
                    page = client.get(address_of(name, world), query)
                said = page.getvalue() if page.status_code == 200 else b""
                if SECRET.encode() in said or world.story.pk.encode() in said:
                    told.setdefault(person, set()).add(name)

    assert told.get("other_reporter", set()) == set()
    assert {"board", "search", "queue", "photo_library", "story", "draft", "audit_json"} <= told["desk_editor"]


def test_a_killed_story_is_read_by_all_and_written_by_none(world: World, desk_editor: User, now: datetime) -> None:
    """By who could do most: what is read stays, what would change it answers as for a story with no draft."""
    kill_story(
        story=world.story,
        seen=2,
        headline="KILL",
        body="EDITORS: Please kill it.",
        reason="Wrong.",
        told="All.",
        slugline=world.story.slugline,
        actor=desk_editor,
        now=now,
    )
    rows = [Version.objects.count(), Draft.history.count(), Story.history.count()]

    got = answers(signed_in(desk_editor), world, OF_A_STORY)

    seen = {name: get for name, (get, _) in got.items()}
    assert seen == {name: WHEN_KILLED.get(name, get) for name, (get, _) in expected("desk_editor", OF_A_STORY).items()}
    written = {name for name, (_, post) in got.items() if post not in {302, 403, 404, 405, 409, 422}}
    assert written == STILL_ANSWERED
    assert [Version.objects.count(), Draft.history.count(), Story.history.count()] == rows


@pytest.mark.parametrize("person", [person for person in PEOPLE if person != "admin"])
def test_the_whole_admin_is_shut_for_everybody_else(person: str, world: World, cast: Cast) -> None:
    """Every list, form, history, import and export of it, by both methods."""
    client = signed_in(cast[person])
    shut = [address for address in admin_addresses() if not address.endswith(OPEN_IN_THE_ADMIN)]
    assert len(shut) > 50
    assert {"/admin/stories/version/1/change/", "/admin/stories/byline/1/history/1/"} <= set(shut)

    got = {(method, address): code(method, address, client) for method in ("GET", "POST") for address in shut}

    assert {place: status for place, status in got.items() if status not in {302, 403}} == {}


def test_an_outsider_is_told_that_a_role_is_missing(client: Client, outsider: User) -> None:
    client.force_login(outsider)

    page = client.get("/")

    assert "you have no role in this newsroom yet" in page.content.decode()


def test_pages_with_copy_are_kept_by_no_cache(world: World, reporter: User) -> None:
    client = signed_in(reporter)
    opened = [name for name in OF_A_STORY if TABLE[name][1][2] == 200]

    for name in opened:
        with zeal_ignore():
            kept = client.get(address_of(name, world)).headers["Cache-Control"]
        assert {"private", "no-store"} <= set(kept.split(", ")), name
