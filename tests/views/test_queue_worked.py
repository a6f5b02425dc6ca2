"""The queue of one desk stays the queue one works: through the review and its comparisons to what comes next."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone

from stories.models import Desk, Verdict
from stories.services.drafting import open_draft, save_draft
from stories.services.opening import open_story
from stories.services.submitting import submit_draft
from tests.ferry import SECOND, ferry_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def handed(desk, reporter):
    """`handed("Film", 7, culture)`: a story's first text handed in so many minutes ago."""

    def hand(slugline, minutes, to=desk):
        at = timezone.now() - timedelta(minutes=minutes)
        story = open_story(actor=reporter, now=at, desk=to, slugline=slugline)
        draft = open_draft(story=story, actor=reporter, now=at)
        draft = save_draft(draft=draft, revision=1, text=ferry_text(1, SECOND), actor=reporter, now=at)
        submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=at)
        return story

    return hand


@pytest.fixture
def culture():
    return Desk.objects.create(name="Culture", code="culture")


@pytest.fixture
def waiting(handed, culture):
    """An old story of one desk, and two of another."""
    return handed("Oldest", 40), handed("Film", 9, culture), handed("Opera", 4, culture)


@pytest.fixture
def as_desk(client, desk_editor):
    client.force_login(desk_editor)
    return client


def html_of(response):
    return response.content.decode()


def form_of(html, act):
    """The address and the hidden fields of the form that does this, as a browser without script sends it."""
    found = re.search(rf'<form action="([^"]+/{act}/[^"]*)" method="post"[^>]*>(.*?)</form>', html, re.DOTALL)
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', found[2])
    return found[1].replace("&amp;", "&"), dict(fields)


def opened(client, story):
    """The review of a story opened from its row in the Culture desk's queue."""
    html = html_of(client.get(reverse("queue_desk", args=["culture"])))
    (link,) = re.findall(rf'class="st-h" href="({reverse("review", args=[story.pk])}[^"]*)"', html)
    return html_of(client.get(link, follow=True))


def test_approving_from_one_desk_s_queue_goes_on_in_it(as_desk, waiting):
    _, film, opera = waiting
    address, fields = form_of(opened(as_desk, film), "approve")
    assert as_desk.post(address, fields).url == reverse("review", args=[opera.pk]) + "?queue=culture"
    after = html_of(as_desk.get(reverse("review", args=[opera.pk]), {"queue": "culture"}, follow=True))
    address, fields = form_of(after, "approve")
    assert as_desk.post(address, fields).url == reverse("queue_desk", args=["culture"])


def test_approving_from_the_queue_of_all_goes_on_with_who_waits_longest(as_desk, waiting):
    oldest, film, _ = waiting
    review = html_of(as_desk.get(reverse("review", args=[film.pk]), follow=True))
    address, fields = form_of(review, "approve")
    assert as_desk.post(address, fields).url == reverse("review", args=[oldest.pk])


def test_returning_on_its_own_page_goes_on_in_it_and_keeps_the_comparison(as_desk, waiting):
    _, film, opera = waiting
    html = opened(as_desk, film)
    (link,) = re.findall(r'href="([^"]+)" data-return-open', html)
    page = html_of(as_desk.get(link.replace("&amp;", "&")))
    back = reverse("compare", args=[film.pk, "nothing", "s1"]) + "?queue=culture"
    assert f'<a class="btn" href="{back}">Keep reading</a>' in page
    address, fields = form_of(page, "return")
    assert fields["against"] == "nothing"
    response = as_desk.post(address, fields | {"reason": "Name the ministry."})
    assert response.url == reverse("review", args=[opera.pk]) + "?queue=culture"


def test_every_way_about_the_comparison_stays_in_it(as_desk, waiting):
    _, film, _ = waiting
    as_desk.get(reverse("review", args=[film.pk]), follow=True)  # what is kept of the page knows no queue
    html = opened(as_desk, film)
    for view in ("inline", "side", "clean"):
        assert f'href="?view={view}&amp;queue=culture"' in html
    pick = as_desk.get(
        reverse("compare_pick", args=[film.pk]), {"from": "nothing", "to": "s1", "view": "side", "queue": "culture"}
    )
    assert pick.url == reverse("compare", args=[film.pk, "nothing", "s1"]) + "?view=side&queue=culture"
    assert '<input type="hidden" name="queue" value="culture">' in html[html.index("data-pick") :]


def test_what_is_undone_from_the_next_page_opens_in_it_again(as_desk, waiting):
    _, film, _ = waiting
    address, fields = form_of(opened(as_desk, film), "approve")
    after = html_of(as_desk.post(address, fields, follow=True))
    address, _ = form_of(after, "undo")
    assert as_desk.post(address).url == reverse("review", args=[film.pk]) + "?queue=culture"
    assert not Verdict.objects.filter(undone_at=None).exists()


def test_the_preview_beside_the_rows_leads_into_it(as_desk, waiting):
    _, film, _ = waiting
    html = html_of(as_desk.get(reverse("queue_desk", args=["culture"])))
    (address,) = re.findall(rf'data-glance="({reverse("story_glance", args=[film.pk])}[^"]*)"', html)
    assert f'href="{reverse("review", args=[film.pk])}?queue=culture"' in html_of(as_desk.get(address))


@pytest.mark.parametrize("code", ["nowhere", "\x00", "a b", "'", "/admin/"])
def test_a_queue_that_is_none_is_carried_nowhere(as_desk, waiting, code):
    _, film, _ = waiting
    html = html_of(as_desk.get(reverse("review", args=[film.pk]), {"queue": code}, follow=True))
    assert "queue=" not in html
    address, fields = form_of(html, "approve")
    assert as_desk.post(address, fields | {"queue": code}).url == reverse("review", args=[waiting[0].pk])


CULTURE = "?desk=culture&state=review"


def opened_from_the_board(client, story):
    """The review of a story opened from its row on the board, under a filter."""
    html = html_of(client.get(reverse("board") + CULTURE))
    (link,) = re.findall(rf'class="st-h" href="({reverse("review", args=[story.pk])}[^"]*)"', html)
    return html_of(client.get(link.replace("&amp;", "&"), follow=True))


def test_approving_from_the_board_under_a_filter_goes_on_in_it(as_desk, waiting):
    _, film, opera = waiting
    address, fields = form_of(opened_from_the_board(as_desk, film), "approve")
    fields = {name: unescape(value) for name, value in fields.items()}
    to_opera = as_desk.post(address, fields).url
    assert to_opera == reverse("review", args=[opera.pk]) + "?queue=%3Fdesk%3Dculture%26state%3Dreview"
    address, fields = form_of(html_of(as_desk.get(to_opera, follow=True)), "approve")
    fields = {name: unescape(value) for name, value in fields.items()}
    assert as_desk.post(address, fields).url == reverse("board") + CULTURE


def test_returning_from_the_board_under_a_filter_goes_on_in_it(as_desk, waiting):
    _, film, opera = waiting
    (link,) = re.findall(r'href="([^"]+)" data-return-open', opened_from_the_board(as_desk, film))
    page = html_of(as_desk.get(link.replace("&amp;", "&")))
    address, fields = form_of(page, "return")
    fields = {name: unescape(value) for name, value in fields.items()}
    response = as_desk.post(address, fields | {"reason": "Name the ministry."})
    assert response.url == reverse("review", args=[opera.pk]) + "?queue=%3Fdesk%3Dculture%26state%3Dreview"


def test_the_preview_on_the_board_leads_into_its_filter(as_desk, waiting):
    _, film, _ = waiting
    html = html_of(as_desk.get(reverse("board") + CULTURE))
    (address,) = re.findall(rf'data-glance="({reverse("story_glance", args=[film.pk])}[^"]*)"', html)
    way = reverse("review", args=[film.pk]) + "?queue=%3Fdesk%3Dculture%26state%3Dreview"
    assert f'href="{way}"' in html_of(as_desk.get(address.replace("&amp;", "&")))


def test_a_reporter_s_row_opens_the_story(client, reporter, waiting):
    client.force_login(reporter)
    _, film, _ = waiting
    assert f'class="st-h" href="{reverse("story", args=[film.pk])}"' in html_of(client.get(reverse("board") + CULTURE))


@pytest.mark.parametrize("worked", ["?", "?nothing=1", "?before=1-2", "?q=%00"])
def test_a_filter_that_asks_nothing_is_no_queue(as_desk, waiting, worked):
    oldest, film, _ = waiting
    html = html_of(as_desk.get(reverse("review", args=[film.pk]), {"queue": worked}, follow=True))
    assert "queue=" not in html
    address, fields = form_of(html, "approve")
    assert as_desk.post(address, fields | {"queue": worked}).url == reverse("review", args=[oldest.pk])


def test_a_filter_is_no_way_out_of_the_newsroom(as_desk, waiting):
    _, film, _ = waiting
    html = html_of(
        as_desk.get(reverse("review", args=[film.pk]), {"queue": "?q=zebra&next=//evil.example/"}, follow=True)
    )
    address, fields = form_of(html, "approve")
    assert unescape(fields["queue"]) == "?q=zebra"
    assert as_desk.post(address, fields).url == reverse("board") + "?q=zebra"
