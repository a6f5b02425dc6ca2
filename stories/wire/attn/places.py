"""Places in an ATTN line: "in paras 4-6, 9", "from 5th para", "last two paras", "throughout".

The forms are those of real lines, odd ones included: a bare list ("in 11-15"), "first three
paras", "the bottom 3 paras", and a list that ends before "1st photo".
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from .values import Place, PlaceKind

WORDS = {
    word: number
    for number, words in enumerate(
        (
            "one first",
            "two second",
            "three third",
            "four fourth",
            "five fifth",
            "six sixth",
            "seven seventh",
            "eight eighth",
            "nine ninth",
            "ten tenth",
        ),
        start=1,
    )
    for word in words.split()
}

_PARA = r"(?:para(?:graph)?s?|grafs?|pars)\b(?!['’])\.?"
_ORDINAL_WORD = "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_NUMBER = rf"(?:\d{{1,3}}(?:st|nd|rd|th)?|{_ORDINAL_WORD})(?!\w)"
_DASH = r"(?: ?[-–—~] ?| (?:to|through) )"
_RANGE = rf"(?:(?:\d{{1,3}}[-–—~])?{_NUMBER}(?:{_DASH}(?:\d{{1,3}}(?:st|nd|rd|th)?)(?!\w))?)"
_AND = r"(?: ?, ?(?:and )?| and | ?& ?)"
_STOP = r"(?= ?(?:$|[,;.)&])| (?:and|with|from|in|at|throughout)\b)"
_LIST = rf"{_RANGE}(?:{_AND}{_RANGE}{_STOP})*"
# "in lead, paras 3-5" is one place; in "RECASTS lead, paras 3-5" the lead is an object of its own.
_IN = r"(?:(?P<{0}>in|from|of|at|for|to) (?:the )?(?P<{1}>lead(?:, and|,| and| &) (?:the )?)?|(?:the )?)"
_ON = r"(?: on(?:wards?)?\b)?"
_EDGE = r"(?P<edge>first|last|top|bottom|final|opening|closing)"
_BARE = r"\d{1,2}(?:[-–—~]\d{1,2})?(?!\w)"

_FORMS = (
    rf"{_IN.format('p1', 'l1')}{_PARA} (?P<after>{_LIST}){_ON}",
    rf"{_IN.format('p2', 'l2')}(?P<ahead>{_RANGE}(?:{_AND}{_RANGE}){{0,12}}) {_PARA}{_ON}",
    rf"{_IN.format('p3', 'l3')}{_EDGE}(?: (?P<count>\d{{1,3}}|{'|'.join(WORDS)}))? {_PARA}",
    r"throughout(?: (?:the )?(?:story|text|copy|article|report))?\b",
    r"(?:at|near|to|toward|in) (?:the )?(?:very )?(?P<end>bottom|top|end)\b(?! of)",
    rf"in (?:the )?(?P<onlylead>lead|lede)(?: para(?:graph)?)?{_STOP}",
    rf"(?P<p4>in|from) (?P<bare>{_BARE}(?:{_AND}{_BARE}{_STOP})*)(?= ?(?:$|[,;)]))",
)
_PLACE = re.compile(rf"(?<![\w\-'’.])(?:{'|'.join(_FORMS)})", re.IGNORECASE)
_ONE_RANGE = re.compile(rf"(\d{{1,3}}|{_ORDINAL_WORD})(?:st|nd|rd|th)?(?:{_DASH}(\d{{1,3}}))?", re.IGNORECASE)
_ORDINAL = re.compile(rf"\d(?:st|nd|rd|th)\b|{_ORDINAL_WORD}|\d{_DASH}\d|\d(?:{_AND})\d", re.IGNORECASE)
_EDGES = {"top": PlaceKind.FIRST, "first": PlaceKind.FIRST, "opening": PlaceKind.FIRST}


def find_places(text: str) -> Iterator[tuple[int, int, Place]]:
    """Each place in `text` with its start and end, from left to right."""
    for match in _PLACE.finditer(text):
        place = _place(match)
        if place is not None:
            yield match.start(), match.end(), place


def _place(match: re.Match[str]) -> Place | None:
    """The place a match stands for; None where a number counts paragraphs ("adds 2 paras")."""
    text, found = match.group(), match.groupdict()
    if found["edge"]:
        return replace(
            _edge(text, found["edge"].lower(), found["count"] or "", found["p3"] or ""), lead=bool(found["l3"])
        )
    if found["end"]:
        return Place(PlaceKind.TOP if found["end"].lower() == "top" else PlaceKind.BOTTOM, text)
    if found["onlylead"]:
        return Place(PlaceKind.PARAS, text, ((1, 1),), lead=True)
    if found["ahead"] and not _ORDINAL.search(found["ahead"]):
        return None
    numbers = found["after"] or found["ahead"] or found["bare"]
    if not numbers:
        return Place(PlaceKind.THROUGHOUT, text)
    ranges = read_ranges(numbers)
    preposition = (found["p1"] or found["p2"] or found["p4"] or "").lower()
    single = len(ranges) == 1 and ranges[0][0] == ranges[0][1]
    kind = PlaceKind.FROM if single and preposition == "from" else PlaceKind.PARAS
    return Place(kind, text, ranges, lead=bool(found["l1"] or found["l2"]))


def _edge(text: str, edge: str, count: str, preposition: str) -> Place:
    """ "first 5 paras", "the bottom 3 paras", "last para"; "from first para" begins there."""
    number = int(count) if count.isdecimal() else WORDS.get(count.lower(), 1)
    kind = _EDGES.get(edge, PlaceKind.LAST)
    if kind is PlaceKind.FIRST and not count:
        kind = PlaceKind.FROM if preposition.lower() == "from" else PlaceKind.PARAS
        return Place(kind, text, ((1, 1),))
    return Place(kind, text, count=number)


def read_ranges(text: str) -> tuple[tuple[int, int], ...]:
    """ "4-6, 9" -> ((4, 6), (9, 9)); a range written backwards is turned round."""
    ranges = []
    for low, high in _ONE_RANGE.findall(text):
        start = _number(low)
        end = _number(high) if high else start
        ranges.append((min(start, end), max(start, end)))
    return tuple(ranges)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else WORDS.get(text.lower(), 0)
