"""Names: capitalised runs, less the capital that only opens a sentence.

Only two things are said of names: one is spelt another way than before, or a person
is new. Half of everything else that capitals suggest is noise (initials, adjectives
of nations, titles), so it is not reported.
"""

import re
from collections.abc import Iterator, Sequence

from .dates import DAY_NUMBER, MONTH_NUMBER
from .values import Fact, FactKind

_NAME_WORD = r"(?:[A-Z]\.(?:[A-Z]\.)*|(?:Mc|Mac|O['’]|D['’]|[dl]['’])?[A-ZÀ-ÖØ-Þ][\wÀ-ÿ]*(?:[-'’](?!s\b)\w+)*)"
_RUN = re.compile(rf"(?<![\w'’-]){_NAME_WORD}(?: (?:(?:van|von|de|da|del|bin|al|of the|of) )?{_NAME_WORD})*")
_OPENS = re.compile(r"(?:[.!?:][\"”’']? +[\"“‘']?|[\"“]|-- )$")
_SAID = re.compile(r"[^.;\"“”]{0,80}?\b(?:said|says|told|added|noted|asked|wrote|who|aged)\b|, \d{1,2},")
OPENERS = frozenset(
    "a about according across after all also although amid among an and another any are as at authorities "
    "because before besides both but by citing critics despite do during each earlier even every experts few "
    "first following for former four from further given he her here his how however i if in including instead "
    "investors is it its last later local many meanwhile more most moreover much my nearly new no none not "
    "now of officials on once one only or other others our out over overall police prosecutors recently "
    "residents second several shares she since so some still such sources ten than that the their then there "
    "these they third this those though three through thus to two under unlike until up we were what when "
    "where which while who why will with within without witnesses would yet you your".split()
)
TITLES = frozenset(
    "president prime minister vice chairman chairwoman chair chief secretary general director governor mayor "
    "ambassador mr mrs ms dr prof professor capt col gen lt sgt rep sen judge justice king queen prince "
    "princess pope coach captain analyst spokesman spokeswoman spokesperson deputy foreign defense finance "
    "state senior south north east west department ministry".split()
)
SUFFIXES = frozenset(
    ["s", "es", "'s", "’s", "n", "an", "ian", "ese", "ish", "i", "y", "ns", "ans", "ians", "er", "ers", "ed"]
)
SPELLINGS = (
    ("our", "or"),
    ("tre", "ter"),
    ("ce", "se"),
    ("isation", "ization"),
    ("ise", "ize"),
    ("mme", "m"),
    ("ll", "l"),
)


def _is_clock_word(word: str) -> bool:
    return word.rstrip(".").lower() in DAY_NUMBER or word.rstrip(".").lower() in MONTH_NUMBER


def plain_name(name: str) -> str:
    """A name without case, possessive and the points of initials."""
    return name.lower().replace("’", "'").removesuffix("'s").replace(".", "")


def folded(name: str) -> str:
    """A plain name with British and American spelling made one."""
    text = plain_name(name)
    for british, american in SPELLINGS:
        text = text.replace(british, american)
    return text


def _opens_sentence(graf: str, start: int) -> bool:
    return start == 0 or bool(_OPENS.search(graf[max(0, start - 4) : start]))


def name_facts(graf: str, number: int) -> Iterator[Fact]:
    """Capitalised runs of one paragraph; a single word that opens a sentence is weak."""
    for found in _RUN.finditer(graf):
        start, end = found.span()
        words = found[0].split(" ")
        while words and (words[0].lower() in OPENERS or _is_clock_word(words[0])):
            start += len(words[0]) + 1
            words = words[1:]
        while words and (_is_clock_word(words[-1]) or any(map(str.isdigit, words[-1]))):  # "KE901" is a sign
            end -= len(words[-1]) + 1
            words = words[:-1]
        if not words:
            continue
        text = graf[start:end]
        weak = len(words) == 1 and _opens_sentence(graf, start)
        yield Fact(FactKind.NAME, folded(text), text, text, number, start, end, weak=weak)


def is_person(fact: Fact, graf: str) -> bool:
    """Whether a run of two or more capitalised words speaks, or is given an age: most likely a person."""
    words = [word for word in fact.text.split(" ") if word.lower().rstrip(".") not in TITLES]
    return len(words) >= 2 and bool(_SAID.match(graf, fact.end))


def edits(a: str, b: str, most: int) -> int:
    """Letters inserted, cut, replaced or swapped with a neighbour to turn `a` into `b`; stops past `most`."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: Sequence[int] = ()
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        two_before, before, row = before, row, [i]
        for j, other in enumerate(b, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, two_before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


def _derived(a: str, b: str) -> bool:
    """Whether one word is the other with an ending ("Korea", "Korean")."""
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and long[len(short) :] in SUFFIXES


def _close(a: str, b: str) -> bool:
    most = _most_edits(a, b)
    return edits(a, b, most) <= most


def _most_edits(a: str, b: str) -> int:
    return max(1, max(len(a), len(b)) // 5)


def respelt(old: str, new: str) -> bool:
    """Whether two names are one name spelt in two ways: a fifth of its letters at most, word by word."""
    a, b = plain_name(old), plain_name(new)
    olds, news = re.split("[ -]", a), re.split("[ -]", b)
    if len(olds) != len(news) or abs(len(a) - len(b)) > _most_edits(a, b):  # most pairs end here
        return False
    if folded(old) == folded(new) or _derived(a, b):
        return False
    if olds == news:  # "Jae-myung", "Jae Myung"
        return not TITLES.intersection(olds)
    changed = [(x, y) for x, y in zip(olds, news, strict=True) if x != y]
    if any(_derived(x, y) or min(len(x), len(y)) < 3 for x, y in changed):
        return False
    return all(_close(x, y) for x, y in changed) and _close(a, b)


def nearly(old: str, new: str) -> bool:
    """Whether a name in another's place may be it: all words but one are the same, and that one is alike."""
    a, b = plain_name(old), plain_name(new)
    olds, news = a.split(" "), b.split(" ")
    changed = [(x, y) for x, y in zip(olds, news, strict=False) if x != y]
    if len(olds) != len(news) or len(olds) < 2 or len(changed) != 1 or _derived(*changed[0]):
        return False
    most = _most_edits(a, b)
    return changed[0][0][0] == changed[0][1][0] and edits(a, b, most) <= most
