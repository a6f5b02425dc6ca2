"""The only door to the environment: every variable Writethru reads is declared in newsroom/variables.py.

A value that is missing or wrong stops the start with one line that names the variable and
says what it must be. A name that is almost right stops it too: a misspelt setting would
otherwise be a setting silently left at its default.
"""

import difflib
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from newsroom.variables import SETTINGS

PREFIX = "WRITETHRU_"
SECRET_FILE = "secret-key"  # noqa: S105 - a file's name
BY_NAME = {setting.name: setting for setting in SETTINGS}


class BadSettingError(ImproperlyConfigured):
    """A variable is missing, wrong or unknown; the message is for the person who starts the server."""


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
