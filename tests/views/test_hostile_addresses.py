"""Whatever stands in an address or a form, a page answers: it never breaks, on either database."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from zeal import zeal_ignore

from stories.models import Desk
from stories.services.drafting import DraftText
from tests.views.access_world import World, full_world

pytestmark = pytest.mark.django_db

HOSTILE = (
    "a\0b",
    "9" * 40,
    "½",
    "'\"\\;)(%s{}",
    "\u202e\ufeff",
    "2026-13-99T99:99",
    "é" * 3_000,
    "//evil.example/\r\nSet-Cookie: a=b",
)
NAMES = (
    "q in desk byline label verb since until before after part state when longer mine by act unread view story "
    "slugline from to only next headline body attn dateline draft revision graf on against then words parent near "
    "photo purpose base fact facts seen reason told code name query do theme username password email urgency "
    "language category embargo_until until_time key serial session file filing_key position use restore remark"
).split()


@pytest.fixture
def world(
    desk: Desk, desk_editor: User, now: datetime, text: Callable[..., DraftText], settings: Any, tmp_path: Path
) -> World:
    settings.MEDIA_ROOT = tmp_path
    return full_world(desk, desk_editor, text, now)


def patterns() -> list[URLPattern]:
    """The newsroom's own addresses; signing out would end the test."""
    (ours,) = [part for part in get_resolver().url_patterns if not getattr(part, "namespace", None)]
    return [pattern for pattern in ours.url_patterns if pattern.name not in ("sign_out", "password_change")]


def address_of(pattern: URLPattern, world: World, **given: Any) -> str:
    known = {"pk": world.story.pk, "sequence": 1, "position": 1, "sha256": world.get("photo"), "spec": "640.jpg"}
    known |= {"place": 1, "note_pk": world.get("note"), "parked_pk": world.get("parked"), "a": "1", "b": "2"}
    known |= {"on": "draft", "revision": 2, "code": "pol", "uidb64": "MQ", "token": "x-x", "purpose": "correction"}
    known |= {"draft_pk": world.get("lead")}
    if pattern.name == "filter_change":
        known["pk"] = world.get("filter")
    return reverse(pattern.name, kwargs={name: (known | given)[name] for name in pattern.pattern.converters})


def broken(client: Client, method: str, address: str, given: dict[str, str]) -> bool:
    point = transaction.savepoint()
    with zeal_ignore():
        answer = client.get(address, given) if method == "GET" else client.post(address, given)
    transaction.savepoint_rollback(point)
    return answer.status_code >= 500


@pytest.mark.parametrize("hostile", HOSTILE, ids=ascii)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_page_breaks_on_what_it_is_asked(method: str, hostile: str, world: World, desk_editor: User) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(desk_editor)
    given = dict.fromkeys(NAMES, hostile)

    assert [one.name for one in patterns() if broken(client, method, address_of(one, world), given)] == []


def test_no_page_breaks_on_a_place_that_is_none(world: World, desk_editor: User) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(desk_editor)
    numbers = ("sequence", "position", "place", "note_pk", "parked_pk", "draft_pk", "revision")
    words = ("sha256", "code", "a", "b", "on")
    places = [dict.fromkeys(numbers, 10**30), dict.fromkeys(numbers, 0), dict.fromkeys(words, "9" * 400)]
    places += [{"spec": "\0", "token": "\0", "uidb64": "½"}, {"spec": "9" * 300 + ".jpg", "uidb64": "9" * 300}]

    asked = [(address_of(one, world, **place), one.name) for one in patterns() for place in places]

    assert [name for address, name in asked for method in ("GET", "POST") if broken(client, method, address, {})] == []
