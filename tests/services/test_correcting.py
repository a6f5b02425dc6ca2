"""Corrections: made of a lead's facts, filed beneath it, and brought into the lead being written."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from stories.models import Draft, Notification, Version
from stories.queries.sent_facts import sent_facts_of
from stories.services.correcting import (
    UnableToCorrect,
    correct_first,
    make_correction,
    make_lead,
    restore_version,
)
from stories.services.drafting import DraftText, StaleDraft, open_draft, save_draft, text_of
from stories.services.filing import StaleBase, file_draft, file_version
from stories.services.refusals import NotAllowed
from stories.services.submitting import submit_draft
from stories.wire.label import label_text

pytestmark = pytest.mark.django_db

SENT = "The mayor of Harim opened the Daero tunnel on Monday.\n\nIt cost 41 billion won and has three lanes."
NOW = "The mayor of Harim opened the Daero tunnel on Monday to cheers.\n\nIt cost 41 billion won and has four lanes."
MORE = f"{NOW}\n\nBuses cross it free of charge."


@pytest.fixture
def lead(first: Version, reporter: User, now: datetime, text: Callable[..., DraftText]) -> Version:
    version = file_version(story=first.story, based_on=first, text=text(body=SENT), actor=reporter, now=now)
    first.story.refresh_from_db()
    version.story = first.story
    return version


@pytest.fixture
def draft(lead: Version, reporter: User, now: datetime, text: Callable[..., DraftText]) -> Draft:
    """The 2nd LD: news, and one fact that reads otherwise than it was sent."""
    opened = open_draft(story=lead.story, actor=reporter, now=now)
    fresh = text(body=MORE, attn="ADDS buses in para 3")
    return save_draft(draft=opened, revision=1, text=fresh, actor=reporter, now=now)


@pytest.fixture
def rewrite(reporter: User, now: datetime) -> Callable[..., Draft]:
    def save(draft: Draft, **changes: Any) -> Draft:
        fresh = DraftText(**{name: getattr(draft, name) for name in ("headline", "byline", "dateline")} | changes)
        return save_draft(draft=draft, revision=draft.revision, text=fresh, actor=reporter, now=now)

    return save


@pytest.fixture
def correction(draft: Draft, reporter: User, now: datetime) -> Draft:
    """Only the lanes, put right in what is on the wire."""
    (fact,) = sent_facts_of(draft)
    return correct_first(draft=draft, revision=draft.revision, facts=[fact.key], actor=reporter, now=now)


def test_a_fact_that_reads_otherwise_is_found_in_the_draft_and_news_is_not(draft: Draft) -> None:
    (fact,) = sent_facts_of(draft)

    assert (fact.name, fact.change.old, fact.change.new, fact.silent) == (
        "number of lanes",
        "three lanes",
        "four lanes",
        True,
    )


def test_a_correction_made_first_has_the_sent_text_with_the_fact_alone_put_right(correction: Draft) -> None:
    assert correction.body == SENT.replace("three", "four")
    assert correction.attn == "CORRECTS number of lanes in 2nd para to four"
    assert correction.note == "Number of lanes in 2nd para: “three lanes” should read “four lanes”."


def test_both_go_out_in_their_order_and_the_lead_keeps_its_own_words(
    correction: Draft, draft: Draft, lead: Version, reporter: User, now: datetime
) -> None:
    sent = file_draft(draft=correction, revision=correction.revision, actor=reporter, now=now)
    draft.refresh_from_db()

    assert label_text(sent.label) == "(LEAD) (CORRECTION)"
    assert (draft.based_on_id, draft.body, draft.attn) == (sent.pk, MORE, "ADDS buses in para 3")
    assert draft.history.first().history_change_reason == "merged with the LEAD CORRECTION"
    later = file_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    assert (label_text(later.label), later.sequence) == ("(2nd LD)", 4)


def test_a_correction_of_its_own_comes_into_the_lead_being_written(
    draft: Draft, rewrite: Callable[..., Draft], other_reporter: User, now: datetime
) -> None:
    opened = open_draft(story=draft.story, actor=other_reporter, now=now, purpose=Draft.Purpose.CORRECTION)
    written = rewrite(opened, body=SENT.replace("41 billion", "43 billion"))
    file_draft(draft=written, revision=written.revision, actor=other_reporter, now=now)
    draft.refresh_from_db()

    assert draft.body == MORE.replace("41 billion", "43 billion")


def test_a_lead_whose_words_the_correction_touches_is_left_to_its_writer(
    draft: Draft, rewrite: Callable[..., Draft], reporter: User, now: datetime
) -> None:
    opened = open_draft(story=draft.story, actor=reporter, now=now, purpose=Draft.Purpose.CORRECTION)
    written = rewrite(opened, body=SENT.replace("three lanes", "five lanes"))
    sent = file_draft(draft=written, revision=written.revision, actor=reporter, now=now)
    draft.refresh_from_db()

    assert draft.body == MORE
    assert draft.based_on_id != sent.pk
    with pytest.raises(StaleBase):
        file_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)


def test_a_correction_begun_before_a_lead_went_out_is_no_parent_after_its_update(
    correction: Draft, draft: Draft, reporter: User, now: datetime
) -> None:
    file_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)

    with pytest.raises(StaleBase, match="2nd LD went out"):
        file_draft(draft=correction, revision=correction.revision, actor=reporter, now=now)


def test_a_second_correction_of_one_lead_counts_on(
    draft: Draft, lead: Version, rewrite: Callable[..., Draft], reporter: User, now: datetime
) -> None:
    labels = []
    for won in ("43 billion", "44 billion"):
        opened = open_draft(story=lead.story, actor=reporter, now=now, purpose=Draft.Purpose.CORRECTION)
        written = rewrite(opened, body=SENT.replace("41 billion", won))
        labels.append(label_text(file_draft(draft=written, revision=2, actor=reporter, now=now).label))

    assert labels == ["(LEAD) (CORRECTION)", "(LEAD) (2nd CORRECTION)"]


def test_no_fact_chosen_makes_no_correction(draft: Draft, reporter: User, now: datetime) -> None:
    with pytest.raises(UnableToCorrect, match="at least one fact"):
        correct_first(draft=draft, revision=draft.revision, facts=[], actor=reporter, now=now)

    assert not Draft.objects.filter(purpose=Draft.Purpose.CORRECTION).exists()


def test_a_correction_being_written_is_not_written_over(correction: Draft, draft: Draft, reporter: User, now: datetime):
    with pytest.raises(UnableToCorrect, match="being written already"):
        correct_first(draft=draft, revision=draft.revision, facts=["x"], actor=reporter, now=now)


def test_what_was_saved_after_the_page_was_opened_is_not_corrected_unseen(
    draft: Draft, reporter: User, now: datetime
) -> None:
    with pytest.raises(StaleDraft):
        correct_first(draft=draft, revision=1, facts=["x"], actor=reporter, now=now)


def test_a_whole_draft_becomes_the_correction_and_what_was_typed_stays(
    draft: Draft, reporter: User, now: datetime
) -> None:
    made = make_correction(draft=draft, revision=draft.revision, actor=reporter, now=now)
    made.refresh_from_db()

    assert (made.purpose, made.attn) == (Draft.Purpose.CORRECTION, "ADDS buses in para 3")
    assert made.note.startswith("Number of lanes in 2nd para")
    sent = file_draft(draft=made, revision=made.revision, actor=reporter, now=now)
    assert label_text(sent.label) == "(LEAD) (CORRECTION)"


def test_a_correction_becomes_the_next_lead_again(draft: Draft, reporter: User, now: datetime) -> None:
    made = make_correction(draft=draft, revision=draft.revision, actor=reporter, now=now)

    back = make_lead(draft=made, revision=made.revision, actor=reporter, now=now)

    back.refresh_from_db()
    assert (back.purpose, text_of(back).body) == (Draft.Purpose.UPDATE, MORE)


def test_a_correction_is_no_lead_beside_the_lead_being_written(
    correction: Draft, draft: Draft, reporter: User, now: datetime
) -> None:
    with pytest.raises(UnableToCorrect, match="being written already"):
        make_lead(draft=correction, revision=correction.revision, actor=reporter, now=now)


def test_what_the_desk_was_handed_becomes_a_correction_by_the_desk_alone(
    draft: Draft, reporter: User, desk_editor: User, now: datetime
) -> None:
    submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)

    with pytest.raises(NotAllowed, match="take it back first"):
        make_correction(draft=draft, revision=draft.revision, actor=reporter, now=now)
    made = make_correction(draft=draft, revision=draft.revision, actor=desk_editor, now=now)
    assert made.purpose == Draft.Purpose.CORRECTION


def test_an_older_text_comes_back_as_the_next_lead(first: Version, lead: Version, reporter: User, now: datetime):
    first.story = lead.story
    draft = restore_version(version=first, actor=reporter, now=now)
    sent = file_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)

    assert (sent.body, sent.sequence, label_text(sent.label)) == (first.body, 3, "(2nd LD)")
    assert draft.history.filter(history_change_reason="restored from version 1").exists()


def test_an_older_text_never_stands_over_a_lead_being_written(
    first: Version, draft: Draft, reporter: User, now: datetime
) -> None:
    first.story = draft.story
    with pytest.raises(UnableToCorrect, match="being written"):
        restore_version(version=first, actor=reporter, now=now)


def test_who_worked_on_the_story_is_told_of_a_correction(
    correction: Draft, reporter: User, desk_editor: User, now: datetime
) -> None:
    file_draft(draft=correction, revision=correction.revision, actor=desk_editor, now=now + timedelta(minutes=1))

    (told,) = Notification.objects.filter(event=Notification.Event.CORRECTED)
    assert (told.person, told.actor) == (reporter, desk_editor)
