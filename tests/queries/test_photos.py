"""The library, and what keeps a photo from running."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from stories.models import Byline, LatePhoto, Photo, Story
from stories.queries.photos import library as room
from stories.queries.photos.library import library
from stories.queries.photos.near import near_photos
from stories.queries.photos.rights import blocking, rights_problems
from stories.queries.photos.usages import hidden_usages, stories_with, usages
from stories.services.drafting import open_draft
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_version

pytestmark = pytest.mark.django_db

Make = Callable[..., Photo]


@pytest.fixture
def make(now: datetime) -> Make:
    def photo(number: int, **fields: Any) -> Photo:
        given = {"credit": "(Hanbit)", "rights": "Any use.", "added_at": now + timedelta(minutes=number)} | fields
        return Photo.objects.create(sha256=f"{number:064x}", file="a.jpg", width=4, height=3, bytes=9, **given)

    return photo


@pytest.mark.parametrize("words", ["tunnel Harim", "여객선", "won", "원비찬", "POOL", "dsc_1", "0" * 63 + "1"])
def test_a_photo_is_found_by_every_word_it_has(words: str, make: Make, reporter: User, now: datetime) -> None:
    won = Byline.objects.create(name="Won Bi-chan", native_name="원비찬")
    fields = {"caption": "The tunnel.", "place": "Harim", "keywords": ["여객선"], "uploaded_name": "DSC_1.jpg"}
    photo = make(1, **fields, credit="(pool photo)", byline=won)
    make(2, caption="The mayor.")
    assert library(reporter, now, words=words).photos == (photo,)
    assert library(reporter, now, words=f"{words} nowhere").photos == ()


def test_the_library_goes_on_page_by_page(
    make: Make, reporter: User, now: datetime, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    monkeypatch.setattr(room, "PAGE", 2)
    photos = [make(number, added_at=now) for number in range(5)]
    seen, after = [], ""
    library(reporter, now)
    while True:
        with django_assert_num_queries(1):
            page = library(reporter, now, after=after)
        seen += page.photos
        after = page.after
        if not after:
            break
    assert seen == photos[::-1]


@pytest.mark.parametrize("mark", ["x", "2026-03-09_1", "2026-03-09T00:00:00+00:00_x", "_", "9" * 90])
def test_a_mark_that_is_none_begins_at_the_first_page(mark: str, make: Make, reporter: User, now: datetime) -> None:
    photo = make(1)
    assert library(reporter, now, after=mark).photos == (photo,)


def test_the_filters_find_what_they_name(make: Make, desk_editor: User, now: datetime) -> None:
    later = now + timedelta(days=1)
    found = {
        "mine": make(1, added_by=desk_editor),
        "no-rights": make(2, rights=""),
        "embargo": make(3, embargo_until=later),
        "not-for-sale": make(4, not_for_sale=True),
        "withdrawn": make(5, withdrawn_at=now),
    }
    for only, photo in found.items():
        assert library(desk_editor, now, only=only).photos == (photo,)
    assert len(library(desk_editor, now, only="unused").photos) == 5


def test_a_photos_problems_are_named_the_gravest_first(make: Make, now: datetime) -> None:
    assert rights_problems(make(1), now) == ()
    later = now + timedelta(hours=2)
    bad = make(
        2, withdrawn_at=now, withdrawn_reason="Fake", credit="", rights="", embargo_until=later, not_for_sale=True
    )
    found = rights_problems(bad, now)
    names = ["photo-withdrawn", "photo-credit", "photo-rights", "photo-embargo", "photo-sale"]
    assert [problem.code for problem in found] == names
    assert [problem.code for problem in blocking(found)] == names[:-1]
    assert found[0].message == "is withdrawn: Fake."
    free = rights_problems(bad, now, credit="(Hanbit)", free_at=later)
    assert [problem.code for problem in free] == ["photo-withdrawn", "photo-rights", "photo-sale"]


def test_every_text_that_has_a_photo_is_told_to_who_may_read_it(
    make: Make, story: Story, reporter: User, other_reporter: User, now: datetime, text: Any
) -> None:
    photo = make(1)
    uses = [PhotoUse(photo, "As filed.", "(Hanbit)")]
    version = file_version(story=story, based_on=None, text=text(), photos=uses, actor=reporter, now=now)
    story.refresh_from_db()
    draft = open_draft(story=story, actor=reporter, now=now)
    found = usages(photo, other_reporter, now)
    assert [(usage.draft, usage.version, usage.use.caption) for usage in found] == [
        (draft, None, "As filed."),
        (None, version, "As filed."),
    ]
    Story.objects.update(embargo_until=now + timedelta(hours=1))
    assert (usages(photo, other_reporter, now), hidden_usages(photo, other_reporter, now)) == ((), 1)
    assert stories_with(photo) == (story,)


def test_a_picture_that_came_after_a_held_filing_is_counted_among_its_uses(
    make: Make, story: Story, reporter: User, other_reporter: User, now: datetime, text: Any
) -> None:
    waits = [PhotoUse(None, "Waits.", "(Hanbit)")]
    version = file_version(story=story, based_on=None, text=text(), photos=waits, actor=reporter, now=now)
    photo = make(1)
    LatePhoto.objects.create(use=version.photos.get(), photo=photo, brought_by=reporter, brought_at=now)
    assert (len(usages(photo, reporter, now)), hidden_usages(photo, reporter, now)) == (1, 0)
    Story.objects.update(embargo_until=now + timedelta(hours=1))
    assert (usages(photo, other_reporter, now), hidden_usages(photo, other_reporter, now)) == ((), 1)


def test_near_photos_come_the_nearest_first(make: Make) -> None:
    for number, mark in enumerate(["f0f0f0f0f0f0f0f0", "f0f0f0f0f0f0f0ff", "f0f0f0f0f0f0f0f1", "0f0f0f0f0f0f0f0f", ""]):
        make(number, fingerprint=mark)
    found = near_photos("f0f0f0f0f0f0f0f0")
    assert [(one.bits, one.same) for one in found] == [(0, True), (1, True), (4, True)]
    assert near_photos("") == ()
