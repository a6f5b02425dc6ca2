"""Many hands on one story at the same moment, on real connections of the engine in use."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User

from stories.models import Draft, Story, Version
from stories.services.archive import verify_archive
from stories.services.drafting import DraftText, StaleDraft, open_draft, save_draft
from stories.services.filing import StaleBase, file_draft, file_version
from stories.services.refusals import Refused
from tests.at_once import at_once as all_at_once

pytestmark = pytest.mark.django_db(transaction=True)

HANDS = 20


def at_once(work: Callable[[int], Any]) -> list[Any]:
    return all_at_once(work, HANDS)


def file_next(story: Story, text: DraftText, actor: User, now: datetime) -> tuple[Version, int]:
    """File `text` on whatever is on the wire, again and again until it goes out; how often it was refused."""
    refused = 0
    while True:
        base = Story.objects.get(pk=story.pk).current_version
        try:
            return file_version(story=story, based_on=base, text=text, actor=actor, now=now), refused
        except StaleBase:
            refused += 1


def test_twenty_filings_on_one_base_leave_one_lead_and_nineteen_refusals(
    first: Version, reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    texts = [text(headline=f"By hand {number}") for number in range(HANDS)]

    def work(number: int) -> Version:
        return file_version(story=first.story, based_on=first, text=texts[number], actor=reporter, now=now)

    done = at_once(work)
    filed = [result for result in done if isinstance(result, Version)]
    refused = [result for result in done if isinstance(result, StaleBase)]
    assert (len(filed), len(refused)) == (1, HANDS - 1)
    assert {filed[0].headline} | {refusal.text.headline for refusal in refused} == {one.headline for one in texts}
    assert list(Version.objects.values_list("sequence", "lead_number")) == [(1, 0), (2, 1)]


def test_twenty_who_try_until_it_goes_out_file_twenty_consecutive_leads(
    first: Version, reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    done = at_once(lambda number: file_next(first.story, text(headline=f"By hand {number}"), reporter, now))
    assert sum(refused for _, refused in done) > 0, "nobody met anybody: this was no race"
    versions = Version.objects.order_by("sequence")
    assert [version.sequence for version in versions] == list(range(1, HANDS + 2))
    assert [version.lead_number for version in versions] == list(range(HANDS + 1))
    assert {version.headline for version in versions[1:]} == {f"By hand {number}" for number in range(HANDS)}
    assert Story.objects.get().current_version == versions[HANDS]
    assert verify_archive().holds


def test_a_filing_sent_twenty_times_goes_out_once(
    first: Version, reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    def work(number: int) -> Version:
        return file_version(
            story=first.story, based_on=first, text=text(headline="Sent"), actor=reporter, now=now, filing_key="key"
        )

    assert len({version.pk for version in at_once(work)}) == 1
    assert Version.objects.count() == 2


def test_twenty_saves_of_one_revision_keep_one_and_refuse_nineteen(
    first: Version, reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    draft = open_draft(story=first.story, actor=reporter, now=now)

    def work(number: int) -> Draft:
        return save_draft(draft=draft, revision=1, text=text(headline=f"By hand {number}"), actor=reporter, now=now)

    done = at_once(work)
    kept = [result for result in done if isinstance(result, Draft)]
    assert len(kept) == 1
    assert sum(isinstance(result, StaleDraft) for result in done) == HANDS - 1
    draft.refresh_from_db()
    assert (draft.revision, draft.headline) == (2, kept[0].headline)
    assert draft.history.count() == 2


def test_twenty_who_open_a_draft_share_one(first: Version, reporter: User, now: datetime) -> None:
    drafts = at_once(lambda number: open_draft(story=first.story, actor=reporter, now=now))
    assert {draft.pk for draft in drafts} == {Draft.objects.get().pk}


def test_saving_and_filing_one_draft_at_once_never_deadlocks_and_loses_no_text(
    first: Version, reporter: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    draft = open_draft(story=first.story, actor=reporter, now=now)
    save_draft(draft=draft, revision=1, text=text(headline="Second"), actor=reporter, now=now)

    def work(number: int) -> Version | Draft:
        if number % 2:
            return file_draft(draft=draft, revision=2, actor=reporter, now=now)
        return save_draft(draft=draft, revision=2, text=text(headline=f"Saved {number}"), actor=reporter, now=now)

    done = at_once(work)
    assert sum(not isinstance(result, Refused) for result in done) == 1
    kept = next(result for result in done if not isinstance(result, Refused))
    assert kept.headline == (Version.objects.last().headline if isinstance(kept, Version) else draft_text(draft))


def draft_text(draft: Draft) -> str:
    return Draft.objects.get(pk=draft.pk).headline
