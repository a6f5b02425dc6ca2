"""A desk's afternoon: something filed, something urgent that waits, something returned."""

from datetime import timedelta

import pytest
from django.utils import timezone

from stories.models import Desk
from stories.services.drafting import open_draft, save_draft
from stories.services.filing import file_version
from stories.services.opening import open_story
from stories.services.submitting import submit_draft


@pytest.fixture
def tell(desk, reporter, text):
    """`tell("Ferry", 5)`: a first filing of five minutes ago."""

    def filed(slugline, minutes, **changes):
        at = timezone.now() - timedelta(minutes=minutes)
        story = open_story(actor=reporter, now=at, desk=desk, slugline=slugline)
        typed = text(headline=f"{slugline} stays open", **changes)
        file_version(story=story, based_on=None, text=typed, actor=reporter, now=at)
        story.refresh_from_db()
        return story

    return filed


@pytest.fixture
def hand_in(reporter, text):
    """`hand_in(story, 7)`: its next text, handed to the desk seven minutes ago."""

    def submit(story, minutes, **changes):
        at = timezone.now() - timedelta(minutes=minutes)
        draft = open_draft(story=story, actor=reporter, now=at)
        draft = save_draft(draft=draft, revision=draft.revision, text=text(**changes), actor=reporter, now=at)
        return submit_draft(draft=draft, revision=draft.revision, actor=reporter, now=at)

    return submit


@pytest.fixture
def afternoon(live_server, tell, hand_in, desk, reporter):
    """Four stories, newest first: Ferry and Market filed, Bridge in review as LEAD, Quake an URGENT in review."""
    Desk.objects.create(name="Economy", code="eco")
    bridge = tell("Bridge", 90)
    stories = {"Market": tell("Market", 40), "Ferry": tell("Ferry", 30), "Bridge": bridge}
    hand_in(bridge, 9, headline="Bridge stays shut", attn="RECASTS headline", body="It cost 57 billion won.")
    at = timezone.now() - timedelta(minutes=20)
    quake = open_story(actor=reporter, now=at, desk=desk, slugline="Quake")
    hand_in(quake, 3, headline="Quake strikes off Harim", kind="urgent")
    return stories | {"Quake": quake}
