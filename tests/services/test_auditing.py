"""What is kept of the check of a filed line, and the desk that asks why a false one goes out."""

import pytest

from stories.models import AttnAudit, Desk, Version
from stories.queries.audits import audited
from stories.queries.copy import version_copy
from stories.services.archive import verify_archive
from stories.services.auditing import audit_story
from stories.services.filing import FalseClaim, file_version
from stories.services.importing import import_stories, read_files
from stories.wire.label import Kind
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
