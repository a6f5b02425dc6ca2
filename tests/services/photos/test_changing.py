"""A photo's words put right, a photo withdrawn, a waiting caption given its picture."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User

from stories.models import Byline, Desk, Draft, LatePhoto, Note, Photo, Story, Version
from stories.queries.doors import picture_for
from stories.queries.photos.usages import usages, withdrawn_in
from stories.services.archive import verify_archive
from stories.services.drafting import DraftText, open_draft, save_draft
from stories.services.draftphotos import PhotoUse, PhotoWithdrawn, uses_of
from stories.services.filing import file_version
from stories.services.opening import open_story
from stories.services.photos import store_photo
from stories.services.photos.editing import StalePhoto, apply_caption_to_uses, edit_photo, revision_of
from stories.services.photos.placing import PlaceTaken, fill_placeholder
from stories.services.photos.withdrawing import WithdrawalReasonMissing, restore_photo, withdraw_photo
from stories.services.refusals import NotAllowed, UnacceptableText
from tests.pictures import file_of, scene

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "photos"


@pytest.fixture
def photo(reporter: User, now: datetime) -> Photo:
    given = {"caption": "The tunel.", "credit": "(Hanbit)", "rights": "Any use."}
    return store_photo(data=file_of(scene()), **given, actor=reporter, now=now)


@pytest.fixture
def other(reporter: User, now: datetime) -> Photo:
    given = {"caption": "The mayor.", "credit": "(Hanbit)", "rights": "Any use."}
    return store_photo(data=file_of(scene(5)), **given, actor=reporter, now=now)


@pytest.fixture
def filed(story: Story, photo: Photo, reporter: User, now: datetime, text: Callable[..., DraftText]) -> Version:
    """Filed with the photo and a caption without its picture; the next draft has both."""
    uses = [PhotoUse(photo, "The tunel.", "(Hanbit)"), PhotoUse(None, "The mayor.", "(Hanbit)")]
    version = file_version(story=story, based_on=None, text=text(), photos=uses, actor=reporter, now=now)
    story.refresh_from_db()
    open_draft(story=story, actor=reporter, now=now)
    return version


def edit(photo: Photo, actor: User, now: datetime, **changes: Any) -> Any:
    return edit_photo(photo=photo, revision=revision_of(photo), changes=changes, actor=actor, now=now)


def test_a_fixed_caption_is_offered_to_open_drafts_and_changes_none(
    filed: Version, photo: Photo, reporter: User, now: datetime
) -> None:
    edited = edit(photo, reporter, now, caption="The tunnel.")
    draft = Draft.objects.get()
    assert (edited.photo.caption, [use.draft for use in edited.uses]) == ("The tunnel.", [draft])
    assert uses_of(draft)[0].caption == "The tunel."
    assert uses_of(filed)[0].caption == "The tunel."


def test_taken_up_it_is_a_new_revision_of_the_draft_and_the_filed_one_stays(
    filed: Version, photo: Photo, reporter: User, now: datetime
) -> None:
    edited = edit(photo, reporter, now, caption="The tunnel.")
    (draft,) = apply_caption_to_uses(photo=edited.photo, uses=edited.uses, actor=reporter, now=now)
    assert draft.revision == 2
    assert [use.caption for use in uses_of(draft)] == ["The tunnel.", "The mayor."]
    assert uses_of(filed)[0].caption == "The tunel."
    assert verify_archive().holds
    assert apply_caption_to_uses(photo=edited.photo, uses=edited.uses, actor=reporter, now=now) == ()


def test_other_fields_offer_nothing(filed: Version, photo: Photo, reporter: User, now: datetime) -> None:
    assert edit(photo, reporter, now, place="Harim", not_for_sale=True).uses == ()


def test_two_who_change_one_photo_do_not_overwrite_each_other(
    photo: Photo, reporter: User, other_reporter: User, now: datetime
) -> None:
    seen = revision_of(photo)
    edit(photo, other_reporter, now, place="Harim")
    with pytest.raises(StalePhoto, match="Seo Joon-ho changed this photo") as refusal:
        edit_photo(photo=photo, revision=seen, changes={"place": "Busan"}, actor=reporter, now=now)
    assert refusal.value.photo.place == "Harim"
    same = edit_photo(photo=photo, revision=seen, changes={"place": "Harim"}, actor=reporter, now=now)
    assert same.photo.history.count() == 2


def test_its_history_says_who_changed_what(photo: Photo, desk_editor: User, now: datetime) -> None:
    edit(photo, desk_editor, now, credit="(pool photo) (Hanbit)")
    row = photo.history.first()
    assert (row.history_user, row.history_date, row.credit) == (desk_editor, now, "(pool photo) (Hanbit)")


def test_a_photographers_name_finds_the_byline(photo: Photo, reporter: User, now: datetime) -> None:
    won = Byline.objects.create(name="Won Bi-chan", native_name="원비찬")
    assert edit(photo, reporter, now, photographer="원비찬").photo.byline == won
    assert edit(photo, reporter, now, photographer="Somebody Else").photo.byline is None


@pytest.mark.parametrize(("name", "value"), [("caption", "a\x00b"), ("credit", "x" * 241), ("focal_x", 101)])
def test_what_cannot_be_kept_is_refused(name: str, value: Any, photo: Photo, reporter: User, now: datetime) -> None:
    with pytest.raises(UnacceptableText):
        edit(photo, reporter, now, **{name: value})


def test_who_may_not_see_a_photo_changes_nothing(photo: Photo, outsider: User, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        edit(photo, outsider, now, place="x")


def test_a_withdrawn_photo_is_flagged_on_every_story_and_goes_into_no_new_one(
    filed: Version, photo: Photo, desk: Desk, reporter: User, desk_editor: User, now: datetime, text: Any
) -> None:
    withdrawal = withdraw_photo(photo=photo, reason="Wrong tunnel.", actor=desk_editor, now=now)
    assert [story.pk for story in withdrawal.stories] == [filed.story_id]
    assert Note.objects.get(story=filed.story_id).body.startswith("Photo withdrawn: Wrong tunnel.")
    assert withdrawn_in([filed.story]) == {filed.story_id: (photo,)}
    elsewhere = open_story(actor=reporter, now=now, desk=desk, slugline="Harim-bridge")
    draft = open_draft(story=elsewhere, actor=reporter, now=now)
    fresh = Photo.objects.get(pk=photo.pk)
    with pytest.raises(PhotoWithdrawn, match="Wrong tunnel"):
        save_draft(draft=draft, revision=1, text=text(), photos=[PhotoUse(fresh)], actor=reporter, now=now)
    assert uses_of(draft) == ()


def test_a_draft_that_has_it_already_can_still_be_saved(
    filed: Version, photo: Photo, reporter: User, desk_editor: User, now: datetime, text: Any
) -> None:
    withdraw_photo(photo=photo, reason="Wrong tunnel.", actor=desk_editor, now=now)
    draft = Draft.objects.get()
    save_draft(draft=draft, revision=1, text=text(), photos=uses_of(draft)[:1], actor=reporter, now=now)
    assert len(uses_of(draft)) == 1


def test_only_the_desk_withdraws_and_only_with_a_reason(
    photo: Photo, reporter: User, desk_editor: User, now: datetime
) -> None:
    with pytest.raises(NotAllowed):
        withdraw_photo(photo=photo, reason="No.", actor=reporter, now=now)
    with pytest.raises(WithdrawalReasonMissing):
        withdraw_photo(photo=photo, reason="  ", actor=desk_editor, now=now)
    assert Photo.objects.get().withdrawn_at is None


def test_a_second_withdrawal_changes_nothing_and_a_mistake_is_taken_back(
    photo: Photo, reporter: User, desk_editor: User, now: datetime
) -> None:
    withdraw_photo(photo=photo, reason="First.", actor=desk_editor, now=now)
    withdraw_photo(photo=photo, reason="Second.", actor=desk_editor, now=now + timedelta(hours=1))
    assert Photo.objects.get().withdrawn_reason == "First."
    restore_photo(photo=photo, actor=desk_editor, now=now)
    assert picture_for(reporter, photo.sha256, now) == photo
    assert [row.history_change_reason for row in photo.history.all()] == ["restored", "withdrawn", None]


def test_a_waiting_caption_gets_its_picture_and_the_version_stays(
    filed: Version, other: Photo, reporter: User, now: datetime
) -> None:
    place = filed.photos.get(position=1)
    late = fill_placeholder(use=place, photo=other, actor=reporter, now=now)
    assert (late.photo, late.brought_by, late.brought_at) == (other, reporter, now)
    assert uses_of(filed)[1].photo is None
    assert verify_archive().holds
    (usage,) = usages(other, reporter, now)
    assert (usage.version, usage.late, usage.use.caption) == (filed, True, "The mayor.")


def test_the_next_draft_begins_with_the_picture_brought_since(
    filed: Version, other: Photo, reporter: User, now: datetime
) -> None:
    fill_placeholder(use=filed.photos.get(position=1), photo=other, actor=reporter, now=now)
    Draft.objects.update(closed_at=now)
    draft = open_draft(story=filed.story, actor=reporter, now=now)
    assert [use.photo for use in uses_of(draft)][1] == other


def test_a_place_is_filled_once(filed: Version, photo: Photo, other: Photo, reporter: User, now: datetime) -> None:
    with pytest.raises(PlaceTaken):
        fill_placeholder(use=filed.photos.get(position=0), photo=other, actor=reporter, now=now)
    place = filed.photos.get(position=1)
    first = fill_placeholder(use=place, photo=other, actor=reporter, now=now)
    assert fill_placeholder(use=place, photo=other, actor=reporter, now=now) == first
    with pytest.raises(PlaceTaken):
        fill_placeholder(use=place, photo=photo, actor=reporter, now=now)
    assert LatePhoto.objects.count() == 1


def test_no_withdrawn_picture_and_nobody_from_outside_fills_a_place(
    filed: Version, other: Photo, outsider: User, reporter: User, desk_editor: User, now: datetime
) -> None:
    place = filed.photos.get(position=1)
    with pytest.raises(NotAllowed):
        fill_placeholder(use=place, photo=other, actor=outsider, now=now)
    withdraw_photo(photo=other, reason="Not ours.", actor=desk_editor, now=now)
    with pytest.raises(PhotoWithdrawn):
        fill_placeholder(use=place, photo=other, actor=reporter, now=now)


def test_crop_focal_point_and_alt_text_are_sealed_with_the_use(
    story: Story, photo: Photo, reporter: User, now: datetime, text: Any
) -> None:
    use = PhotoUse(photo, "The tunnel.", "(Hanbit)", "A round opening.", "16x9", 0, 70)
    version = file_version(story=story, based_on=None, text=text(), photos=[use], actor=reporter, now=now)
    assert uses_of(version) == (use,)
    assert verify_archive().holds


@pytest.mark.parametrize("wrong", [{"crop": "2x1"}, {"focal_x": 101}, {"focal_y": -1}])
def test_a_crop_that_is_none_is_refused(wrong: Any, story: Story, reporter: User, now: datetime, text: Any) -> None:
    with pytest.raises(UnacceptableText):
        file_version(story=story, based_on=None, text=text(), photos=[PhotoUse(**wrong)], actor=reporter, now=now)
