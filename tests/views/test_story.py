"""The story page: the current text, the ladder that led there; and starting a story."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from stories.models import Byline, Desk, Draft, Story, Version

pytestmark = pytest.mark.django_db


def shown(client: Client, story: Story) -> str:
    return client.get(reverse("story", args=[story.pk])).content.decode()


def test_the_page_shows_what_is_on_the_wire(as_reporter: Client, lead: Version) -> None:
    page = shown(as_reporter, lead.story)

    assert '<span class="dl">HARIM, South Korea, March 9 (Hanbit) --</span> The mayor of Harim' in page
    assert "Tolls start in May." in page
    assert "(LEAD) Harim-tunnel" in page


def test_the_ladder_has_every_version_with_a_way_to_compare(as_reporter: Client, lead: Version) -> None:
    page = shown(as_reporter, lead.story)

    for sequence in (1, 2):
        assert reverse("version", args=[lead.story_id, sequence]) in page
    assert reverse("compare", args=[lead.story_id, 1, 2]) in page
    assert "On the wire" in page
    assert "replaced" in page


def test_the_next_lead_is_offered_by_its_label(as_reporter: Client, lead: Version) -> None:
    assert "Write the 2nd LD" in shown(as_reporter, lead.story)


def test_an_open_draft_is_offered_instead(as_reporter: Client, draft: Draft) -> None:
    page = shown(as_reporter, draft.story)

    assert "Open the draft" in page
    assert "Write the" not in page


def test_a_story_with_nothing_filed_says_so(as_reporter: Client, story: Story) -> None:
    page = shown(as_reporter, story)

    assert "Nothing is on the wire yet." in page
    assert "Write the first filing" in page


def test_a_killed_story_says_that_it_is_withdrawn_and_offers_no_lead(as_reporter: Client, lead: Version) -> None:
    Story.objects.filter(pk=lead.story_id).update(status=Story.Status.KILLED)

    page = shown(as_reporter, lead.story)

    assert "This story was killed." in page
    assert "Write the" not in page


def test_the_story_page_takes_a_set_number_of_queries(
    as_reporter: Client, lead: Version, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    # Session, person with roles; story; versions and drafts of the ladder; one given up; the version;
    # the bell.
    with django_assert_num_queries(8):
        shown(as_reporter, lead.story)


@pytest.fixture
def opening(desk: Desk) -> dict[str, Any]:
    return {"desk": desk.pk, "slugline": "Harim-ferry", "category": "National", "urgency": 4, "language": "en"}


def test_starting_a_story_leads_to_its_draft(as_reporter: Client, opening: dict[str, Any]) -> None:
    answer = as_reporter.post(reverse("story_new"), opening)

    story = Story.objects.get()
    assert (story.slugline, story.urgency) == ("Harim-ferry", 4)
    assert answer.headers["Location"] == reverse("draft", args=[story.pk])
    assert story.drafts.filter(closed_at=None).count() == 1


@pytest.mark.usefixtures("desk_in_seoul")
def test_an_embargo_is_on_the_desks_clock(as_reporter: Client, opening: dict[str, Any]) -> None:
    as_reporter.post(reverse("story_new"), opening | {"embargo_until": "2026-03-10T09:00"})

    embargo = Story.objects.get().embargo_until
    assert embargo is not None
    assert embargo.isoformat() == "2026-03-10T00:00:00+00:00"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"slugline": ""}, "This field is required."),
        ({"slugline": " "}, "This field is required."),
        ({"urgency": 10}, "less than or equal to 9"),
        ({"slugline": "Harim\x1bferry"}, "control character U+001B ESCAPE"),
        ({"slugline": "Busan port fire!"}, "Try Busan-port-fire"),
        ({"slugline": "부산 항만_화재"}, "Try 부산-항만-화재"),
        ({"slugline": "?!"}, "and no blanks."),
        ({"embargo_until": "soon"}, "Enter a valid date/time."),
    ],
)
def test_a_story_that_cannot_be_started_says_why(
    as_reporter: Client, opening: dict[str, Any], change: dict[str, Any], said: str
) -> None:
    page = as_reporter.post(reverse("story_new"), opening | change)

    assert page.status_code == 422
    assert said in page.content.decode()
    assert not Story.objects.exists()


@pytest.mark.parametrize("slugline", ["Harim-ferry", "N.-Korea-2026", "부산-화재", "Ħamrun-école"])
def test_a_plain_slugline_is_taken_in_any_script(as_reporter: Client, opening: dict[str, Any], slugline: str) -> None:
    as_reporter.post(reverse("story_new"), opening | {"slugline": slugline})

    assert Story.objects.get().slugline == slugline


def test_the_only_desk_is_chosen_by_itself(as_reporter: Client, desk: Desk) -> None:
    assert f'<option value="{desk.pk}" selected>Politics' in as_reporter.get(reverse("story_new")).content.decode()


def test_a_new_story_begins_on_the_reporters_own_desk(as_reporter: Client, reporter: User, desk: Desk) -> None:
    Desk.objects.create(name="Economy", code="eco")
    assert "selected>Politics" not in as_reporter.get(reverse("story_new")).content.decode()
    Byline.objects.create(name="Rim Na-ra", user=reporter, desk=desk)

    assert f'<option value="{desk.pk}" selected>Politics' in as_reporter.get(reverse("story_new")).content.decode()


def test_the_word_about_a_new_story_passes_and_its_first_filing_is_asked_for_no_attn(
    as_reporter: Client, opening: dict[str, Any]
) -> None:
    page = as_reporter.post(reverse("story_new"), opening, follow=True).content.decode()

    assert '<div class="toast passing" data-toast><p>Harim-ferry is open.' in page
    assert "A first filing needs none." in page
    assert "UPDATES with remarks" not in page
