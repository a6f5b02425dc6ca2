"""Figures with the noun they count: "US$376.8 million", "183 people", "3-way", "the third"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from . import numbers
from .nouns import UNIT, UNIT_WORDS, counted
from .values import Fact, FactKind

CURRENCY = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₩": "won", "￦": "won"}
_PREFIX = r"(?:(?:US|A|C|HK|NT|S)?\$|[€£¥₩￦])"
_DIGIT_FIGURE = re.compile(
    rf"(?=[\d$€£¥₩￦−.-]|(?:US|A|C|HK|NT|S)\$|minus )"  # left at once where none of these stands
    rf"(?P<currency>{_PREFIX} ?)?(?<![\d.,])(?P<sign>(?<!\w)(?:[-−](?=\d)|minus (?=\d)))?"
    rf"(?P<number>{numbers.DIGITS}|(?<!\w)\.\d+)(?P<ordinal>st|nd|rd|th)?(?P<short>(?:{numbers.SHORT})(?!\w))?"
    rf"(?P<korean>(?:{numbers.KOREAN_SCALE}+(?: ?(?:{numbers.DIGITS}){numbers.KOREAN_SCALE}+)*))?"
    rf"(?P<scale>(?:[ -](?:{numbers.SCALE})\b)*)(?P<to>(?:[-–:/](?:{numbers.DIGITS}))*)"
    rf"(?P<after>(?:[ -](?:{numbers.SCALE})\b)*)",
    re.IGNORECASE,
)
_WORD_FIGURE = re.compile(rf"\b{numbers.PHRASE}(?![\w'’])", re.IGNORECASE)
_BARE_SCALE = re.compile(
    rf"\b(?P<lead>a|an|several|tens of|hundreds of) (?P<scale>(?:{numbers.SCALE})s?)\b", re.IGNORECASE
)
_ORDINAL_FIGURE = re.compile(rf"\b(?P<number>{numbers.ORDINAL_WORD})\b(?!s)", re.IGNORECASE)
_TOPS = {"a": "one", "an": "one"} | {word: word for word in "one two three four five seven nine".split()}
_FRACTION = re.compile(
    r"(?P<join>[ -])(?=[tqfsen][heiou])(?P<under>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\b"
    r"(?P<of> of\b)?",
    re.IGNORECASE,
)
_LAST_WORD = re.compile(r"(?<![A-Za-z])[A-Za-z]+\Z")
# Too common to be missed by itself, but a third may become it.
_ROUGH = re.compile(
    r"\b(?=[hdtmb][aouhi])(?:half(?= (?:of|the)\b)|(?:dozen|hundred|thousand|million|billion)s\b)", re.IGNORECASE
)
_SPAN = re.compile(
    r"\b(?:half an? (?P<half>hour|day|year|century|decade)"
    r"|an? (?P<one>second|minute|hour|day|week|month|year|decade|century|quarter|half)(?P<and> and a half)?)\b",
    re.IGNORECASE,
)
_ANY_DIGIT = re.compile(r"\d")
_SIGN = re.compile(r"\b[A-Za-z]+-?\d\w*")
_MIXED = re.compile(r"\b(?=\w*\d)(?=\w*[^\W\d])\w+")
_PART_OF_A_SIGN = re.compile(r"[A-Za-z]-?$")


def _figure(graf: str, number: int, span: tuple[int, int], key: str, unit: str = "", weak: bool = False) -> Fact:
    start, end = span
    if unit:
        phrase_end = end
    else:
        phrase_end, unit = counted(graf, start, end)
    text = graf[start:end]
    return Fact(FactKind.FIGURE, key, text, graf[start:phrase_end], number, start, end, unit, weak)


def _digits(graf: str, number: int) -> Iterator[Fact]:
    if not _ANY_DIGIT.search(graf):  # as most paragraphs hold none, this is asked before the long pattern
        return
    for found in _DIGIT_FIGURE.finditer(graf):
        if found.end() < len(graf) and graf[found.end()].isalpha() and graf[found.end()].isascii():
            continue
        if not found["currency"] and _PART_OF_A_SIGN.search(graf[max(0, found.start() - 2) : found.start()]):
            continue
        short = (found["short"] or "").lower()
        if short in numbers.MONEY_SCALES and not found["currency"]:
            continue
        value = numbers.scaled(numbers.read_digits(found["number"]), found["scale"])
        value *= (numbers.SHORT_SCALES | numbers.MONEY_SCALES).get(short, 1)
        if found["korean"]:
            value = numbers.read_korean(found["number"] + found["korean"])
        unit_found = UNIT.match(graf, found.end())
        unit = CURRENCY.get((found["currency"] or "").strip()[-1:], "") or (
            UNIT_WORDS[unit_found[1].lower()] if unit_found else ""
        )
        key = (
            ("#" if found["ordinal"] else "")
            + ("-" if found["sign"] else "")
            + numbers.spread(value, found["to"], found["after"])
        )
        end = unit_found.end() if unit_found else found.end()
        yield _figure(graf, number, (found.start(), end), key, unit)


def _words(graf: str, number: int) -> Iterator[Fact]:
    for found in _WORD_FIGURE.finditer(graf):
        value = numbers.read_words(found[0])
        weak = value == 1 or (value == 0)
        unit_found = UNIT.match(graf, found.end())
        end = unit_found.end() if unit_found else found.end()
        unit = UNIT_WORDS[unit_found[1].lower()] if unit_found else ""
        yield _figure(graf, number, (found.start(), end), numbers.plain(value), unit, weak)
    for found in _BARE_SCALE.finditer(graf):
        value = numbers.scaled(Decimal(1), found["scale"])
        lead = "" if found["lead"].lower() in ("a", "an") else found["lead"].lower() + " "
        yield _figure(graf, number, found.span(), lead + numbers.plain(value), weak=not lead)
    for found in _ROUGH.finditer(graf):
        yield _figure(graf, number, found.span(), found[0].lower(), weak=True)


def _ordinals(graf: str, number: int) -> Iterator[Fact]:
    for found in _ORDINAL_FIGURE.finditer(graf):
        value = numbers.ORDINAL_WORDS[found["number"].lower()]
        yield _figure(graf, number, found.span(), f"#{value}", weak=value <= 2)


def _fractions(graf: str, number: int) -> Iterator[Fact]:
    for found in _FRACTION.finditer(graf):
        word = _LAST_WORD.search(graf[max(0, found.start() - len("three") - 1) : found.start()])
        top = _TOPS.get(word[0].lower(), "") if word else ""
        # "one-third" wherever it stands, "a third" only of something.
        if word and top and (found["of"] or found["join"] == "-"):
            start = found.start() - len(word[0])
            yield _figure(
                graf,
                number,
                (start, found.end("under")),
                f"{top}-{found['under'].lower().replace('fourth', 'quarter')}",
            )
    for found in _SPAN.finditer(graf):
        unit = (found["half"] or found["one"]).lower()
        value = "0.5" if found["half"] else "1.5" if found["and"] else "1"
        yield _figure(graf, number, found.span(), value, unit, weak=value == "1")


def _signs(graf: str, number: int) -> Iterator[Fact]:
    """Digits inside a word ("G20", "KF-21", "5G") are one sign: any change of them is a change."""
    if not _ANY_DIGIT.search(graf):
        return
    for found in (*_SIGN.finditer(graf), *_MIXED.finditer(graf)):
        yield Fact(FactKind.FIGURE, found[0].lower(), found[0], found[0], number, found.start(), found.end())


def figure_facts(graf: str, number: int) -> Iterator[Fact]:
    """Figures in one paragraph, the longest reading of a span first."""
    for reader in (_fractions, _digits, _ordinals, _words, _signs):
        yield from reader(graf, number)
