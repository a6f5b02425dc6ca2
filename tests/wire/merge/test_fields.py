import pytest

from stories.wire.merge import Side, merge_fields

BASE = {"headline": "Fire at store kills 2", "attn": "", "body": "One fire.\n\nTwo trucks came."}


def test_lines_and_paragraphs_merge_together():
    merged = merge_fields(
        BASE, BASE | {"headline": "Fire at store kills 3"}, BASE | {"body": "One fire.\n\nTen trucks came."}
    )
    assert merged.clean
    assert merged.result() == {
        "headline": "Fire at store kills 3",
        "attn": "",
        "body": "One fire.\n\nTen trucks came.",
    }


def test_a_line_changed_by_both_is_asked_about_and_decided():
    merged = merge_fields(BASE, BASE | {"headline": "Fire kills 3"}, BASE | {"headline": "Fire at store kills 4"})
    assert [conflict.name for conflict in merged.conflicts] == ["headline"]
    assert merged.result({"headline": "Fire kills 4"})["headline"] == "Fire kills 4"
    with pytest.raises(KeyError):
        merged.result()


def test_a_paragraph_changed_by_both_is_decided_by_side_or_by_new_words():
    merged = merge_fields(
        BASE, BASE | {"body": "One fire.\n\nTen trucks came."}, BASE | {"body": "One fire.\n\nSix trucks came."}
    )
    assert not merged.clean
    assert merged.result(grafs=[Side.THEIRS])["body"].endswith("Six trucks came.")
    assert merged.result(grafs=[("Nine trucks came.",)])["body"].endswith("Nine trucks came.")
    with pytest.raises(ValueError, match="1 conflicts, 0 choices"):
        merged.result()
