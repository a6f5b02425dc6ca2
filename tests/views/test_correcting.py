"""The page before filing asks whether a changed fact was an error; corrections and leads each on their own pages."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from stories.models import Draft, Version
from stories.queries.sent_facts import sent_facts_of
from stories.services.drafting import open_draft, save_draft

pytestmark = pytest.mark.django_db

CORRECTION = Draft.Purpose.CORRECTION


@pytest.fixture
def written(draft: Draft, reporter: User, now: datetime, text: Any) -> Draft:
    """The 2nd LD: what it cost reads otherwise, and there is news."""
    body = draft.body.replace("41 billion", "43 billion") + "\n\nBuses cross it free of charge."
    return save_draft(
        draft=draft, revision=1, text=text(body=body, attn="ADDS buses in para 4"), actor=reporter, now=now
    )


def shown(client: Client, name: str, *arguments: object) -> str:
    return client.get(reverse(name, args=arguments)).content.decode()


def token(draft: Draft, **more: object) -> dict[str, object]:
    return {"draft": draft.pk, "revision": draft.revision} | more


def first(client: Client, draft: Draft, *facts: str) -> Any:
    return client.post(reverse("correct_first", args=[draft.story_id]), token(draft, fact=facts), follow=True)


def test_the_last_look_tells_changed_facts_from_announced_ones(
    as_reporter: Client, written: Draft, reporter: User, now: datetime, text: Any
) -> None:
    assert "changed, and nothing says so" in shown(as_reporter, "draft_file", written.story_id)

    told = text(body=written.body, attn="UPDATES cost in para 2; ADDS buses in para 4")
    save_draft(draft=written, revision=2, text=told, actor=reporter, now=now)

    page = shown(as_reporter, "draft_file", written.story_id)
    assert "announced as an update" in page
    assert "changed, and nothing says so" not in page


def test_a_correction_made_first_is_shown_before_it_is_sent(as_reporter: Client, written: Draft) -> None:
    (fact,) = sent_facts_of(written)

    page = first(as_reporter, written, fact.key)

    assert page.redirect_chain[-1][0] == reverse("draft_file", args=[written.story_id, CORRECTION])
    words = page.content.decode()
    assert "File (LEAD CORRECTION) to the wire" in words
    assert "CORRECTS figure in 2nd para to 43 billion won" in words
    assert reverse("compare", args=[written.story_id, 2, "correction"]) in words
    assert "Buses cross it" not in words


def test_nothing_chosen_is_said_and_nothing_made(as_reporter: Client, written: Draft) -> None:
    page = first(as_reporter, written)

    assert "Choose at least one fact" in page.content.decode()
    assert not Draft.objects.filter(purpose=CORRECTION).exists()


def test_the_whole_draft_goes_out_as_a_correction_and_back_as_a_lead(as_reporter: Client, written: Draft) -> None:
    to = reverse("draft_purpose", args=[written.story_id])
    page = as_reporter.post(to, token(written, to="correction"), follow=True).content.decode()
    assert "File (LEAD CORRECTION) to the wire" in page

    written.refresh_from_db()
    to = reverse("draft_purpose", args=[written.story_id, CORRECTION])
    page = as_reporter.post(to, token(written, to="update"), follow=True).content.decode()
    assert "File (2nd LD) to the wire" in page


@pytest.fixture
def correction(written: Draft, reporter: User, now: datetime) -> Draft:
    """Opened from the story's page, beside the 2nd LD."""
    return open_draft(story=written.story, actor=reporter, now=now, purpose=CORRECTION)


def test_correct_this_opens_an_editor_of_its_own(as_reporter: Client, written: Draft) -> None:
    page = as_reporter.post(reverse("correction_open", args=[written.story_id]), follow=True)

    assert page.redirect_chain[-1][0] == reverse("draft", args=[written.story_id, CORRECTION])
    assert "LEAD CORRECTION" in page.content.decode()


def test_both_drafts_are_open_each_with_its_text(as_reporter: Client, written: Draft, correction: Draft) -> None:
    assert "Buses cross it" in shown(as_reporter, "draft", written.story_id)
    assert "Buses cross it" not in shown(as_reporter, "draft", written.story_id, CORRECTION)


def test_every_way_out_of_a_corrections_pages_leads_to_its_own(as_reporter: Client, correction: Draft) -> None:
    leads = [reverse(name, args=[correction.story_id]) for name in ("draft_file", "draft_submit", "draft_autosave")]

    for name in ("draft", "draft_file", "draft_preview", "draft_saves", "draft_submit"):
        page = shown(as_reporter, name, correction.story_id, CORRECTION)
        assert not [address for address in leads if f'"{address}"' in page], name


def test_a_corrections_save_stays_in_the_correction(
    as_reporter: Client, written: Draft, correction: Draft, typed: Callable[..., dict[str, Any]]
) -> None:
    fresh = typed(correction, body=correction.body.replace("41 billion", "44 billion"))
    answer = as_reporter.post(reverse("draft", args=[correction.story_id, CORRECTION]), fresh | {"then": "file"})

    assert answer.headers["Location"] == reverse("draft_file", args=[correction.story_id, CORRECTION])
    correction.refresh_from_db()
    assert "44 billion" in correction.body


def test_words_made_from_the_facts_are_offered_where_none_were_typed(
    as_reporter: Client, correction: Draft, reporter: User, now: datetime, text: Any
) -> None:
    body = correction.body.replace("41 billion", "44 billion")
    fixed = save_draft(draft=correction, revision=1, text=text(body=body), actor=reporter, now=now)
    assert "Use these words" in shown(as_reporter, "draft_file", fixed.story_id, CORRECTION)

    to = reverse("draft_purpose", args=[fixed.story_id, CORRECTION])
    as_reporter.post(to, token(fixed, to="correction"))

    fixed.refresh_from_db()
    assert fixed.attn == "CORRECTS figure in 2nd para to 44 billion won"


def test_a_kill_is_offered_beside_a_correction_to_the_desk_alone(
    as_reporter: Client, as_desk_editor: Client, written: Draft
) -> None:
    kill = reverse("kill", args=[written.story_id])

    assert kill not in shown(as_reporter, "draft_file", written.story_id)
    assert kill in shown(as_desk_editor, "draft_file", written.story_id)


def test_an_older_text_comes_back_from_its_own_page(as_reporter: Client, lead: Version) -> None:
    assert "Restore this version" in shown(as_reporter, "version", lead.story_id, 1)
    assert "Restore this version" not in shown(as_reporter, "version", lead.story_id, 2)

    page = as_reporter.post(reverse("version_restore", args=[lead.story_id, 1]), follow=True)

    assert page.redirect_chain[-1][0] == reverse("draft", args=[lead.story_id])
    assert "Tolls start in May." not in Draft.objects.get(closed_at=None).body


def test_the_editor_is_told_of_sent_facts_while_typing(as_reporter: Client, written: Draft, typed: Any) -> None:
    fresh = typed(written, body=written.body, attn=written.attn)

    (said,) = as_reporter.post(reverse("draft_analysis", args=[written.story_id]), fresh).json()["sent"]

    how = "△ changed, and nothing says so"
    figure = {"name": "figure", "para": 2, "old": "41 billion won", "new": "43 billion won"}
    assert said == figure | {"silent": True, "how": how, "where": ""}
