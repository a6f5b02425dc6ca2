from datetime import timedelta

import pytest

from stories.models import Draft, ParkedText, Story
from stories.services.autosaving import ComesInWhole, NeedsMerge, NoSuchDraft, Tab, autosave
from stories.services.drafting import DraftClosed, discard_draft, open_draft, save_draft
from stories.services.filing import file_version
from stories.services.merging import drop_parked, follow_wire, merge_of_parked, merge_of_wire, settle_parked
from stories.services.refusals import UnacceptableText
from stories.wire.merge import Side

pytestmark = pytest.mark.django_db

OPENING = "The mayor of Harim opened the Daero tunnel on Monday.\n\nIt cost 41 billion won."


@pytest.fixture
def draft(first, reporter, now):
    return open_draft(story=first.story, actor=reporter, now=now)


@pytest.fixture
def save(draft, reporter, now, text):
    """Autosave from a tab: `save(1, "body", serial=1)`."""

    def send(revision, body=OPENING, *, serial=1, session="tab-a", actor=reporter, **fields):
        return autosave(
            story_id=draft.story_id,
            draft_id=draft.pk,
            revision=revision,
            text=text(body=body, **fields),
            actor=actor,
            now=now,
            tab=Tab(session, serial),
        )

    return send


def bodies(draft):
    draft.refresh_from_db()
    return draft.body


def test_a_tab_saves_on_top_of_its_own_saves(save, draft):
    first = save(1, OPENING + "\n\nRain fell.")
    second = save(first.draft.revision, OPENING + "\n\nRain fell all day.", serial=2)
    assert (first.draft.revision, second.draft.revision) == (2, 3)
    assert bodies(draft).endswith("Rain fell all day.")


def test_a_tab_whose_answer_was_lost_is_no_conflict_with_itself(save, draft):
    save(1, OPENING + "\n\nRain fell.")
    again = save(1, OPENING + "\n\nRain fell all day.", serial=2)
    assert not again.merged
    assert bodies(draft).endswith("Rain fell all day.")


def test_a_save_that_arrives_late_does_not_undo_a_later_one(save, draft):
    save(1, OPENING + "\n\nThe later text.", serial=2)
    save(1, OPENING + "\n\nThe earlier text.", serial=1)
    assert bodies(draft).endswith("The later text.")


def test_a_save_that_changes_nothing_makes_no_revision(save, draft):
    assert save(save(1, OPENING + "\n\nRain.").draft.revision, OPENING + "\n\nRain.", serial=2).draft.revision == 2


def test_two_people_in_different_paragraphs_are_merged_and_told(save, draft, other_reporter):
    save(1, OPENING.replace("Monday", "Tuesday"), session="tab-b", actor=other_reporter)
    mine = save(1, OPENING.replace("41 billion", "43 billion"))
    assert mine.merged
    assert "Seo" in mine.notice
    assert bodies(draft) == OPENING.replace("Monday", "Tuesday").replace("41", "43")


def test_a_tab_that_only_looks_is_brought_up_to_date_and_makes_no_revision(save, draft, other_reporter):
    save(1, OPENING + " Theirs.", session="tab-b", actor=other_reporter)
    outcome = save(1, OPENING)
    assert outcome.merged
    assert outcome.draft.body == OPENING + " Theirs."
    draft.refresh_from_db()
    assert draft.revision == 2


def test_two_tabs_of_one_person_are_two_writers(save, draft):
    save(1, OPENING.replace("41 billion", "42 billion"), session="tab-b")
    with pytest.raises(NeedsMerge):
        save(1, OPENING.replace("41 billion", "43 billion"), session="tab-a")


def test_the_same_words_changed_twice_are_parked_and_asked_about(save, draft, other_reporter, reporter, now):
    save(1, OPENING.replace("41 billion", "42 billion"), session="tab-b", actor=other_reporter)
    with pytest.raises(NeedsMerge) as refusal:
        save(1, OPENING.replace("41 billion", "43 billion"))
    parked = refusal.value.parked
    assert "43 billion" in parked.fields["body"]
    [conflict] = merge_of_parked(parked, parked.draft).body.conflicts
    assert ("43" in conflict.mine[0], "42" in conflict.theirs[0]) == (True, True)
    kept = settle_parked(
        parked=parked, draft=parked.draft, revision=2, lines={}, grafs=[Side.MINE], actor=reporter, now=now
    )
    assert "43 billion" in kept.body
    assert not ParkedText.objects.filter(settled_at=None).exists()


def test_a_parked_text_follows_the_tab_that_goes_on_typing(save, other_reporter):
    save(1, OPENING.replace("41 billion", "42 billion"), session="tab-b", actor=other_reporter)
    for serial, amount in ((1, "43"), (2, "44")):
        with pytest.raises(NeedsMerge):
            save(1, OPENING.replace("41 billion", f"{amount} billion"), serial=serial)
    assert "44 billion" in ParkedText.objects.get().fields["body"]


def test_a_late_save_does_not_take_the_place_of_a_newer_parked_text(save, other_reporter):
    save(1, OPENING.replace("41", "42"), session="tab-b", actor=other_reporter)
    for serial, price in ((2, "44"), (1, "43")):
        with pytest.raises(NeedsMerge) as refusal:
            save(1, OPENING.replace("41", price), serial=serial)
    assert "44 billion" in refusal.value.parked.fields["body"]
    assert "44 billion" in ParkedText.objects.get().fields["body"]


def test_a_parked_text_that_is_let_go_stays_in_the_record(save, other_reporter, now):
    save(1, OPENING.replace("41 billion", "42 billion"), session="tab-b", actor=other_reporter)
    with pytest.raises(NeedsMerge) as refusal:
        save(1, OPENING.replace("41 billion", "43 billion"))
    drop_parked(parked=refusal.value.parked, now=now)
    assert ParkedText.objects.get().settled_at == now


def test_a_save_onto_a_closed_draft_is_refused(save, draft, reporter, now):
    discard_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    with pytest.raises(DraftClosed):
        save(1, OPENING + "\n\nToo late.")


def test_a_save_with_a_control_character_is_refused_by_the_field_s_name(save):
    with pytest.raises(UnacceptableText) as refusal:
        save(1, headline="Mayor\x00 opens")
    assert refusal.value.field == "headline"


def test_a_save_by_form_after_an_autosave_belongs_to_no_tab(save, draft, reporter, now, text):
    saved = save(1, OPENING + "\n\nRain.").draft
    by_form = save_draft(draft=draft, revision=saved.revision, text=text(body="Other."), actor=reporter, now=now)
    assert by_form.saved_session == ""


def test_every_accepted_save_is_in_the_history(save, draft):
    save(save(1, OPENING + "\n\nOne.").draft.revision, OPENING + "\n\nTwo.", serial=2)
    assert [row.revision for row in draft.history.order_by("history_id")] == [1, 2, 3]
    assert draft.history.first().history_change_reason == "autosave"


def test_autosaves_leave_the_board_as_it_is_for_a_minute(draft, reporter, now, text):
    for seconds in (10, 90):
        at = now + timedelta(seconds=seconds)
        saved = autosave(
            story_id=draft.story_id,
            draft_id=draft.pk,
            revision=1,
            text=text(body=f"After {seconds}."),
            actor=reporter,
            now=at,
            tab=Tab("tab-a", seconds),
        )
        saved.draft.story.refresh_from_db()
        assert saved.draft.story.moved_at == (now if seconds < 60 else at)


def test_what_went_out_meanwhile_is_merged_into_the_draft(first, draft, save, other_reporter, reporter, now, text):
    save(1, OPENING + "\n\nRain fell at the opening.")
    file_version(
        story=first.story,
        based_on=first,
        text=text(body=OPENING.replace("41 billion", "43 billion"), attn="UPDATES with cost"),
        actor=other_reporter,
        now=now,
    )
    draft = draft.story.drafts.get(pk=draft.pk)
    merge = merge_of_wire(draft)
    assert merge.clean
    followed = follow_wire(draft=draft, revision=2, lines={}, grafs=[], actor=reporter, now=now)
    assert followed.body == OPENING.replace("41", "43") + "\n\nRain fell at the opening."
    assert followed.attn == ""
    assert followed.based_on_id == followed.story.current_version_id
    assert followed.revision == 3  # one save, and one row in the history
    last = draft.history.latest("revision")
    assert (last.revision, last.based_on_id) == (3, followed.based_on_id)


def test_an_answer_lost_before_somebody_else_saved_makes_no_conflict_of_ones_own_words(save, other_reporter):
    save(1, OPENING + " One.")  # kept, and the answer never came
    save(2, OPENING.replace("Monday.", "Monday. Theirs.") + " One.", session="tab-b", actor=other_reporter)
    done = save(1, OPENING + " One. Two.", serial=2)
    assert done.merged
    assert done.draft.body == OPENING.replace("Monday.", "Monday. Theirs.") + " One. Two."


def test_an_earlier_save_that_comes_last_takes_no_later_words_away(save, other_reporter):
    save(1, OPENING + " One. Two.", serial=2)
    save(2, OPENING.replace("Monday.", "Monday. Theirs.") + " One. Two.", session="tab-b", actor=other_reporter)
    late = save(1, OPENING + " One.", serial=1)
    assert late.draft.body == OPENING.replace("Monday.", "Monday. Theirs.") + " One. Two."
    assert late.draft.revision == 3
    assert not ParkedText.objects.exists()


def test_a_merged_save_sent_again_is_answered_with_the_text_as_it_is_now_and_made_once(save, other_reporter, draft):
    save(1, OPENING.replace("Monday.", "Monday. Theirs."), session="tab-b", actor=other_reporter)
    save(1, OPENING + " One.")  # merged, and the answer never came
    again = save(1, OPENING + " One.")
    assert again.merged
    assert again.draft.body == OPENING.replace("Monday.", "Monday. Theirs.") + " One."
    assert again.draft.revision == 3
    theirs = save(
        3, again.draft.body.replace("Theirs.", "Theirs. More."), session="tab-b", serial=2, actor=other_reporter
    )
    assert save(1, OPENING + " One.").draft.body == theirs.draft.body


def test_a_tab_that_types_on_behind_a_merged_save_it_never_heard_of_has_no_conflict_with_itself(save, other_reporter):
    save(1, OPENING.replace("Monday.", "Monday. Theirs."), session="tab-b", actor=other_reporter)
    save(1, OPENING + " One.")
    done = save(1, OPENING + " One. Two.", serial=2)
    assert done.draft.body == OPENING.replace("Monday.", "Monday. Theirs.") + " One. Two."


def test_a_save_by_somebody_without_a_role_finds_no_draft(save, outsider):
    with pytest.raises(NoSuchDraft):
        save(1, "Other.", actor=outsider)


def test_a_save_takes_four_queries(save, django_assert_num_queries, draft):
    revision = save(1, "One.").draft.revision
    with django_assert_num_queries(4 + 2):  # and a savepoint, for the test stands in a transaction
        save(revision, "Two.", serial=2)


def test_brackets_that_somebody_set_meanwhile_stay_beside_ones_own_words(save, draft, other_reporter):
    save(1, session="tab-b", actor=other_reporter, qualifiers=("News Focus",))
    mine = save(1, OPENING + " One.")
    assert mine.draft.qualifiers == ["News Focus"]
    taken_off = save(2, OPENING, session="tab-b", serial=2, actor=other_reporter)
    assert (taken_off.draft.qualifiers, taken_off.draft.body) == ([], OPENING + " One.")


def test_an_urgent_chosen_by_somebody_else_stays_urgent(save, draft, other_reporter):
    save(1, session="tab-b", actor=other_reporter, kind="urgent")
    assert save(1, OPENING + " One.").draft.kind == "urgent"


def test_brackets_of_a_parked_text_come_in_with_its_words(save, other_reporter, reporter, now):
    save(1, OPENING.replace("41", "42"), session="tab-b", actor=other_reporter)
    with pytest.raises(NeedsMerge) as refusal:
        save(1, OPENING.replace("41", "43"), qualifiers=("News Focus",))
    parked = refusal.value.parked
    kept = settle_parked(
        parked=parked, draft=parked.draft, revision=2, lines={}, grafs=[Side.MINE], actor=reporter, now=now
    )
    assert kept.qualifiers == ["News Focus"]


def test_ones_own_other_window_is_called_so(save):
    save(1, OPENING.replace("Monday", "Tuesday"), session="tab-b")
    assert save(1, OPENING.replace("41", "43")).notice.startswith("You saved meanwhile in another window.")
    with pytest.raises(NeedsMerge, match="You changed the same places in another window"):
        save(1, OPENING.replace("Monday", "Sunday"), session="tab-c")


def typed_behind_a_filing(save, draft, other_reporter, now, text, body):
    """Somebody files what the tab saved and more; the tab's later `body` meets the next lead's draft."""
    save(1, OPENING + "\n\nRain fell.")
    filed = text(body=OPENING.replace("41", "43") + "\n\nRain fell.", attn="UPDATES with cost in para 2")
    file_version(story=draft.story, based_on=draft.based_on, text=filed, actor=other_reporter, now=now)
    Draft.objects.filter(pk=draft.pk).update(closed_at=now, state="filed")
    return open_draft(story=Story.objects.get(pk=draft.story_id), actor=other_reporter, now=now), body


@pytest.fixture
def send_on(save, draft, other_reporter, reporter, now, text):
    def send(body):
        fresh, body = typed_behind_a_filing(save, draft, other_reporter, now, text, body)
        given = {"story_id": draft.story_id, "draft_id": fresh.pk, "revision": 2, "text": text(body=body)}
        return autosave(**given, actor=reporter, now=now, tab=Tab("tab-a", 3, closed=draft.pk))

    return send


def test_words_typed_while_the_draft_was_filed_are_merged_into_the_next_lead(send_on):
    done = send_on(OPENING + "\n\nRain fell all day.")
    assert done.draft.body == OPENING.replace("41", "43") + "\n\nRain fell all day."
    assert (done.merged, done.draft.attn, done.draft.revision) == (True, "", 2)


def test_where_both_changed_the_same_since_the_filing_the_text_comes_in_whole(send_on):
    with pytest.raises(ComesInWhole):
        send_on(OPENING.replace("41", "44") + "\n\nRain fell.")
