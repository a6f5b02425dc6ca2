"""Dates, weekdays and clock times in wire copy.

Month names and their abbreviations are those of agency style (Jan. Feb. Aug. Sept.
Oct. Nov. Dec.; March to July in full), with the full and three-letter forms besides.
"""

import re
from collections.abc import Iterator

from stories.wire.days import DAYS, MONTHS

from .values import Fact, FactKind

MONTH_NUMBER = {name: number for number, name in enumerate(MONTHS, start=1)}
MONTH_NUMBER |= {name[:3]: number for name, number in MONTH_NUMBER.items()} | {"sept": 9}
DAY_NUMBER = {name: number for number, name in enumerate(DAYS)}
DAY_NUMBER |= {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
KOREAN_DAYS = "월화수목금토일"

# Patterns that could begin at any word look a letter or two ahead first: most words are left at once.
MONTH = r"(?=[ADFJMNOS])(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?"
MONTH += r"|Aug(?:ust|\.)?|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
YEAR = r"(?:1[5-9]|20)\d\d"
BEFORE_A_MONTH = r"(?=[abefilmnostu][aefhinory])"
BEFORE_A_MONTH += r"(?:in|last|next|this|since|early|late|mid|until|by|from|to|of|through|and|between|before|after)[ -]"

_ANY_MONTH = re.compile("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec")
_MONTH_DAY = re.compile(rf"\b(?P<month>{MONTH}) (?P<day>\d{{1,2}}(?:-\d{{1,2}})?)(?:st|nd|rd|th)?\b(?!,\d{{3}}|\.\d)")
_DAY_MONTH = re.compile(rf"\b(?P<day>\d{{1,2}}(?:-\d{{1,2}})?)(?:st|nd|rd|th)?(?: of)? (?P<month>{MONTH})(?![a-z])")
_MONTH_ONLY = re.compile(rf"(?:(?<=\W)|^){BEFORE_A_MONTH}(?P<month>{MONTH})(?![a-z])", re.MULTILINE)
_MONTH_YEAR = re.compile(rf"\b(?P<month>{MONTH}),? (?={YEAR}\b)")
_ISO = re.compile(rf"\b(?P<year>{YEAR})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})\b")
_KOREAN = re.compile(r"(?=\d)(?:(?P<month>\d{1,2})월(?: ?(?P<day>\d{1,2})일)?|(?<!\d)(?P<lone>\d{1,2})일(?!간))")
_KOREAN_YEAR = re.compile(rf"(?P<year>{YEAR})년")
_YEARS = re.compile(
    rf"(?<![\d.,$€£¥₩-])(?P<first>{YEAR})(?:(?P<dash>[-–/])(?P<last>\d{{4}}|\d\d))?(?P<tail>s?)"
    r"(?![\d%]|,\d{3}\b|\.\d|-\w)"
)
_COUNTED = re.compile(
    r"\s?(?:percent|pct|per cent|won|dollars|yen|euros|yuan|million|billion|trillion|thousand|points|people|tons|"
    r"kilometers|meters|km|kilograms|kg|soldiers|troops|workers|households|[a-z]{4,}s\b(?<!was)(?<!has))"
)
_DAY = re.compile(
    r"\b(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat)\.(?!\w))(?=\W|s\b|$)"
)
_KOREAN_DAY = re.compile(rf"(?P<day>[{KOREAN_DAYS}])요일")
_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])\.?m\b\.?"
    r"|\b(?<!\d:)(?P<h24>[01]?\d|2[0-3]):(?P<m24>[0-5]\d)(?!:?\d)"
    r"|\b(?P<gmt>[0-2]\d[0-5]\d)(?= ?(?:GMT|UTC|KST|ET)\b)|\b(?P<word>noon|midnight)\b",
    re.IGNORECASE,
)
_KOREAN_CLOCK = re.compile(r"(?P<half>오전|오후) ?(?P<hour>\d{1,2})시(?: ?(?P<minute>\d{1,2})분)?")
_RELATIVE = re.compile(
    r"\b(?:last|this|next|previous|same) (?:year|month|week|spring|summer|fall|autumn|winter|weekend)\b"
    r"|\b(?:yesterday|today|tomorrow|tonight)\b",
    re.IGNORECASE,
)


def _month(text: str) -> int:
    return MONTH_NUMBER[text.rstrip(".").lower()]


def _fact(kind: FactKind, key: str, graf: str, number: int, start: int, end: int, weak: bool = False) -> Fact:
    text = graf[start:end]
    return Fact(kind, key, text, text, number, start, end, weak=weak)


def _day_key(month: int | str, day: str) -> str:
    return f"{int(month)}/" + "-".join(str(int(part)) for part in day.split("-"))


def _calendar(graf: str, number: int) -> Iterator[Fact]:
    # Most paragraphs name no month and hold no Korean: they are left before the long patterns are tried.
    months, korean = _ANY_MONTH.search(graf) is not None, not graf.isascii()
    for pattern in (_MONTH_DAY, _DAY_MONTH) if months else ():
        for found in pattern.finditer(graf):
            key = _day_key(_month(found["month"]), found["day"])
            yield _fact(FactKind.DATE, key, graf, number, *found.span())
    for found in _ISO.finditer(graf):
        yield _fact(
            FactKind.DATE, f"{_day_key(found['month'], found['day'])}/{found['year']}", graf, number, *found.span()
        )
    for found in _KOREAN.finditer(graf) if korean else ():
        key = _day_key(found["month"], found["day"]) if found["day"] else f"month {found['month'] or found['lone']}"
        yield _fact(
            FactKind.DATE, key if not found["lone"] else f"day {int(found['lone'])}", graf, number, *found.span()
        )
    for found in _KOREAN_YEAR.finditer(graf) if korean else ():
        yield _fact(FactKind.DATE, found["year"], graf, number, *found.span())
    for pattern in (_MONTH_YEAR, _MONTH_ONLY) if months else ():
        for found in pattern.finditer(graf):
            yield _fact(FactKind.DATE, f"month {_month(found['month'])}", graf, number, *found.span("month"))


def _years(graf: str, number: int) -> Iterator[Fact]:
    for found in _YEARS.finditer(graf):
        if not found["dash"] and not found["tail"] and _COUNTED.match(graf, found.end()):
            continue
        last = found["last"] or ""
        key = (
            found["first"]
            + (f"-{found['first'][:2] + last if len(last) == 2 else last}" if last else "")
            + found["tail"]
        )
        yield _fact(FactKind.DATE, key, graf, number, *found.span())


def _weekdays(graf: str, number: int) -> Iterator[Fact]:
    for found in _DAY.finditer(graf):
        yield _fact(FactKind.DAY, str(DAY_NUMBER[found["day"].rstrip(".").lower()]), graf, number, *found.span("day"))
    for found in _KOREAN_DAY.finditer(graf):
        yield _fact(FactKind.DAY, str(KOREAN_DAYS.index(found["day"])), graf, number, *found.span())


def _minutes(hour: int, minute: int, half: str) -> str:
    return str((hour % 12 + 12 * (half.lower() in ("p", "오후"))) * 60 + minute)


def _clock_key(found: re.Match[str]) -> str:
    if found["word"]:
        return "720" if found["word"].lower() == "noon" else "0"
    if found["half"]:
        return _minutes(int(found["hour"]), int(found["minute"] or 0), found["half"])
    hour, minute = (found["gmt"][:2], found["gmt"][2:]) if found["gmt"] else (found["h24"], found["m24"])
    return str(int(hour) * 60 + int(minute))


def _clock(graf: str, number: int) -> Iterator[Fact]:
    for found in _CLOCK.finditer(graf):
        yield _fact(FactKind.TIME, _clock_key(found), graf, number, *found.span())
    for found in _KOREAN_CLOCK.finditer(graf):
        key = _minutes(int(found["hour"]), int(found["minute"] or 0), found["half"])
        yield _fact(FactKind.TIME, key, graf, number, *found.span())


def _relative(graf: str, number: int) -> Iterator[Fact]:
    for found in _RELATIVE.finditer(graf):
        yield _fact(FactKind.DATE, found[0].lower(), graf, number, *found.span(), weak=True)


def when_facts(graf: str, number: int) -> Iterator[Fact]:
    """Clock times, dates, years, weekdays in one paragraph, the surest reading of a span first."""
    for reader in (_clock, _calendar, _years, _weekdays, _relative):
        yield from reader(graf, number)
