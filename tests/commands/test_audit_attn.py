"""The archive's ATTN lines, checked from the command line."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from stories.models import AttnAudit
from stories.services.filing import file_version

pytestmark = pytest.mark.django_db


def run(*arguments):
    out = StringIO()
    call_command("audit_attn", *arguments, stdout=out, no_color=True)
    return out.getvalue()


@pytest.fixture
def lead(first, reporter, now, text):
    """Its line names the wrong paragraph, and the cost of the tunnel was changed in silence."""
    body = f"{first.body.replace('41 billion', '43 billion')}\n\nTolls start in May."
    fresh = text(attn="ADDS tolls in para 1", body=body)
    return file_version(story=first.story, based_on=first, text=fresh, actor=reporter, now=now)


def test_each_version_stands_with_its_wrong_claims_and_its_silent_changes(lead):
    told = run()
    assert "✗" in told
    assert "tolls in para 1: says para 1: the new text is in 2-3; right would be:" in told
    assert "41 billion won -> 43 billion won" in told
    assert "1 ATTN lines: 0 held, 1 claims did not; 1 facts changed in silence." in told


def test_as_json_each_version_is_one_object(lead):
    [told] = [json.loads(line) for line in run("--json").splitlines()]
    assert (told["version"], told["label"], told["attn"]) == (2, "LEAD", "ADDS tolls in para 1")
    assert told["wrong"][0]["claim"] == "tolls in para 1"
    assert (told["silent"][0]["old"], told["silent"][0]["para"]) == ("41 billion won", 2)


def test_what_it_finds_is_kept_for_versions_that_have_nothing_yet(lead):
    AttnAudit.objects.all().delete()
    run()
    assert lead.__class__.objects.get(pk=lead.pk).attn_audit.wrong == 1


def test_a_desk_and_a_day_narrow_it(lead):
    assert "✗" in run("--desk", "pol", "--since", "2026-03-09")
    assert "0 ATTN lines" in run("--since", "2026-03-10")


@pytest.mark.parametrize(
    ("arguments", "words"), [(["--desk", "xyz"], "There is no desk xyz"), (["--since", "1/2"], "is no date")]
)
def test_what_it_cannot_follow_it_says(lead, arguments, words):
    with pytest.raises(CommandError, match=words):
        run(*arguments)


def test_stories_are_walked_one_by_one_in_few_queries(lead, django_assert_num_queries):
    with django_assert_num_queries(5):  # two batches of stories; versions, photos, summaries
        run()
