"""The page's own line, "General / 김은정 / 2026-01-13 17:53:02", in the shapes pages have had."""

import re
from dataclasses import dataclass
from datetime import datetime

from stories.wire.text import trim

_ISO = (
    r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})\.?[ T]+"
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
)
_MONTHS = "January February March April May June July August September October November December".split()
# "All Headlines 10:48 September 06, 2018", below what a browser copies of the page's jump links.
_ENGLISH = re.compile(
    rf"(?P<before>[^\d]{{0,80}}?)(?P<hour>\d{{1,2}}):(?P<minute>\d\d)\s+(?P<name>{'|'.join(_MONTHS)})\s+(?P<day>\d{{1,2}}),\s+(?P<year>\d{{4}})"
)
_SLASHED = re.compile(rf"(?P<before>[^\n]{{0,200}}?)(?:(?<=/)|(?<=/ )|^){_ISO}")
_CLOCK = re.compile(
    rf"(?:(?:published|posted|updated|sent|송고시간|입력)\s*:?\s*)?{_ISO}(?:\s*\(?KST\)?)?", re.IGNORECASE
)
# An archive's line: "ID :76673 Mon, 08/24/2009 - 11:07 Auther :".
_ARCHIVE = re.compile(
    r"ID\s*:\s*\d+\s+\w{3},\s+(?P<month>\d\d)/(?P<day>\d\d)/(?P<year>\d{4})\s+-\s+(?P<hour>\d\d):(?P<minute>\d\d)\b.{0,200}"
)
_JUMPS = re.compile(r"go to (?:contents|navigation)", re.IGNORECASE)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class PageLine:
    """What a page line carries: "" and None where it does not."""

    category: str = ""
    native_byline: str = ""
    published: datetime | None = None


def parse_page_line(line: str) -> PageLine | None:
    """The category, native byline and clock of a page line; None where the line is none."""
    if len(line) > _LONGEST:
        return None
    if line.endswith("/") and line.count("/") >= 2:
        return _slashed(line[:-1], None)
    if found := _SLASHED.fullmatch(line):
        return _slashed(found["before"].rstrip().removesuffix("/"), found)
    if found := _ENGLISH.fullmatch(line):
        return PageLine(
            _JUMPS.sub("", found["before"]).strip(" /|"), "", _clock(found, _MONTHS.index(found["name"]) + 1)
        )
    if found := _CLOCK.fullmatch(line) or _ARCHIVE.fullmatch(line):
        return PageLine("", "", _clock(found, int(found["month"])))
    return None


def format_page_line(page: PageLine) -> str:
    """ "General / 김은정 / 2026-01-13 17:53:02", "General / 2026-01-13 17:53:02" without a native byline.

    "" for an empty one. Without a clock its slot is kept: the slash at the end makes a page line of it.
    """
    if page == PageLine():
        return ""
    clock = page.published.isoformat(" ", "seconds") if page.published else ""
    if clock and not page.native_byline:
        return " / ".join(filter(None, (page.category, clock)))
    return " ".join(f"{page.category} / {page.native_byline} / {clock}".split())


def _slashed(before: str, found: re.Match[str] | None) -> PageLine | None:
    """Slots from the right: the native byline is next to the clock, the rest is the category."""
    published = _clock(found, int(found["month"])) if found else None
    if found and not published:
        return None
    category, slash, native = before.rpartition("/")
    if not slash:
        category, native = native, ""
    return PageLine(trim(category), trim(native), published)


def _clock(found: re.Match[str], month: int) -> datetime | None:
    parts = found.groupdict()
    try:
        return datetime(  # noqa: DTZ001 - a page's clock says no zone
            int(parts["year"]),
            month,
            int(parts["day"]),
            int(parts["hour"]),
            int(parts["minute"]),
            int(parts.get("second") or 0),
        )
    except ValueError:
        return None
