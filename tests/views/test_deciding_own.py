"""A desk with four eyes: nobody approves what they wrote on themselves, and the page says so before they try."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from stories.services.drafting import open_draft, save_draft
from stories.services.submitting import submit_draft
from tests.ferry import SECOND, ferry_text, file_ferry

pytestmark = pytest.mark.django_db

OURS = "Your own work: on this desk somebody else approves it."


@pytest.fixture
def review(client, desk, reporter, desk_editor):
    """`review(four_eyes=True, own=True)`: what the reporter handed in, where `own` with words of the editor."""

    def opened(*, four_eyes, own):
        desk.four_eyes = four_eyes
        desk.save()
        at = timezone.now() - timedelta(minutes=4)
        ferry = file_ferry(desk=desk, actor=reporter, now=at)[0]
        draft = open_draft(story=ferry, actor=reporter, now=at)
        texts = {desk_editor: (*SECOND, "Six inspectors came."), reporter: (*SECOND, "Seven inspectors came.")}
        for hand in texts if own else (reporter,):
            given = ferry_text(3, texts[hand])
            draft = save_draft(draft=draft, revision=draft.revision, text=given, actor=hand, now=at)
        submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=at)
        client.force_login(desk_editor)
        approval, back = (reverse(f"submission_{act}", args=[ferry.pk, 1]) for act in ("approve", "return"))
        html = client.get(reverse("compare", args=[ferry.pk, 4, "s1"])).content.decode()
        assert back in html
        return html, approval in html

    return opened


def test_ones_own_work_is_said_to_be_so_and_offers_a_return_alone(review):
    html, approves = review(four_eyes=True, own=True)
    assert (OURS in html, approves) == (True, False)


@pytest.mark.parametrize(("four_eyes", "own"), [(True, False), (False, True)])
def test_what_others_wrote_and_a_desk_of_two_eyes_are_approved(review, four_eyes, own):
    html, approves = review(four_eyes=four_eyes, own=own)
    assert (OURS in html, approves) == (False, True)
