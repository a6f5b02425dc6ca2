"""A draft's saves, folded."""

from datetime import UTC, datetime, timedelta

from stories.models import Draft
from stories.queries.draft_history import Save, fold, restoring
from stories.wire.diff.values import Op

NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)


def saves(*rows: tuple[str, str, str]) -> list[Save]:
    """(by, session, reason) of each, a minute apart, counted from revision 1."""
    return [Save(number, NOON + timedelta(minutes=number), *row) for number, row in enumerate(rows, 1)]


def told(*rows: tuple[str, str, str]) -> list[tuple[str, int, int]]:
    return [(entry.words, entry.revision, entry.count) for entry in fold(saves(*rows))]


def test_what_one_tab_saves_in_a_row_is_one_entry_with_its_last_revision():
    typing = ("Rim", "a", "autosave")

    assert told(("Rim", "", ""), typing, typing, typing) == [("Saved while typing", 4, 3), ("Opened", 1, 1)]


def test_another_person_or_tab_or_an_act_between_ends_an_entry():
    rows = [
        ("Rim", "", ""),
        ("Rim", "a", "autosave"),
        ("Seo", "b", "autosave"),
        ("Rim", "a", "autosave"),
        ("Rim", "c", "autosave"),
        ("Rim", "", ""),
        ("Rim", "c", "autosave"),
    ]

    assert [count for _, _, count in told(*rows)] == [1] * 7


def test_merges_and_what_somebody_did_stand_alone_each():
    rows = [("Rim", "", ""), *[("Rim", "a", "merged")] * 2, *[("Rim", "", "")] * 2, ("Rim", "", "merged by hand")]

    assert told(*rows) == [
        ("Merged by hand", 6, 1),
        ("Saved", 5, 1),
        ("Saved", 4, 1),
        ("Merged with what was saved meanwhile", 3, 1),
        ("Merged with what was saved meanwhile", 2, 1),
        ("Opened", 1, 1),
    ]


def test_an_entry_lasts_from_its_first_save_to_its_last():
    [folded, _] = fold(saves(("Rim", "", ""), *[("Rim", "a", "autosave")] * 3))

    assert (folded.since, folded.until) == (NOON + timedelta(minutes=2), NOON + timedelta(minutes=4))


def test_what_the_record_gives_as_a_reason_is_said_as_it_is():
    assert told(("Rim", "", ""), ("Rim", "", "restored from save 1"))[0][0] == "Restored from save 1"
    assert fold([]) == []


def test_restoring_shows_what_would_come_back_and_what_would_go():
    now = Draft(headline="Tunnel opens", body="It rained.\n\nTolls start in May.")
    then = Draft(headline="Tunnel opens late", body="It rained.")

    changes = restoring(now, then)

    assert [name for name, _ in changes.lines] == ["headline"]
    assert [segment.text.strip() for segment in changes.lines[0][1] if segment.op is Op.ADD] == ["late"]
    assert [[segment.op for segment in graf] for graf in changes.grafs] == [[Op.KEEP], [Op.CUT]]
