"""Bringing in copy: seen with its problems first, kept only after that, never lost when refused."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from zeal import zeal_ignore

from stories.models import Desk, Story, Version
from stories.queries.copy import version_copy
from stories.wire.render import render

pytestmark = pytest.mark.django_db

FIRST = """Haedam-ferry

Ferry to Haedam island stops for storm

By Rim Na-ra

HAEDAM, South Korea, March 9 (Hanbit) -- The ferry to Haedam island stopped on Monday.

About 300 people waited at the pier.

(END)
"""
LEAD = (
    FIRST.replace("Haedam-ferry", "(LEAD) Haedam-ferry")
    .replace("Ferry to", "(LEAD) Ferry to")
    .replace("By Rim Na-ra", "(ATTN: UPDATES number in para 2)\n\nBy Rim Na-ra")
    .replace("300", "450")
)


@pytest.fixture
def send(as_reporter: Client, desk: Desk) -> Callable[..., Any]:
    """Posts the page's form."""
    return lambda **fields: as_reporter.post(reverse("import"), {"desk": desk.pk} | fields)


def upload(name: str, text: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode(), "text/plain")


def test_a_pasted_text_is_shown_before_anything_is_kept(send: Callable[..., Any]) -> None:
    page = send(pasted=FIRST).content.decode()

    assert "1 text read, nothing kept yet" in page
    assert "New story Haedam-ferry" in page
    assert "Ferry to Haedam island stops for storm" in page
    assert not Story.objects.exists()


def test_a_problem_names_its_line(send: Callable[..., Any]) -> None:
    page = send(pasted=f"{FIRST}\nA stray line.\n").content.decode()

    assert '<a href="#in-1-13">Line 13</a>' in page
    assert '<li id="in-1-13" class="hit">A stray line.' in page


def test_keeping_it_puts_it_into_the_record(send: Callable[..., Any], desk: Desk) -> None:
    answer = send(name=["Pasted text"], text=[FIRST], then="save")

    story = Story.objects.get()
    assert (story.slugline, story.desk) == ("Haedam-ferry", desk)
    assert answer.headers["Location"] == reverse("story", args=[story.pk])


def test_files_in_any_order_become_one_ladder(send: Callable[..., Any]) -> None:
    shown = send(files=[upload("b.txt", LEAD), upload("a.txt", FIRST)])
    texts = {
        "name": [one.name for one in shown.context["shown"]],
        "text": [one.text for one in shown.context["shown"]],
    }
    with zeal_ignore():  # each version is sealed onto the one before it
        send(**texts, then="save")

    assert [version.label.lead_number for version in Version.objects.order_by("sequence")] == [0, 1]
    assert render(version_copy(Version.objects.get(lead_number=1))).count("450") == 1


def test_the_same_text_twice_is_left_out_and_said(send: Callable[..., Any]) -> None:
    send(name=["a"], text=[FIRST], then="save")

    page = send(pasted=FIRST).content.decode()
    send(name=["a"], text=[FIRST], then="save")

    assert "Left out" in page
    assert Version.objects.count() == 1


def test_another_text_under_a_label_that_is_taken_is_refused_and_kept_in_the_form(send: Callable[..., Any]) -> None:
    send(name=["a"], text=[FIRST], then="save")
    other = FIRST.replace("300", "900")

    page = send(name=["other.txt"], text=[other], then="save")
    words = page.content.decode()

    assert page.status_code == 409
    assert "with another text" in words
    assert "About 900 people waited" in words
    assert ">Keep it</button>" not in words
    assert Version.objects.count() == 1


def test_a_text_that_is_no_story_cannot_be_kept_and_stays_to_be_changed(send: Callable[..., Any]) -> None:
    page = send(pasted="?", then="read").content.decode()

    assert "Cannot come in" in page
    assert 'name="text"' in page
    assert ">Keep it</button>" not in page


def test_bytes_that_are_no_text_are_refused_by_name(send: Callable[..., Any]) -> None:
    picture = SimpleUploadedFile("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(range(256)) * 4)

    page = send(files=[picture]).content.decode()

    assert "photo.jpg" in page
    assert "Cannot come in" in page


def test_nothing_chosen_is_said_at_the_field(send: Callable[..., Any]) -> None:
    page = send(pasted=" \n")

    assert page.status_code == 422
    assert "Paste a text or choose a file." in page.content.decode()


def test_more_than_two_megabytes_are_refused_and_the_paste_stays(send: Callable[..., Any]) -> None:
    page = send(pasted="An hour of work.", files=[upload("a.txt", "x" * 2 * 1024 * 1024)])

    assert page.status_code == 422
    assert "2 MB can be read at a time." in page.content.decode()
    assert "An hour of work." in page.content.decode()


def test_more_than_forty_files_are_refused(send: Callable[..., Any]) -> None:
    page = send(files=[upload(f"{number}.txt", "x") for number in range(41)])

    assert "At most 40 files at a time; this was 41." in page.content.decode()


def test_a_text_can_be_sent_to_a_story_by_hand(send: Callable[..., Any], story: Story) -> None:
    send(name=["a"], text=[FIRST], then="save", story=story.pk)

    assert Version.objects.get().story_id == story.pk


def test_a_story_one_may_not_see_takes_no_text(as_other_reporter: Client, story: Story, desk: Desk) -> None:
    Story.objects.filter(pk=story.pk).update(embargo_until="2999-01-01T00:00Z")

    form = {"desk": desk.pk, "pasted": FIRST, "story": story.pk}

    assert as_other_reporter.post(reverse("import"), form).status_code == 404


def test_what_is_here_already_is_not_offered_to_be_kept(send: Callable[..., Any]) -> None:
    send(name=["a.txt"], text=[FIRST], then="save")
    page = send(pasted=FIRST).content.decode()

    assert "Nothing new: what this text says is in the record already." in page
    assert 'value="save"' not in page


def test_keeping_what_is_here_already_is_no_success(send: Callable[..., Any], as_reporter: Client) -> None:
    send(name=["a.txt"], text=[FIRST], then="save")
    as_reporter.get(reverse("board"))  # shows the notice of the first
    answer = send(name=["a.txt"], text=[FIRST], then="save")
    page = as_reporter.get(answer.headers["Location"]).content.decode()

    assert '<p class="notice info">Nothing new: a.txt was left out: the first filing is already here' in page
    assert "came in" not in page


def test_new_and_old_together_are_kept(send: Callable[..., Any]) -> None:
    send(name=["a.txt"], text=[FIRST], then="save")
    page = send(files=[upload("a.txt", FIRST), upload("b.txt", LEAD)]).content.decode()

    assert "Keep them" in page
    assert "Nothing new" not in page


def test_a_file_that_is_no_text_has_no_list_of_problems(send: Callable[..., Any]) -> None:
    page = send(files=[SimpleUploadedFile("photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" * 40)]).content.decode()

    assert "Cannot come in" in page
    assert "None: every line has its place." not in page


def test_a_refusal_is_said_once(send: Callable[..., Any]) -> None:
    assert send(pasted="Milk, eggs, bread.").content.decode().count("No wire story in this text.") == 1
