"""From uploaded bytes to a picture that may be kept, or a refusal that names the file and the reason."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from stories.photos import kinds, pixels
from stories.photos.endings import end_of, hidden_file, is_harmless
from stories.photos.metadata import Found, read_metadata
from stories.services.refusals import Refused
from stories.wire.text import hidden_counts, tidy, without_controls

LONGEST_NAME = 200
UNNAMED = "This file"
# The widest rendition: a picture is opened no larger than that needs.
WIDEST = 2048


class NotAPicture(Refused):
    """The bytes are no whole picture of a kind that the newsroom keeps. Nothing was stored.

    `reason` is "empty", "kind", "torn", "large", "tail", "two" or "moving".
    """

    def __init__(self, message: str, reason: str) -> None:
        super().__init__(message)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Arrived:
    """A picture that may be kept: its bytes as they came, its kind, its pixels (perhaps reduced), its words."""

    data: bytes
    name: str
    kind: str
    opened: pixels.Opened
    found: Found


def read_upload(source: bytes | BinaryIO, name: str) -> bytes:
    """The bytes of an upload, no more of them than are taken. Raises NotAPicture for none and for too many."""
    data = source if isinstance(source, bytes) else source.read(pixels.MAX_BYTES + 1)
    if not data:
        raise NotAPicture(f"{_called(name)} is empty.", "empty")
    if len(data) > pixels.MAX_BYTES:
        most = pixels.MAX_BYTES // 1024**2
        raise NotAPicture(f"{_called(name)} is larger than {most} MB, which is as much as is taken.", "large")
    return data


@contextmanager
def arrived(data: bytes, name: str) -> Iterator[Arrived]:
    """Everything looked at, what costs least first; the pixels are there while the block runs. Raises NotAPicture."""
    called = _called(name)
    kind = _kind(data, name)
    _refuse_tail(data, kind, called)
    try:
        with pixels.opened(data, kind, least=WIDEST, arriving=True) as opened:
            yield Arrived(data, name, kind, opened, read_metadata(data, kind, exif=opened.exif, xmp=opened.xmp))
    except pixels.Moving as error:
        raise NotAPicture(f"{called} is a moving picture: the newsroom keeps photos only.", "moving") from error
    except pixels.TooLarge as error:
        raise NotAPicture(f"{called} is too large to open. {error}", "large") from error
    except pixels.Unreadable as error:
        raise NotAPicture(f"{called} is not whole: it is cut off or damaged. Send it again.", "torn") from error


def plain_name(name: str) -> str:
    """The sender's name for the file without folders and without what does not show, for people to read."""
    text = tidy(without_controls(name.replace("\\", "/").rsplit("/", 1)[-1]))
    for hidden in hidden_counts(text):
        text = text.replace(hidden, "")
    return text[-LONGEST_NAME:]


def _called(name: str) -> str:
    return f"“{name}”" if name else UNNAMED


def _kind(data: bytes, name: str) -> str:
    kind = kinds.kind_of(data)
    if kinds.is_raw(name):
        raise NotAPicture(f"{_called(name)} is a camera's raw file. {_wanted()}", "kind")
    if not kind or (kind == "HEIF" and not pixels.HEIF):
        what = "a HEIC picture, which this server cannot open" if kind else kinds.other_kind(data) or "no photo"
        raise NotAPicture(f"{_called(name)} is {what}. {_wanted()}", "kind")
    return kind


def _wanted() -> str:
    return f"Send the photo as {kinds.KEPT_WORDS}."


def _refuse_tail(data: bytes, kind: str, called: str) -> None:
    end = end_of(data, kind)
    if end is None or end > len(data) + 1:
        raise NotAPicture(f"{called} is not whole: it is cut off or damaged. Send it again.", "torn")
    if not is_harmless(data[end:]):
        more = f"{len(data) - end} bytes of something else"
        raise NotAPicture(f"{called} carries {more} behind its picture. Save it anew and send that.", "tail")
    if hidden := hidden_file(data, kind):
        raise NotAPicture(f"{called} is {hidden} as well as a picture. Save it anew and send that.", "two")
