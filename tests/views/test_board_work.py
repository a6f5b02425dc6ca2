"""What is done from the board: several stories at once, a glance, what is newer, kept filters."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from stories.models import Desk, Draft, SavedFilter, SeenStory, Story, Version
from stories.queries.board import microseconds
from stories.services.attending import attend
from stories.services.deciding import approve, undo_verdict
from stories.services.filing import file_version
from stories.services.opening import open_story
from stories.services.submitting import submit_draft

pytestmark = pytest.mark.django_db


def pulse(client: Client, since: Any, query: str = "", **headers: str) -> Any:
    return client.get(f"/board/pulse/?{query}&since={microseconds(since)}", headers=headers)


def test_ticked_stories_go_out_as_one_text_in_the_boards_order(
    as_reporter: Client, lead: Version, desk: Desk, reporter: User, now: Any, text: Callable[..., Any]
) -> None:
    other = open_story(actor=reporter, now=now, desk=desk, slugline="Ferry")
    file_version(story=other, based_on=None, text=text(), actor=reporter, now=now + timedelta(minutes=9))
    unfiled = open_story(actor=reporter, now=now, desk=desk, slugline="Unfiled")

    answer = as_reporter.post("/board/bulk/", {"do": "export", "story": [lead.story_id, other.pk, unfiled.pk, "none"]})
    sent = answer.content.decode()

    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert "attachment" in answer["Content-Disposition"]
    single = [
        as_reporter.get(f"/stories/{pk}/versions/{sequence}.txt").content.decode()
        for pk, sequence in ((other.pk, 1), (lead.story_id, 2))
    ]
    assert sent == "\n\n".join(one.rstrip("\n") + "\n" for one in single)


def test_what_a_person_may_not_see_is_not_exported(as_other_reporter: Client, lead: Version) -> None:
    Story.objects.update(embargo_until="2999-01-01T00:00Z")

    answer = as_other_reporter.post("/board/bulk/", {"do": "export", "story": lead.story_id}, follow=True)

    assert "Tick the stories first" in answer.content.decode()
    assert lead.headline not in answer.content.decode()


def test_stories_with_nothing_on_the_wire_have_no_wire_text(as_reporter: Client, story: Story) -> None:
    answer = as_reporter.post("/board/bulk/", {"do": "export", "story": story.pk}, follow=True)

    assert "None of these stories is on the wire yet" in answer.content.decode()


def test_the_desk_gives_stories_to_another_desk_and_comes_back_to_its_filter(
    as_desk_editor: Client, lead: Version
) -> None:
    Desk.objects.create(name="Economy", code="eco")

    answer = as_desk_editor.post("/board/bulk/", {"desk": "eco", "story": lead.story_id, "back": "desk=pol&x=//evil"})

    assert answer.url == "/?desk=pol"
    assert Story.objects.get().desk.code == "eco"
    assert "1 story is now with the Economy desk." in as_desk_editor.get("/").content.decode()


@pytest.mark.parametrize("code", ["none", "\0"])
def test_a_desk_that_is_none_changes_nothing(as_desk_editor: Client, lead: Version, code: str) -> None:
    answer = as_desk_editor.post("/board/bulk/", {"desk": code, "story": lead.story_id}, follow=True)

    assert "There is no such desk." in answer.content.decode()


def test_a_reporter_is_offered_no_desk_and_refused_one(as_reporter: Client, lead: Version) -> None:
    assert "Assign desk" not in as_reporter.get("/").content.decode()

    answer = as_reporter.post("/board/bulk/", {"desk": "pol", "story": lead.story_id}, follow=True)

    assert "Only desk editors give a story to another desk." in answer.content.decode()


def test_what_is_marked_as_read_is_no_news(as_desk_editor: Client, desk_editor: User, story: Story) -> None:
    Story.objects.update(moved_at=timezone.now() - timedelta(minutes=1))
    assert "st unread" in as_desk_editor.get("/").content.decode()

    as_desk_editor.post("/board/bulk/", {"do": "read", "story": story.pk})

    assert SeenStory.objects.get().person == desk_editor
    assert "st unread" not in as_desk_editor.get("/").content.decode()


@pytest.mark.parametrize(("chosen", "word"), [(1, "1 story marked read."), (2, "2 stories marked read.")])
def test_how_many_were_marked_is_said(
    as_desk_editor: Client, story: Story, desk: Desk, reporter: User, chosen: int, word: str
) -> None:
    other = open_story(actor=reporter, now=timezone.now(), desk=desk, slugline="Other")
    given = {"do": "read", "story": [story.pk, other.pk][:chosen]}

    assert word in as_desk_editor.post("/board/bulk/", given, follow=True).content.decode()


def test_a_desk_that_has_them_already_is_told_so(as_desk_editor: Client, lead: Version) -> None:
    answer = as_desk_editor.post("/board/bulk/", {"desk": "pol", "story": lead.story_id}, follow=True)

    assert "Nothing changed: it was with the Politics desk already." in answer.content.decode()


@pytest.mark.parametrize(
    ("given", "good"), [({"do": "read"}, True), ({"do": "nothing"}, False), ({"desk": "none"}, False)]
)
def test_a_script_is_answered_with_what_came_of_it_and_no_page_says_it_again(
    as_desk_editor: Client, story: Story, given: dict[str, str], good: bool
) -> None:
    asked = given | {"story": story.pk}

    answer = as_desk_editor.post("/board/bulk/", asked, headers={"Accept": "application/json"}).json()

    assert answer["good"] is good
    assert answer["message"] not in as_desk_editor.get("/").content.decode()


def test_the_pulse_counts_what_others_did_since(
    as_desk_editor: Client, as_reporter: Client, story: Story, reporter: User, text: Callable[..., Any]
) -> None:
    since = timezone.now() - timedelta(minutes=1)
    assert pulse(as_desk_editor, since).json()["newer"] == 0

    file_version(story=story, based_on=None, text=text(), actor=reporter, now=timezone.now())

    assert pulse(as_desk_editor, since).json()["newer"] == 1
    assert pulse(as_desk_editor, since, "desk=eco").json()["newer"] == 0
    assert pulse(as_desk_editor, timezone.now()).json()["newer"] == 0
    assert pulse(as_reporter, since).json()["newer"] == 0, "who filed it knows"


def test_an_autosave_is_no_newer_story_but_a_submission_is(
    as_desk_editor: Client, draft: Draft, reporter: User
) -> None:
    since = timezone.now() - timedelta(minutes=1)
    Story.objects.update(moved_at=timezone.now())
    assert pulse(as_desk_editor, since).json()["newer"] == 0

    submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=timezone.now())

    told = pulse(as_desk_editor, since, "state=review").json()
    assert (told["newer"], told["waiting"]) == (1, 1)


def test_a_verdict_that_is_undone_is_news_to_the_board(
    as_desk_editor: Client, draft: Draft, reporter: User, admin: User
) -> None:
    handed_in, since = timezone.now() - timedelta(minutes=9), timezone.now() - timedelta(minutes=1)
    submission = submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=handed_in)
    verdict = approve(submission=submission, actor=admin, now=since - timedelta(minutes=1))
    assert pulse(as_desk_editor, since).json()["newer"] == 0

    undo_verdict(verdict=verdict, actor=admin, now=timezone.now())

    assert pulse(as_desk_editor, since).json()["newer"] == 1


def test_the_pulse_of_a_board_where_nothing_changed_is_empty_and_cheap(
    as_desk_editor: Client, draft: Draft, reporter: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    attend(story=draft.story, person=reporter, session="a", doing="editing", now=timezone.now())
    since = timezone.now()
    known = pulse(as_desk_editor, since)
    assert known.json()["editing"] == {draft.story_id: "Rim Na-ra"}

    with django_assert_num_queries(4):  # session, person; what is newer, who is editing
        again = pulse(as_desk_editor, since, **{"If-None-Match": known["ETag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_the_pulse_tells_nothing_of_a_story_before_its_embargo(
    as_other_reporter: Client, draft: Draft, reporter: User
) -> None:
    Story.objects.update(embargo_until="2999-01-01T00:00Z", moved_at=timezone.now(), opened_at=timezone.now())
    attend(story=draft.story, person=reporter, session="a", doing="editing", now=timezone.now())

    told = pulse(as_other_reporter, timezone.now() - timedelta(minutes=1)).json()

    assert (told["newer"], told["editing"]) == (0, {})


@pytest.mark.parametrize("since", ["", "x", "9" * 40])
def test_a_pulse_since_no_moment_is_since_now(as_reporter: Client, lead: Version, since: str) -> None:
    assert as_reporter.get(f"/board/pulse/?since={since}").json()["newer"] == 0


def test_a_glance_shows_the_text_and_what_changed_in_it(as_reporter: Client, lead: Version) -> None:
    page = as_reporter.get(f"/stories/{lead.story_id}/glance/").content.decode()

    assert "<html" not in page
    assert lead.headline in page
    assert "(ATTN: ADDS tolls in para 3)" in page
    assert "+1 new" in page
    assert "vs first filing" in page
    assert "<b>HARIM, South Korea, March 9 (Hanbit) --</b> The mayor of Harim" in page
    assert "Tolls start in May." in page


def test_a_glance_at_what_is_in_review_leads_to_its_review(as_desk_editor: Client, draft: Draft) -> None:
    submit_draft(draft=draft, revision=draft.revision, actor=draft.saved_by, now=timezone.now())

    page = as_desk_editor.get(f"/stories/{draft.story_id}/glance/").content.decode()

    assert f'<a class="btn sm" href="/stories/{draft.story_id}/review/">Review' in page
    assert "2nd LD" in page


def test_a_glance_at_a_story_without_a_word_says_so(as_reporter: Client, story: Story) -> None:
    assert "Nothing is written yet." in as_reporter.get(f"/stories/{story.pk}/glance/").content.decode()


def test_a_filter_is_kept_renamed_and_deleted(as_reporter: Client, lead: Version) -> None:
    answer = as_reporter.post("/board/filters/", {"name": "Leads", "query": "desk=pol&label=lead"})
    assert answer.url == "/?desk=pol&label=lead"
    kept = SavedFilter.objects.get()
    assert (
        '<a href="/?desk=pol&amp;label=lead" aria-current="page">Leads' in as_reporter.get(answer.url).content.decode()
    )

    as_reporter.post(f"/board/filters/{kept.pk}/", {"name": "Politics leads"})
    assert SavedFilter.objects.get().name == "Politics leads"

    as_reporter.post(f"/board/filters/{kept.pk}/", {"name": "Politics leads", "do": "delete"})
    assert not SavedFilter.objects.exists()


def test_a_filter_without_a_name_is_refused_and_the_board_stays(as_reporter: Client) -> None:
    answer = as_reporter.post("/board/filters/", {"name": " ", "query": "desk=pol", "back": "desk=pol"}, follow=True)

    assert answer.redirect_chain == [("/?desk=pol", 302)]
    assert "A filter needs a name." in answer.content.decode()


def test_another_persons_filter_is_not_there(as_other_reporter: Client, reporter: User) -> None:
    kept = SavedFilter.objects.create(person=reporter, name="Mine", query="desk=pol", saved_at=timezone.now())

    assert as_other_reporter.post(f"/board/filters/{kept.pk}/", {"do": "delete"}).status_code == 404
    assert SavedFilter.objects.exists()


def test_the_queue_says_how_long_and_what_to_doubt(as_desk_editor: Client, draft: Draft) -> None:
    handed = timezone.now() - timedelta(minutes=12)
    submit_draft(draft=draft, revision=draft.revision, actor=draft.saved_by, now=handed, message="From the ministry")

    page = as_desk_editor.get("/desk/pol/").content.decode()

    assert "late: waiting for 12 minutes" in page
    assert f'href="/stories/{draft.story_id}/review/?queue=pol"' in page
    assert "From the ministry" in page
    assert 'Desk queue <span class="n" data-queue-count>1</span>' in page
    assert "1 waiting" in page


def test_an_empty_queue_says_so_and_a_desk_that_is_none_is_not_there(as_desk_editor: Client, desk: Desk) -> None:
    assert "Nothing is waiting for the desk." in as_desk_editor.get("/desk/pol/").content.decode()
    assert as_desk_editor.get("/desk/none/").status_code == 404


def test_a_reporters_bar_has_no_queue(as_reporter: Client, story: Story) -> None:
    assert "Desk queue" not in as_reporter.get("/").content.decode()
