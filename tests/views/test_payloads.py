"""Attacks in every field that takes a text come out as text on every page: none of theirs is markup."""

from collections.abc import Callable
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from zeal import zeal_ignore

from stories.models import Desk, Photo, Story
from stories.services.drafting import DraftText
from tests.hostile import PAYLOADS, addresses, hostile_newsroom

pytestmark = pytest.mark.django_db

NEVER_OURS = {
    "iframe",
    "object",
    "embed",
    "base",
    "portal",
    "marquee",
    "style",
    "x",
    "animate",
    "math",
    "video",
    "audio",
}
SCHEMES = ("javascript:", "vbscript:", "data:text")


class Markup(HTMLParser):
    """What of a page is markup that the program never writes."""

    def __init__(self) -> None:
        super().__init__()
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        handlers = [name for name in values if name.startswith(("on", "hx-", "style", "srcdoc", "formaction"))]
        led = [value for value in values.values() if value and "".join(value.split()).lower().startswith(SCHEMES)]
        script = tag == "script" and not str(values.get("src", "")).startswith("/static/")
        if tag in NEVER_OURS or handlers or led or script or values.get("src") == "x":
            self.foreign.append(self.get_starttag_text() or tag)


@pytest.fixture
def hostile(
    desk: Desk,
    reporter: User,
    desk_editor: User,
    now: datetime,
    text: Callable[..., DraftText],
    settings: Any,
    tmp_path: Path,
) -> tuple[Story, Photo]:
    settings.MEDIA_ROOT = tmp_path
    return hostile_newsroom(desk, reporter, desk_editor, text, now)


def foreign_markup(page: str) -> list[str]:
    reader = Markup()
    reader.feed(page)
    return reader.foreign


def test_there_are_more_than_a_hundred() -> None:
    assert len(set(PAYLOADS)) > 100


def test_what_looks_for_them_sees_nearly_all_where_they_are_not_escaped() -> None:
    seen = [payload for payload in PAYLOADS if foreign_markup(payload)]
    assert len(seen) > len(PAYLOADS) / 2


def test_no_attack_in_any_field_is_markup_of_any_page(hostile: tuple[Story, Photo], desk_editor: User) -> None:
    client = Client()
    client.force_login(desk_editor)
    for address in addresses(*hostile):
        with zeal_ignore():
            page = client.get(address, follow=True)
        assert page.status_code == 200, address
        assert foreign_markup(page.content.decode()) == [], address
