"""The photos of a draft as two people leave them."""

from typing import Any

import pytest

from stories.models import Draft
from stories.services.choosing import PhotosChanged, choose_photos
from stories.services.drafting import DraftClosed, discard_draft, open_draft, save_draft, text_of
from stories.services.draftphotos import PhotoUse, uses_of
from stories.services.filing import file_version
from stories.services.merging import follow_wire
from stories.services.refusals import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(first: Any, reporter: Any, now: Any) -> Draft:
    return open_draft(story=first.story, actor=reporter, now=now)


@pytest.fixture
def choose(draft: Draft, reporter: Any, now: Any) -> Any:
    def make(uses: Any, base: Any = (), actor: Any = None) -> Any:
        return choose_photos(draft=draft, base=base, uses=uses, actor=actor or reporter, now=now)

    return make


def test_photos_are_saved_and_the_text_stays(draft, choose, photo):
    before = text_of(draft)
    chosen = choose([PhotoUse(photo, "Its caption.")])
    assert uses_of(draft) == (PhotoUse(photo, "Its caption."),)
    assert text_of(chosen.draft) == before
    assert (chosen.before, chosen.draft.revision) == (1, 2)


def test_a_save_of_the_text_meanwhile_is_no_conflict(draft, choose, photo, text, reporter, now):
    save_draft(draft=draft, revision=1, text=text(headline="Another"), actor=reporter, now=now)
    chosen = choose([PhotoUse(photo)])
    assert chosen.draft.headline == "Another"
    assert chosen.before == 2


def test_changes_of_two_people_come_together(choose, photo, other_reporter):
    base = choose([PhotoUse(photo, "One."), PhotoUse(None, "Two.")]).uses
    choose([PhotoUse(photo, "Theirs."), PhotoUse(None, "Two.")], base, other_reporter)
    chosen = choose([PhotoUse(photo, "One."), PhotoUse(None, "Mine.")], base)
    assert [use.caption for use in chosen.uses] == ["Theirs.", "Mine."]
    assert "Seo Joon-ho" in chosen.notice or "changed the photos" in chosen.notice


def test_the_same_words_are_asked_about_and_nothing_is_saved(draft, choose, photo, other_reporter):
    base = choose([PhotoUse(photo, "One.")]).uses
    choose([PhotoUse(photo, "Theirs.")], base, other_reporter)
    with pytest.raises(PhotosChanged) as refusal:
        choose([PhotoUse(photo, "Mine.")], base)
    assert refusal.value.message.startswith("Seo Joon-ho changed the caption of photo 1 too")
    assert [use.caption for use in refusal.value.both] == ["Mine."]
    assert [use.caption for use in uses_of(draft)] == ["Theirs."]


def test_a_closed_draft_takes_no_photos(draft, choose, photo, reporter, now):
    discard_draft(draft=draft, revision=1, actor=reporter, now=now)
    with pytest.raises(DraftClosed):
        choose([PhotoUse(photo)])


def test_who_may_not_write_chooses_nothing(choose, photo, outsider):
    with pytest.raises(NotAllowed):
        choose([PhotoUse(photo)], actor=outsider)


def test_photos_of_a_lead_that_went_out_come_into_the_draft(draft, first, photo, text, reporter, other_reporter, now):
    """Another's lead added a picture; filing the draft without it would have dropped it again."""
    lead = file_version(
        story=first.story,
        based_on=first,
        text=text(headline="Tunnel opens at last"),
        photos=[PhotoUse(photo, "The tunnel.", "(Hanbit)")],
        actor=other_reporter,
        now=now,
    )

    kept = follow_wire(draft=draft, revision=1, lines={}, grafs=[], actor=reporter, now=now)

    assert kept.based_on == lead
    assert uses_of(kept) == (PhotoUse(photo, "The tunnel.", "(Hanbit)"),)


def test_where_both_changed_a_caption_the_drafts_stands(first, photo, text, reporter, other_reporter, now):
    uses = [PhotoUse(photo, "The tunnel.", "(Hanbit)")]
    lead = file_version(story=first.story, based_on=first, text=text(), photos=uses, actor=reporter, now=now)
    first.story.refresh_from_db()
    mine = open_draft(story=first.story, actor=reporter, now=now)
    choose_photos(draft=mine, base=uses, uses=[PhotoUse(photo, "Mine.", "(Hanbit)")], actor=reporter, now=now)
    theirs = [PhotoUse(photo, "Theirs.", "(Hanbit) (file)")]
    file_version(
        story=first.story, based_on=lead, text=text(headline="X"), photos=theirs, actor=other_reporter, now=now
    )

    kept = follow_wire(draft=mine, revision=2, lines={}, grafs=[], actor=reporter, now=now)

    assert uses_of(kept) == (PhotoUse(photo, "Mine.", "(Hanbit) (file)"),)
