"""The words of a kill."""

import pytest

from stories.wire.kills import KillReason, Sent, advisory, is_canned, kill_notice

SENT = Sent("Harim-tunnel", "2nd LD", "Mayor opens Harim tunnel", "17:53 KST, March 9", before=2)


def test_a_kill_names_what_was_sent_and_forbids_its_use() -> None:
    said = advisory(KillReason.LEGAL, SENT)

    assert said.headline == "KILL of Harim-tunnel"
    assert said.body.startswith(
        "EDITORS: Please kill the story slugged Harim-tunnel, 2nd LD, filed at 17:53 KST, March 9, and the 2 filings "
        "before it. It is headed “Mayor opens Harim tunnel”."
    )
    assert "A kill is mandatory." in said.body


@pytest.mark.parametrize("reason", [KillReason.DUPLICATE, KillReason.ERROR])
def test_a_withdrawal_takes_back_and_is_no_mandatory_kill(reason: KillReason) -> None:
    said = advisory(reason, SENT)

    assert said.headline == "WITHDRAWAL of Harim-tunnel"
    assert "Please withdraw" in said.body
    assert "mandatory" not in said.body


def test_a_duplicate_names_what_runs_in_its_place_where_that_is_known() -> None:
    assert "Use Daero-tunnel in its place." in advisory(KillReason.DUPLICATE, SENT, "Daero-tunnel").body
    assert "in its place" not in advisory(KillReason.DUPLICATE, SENT).body


def test_a_first_filing_alone_has_no_label_and_nothing_before_it() -> None:
    said = advisory(KillReason.ERROR, Sent("Harim-tunnel", "", "", "17:53 KST, March 9"))

    assert said.body.startswith("EDITORS: Please withdraw the story slugged Harim-tunnel, filed at 17:53 KST, March 9.")


@pytest.mark.parametrize("reason", KillReason)
def test_canned_words_are_known_again_and_typed_ones_are_not(reason: KillReason) -> None:
    body = advisory(reason, SENT).body

    assert is_canned(body.replace("\n", "\r\n"), SENT)
    assert is_canned(" ", SENT)
    assert not is_canned(f"{body} Call the desk.", SENT)


def test_the_notice_over_a_killed_text_forbids_its_use() -> None:
    assert kill_notice("Harim-tunnel", "17:53 KST, March 9").startswith("(KILLED at 17:53 KST, March 9: Harim-tunnel ")
