"""What a figure counts: "136 Korean forced laborers", "8,900 of the 11,200 workers", "12곳"."""

import re

from . import numbers

UNIT_NAMES = {
    "percent": "% pct percent 퍼센트",
    "won": "won 원",
    "dollar": "dollar dollars 달러",
    "yen": "yen 엔",
    "euro": "euro euros",
    "pound": "pound pounds",
    "yuan": "yuan",
}
UNIT_WORDS = {word: unit for unit, words in UNIT_NAMES.items() for word in words.split()} | {"per cent": "percent"}
NOT_A_NOUN = frozenset(
    "a about after against ago ahead all amid among an and are as at away back be because been before behind "
    "between both but by can could did down during each earlier either for from had has have he her his i if "
    "in including into is it its just later less many may might more most my near no nor not of off on only or "
    "other our ours out over own per rather said same say saying says set she should since so some still such than "
    "that the their them then there these they this those through to too under until up upon very was we were "
    "when where which while who will with within without would yet you your".split()
)
PHRASE_WORDS = 3
IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet"}
# Where a noun phrase ends: on a plural without its s, on a measure.
PLURALS = frozenset([*IRREGULAR.values(), "police", "fish", "cattle", "km", "kg", "mw", "gw", "kw"])

UNIT = re.compile(
    r"[ -]?(%|(?:pct|percent|per cent|won|dollars?|yen|euros?|pounds?|yuan)\b|퍼센트|원|달러|엔)", re.IGNORECASE
)
_WORDS_AFTER = re.compile(r"[ -]?([^\W\d_][\w'’-]*)")
# The figure that has the noun of this one: "80 to 120 millimeters", "8,900 of the 11,200 workers".
_COUNTED_WITH = re.compile(
    rf"(?: to|(?P<of> of (?:the|its|their|all|some)))(?: about| some| more than| nearly)? "
    rf"(?:(?P<digits>{numbers.DIGITS})|(?i:{numbers.WORD})(?![\w'’-]))(?:[ -](?:{numbers.SCALE})\b)*"
)
# What counts in Korean stands on its figure, with more words' endings on it: "12곳이", "31대와", "120여 명이".
_COUNTER = re.compile(r"(?:여 ?| )?(?P<counter>[가-힣]+)")
_ENDINGS = re.compile(
    r"(?<=[가-힣])(?:이나|이며|이고|이다|에서|에게|으로|까지|부터|보다|마다|가량|이|가|은|는|을|를|의|에|와|과|로|도|만|씩|째|쯤|께)+\Z"
)


def singular(noun: str) -> str:
    """A rough singular, only to tell units apart: "households" and "household" are one."""
    if noun in IRREGULAR:
        return IRREGULAR[noun]
    for ending, instead in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("s", "")):
        if noun.endswith(ending) and not noun.endswith("ss") and len(noun) > len(ending) + 2:
            return noun[: -len(ending)] + instead
    return noun


def _noun(graf: str, end: int) -> tuple[int, str]:
    """Where the noun phrase after a figure ends, and its last word in the singular.

    It goes on to the first plural, through at most three words, and never ends on a verb
    form: "136 Korean forced laborers", but "a 3-way summit" without its "opened".
    """
    phrase = [(end, "")]
    for _ in range(PHRASE_WORDS):
        found = _WORDS_AFTER.match(graf, phrase[-1][0])
        if not found or found[1].lower() in NOT_A_NOUN or found[1].lower().endswith("ly"):
            break
        phrase.append((found.end(), found[1].lower()))
        if found[1].lower() in PLURALS or (found[1].endswith("s") and not found[1].endswith("ss")):
            break
    while phrase[-1][1].endswith(("ed", "ing")):
        phrase.pop()
    position, last = phrase[-1]
    return position, singular(last)


def counted(graf: str, start: int, end: int) -> tuple[int, str]:
    """Where the phrase of the figure at `start` to `end` ends, and what it counts."""
    korean = _COUNTER.match(graf, end)
    if korean:
        counter = _ENDINGS.sub("", korean["counter"])
        return korean.start("counter") + len(counter), counter
    phrase_end, noun = _noun(graf, end)
    other = _COUNTED_WITH.match(graf, end) if phrase_end == end else None
    if not other or not (other["of"] or (other["digits"] is not None) == graf[start:end][-1:].isdigit()):
        return phrase_end, noun
    unit = UNIT.match(graf, other.end())
    if unit:
        return unit.end(), UNIT_WORDS[unit[1].lower()]
    shared_end, shared = _noun(graf, other.end())
    return (shared_end, shared) if shared else (end, "")
