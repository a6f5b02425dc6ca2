"""Text of old picture software: what the record names as its character set, and what is so where it names none.

Source: IPTC-NAA IIM 4.2, dataset 1:90 (an ISO 2022 escape); ISO-IR register for the escapes.
"""

import re
from codecs import getincrementaldecoder

UTF_8 = b"\x1b%G"
# What the escapes that picture software really writes stand for, as Python calls it.
_NAMED = {
    b"\x1b%G": "utf-8",
    b"\x1b%/I": "utf-8",
    b"\x1b.A": "latin-1",
    b"\x1b-A": "latin-1",
    b"\x1b/A": "latin-1",
    b"\x1b-B": "iso8859-2",
    b"\x1b-F": "iso8859-7",
    b"\x1b-L": "iso8859-5",
    b"\x1b$)C": "cp949",
    b"\x1b$(C": "cp949",
    b"\x1b$)A": "gb18030",
    b"\x1b$(A": "gb18030",
    b"\x1b$)B": "euc_jp",
    b"\x1b$(B": "euc_jp",
}
# Named by habit: what stands there is often something else.
_GUESSED = ("", "utf-8", "latin-1")
_IN_ESCAPES = ("iso2022_kr", "iso2022_jp_2", "iso2022_jp_ext")
_HANGUL_WORD = re.compile("[가-힣]{2}")


def decode_text(value: bytes, named: bytes = b"") -> str:
    """The text of a dataset under the character set that the record names (the value of 1:90). Total.

    UTF-8 wherever it is, cut inside its last character or not: much software names another
    set and writes UTF-8 all the same. Else Korean where it reads as Korean and Latin, UTF-8
    or nothing is named; else what is named; else Latin.
    """
    try:
        return value.decode() if b"\x1b" not in value else _with_escapes(value)
    except UnicodeDecodeError:
        pass
    codec = _NAMED.get(named.strip(), "")
    if text := _cut_utf_8(value) or (_korean(value) if codec in _GUESSED else ""):
        return text
    return value.decode("cp1252" if codec in _GUESSED else codec, errors="replace")


def _cut_utf_8(value: bytes) -> str:
    """UTF-8 that a program cut at the byte where a dataset is full; "" where it is something else."""
    try:
        text = getincrementaldecoder("utf-8")().decode(value)
    except UnicodeDecodeError:
        return ""
    return "" if text.isascii() else text


def _korean(value: bytes) -> str:
    """The text where two syllables stand side by side in it and it is Korean all through; else ""."""
    text = value.decode("cp949", errors="ignore")
    return text if _HANGUL_WORD.search(text) and text.encode("cp949", errors="ignore") == value else ""


def _with_escapes(value: bytes) -> str:
    """Text that changes its character set as it goes (ISO 2022); an escape that nobody knows is left in."""
    for codec in _IN_ESCAPES:
        # The Korean one wants its announcement in front, which datasets leave to 1:90.
        head = b"\x1b$)C" if codec == "iso2022_kr" and not value.startswith(b"\x1b$)C") else b""
        try:
            return (head + value).decode(codec)
        except UnicodeDecodeError:
            continue
    return value.decode()
