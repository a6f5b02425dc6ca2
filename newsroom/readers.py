"""Text of an environment variable in, value out; ValueError("must be ...") says what it should have been.

Messages never repeat the text they refuse: it may be a password.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import environ

YES = {"1", "yes", "true", "on"}
NO = {"0", "no", "false", "off", ""}
SHORTEST_SECRET = 50
SQLITE = {
    # Take the write lock when a transaction opens: a read that turns into a write cannot be refused half-way.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    # FULL: an acknowledged filing survives a power cut. recursive_triggers: REPLACE cannot slip past the guards.
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA recursive_triggers=ON;",
}


def text(given: str) -> str:
    return given


def flag(given: str) -> bool:
    if given.lower() not in YES | NO:
        raise ValueError("must be yes or no")
    return given.lower() in YES


def names(given: str) -> list[str]:
    return [name.strip() for name in given.split(",") if name.strip()]


def choice(*allowed: str) -> Callable[[str], str]:
    def read(given: str) -> str:
        if given not in allowed:
            raise ValueError(f"must be {', '.join(allowed[:-1])} or {allowed[-1]}")
        return given

    return read


def whole_number(least: int, most: int) -> Callable[[str], int]:
    def read(given: str) -> int:
        if not (given.isascii() and given.isdigit() and least <= int(given) <= most):
            raise ValueError(f"must be a whole number from {least} to {most}")
        return int(given)

    return read


def folder(base: Path) -> Callable[[str], Path]:
    def read(given: str) -> Path:
        return base / Path(given).expanduser()

    return read


def secret(given: str) -> str:
    if given and (len(given) < SHORTEST_SECRET or len(set(given)) < 5):
        raise ValueError(f"must be at least {SHORTEST_SECRET} characters, chosen at random")
    return given


def origin(given: str) -> str:
    """ "https://host" or "https://host:port", with nothing behind it; "" for no text."""
    parts = urlsplit(given)
    if given and not (parts.scheme in ("http", "https") and parts.hostname and not parts.path.strip("/")):
        raise ValueError("must be https://host, with nothing behind the host")
    return given.rstrip("/")


def time_zone(given: str) -> str:
    try:
        return ZoneInfo(given).key
    except (ValueError, OSError, LookupError) as error:  # absent, a path out of the zones' folder, a folder of zones
        raise ValueError("must be the name of a time zone, such as Asia/Seoul") from error


def database_url(given: str) -> dict[str, Any]:
    """Django's settings of one database; empty for no text."""
    if not given:
        return {}
    scheme = given.partition(":")[0]
    if scheme == "sqlite" and given.startswith("sqlite:///"):
        return sqlite(given.removeprefix("sqlite:///"))
    if scheme in ("postgres", "postgresql"):
        return {**environ.Env.db_url_config(given), "CONN_HEALTH_CHECKS": True, "OPTIONS": {"pool": True}}
    raise ValueError("must begin with postgresql:// or sqlite:///")


def sqlite(name: str) -> dict[str, Any]:
    # A connection kept open saves a third of a page's time; ten minutes bound what a lost one can cost.
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": name, "CONN_MAX_AGE": 600, "OPTIONS": dict(SQLITE)}


def email_url(given: str) -> dict[str, Any]:
    """Django's EMAIL_ settings; empty for no text."""
    if not given:
        return {}
    if given.partition(":")[0] not in ("smtp", "smtp+tls", "smtp+ssl"):
        raise ValueError("must begin with smtp://, smtp+tls:// or smtp+ssl://")
    return dict(environ.Env.email_url_config(given))


def web_address(given: str) -> str:
    """Scheme and host, without a slash at the end; empty for no text."""
    parts = urlsplit(given)
    whole = parts.scheme in ("http", "https") and parts.netloc and not (parts.query or parts.fragment)
    if given and not whole:
        raise ValueError("must begin with https:// and name a host")
    return given.rstrip("/")
