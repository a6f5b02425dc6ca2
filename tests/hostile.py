"""Attacks in every field that takes a text, and the addresses of every page that shows one."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from django.contrib.auth.models import User
from django.urls import reverse

from stories.models import Byline, Desk, Photo, Story
from stories.services.drafting import DraftText, open_draft, save_draft
from stories.services.draftphotos import PhotoUse, uses_of
from stories.services.filing import file_version
from stories.services.keeping_filters import keep_filter
from stories.services.noting import write_note
from stories.services.opening import open_story
from stories.services.photos import bring_photo
from stories.services.submitting import submit_draft
from tests.pictures import file_of, scene

PAYLOADS = tuple(Path(__file__).with_name("payloads.txt").read_text("utf-8").splitlines())
STORIES = 12  # the payloads are dealt out among them


def hostile_newsroom(
    desk: Desk, reporter: User, desk_editor: User, text: Callable[..., DraftText], now: datetime
) -> tuple[Story, Photo]:
    """Stories whose every field holds payloads; the one given has a draft with the desk, notes and the photo."""
    desk.name = PAYLOADS[0][:60]
    desk.save()
    Byline.objects.create(name=PAYLOADS[1][:100], native_name=PAYLOADS[2][:100], user=reporter)
    User.objects.filter(pk=reporter.pk).update(first_name=PAYLOADS[3][:100], last_name=PAYLOADS[4][:100])
    keep_filter(name=PAYLOADS[20][:40], query="mine=1", actor=desk_editor, now=now)
    brought = bring_photo(data=file_of(scene(7, (720, 480))), name=PAYLOADS[20], actor=reporter, now=now).photo
    words = dict.fromkeys(("caption", "credit", "place", "photographer", "rights", "alt_text"), PAYLOADS[20])
    Photo.objects.filter(pk=brought.pk).update(**words)
    brought.refresh_from_db()
    for number in range(STORIES):
        mine = PAYLOADS[number::STORIES]
        story = open_story(actor=reporter, now=now, desk=desk, slugline=mine[0], category=mine[1][:60])
        uses = [PhotoUse(brought, mine[2], mine[3])]
        for turn in (1, 2):
            based_on = Story.objects.get(pk=story.pk).current_version
            fields = {"headline": mine[-turn], "attn": f"ADDS {mine[turn]} in para 2", "byline": mine[2]}
            fields |= {"dateline": mine[3], "body": "\n\n".join(PAYLOADS[turn:]), "note": mine[4]}
            file_version(story=story, based_on=based_on, text=text(**fields), photos=uses, actor=reporter, now=now)
    draft = open_draft(story=Story.objects.get(pk=story.pk), actor=reporter, now=now)
    fields["body"] = "\n\n".join(reversed(PAYLOADS))
    saved = save_draft(
        draft=draft, revision=draft.revision, text=text(**fields), photos=uses_of(draft), actor=reporter, now=now
    )
    submit_draft(draft=saved, revision=saved.revision, actor=reporter, now=now, message=mine[5])
    for payload in PAYLOADS:
        write_note(story=story, body=payload, actor=reporter, now=now, draft=saved, graf=0)
    return story, brought


def addresses(story: Story, photo: Photo) -> Iterator[str]:
    """Every page of the desk that shows what the stories hold, or what an address asks."""
    of_the_story = ("story", "draft", "draft_preview", "draft_file", "draft_submit", "draft_saves", "notes", "audit")
    of_the_story += ("review", "kill", "embargo")
    evil = quote(PAYLOADS[20])
    yield from (
        "/",
        "/?mine=1",
        f"/?q={evil}",
        f"/?desk={evil}",
        "/desk/",
        "/settings/",
        "/notifications/",
        "/account/",
    )
    yield from (f"/search/?q={evil}", "/search/?q=hurt&in=all", f"/search/?byline={evil}&label={evil}")
    yield from ("/photos/", f"/photos/?q={evil}", reverse("photo_about", args=[photo.sha256]), reverse("story_new"))
    yield from (reverse(name, args=[story.pk]) for name in of_the_story)
    yield from (reverse("version", args=[story.pk, 2]), reverse("draft_save", args=[story.pk, 2]))
    yield from (f"{reverse('compare', args=[story.pk, '1', '2'])}?view={view}" for view in ("inline", "side", "clean"))
    yield from (f"{reverse('compare', args=[story.pk, '2', 'draft'])}", reverse("story_glance", args=[story.pk]))
