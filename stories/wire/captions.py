"""Captions and their credits: "... in Nara on Jan. 13, 2026. (pool photo) (Yonhap)"."""

import re

from .story import Caption
from .text import tidy

TRIANGLE = "▲"
_MARK = re.compile(r"(?:[▲△▴▵▶▷►▸◀◁▼▽]|\[caption\]|view larger image\b|caption\s*:)\s*", re.IGNORECASE)
_LAST_BRACKET = re.compile(r"\(([^()]{1,200})\)\s*$")
# "(L)", "(2nd from R)", "(L to R)" say who stands where; "(C) Yonhap" at the start of a line is copyright.
_POSITION = re.compile(
    r"(?:.*\bfrom\s+)?(?:far\s+)?(?:[LRC]|left|right|center|centre|top|bottom|front|rear|back)"
    r"(?:(?:\s+row)?(?:,|\s+(?:to|and|in|from|of|row))\b.*)?"
    r"|(?:맨\s?)?(?:왼쪽|오른쪽|가운데|중앙|앞줄|뒷줄|앞|뒤|위|아래)(?:(?:에서|부터|줄)?[\s,].*|에서.*)?",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"(?:Yonhap(?: News(?: Agency| TV)?)?|AP|AFP|EPA|REUTERS|Kyodo(?: News)?|Xinhua|KCNA|TASS|dpa|ANSA|EFE|UPI|Newsis"
    r"|News1|Getty Images|Bloomberg|Jiji(?: Press)?|PA|PTI|CNA|SPA|Anadolu|Penta Press|SIPA|ZUMA|IMAGN)",
    re.IGNORECASE,
)
_AGENCIES = re.compile(
    rf"{_AGENCY.pattern}(?:\s*(?:[-/=,·]|via|and)\s*[\w.' ]{{0,40}}?{_AGENCY.pattern})*", re.IGNORECASE
)
_PHOTO_WORDS = re.compile(
    r"\b(?:photo|photos|pool|courtesy|provided|captured|image|handout|not for sale|for use only|no redistribution"
    r"|no archives|no sales|editorial use|file|screenshot|yonhap|graphic|rendering|released)\b"
    r"|사진|제공|공동취재|공동 취재|캡처|연합뉴스|재판매|판매 금지",
    re.IGNORECASE,
)
_STACKED = re.compile(r"(?:\([^()]{1,200}\)\s*)+$")
_SENTENCE_END = re.compile(r"[.!?…。][\"'”’)]*$")


def parse_caption(line: str) -> Caption:
    """A caption line as text and credit; its mark (a triangle, "view larger image") is left off.

    The credit is every bracket at the end that credits: the last of a line that ends a
    sentence, or one that names an agency or a photo. Positions, "(L)", are text.
    """
    text = tidy(line)
    mark = _MARK.match(text)
    text = text[mark.end() :] if mark else text
    found: list[str] = []
    while (bracket := _LAST_BRACKET.search(text, max(0, len(text) - 210))) and _credits(text, bracket):
        found.insert(0, f"({bracket[1].strip()})")
        text = text[: bracket.start()].rstrip()
    return Caption(text, " ".join(found))


def format_caption(caption: Caption) -> str:
    """The caption with its credit after it, without a mark."""
    return f"{caption.text} {caption.credit}".strip()


def is_marked_caption(line: str) -> bool:
    """Whether a line says itself that it is a caption, and goes on after saying so."""
    mark = _MARK.match(line)
    return mark is not None and mark.end() < len(line)


def is_caption_mark(line: str) -> bool:
    """Whether a line is nothing but the mark of a caption."""
    mark = _MARK.match(line)
    return mark is not None and mark.end() >= len(line)


def ends_in_credit(text: str) -> bool:
    """Whether an unmarked paragraph is a caption: its last bracket is an agency's or a photo's credit."""
    bracket = _LAST_BRACKET.search(text, max(0, len(text) - 210))
    if bracket is None:
        return False
    if _AGENCIES.fullmatch(bracket[1].strip()):
        return True
    return _is_photo_credit(bracket[1]) and bool(_SENTENCE_END.search(text[: bracket.start()].rstrip()[-8:]))


def _credits(text: str, bracket: re.Match[str]) -> bool:
    inside = bracket[1].strip()
    if not inside or _POSITION.fullmatch(inside):
        return False
    if _AGENCIES.fullmatch(inside) or _is_photo_credit(inside):
        return True
    # Credits stack: what counts is the sentence before the first of them.
    before = _STACKED.sub("", text[: bracket.start()][-250:]).rstrip()
    return _is_named(inside) and bool(_SENTENCE_END.search(before[-8:]))


def _is_named(inside: str) -> bool:
    """Whether a bracket begins as a name does: with a capital, or in a script that has none, as "한빛"."""
    if inside[0].isupper():
        return len(inside) > 2
    return len(inside) > 1 and inside[0].isalpha() and not inside[0].islower()


def _is_photo_credit(inside: str) -> bool:
    return _PHOTO_WORDS.search(inside) is not None
