"""A picture brought to a filed caption counts as that filing's for what comes after it, and for nothing before."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from stories.models import Desk, Photo, Story, Version
from stories.queries.audits import audited
from stories.queries.compare import compare
from stories.queries.editor import working_copy
from stories.queries.filings import pair_for
from stories.queries.strip import on_wire, tiles
from stories.services.drafting import open_draft, save_draft, text_of
from stories.services.draftphotos import PhotoUse, uses_of
from stories.services.filing import file_version
from stories.services.photos.placing import fill_placeholder
from stories.wire.diff.values import PhotoKind
from tests.ferry import LEAD, ferry_text, file_ferry

pytestmark = pytest.mark.django_db

WAITING = PhotoUse(caption="The Namdo Star in tow off Mokpo on March 9, 2026.", credit="(Hanbit)")
MINUTES = timedelta(minutes=1)


@pytest.fixture
def make(now: datetime) -> Callable[[int], Photo]:
    def photo(number: int) -> Photo:
        given = {"credit": "(Hanbit)", "rights": "Any use.", "added_at": now}
        return Photo.objects.create(sha256=f"{number:064x}", file="a.jpg", width=4, height=3, bytes=9, **given)

    return photo


@pytest.fixture
def filed(desk: Desk, reporter: User, now: datetime) -> Version:
    """The LEAD, filed with a caption that waits for its picture."""
    _, versions = file_ferry(desk=desk, actor=reporter, now=now, photos=((), (), (WAITING,)), filings=3)
    return versions[-1]


def lead_with(story: Story, *uses: PhotoUse, actor: User, at: datetime) -> Version:
    return file_version(
        story=story, based_on=story.current_version, text=ferry_text(3, LEAD), photos=uses, actor=actor, now=at
    )


def kinds(story: Story, person: User, now: datetime) -> list[PhotoKind]:
    """What the compare page says of the photos of the last two filings."""
    last = story.versions.count()
    pair = pair_for(person, story.pk, str(last - 1), str(last), now)
    return [row.change.kind for row in compare(pair, person).photos]


def test_another_picture_in_its_place_is_a_replacement(
    filed: Version, make: Callable[[int], Photo], reporter: User, now: datetime
) -> None:
    story, came, other = filed.story, make(1), make(2)
    fill_placeholder(use=filed.photos.get(), photo=came, actor=reporter, now=now)
    draft = open_draft(story=story, actor=reporter, now=now)
    uses = [PhotoUse(other, WAITING.caption, WAITING.credit)]
    draft = save_draft(
        draft=draft, revision=draft.revision, text=text_of(draft), photos=uses, actor=reporter, now=now + MINUTES
    )
    assert [tile.tag for tile in tiles(uses_of(draft), on_wire(draft.story), now)] == ["± replaced"]
    assert working_copy(draft).found.proposal.text == "REPLACES photo"
    assert [row.kind for row in working_copy(draft).found.changes.photos] == [PhotoKind.REPLACED]
    lead_with(story, *uses, actor=reporter, at=now + 2 * MINUTES)
    assert kinds(story, reporter, now + 3 * MINUTES) == [PhotoKind.REPLACED]


def test_the_picture_that_was_brought_stays_the_picture(
    filed: Version, make: Callable[[int], Photo], reporter: User, now: datetime
) -> None:
    fill_placeholder(use=filed.photos.get(), photo=make(1), actor=reporter, now=now)
    draft = open_draft(story=filed.story, actor=reporter, now=now + MINUTES)
    assert [tile.tag for tile in tiles(uses_of(draft), on_wire(draft.story), now)] == [""]
    assert working_copy(draft).found.proposal.text == ""


def test_a_lead_that_went_out_before_it_came_replaced_nothing(
    filed: Version, make: Callable[[int], Photo], reporter: User, now: datetime
) -> None:
    """Its line was right when it was filed, and stays so."""
    story = filed.story
    lead_with(story, PhotoUse(make(2), WAITING.caption, WAITING.credit), actor=reporter, at=now)
    before = kinds(story, reporter, now), [one.found for one in audited(story)]
    fill_placeholder(use=filed.photos.get(), photo=make(1), actor=reporter, now=now + MINUTES)
    assert (kinds(story, reporter, now), [one.found for one in audited(story)]) == before
    assert before[0] == [PhotoKind.KEPT]


def test_the_page_that_is_kept_of_a_pair_goes_by_the_pictures_too(
    filed: Version, make: Callable[[int], Photo], reporter: User, now: datetime, django_assert_max_num_queries: Any
) -> None:
    story = filed.story
    fill_placeholder(use=filed.photos.get(), photo=make(1), actor=reporter, now=now)
    lead_with(story, PhotoUse(make(2), WAITING.caption, WAITING.credit), actor=reporter, at=now + MINUTES)
    pair = pair_for(reporter, story.pk, "3", "4", now + MINUTES)
    with django_assert_max_num_queries(2):
        key = compare(pair, reporter).key
    filed.photos.get().late.delete()
    assert compare(pair_for(reporter, story.pk, "3", "4", now + MINUTES), reporter).key != key
