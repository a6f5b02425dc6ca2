"""Text from outside is text: on every page, whatever it holds."""

import re
from datetime import datetime
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from stories.models import Byline, Draft, Story
from stories.services.drafting import DraftText, open_draft, save_draft
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_version
from stories.services.noting import write_note
from stories.services.opening import open_story
from stories.services.photos import bring_photo
from stories.services.submitting import submit_draft
from tests.pictures import file_of, scene

pytestmark = pytest.mark.django_db

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
OUR_SCRIPTS = re.compile(r'<script (?:type="module" )?src="/static/js/[\w/-]+(?:\.[0-9a-f]{12})?\.js"></script>')
PAGES = ("story", "draft", "draft_preview", "draft_file")


@pytest.fixture
def evil(desk: Any, reporter: User, now: datetime) -> Draft:
    """A story whose every field means harm, filed twice, with a draft of the same."""
    Byline.objects.create(name=EVIL, native_name=EVIL)
    story = open_story(actor=reporter, now=now, desk=desk, slugline=EVIL, category=EVIL[:60])
    text = DraftText(
        headline=EVIL, attn=EVIL, byline=EVIL, dateline=EVIL, body=EVIL, email=EVIL, note=EVIL, qualifiers=(EVIL,)
    )
    photos = [PhotoUse(None, EVIL, EVIL)]
    for body in (EVIL, f"{EVIL}\n\n{EVIL}"):
        text = DraftText(**{name: getattr(text, name) for name in text.__slots__} | {"body": body})
        based_on = Story.objects.get(pk=story.pk).current_version
        file_version(story=story, based_on=based_on, text=text, photos=photos, actor=reporter, now=now)
    reporter.first_name, reporter.last_name = EVIL[:100], ""
    reporter.save()
    return open_draft(story=story, actor=reporter, now=now)


def assert_harmless(page: str) -> None:
    """No markup of the text is markup of the page."""
    assert "<script>" not in page
    assert OUR_SCRIPTS.sub("", page).count("<script") == 0
    assert "<img src=x" not in page
    assert not re.search(r'<[^>]*"\'><', page)
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("name", PAGES)
def test_a_script_in_copy_comes_out_as_text(as_reporter: Client, evil: Draft, name: str) -> None:
    assert_harmless(as_reporter.get(reverse(name, args=[evil.story_id])).content.decode())


def test_so_it_does_on_the_board(as_reporter: Client, evil: Draft) -> None:
    assert_harmless(as_reporter.get("/").content.decode())


def test_so_it_does_in_what_was_searched_for(as_reporter: Client) -> None:
    for name in ("q", "desk", "label", "state"):
        assert_harmless(as_reporter.get("/", {name: EVIL}).content.decode())


def test_so_it_does_on_a_version(as_reporter: Client, evil: Draft) -> None:
    assert_harmless(as_reporter.get(reverse("version", args=[evil.story_id, 1])).content.decode())


def test_the_bare_text_is_never_taken_for_a_page(as_reporter: Client, evil: Draft) -> None:
    answer = as_reporter.get(reverse("version_text", args=[evil.story_id, 1]))

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "\n" not in answer.headers["Content-Disposition"]


def test_so_it_does_in_a_refused_form_and_the_text_beside_it(as_reporter: Client, evil: Draft) -> None:
    form = {"draft": evil.pk, "revision": 99, "headline": EVIL, "body": EVIL, "attn": EVIL, "qualifiers": EVIL}

    page = as_reporter.post(reverse("draft", args=[evil.story_id]), form)

    assert page.status_code == 409
    assert_harmless(page.content.decode())


def test_so_it_does_in_copy_that_is_brought_in(as_reporter: Client, desk: Any) -> None:
    form = {"desk": desk.pk, "name": [EVIL], "text": [f"{EVIL}\n\n{EVIL}\n\nBy {EVIL}\n\n{EVIL}"]}

    assert_harmless(as_reporter.post(reverse("import"), form).content.decode())


def test_so_it_does_in_the_message_after_a_filing(as_reporter: Client, evil: Draft) -> None:
    story = {"desk": evil.story.desk_id, "slugline": EVIL, "urgency": 5, "language": "en"}

    assert_harmless(as_reporter.post(reverse("story_new"), story, follow=True).content.decode())


def test_a_character_that_does_not_show_is_named_and_still_there_to_copy(
    as_reporter: Client, draft: Draft, reporter: User, now: datetime, text: Any
) -> None:
    turned = text(headline="Toll is \u202e05\u202c won")
    save_draft(draft=draft, revision=draft.revision, text=turned, actor=reporter, now=now)

    page = as_reporter.get(reverse("draft_file", args=[draft.story_id])).content.decode()

    assert '<span class="unseen" data-name="U+202E RIGHT-TO-LEFT OVERRIDE">\u202e</span>05' in page


@pytest.mark.parametrize("view", ["inline", "side", "clean"])
@pytest.mark.parametrize("pair", [(1, 2), (2, "draft"), ("nothing", "s1")])
def test_so_it_does_wherever_two_texts_are_compared(
    as_reporter: Client, evil: Draft, reporter: User, now: datetime, pair: tuple[Any, Any], view: str
) -> None:
    for on in ({"version": evil.story.current_version}, {"draft": evil}):
        write_note(story=evil.story, body=EVIL, actor=reporter, now=now, graf=0, words="<script>", **on)
    submit_draft(draft=evil, revision=evil.revision, message=EVIL, actor=reporter, now=now)

    page = as_reporter.get(reverse("compare", args=[evil.story_id, *pair]), {"view": view}).content.decode()

    assert_harmless(page)


@pytest.mark.parametrize("name", ["notes", "audit"])
def test_so_it_does_in_notes_and_in_who_did_what(
    as_reporter: Client, evil: Draft, reporter: User, now: datetime, name: str
) -> None:
    write_note(story=evil.story, body=EVIL, actor=reporter, now=now, draft=evil)

    assert_harmless(as_reporter.get(reverse(name, args=[evil.story_id])).content.decode())


@pytest.mark.parametrize("name", ["audit_json", "audit_csv"])
def test_a_table_is_never_taken_for_a_page(as_reporter: Client, evil: Draft, name: str) -> None:
    answer = as_reporter.get(reverse(name, args=[evil.story_id]))

    assert answer.headers["Content-Type"].partition(";")[0] in ("application/json", "text/csv")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_so_it_does_in_the_name_of_a_file(as_reporter: Client, reporter: User, now: datetime) -> None:
    photo = bring_photo(data=file_of(scene()), name=f"{EVIL}.jpg", actor=reporter, now=now).photo

    page = as_reporter.get(reverse("photo_about", args=[photo.sha256])).content.decode()

    assert OUR_SCRIPTS.sub("", page).count("<script") == 0
    assert "<img src=x" not in page


@pytest.mark.parametrize("view", ["inline", "side", "clean"])
def test_what_hides_in_a_text_is_named_wherever_it_is_compared(
    as_reporter: Client, draft: Draft, reporter: User, now: datetime, text: Any, view: str
) -> None:
    turned = text(headline="Toll is \u202e05\u202c won", body="The toll\u200b is 50 won.\n\nIt was 45\u2066 won.")
    save_draft(draft=draft, revision=draft.revision, text=turned, actor=reporter, now=now)

    address = reverse("compare", args=[draft.story_id, draft.based_on.sequence, "draft"])
    page = as_reporter.get(address, {"view": view}).content.decode()

    for name in ("U+202E RIGHT-TO-LEFT OVERRIDE", "U+200B ZERO WIDTH SPACE", "U+2066 LEFT-TO-RIGHT ISOLATE"):
        assert f'<span class="unseen" data-name="{name}">' in page


def test_what_hides_in_a_slugline_is_named_where_the_desk_decides_and_in_what_it_is_told(
    client: Client, reporter: User, desk_editor: User, desk: Any, now: datetime
) -> None:
    """Turned about, a name reads as another story's."""
    story = open_story(actor=reporter, now=now, desk=desk, slugline="gates-\u202e21")
    draft = open_draft(story=story, actor=reporter, now=now)
    text = DraftText(headline="Gates", body="The gates stay closed.")
    draft = save_draft(draft=draft, revision=draft.revision, text=text, actor=reporter, now=now)
    submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    client.force_login(desk_editor)
    named = 'gates-<span class="unseen" data-name="U+202E RIGHT-TO-LEFT OVERRIDE">\u202e</span>21'

    review = client.get(reverse("review", args=[story.pk]), follow=True).content.decode()
    told = client.post(reverse("submission_approve", args=[story.pk, 1]), follow=True).content.decode()

    assert f"{named}</a>" in review
    assert f"Approved: {named}." in told


def test_what_hides_in_a_slugline_turns_no_words_round_in_the_title_of_a_tab(
    client: Client, admin: User, reporter: User, desk: Any, now: datetime
) -> None:
    """Nothing frames it there: it is written out."""
    story = open_story(actor=reporter, now=now, desk=desk, slugline="gates-\u202e21 & b")
    open_draft(story=story, actor=reporter, now=now)
    client.force_login(admin)
    places = [reverse(name, args=[story.pk]) for name in ("story", "draft", "draft_preview", "draft_saves", "audit")]
    places += [f"/search/?q={quote(story.slugline)}", reverse("admin:stories_story_change", args=[story.pk])]

    titles = [re.search(r"<title>(.*?)</title>", client.get(place).content.decode(), re.S)[1] for place in places]

    assert ["gates-⟨U+202E⟩21 &amp; b" in title for title in titles] == [True] * len(places), titles
    assert not any("\u202e" in title for title in titles)
