"""The editor as a form: what is typed is kept, whatever happens."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from stories.models import Byline, Desk, Draft, Story, Version
from stories.services.drafting import DraftText, discard_draft, open_draft, save_draft
from stories.services.opening import open_story

pytestmark = pytest.mark.django_db
Typed = Callable[..., dict[str, Any]]


def post(client: Client, draft: Draft, form: dict[str, Any]) -> Any:
    return client.post(reverse("draft", args=[draft.story_id]), form)


def test_the_form_starts_from_what_is_on_the_wire(as_reporter: Client, draft: Draft) -> None:
    page = as_reporter.get(reverse("draft", args=[draft.story_id]))

    assert page.context["form"]["body"].value() == draft.body
    assert page.context["form"]["attn"].value() == ""
    assert "File (2nd LD)" in page.content.decode()


def test_saving_keeps_what_was_typed(as_reporter: Client, draft: Draft, typed: Typed) -> None:
    answer = post(as_reporter, draft, typed(draft, headline="Mayor opens tunnel", qualifiers="News Focus; (Yearender)"))

    draft.refresh_from_db()
    assert answer.headers["Location"] == reverse("draft", args=[draft.story_id])
    assert (draft.headline, draft.qualifiers) == ("Mayor opens tunnel", ["News Focus", "Yearender"])


@pytest.mark.parametrize(("then", "name"), [("preview", "draft_preview"), ("file", "draft_file"), ("x", "draft")])
def test_each_button_saves_first(as_reporter: Client, draft: Draft, typed: Typed, then: str, name: str) -> None:
    answer = post(as_reporter, draft, typed(draft, headline="Saved on the way", then=then))

    draft.refresh_from_db()
    assert draft.headline == "Saved on the way"
    assert answer.headers["Location"] == reverse(name, args=[draft.story_id])


def test_a_control_character_is_refused_at_its_field_and_the_text_stays(
    as_reporter: Client, draft: Draft, typed: Typed
) -> None:
    page = post(as_reporter, draft, typed(draft, body="One paragraph.\n\nTwo\x1b paragraphs."))
    words = page.content.decode()

    assert page.status_code == 422
    assert "The copy holds the control character U+001B ESCAPE at line 3, position 4." in words
    assert "Two\x1b paragraphs." in words


def test_too_long_a_text_is_refused_and_stays(as_reporter: Client, draft: Draft, typed: Typed) -> None:
    page = post(as_reporter, draft, typed(draft, headline="x" * 1001, body="An hour of work."))

    assert page.status_code == 422
    assert "at most 1000 characters" in page.content.decode()
    assert "An hour of work." in page.content.decode()


def test_a_story_killed_while_writing_gives_the_text_back(as_reporter: Client, draft: Draft, typed: Typed) -> None:
    Story.objects.filter(pk=draft.story_id).update(status=Story.Status.KILLED)

    page = post(as_reporter, draft, typed(draft, body="An hour of work."))

    assert page.status_code == 403
    assert "no longer running" in page.content.decode()
    assert "An hour of work." in page.content.decode()


def test_a_draft_of_another_story_is_not_there(as_reporter: Client, draft: Draft, typed: Typed) -> None:
    other = Story.objects.create(
        slugline="other", desk=draft.story.desk, opened_by=draft.opened_by, opened_at=draft.opened_at,
        moved_at=draft.opened_at,
    )  # fmt: skip

    assert as_reporter.post(reverse("draft", args=[other.pk]), typed(draft)).status_code == 404


def test_only_what_opens_a_story_may_be_urgent(as_reporter: Client, story: Story, draft: Draft) -> None:
    opening = Draft.objects.create(
        story=Story.objects.create(
            slugline="quake", desk=story.desk, opened_by=story.opened_by, opened_at=story.opened_at,
            moved_at=story.opened_at,
        ),
        opened_by=story.opened_by, opened_at=story.opened_at, saved_by=story.opened_by, saved_at=story.opened_at,
    )  # fmt: skip

    assert 'name="kind"' in as_reporter.get(reverse("draft", args=[opening.story_id])).content.decode()
    assert 'name="kind"' not in as_reporter.get(reverse("draft", args=[draft.story_id])).content.decode()


@pytest.mark.parametrize(("kind", "chosen"), [("", "First filing"), ("first", "First filing"), ("urgent", "URGENT")])
def test_how_a_story_opens_is_always_chosen_on_the_page(
    as_reporter: Client, desk: Desk, reporter: User, now: datetime, kind: str, chosen: str
) -> None:
    story = open_story(actor=reporter, now=now, desk=desk, slugline="quake")
    draft = open_draft(story=story, actor=reporter, now=now)
    save_draft(
        draft=draft, revision=draft.revision, text=DraftText(headline="Quake", kind=kind), actor=reporter, now=now
    )

    form = as_reporter.get(reverse("draft", args=[story.pk])).context["form"]

    assert [one.choice_label for one in form["kind"] if "checked" in one.tag()] == [chosen]


def test_bylines_the_admins_keep_are_offered(as_reporter: Client, draft: Draft) -> None:
    Byline.objects.create(name="Ban Hee-rok", native_name="반희록")
    Byline.objects.create(name="Gone Long-ago", active=False)

    page = as_reporter.get(reverse("draft", args=[draft.story_id])).content.decode()

    assert '<option value="By Ban Hee-rok">반희록</option>' in page
    assert "Gone Long-ago" not in page


def test_opening_leads_to_the_draft_and_a_second_time_to_the_same(as_reporter: Client, lead: Version) -> None:
    for _ in range(2):
        answer = as_reporter.post(reverse("draft_open", args=[lead.story_id]))
        assert answer.headers["Location"] == reverse("draft", args=[lead.story_id])

    assert Draft.objects.count() == 1


def test_discarding_closes_the_draft_and_keeps_the_row(as_reporter: Client, draft: Draft) -> None:
    as_reporter.post(reverse("draft_discard", args=[draft.story_id]), {"draft": draft.pk, "revision": draft.revision})

    draft.refresh_from_db()
    assert draft.closed_at is not None


def test_a_discard_is_undone_where_it_is_said_and_later_on_the_story(
    as_reporter: Client, draft: Draft, reporter: User, now: datetime
) -> None:
    typed = DraftText(headline="Rain", body="Rain fell.")
    save_draft(draft=draft, revision=1, text=typed, actor=reporter, now=now + timedelta(minutes=1))
    seen = {"draft": draft.pk, "revision": 2}
    back = reverse("draft_take_up", args=[draft.story_id, draft.pk])

    said = as_reporter.post(reverse("draft_discard", args=[draft.story_id]), seen, follow=True).content.decode()
    later = as_reporter.get(reverse("story", args=[draft.story_id])).content.decode()
    editor = as_reporter.post(back, follow=True).content.decode()

    assert said.count(f'action="{back}"') == 2
    assert later.count(f'action="{back}"') == 1
    assert "Rain fell." in editor
    assert back not in as_reporter.get(reverse("story", args=[draft.story_id])).content.decode()
    again = as_reporter.post(back, follow=True).content.decode()
    assert "Another draft is being written already" in again


@pytest.mark.parametrize("given", [{"revision": 1}, {"revision": ""}, {"revision": "x"}, {"draft": 0}], ids=str)
def test_a_stale_discard_is_refused_and_says_who_saved_since(
    as_reporter: Client, other_reporter: User, draft: Draft, now: datetime, given: dict[str, Any]
) -> None:
    saved = save_draft(draft=draft, revision=1, text=DraftText(body="Since."), actor=other_reporter, now=now)
    seen = {"draft": draft.pk, "revision": saved.revision} | given

    page = as_reporter.post(reverse("draft_discard", args=[draft.story_id]), seen, follow=True)

    assert Draft.objects.get().closed_at is None
    assert "Not discarded: Seo Joon-ho saved this draft" in page.content.decode()
    assert "Since." in page.content.decode()


def test_a_draft_that_is_not_open_leads_back_to_the_story(
    as_reporter: Client, draft: Draft, reporter: User, now: datetime
) -> None:
    discard_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)

    page = as_reporter.get(reverse("draft", args=[draft.story_id]), follow=True)

    assert "No draft is open on this story." in page.content.decode()


def test_the_editor_counts_against_the_newsrooms_own_limits(as_reporter: Client, draft: Draft, settings: Any) -> None:
    settings.HEADLINE_LENGTH, settings.LONG_PARAGRAPH = 70, 30
    page = as_reporter.get(reverse("draft", args=[draft.story_id])).content.decode()
    assert 'data-headline-length="70"' in page
    assert 'data-long="30"' in page
    assert "over 30" in page


def test_each_lead_shows_what_became_of_its_paragraphs(as_reporter: Client, draft: Draft) -> None:
    page = as_reporter.get(reverse("draft", args=[draft.story_id])).content.decode()

    told = re.findall(r'aria-label="(\d+ paragraphs?: [^"]+)"', page)
    assert len(told) == 1 + draft.story.versions.count()
    assert told[0].endswith("unchanged")
    assert told[-1].endswith("new")


def test_the_editor_takes_a_set_number_of_queries(
    as_reporter: Client, draft: Draft, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    # Session, person with roles; story and draft, which has no photos, through the door; the older bodies for its
    # ATTN; the ladder's versions and drafts; bylines; a text to be merged; the bell's count.
    with django_assert_num_queries(10):
        as_reporter.get(reverse("draft", args=[draft.story_id]))
