"""A story's embargo from its page; who sees what before its time; and that it opens by the clock alone."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stories.forms import EmbargoForm
from stories.models import Draft, Notification, Story, Version

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("desk_in_seoul")]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, now: datetime) -> Callable[[datetime], None]:
    """Set the time: `clock(moment)`."""

    def show(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    show(now)
    return show


@pytest.fixture
def held(lead: Version, now: datetime) -> Version:
    """The LEAD, held for an hour."""
    Story.objects.filter(pk=lead.story_id).update(embargo_until=now + timedelta(hours=1))
    lead.story.refresh_from_db()
    return lead


def embargo(client: Client, story: Story, **typed: str) -> Any:
    seen = story.embargo_until.isoformat() if story.embargo_until else ""
    return client.post(reverse("embargo", args=[story.pk]), {"seen": seen, "act": "set"} | typed)


def test_it_is_set_on_the_desks_clock_with_its_reason(as_reporter: Client, lead: Version, clock: Any) -> None:
    answer = embargo(as_reporter, lead.story, until="2026-03-09T16:00", reason="Report is out at four.")

    story = Story.objects.get()
    assert answer.headers["Location"] == reverse("story", args=[story.pk])
    assert story.embargo_until.isoformat() == "2026-03-09T07:00:00+00:00"
    assert story.history.first().history_change_reason == "embargo: Report is out at four."
    told = as_reporter.get(answer.headers["Location"]).content.decode()
    assert "The story is held until Mar 9, 2026, 16:00:00 KST; it opens by itself." in told


def test_what_was_out_already_is_said_before_it_is_held(as_reporter: Client, lead: Version, clock: Any) -> None:
    assert "It was out already." in as_reporter.get(reverse("embargo", args=[lead.story_id])).content.decode()


def test_it_is_lifted_ahead_of_its_time(as_reporter: Client, held: Version, clock: Any) -> None:
    embargo(as_reporter, held.story, act="lift", until="", reason="Broken elsewhere.")

    assert Story.objects.get().embargo_until is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"until": "2026-03-09T14:00", "reason": "Late."}, "This time is past."),
        ({"until": "", "reason": "None."}, "Give a time, or lift the embargo."),
        ({"until": "soon", "reason": "Soon."}, "Enter a valid date/time."),
        ({"until": "2026-03-09T16:00", "reason": ""}, "This field is required."),
    ],
)
def test_a_refusal_keeps_what_was_typed(
    as_reporter: Client, lead: Version, clock: Any, typed: dict[str, str], said: str
) -> None:
    page = embargo(as_reporter, lead.story, **typed)

    assert page.status_code in (409, 422)
    assert said in page.content.decode()
    assert page.context["form"]["reason"].value() == typed["reason"]
    assert Story.objects.get().embargo_until is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-03-29T02:30", "02:30 does not exist on that day in Europe/Berlin: the clocks go forward. Try 03:30."),
        ("2026-10-25T02:30", "02:30 comes twice on that day in Europe/Berlin: the clocks go back."),
    ],
)
def test_a_time_that_the_clocks_skip_or_show_twice_is_refused_in_words(typed: str, said: str) -> None:
    with timezone.override("Europe/Berlin"):
        form = EmbargoForm({"until": typed, "reason": "Night."})
        assert form.errors["until"][0].startswith(said)


def test_before_its_time_others_find_nothing_and_at_its_time_all_of_it(
    as_other_reporter: Client, held: Version, other_reporter: User, now: datetime, clock: Any
) -> None:
    Notification.objects.create(
        person=other_reporter, event="corrected", story=held.story, key="k", address="/", told_at=now, words="A secret"
    )
    pages = [
        reverse("story", args=[held.story_id]),
        reverse("version_text", args=[held.story_id, 2]),
        reverse("compare", args=[held.story_id, "1", "2"]),
    ]
    lists = {"/": "Harim-tunnel", f"{reverse('search')}?q=tolls": "Tolls", reverse("notifications"): "A secret"}

    assert [as_other_reporter.get(page).status_code for page in pages] == [404, 404, 404]
    for address, words in lists.items():
        assert words not in as_other_reporter.get(address).content.decode(), address

    clock(now + timedelta(hours=1))

    assert [as_other_reporter.get(page).status_code for page in pages] == [200, 200, 200]
    for address, words in lists.items():
        assert words in as_other_reporter.get(address).content.decode(), address


def test_every_working_page_says_until_when_it_is_held(
    as_reporter: Client, draft: Draft, now: datetime, clock: Any
) -> None:
    Story.objects.filter(pk=draft.story_id).update(embargo_until=now + timedelta(hours=1))
    names = ["story", "draft", "draft_file", "draft_submit", "embargo"]

    for name in names:
        page = as_reporter.get(reverse(name, args=[draft.story_id])).content.decode()
        assert "Embargo: not for use before" in page, name
        assert "Opens in 1 h" in page, name
    clock(now + timedelta(hours=1))
    assert "Embargo: not for use" not in as_reporter.get(reverse("story", args=[draft.story_id])).content.decode()
