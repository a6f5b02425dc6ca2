"""A form that cannot be read: the page says what was too much and by how much, and never what is not so."""

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from stories.models import Draft
from stories.views.unreadable import field_words, heaviest

pytestmark = pytest.mark.django_db

FORM = "application/x-www-form-urlencoded"
OURS = '<a class="brand" href="/">Writethru</a>'


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DATA_UPLOAD_MAX_MEMORY_SIZE", 2048)
    monkeypatch.setattr(settings, "DATA_UPLOAD_MAX_NUMBER_FIELDS", 20)
    monkeypatch.setattr(settings, "DATA_UPLOAD_MAX_NUMBER_FILES", 3)


def test_a_text_too_long_for_one_form_is_told_its_size_what_is_taken_and_by_how_much(
    as_reporter: Client, draft: Draft
) -> None:
    answer = as_reporter.post(reverse("draft", args=[draft.story_id]), f"draft=1&body={'x' * 4086}", content_type=FORM)
    page = answer.content.decode().replace("\xa0", " ")

    assert answer.status_code == 413
    assert "The form is 4.0 KB as it is sent, 4.0 KB of it in the field “copy”." in page
    assert "The desk takes 2.0 KB of text at once: this is 2.0 KB too much." in page
    assert "what you typed stands in the form there" in page


def test_the_page_is_the_desks_own_in_the_look_that_was_chosen_with_the_way_on(as_reporter: Client) -> None:
    as_reporter.cookies["theme"] = "dark"
    page = as_reporter.post("/stories/new/", f"slugline={'x' * 4000}", content_type=FORM).content.decode()

    assert OURS in page
    assert 'data-theme="dark"' in page
    assert "My stories" in page


def test_no_field_is_named_where_no_single_one_is_to_blame(as_reporter: Client) -> None:
    page = as_reporter.post("/stories/new/", "&".join(["a=" + "x" * 700] * 4), content_type=FORM).content.decode()

    assert "in the field" not in page


def test_of_a_form_with_files_only_its_texts_are_too_much(as_reporter: Client) -> None:
    answer = as_reporter.post("/stories/import/", {"text": "x" * 4000})
    page = answer.content.decode().replace("\xa0", " ")

    assert answer.status_code == 413
    assert "files and all. The desk takes 2.0 KB of text at once, and its texts are more than that." in page


def test_too_many_fields_are_counted(as_reporter: Client) -> None:
    answer = as_reporter.post("/board/bulk/", "&".join(["story=a"] * 23), content_type=FORM)

    assert answer.status_code == 413
    assert "It has 23, and the desk takes 20 at once: 3 too many." in answer.content.decode()


@pytest.mark.parametrize("way", ["form with files", "address"])
def test_so_they_are_refused_in_a_form_with_files_and_in_an_address(as_reporter: Client, way: str) -> None:
    many = {f"f{number}": "a" for number in range(30)}
    answer = as_reporter.get("/", many) if way == "address" else as_reporter.post("/stories/import/", many)

    assert answer.status_code == 413
    assert "It has more than 20, and the desk takes 20 at once." in answer.content.decode()


def test_too_many_files_are_told_how_many_are_taken(as_reporter: Client) -> None:
    files = [SimpleUploadedFile(f"{number}.txt", b"x") for number in range(4)]
    answer = as_reporter.post("/stories/import/", {"files": files})

    assert answer.status_code == 413
    assert "More than 3 files came" in answer.content.decode()


@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary=\xe9"])
def test_a_form_that_came_broken_is_told_so(as_reporter: Client, kind: str) -> None:
    answer = as_reporter.post("/stories/import/", b"--x\r\nnothing", content_type=kind)

    assert answer.status_code == 400
    assert "This form arrived broken" in answer.content.decode()


def test_a_request_for_a_host_that_is_not_ours_still_gets_a_page(client: Client) -> None:
    answer = client.get("/", headers={"host": "evil.example"})

    assert answer.status_code == 400
    assert OURS in answer.content.decode()


def test_a_script_is_told_the_same_as_json(as_reporter: Client, draft: Draft) -> None:
    address = reverse("draft_autosave", args=[draft.story_id])
    body = f"body={'x' * 4091}"
    answer = as_reporter.post(address, body, content_type=FORM, headers={"accept": "application/json"})

    assert answer.status_code == 413
    assert "too much." in answer.json()["message"]


def test_what_is_sent_as_a_fields_name_is_text(as_reporter: Client) -> None:
    page = as_reporter.post("/stories/new/", f"%3Cscript%3E%E2%80%AE={'x' * 4000}", content_type=FORM).content.decode()

    assert "“&lt;script&gt;" in page
    assert 'data-name="U+202E RIGHT-TO-LEFT OVERRIDE"' in page


@pytest.mark.parametrize(
    ("pieces", "largest"),
    [
        ([], (b"", 0)),
        ([b"a=1&body=xxxx&c=22"], (b"body", 4)),
        ([b"a=1&bo", b"dy=xx", b"xx", b"&c=22"], (b"body", 4)),
        ([b"a=1&", b"body=xxxx&c=22"], (b"body", 4)),
        ([b"a=1", b"&c=x=", b"yz"], (b"c", 4)),
        ([b"x" * 300, b"=1"], (b"x" * 60, 1)),
    ],
)
def test_the_largest_field_is_found_however_the_form_comes_in(pieces: list[bytes], largest: tuple[bytes, int]) -> None:
    assert heaviest(pieces) == largest


def test_a_fields_name_is_the_one_that_people_know() -> None:
    assert [field_words(name) for name in (b"body", b"note%20to_all", b"%FF")] == ["copy", "note to all", "\ufffd"]
