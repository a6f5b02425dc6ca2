"""The story page of a draft that the desk has seen: where it stands, by whom, and what this person does next."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from stories.models import Desk, Draft, Story, Submission, Version
from stories.services.deciding import approve, return_draft
from stories.services.drafting import open_draft
from stories.services.submitting import submit_draft

Typed = Callable[..., dict[str, Any]]

pytestmark = pytest.mark.django_db


def shown(client: Client, story: Story) -> str:
    return client.get(reverse("story", args=[story.pk])).content.decode()


@pytest.fixture
def submission(story: Story, reporter: User, now: datetime, typed: Typed, as_reporter: Client) -> Submission:
    """What was handed in of a story with nothing on the wire."""
    draft = open_draft(story=story, actor=reporter, now=now)
    as_reporter.post(reverse("draft", args=[story.pk]), typed(draft))
    draft.refresh_from_db()
    return submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)


def test_what_waits_for_the_desk_says_so_and_is_opened_for_review_by_the_desk(
    as_reporter: Client, as_desk_editor: Client, submission: Submission
) -> None:
    story = submission.story
    written, read = shown(as_reporter, story), shown(as_desk_editor, story)

    assert "in review: Rim Na-ra handed it to the Politics desk" in written
    assert '<span class="badge review">In review</span>' in written
    assert reverse("review", args=[story.pk]) not in written
    assert f'<a class="btn primary" href="{reverse("review", args=[story.pk])}" data-key="KeyR">Review</a>' in read


def test_the_desk_does_not_review_its_own_work_with_four_eyes(
    as_desk_editor: Client, draft: Draft, desk_editor: User, now: datetime
) -> None:
    submit_draft(draft=draft, revision=draft.revision, actor=desk_editor, now=now)
    assert ">Review</a>" in shown(as_desk_editor, draft.story)
    Desk.objects.update(four_eyes=True)

    assert ">Review</a>" not in shown(as_desk_editor, draft.story)


def test_what_was_returned_says_by_whom_and_opens_the_draft(
    as_reporter: Client, submission: Submission, desk_editor: User, now: datetime
) -> None:
    return_draft(submission=submission, reason="Who?", actor=desk_editor, now=now)
    page = shown(as_reporter, submission.story)

    assert "returned by Ok Mi-rae" in page
    assert '<span class="badge bad">Returned</span>' in page
    address = reverse("draft", args=[submission.story_id])
    assert f'<a class="btn primary" href="{address}" data-key="KeyW">Open the draft</a>' in page


def test_what_was_approved_says_by_whom_and_is_filed_from_there(
    as_reporter: Client, submission: Submission, desk_editor: User, now: datetime
) -> None:
    approve(submission=submission, actor=desk_editor, now=now)
    page = shown(as_reporter, submission.story)

    assert "approved by Ok Mi-rae" in page
    assert '<span class="badge ok">Approved</span>' in page
    assert '<span class="badge draft">Draft</span>' not in page
    address = reverse("draft_file", args=[submission.story_id])
    assert f'<a class="btn primary" href="{address}" data-key="KeyF">File</a>' in page


def test_the_wire_s_page_names_the_label_it_files_an_approved_lead_under(
    as_reporter: Client, lead: Version, draft: Draft, reporter: User, desk_editor: User, now: datetime
) -> None:
    submission = submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    approve(submission=submission, actor=desk_editor, now=now)

    assert ">File (2nd LD)</a>" in shown(as_reporter, lead.story)
    assert ">File (2nd LD)</a>" in as_reporter.get(reverse("version", args=[lead.story_id, 2])).content.decode()
