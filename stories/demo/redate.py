"""Moves a demo text to another day, so that the newsroom is of today whenever it is loaded."""

import re
from datetime import date, timedelta

from stories.wire.dateline import MONTHS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = "|".join(re.escape(month) for month in MONTHS)
_DAY = re.compile(
    rf"\b(?P<month>{_MONTH}) (?P<day>\d{{1,2}})\b(?:, (?P<year>\d{{4}}))?|\b(?P<weekday>{'|'.join(WEEKDAYS)})\b"
)


def redate(text: str, written_on: date, runs_on: date) -> str:
    """`text` with each weekday and each date with its month and day moved by as many days.

    A date without a year is of the year of `written_on`. Years and months alone stay.
    """
    shift = runs_on - written_on
    return _DAY.sub(lambda found: _moved(found, written_on, shift), text)


def _moved(found: re.Match[str], written_on: date, shift: timedelta) -> str:
    if found["weekday"]:
        return WEEKDAYS[(WEEKDAYS.index(found["weekday"]) + shift.days) % 7]
    year = int(found["year"] or written_on.year)
    day = date(year, MONTHS.index(found["month"]) + 1, int(found["day"])) + shift
    text = f"{MONTHS[day.month - 1]} {day.day}"
    return f"{text}, {day.year}" if found["year"] else text
