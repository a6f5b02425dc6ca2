"""Wherever a changed fact is shown, a figure that does not say what it counts stands among its words."""

from datetime import datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from stories.models import Desk, Draft
from stories.services.drafting import DraftText, open_draft, save_draft
from stories.services.filing import file_version
from stories.services.opening import open_story

pytestmark = pytest.mark.django_db

OLD = "Fog led to the cancellation of seven on Monday.\n\nThe pier took 400 or so."
NEW = "Fog led to the cancellation of 19 on Monday."


@pytest.fixture
def draft(desk: Desk, reporter: User, now: datetime) -> Draft:
    story = open_story(actor=reporter, now=now, desk=desk, slugline="fog")
    text = DraftText(headline="Fog", body=OLD)
    file_version(story=story, based_on=None, text=text, actor=reporter, now=now)
    story.refresh_from_db()
    draft = open_draft(story=story, actor=reporter, now=now)
    changed = DraftText(headline="Fog", body=NEW)
    return save_draft(draft=draft, revision=draft.revision, text=changed, actor=reporter, now=now)


def test_the_compare_page_shows_its_words(as_reporter: Client, draft: Draft) -> None:
    page = as_reporter.get(reverse("compare", args=[draft.story_id, 1, "draft"])).content.decode()

    assert '<span class="fact-where">… to the cancellation of 19 on Monday</span>' in page
    assert '<del>400</del> <span class="fact-where">The pier took 400 or so</span>' in page


def test_so_does_the_last_look(as_reporter: Client, draft: Draft) -> None:
    page = as_reporter.get(reverse("draft_file", args=[draft.story_id])).content.decode()

    assert '<ins>19</ins> <span class="fact-where">… to the cancellation of 19 on Monday</span>' in page


def test_so_does_the_editor(as_reporter: Client, draft: Draft) -> None:
    form = {"draft": draft.pk, "revision": draft.revision, "headline": "Fog", "body": NEW}
    [fact] = as_reporter.post(reverse("draft_analysis", args=[draft.story_id]), form).json()["sent"]

    assert fact["where"] == "… to the cancellation of 19 on Monday"
