"""A discarded draft comes back with all it had, once, and never over another one."""

import pytest

from stories.models import Draft
from stories.services.drafting import (
    DraftText,
    UnableToTakeUp,
    discard_draft,
    open_draft,
    save_draft,
    take_up_draft,
    text_of,
)
from stories.services.filing import file_version
from stories.services.refusals import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def discarded(first, reporter, now):
    draft = open_draft(story=first.story, actor=reporter, now=now)
    typed = DraftText(headline="Tunnel open", attn="ADDS remarks in para 1", body="Rain fell.", qualifiers=("Roads",))
    saved = save_draft(draft=draft, revision=1, text=typed, actor=reporter, now=now)
    return discard_draft(draft=saved, revision=2, actor=reporter, now=now)


def test_it_has_its_text_again_and_the_discarded_one_stays(discarded, other_reporter, now):
    draft = take_up_draft(draft=discarded, actor=other_reporter, now=now)
    assert text_of(draft) == text_of(discarded)
    assert (draft.based_on_id, draft.saved_by) == (discarded.based_on_id, other_reporter)
    assert draft.history.first().history_change_reason == "taken up again"
    assert Draft.objects.get(pk=discarded.pk).state == Draft.State.DISCARDED


def test_it_follows_the_version_it_was_written_on_so_that_what_went_out_since_is_merged(
    discarded, first, other_reporter, reporter, now
):
    file_version(
        story=first.story, based_on=first, text=DraftText(headline="Theirs", body="B."), actor=other_reporter, now=now
    )
    assert take_up_draft(draft=discarded, actor=reporter, now=now).based_on == first


def test_it_takes_no_other_draft_s_place(discarded, first, reporter, now):
    open_draft(story=first.story, actor=reporter, now=now)
    with pytest.raises(UnableToTakeUp, match="Another draft"):
        take_up_draft(draft=discarded, actor=reporter, now=now)


def test_an_open_draft_is_not_taken_up(first, reporter, now):
    with pytest.raises(UnableToTakeUp):
        take_up_draft(draft=open_draft(story=first.story, actor=reporter, now=now), actor=reporter, now=now)


def test_an_outsider_takes_nothing_up(discarded, outsider, now):
    with pytest.raises(NotAllowed):
        take_up_draft(draft=discarded, actor=outsider, now=now)
