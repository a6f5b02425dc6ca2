"""The page of a draft's saves, and the way back to one."""

from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from stories.models import Draft
from stories.services.autosaving import Tab, autosave
from stories.services.drafting import save_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def saved(draft: Draft, reporter: User, other_reporter: User, now: datetime, text: Any) -> Draft:
    """Opened, saved three times while typing, then by somebody else by the button: revision 5."""
    for serial in (1, 2, 3):
        autosave(
            story_id=draft.story_id,
            draft_id=draft.pk,
            revision=serial,
            text=text(body=f"Typed {serial}."),
            actor=reporter,
            now=now,
            tab=Tab("tab-a", serial),
        )
    return save_draft(draft=draft, revision=4, text=text(body="By the button."), actor=other_reporter, now=now)


def test_saves_while_typing_are_one_entry_and_each_act_is_one(
    as_reporter: Client, saved: Draft, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(6):  # session, person; story, draft, which has no photos; its saves; the bell
        page = as_reporter.get(reverse("draft_saves", args=[saved.story_id]))

    told = [(entry.words, entry.revision, entry.count) for entry in page.context["entries"]]
    assert told == [("Saved", 5, 1), ("Saved while typing", 4, 3), ("Opened", 1, 1)]
    assert "Seo Joon-ho" in page.content.decode()


def test_the_editor_leads_to_the_saves(as_reporter: Client, saved: Draft) -> None:
    page = as_reporter.get(reverse("draft", args=[saved.story_id])).content.decode()

    assert reverse("draft_saves", args=[saved.story_id]) in page


def test_a_save_shows_what_bringing_it_back_would_change(as_reporter: Client, saved: Draft) -> None:
    words = as_reporter.get(reverse("draft_save", args=[saved.story_id, 4])).content.decode()

    assert "<ins>Typed 3.</ins>" in words
    assert "<del>By the button.</del>" in words


def test_bringing_a_text_back_is_a_new_save_and_takes_nothing_away(as_reporter: Client, saved: Draft) -> None:
    as_reporter.post(reverse("draft_save", args=[saved.story_id, 3]), {"revision": 5})

    saved.refresh_from_db()
    assert (saved.body, saved.revision) == ("Typed 2.", 6)
    assert saved.history.first().history_change_reason == "restored from save 3"
    assert "By the button." in saved.history.values_list("body", flat=True)


@pytest.mark.parametrize("revision", ["4", "", "x", "²"])
def test_who_has_not_seen_the_last_save_sees_it_first(as_reporter: Client, saved: Draft, revision: str) -> None:
    page = as_reporter.post(reverse("draft_save", args=[saved.story_id, 3]), {"revision": revision})

    saved.refresh_from_db()
    assert page.status_code == 409
    assert "Seo Joon-ho saved this draft after you opened it." in page.content.decode()
    assert saved.body == "By the button."


def test_a_save_that_never_was_is_not_there(as_reporter: Client, saved: Draft) -> None:
    assert as_reporter.get(reverse("draft_save", args=[saved.story_id, 99])).status_code == 404


def test_markup_in_an_old_text_is_text(as_reporter: Client, saved: Draft, reporter: User, now: datetime, text: Any):
    save_draft(draft=saved, revision=5, text=text(body="<script>x</script>"), actor=reporter, now=now)

    words = as_reporter.get(reverse("draft_save", args=[saved.story_id, 1])).content.decode()

    assert "<script>x" not in words
