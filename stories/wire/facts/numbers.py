"""Reading numbers as copy writes them: digits, words, ordinals, scales, Korean units."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()

WORDS: dict[str, int] = {word: value for value, word in enumerate(ONES)}
WORDS |= {word: 10 * value for value, word in enumerate(TENS, start=2)}
WORDS |= {f"{ten}-{one}": WORDS[ten] + WORDS[one] for ten in TENS for one in ONES[1:10]}
ORDINAL_WORDS: dict[str, int] = {word: value for value, word in enumerate(ORDINALS)}
ORDINAL_WORDS |= {ten[:-1] + "ieth": WORDS[ten] for ten in TENS}
ORDINAL_WORDS |= {
    f"{ten}-{rank}": WORDS[ten] + value for ten in TENS for value, rank in enumerate(ORDINALS[:10]) if value
}

SCALES: dict[str, int] = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 10**6,
    "mln": 10**6,
    "billion": 10**9,
    "bln": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tln": 10**12,
}
KOREAN_SCALES: dict[str, int] = {"십": 10, "백": 100, "천": 1_000, "만": 10**4, "억": 10**8, "조": 10**12}


def _alternatives(words: object) -> str:
    return "|".join(sorted(map(re.escape, map(str, words)), key=len, reverse=True))  # type: ignore[call-overload]


def _opening(words: Iterable[str]) -> str:
    """A look at two letters ahead: most words of copy are no number, and are left at once."""
    pairs = [(word[0], word[1]) for word in words]
    return "(?=" + "".join(f"[{''.join(sorted(set(letters)))}]" for letters in zip(*pairs, strict=True)) + ")"


DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
WORD = _opening(WORDS) + f"(?:{_alternatives(WORDS)})"
_RANKS = _alternatives(ORDINALS[1:])
_TENTHS = _alternatives(ten[:-1] + "ieth" for ten in TENS)
ORDINAL_WORD = _opening(ORDINALS[1:]) + f"(?:(?:(?:{_alternatives(TENS)})-)?(?:{_RANKS})|{_TENTHS})"
SCALE = _alternatives(SCALES)
# What stands on a figure without a blank ("1.2bn"); the lone letters only where a currency says it is money ("$5m").
SHORT_SCALES: dict[str, int] = {"bn": 10**9, "tn": 10**12, "trn": 10**12, "mn": 10**6}
MONEY_SCALES: dict[str, int] = {"k": 1_000, "m": 10**6, "b": 10**9}
SHORT = _alternatives([*SHORT_SCALES, *MONEY_SCALES])
_TIMES = rf"(?:[ -](?:{SCALE})s?\b)"
# "two hundred and twenty thousand": what follows a scale is joined by "and", or has a scale of its own.
PHRASE = rf"{WORD}(?:{_TIMES}+(?:(?: and {WORD}|,? {WORD}(?={_TIMES}))(?![\w'’]))?)*"
KOREAN_SCALE = "[" + "".join(KOREAN_SCALES) + "]"


def plain(value: Decimal) -> str:
    """A number's one spelling: no exponent, no trailing zeros ("1200", "0.5")."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") or "0" if "." in text else text


def read_digits(text: str) -> Decimal:
    """The value of digits as copy writes them ("1,200.5"); 0 where they are none."""
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return Decimal(0)


def read_words(text: str) -> Decimal:
    """The value of a number in words ("twelve", "two hundred and twenty thousand", "two dozen")."""
    total = part = 0
    for word in re.findall(r"[a-z]+", text.lower()):
        scale = SCALES.get(word) or SCALES.get(word.removesuffix("s"), 0)
        if word in WORDS:
            part += WORDS[word]
        elif 0 < scale < 1_000:
            part *= scale
        elif scale:
            total, part = (total + part * scale, 0) if part else (total * scale, 0)
    return Decimal(total + part)


def scaled(value: Decimal, scales: str) -> Decimal:
    """`value` times each scale word in `scales` ("hundred thousand")."""
    for word in re.findall(SCALE, scales.lower()):
        value *= SCALES[word]
    return value


def spread(first: Decimal, to: str, scales: str) -> str:
    """A number's key with what follows it in a range or a score: both ends of "1-2 million" are millions."""
    if not scales:
        return plain(first) + to
    ends = [plain(scaled(read_digits(end), scales)) for end in re.split("[-–:/]", to)[1:]]
    return "-".join([plain(scaled(first, scales)), *ends])


def read_korean(text: str) -> Decimal:
    """The value of digits with Korean scales: "3조5000억" is 3 x 10^12 + 5000 x 10^8."""
    total = Decimal(0)
    for digits, scales in re.findall(rf"({DIGITS})({KOREAN_SCALE}*)", text):
        part = read_digits(digits)
        for scale in scales:
            part *= KOREAN_SCALES[scale]
        total += part
    return total
