"""A picture goes to people who may read a story it runs with."""

import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode
from PIL import Image

from stories.forms.photos import rows_of_fields
from stories.models import Photo, Story, Version
from stories.photos.specs import widths_for
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_version
from stories.services.photos import store_photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (30, 20), "navy").save(drawn, "JPEG")
    return drawn.getvalue()


@pytest.fixture
def running(first: Version, picture: bytes, reporter: User, now: datetime, text: Callable[..., Any]) -> Photo:
    """A photo that runs with the story's LEAD."""
    photo = store_photo(data=picture, caption="The tunnel.", credit="(Hanbit)", rights="Any.", actor=reporter, now=now)
    uses = [PhotoUse(photo, "The tunnel.", "(Hanbit)")]
    file_version(
        story=first.story, based_on=first, text=text(headline="With a photo"), photos=uses, actor=reporter, now=now
    )
    return photo


def test_a_reader_of_the_story_sees_its_photo(as_desk_editor: Client, running: Photo) -> None:
    answer = as_desk_editor.get(reverse("photo", args=[running.sha256]))

    with Image.open(io.BytesIO(answer.content)) as shown:
        assert (shown.format, shown.size) == ("JPEG", (30, 20))
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_the_page_shows_it_with_its_caption_and_credit(as_desk_editor: Client, running: Photo, first: Version) -> None:
    page = as_desk_editor.get(reverse("story", args=[first.story_id])).content.decode()

    small = reverse("photo_rendition", args=[running.sha256, f"{widths_for(running.width)[0]}.jpg"])
    assert f'<img src="{small}"' in page
    assert as_desk_editor.get(small).headers["Content-Type"] == "image/jpeg"
    assert '<figcaption>The tunnel. <span class="credit">(Hanbit)</span></figcaption>' in page


def test_before_the_embargo_of_its_story_it_is_not_there(as_other_reporter: Client, running: Photo) -> None:
    Story.objects.update(embargo_until="2999-01-01T00:00Z")

    assert as_other_reporter.get(reverse("photo", args=[running.sha256])).status_code == 404


def test_a_credit_typed_over_two_lines_is_one():
    row = {"photo": "", "photo_caption": "At the tunnel.", "photo_credit": "(pool photo)\r\n(Hanbit)", "photo_alt": ""}
    post = QueryDict(urlencode(row | {"photo_crop": "", "photo_x": "", "photo_y": ""}))
    assert [row["credit"] for row in rows_of_fields(post)] == ["(pool photo) (Hanbit)"]
