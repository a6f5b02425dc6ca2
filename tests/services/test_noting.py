from datetime import timedelta

import pytest

from stories.models import Note, Notification
from stories.queries.notes import notes_of, open_notes
from stories.services.drafting import discard_draft, open_draft, save_draft
from stories.services.noting import NoSuchPlace, NotePlaceClosed, reopen_note, resolve_note, write_note
from stories.services.refusals import NotAllowed, UnacceptableText
from stories.services.submitting import submit_draft

pytestmark = pytest.mark.django_db

TUNNEL = "The mayor of Harim opened the Daero tunnel on Monday after two years of delay."
COST = "It cost 41 billion won, of which the province paid 12 billion, the city said."
RAIN = "Rain fell on the guests, and the band of the fire brigade played under umbrellas."


@pytest.fixture
def draft(story, reporter, now, text):
    draft = open_draft(story=story, actor=reporter, now=now)
    body = "\n\n".join((TUNNEL, COST, RAIN))
    return save_draft(draft=draft, revision=1, text=text(body=body), actor=reporter, now=now)


@pytest.fixture
def note(draft, desk_editor, now):
    """`note("Which year?", graf=1)`: by the desk, on the draft."""

    def write(body="Which year?", **fields):
        given = {"actor": desk_editor, "draft": draft, **fields}
        return write_note(story=draft.story, body=body, now=now, **given)

    return write


@pytest.fixture
def save(draft, reporter, now, text):
    """Save paragraphs as the draft's next revision."""

    def keep(*grafs, actor=reporter):
        draft.refresh_from_db()
        body = "\n\n".join(grafs)
        return save_draft(draft=draft, revision=draft.revision, text=text(body=body), actor=actor, now=now)

    return keep


def place(note):
    note.refresh_from_db()
    return (note.graf, note.start, note.end, note.gone)


def test_a_note_on_a_paragraph_quotes_it(note):
    written = note(graf=1)
    assert (written.quoted, place(written)) == (COST, (1, None, None, False))


def test_a_note_on_words_quotes_them(note):
    written = note(graf=1, words="12 billion")
    assert (written.quoted, COST[written.start : written.end]) == ("12 billion", "12 billion")


def test_a_note_on_the_whole_text_quotes_nothing(note):
    assert (note().graf, note().quoted) == (None, "")


@pytest.mark.parametrize(
    ("where", "words"), [({"graf": 3}, "no paragraph 4"), ({"graf": 0, "words": "umbrellas"}, "Paragraph 1 does not")]
)
def test_a_note_on_what_is_not_there_is_refused(note, where, words):
    with pytest.raises(NoSuchPlace, match=words):
        note(**where)
    assert not Note.objects.exists()


@pytest.mark.parametrize("body", ["", "  \n ", "A\x00bell"])
def test_a_note_that_says_nothing_or_hides_something_is_refused(note, body):
    with pytest.raises(UnacceptableText) as refusal:
        note(body)
    assert refusal.value.field == "remark"


def test_who_has_no_role_writes_no_note(note, outsider):
    with pytest.raises(NotAllowed):
        note(actor=outsider)


def test_an_embargo_keeps_other_reporters_from_noting(note, draft, other_reporter, now):
    draft.story.embargo_until = now + timedelta(hours=1)
    draft.story.save()
    with pytest.raises(NotAllowed):
        note(actor=other_reporter)


def test_a_note_on_a_draft_that_is_closed_is_refused(note, draft, reporter, now):
    discard_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    with pytest.raises(NotePlaceClosed):
        note(graf=0)


def test_an_answer_stands_in_the_thread_of_its_first_note(note, draft, reporter):
    first = note(graf=1)
    answer = note("This one.", parent=first, actor=reporter, draft=None)
    again = note("Good.", parent=answer, draft=None)
    assert {answer.parent_id, again.parent_id} == {first.pk}
    [thread] = notes_of(draft)
    assert [remark.body for remark in thread.answers] == ["This one.", "Good."]


def test_a_settled_thread_says_by_whom_and_is_taken_up_again(note, draft, reporter, desk_editor, now):
    written = note(graf=1)
    resolve_note(note=written, actor=reporter, now=now)
    resolve_note(note=written, actor=desk_editor, now=now + timedelta(hours=1))
    [thread] = notes_of(draft)
    assert (thread.resolved_by, thread.resolved_at) == ("Rim Na-ra", now)
    assert open_notes(draft) == ()
    reopen_note(note=written, actor=desk_editor, now=now)
    assert len(open_notes(draft)) == 1


def test_an_answer_s_thread_is_settled_as_a_whole(note, reporter, now):
    first = note(graf=1)
    resolve_note(note=note("Done.", parent=first, draft=None), actor=reporter, now=now)
    first.refresh_from_db()
    assert first.resolved_by == reporter


def test_a_note_goes_with_its_paragraph_from_save_to_save(note, save):
    written = note(graf=1, words="41 billion")
    save(RAIN, TUNNEL, COST)
    assert place(written)[0] == 2
    save(COST.replace("It cost", "The tunnel cost"), TUNNEL)
    graf, start, end, gone = place(written)
    assert (graf, gone) == (0, False)
    assert COST.replace("It cost", "The tunnel cost")[start:end] == "41 billion"


def test_a_note_says_in_which_save_its_paragraph_was_cut(note, save, draft):
    note(graf=1)
    save(TUNNEL, COST.replace("41", "43"), RAIN)
    cut = save(TUNNEL, RAIN)
    last = save(TUNNEL, RAIN, "Traffic began at noon.")
    [thread] = notes_of(last)
    assert (thread.gone, thread.cut_in, thread.number) == (True, cut.revision, None)
    assert thread.quoted == COST


def test_a_note_comes_back_with_its_paragraph(note, save):
    written = note(graf=1, words="41 billion")
    save(TUNNEL, RAIN)
    assert place(written)[3]
    save(TUNNEL, RAIN, COST)
    assert place(written) == (2, 8, 18, False)


def test_a_new_paragraph_with_the_same_figure_is_not_taken_for_the_one_that_was_cut(note, save):
    written = note(graf=1, words="41 billion")
    save(TUNNEL, RAIN)
    save(TUNNEL, RAIN, "Shares of the builder rose 7 percent, to a worth of 41 billion won in Seoul trading.")
    assert place(written)[3]


def test_a_save_beside_the_copy_moves_no_note(note, draft, reporter, now, text, django_assert_num_queries):
    written = note(graf=1)
    saved = save_draft(draft=draft, revision=2, text=text(body=draft.body, headline="Other"), actor=reporter, now=now)
    assert (saved.revision, place(written)[0]) == (3, 1)


def test_who_is_named_is_told_once_and_can_be_found(note, reporter, desk_editor):
    written = note("@Rim Na-ra, @ok: which year? @rim", graf=1)
    assert set(written.mentions.all()) == {reporter, desk_editor}
    told = Notification.objects.get()
    assert (told.person, told.event, told.actor) == (reporter, "mentioned", desk_editor)
    assert told.address.endswith(f"#note-{written.pk}")


def test_who_may_not_read_the_story_is_not_named(note, draft, other_reporter, outsider, now):
    draft.story.embargo_until = now + timedelta(hours=1)
    draft.story.save()
    assert not note("@seo and @guest, look").mentions.exists()
    assert not Notification.objects.exists()


def test_a_note_on_a_submission_goes_on_in_the_draft_and_stands_in_both(note, save, draft, reporter, now):
    draft.refresh_from_db()
    submission = submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    later = save(RAIN, TUNNEL, COST)
    written = note(graf=1, draft=None, submission=submission)
    assert place(written)[0] == 2
    submission.refresh_from_db()
    submission.draft.refresh_from_db()
    assert [[thread.number for thread in notes_of(text)] for text in (later, submission)] == [[3], [2]]
    cut = save(RAIN, TUNNEL)
    submission.draft.refresh_from_db()
    assert [(thread.number, thread.gone) for thread in notes_of(cut)] == [(None, True)]
    assert [(thread.number, thread.gone) for thread in notes_of(submission)] == [(2, False)]
