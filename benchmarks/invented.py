"""Invented wire copy in any amount, and revisions of it whose truth is known exactly."""

import random
import re
from collections import Counter
from dataclasses import dataclass, field

SYLLABLES = "ka ren to mi sol dae han bu ri ve lo an jun seo tan mar ke bel or in".split()
OFFICES = "harbor authority,trade ministry,coast guard,rail operator,grain board,port union,weather office,city council"
THINGS = "ferry,tariff,pipeline,bridge,budget,strike,quota,runway,harvest,reactor,census,satellite,merger,inquiry"
VERBS = "approve,delay,reject,review,expand,suspend,inspect,finance,cancel,publish,audit,relocate"
PLACES = "Songdo Bay,Arvenna,Port Meridel,Tarnow Hills,Kestrel Point,Lake Orsova,Dunmarrow,Hwajin,Velmar,Cape Ilsan"
DAYS = "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday"
FRAMES = (
    "{Name} of the {office} said on {day} it would {verb} the {thing} near {place} within {n} weeks.",
    "The {thing} cost {m} million won in {place}, up {n} percent from a year earlier, the {office} said.",
    '"We will {verb} the {thing} before the {thing2} begins," {Name} told reporters in {place}.',
    "About {n2} workers at the {place} {thing} were asked to {verb} their schedule after {day}.",
    "{Name}, who leads the {office}, did not say whether the {thing} would {verb} further plans.",
    "Officials in {place} plan to {verb} {n} of the {n2} {thing} projects named in a {day} report.",
    "The {office} and the {office2} have argued over the {thing} since {Name} took office.",
    "Residents of {place} gathered on {day} to ask the {office} to {verb} the {thing}.",
    "Shares linked to the {thing} fell {n} points in {place} while {Name} was speaking.",
    "An earlier plan to {verb} the {thing} at {place} had failed by {n2} votes to {n}.",
)


@dataclass
class Revision:
    """Two versions, and which old paragraph became which new one; `moves` are the links that moved."""

    old: list[str]
    new: list[str]
    links: set[tuple[int, int]]
    moves: set[tuple[int, int]] = field(default_factory=set)


def sentence(rng: random.Random) -> str:
    """One sentence of wire copy; names and places are made up."""

    def one(words: str) -> str:
        return rng.choice(words.split(","))

    text = rng.choice(FRAMES).format(
        Name=f"{word(rng).capitalize()} {word(rng).capitalize()}",
        office=one(OFFICES), office2=one(OFFICES), thing=f"{word(rng)} {one(THINGS)}", thing2=one(THINGS),
        verb=one(VERBS), place=one(PLACES), day=one(DAYS),
        n=rng.randint(2, 99), n2=rng.randint(100, 4000), m=round(rng.uniform(1, 900), 1),
    )  # fmt: skip
    return text[0].upper() + text[1:]


def word(rng: random.Random) -> str:
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 3)))


def graf(rng: random.Random) -> str:
    return " ".join(sentence(rng) for _ in range(rng.choice((1, 2, 2, 3))))


def rewrite(text: str, share: float, rng: random.Random) -> str:
    """About `share` of the words replaced, cut or added, in runs of one to four."""
    words = text.split(" ")
    left = max(1, round(share * len(words)))
    while left > 0 and len(words) > 3:
        size = min(rng.choice((1, 1, 2, 3, 4)), left)
        start, end = (at := rng.randrange(max(1, len(words) - size))), at + size
        kind = rng.random()
        fresh = [] if kind < 0.2 else sentence(rng).split(" ")[:size]
        words[start : start if kind > 0.8 else end] = fresh
        left -= size
    return " ".join(words)


def revise(
    size: int, seed: int, *, edits: float = 0.35, moves: float = 0.06, heavy: float = 0.45, rate: float = 1.0
) -> Revision:
    """A story of `size` paragraphs and its next lead: edits, splits, merges, moves, cuts and additions.

    `edits` and `moves` are shares of the paragraphs, `heavy` the most of a paragraph that an
    edit rewrites; `rate` is how often paragraphs are split, merged, cut and added.
    """
    rng = random.Random(f"{size}-{seed}")
    old = [graf(rng) for _ in range(size)]
    units = _revised(old, rng, edits, heavy, rate)
    moved = _move(units, rng, moves)
    placed: list[tuple[str, list[int]]] = []
    for text, sources in units:
        if rng.random() < 0.08 * rate:
            placed.append((graf(rng), []))
        placed.append((text, sources))
    links = {(o, n) for n, (_, sources) in enumerate(placed) for o in sources}
    return Revision(old, [text for text, _ in placed], links, {link for link in links if link[0] in moved})


def _revised(
    old: list[str], rng: random.Random, edits: float, heavy: float, rate: float
) -> list[tuple[str, list[int]]]:
    units: list[tuple[str, list[int]]] = []
    waiting = list(range(len(old)))
    while waiting:
        o = waiting.pop(0)
        kind = rng.random()
        halves = re.split(r"(?<=[.]) ", old[o], maxsplit=1)
        if kind < 0.06 * rate and len(old) > 3:
            continue
        if kind < 0.14 * rate and len(halves) == 2:
            units += [(rewrite(half, 0.12, rng), [o]) for half in halves]
        elif kind < 0.18 * rate and waiting:
            units.append((rewrite(f"{old[o]} {old[waiting[0]]}", 0.1, rng), [o, waiting.pop(0)]))
        elif kind < 0.18 * rate + edits:
            units.append((rewrite(old[o], rng.uniform(0.05, heavy), rng), [o]))
        else:
            units.append((old[o], [o]))
    return units


def _move(units: list[tuple[str, list[int]]], rng: random.Random, share: float) -> set[int]:
    """Carry whole paragraphs at least five places away; gives back which old ones moved."""
    moved: set[int] = set()
    times = Counter(source for _, sources in units for source in sources)
    alone = [unit for unit in units if len(unit[1]) == 1 and times[unit[1][0]] == 1]
    for unit in rng.sample(alone, round(share * len(alone)) if len(units) >= 12 else 0):
        home = units.index(unit)
        far = [*range(home - 4), *range(home + 5, len(units))]
        units.insert(rng.choice(far), units.pop(home))
        moved.add(unit[1][0])
    return moved
