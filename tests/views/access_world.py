"""A story with something in every place of the record, for the tests of who gets at it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from itertools import count
from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.urls import URLPattern, URLResolver, get_resolver

from stories.models import Desk, Draft, ParkedText, Photo, SavedFilter, Story
from stories.services.drafting import DraftText, open_draft, save_draft
from stories.services.draftphotos import PhotoUse, uses_of
from stories.services.filing import file_version
from stories.services.keeping_filters import keep_filter
from stories.services.noting import write_note
from stories.services.opening import open_story
from stories.services.photos import bring_photo
from stories.services.submitting import submit_draft
from tests.pictures import file_of, scene

SECRET = "Zanzabir"  # in every text of the world and nowhere else


@dataclass(frozen=True)
class World:
    """What stands in the addresses of the tables: `world["story"]` and so on."""

    story: Story
    arguments: dict[str, Any]

    def get(self, argument: Any) -> Any:
        """What a table's word stands for in an address; a number or a word of its own stands for itself."""
        return self.arguments.get(argument, argument)


def full_world(desk: Desk, writer: User, text: Callable[..., DraftText], now: datetime) -> World:
    """Two filings with a photo, a lead handed to the desk, a correction, notes, a parked text: all one writer's."""
    number = count(1)

    def words(**changes: Any) -> DraftText:
        told = f"{SECRET}{next(number)}"
        fields = {"headline": f"{told} opens", "body": f"{told} is open.\n\nIt cost 41 billion won.", "note": told}
        return text(**fields | changes)

    story = open_story(actor=writer, now=now, desk=desk, slugline=f"{SECRET}-tunnel", category="National")
    brought = bring_photo(data=file_of(scene(7, (720, 480))), name=f"{SECRET}.jpg", actor=writer, now=now).photo
    Photo.objects.filter(pk=brought.pk).update(caption=f"{SECRET} from afar.", rights="Free for the desk.")
    brought.refresh_from_db()
    uses = [PhotoUse(brought, f"{SECRET} on Monday.", "(Hanbit)")]
    first = file_version(story=story, based_on=None, text=words(), photos=uses, actor=writer, now=now)
    lead = words(attn=f"ADDS {SECRET}")
    file_version(story=story, based_on=first, text=lead, photos=uses, actor=writer, now=now)
    story = Story.objects.select_related("current_version").get(pk=story.pk)
    correction = open_draft(story=story, actor=writer, now=now, purpose=Draft.Purpose.CORRECTION)
    draft = open_draft(story=story, actor=writer, now=now)
    kept = save_draft(draft=draft, revision=draft.revision, text=words(), photos=uses_of(draft), actor=writer, now=now)
    submit_draft(draft=kept, revision=kept.revision, actor=writer, now=now, message=f"{SECRET} is right")
    note = write_note(story=story, body=f"{SECRET}? @Seo Joon-ho", actor=writer, now=now, draft=kept, graf=0)
    parked = [
        ParkedText.objects.create(
            draft=one, writer=writer, based_on_revision=1, fields=asdict(words(body=f"{SECRET}.")), parked_at=now
        )
        for one in (kept, correction)
    ]
    saved = keep_filter(name="Mine", query="mine=1", actor=writer, now=now)
    assert isinstance(saved, SavedFilter)
    arguments = {
        "story": story.pk,
        "photo": brought.sha256,
        "lead": kept.pk,
        "correction of it": correction.pk,
        "note": note.pk,
        "parked": parked[0].pk,
        "parked correction": parked[1].pk,
        "filter": saved.pk,
        "desk": desk.code,
    }
    return World(story, arguments)


def addresses(patterns: Sequence[URLPattern | URLResolver] | None = None, space: str = "") -> Iterator[str]:
    """Every address of the program by its name; a draft's page has two, and the correction's says so."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        else:
            name = f"{space}{pattern.name or pattern.pattern}"
            yield f"{name} of a correction" if "<purpose:purpose>" in str(pattern.pattern) else name


def admin_addresses(patterns: Sequence[URLPattern | URLResolver] | None = None, before: str = "/admin/") -> list[str]:
    """Every address of Django's admin, with 1 for each key in it."""
    found: list[str] = []
    for pattern in admin.site.urls[0] if patterns is None else patterns:
        way = before + re.sub(r"<[^>]+>|\(\[\^/\]\+\)", "1", str(pattern.pattern).strip("^$"))
        if isinstance(pattern, URLResolver):
            found += admin_addresses(pattern.url_patterns, way)
        elif "(?" not in way:  # what is left is the admin's page for all that is not there
            found.append(way)
    return found
