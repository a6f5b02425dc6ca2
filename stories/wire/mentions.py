"""Who a note calls by "@": a user name, or a name as people are called on the desk."""

import re
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Who = TypeVar("Who", bound=Hashable)

# No mention inside an e-mail address or a word.
_AT = re.compile(r"(?<![\w.@+-])@(?=\w)")


def mentioned(body: str, known: Mapping[Who, Iterable[str]]) -> tuple[Who, ...]:
    """Those of `known` (each with the names it goes by) whom `body` calls, in its order, each once.

    Letter case is no matter; the longest name wins, so "@Han Sol-bi" does not call Han Sol. Two
    people of one name are both called.
    """
    by_name: dict[str, list[Who]] = {}
    for who, names in known.items():
        for folded in {name.casefold() for name in names if name}:
            by_name.setdefault(folded, []).append(who)
    longest_first = sorted(by_name, key=len, reverse=True)
    found: dict[Who, None] = {}
    for at in _AT.finditer(body):
        rest = body[at.end() :].casefold()
        name = next((name for name in longest_first if _begins(rest, name)), None)
        found |= dict.fromkeys(by_name[name] if name else ())
    return tuple(found)


def _begins(text: str, name: str) -> bool:
    """Whether `text` begins with the name and the name ends there."""
    after = text[len(name) :]
    return text.startswith(name) and not re.match(r"\w|[-'.@]\w", after)
