"""An act of the audit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

# What may be asked for, and what it is called.
ACTS = {
    "opened": "Opened",
    "saved": "Saved",
    "submitted": "Submitted",
    "returned": "Returned",
    "approved": "Approved",
    "undone": "Undone",
    "confirmed": "Confirmed",
    "filed": "Filed",
    "imported": "Brought in",
    "note": "Notes",
    "photo": "Photos",
    "embargo": "Embargo",
    "story": "Story changed",
    "checked": "Facts checked",
    "discarded": "Discarded",
}


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the audit.

    `code` is one of ACTS, `what` says it in words, `detail` is what the person wrote with it.
    `person` is a user's key, None where nobody is named. `since` and `count` speak of acts of
    the same sort in a row that stand as one: `at` is the last of them. `link` is the address
    of what came of it, "" where there is none. `order` tells acts of one
    moment apart, the same way each time.
    """

    code: str
    what: str
    at: datetime
    person: int | None
    order: str
    detail: str = ""
    since: datetime | None = None
    count: int = 1
    link: str = ""
    run: tuple[object, ...] = ()

    @property
    def place(self) -> tuple[datetime, str]:
        """Where it stands among the acts of its story."""
        return self.at, self.order


def in_runs(acts: Iterable[Act]) -> Iterator[Act]:
    """Acts in their order, where neighbours that share a `run` are one."""
    last: Act | None = None
    for act in acts:
        if last and act.run and act.run == last.run:
            last = replace(act, since=last.since or last.at, count=last.count + 1)
            continue
        if last:
            yield last
        last = act
    if last:
        yield last
