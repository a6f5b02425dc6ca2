"""The slugline's form in the editor's bar, and the hint beside it."""

from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from zeal import zeal_ignore

from stories.models import Desk, Draft, Story
from stories.services.opening import open_story

pytestmark = pytest.mark.django_db


def hint(client: Client, story: Story, slugline: str) -> dict[str, object]:
    return client.get(reverse("slugline_check", args=[story.pk]), {"slugline": slugline}).json()


def test_a_new_slugline_stands_in_the_bar_afterwards(as_reporter: Client, draft: Draft) -> None:
    given = {"slugline": "Daero-tunnel", "seen": draft.story.slugline}
    page = as_reporter.post(reverse("slugline", args=[draft.story_id]), given, follow=True).content.decode()
    assert "The story runs under Daero-tunnel." in page
    assert 'name="seen" value="Daero-tunnel"' in page


def test_a_refusal_is_said_in_the_editor(as_reporter: Client, draft: Draft) -> None:
    given = {"slugline": "Two words", "seen": draft.story.slugline}
    page = as_reporter.post(reverse("slugline", args=[draft.story_id]), given, follow=True).content.decode()
    assert "Try Two-words" in page


def test_who_may_not_rename_is_offered_no_form(client: Client, draft: Draft, other_reporter: User) -> None:
    client.force_login(other_reporter)
    assert "slug-edit" not in client.get(reverse("draft", args=[draft.story_id])).content.decode()


def test_a_namesake_is_named_and_one_under_embargo_only_to_who_may_read_it(
    as_reporter: Client, draft: Draft, desk: Desk, other_reporter: User, now: datetime
) -> None:
    with zeal_ignore():
        for embargo in (None, now + timedelta(days=36500)):
            open_story(actor=other_reporter, now=now, desk=desk, slugline="Port-fire", embargo_until=embargo)
        answer = hint(as_reporter, draft.story, "port-FIRE")
    assert answer["problem"] == ""
    assert [one["slugline"] for one in answer["same"]] == ["Port-fire"]


def test_its_own_slugline_is_no_namesake_and_a_blank_is_a_problem(as_reporter: Client, draft: Draft) -> None:
    assert hint(as_reporter, draft.story, draft.story.slugline) == {"problem": "", "same": []}
    assert "Try Two-words" in hint(as_reporter, draft.story, "Two words")["problem"]
