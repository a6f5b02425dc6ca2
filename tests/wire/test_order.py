"""Labels from counters, and the order of the wire."""

from itertools import pairwise

import pytest

from stories.wire.label import Kind, Label, label_text
from stories.wire.order import OutOfOrder, comes_after, next_label, wire_rank

URGENT, FIRST, LEAD, CORRECTION, KILL = Kind.URGENT, Kind.FIRST, Kind.LEAD, Kind.CORRECTION, Kind.KILL


def chain(*asked: Kind | None) -> list[Label]:
    """The labels of filings one after another, each asked for as given."""
    labels: list[Label] = []
    for kind in asked:
        labels.append(next_label(labels, kind))
    return labels


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ([None, None, None, None], ["", "(LEAD)", "(2nd LD)", "(3rd LD)"]),
        ([URGENT, None, None], ["(URGENT)", "", "(LEAD)"]),
        ([URGENT, LEAD, None], ["(URGENT)", "(LEAD)", "(2nd LD)"]),
        ([None, CORRECTION, CORRECTION, None], ["", "(CORRECTION)", "(2nd CORRECTION)", "(LEAD)"]),
        ([None, None, CORRECTION, None], ["", "(LEAD)", "(LEAD) (CORRECTION)", "(2nd LD)"]),
        ([URGENT, CORRECTION, None, CORRECTION], ["(URGENT)", "(CORRECTION)", "", "(2nd CORRECTION)"]),
        ([None, None, KILL], ["", "(LEAD)", "(KILL)"]),
        ([None] * 13, [*[""], "(LEAD)", "(2nd LD)", "(3rd LD)", *[f"({n}th LD)" for n in range(4, 13)]]),
    ],
)
def test_the_counters_give_the_labels(asked: list[Kind | None], expected: list[str]) -> None:
    labels = chain(*asked)
    assert [label_text(label) for label in labels] == expected
    assert all(comes_after(label, last) for last, label in pairwise(labels))
    assert not any(comes_after(label, label) for label in labels)


def test_the_next_lead_counts_from_the_highest_even_where_a_chain_has_gaps() -> None:
    assert next_label([Label(LEAD, 4), Label(LEAD, 2)]) == Label(LEAD, 5)


def test_a_chain_that_starts_with_a_lead_has_no_first_filing_to_come() -> None:
    assert next_label([Label(LEAD, 1)]) == Label(LEAD, 2)


def test_qualifiers_are_kept_and_do_not_count() -> None:
    filed = [Label(FIRST, qualifiers=("News Focus",))]
    assert next_label(filed, qualifiers=("US-NK summit",)) == Label(LEAD, 1, 0, ("US-NK summit",))


@pytest.mark.parametrize(
    ("filed", "asked"),
    [
        ([], LEAD),
        ([], CORRECTION),
        ([], KILL),
        ([Label(FIRST)], URGENT),
        ([Label(FIRST)], FIRST),
        ([Label(LEAD, 1)], FIRST),
        ([Label(URGENT)], URGENT),
        ([Label(FIRST), Label(KILL)], None),
        ([Label(FIRST), Label(KILL)], CORRECTION),
    ],
)
def test_what_cannot_come_next_is_refused(filed: list[Label], asked: Kind | None) -> None:
    with pytest.raises(OutOfOrder):
        next_label(filed, asked)


def test_the_wire_runs_from_urgent_to_kill_with_each_correction_after_its_lead() -> None:
    order = [
        Label(URGENT),
        Label(FIRST),
        Label(LEAD, 1),
        Label(CORRECTION, 1, 1),
        Label(CORRECTION, 1, 2),
        Label(LEAD, 2),
        Label(LEAD, 10),
        Label(KILL),
    ]
    backwards = order[::-1]
    assert sorted(backwards, key=wire_rank) == order


def test_before_the_first_lead_time_places_a_correction() -> None:
    """An urgent may be corrected before the first filing, or the first filing after it."""
    assert wire_rank(Label(CORRECTION, 0, 1)) == wire_rank(Label(FIRST))
