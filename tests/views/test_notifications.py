from datetime import UTC, datetime

import pytest
from django.urls import reverse

from stories.models import Notification, Preferences

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_in_seoul")]


@pytest.fixture
def told(story, reporter, desk_editor, now):
    return Notification.objects.create(
        person=reporter,
        event="returned",
        story=story,
        actor=desk_editor,
        key="a",
        words="<script>alert(1)</script> Which year?",
        address=reverse("story", args=[story.pk]),
        told_at=now,
    )


def test_the_bell_says_how_many_are_unread(as_reporter, told):
    assert "Notifications, 1 unread" in as_reporter.get("/notifications/").text


def test_the_page_escapes_what_was_said(as_reporter, told):
    page = as_reporter.get("/notifications/").text
    assert "Returned to me" in page
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_one_or_all_are_marked_read(as_reporter, told):
    as_reporter.post("/notifications/read/", {"told": "x"})
    told.refresh_from_db()
    assert told.read_at is None
    as_reporter.post("/notifications/read/", {"told": told.pk})
    told.refresh_from_db()
    assert told.read_at
    Notification.objects.update(read_at=None)
    as_reporter.post("/notifications/read/")
    assert not Notification.objects.filter(read_at=None).exists()


def test_another_s_is_not_marked(as_other_reporter, told):
    as_other_reporter.post("/notifications/read/", {"told": told.pk})
    told.refresh_from_db()
    assert told.read_at is None


def test_the_pulse_is_empty_while_nothing_changed(as_reporter, told):
    first = as_reporter.get("/notifications/pulse/")
    assert first.json() == {"unread": 1, "words": "1"}
    again = as_reporter.get("/notifications/pulse/", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304


CHOSEN = {"time_zone": "Europe/Paris", "editor": "plain", "in_app": ["returned", "killed"], "emails": ["killed"]}


def test_settings_are_kept(as_reporter, reporter):
    assert as_reporter.post("/settings/", CHOSEN).status_code == 302
    kept = Preferences.objects.get(person=reporter)
    assert (kept.time_zone, kept.editor, kept.single_keys, kept.emails) == ("Europe/Paris", "plain", False, ["killed"])
    assert set(kept.quiet) == {"submitted", "approved", "edited", "mentioned", "corrected"}
    page = as_reporter.get("/settings/").text
    assert '<option value="Europe/Paris" selected>' in page


@pytest.mark.parametrize("wrong", [{"time_zone": "Mars/Base"}, {"editor": "vi"}, {"emails": ["everything"]}])
def test_what_is_not_on_offer_is_refused(as_reporter, wrong):
    assert as_reporter.post("/settings/", CHOSEN | wrong).status_code == 422
    assert not Preferences.objects.exists()


def test_times_are_shown_in_the_zone_a_person_chose(as_reporter, as_desk_editor, reporter, told):
    Notification.objects.update(told_at=datetime(2020, 1, 5, 20, 0, tzinfo=UTC))
    Preferences.objects.create(person=reporter, time_zone="Europe/Paris")
    assert 'data-zone="Europe/Paris"' in as_reporter.get("/notifications/").text
    assert 'data-zone="Asia/Seoul"' in as_desk_editor.get("/notifications/").text
