"""How surely a changed fact is found, and how often a fact is reported that did not change.

    python -m benchmarks.facts [seed]

Every base story is changed in one place at a time (a digit, a weekday, a letter of a name,
a word inside a quotation) and the change must be reported; then the same stories are moved
about, split and merged without touching a fact, and nothing may be reported. Where pairs of
successive leads are at hand (../shared/diffdata), figures and dates reported as changed or
gone are checked against the plain text of both versions.
"""

import json
import pathlib
import random
import re
import sys
from collections.abc import Callable, Sequence

from benchmarks.material import base_stories
from stories.wire.facts import Change, FactChange, FactKind, facts
from stories.wire.facts.dates import DAYS

PAIRS = pathlib.Path(__file__).resolve().parent.parent.parent / "shared/diffdata/reuters_ld_dev.json"
COUNTED = (FactKind.FIGURE, FactKind.DATE, FactKind.TIME, FactKind.DAY)
GOALS = {"digit": 0.99, "weekday": 0.99, "name": 0.99, "quoted word": 0.99}
FALSE_ALARMS = 0.005

MONTHS = "January|February|March|April|August|September|October|November|December"
NAME = rf"(?<=[a-z,] )(?!(?:\w+day|{MONTHS})\b)[A-Z][a-z]{{4,}}\b"

Mutation = tuple[list[str], str, str]  # the changed text, what stood there, what stands there now


def _replace(grafs: Sequence[str], number: int, start: int, end: int, text: str) -> list[str]:
    graf = grafs[number]
    return [*grafs[:number], graf[:start] + text + graf[end:], *grafs[number + 1 :]]


def _pick(grafs: Sequence[str], pattern: str, rng: random.Random) -> tuple[int, re.Match[str]] | None:
    places = [(number, found) for number, graf in enumerate(grafs) for found in re.finditer(pattern, graf)]
    return rng.choice(places) if places else None


def change_digit(grafs: Sequence[str], rng: random.Random) -> Mutation | None:
    """One digit of one number, its first not to 0."""
    picked = _pick(grafs, r"\d", rng)
    if not picked:
        return None
    number, found = picked
    digit = rng.choice([d for d in "123456789" if d != found[0]])
    return _replace(grafs, number, *found.span(), digit), found[0], digit


def change_weekday(grafs: Sequence[str], rng: random.Random) -> Mutation | None:
    """One weekday to another."""
    picked = _pick(grafs, rf"\b(?:{'|'.join(day.title() for day in DAYS)})\b", rng)
    if not picked:
        return None
    number, found = picked
    day = rng.choice([day.title() for day in DAYS if day.title() != found[0]])
    return _replace(grafs, number, *found.span(), day), found[0], day


def change_name(grafs: Sequence[str], rng: random.Random) -> Mutation | None:
    """One letter inside a name of five letters or more, in the middle of a sentence."""
    picked = _pick(grafs, NAME, rng)
    if not picked:
        return None
    number, found = picked
    place = found.start() + rng.randrange(1, len(found[0]) - 1)
    letter = rng.choice([c for c in "abdefgiklmoprtuvxz" if c != grafs[number][place]])
    changed = _replace(grafs, number, place, place + 1, letter)
    return changed, found[0], changed[number][found.start() : found.end()]


def change_quoted_word(grafs: Sequence[str], rng: random.Random) -> Mutation | None:
    """One word of four letters or more inside a quotation of at least five words."""
    quotes = [
        (number, word.start() + quote.start(1), word[0])
        for number, graf in enumerate(grafs)
        for quote in re.finditer(r"[\"“]((?:[^\"”\s]+\s+){4,}[^\"”]+)[\"”]", graf)
        for word in re.finditer(r"\b[a-z]{4,}\b", quote[1])
    ]
    if not quotes:
        return None
    number, start, word = rng.choice(quotes)
    other = rng.choice([w for w in ("never", "always", "future", "strongly", "nothing", "region") if w != word])
    return _replace(grafs, number, start, start + len(word), other), word, other


MUTATIONS: dict[str, tuple[Callable[[Sequence[str], random.Random], Mutation | None], tuple[FactKind, ...]]] = {
    "digit": (change_digit, COUNTED),
    "weekday": (change_weekday, (FactKind.DAY,)),
    "name": (change_name, (FactKind.NAME,)),
    "quoted word": (change_quoted_word, (FactKind.QUOTE,)),
}


def rearranged(grafs: Sequence[str], rng: random.Random) -> list[str]:
    """The same sentences: paragraphs moved, cut at a sentence's end, joined."""
    pieces: list[str] = []
    for graf in grafs:
        halves = re.split(r"(?<=[a-z]{2}\.) (?=[A-Z][a-z]+ )", graf, maxsplit=1)
        pieces += halves if rng.random() < 0.3 else [graf]
    for _ in range(max(1, len(pieces) // 8)):
        pieces.insert(rng.randrange(1, len(pieces)) if len(pieces) > 1 else 0, pieces.pop(rng.randrange(len(pieces))))
    if len(pieces) > 3 and rng.random() < 0.5:
        place = rng.randrange(len(pieces) - 1)
        pieces[place : place + 2] = [pieces[place] + " " + pieces[place + 1]]
    return pieces


def detection(bases: Sequence[Sequence[str]], rounds: int, seed: int) -> dict[str, tuple[int, int, list[str]]]:
    """For each mutation: how many were found as changed, of how many, and the first misses."""
    rng = random.Random(seed)
    results = {}
    for name, (mutate, kinds) in MUTATIONS.items():
        found, total, misses = 0, 0, []
        for grafs in bases:
            for _ in range(rounds):
                mutation = mutate(grafs, rng)
                if mutation is None:
                    continue
                total += 1
                changed = [c for c in facts(grafs, mutation[0]) if c.change is Change.CHANGED and c.kind in kinds]
                if any(mutation[1] in c.old and mutation[2] in c.new for c in changed):
                    found += 1
                else:
                    where = next(i for i, graf in enumerate(grafs) if graf != mutation[0][i])
                    misses.append(f"{mutation[1]} -> {mutation[2]}: {mutation[0][where][:300]}")
        results[name] = (found, total, misses)
    return results


def _texts(change: FactChange) -> tuple[str, str]:
    return (change.before.text if change.before else "", change.after.text if change.after else "")


def false_on_rearranged(bases: Sequence[Sequence[str]], rounds: int, seed: int) -> tuple[int, int, list[FactChange]]:
    """Facts reported where only the order changed, and the number of facts looked at."""
    rng = random.Random(seed)
    wrong: list[FactChange] = []
    looked_at = 0
    for grafs in bases:
        for _ in range(rounds):
            reported = facts(grafs, rearranged(grafs, rng))
            looked_at += sum(len(re.findall(r"\d[\d,.]*", graf)) for graf in grafs)
            wrong += [change for change in reported if change.kind in COUNTED]
    return len(wrong), looked_at, wrong


def stands_alone(text: str, within: str) -> bool:
    """Whether a figure stands in a text as itself, not as the end of a range or before a scale."""
    return bool(re.search(rf"(?<![\w.,/-]){re.escape(text)}(?![\w/-]| [bmt]\w*(?:ln|lion))", within))


def false_on_pairs(pairs: Sequence[tuple[list[str], list[str]]]) -> tuple[int, int, list[FactChange]]:
    """Figures and dates called gone or changed although the plain text of the other side has them."""
    wrong: list[FactChange] = []
    looked_at = 0
    for old, new in pairs:
        old_text, new_text = "\n".join(old), "\n".join(new)
        looked_at += len(re.findall(r"\d[\d,.]*", new_text))
        for change in facts(old, new):
            before, after = _texts(change)
            if change.kind not in COUNTED:
                continue
            here = before and stands_alone(before, new_text)
            there = after and stands_alone(after, old_text)
            if (change.change is Change.GONE and here) or (change.change is Change.NEW and there) or (here and there):
                wrong.append(change)
    return len(wrong), looked_at, wrong


def real_pairs() -> list[tuple[list[str], list[str]]]:
    """The pairs of successive leads kept beside the project, or none."""
    return [(pair["old"], pair["new"]) for pair in json.loads(PAIRS.read_text())] if PAIRS.exists() else []


def main() -> None:
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    pairs = real_pairs()
    bases = [*base_stories(), *(new for _, new in pairs)]
    print(f"{len(bases)} stories, {len(pairs)} real pairs, seed {seed}\n")
    for name, (found, total, misses) in detection(bases, 20, seed).items():
        verdict = "met" if found >= GOALS[name] * total else "MISSED"
        share = 100 * found / max(1, total)
        print(f"changed {name:12} found {found:5} of {total:5} = {share:6.2f} %  goal 99 % {verdict}")
        for miss in misses[:4]:
            print("     ", miss)
    for name, (wrong, looked_at, examples) in {
        "only rearranged": false_on_rearranged(bases, 5, seed),
        "real pairs": false_on_pairs(pairs),
    }.items():
        verdict = "met" if wrong <= FALSE_ALARMS * looked_at else "MISSED"
        share = 100 * wrong / max(1, looked_at)
        print(f"false alarms, {name:15} {wrong:4} of {looked_at:6} figures = {share:5.2f} %  goal 0.5 % {verdict}")
        for change in examples[:8]:
            print("     ", change.change, change.kind, repr(change.old), "->", repr(change.new))


if __name__ == "__main__":
    main()
