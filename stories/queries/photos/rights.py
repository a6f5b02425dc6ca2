"""What keeps a photo from running, or must be known by who runs it."""

from dataclasses import dataclass
from datetime import datetime

from stories.models import Photo
from stories.queries.copy import DESK_ZONE


@dataclass(frozen=True, slots=True)
class RightsProblem:
    """`code` for programs, `message` for people: what follows "Photo 2 ...". One that only `warns` blocks nothing."""

    code: str
    message: str
    warns: bool = False


def rights_problems(
    photo: Photo, now: datetime, *, credit: str | None = None, free_at: datetime | None = None
) -> tuple[RightsProblem, ...]:
    """Everything, the gravest first; () for a photo that may run. No query.

    `credit` is the use's, the photo's own where None. `free_at` is when the text goes out,
    `now` where None: an embargo that is over by then is none.
    """
    found = []
    if photo.withdrawn_at:
        reason = f": {photo.withdrawn_reason}" if photo.withdrawn_reason else ""
        found.append(RightsProblem("photo-withdrawn", f"is withdrawn{reason}."))
    if not (photo.credit if credit is None else credit):
        found.append(RightsProblem("photo-credit", "has no credit."))
    if not (photo.rights or photo.copyright):
        found.append(RightsProblem("photo-rights", "says nothing of its rights."))
    if photo.embargo_until and photo.embargo_until > (free_at or now):
        until = photo.embargo_until.astimezone(DESK_ZONE)
        found.append(RightsProblem("photo-embargo", f"is under embargo until {until:%b} {until.day}, {until:%H:%M}."))
    if photo.not_for_sale:
        found.append(RightsProblem("photo-sale", "is not for sale.", warns=True))
    return tuple(found)


def blocking(problems: tuple[RightsProblem, ...]) -> tuple[RightsProblem, ...]:
    return tuple(problem for problem in problems if not problem.warns)
