import json
from datetime import timedelta

import pytest
from django.urls import reverse

from stories.models import ParkedText, Presence
from stories.services.attending import attend
from stories.services.drafting import open_draft

pytestmark = pytest.mark.django_db

OPENING = "The mayor of Harim opened the Daero tunnel on Monday.\n\nIt cost 41 billion won."


@pytest.fixture
def draft(first, reporter, now):
    return open_draft(story=first.story, actor=reporter, now=now)


def address(draft, name, **extra):
    return reverse(name, kwargs={"pk": draft.story_id, **extra})


@pytest.fixture
def post(client, draft, payload):
    def send(name, person, **changes):
        client.force_login(person)
        given = payload(**{"draft": draft.pk, "revision": 1, "session": "tab-a", "serial": 1} | changes)
        return client.post(address(draft, name), given)

    return send


def test_the_analysis_marks_each_typed_paragraph_and_what_is_gone(post, reporter):
    body = "Rain fell at the gate.\n\nThe mayor of Harim opened the Daero tunnel on Tuesday."
    given = post("draft_analysis", reporter, body=body).json()
    assert [graf["kind"] for graf in given["grafs"]] == ["insert", "edit"]
    assert given["grafs"][1]["old"] == [0]
    assert ["add", "Tuesday"] in given["grafs"][1]["segments"]
    assert [(row["old"], row["text"]) for row in given["removed"]] == [(1, "It cost 41 billion won.")]
    assert given["counts"]["new"] == given["counts"]["edited"] == given["counts"]["removed"] == 1
    assert given["label"] == "LEAD"
    assert given["against"]["sequence"] == 1
    assert given["was"] == OPENING.split("\n\n")


def test_the_analysis_proposes_a_line_and_shows_the_wire_text(post, reporter):
    given = post("draft_analysis", reporter, body=OPENING + '\n\n"It is late but safe," he said.').json()
    assert "remarks" in given["attn"]["proposal"]
    assert given["attn"]["evidence"]
    assert "(LEAD) Mayor opens Harim tunnel" in given["wire"]
    assert given["bytes"] == len(given["wire"].encode())


def test_the_analysis_says_how_the_label_is_shown(post, reporter):
    given = post("draft_analysis", reporter, qualifiers="News Focus").json()
    assert given["chips"] == [["lead", "LEAD"], ["", "News Focus"]]


def test_the_analysis_saves_nothing(post, reporter, draft):
    post("draft_analysis", reporter, body="Other.")
    draft.refresh_from_db()
    assert (draft.revision, draft.body) == (1, OPENING)


def test_an_autosave_answers_with_the_revision_to_write_on(post, reporter, draft):
    given = post("draft_autosave", reporter, body="Other text.").json()
    assert (given["status"], given["revision"]) == ("saved", 2)
    draft.refresh_from_db()
    assert draft.body == "Other text."


def test_words_typed_before_another_person_signed_in_are_not_saved_under_their_name(
    post, reporter, other_reporter, draft
):
    refused = post("draft_autosave", other_reporter, writer=reporter.pk, body="The reporter's words.")
    assert (refused.status_code, refused.json()["status"]) == (403, "other_person")
    draft.refresh_from_db()
    assert draft.body == OPENING
    assert post("draft_autosave", reporter, writer=reporter.pk, body="The reporter's words.").status_code == 200


def test_an_autosave_that_was_merged_brings_the_brackets_along(post, reporter, other_reporter):
    post("draft_autosave", other_reporter, session="tab-b", qualifiers="News Focus; Tunnels")
    given = post("draft_autosave", reporter, body=OPENING.replace("41", "43")).json()
    assert given["fields"]["qualifiers"] == "News Focus; Tunnels"


def test_an_autosave_that_was_merged_brings_the_fields_along(post, reporter, other_reporter):
    post("draft_autosave", other_reporter, session="tab-b", body=OPENING.replace("Monday", "Tuesday"))
    given = post("draft_autosave", reporter, body=OPENING.replace("41", "43")).json()
    assert given["status"] == "merged"
    assert given["fields"]["body"] == OPENING.replace("Monday", "Tuesday").replace("41", "43")


def test_words_typed_on_behind_a_merged_save_that_was_never_answered_are_no_conflict(post, reporter, other_reporter):
    post("draft_autosave", other_reporter, session="tab-b", body=OPENING.replace("Monday", "Tuesday"))
    sent = OPENING + "\n\nRain fell."
    post("draft_autosave", reporter, body=sent)
    before = json.dumps([{"serial": 1, "text": {"body": sent}}])
    typed_on = OPENING + "\n\nRain fell at the gate.\n\nIt fell all day."
    given = post("draft_autosave", reporter, body=typed_on, serial=2, before=before).json()
    assert given["fields"]["body"] == typed_on.replace("Monday", "Tuesday")


@pytest.mark.parametrize("before", ["no JSON", "7", "[7]", '[{"serial": "x", "text": {}}]', '[{"serial": 1}]', "null"])
def test_what_cannot_be_read_of_earlier_saves_keeps_no_save_from_being_kept(post, reporter, before):
    assert post("draft_autosave", reporter, body="Other.", before=before).json()["status"] == "saved"


def test_an_autosave_in_conflict_says_where_to_merge(post, reporter, other_reporter, client):
    post("draft_autosave", other_reporter, session="tab-b", body=OPENING.replace("41", "42"))
    response = post("draft_autosave", reporter, body=OPENING.replace("41", "43"))
    assert response.status_code == 409
    page = client.get(response.json()["url"])
    assert page.status_code == 200
    text = page.content.decode()
    assert "43" in text
    assert "Seo Joon-ho" in text


def test_a_merge_is_decided_on_its_page(post, reporter, other_reporter, client, draft):
    post("draft_autosave", other_reporter, session="tab-b", body=OPENING.replace("41", "42"))
    url = post("draft_autosave", reporter, body=OPENING.replace("41", "43")).json()["url"]
    undecided = client.post(url, {"revision": 2})
    assert undecided.status_code == 409
    done = client.post(url, {"revision": 2, "graf-0": "edited", "graf-0-text": "It cost 44 billion won."})
    assert done.status_code == 302
    draft.refresh_from_db()
    assert draft.body.endswith("It cost 44 billion won.")


def test_nobody_else_sees_a_parked_text(post, reporter, other_reporter, client):
    post("draft_autosave", other_reporter, session="tab-b", body=OPENING.replace("41", "42"))
    url = post("draft_autosave", reporter, body=OPENING.replace("41", "43")).json()["url"]
    client.force_login(other_reporter)
    assert client.get(url).status_code == 404
    assert client.post(url + "drop/").status_code == 404
    assert not ParkedText.objects.exclude(settled_at=None).exists()


def test_a_merge_page_shows_markup_in_a_text_as_text(post, reporter, other_reporter, client):
    post("draft_autosave", other_reporter, session="tab-b", body=OPENING.replace("41", "<b>42</b>"))
    url = post("draft_autosave", reporter, body=OPENING.replace("41", "<script>alert(1)</script>")).json()["url"]
    page = client.get(url).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page


def test_a_refused_autosave_names_the_field(post, reporter):
    response = post("draft_autosave", reporter, headline="a\x1bb")
    assert response.status_code == 422
    assert response.json()["field"] == "headline"


def test_who_was_signed_out_is_told_where_to_sign_in(client, draft, payload):
    response = client.post(address(draft, "draft_autosave"), payload(draft=draft.pk, revision=1))
    assert response.status_code == 403
    assert response.json()["status"] == "signed_out"
    assert response.json()["sign_in"].startswith("/sign-in/?next=")


def test_an_autosave_takes_six_queries(post, reporter, draft, client, payload, django_assert_num_queries):
    # Session, person with roles; the story's lock, the draft; its new text, the row of its history.
    post("draft_autosave", reporter, body="One.")
    given = payload(draft=draft.pk, revision=2, session="tab-a", serial=2, body="Two.")
    with django_assert_num_queries(6 + 2):  # and a savepoint, for the test stands in a transaction
        client.post(address(draft, "draft_autosave"), given)


def test_people_at_a_story_are_named_once_editors_first(client, draft, reporter, other_reporter, desk_editor):
    for person, session, doing in (
        (desk_editor, "a", "viewing"),
        (other_reporter, "b", "viewing"),
        (other_reporter, "c", "editing"),
    ):
        client.force_login(person)
        assert client.post(address(draft, "presence"), {"session": session, "doing": doing}).status_code == 204
    client.force_login(reporter)
    people = client.get(address(draft, "presence")).json()["people"]
    assert [(one["name"], one["doing"], one["me"]) for one in people] == [
        ("Seo Joon-ho", "editing", False),
        ("Ok Mi-rae", "viewing", False),
    ]


def test_a_person_is_gone_when_the_tab_says_so_or_falls_silent(client, draft, reporter, now):
    client.force_login(reporter)
    client.post(address(draft, "presence"), {"session": "a", "doing": "editing"})
    client.post(address(draft, "presence"), {"session": "a", "doing": "gone"})
    attend(story=draft.story, person=reporter, session="b", doing="viewing", now=now - timedelta(hours=2))
    assert client.get(address(draft, "presence")).json()["people"] == []


def test_silent_tabs_are_swept_when_the_next_one_comes(draft, reporter, other_reporter, now):
    attend(story=draft.story, person=reporter, session="a", doing="viewing", now=now)
    attend(story=draft.story, person=other_reporter, session="b", doing="viewing", now=now + timedelta(hours=2))
    assert [row.session for row in Presence.objects.all()] == ["b"]


def test_presence_is_sent_again_only_when_it_changed(client, draft, reporter):
    client.force_login(reporter)
    known = client.get(address(draft, "presence"))["ETag"]
    assert client.get(address(draft, "presence"), headers={"if-none-match": known}).status_code == 304
    client.post(address(draft, "presence"), {"session": "a", "doing": "editing"})
    assert client.get(address(draft, "presence"), headers={"if-none-match": known}).status_code == 200


def test_answers_of_another_story_s_draft_are_not_given(client, draft, reporter, payload, desk, now):
    client.force_login(reporter)
    other = address(draft, "draft_autosave").replace(draft.story_id, "2222222222")
    assert client.post(other, payload(draft=draft.pk, revision=1)).status_code == 404


def test_json_answers_hold_no_markup_of_a_page(post, reporter):
    given = post("draft_analysis", reporter, headline="<script>x</script>")
    assert given["Content-Type"] == "application/json"
    assert json.loads(given.content)["wire"].count("<script>") >= 1


def test_too_long_a_copy_is_refused_in_the_desks_words(post, reporter):
    answer = post("draft_autosave", reporter, body="x" * 400_001)
    assert answer.status_code == 422
    assert answer.json()["message"] == "The copy can have at most 400000 characters; it has 400001."
