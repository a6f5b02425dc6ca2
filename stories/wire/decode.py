"""Bytes of a file as text: which encoding they are in, said and never guessed in silence."""

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
# A Korean character of the KS X 1001 set, and one of the Windows extension, whose second byte may be an ASCII letter.
_KOREAN = re.compile(rb"[\xa1-\xfe][\xa1-\xfe]")
_EXTENSION = re.compile(rb"[\x81-\xc6][A-Za-z\x81-\xa0]")
_TRIED = "UTF-8, UTF-16 and CP949 (EUC-KR)"


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text` is None where no encoding fits; `problem` says then which byte is in the way.

    `encoding` is its name for people, "" where there is none; `usual` is false where
    somebody should look whether the letters came out right.
    """

    text: str | None
    encoding: str = ""
    problem: str = ""
    usual: bool = True


def decode(data: bytes) -> Decoded:
    """The text of a file: by its byte order mark, else UTF-8, else UTF-16 or Korean Windows where they fit. Total."""
    for mark, codec, name in _BOMS:
        if data.startswith(mark):
            text = _strict(data, codec)
            return Decoded(text, name) if text is not None else _undecodable(data, codec)
    text = _strict(data, "utf-8")
    if text is not None and "\x00" not in text:
        return Decoded(text, "UTF-8")
    if (codec := _bare_utf16(data)) and (wide := _strict(data, codec)) is not None:
        return Decoded(wide, "UTF-16 without a byte order mark", usual=False)
    if text is not None:
        return Decoded(text, "UTF-8")
    if _looks_korean(data) and (text := _strict(data, "cp949")) is not None:
        return Decoded(text, "CP949 (EUC-KR)", usual=False)
    return _undecodable(data, "utf-8")


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _bare_utf16(data: bytes) -> str:
    """The codec of UTF-16 without a mark: in Latin copy nearly every other byte is 0."""
    half = len(data) // 2
    if half and data[1::2].count(0) > 0.4 * half and not data[::2].count(0):
        return "utf-16-le"
    if half and data[::2].count(0) > 0.4 * half and not data[1::2].count(0):
        return "utf-16-be"
    return ""


def _looks_korean(data: bytes) -> bool:
    """Whether CP949 is likely: Western Windows copy also decodes as it, into Hangul nobody wrote."""
    return len(_KOREAN.findall(data)) > 2 * len(_EXTENSION.findall(_KOREAN.sub(b"", data)))


def _undecodable(data: bytes, codec: str) -> Decoded:
    try:
        data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start] if error.start < len(data) else 0
        where = f"byte {error.start + 1} (0x{byte:02X}, line {line})"
        return Decoded(None, problem=f"{where} fits none of {_TRIED}. Save the file as UTF-8 and bring it in again.")
    raise AssertionError("decoded after all")
