"""What `{% static %}` names and where it lies: each page's joined stylesheet and script, hashed and compressed.

They are made at the first question in the data folder, from the checkout as it is then: nobody runs a collecting
step. Under runserver nothing is joined, and a changed file shows at the next reload.
"""

import gzip
import os
import secrets
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.files.storage import FileSystemStorage

from newsroom.joining import joined_all

COMPRESSED = ".gz"
TEXTS = (".css", ".js", ".svg")


def source() -> Path:
    return settings.BASE_DIR / "static"


def kept() -> Path:
    return settings.DATA_DIR / "static"


@cache
def names() -> dict[str, str]:
    """The name that is served for each that a template asks for; the files are there once this returns."""
    if settings.WHITENOISE_AUTOREFRESH:
        return {}
    files = {path.relative_to(source()).as_posix(): path.read_bytes() for path in sorted(source().rglob("*.*"))}
    made = joined_all(files)
    for name, content in made.values():
        write_once(kept() / name, content)
        if name.endswith(TEXTS):
            write_once(kept() / (name + COMPRESSED), gzip.compress(content, 9, mtime=0))
    return {name: as_kept for name, (as_kept, _) in made.items()}


def served() -> list[str]:
    """Every file that a browser may be given, compressed ones too."""
    plain = list(names().values())
    return [*plain, *(name + COMPRESSED for name in plain if name.endswith(TEXTS))]


def write_once(path: Path, content: bytes) -> None:
    """Its name tells its content, so what is there is right; two processes may start at once, so it appears whole."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    aside.write_bytes(content)
    os.replace(aside, path)


class JoinedStorage(StaticFilesStorage):
    """`{% static "css/pages/board.css" %}` gives the address of the joined file; each page asks for ten."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.addresses: dict[tuple[str, str], str] = {}

    def url(self, name: str | None, force: bool = False) -> str:
        served_as = (str(self.base_url), names().get(name or "", name or ""))
        if served_as not in self.addresses:
            self.addresses[served_as] = super().url(served_as[1])
        return self.addresses[served_as]


class JoinedFinder(BaseFinder):
    """Shows WhiteNoise, and tests' servers, the files in the data folder."""

    def check(self, **_: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **_: Any) -> str | list[str]:
        found = str(kept() / path) if path in served() else ""
        return [found] * bool(found) if find_all else found

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        storage = FileSystemStorage(location=kept())
        for name in served():
            yield name, storage
