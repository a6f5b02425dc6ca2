"""How many sign-ins failed lately, and when the next may be tried."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac

from stories.models import FailedSignIn


@dataclass(frozen=True, slots=True)
class Limit:
    """`most` failures under one key within `within`; then the oldest of them must grow older than that."""

    most: int
    within: timedelta


# Somebody who guesses at one name from one place; at one name from many places; at many names from one place.
# The last two leave room for a newsroom behind one address, and for a person whom somebody wants to lock out.
LIMITS = {
    "name and address": Limit(5, timedelta(minutes=5)),
    "name": Limit(40, timedelta(hours=1)),
    "address": Limit(100, timedelta(hours=1)),
}


def keys_of(name: str, address: str) -> dict[str, str]:
    """The key of each limit for one try. Names are folded as a person may type them: case and blanks aside."""
    name = name.strip().casefold()
    told = {"name and address": f"{name}\n{address}", "name": name, "address": address}
    return {
        limit: salted_hmac(f"sign-in {limit}", value, algorithm="sha256").hexdigest() for limit, value in told.items()
    }


def next_try(name: str, address: str, now: datetime) -> datetime | None:
    """When this name may be tried from this address again; None for at once. A query for each limit."""
    waits = [_wait(LIMITS[limit], key, now) for limit, key in keys_of(name, address).items()]
    return max((wait for wait in waits if wait), default=None)


def _wait(limit: Limit, key: str, now: datetime) -> datetime | None:
    failures = FailedSignIn.objects.filter(key=key, failed_at__gt=now - limit.within).order_by("-failed_at")
    times = list(failures.values_list("failed_at", flat=True)[: limit.most])
    return times[-1] + limit.within if len(times) == limit.most else None
