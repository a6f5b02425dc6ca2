"""The desk's word on the compare page: where a review opens, what may be decided, and who was first."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from stories.models import Verdict
from stories.services.deciding import approve, return_draft, undo_verdict
from stories.services.drafting import open_draft, save_draft
from stories.services.noting import write_note
from stories.services.submitting import submit_draft, take_back
from tests.conftest import person
from tests.ferry import SECOND, ferry_text, file_ferry

pytestmark = pytest.mark.django_db

OF_THE_BAR = 1  # how many notifications are unread: every page asks

THIRD = (*SECOND, "The ministry sent six inspectors to Mokpo.")
FOURTH = (*THIRD, "They boarded at noon.")


@pytest.fixture
def moment():
    """A little before the clock of the pages: verdicts are undone for minutes only."""
    return timezone.now() - timedelta(minutes=4)


@pytest.fixture
def ferry(desk, reporter, moment):
    return file_ferry(desk=desk, actor=reporter, now=moment)[0]


@pytest.fixture
def hand_in(ferry, reporter, moment):
    """`hand_in(THIRD)`: the reporter saves the paragraphs and submits them."""

    def submit(grafs, message="", minutes=0):
        at = moment + timedelta(minutes=minutes)
        draft = open_draft(story=ferry, actor=reporter, now=at)
        draft = save_draft(draft=draft, revision=draft.revision, text=ferry_text(3, grafs), actor=reporter, now=at)
        return submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=at, message=message)

    return submit


@pytest.fixture
def submission(hand_in):
    return hand_in(THIRD, message="Ministry confirmed by phone.")


@pytest.fixture
def as_desk(client, desk_editor):
    client.force_login(desk_editor)
    return client


def page(ferry, old, new):
    return reverse("compare", args=[ferry.pk, old, new])


def act(name, ferry, place=1):
    return reverse(f"submission_{name}", args=[ferry.pk, place])


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def test_the_first_review_opens_on_the_whole_change_against_the_wire(as_desk, ferry, submission):
    assert as_desk.get(reverse("review", args=[ferry.pk])).url == page(ferry, 4, "s1")
    html = as_desk.get(page(ferry, 4, "s1")).content.decode()
    assert "<b>The whole change</b> against the 2nd LD" in html
    assert "six inspectors" in html
    assert "Ministry confirmed by phone." in html


def test_the_next_review_opens_on_what_changed_since_my_last_verdict(
    as_desk, ferry, submission, hand_in, desk_editor, moment
):
    at = moment + timedelta(minutes=1)
    return_draft(submission=submission, reason="Who sent them?", actor=desk_editor, now=at)
    hand_in(FOURTH, minutes=2)
    assert as_desk.get(reverse("review", args=[ferry.pk])).url == page(ferry, "s1", "s2")

    since = as_desk.get(page(ferry, "s1", "s2"))
    html = since.content.decode()
    assert "What changed since you returned submission 1" in html
    assert "Who sent them?" in html
    assert f'href="{page(ferry, 4, "s2")}" data-whole' in html
    assert [change.opening for change in since.context["comparison"].screen.changes] == ["They boarded at noon."]
    whole = as_desk.get(page(ferry, 4, "s2")).content.decode()
    assert f'href="{page(ferry, "s1", "s2")}" data-whole' in whole


def test_another_desk_editor_sees_the_whole_change_first(
    client, admin, ferry, submission, hand_in, desk_editor, moment
):
    return_draft(submission=submission, reason="Who?", actor=desk_editor, now=moment)
    hand_in(FOURTH, minutes=2)
    client.force_login(admin)
    assert client.get(reverse("review", args=[ferry.pk])).url == page(ferry, 4, "s2")


def test_an_undone_verdict_is_no_verdict_to_compare_with(as_desk, ferry, submission, hand_in, desk_editor, moment):
    verdict = return_draft(submission=submission, reason="Who?", actor=desk_editor, now=moment)
    undo_verdict(verdict=verdict, actor=desk_editor, now=moment)
    hand_in(FOURTH, minutes=2)
    assert as_desk.get(reverse("review", args=[ferry.pk])).url == page(ferry, 4, "s2")


def test_what_was_never_sent_is_no_silent_change(as_desk, ferry, submission, hand_in, desk_editor, moment):
    return_draft(submission=submission, reason="How many?", actor=desk_editor, now=moment)
    hand_in((*SECOND, "The ministry sent nine inspectors to Mokpo."), minutes=2)
    comparison = as_desk.get(page(ferry, "s1", "s2")).context["comparison"]
    assert [row.change.new for row in comparison.facts.changed] != []
    assert comparison.facts.silent == 0
    assert not comparison.screen.attn.verdicts


def test_a_first_filing_is_compared_with_nothing(as_desk, story, reporter, text, moment):
    draft = open_draft(story=story, actor=reporter, now=moment)
    draft = save_draft(draft=draft, revision=1, text=text(), actor=reporter, now=moment)
    submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=moment)
    address = as_desk.get(reverse("review", args=[story.pk])).url
    assert address == page(story, "nothing", "s1")
    for view in ("inline", "side", "clean"):
        html = as_desk.get(address, {"view": view}).content.decode()
        assert "nothing of this story is on the wire yet" in html
        assert "Daero tunnel" in html
    inline = as_desk.get(address).content.decode()
    assert '<p class="graf-heads" aria-hidden="true"><span></span><span>s1</span></p>' in inline


def test_nothing_handed_in_leads_to_the_story(as_desk, ferry):
    response = as_desk.get(reverse("review", args=[ferry.pk]))
    assert response.url == reverse("story", args=[ferry.pk])
    assert said(response) == ["Nothing of this story waits for the desk."]


def test_approving_opens_what_waits_next_and_offers_to_undo(as_desk, ferry, submission, first, reporter, moment):
    draft = open_draft(story=first.story, actor=reporter, now=moment)
    submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=moment)

    response = as_desk.post(act("approve", ferry), {"against": "4"})

    assert response.url == reverse("review", args=[first.story.pk])
    html = as_desk.get(response.url, follow=True).content.decode()
    assert "Approved: Mokpo-ferry-fire." in html
    assert f"Next in the queue: {first.story.slugline}. Approved: Mokpo-ferry-fire." in html
    assert f'action="{act("undo", ferry)}"' in html
    assert submission.verdicts.get().decision == Verdict.Decision.APPROVED


def test_after_the_last_one_the_queue_opens(as_desk, ferry, submission):
    assert as_desk.post(act("approve", ferry)).url == reverse("queue")


def test_what_another_desk_names_editors_for_is_not_next(as_desk, ferry, submission, first, reporter, moment, desk):
    other = person("han", "Han", "Sol", "Desk editor")
    draft = open_draft(story=first.story, actor=reporter, now=moment)
    submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=moment)
    as_desk.post(act("approve", ferry))
    desk.editors.add(other)
    response = as_desk.post(act("approve", first.story))
    assert response.status_code == 302
    assert not Verdict.objects.filter(submission__story=first.story).exists()


def test_returning_asks_for_a_reason_and_keeps_it(as_desk, ferry, submission):
    empty = as_desk.post(act("return", ferry), {"reason": "  "})
    assert empty.status_code == 422
    assert "Say what is to be done" in empty.content.decode()
    assert not Verdict.objects.exists()

    as_desk.post(act("return", ferry), {"reason": "Name the ministry."})

    assert submission.verdicts.get().reason == "Name the ministry."


def test_the_reason_begins_with_the_open_notes(as_desk, ferry, submission, desk_editor, moment):
    write_note(story=ferry, body="Which ministry?", actor=desk_editor, now=moment, submission=submission, graf=11)
    for address in (page(ferry, 4, "s1"), act("return", ferry)):
        assert "¶12: Which ministry?</textarea>" in as_desk.get(address).content.decode()


def test_who_comes_second_is_told_who_was_first_and_keeps_the_words(as_desk, ferry, submission, admin, moment):
    approve(submission=submission, actor=admin, now=moment)

    response = as_desk.post(act("return", ferry), {"reason": "Name the ministry.", "against": "4"})

    html = response.content.decode()
    assert response.status_code == 409
    assert "Ahn Do-yun approved it at" in html
    assert "Name the ministry." in html
    assert f'href="{page(ferry, 4, "s1")}"' in html
    assert submission.verdicts.get().decided_by == admin


def test_approving_what_was_decided_leads_back_and_says_so(as_desk, ferry, submission, admin, moment):
    return_draft(submission=submission, reason="No.", actor=admin, now=moment)
    response = as_desk.post(act("approve", ferry), {"against": "4"})
    assert response.url == page(ferry, 4, "s1")
    assert "Ahn Do-yun returned it at" in said(response)[0]


def test_a_decided_submission_says_who_decided_when_and_why(as_desk, ferry, submission, admin, moment):
    return_draft(submission=submission, reason="Name the ministry.", actor=admin, now=moment)
    html = as_desk.get(page(ferry, 4, "s1")).content.decode()
    assert "by Ahn Do-yun" in html
    assert "<b>Returned:</b>" in html
    assert "Name the ministry." in html
    assert act("approve", ferry) not in html
    assert act("undo", ferry) not in html


def test_what_was_taken_back_or_overtaken_says_so(as_desk, ferry, submission, reporter, hand_in, moment):
    hand_in(FOURTH, minutes=2)
    overtaken = as_desk.get(page(ferry, 4, "s1")).content.decode()
    assert "Rim Na-ra submitted a newer text" in overtaken
    assert reverse("review", args=[ferry.pk]) in overtaken
    waiting = ferry.submissions.get(number=2)
    take_back(submission=waiting, actor=reporter, now=timezone.now())
    assert "Taken back" in as_desk.get(page(ferry, 4, "s2")).content.decode()


def test_my_own_verdict_is_undone_and_the_submission_waits_again(as_desk, ferry, submission, desk_editor, moment):
    approve(submission=submission, actor=desk_editor, now=timezone.now())
    assert act("undo", ferry) in as_desk.get(page(ferry, 4, "s1")).content.decode()

    response = as_desk.post(act("undo", ferry), {"against": "4"})

    assert response.url == page(ferry, 4, "s1")
    assert said(response) == ["Undone: Mokpo-ferry-fire waits for the desk again."]
    assert act("approve", ferry) in as_desk.get(page(ferry, 4, "s1")).content.decode()


def test_undoing_where_nothing_stands_changes_nothing(as_desk, ferry, submission):
    response = as_desk.post(act("undo", ferry))
    assert said(response) == ["No verdict stands on it: it waits for the desk."]


def test_undo_is_offered_for_minutes_only(as_desk, ferry, submission, desk_editor):
    approve(submission=submission, actor=desk_editor, now=timezone.now() - timedelta(minutes=6))
    assert act("undo", ferry) not in as_desk.get(page(ferry, 4, "s1")).content.decode()


def test_a_reporter_sees_that_it_waits_and_has_no_say(client, other_reporter, ferry, submission):
    client.force_login(other_reporter)
    html = client.get(page(ferry, 4, "s1")).content.decode()
    assert "with the Politics desk" in html
    assert act("approve", ferry) not in html
    client.post(act("approve", ferry))
    client.post(act("return", ferry), {"reason": "No."})
    assert not Verdict.objects.exists()


@pytest.mark.parametrize("name", ["approve", "return", "undo"])
def test_a_submission_of_an_embargoed_story_is_not_there_for_others(client, other_reporter, ferry, submission, name):
    ferry.embargo_until = timezone.now() + timedelta(hours=1)
    ferry.save(update_fields=["embargo_until"])
    client.force_login(other_reporter)
    assert client.post(act(name, ferry)).status_code == 404
    assert client.get(page(ferry, 4, "s1")).status_code == 404


@pytest.mark.parametrize("pair", [("s1", "s2"), ("s0", "s1"), (4, "s2"), (4, "s"), (4, "nothing"), ("s1x", "s1")])
def test_a_submission_that_is_not_there_is_not_found(as_desk, ferry, submission, pair):
    assert as_desk.get(page(ferry, *pair)).status_code == 404


def test_a_strange_way_back_is_not_followed(as_desk, ferry, submission, admin, moment):
    approve(submission=submission, actor=admin, now=moment)
    response = as_desk.post(act("approve", ferry), {"against": "//elsewhere.example"})
    assert response.url == reverse("review", args=[ferry.pk])


def test_the_rail_lists_what_was_handed_in_of_the_open_draft(as_desk, ferry, submission, hand_in):
    hand_in(FOURTH, minutes=2)
    rungs = as_desk.get(page(ferry, 4, "s2")).context["comparison"].rungs
    names = [rung.filing.name for rung in rungs]
    assert names[:4] == ["3rd LD draft", "3rd LD submission 2", "3rd LD submission 1", "2nd LD"]


def test_ten_queries_or_fewer_with_something_waiting(
    as_desk, ferry, submission, desk_editor, moment, django_assert_max_num_queries
):
    write_note(story=ferry, body="Which ministry?", actor=desk_editor, now=moment, submission=submission, graf=11)
    as_desk.get(page(ferry, 4, "s1"))
    with django_assert_max_num_queries(10 + OF_THE_BAR):
        as_desk.get(page(ferry, 4, "s1"))


def test_a_decided_submission_says_its_state_what_was_asked_and_the_way_on(
    as_desk, ferry, submission, hand_in, desk_editor, moment
):
    return_draft(submission=submission, reason="Who sent them?", actor=desk_editor, now=moment)
    second = hand_in(FOURTH, minutes=2)
    approve(submission=second, actor=desk_editor, now=moment + timedelta(minutes=3))
    html = as_desk.get(page(ferry, "s1", "s2")).content.decode()
    bar = html[html.index('class="review-what"') : html.index('class="review-how"')]
    assert '<span class="badge ok">Approved</span>' in bar
    assert "; approved <time" in bar
    assert "<b>You asked:</b>" in html
    assert f'href="{reverse("draft", args=[ferry.pk])}" data-opens>Open the draft</a>' in html
    assert f'href="{reverse("draft_file", args=[ferry.pk])}" data-file-it>File (3rd LD)' in html


def test_an_unchanged_headline_under_one_label_has_one_chip(as_desk, ferry, submission, hand_in, desk_editor, moment):
    return_draft(submission=submission, reason="Who?", actor=desk_editor, now=moment)
    hand_in(FOURTH, minutes=2)
    html = as_desk.get(page(ferry, "s1", "s2")).content.decode()
    headline = html[html.index('<dd class="headline">') : html.index('<span class="same">unchanged')]
    assert headline.count("3rd LD") == 1
    assert "→" not in headline
