"""The working copy: opened, saved, moved to a newer base, discarded."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError

from stories.models import Byline, Draft, Photo, Story, Version
from stories.services.drafting import (
    DraftClosed,
    DraftText,
    StaleDraft,
    discard_draft,
    open_draft,
    rebase_draft,
    save_draft,
    text_of,
)
from stories.services.draftphotos import PhotoUse, uses_of
from stories.services.filing import file_version
from stories.services.refusals import NotAllowed, UnacceptableText

pytestmark = pytest.mark.django_db

Text = Callable[..., DraftText]


@pytest.fixture
def draft(story: Story, reporter: User, now: datetime) -> Draft:
    return open_draft(story=story, actor=reporter, now=now)


@pytest.fixture
def photo(now: datetime) -> Photo:
    return Photo.objects.create(
        sha256="a" * 64, file="a.jpg", width=4, height=3, bytes=9, rights="Any use.", added_at=now
    )


def test_a_new_storys_draft_is_empty(draft: Draft) -> None:
    assert text_of(draft) == DraftText()
    assert (draft.revision, draft.based_on) == (1, None)


@pytest.mark.parametrize(("active", "line"), [(True, "By Rim Na-ra"), (False, "")])
def test_a_new_storys_draft_starts_with_the_writers_own_active_byline(
    story: Story, reporter: User, other_reporter: User, now: datetime, active: bool, line: str
) -> None:
    Byline.objects.create(name="Rim Na-ra", user=reporter, active=active)
    Byline.objects.create(name="Seo Joon-ho", user=other_reporter)
    draft = open_draft(story=story, actor=reporter, now=now)
    assert text_of(draft) == DraftText(byline=line)


def test_a_lead_keeps_the_byline_on_the_wire(first: Version, other_reporter: User, now: datetime) -> None:
    Byline.objects.create(name="Seo Joon-ho", user=other_reporter)
    assert open_draft(story=first.story, actor=other_reporter, now=now).byline == first.byline == "By Rim Na-ra"


def test_a_draft_starts_from_the_wire_with_its_photos_and_an_empty_attn(
    story: Story, reporter: User, now: datetime, text: Text, photo: Photo
) -> None:
    filed = text(attn="ADDS details", qualifiers=("News Focus",))
    uses = (PhotoUse(photo, "The tunnel.", "(Hanbit)"), PhotoUse(None, "The mayor."))
    version = file_version(story=story, based_on=None, text=filed, photos=uses, actor=reporter, now=now)
    draft = open_draft(story=story, actor=reporter, now=now)
    assert text_of(draft) == replace(filed, attn="")
    assert (draft.based_on, uses_of(draft)) == (version, uses)


def test_opening_again_gives_the_same_draft_to_everybody(draft: Draft, other_reporter: User, now: datetime) -> None:
    assert open_draft(story=draft.story, actor=other_reporter, now=now) == draft


def test_a_correction_has_a_draft_of_its_own(first: Version, reporter: User, now: datetime) -> None:
    update = open_draft(story=first.story, actor=reporter, now=now)
    correction = open_draft(story=first.story, actor=reporter, now=now, purpose=Draft.Purpose.CORRECTION)
    assert correction != update


def test_nothing_filed_means_nothing_to_correct(story: Story, reporter: User, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        open_draft(story=story, actor=reporter, now=now, purpose=Draft.Purpose.CORRECTION)


def test_the_database_holds_one_open_draft_for_each_purpose(draft: Draft, reporter: User, now: datetime) -> None:
    with pytest.raises(IntegrityError):
        Draft.objects.create(story=draft.story, opened_by=reporter, opened_at=now, saved_by=reporter, saved_at=now)


def test_each_accepted_save_is_a_revision_and_a_history_row_by_its_author(
    draft: Draft, reporter: User, other_reporter: User, now: datetime, text: Text
) -> None:
    later = now + timedelta(minutes=1)
    saved = save_draft(draft=draft, revision=1, text=text(headline="One"), actor=reporter, now=now)
    save_draft(draft=draft, revision=saved.revision, text=text(headline="Two"), actor=other_reporter, now=later)
    rows = draft.history.order_by("history_id").values_list("revision", "headline", "history_user", "history_date")
    expected = [(1, "", reporter.pk, now), (2, "One", reporter.pk, now), (3, "Two", other_reporter.pk, later)]
    assert list(rows) == expected


def test_saving_brings_the_story_to_the_top_without_a_history_row_of_its_own(
    draft: Draft, reporter: User, now: datetime, text: Text
) -> None:
    later = now + timedelta(minutes=1)
    save_draft(draft=draft, revision=1, text=text(), actor=reporter, now=later)
    story = Story.objects.get()
    assert (story.moved_at, story.history.count()) == (later, 1)


def test_a_save_that_changes_nothing_is_no_revision(draft: Draft, reporter: User, now: datetime, text: Text) -> None:
    save_draft(draft=draft, revision=1, text=text(), actor=reporter, now=now)
    again = save_draft(draft=draft, revision=1, text=text(), actor=reporter, now=now)
    assert (again.revision, draft.history.count()) == (2, 2)


def test_a_stale_save_is_refused_names_who_saved_and_changes_nothing(
    draft: Draft, reporter: User, other_reporter: User, now: datetime, text: Text
) -> None:
    save_draft(draft=draft, revision=1, text=text(headline="Theirs"), actor=other_reporter, now=now)
    with pytest.raises(StaleDraft, match="Seo Joon-ho") as refusal:
        save_draft(draft=draft, revision=1, text=text(headline="Mine"), actor=reporter, now=now)
    assert refusal.value.draft.headline == "Theirs"
    assert Draft.objects.get().headline == "Theirs"


def test_a_closed_draft_takes_no_save(draft: Draft, reporter: User, now: datetime, text: Text) -> None:
    discard_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    with pytest.raises(DraftClosed):
        save_draft(draft=draft, revision=1, text=text(), actor=reporter, now=now)


def test_a_discarded_draft_stays_in_the_record(draft: Draft, reporter: User, now: datetime, text: Text) -> None:
    saved = save_draft(draft=draft, revision=1, text=text(headline="Kept"), actor=reporter, now=now)
    discard_draft(draft=draft, revision=saved.revision, actor=reporter, now=now)
    draft.refresh_from_db()
    assert (draft.headline, draft.closed_at) == ("Kept", now)
    assert draft.history.first().history_change_reason == "discarded"


def test_photos_are_kept_with_the_text_and_only_what_differs_is_written(
    draft: Draft, reporter: User, now: datetime, text: Text, photo: Photo
) -> None:
    uses = [PhotoUse(photo, "The tunnel.", "(Hanbit)"), PhotoUse(None, "The mayor.")]
    save_draft(draft=draft, revision=1, text=text(), photos=uses, actor=reporter, now=now)
    uses[1] = replace(uses[1], caption="The mayor on Monday.")
    save_draft(draft=draft, revision=2, text=text(), photos=uses, actor=reporter, now=now)
    assert uses_of(draft) == tuple(uses)
    assert [place.history.count() for place in draft.photos.order_by("position")] == [1, 2]
    saved = save_draft(draft=draft, revision=3, text=text(), photos=uses[1:], actor=reporter, now=now)
    assert (uses_of(draft), saved.revision) == (tuple(uses[1:]), 4)


def test_a_save_that_says_nothing_of_photos_leaves_them(
    draft: Draft, reporter: User, now: datetime, text: Text, photo: Photo
) -> None:
    save_draft(draft=draft, revision=1, text=text(), photos=[PhotoUse(photo)], actor=reporter, now=now)
    save_draft(draft=draft, revision=2, text=text(headline="Other"), actor=reporter, now=now)
    assert uses_of(draft) == (PhotoUse(photo),)


def test_a_draft_moves_to_the_version_on_the_wire_when_its_writer_has_read_it(
    first: Version, reporter: User, other_reporter: User, now: datetime, text: Text
) -> None:
    draft = open_draft(story=first.story, actor=reporter, now=now)
    second = file_version(
        story=first.story, based_on=first, text=text(headline="Theirs"), actor=other_reporter, now=now
    )
    moved = rebase_draft(draft=draft, revision=1, actor=reporter, now=now)
    assert (moved.based_on, moved.revision, moved.headline) == (second, 2, first.headline)


@pytest.mark.parametrize("changes", [{"headline": "a\x00"}, {"note": "\x1b"}, {"kind": "kill"}, {"email": "a" * 255}])
def test_unacceptable_text_changes_nothing(
    draft: Draft, reporter: User, now: datetime, text: Text, changes: dict[str, str]
) -> None:
    with pytest.raises(UnacceptableText) as refusal:
        save_draft(draft=draft, revision=1, text=text(**changes), actor=reporter, now=now)
    assert refusal.value.field == next(iter(changes))
    assert Draft.objects.get().revision == 1


def test_qualifiers_are_kept_without_their_brackets(draft: Draft, reporter: User, now: datetime, text: Text) -> None:
    typed = text(qualifiers=("(News Focus)", " ", "US-NK summit"))
    saved = save_draft(draft=draft, revision=1, text=typed, actor=reporter, now=now)
    assert saved.qualifiers == ["News Focus", "US-NK summit"]


def test_an_outsider_writes_nothing(draft: Draft, outsider: User, now: datetime, text: Text) -> None:
    for verb in (
        lambda: open_draft(story=draft.story, actor=outsider, now=now),
        lambda: save_draft(draft=draft, revision=1, text=text(), actor=outsider, now=now),
        lambda: rebase_draft(draft=draft, revision=1, actor=outsider, now=now),
        lambda: discard_draft(draft=draft, revision=draft.revision, actor=outsider, now=now),
    ):
        with pytest.raises(NotAllowed):
            verb()
