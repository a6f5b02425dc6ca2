"""The acts on the story itself: opened, renamed, moved to another desk, put under embargo, killed."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Any

from stories.models import Desk, Story
from stories.queries.copy import DESK_ZONE

from .values import Act

COLUMNS = ("slugline", "desk_id", "category", "urgency", "language", "embargo_until", "status")
NAMES = {
    "slugline": "slugline",
    "desk_id": "desk",
    "category": "category",
    "urgency": "urgency",
    "language": "language",
}


def story_acts(story: Story) -> Iterator[Act]:
    """One query, a second where the desk was changed."""
    rows = list(
        Story.history.filter(id=story.pk)
        .order_by("history_id")
        .values(*COLUMNS, "history_id", "history_date", "history_user_id", "history_change_reason")
    )
    desks = dict(Desk.objects.values_list("pk", "name")) if len({row["desk_id"] for row in rows}) > 1 else {}
    for before, row in pairwise((None, *rows)):
        said = _changes(before, row, desks) if before else [("opened", "Opened the story")]
        for number, (code, what) in enumerate(said):
            order = f"story-{row['history_id']:012}-{number}"
            yield Act(code, what, row["history_date"], row["history_user_id"], order, _reason(row, code))


def _reason(row: dict[str, Any], code: str) -> str:
    return "" if code == "opened" else row["history_change_reason"] or ""


def _changes(before: dict[str, Any], row: dict[str, Any], desks: dict[int, str]) -> Iterator[tuple[str, str]]:
    for column, name in NAMES.items():
        old, new = before[column], row[column]
        if old != new:
            old, new = (desks.get(value, value) if column == "desk_id" else value for value in (old, new))
            yield "story", f"Changed the {name} from {old or 'none'} to {new or 'none'}"
    if before["embargo_until"] != row["embargo_until"]:
        yield "embargo", _embargo(before["embargo_until"], row["embargo_until"], row["history_date"])
    if before["status"] != row["status"]:
        yield "story", f"Set the story to {row['status']}, it was {before['status']}"


def _embargo(old: datetime | None, new: datetime | None, at: datetime) -> str:
    if old is None:
        return f"Set an embargo until {_clock(new)}"
    if new is None:
        return f"Lifted the embargo early, it was until {_clock(old)}" if old > at else "Took the ended embargo away"
    return f"Changed the embargo from {_clock(old)} to {_clock(new)}"


def _clock(moment: datetime | None) -> str:
    local = moment.astimezone(DESK_ZONE) if moment else None
    return f"{local:%b} {local.day}, {local:%Y, %H:%M %Z}" if local else "no time"
