"""The ATTN line where it is written and where it goes out, with no script running."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from stories.models import Desk, Draft, Version
from stories.services.drafting import DraftText, save_draft
from stories.services.filing import file_version
from stories.services.importing import import_stories, read_files

pytestmark = pytest.mark.django_db

BUSES = "Buses cross it free of charge."
ATTACK = "<script>alert(1)</script>"


@pytest.fixture
def write(draft: Draft, reporter: User, now: datetime, text: Callable[..., DraftText]) -> Callable[..., Draft]:
    """Save the draft with a paragraph more: `write("ADDS buses in para 4")`."""

    def save(attn: str = "", body: str = f"{{body}}\n\n{BUSES}", **fields: Any) -> Draft:
        current = Draft.objects.get(pk=draft.pk)
        given = text(attn=attn, body=body.format(body=draft.body), **fields)
        return save_draft(draft=current, revision=current.revision, text=given, actor=reporter, now=now)

    return save


def page(client: Client, name: str, draft: Draft) -> str:
    return client.get(reverse(name, args=[draft.story_id])).content.decode()


def beside(client: Client, draft: Draft) -> str:
    """What stands beside the field in the editor."""
    words = page(client, "draft", draft)
    return words[words.index('<div class="attn-now') : words.index('<div class="ed-two">')]


def test_the_line_that_the_changes_call_for_waits_beside_the_field(as_reporter: Client, write: Any) -> None:
    draft = write()

    shown = beside(as_reporter, draft)

    assert "ADDS details in 4th para" in shown
    assert 'name="then" value="use-attn">Use<' in shown
    assert f'href="{reverse("compare", args=[draft.story_id, 2, "draft"])}#p4">¶4<' in shown
    assert draft.attn == ""


def test_use_saves_what_was_typed_with_the_line_it_calls_for(as_reporter: Client, draft: Draft, typed: Any) -> None:
    form = typed(draft, body=f"{draft.body}\n\n{BUSES}", note="For the desk", then="use-attn")

    answer = as_reporter.post(reverse("draft", args=[draft.story_id]), form, follow=True)

    draft.refresh_from_db()
    assert (draft.attn, draft.note) == ("ADDS details in 4th para", "For the desk")
    assert "Saved, with the proposed ATTN." in answer.content.decode()
    assert "✓ matches" in beside(as_reporter, draft)


def test_no_other_button_touches_the_typed_line(as_reporter: Client, draft: Draft, typed: Any) -> None:
    form = typed(draft, attn="ADDS buses", body=f"{draft.body}\n\n{BUSES}")

    as_reporter.post(reverse("draft", args=[draft.story_id]), form)

    draft.refresh_from_db()
    assert draft.attn == "ADDS buses"
    assert ">Use instead<" in beside(as_reporter, draft)


def test_where_nothing_calls_for_a_line_the_reason_stands_there(as_reporter: Client, draft: Draft) -> None:
    shown = beside(as_reporter, draft)

    assert "Nothing has changed since the version before." in shown
    assert "use-attn" not in shown


def test_each_claim_has_its_verdict_with_the_right_value(as_reporter: Client, write: Any) -> None:
    shown = beside(as_reporter, write("CHANGES headline; ADDS buses in para 2"))

    assert shown.count('<li class="false">') == 2
    assert "the new text is in 4; right would be <i>in 4th para</i>" in shown


def test_a_changed_fact_is_a_question_and_no_clause(as_reporter: Client, write: Any, lead: Version) -> None:
    shown = beside(as_reporter, write(body=lead.body.replace("41 billion", "43 billion")))

    assert "CORRECTS figure in 2nd para?" in shown
    assert "<del>41 billion won</del> was sent" in shown
    assert 'From your changes</span> <span class="mono">CORRECTS' not in shown


def test_numbers_follow_from_save_to_save_and_a_lost_paragraph_is_flagged(
    as_reporter: Client, write: Any, lead: Version
) -> None:
    write("ADDS buses in para 4")
    moved = write("ADDS buses in para 4", body="Rain fell.\n\n{body}\n\n" + BUSES)
    assert as_reporter.get(reverse("draft", args=[moved.story_id])).context["form"]["attn"].value() == (
        "ADDS buses in para 5"
    )

    lost = write("ADDS buses in para 5", body="Rain fell.\n\n{body}")

    for name in ("draft", "draft_file"):
        words = page(as_reporter, name, lost)
        assert "in para 5</span>: a paragraph it named is not there." in words
        assert "ADDS buses in para 5" in words


def test_the_last_look_says_what_holds_and_offers_the_right_line(as_reporter: Client, write: Any) -> None:
    draft = write("ADDS buses in para 2", headline="Mayor opens tunnel; city cheers")
    words = page(as_reporter, "draft_file", draft)
    assert "△ 1 claim does not hold" in words
    assert "headline changed and not declared" in words

    form = {"draft": draft.pk, "revision": draft.revision}
    seen = as_reporter.post(reverse("draft_use_attn", args=[draft.story_id]), form, follow=True).content.decode()

    draft.refresh_from_db()
    assert draft.attn == "UPDATES with details in 4th para; RECASTS headline"
    assert "✓ matches" in seen


def test_use_over_somebody_elses_save_is_refused(as_reporter: Client, write: Any) -> None:
    stale = write()
    write("ADDS buses")

    form = {"draft": stale.pk, "revision": stale.revision}
    seen = as_reporter.post(reverse("draft_use_attn", args=[stale.story_id]), form, follow=True).content.decode()

    assert "saved this draft after you opened it" in seen
    assert Draft.objects.get(pk=stale.pk).attn == "ADDS buses"


def test_a_desk_that_asks_has_its_reason_before_a_false_line_goes_out(
    as_reporter: Client, write: Any, desk: Desk
) -> None:
    Desk.objects.filter(pk=desk.pk).update(attn_policy=Desk.AttnPolicy.REASON)
    draft = write("ADDS buses in para 2")
    address = reverse("draft_file", args=[draft.story_id])
    shown = as_reporter.get(address)
    form = {name: shown.context["form"][name].value() for name in ("draft", "revision", "filing_key")}

    refused = as_reporter.post(address, form)
    filed = as_reporter.post(address, form | {"attn_reason": f"Ask {ATTACK}"}, follow=True).content.decode()

    assert 'name="attn_reason"' in shown.content.decode()
    assert refused.status_code == 409
    assert "The ATTN says what is not so" in refused.content.decode()
    assert "Filed although a claim of it does not hold: Ask &lt;script&gt;" in filed
    assert ATTACK not in filed


def test_a_desk_that_only_warns_asks_nothing(as_reporter: Client, write: Any) -> None:
    assert 'name="attn_reason"' not in page(as_reporter, "draft_file", write("ADDS buses in para 2"))


def test_the_ladder_says_which_lines_hold(
    as_reporter: Client, lead: Version, reporter: User, now: datetime, text: Any
) -> None:
    body = f"{lead.body}\n\n{BUSES}"
    file_version(
        story=lead.story, based_on=lead, text=text(attn="ADDS x in para 1", body=body), actor=reporter, now=now
    )

    words = page(as_reporter, "story", Draft(story=lead.story))

    assert "✓ holds" in words
    assert "△ 1 claim does not hold" in words


@pytest.mark.parametrize("name", ["draft", "draft_file", "draft_preview"])
def test_a_script_in_a_line_or_in_a_changed_fact_stays_text(as_reporter: Client, write: Any, name: str) -> None:
    draft = write(f"ADDS {ATTACK} in para 2; CHANGES headline", body=f"A {ATTACK}\n\nIt cost 43 {ATTACK} won.")

    words = page(as_reporter, name, draft)

    assert ATTACK not in words
    assert "&lt;script&gt;" in words


def test_an_autosave_says_which_numbers_moved_and_which_are_lost(
    as_reporter: Client, write: Any, payload: Any, lead: Version
) -> None:
    draft = write("ADDS buses in para 4")
    address = reverse("draft_autosave", args=[draft.story_id])
    sent = payload(attn="ADDS buses in para 4", qualifiers="", draft=draft.pk, session="tab-a")

    moved = as_reporter.post(
        address, sent | {"revision": draft.revision, "serial": 1, "body": f"Rain fell.\n\n{lead.body}\n\n{BUSES}"}
    ).json()
    lost = as_reporter.post(
        address, sent | {"attn": moved["attn"], "revision": moved["revision"], "serial": 2, "body": lead.body}
    ).json()

    assert (moved["attn"], "attn_gone" in moved) == ("ADDS buses in para 5", False)
    assert ("attn" in lost, lost["attn_gone"]) == (False, ["in para 5"])


def test_the_analysis_reads_the_line_with_the_numbers_a_save_would_give_it(
    as_reporter: Client, write: Any, payload: Any, lead: Version
) -> None:
    draft = write("ADDS buses in para 4")
    sent = payload(attn="ADDS buses in para 4", qualifiers="", body=f"Rain fell.\n\n{lead.body}\n\n{BUSES}")

    said = as_reporter.post(reverse("draft_analysis", args=[draft.story_id]), sent).json()["attn"]

    assert [one["clause"] for one in said["verdicts"] if one["verdict"] == "true"] == ["buses in para 5"]
    assert said["gone"] == []


def test_another_agencys_advisory_is_shown_as_it_was_and_checked(
    as_reporter: Client, first: Version, reporter: User, desk: Desk, now: datetime
) -> None:
    """Brought in from outside, over a first filing that is here."""
    line = "(Adds tolls in paragraph 2)"
    body = f"{first.body}\n\nTolls start in May."
    head = ("(LEAD) Harim-tunnel", f"(LEAD) {first.headline}", line, first.byline)
    copy = "\n\n".join((*head, f"{first.dateline} {body}", "(END)\n"))
    plan = read_files([("lead.txt", copy.encode())])
    import_stories(plan=plan, desk=desk, actor=reporter, now=now)

    pages = {
        name: as_reporter.get(reverse(name, args=[first.story_id, *more])).content.decode()
        for name, more in (("story", []), ("version", [2]), ("compare", [1, 2]))
    }

    for words in pages.values():
        assert line in strip_tags(words)
        assert f"(ATTN: {line}" not in strip_tags(words)
    assert "△ 1 claim does not hold" in pages["story"]
    assert "the new text is in 3" in pages["compare"]
