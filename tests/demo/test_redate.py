"""Demo texts moved to another day."""

from datetime import date

import pytest

from stories.demo.redate import redate

THURSDAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("SEOUL, March 12 (Hanbit) -- said Thursday", date(2026, 9, 1), "SEOUL, Sept. 1 (Hanbit) -- said Tuesday"),
        ("closed from March 13, 2026, on", date(2026, 12, 31), "closed from Jan. 1, 2027, on"),
        ("from Friday", date(2026, 3, 15), "from Monday"),
        ("on Jan. 13, 2026.", date(2026, 3, 11), "on Jan. 12, 2026."),
        (
            "opened in 2009; it may 2 times; March of 1933",
            date(2026, 7, 1),
            "opened in 2009; it may 2 times; March of 1933",
        ),
        ("Thursdays, Sundayish", date(2026, 7, 1), "Thursdays, Sundayish"),
        ("on March 12, 2026", date(2024, 2, 29), "on Feb. 29, 2024"),
    ],
)
def test_days_move_and_years_and_months_alone_stay(text: str, day: date, expected: str) -> None:
    assert redate(text, THURSDAY, day) == expected


def test_the_same_day_changes_nothing() -> None:
    text = "SEOUL, March 12 (Hanbit) -- Thursday, March 12, 2026"
    assert redate(text, THURSDAY, THURSDAY) == text
