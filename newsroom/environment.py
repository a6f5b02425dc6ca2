"""The only door to the environment: every variable Writethru reads is declared here.

A value that is missing or wrong stops the start with one line that names the variable and
says what it must be. A name that is almost right stops it too: a misspelt setting would
otherwise be a setting silently left at its default. `README.md` shows this table.
"""

import difflib
import os
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from newsroom import readers

BASE_DIR = Path(__file__).resolve().parent.parent
PREFIX = "WRITETHRU_"
SECRET_FILE = "secret-key"  # noqa: S105 - a file's name


class BadSettingError(ImproperlyConfigured):
    """A variable is missing, wrong or unknown; the message is for the person who starts the server."""


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
BY_NAME = {setting.name: setting for setting in SETTINGS}


class Environment:
    """Reads declared variables from `variables`; the real environment by default."""

    def __init__(self, variables: Mapping[str, str] | None = None) -> None:
        self.variables = os.environ if variables is None else variables

    def __getitem__(self, name: str) -> Any:
        """The value of a declared variable. BadSettingError where it is needed and absent, or wrong."""
        setting = BY_NAME[name]
        given = self.variables.get(name, "").strip()
        if not given and setting.needed and self.production:
            raise BadSettingError(f"{name} is needed {setting.needed}. {setting.meaning}")
        try:
            return setting.read(given or setting.default)
        except ValueError as error:
            raise BadSettingError(f"{name} {error}.") from error

    @property
    def production(self) -> bool:
        return bool(self["WRITETHRU_ENV"] == "production")

    def refuse_unknown_names(self) -> None:
        """BadSettingError for a WRITETHRU_ variable that nothing reads."""
        for name in sorted(self.variables):
            if name.startswith(PREFIX) and name not in BY_NAME:
                near = difflib.get_close_matches(name, BY_NAME, n=1)
                hint = f" Did you mean {near[0]}?" if near else ""
                raise BadSettingError(f"{name} is not a setting of Writethru.{hint} README.md lists them.")

    def refuse_unsafe_mixtures(self) -> None:
        """BadSettingError where two values, each good alone, would together open the desk to the world."""
        if self.production and self["WRITETHRU_DEBUG"]:
            raise BadSettingError(
                "WRITETHRU_DEBUG shows code and settings in the browser: it must be no in production."
            )
        if self["WRITETHRU_PHOTO_DELIVERY"] == "link" and not self["WRITETHRU_PHOTO_BUCKET"]:
            raise BadSettingError("WRITETHRU_PHOTO_DELIVERY is link: name the WRITETHRU_PHOTO_BUCKET to link to.")
        if self["WRITETHRU_PHOTO_DELIVERY"] == "accel" and self["WRITETHRU_PHOTO_BUCKET"]:
            raise BadSettingError("WRITETHRU_PHOTO_DELIVERY is accel, and nginx finds no file in a bucket: use link.")
        if not self.production and self["WRITETHRU_BIND"] not in ("127.0.0.1", "localhost", "::1"):
            raise BadSettingError(
                "WRITETHRU_BIND reaches beyond this machine, and the development settings are not made for that: "
                "set WRITETHRU_ENV=production too."
            )


def data_folder(path: Path) -> Path:
    """`path`, made where it was missing. BadSettingError where the server could not write in it."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSettingError(f"WRITETHRU_DATA_DIR: cannot make {path} ({error.strerror}).") from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise BadSettingError(f"WRITETHRU_DATA_DIR: cannot write in {path}. Choose another folder or change its owner.")
    return path


def kept_secret(folder: Path) -> str:
    """The secret of a newsroom that was given none: made once, kept in `folder`, so that sessions outlive a restart.

    Two processes may start at once, so the file appears whole: written aside, then linked into place.
    """
    file = folder / SECRET_FILE
    if not file.exists():
        aside = folder / f".{SECRET_FILE}-{secrets.token_hex(8)}"
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as out:
            out.write(secrets.token_urlsafe(64))
        try:
            os.link(aside, file)
        except FileExistsError:
            pass  # the other process was first; its secret is the one
        finally:
            aside.unlink()
    return file.read_text().strip()
