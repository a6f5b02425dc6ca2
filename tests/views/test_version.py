"""A version at its permanent address: the page, and the text as it went out."""

import pytest
from django.test import Client
from django.urls import reverse

from stories.models import Version
from stories.queries.copy import version_copy
from stories.wire.render import render

pytestmark = pytest.mark.django_db


def test_a_version_is_read_at_its_own_address_after_a_newer_one(as_reporter: Client, lead: Version) -> None:
    page = as_reporter.get(reverse("version", args=[lead.story_id, 1])).content.decode()

    assert "This is not what is on the wire now." in page
    assert "Tolls start in May." not in page.split("<aside")[0]


def test_the_current_version_carries_no_such_warning(as_reporter: Client, lead: Version) -> None:
    page = as_reporter.get(reverse("version", args=[lead.story_id, 2])).content.decode()

    assert "This is not what is on the wire now." not in page
    assert "Compare with the first filing" in page
    assert lead.checksum in page


def test_a_version_that_was_never_filed_is_not_there(as_reporter: Client, lead: Version) -> None:
    assert as_reporter.get(reverse("version", args=[lead.story_id, 3])).status_code == 404
    assert as_reporter.get(reverse("version", args=[lead.story_id, 10**30])).status_code == 404


def test_the_text_is_the_wire_text_and_nothing_else(as_reporter: Client, lead: Version) -> None:
    answer = as_reporter.get(reverse("version_text", args=[lead.story_id, 2]))

    assert answer.content.decode() == render(version_copy(lead))
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'inline; filename="Harim-tunnel-2.txt"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_page_shows_the_same_wire_text(as_reporter: Client, lead: Version) -> None:
    page = as_reporter.get(reverse("version", args=[lead.story_id, 2]))

    assert page.context["wire"] == render(version_copy(lead))
