import pytest
from django.urls import reverse

from stories.models import Note
from stories.services.drafting import save_draft
from stories.services.noting import resolve_note, write_note

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def note(draft, desk_editor, now):
    return write_note(story=draft.story, draft=draft, body="Which year?", actor=desk_editor, now=now, graf=1)


@pytest.fixture
def address(draft):
    return reverse("notes", args=[draft.story_id])


def test_a_note_is_written_by_a_form_with_the_paragraph_s_number(as_desk_editor, address, desk_editor):
    answer = as_desk_editor.post(address, {"on": "draft", "paragraph": "2", "words": "41 billion", "remark": "Whose?"})
    note = Note.objects.get()
    assert (answer.status_code, answer.url) == (302, f"{address}#note-{note.pk}")
    assert (note.graf, note.quoted, note.written_by) == (1, "41 billion", desk_editor)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"paragraph": "9"}, "There is no paragraph 9"),
        ({"paragraph": "1", "words": "not there"}, "does not have these words"),
        ({"paragraph": "one"}, "The paragraph is a number"),
    ],
)
def test_a_note_that_cannot_be_placed_keeps_its_text(as_desk_editor, address, typed, said):
    answer = as_desk_editor.post(address, {"on": "draft", "remark": "Kept as typed", **typed})
    assert answer.status_code == 422
    assert said in answer.text
    assert "Kept as typed</textarea>" in answer.text
    assert not Note.objects.exists()


def test_an_answer_that_is_refused_keeps_its_text(as_reporter, address, note):
    answer = as_reporter.post(address, {"parent": note.pk, "remark": "Kept\x07as typed"})
    assert answer.status_code == 422
    assert "control character" in answer.text
    assert "as typed</pre>" in answer.text


def test_a_script_is_answered_in_json(as_desk_editor, address):
    given = {"on": "draft", "paragraph": "1", "remark": "Whose?"}
    kept = as_desk_editor.post(address, given, headers={"accept": "application/json"})
    assert kept.json()["note"] == Note.objects.get().pk
    refused = as_desk_editor.post(address, given | {"paragraph": "9"}, headers={"accept": "application/json"})
    assert (refused.status_code, "no paragraph 9" in refused.json()["message"]) == (422, True)


def test_a_note_comes_back_to_the_page_it_was_written_on_and_to_no_other_site(as_desk_editor, address):
    for there, back in (
        ("/?q=x#y", "/?q=x"),
        ("https://elsewhere.example/", address),
        ("//elsewhere.example", address),
    ):
        answer = as_desk_editor.post(address, {"on": "draft", "remark": "A", "next": there})
        assert answer.url.startswith(f"{back}#note-")


def test_notes_are_settled_and_taken_up_again_by_buttons(as_reporter, draft, note):
    as_reporter.post(reverse("note_resolve", args=[draft.story_id, note.pk]))
    note.refresh_from_db()
    assert note.resolved_at
    as_reporter.post(reverse("note_reopen", args=[draft.story_id, note.pk]))
    note.refresh_from_db()
    assert note.resolved_at is None


def test_another_story_s_note_is_not_there(as_reporter, note, desk, reporter, now):
    other = note.story.__class__.objects.create(
        desk=desk, slugline="Other", opened_by=reporter, opened_at=now, moved_at=now
    )
    assert as_reporter.post(reverse("note_resolve", args=[other.pk, note.pk])).status_code == 404
    answer = as_reporter.post(reverse("notes", args=[other.pk]), {"parent": note.pk, "remark": "A"})
    assert answer.status_code == 404


def test_a_script_in_a_note_or_in_what_it_quotes_stays_text(as_reporter, draft, desk_editor, reporter, now, text):
    body = f"{SCRIPT} said the mayor.\n\nTwo."
    draft = save_draft(draft=draft, revision=1, text=text(body=body), actor=reporter, now=now)
    given = {"story": draft.story, "draft": draft, "actor": desk_editor, "now": now}
    write_note(body=f"{SCRIPT} \u202egnol", graf=0, words=SCRIPT, **given)
    for name, args in (("notes", []), ("notes_on", ["draft"])):
        shown = as_reporter.get(reverse(name, args=[draft.story_id, *args])).text
        assert "<script>alert" not in shown
        assert shown.count("&lt;script&gt;alert(1)") >= 2
        assert 'class="unseen"' in shown


def test_the_compare_page_has_the_draft_s_notes_and_a_form(as_desk_editor, draft, note):
    page = as_desk_editor.get(reverse("compare", args=[draft.story_id, "2", "draft"])).text
    assert f'id="note-{note.pk}"' in page
    assert 'name="paragraph"' in page


def test_what_is_settled_says_so(as_reporter, address, note, desk_editor, now):
    resolve_note(note=note, actor=desk_editor, now=now)
    assert "✓ Resolved by Ok Mi-rae" in as_reporter.get(address).text


def test_the_names_on_offer_are_those_who_may_read_the_story(as_reporter, draft, desk_editor, outsider):
    people = as_reporter.get(reverse("notes_people", args=[draft.story_id])).json()["people"]
    assert ["Ok Mi-rae", "ok"] in people
    assert not [names for names in people if "guest" in names]


def test_threads_cost_the_same_queries_however_many(
    as_reporter, draft, desk_editor, now, django_assert_max_num_queries
):
    for number in range(12):
        write_note(story=draft.story, draft=draft, body=f"Note {number}", actor=desk_editor, now=now, graf=0)
    with django_assert_max_num_queries(8):
        as_reporter.get(reverse("notes_on", args=[draft.story_id, "draft"]))
