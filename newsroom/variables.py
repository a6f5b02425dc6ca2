"""Every variable that Writethru reads: its name, its default, what it means. README.md shows them as a table."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsroom import readers

BASE_DIR = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Setting:
    """One variable: `read` turns its text into a value or raises ValueError("must be ...")."""

    name: str
    default: str
    meaning: str
    read: Callable[[str], Any]
    needed: str = ""

    @property
    def shown_default(self) -> str:
        return f"`{self.default}`" if self.default else ""


IN_PRODUCTION = "in production"

SETTINGS = (
    Setting(
        "WRITETHRU_ENV",
        "development",
        "`development` serves this machine only; `production` insists on HTTPS, a secret and named hosts.",
        readers.choice("development", "production"),
    ),
    Setting(
        "WRITETHRU_SECRET_KEY",
        "",
        "Signs sessions and forms; at least 50 characters. In development one is made and kept in the data folder.",
        readers.secret,
        needed=IN_PRODUCTION,
    ),
    Setting(
        "WRITETHRU_ALLOWED_HOSTS",
        "",
        "Host names the desk is reached under, with commas between. In development: this machine.",
        readers.names,
        needed=IN_PRODUCTION,
    ),
    Setting(
        "WRITETHRU_DATA_DIR",
        "var",
        "Folder for the SQLite database and the photos; a relative one is inside the checkout.",
        readers.folder(BASE_DIR),
    ),
    Setting(
        "DATABASE_URL",
        "",
        "`postgresql://user:password@host:5432/name`, or `sqlite:////absolute/path`. Empty: SQLite in the data folder.",
        readers.database_url,
    ),
    Setting("PORT", "8000", "Port the server listens on.", readers.whole_number(1, 65535)),
    Setting(
        "WRITETHRU_BIND",
        "127.0.0.1",
        "Address the server listens on. Anything but this machine only in production.",
        readers.text,
    ),
    Setting("WRITETHRU_WORKERS", "2", "Server processes; about one for each core.", readers.whole_number(1, 64)),
    Setting("WRITETHRU_THREADS", "8", "Threads in each process.", readers.whole_number(1, 64)),
    Setting(
        "WRITETHRU_BEHIND_PROXY",
        "no",
        "`yes` where a proxy in front sets `X-Forwarded-Proto` and adds to `X-Forwarded-For`; never without one.",
        readers.flag,
    ),
    Setting(
        "WRITETHRU_SESSION_HOURS",
        "12",
        "How long a browser stays signed in with nobody at it.",
        readers.whole_number(1, 168),
    ),
    Setting(
        "WRITETHRU_HSTS_SECONDS",
        "31536000",
        "In production: how long browsers insist on HTTPS.",
        readers.whole_number(0, 63072000),
    ),
    Setting(
        "WRITETHRU_PHOTO_BUCKET",
        "",
        "S3 bucket for the photos (`requirements/s3.txt`; keys as AWS's own tools read them). Empty: the data folder.",
        readers.text,
    ),
    Setting(
        "WRITETHRU_PHOTO_ENDPOINT",
        "",
        "`https://host` of a service that speaks S3, where it is not Amazon's.",
        readers.origin,
    ),
    Setting("WRITETHRU_PHOTO_REGION", "", "The bucket's region, where the service asks for one.", readers.text),
    Setting(
        "WRITETHRU_PHOTO_DELIVERY",
        "stream",
        "Who sends the pictures once access is checked: `stream` this server; `accel` nginx, by `X-Accel-Redirect` to "
        "`/photo-files/`; `link` the bucket, by a link signed for a minute.",
        readers.choice("stream", "accel", "link"),
    ),
    Setting(
        "WRITETHRU_TIME_ZONE",
        "Asia/Seoul",
        "The desk's zone: times are stored in UTC and shown in this one.",
        readers.time_zone,
    ),
    Setting(
        "WRITETHRU_HEADLINE_LENGTH",
        "95",
        "Characters a headline should not exceed; the editor counts against it.",
        readers.whole_number(10, 500),
    ),
    Setting(
        "WRITETHRU_LONG_PARAGRAPH",
        "40",
        "Words from which the editor calls a paragraph long; half as many again and it says so louder.",
        readers.whole_number(5, 500),
    ),
    Setting(
        "WRITETHRU_EMAIL_URL",
        "",
        "Mail server: `smtp+tls://user:password@host:587`. Empty: in development mail is printed, else none is sent.",
        readers.email_url,
    ),
    Setting(
        "WRITETHRU_PUBLIC_URL",
        "",
        "Where people reach the desk, for links in mail: `https://desk.example.org`. Empty: made of host and port.",
        readers.web_address,
    ),
    Setting("WRITETHRU_ADMIN_EMAILS", "", "Who is mailed when a page breaks, with commas between.", readers.names),
    Setting(
        "WRITETHRU_LOG_LEVEL",
        "INFO",
        "How much goes to standard error: `DEBUG`, `INFO`, `WARNING` or `ERROR`.",
        readers.choice("DEBUG", "INFO", "WARNING", "ERROR"),
    ),
    Setting(
        "WRITETHRU_DEBUG",
        "no",
        "For developers: `yes` shows tracebacks in the browser. Refused in production.",
        readers.flag,
    ),
    Setting(
        "WRITETHRU_SCREENSHOTS",
        "",
        "For developers: folder in which browser tests keep pictures of the pages.",
        readers.text,
    ),
)
