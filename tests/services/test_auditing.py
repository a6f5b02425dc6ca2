"""What is kept of the check of a filed line, and the desk that asks why a false one goes out."""

import pytest
from django.db import connection

from stories.models import AttnAudit, Desk, Version
from stories.queries.audits import audited
from stories.queries.copy import version_copy
from stories.services import auditing
from stories.services.archive import verify_archive
from stories.services.auditing import audit_story, check_ahead, check_filing
from stories.services.drafting import open_draft, save_draft
from stories.services.filing import FalseClaim, file_draft, file_version
from stories.services.importing import import_stories, read_files
from stories.wire.label import Kind, Label
from stories.wire.render import render

pytestmark = pytest.mark.django_db

FALSE = "ADDS tolls in para 2"
TRUE = "ADDS tolls in para 3"


@pytest.fixture
def file_lead(first, reporter, now, text):
    """The LEAD on the first filing, with a third paragraph: `file_lead(attn)`."""

    def send(attn, **more):
        lead = text(attn=attn, body=f"{first.body}\n\nTolls start in May.")
        return file_version(story=first.story, based_on=first, text=lead, actor=reporter, now=now, **more)

    return send


@pytest.fixture
def asking(desk):
    Desk.objects.filter(pk=desk.pk).update(attn_policy=Desk.AttnPolicy.REASON)
    desk.refresh_from_db()


@pytest.mark.parametrize(("attn", "held", "wrong"), [(TRUE, 1, 0), (FALSE, 0, 1)])
def test_a_filing_keeps_how_many_of_its_claims_hold(file_lead, attn, held, wrong):
    kept = file_lead(attn).attn_audit
    assert (kept.held, kept.wrong) == (held, wrong)


def test_a_filing_without_a_line_has_nothing_to_keep(first, file_lead):
    file_lead("")
    assert not AttnAudit.objects.exists()


def test_a_desk_that_only_warns_lets_it_go_out(file_lead):
    assert file_lead(FALSE).attn_reason == ""


def test_a_desk_that_asks_refuses_a_false_claim_without_a_reason(asking, first, file_lead):
    first.story.desk.refresh_from_db()
    with pytest.raises(FalseClaim) as refusal:
        file_lead(FALSE)
    assert refusal.value.text.attn == FALSE
    assert "the new text is in 3" in refusal.value.message
    assert [verdict.right for verdict in refusal.value.wrong] == ["in 3rd para"]
    assert Version.objects.count() == 1


def test_with_a_reason_it_goes_out_and_the_reason_is_sealed_with_it(asking, first, file_lead):
    first.story.desk.refresh_from_db()
    version = file_lead(FALSE, attn_reason="The desk counts the lede apart.")
    assert version.attn_reason == "The desk counts the lede apart."
    assert verify_archive().holds


def test_a_reason_is_kept_only_where_one_was_needed(asking, first, file_lead):
    first.story.desk.refresh_from_db()
    assert file_lead(TRUE, attn_reason="Just in case").attn_reason == ""


def test_a_kill_is_not_asked_what_its_line_claims(asking, first, desk_editor, now, text):
    first.story.desk.refresh_from_db()
    kill = text(attn=FALSE, headline="KILL", body="")
    version = file_version(story=first.story, based_on=first, text=kill, kind=Kind.KILL, actor=desk_editor, now=now)
    assert version.kind == Kind.KILL


def test_checking_a_story_anew_comes_to_the_same(first, file_lead):
    before = AttnAudit.objects.filter(version=file_lead(FALSE)).values().get()
    AttnAudit.objects.update(wrong=0, held=9)
    audit_story(first.story)
    assert AttnAudit.objects.values().get() | {"id": 0} == before | {"id": 0}


def test_an_older_lead_that_comes_in_late_is_what_the_next_one_is_read_against(first, file_lead, desk, reporter, now):
    """The 2nd LD added the tolls to what was there; once the LEAD before it is known to have them, it did not."""
    lead = file_lead(TRUE)
    copy = version_copy(lead)
    other = render(copy).replace("(LEAD)", "(2nd LD)").replace("Harim-tunnel", "Harim-bridge")
    plan = read_files([("second.txt", other.encode())])
    story = import_stories(plan=plan, desk=desk, actor=reporter, now=now).stories[0].story
    assert audited(story)[0].found.verdicts == ()
    late = render(copy).replace("Harim-tunnel", "Harim-bridge").replace("by Monday", "on Monday")
    import_stories(plan=read_files([("first.txt", late.encode())]), desk=desk, actor=reporter, now=now)
    second = story.versions.get(lead_number=2)
    assert second.attn_audit.wrong == 1


@pytest.fixture
def transactions_of_audits(monkeypatch):
    """How many transactions stood around each reading of a line."""
    depths, audit = [], auditing.audit

    def counted(*args):
        depths.append(len(connection.savepoint_ids))
        return audit(*args)

    monkeypatch.setattr(auditing, "audit", counted)
    return depths


def test_a_line_is_read_once_and_before_the_story_is_held(transactions_of_audits, file_lead):
    around = len(connection.savepoint_ids)
    assert file_lead(TRUE).attn_audit.held == 1
    assert transactions_of_audits == [around]


def test_a_drafts_line_is_read_once_and_before_the_story_is_held(transactions_of_audits, first, reporter, now, text):
    around = len(connection.savepoint_ids)
    draft = open_draft(story=first.story, actor=reporter, now=now)
    lead = text(attn=TRUE, body=f"{first.body}\n\nTolls start in May.")
    draft = save_draft(draft=draft, revision=draft.revision, text=lead, actor=reporter, now=now)
    filed = file_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    assert (filed.attn_audit.held, transactions_of_audits) == (1, [around])


def test_a_draft_in_hand_that_is_not_as_it_was_saved_is_read_again_as_it_is_filed(
    transactions_of_audits, first, reporter, now, text
):
    draft = open_draft(story=first.story, actor=reporter, now=now)
    lead = text(attn=FALSE, body=f"{first.body}\n\nTolls start in May.")
    draft = save_draft(draft=draft, revision=draft.revision, text=lead, actor=reporter, now=now)
    draft.attn, draft.attn_holds = TRUE, {}  # in this hand only: what is filed is what was saved
    filed = file_draft(draft=draft, revision=draft.revision, actor=reporter, now=now)
    assert (filed.attn_audit.wrong, len(transactions_of_audits)) == (1, 2)


def test_what_was_read_against_another_version_does_not_count(first, file_lead, text):
    story, typed = first.story, text(attn=TRUE, body=f"{first.body}\n\nTolls start in May.")
    label = Label(Kind.LEAD, 1)
    ahead = check_ahead(story, typed, (), None)
    assert check_filing(story, label, typed, (), ahead) is ahead.found
    file_lead(TRUE)
    story.refresh_from_db()
    now_found = check_filing(story, label, typed, (), ahead)
    assert (ahead.found.held, now_found.held, len(now_found.wrong)) == (1, 0, 1)


BEFORE = {
    "first": [None],
    "urgent": [Kind.URGENT],
    "corrected urgent": [Kind.URGENT, Kind.CORRECTION],
    "corrected first": [None, Kind.CORRECTION],
    "leads": [None, None, None],
    "corrected lead": [None, None, Kind.CORRECTION],
}


@pytest.mark.parametrize("kinds", BEFORE.values(), ids=BEFORE)
@pytest.mark.parametrize("asked", [None, Kind.CORRECTION])
def test_what_is_read_before_the_story_is_held_counts_whatever_was_filed_before(
    transactions_of_audits, story, reporter, now, text, kinds, asked
):
    version = None
    for number, kind in enumerate(kinds):
        typed, base = text(headline=f"Number {number}"), {"story": story, "based_on": version, "kind": kind}
        version = file_version(text=typed, actor=reporter, now=now, **base)
    around = len(connection.savepoint_ids)
    typed, base = text(headline="Next", attn="UPDATES with details"), {"story": version.story, "based_on": version}
    file_version(text=typed, actor=reporter, now=now, kind=asked, **base)
    assert transactions_of_audits == [around]
