"""The audit of a story: one line for each act, in order, for the desk and its own people, and as a table."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse

from stories.models import FactCheck, Photo, Story
from stories.queries.audit import acts_of
from stories.services.autosaving import Tab, autosave
from stories.services.deciding import approve, return_draft, undo_verdict
from stories.services.drafting import discard_draft, open_draft, save_draft
from stories.services.draftphotos import PhotoUse
from stories.services.filing import file_draft
from stories.services.history import save_signed
from stories.services.noting import resolve_note, write_note
from stories.services.submitting import submit_draft, take_back

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_in_seoul")]


@pytest.fixture
def clock(now):
    """`clock(5)`: five minutes into the afternoon."""
    return lambda minutes: now + timedelta(minutes=minutes)


@pytest.fixture
def draft(first, reporter, clock):
    return open_draft(story=first.story, actor=reporter, now=clock(1))


@pytest.fixture
def written(draft, text, reporter, clock):
    fresh = text(body="The mayor of Harim opened the tunnel.")
    return save_draft(draft=draft, revision=draft.revision, text=fresh, actor=reporter, now=clock(2))


def lines(story, *codes):
    """What the acts say, oldest first; only of these codes where some are named."""
    return [act.what for act in reversed(acts_of(story)) if act.code in codes or not codes]


def test_a_filing_and_what_led_to_it_are_a_line_each(story, first):
    assert lines(story) == ["Opened the story", "Filed the first filing"]


def test_a_draft_is_opened_saved_by_hand_and_discarded(written, reporter, clock):
    discard_draft(draft=written, revision=written.revision, actor=reporter, now=clock(3))
    assert lines(written.story)[2:] == ["Opened a draft", "Saved", "Discarded the draft"]


def test_what_the_editor_saved_by_itself_in_a_row_is_one_line(draft, text, reporter, other_reporter, clock):
    revision = draft.revision
    for minute, (who, session) in enumerate([(reporter, "a")] * 3 + [(other_reporter, "b")] * 2, start=2):
        saved = autosave(
            story_id=draft.story_id,
            draft_id=draft.pk,
            revision=revision,
            text=text(body=f"Line {minute}."),
            tab=Tab(session=session, serial=minute),
            actor=who,
            now=clock(minute),
        )
        revision = saved.draft.revision
    folded = [act for act in reversed(acts_of(draft.story)) if act.code == "saved"]
    assert [(act.person, act.count, act.since, act.at) for act in folded] == [
        (reporter.pk, 3, clock(2), clock(4)),
        (other_reporter.pk, 2, clock(5), clock(6)),
    ]


def test_the_desks_work_is_told_with_its_reasons(written, reporter, desk_editor, clock):
    asked = {"draft": written, "revision": written.revision, "actor": reporter}
    first = submit_draft(**asked, now=clock(3), message="Please look.")
    return_draft(submission=first, reason="Who paid?", actor=desk_editor, now=clock(4))
    second = submit_draft(**asked, now=clock(5))
    undo_verdict(verdict=approve(submission=second, actor=desk_editor, now=clock(6)), actor=desk_editor, now=clock(7))
    take_back(submission=second, actor=reporter, now=clock(8))

    story = written.story
    assert lines(story)[4:] == [
        "Submitted, number 1",
        "Returned submission 1",
        "Submitted, number 2",
        "Approved submission 2",
        "Undid the verdict on submission 2: it was approved",
        "Took back submission 2",
    ]
    assert {act.detail for act in acts_of(story)} >= {"Please look.", "Who paid?"}


def test_a_filing_says_its_label_and_why(written, reporter, clock):
    file_draft(draft=written, revision=written.revision, filing_key="k" * 32, actor=reporter, now=clock(3))
    assert lines(written.story)[-1] == "Filed LEAD"
    assert acts_of(written.story)[0].link == reverse("version", args=[written.story.pk, 2])


def test_notes_and_ticks_are_acts(written, reporter, desk_editor, clock):
    story = written.story
    note = write_note(story=story, body="Who paid?", actor=desk_editor, now=clock(3), draft=written, graf=0)
    write_note(story=story, body="The city.", actor=reporter, now=clock(4), parent=note)
    resolve_note(note=note, actor=desk_editor, now=clock(5))
    for figure in ("41", "42"):
        FactCheck.objects.create(story=story, sequence=2, fingerprint=figure, person=desk_editor, checked_at=clock(6))
    assert lines(story, "note", "checked") == [
        "Wrote a note on paragraph 1",
        "Answered a note",
        "Settled a note on paragraph 1",
        "Checked changed facts",
    ]
    assert acts_of(story)[0].count == 2


def test_photos_added_captioned_moved_and_removed(draft, text, reporter, clock):
    mouth, mayor = (
        Photo.objects.create(
            sha256=letter * 64, file=letter, width=3, height=2, bytes=1, added_by=reporter, added_at=clock(0)
        )
        for letter in "ab"
    )
    one, two = PhotoUse(photo=mouth, caption="The mouth."), PhotoUse(photo=mayor, caption="The mayor.")
    renamed = PhotoUse(photo=mayor, caption="The mayor of Harim.")
    revision = draft.revision
    for minute, uses in enumerate([(one, two), (two, one), (renamed, one), (renamed,)], start=2):
        saved = save_draft(draft=draft, revision=revision, text=text(), photos=uses, actor=reporter, now=clock(minute))
        revision = saved.revision
    told = [(act.what, act.detail) for act in reversed(acts_of(draft.story)) if act.code == "photo"]
    assert told == [
        ("Added a photo", "The mouth."),
        ("Added a photo", "The mayor."),
        ("Put the photos in another order", ""),
        ("Changed a caption", "The mayor of Harim."),
        ("Removed a photo", "The mouth."),
    ]


def test_every_change_of_the_story_itself_is_told(story, desk_editor, clock, desk):
    def change(minute, **columns):
        for name, value in columns.items():
            setattr(story, name, value)
        save_signed(story, actor=desk_editor, now=clock(minute), fields=columns)

    change(1, slugline="Harim-tunnel-opens", urgency=3)
    change(2, embargo_until=clock(60))
    change(3, embargo_until=clock(90))
    change(4, embargo_until=None)
    change(5, status=Story.Status.KILLED)
    assert lines(story)[1:] == [
        "Changed the slugline from Harim-tunnel to Harim-tunnel-opens",
        "Changed the urgency from 5 to 3",
        "Set an embargo until Mar 9, 2026, 15:30 KST",
        "Changed the embargo from Mar 9, 2026, 15:30 KST to Mar 9, 2026, 16:00 KST",
        "Lifted the embargo early, it was until Mar 9, 2026, 16:00 KST",
        "Set the story to killed, it was open",
    ]


def test_the_page_names_person_act_and_time_with_its_zone(as_desk_editor, written):
    html = as_desk_editor.get(reverse("audit", args=[written.story.pk])).content.decode()
    assert "Rim Na-ra" in html
    assert "Mar 9, 2026, 14:32:00 KST" in html
    assert "Opened a draft" in html


def test_acts_are_asked_for_by_person_and_by_sort(as_desk_editor, written, desk_editor, clock):
    write_note(story=written.story, body="Who paid?", actor=desk_editor, now=clock(3), draft=written, graf=0)

    def shown(**asked):
        page = as_desk_editor.get(reverse("audit", args=[written.story.pk]), asked)
        return [act.what for act, _ in page.context["lines"]]

    assert shown(by="ok") == ["Wrote a note on paragraph 1"]
    assert shown(act="saved") == ["Saved"]
    assert shown(by="ok", act="saved") == []
    assert shown(by="<b>") == []


def test_a_long_audit_comes_by_the_page_and_loses_nothing(as_desk_editor, written, desk_editor, clock, monkeypatch):
    for minute in range(3, 10):
        write_note(story=written.story, body=f"Note {minute}", actor=desk_editor, now=clock(3), draft=written)
    whole = [act.order for act in acts_of(written.story)]
    monkeypatch.setattr("stories.queries.audit.page.audit_page.__defaults__", (4,))
    seen, before = [], ""
    while True:
        page = as_desk_editor.get(reverse("audit", args=[written.story.pk]), {"before": before})
        seen += [act.order for act, _ in page.context["lines"]]
        before = page.context["more"]
        if not before:
            break
    assert seen == whole
    assert len(whole) > 8


def test_a_strange_place_to_go_on_from_shows_what_there_is(as_desk_editor, first):
    page = as_desk_editor.get(reverse("audit", args=[first.story.pk]), {"before": "\x00<b>"})
    assert page.status_code == 200


def test_the_table_runs_no_formula_and_keeps_the_filter(as_desk_editor, written, desk_editor, clock):
    write_note(story=written.story, body='=HYPERLINK("x")', actor=desk_editor, now=clock(3), draft=written)
    answer = as_desk_editor.get(reverse("audit_csv", args=[written.story.pk]), {"act": "note"})
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in answer["Content-Disposition"]
    assert [(row["when"], row["account"], row["detail"]) for row in rows] == [
        ("2026-03-09T14:33:00+09:00", "ok", '\'=HYPERLINK("x")')
    ]


def test_the_table_stands_whichever_sign_parts_its_columns_and_in_any_script(
    as_desk_editor, written, desk_editor, clock
):
    write_note(story=written.story, body="송고; 확인", actor=desk_editor, now=clock(3), draft=written)
    table = as_desk_editor.get(reverse("audit_csv", args=[written.story.pk]), {"act": "note"}).content.decode()
    assert table.startswith('\ufeff"when","person"')
    assert '"송고; 확인"' in table


def test_the_same_as_json(as_desk_editor, written):
    answer = as_desk_editor.get(reverse("audit_json", args=[written.story.pk])).json()
    assert answer["slugline"] == "Harim-tunnel"
    assert [act["what"] for act in answer["acts"]] == lines(written.story)[::-1]


def test_another_reporter_has_no_audit_and_no_link_to_it(as_other_reporter, as_reporter, first):
    address = reverse("audit", args=[first.story.pk])
    for name in ("audit", "audit_csv", "audit_json"):
        assert as_other_reporter.get(reverse(name, args=[first.story.pk])).status_code == 404
    story = reverse("story", args=[first.story.pk])
    assert address not in as_other_reporter.get(story).content.decode()
    assert address in as_reporter.get(story).content.decode()


def test_a_script_in_a_reason_is_text(as_desk_editor, written, desk_editor, clock):
    write_note(story=written.story, body="<script>alert(1)</script>", actor=desk_editor, now=clock(3), draft=written)
    html = as_desk_editor.get(reverse("audit", args=[written.story.pk])).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_as_many_queries_for_a_long_record_as_for_a_short_one(
    written, desk_editor, clock, django_assert_max_num_queries
):
    for minute in range(3, 12):
        write_note(story=written.story, body="Who?", actor=desk_editor, now=clock(minute), draft=written, graf=0)
    with django_assert_max_num_queries(12):
        acts_of(written.story)
