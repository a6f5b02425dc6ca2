"""A moment as the desk's pages show it."""

from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString


def when(moment: datetime | None, style: str = "") -> str:
    """A moment in the desk's zone, as `<time>` with the absolute time on hover.

    `style` is "" (relative under 24 hours, then date and clock), "clock" (17:53, with the date
    where it was not today, in another year the year for the clock), "row" (six characters at most)
    or "full" (Jan. 13, 2026, 17:53:04 KST). Nothing for None.
    """
    if moment is None:
        return ""
    now = timezone.now()
    if style == "clock":
        today = timezone.localtime(now)
        return clock_element(moment.astimezone(UTC), today.date(), today.tzinfo)
    local = timezone.localtime(moment)
    if style == "row":
        return time_element(moment, local, row_time(local, now))
    return time_element(moment, local, full_time(local) if style == "full" else relative_time(local, now))


def time_element(moment: datetime, local: datetime, text: str) -> SafeString:
    return format_html('<time datetime="{}" title="{}">{}</time>', moment.isoformat(), full_time(local), text)


@lru_cache(maxsize=2048)
def clock_element(moment: datetime, today: date, zone: tzinfo | None) -> SafeString:
    """The same all day long: a story of fifty filings shows a hundred of them."""
    local = moment.astimezone(zone)
    return time_element(moment, local, clock_time(local, today))


def full_time(local: datetime) -> str:
    return f"{local:%b} {local.day}, {local:%Y, %H:%M:%S %Z}"


def clock_time(local: datetime, today: date) -> str:
    if local.date() == today:
        return f"{local:%H:%M}"
    if local.year == today.year:
        return f"{local:%b} {local.day} {local:%H:%M}"
    return f"{local:%b} {local.day}, {local:%Y}"


def row_time(local: datetime, now: datetime) -> str:
    """What a column of a list has room for: the clock for a day, which midnight does not end; then the date; the year.

    Under 24 hours a clock means one moment: what is later than now was yesterday.
    """
    if abs(now - local) < timedelta(hours=24):
        return f"{local:%H:%M}"
    return f"{local:%b} {local.day}" if local.year == timezone.localtime(now).year else f"{local:%Y}"


def relative_time(local: datetime, now: datetime) -> str:
    age = now - local
    if age < timedelta(0) or age >= timedelta(hours=24):
        today = timezone.localtime(now)
        clock = f", {local:%H:%M}" if local.year != today.year else ""  # there the date stands for the clock
        return f"{clock_time(local, today.date())}{clock} {local:%Z}"
    minutes = age // timedelta(minutes=1)
    if minutes < 1:
        return "just now"
    return f"{minutes} min ago" if minutes < 60 else f"{minutes // 60} h ago"
