"""Killing a story from its page, and what stands on every page of it afterwards."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from stories.models import Draft, Story, Version
from stories.services.filing import file_version
from stories.wire.kills import KillReason, withdraws

pytestmark = pytest.mark.django_db

TYPED = {"reason": "Lawyers wrote.", "told": "All clients by phone.", "slugline": "Harim-tunnel"}


def slip(client: Client, story: Story) -> dict[str, Any]:
    """What the page posts as it was opened."""
    form = client.get(reverse("kill", args=[story.pk])).context["form"]
    return {name: form[name].value() for name in form.fields} | TYPED


def kill(client: Client, story: Story, **changes: str) -> Any:
    return client.post(reverse("kill", args=[story.pk]), slip(client, story) | changes)


def test_a_kill_leads_to_its_advisory(as_desk_editor: Client, lead: Version) -> None:
    answer = kill(as_desk_editor, lead.story)

    assert answer.headers["Location"] == reverse("version", args=[lead.story_id, 3])
    page = as_desk_editor.get(answer.headers["Location"]).content.decode()
    for words in (
        "EDITORS: Please kill the story slugged Harim-tunnel, LEAD,",
        "Lawyers wrote.",
        "All clients by phone.",
    ):
        assert words in page


def test_every_page_of_a_killed_story_says_so_first(as_desk_editor: Client, lead: Version) -> None:
    kill(as_desk_editor, lead.story)

    for name, *arguments in (("story",), ("version", 1), ("version", 2), ("compare", "1", "2")):
        page = as_desk_editor.get(reverse(name, args=[lead.story_id, *arguments])).content.decode()
        assert "This story was killed." in page, name
    board = as_desk_editor.get("/?state=killed").content.decode()
    found = as_desk_editor.get(reverse("search"), {"q": "tunnel"}).content.decode()
    assert "Killed" in board
    assert "Killed" in found


def test_its_wire_text_stands_under_the_notice_and_the_kill_as_it_went_out(
    as_desk_editor: Client, lead: Version
) -> None:
    kill(as_desk_editor, lead.story)

    texts = [
        as_desk_editor.get(reverse("version_text", args=[lead.story_id, number])).content.decode() for number in (2, 3)
    ]

    assert texts[0].startswith("(KILLED at ")
    assert "Tolls start in May." in texts[0]
    assert "(KILLED at" not in texts[1]
    assert "(KILL) Harim-tunnel" in texts[1]


def test_a_wrong_slugline_kills_nothing_and_keeps_what_was_typed(as_desk_editor: Client, lead: Version) -> None:
    page = kill(as_desk_editor, lead.story, slugline="Harim", reason="Typed with care.")

    assert page.status_code == 422
    assert "Type the slugline to confirm: Harim-tunnel." in page.content.decode()
    assert "Typed with care." in page.content.decode()
    assert Version.objects.count() == 2


def test_a_second_press_leads_to_the_same_kill(as_desk_editor: Client, lead: Version) -> None:
    form = slip(as_desk_editor, lead.story)

    answers = [as_desk_editor.post(reverse("kill", args=[lead.story_id]), form) for _ in range(2)]

    assert {answer.headers["Location"] for answer in answers} == {reverse("version", args=[lead.story_id, 3])}


@pytest.mark.parametrize("reason", KillReason)
def test_each_reason_has_its_words_without_a_script(as_desk_editor: Client, lead: Version, reason: KillReason) -> None:
    page = kill(as_desk_editor, lead.story, kind=reason.value, act="words")

    opening = "WITHDRAWAL of" if withdraws(reason) else "KILL of"
    assert page.context["form"]["headline"].value() == f"{opening} Harim-tunnel"
    assert page.context["form"]["reason"].value() == "Lawyers wrote."
    assert Version.objects.count() == 2


def test_canned_words_never_stand_over_typed_ones(as_desk_editor: Client, lead: Version) -> None:
    page = kill(as_desk_editor, lead.story, kind="legal", act="words", body="My own words.")

    assert page.context["form"]["body"].value() == "My own words."
    assert "What you typed stands" in page.content.decode()


def test_the_page_says_whose_draft_is_closed_with_it(as_desk_editor: Client, draft: Draft) -> None:
    page = as_desk_editor.get(reverse("kill", args=[draft.story_id])).content.decode()

    assert "The draft that Rim Na-ra saved" in page


def test_a_lead_that_went_out_meanwhile_is_named_in_fresh_words(
    as_desk_editor: Client, draft: Draft, reporter: Any, now: Any, text: Any
) -> None:
    form = slip(as_desk_editor, draft.story)
    fresh = text(headline="News of the tunnel")
    file_version(story=draft.story, based_on=draft.based_on, text=fresh, actor=reporter, now=now)

    page = as_desk_editor.post(reverse("kill", args=[draft.story_id]), form)

    assert page.status_code == 409
    assert "2nd LD, filed at" in page.context["form"]["body"].value()
    again = {name: page.context["form"][name].value() for name in page.context["form"].fields}
    assert as_desk_editor.post(reverse("kill", args=[draft.story_id]), again).status_code == 302
