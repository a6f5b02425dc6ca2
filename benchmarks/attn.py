"""How far the ATTN line can be trusted: proposed lines against exact truth, true and false claims put to the check.

    python -m benchmarks.attn [seed] [cases]

On seeded edits of invented stories, of which every changed paragraph and field is known, and on
the typed lines of the demo's and the corpus' chains, which were written to be true.
"""

import pathlib
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from statistics import median

from benchmarks.attn_edits import Case, bases, make_case
from benchmarks.material import FOLDERS, ROOT
from stories.wire.attn import Attn, PlaceKind, Target, Truth, parse_attn, propose, verify
from stories.wire.attn.format import ranges_text
from stories.wire.parse import parse
from stories.wire.story import WireStory

GOALS = {
    "proposals with every clause true": (">=", 1.0),
    "changes that the line covers": (">=", 0.99),
    "paragraph numbers exactly right": (">=", 1.0),
    "true claims questioned": ("<=", 0.01),
    "planted false claims caught": (">=", 0.99),
    "true claims of chains questioned": ("<=", 0.01),
    "own proposals questioned": ("<=", 0.0),
}
MILLISECONDS = 10.0

_FIELDS = {Target.HEADLINE: "headline", Target.BYLINE: "byline", Target.DATELINE: "dateline", Target.PHOTO: "photo"}


class Score(Counter[str]):
    """Shares by name: `name` counts what holds, `name/` all."""

    def add(self, name: str, holds: bool) -> None:
        self[name] += holds
        self[name + "/"] += 1

    def share(self, name: str) -> float:
        return self[name] / self[name + "/"] if self[name + "/"] else 0.0


def score_proposal(case: Case, score: Score) -> None:
    """One proposal: is each clause true, is each change covered, are the numbers those of the new text?"""
    proposal = propose(case.old, case.new)
    attn = parse_attn(proposal.text)
    score.add("proposals with every clause true", not list(untrue(attn, case)))
    for covered in coverage(attn, case):
        score.add("changes that the line covers", covered)
    numbers = stated_numbers(attn, len(case.new.grafs))
    if numbers is not None:
        led = {1} if any(item.target is Target.LEAD for clause in attn.clauses for item in clause.objects) else set()
        score.add("paragraph numbers exactly right", numbers | led == case.truth.fresh | led)
    for verdict in verify(proposal.text, case.old, case.new):
        score.add("own proposals questioned", verdict.truth is Truth.FALSE)


def stated_numbers(attn: Attn, total: int) -> set[int] | None:
    """All paragraph numbers a line means; None where it gives none."""
    places = [place for clause in attn.clauses for place in clause.places if place.kind is not PlaceKind.THROUGHOUT]
    return {number for place in places for number in place.numbers(total)} if places else None


def untrue(attn: Attn, case: Case) -> Iterator[str]:
    """The objects of a line that are not so."""
    truth, total = case.truth, len(case.new.grafs)
    for clause in attn.clauses:
        for item in clause.objects:
            if item.text in ("remarks", "details", "figures") and not _has_news(item.text, case):
                yield item.text
            if item.target in _FIELDS and _FIELDS[item.target] not in truth.fields:
                yield item.text
            if item.target is Target.LEAD and 1 not in truth.fresh:
                yield item.text
            if item.place and item.place.kind is not PlaceKind.THROUGHOUT:
                if not set(item.place.numbers(total)) <= truth.fresh:
                    yield item.place.text
            elif item.place and not truth.fresh:
                yield item.place.text
            if (count := re.fullmatch(r"(\d+) paras?", item.text)) and int(count[1]) != truth.removed:
                yield item.text


def _has_news(words: str, case: Case) -> bool:
    """Whether new text bears the word out: a quotation for remarks; no edit here is of figures alone."""
    fresh = [case.new.grafs[number - 1] for number in case.truth.fresh]
    return {"remarks": any('"' in graf for graf in fresh), "details": bool(fresh), "figures": False}[words]


def coverage(attn: Attn, case: Case) -> Iterator[bool]:
    """For each changed field and each paragraph with new text: does the line speak of it?"""
    objects = [item for clause in attn.clauses for item in clause.objects]
    targets = {_FIELDS.get(item.target, "lead") for item in objects if item.target is not Target.FREE}
    yield from (name in targets for name in case.truth.fields)
    places = [item.place for item in objects if item.place]
    covered = {number for place in places for number in place.numbers(len(case.new.grafs))}
    yield from (number in covered or (number == 1 and "lead" in targets) for number in case.truth.fresh)


def true_lines(case: Case) -> Iterator[str]:
    """Lines that a desk could truthfully write, in the manners of real lines."""
    truth = case.truth
    if truth.fresh:
        numbers = ranges_text(truth.fresh)
        paras = "paras" if len(truth.fresh) > 1 else "para"
        yield f"UPDATES with more details, additional information in {paras} {numbers}"
        yield (
            f"ADDS minister's remarks, background in {paras} {numbers}, photo"
            if "photo" in truth.fields
            else (f"ADDS official's remarks, details in {paras} {numbers}")
        )
        yield f"UPDATES with more info from para {min(truth.fresh)}"
        yield "UPDATES throughout with details"
        yield "ADDS more details"
    if truth.lead_rewritten:
        yield "RECASTS lead; UPDATES with more info throughout"
        yield "MODIFIES lead"
    for name in truth.fields:
        yield f"CHANGES {name}"


def false_lines(case: Case, rng: random.Random) -> Iterator[str]:
    """Lines with one false claim each."""
    truth, total = case.truth, len(case.new.grafs)
    if truth.still:
        number = rng.choice(sorted(truth.still))
        yield f"ADDS details in paras {ranges_text(truth.fresh | {number})}"
        yield f"UPDATES with more details in para {number}"
        yield f"UPDATES with remarks from para {number}"
    yield f"ADDS details in para {total + rng.randint(1, 4)}"
    if total in truth.still:
        yield "UPDATES with remarks in last 2 paras"
    if 1 in truth.still:
        yield "RECASTS lead"
    for name in ("headline", "byline", "dateline", "photo"):
        if name not in truth.fields and (name != "byline" or case.old.byline):
            yield f"CHANGES {name}"


def score_claims(case: Case, rng: random.Random, score: Score) -> None:
    for line in true_lines(case):
        for verdict in verify(line, case.old, case.new):
            score.add("true claims questioned", verdict.truth is Truth.FALSE)
    for line in false_lines(case, rng):
        verdicts = verify(line, case.old, case.new)
        score.add("planted false claims caught", any(verdict.truth is Truth.FALSE for verdict in verdicts))


def chains() -> Iterator[tuple[pathlib.Path, WireStory, WireStory]]:
    """Neighbouring versions in the folders of invented stories that hold several."""
    folders = {path.parent for folder in FOLDERS for path in (ROOT / folder).rglob("0*.txt")}
    for folder in sorted(folders):
        paths = sorted(folder.glob("0*.txt"))
        stories = [parse(path.read_text(encoding="utf-8")).story for path in paths]
        yield from zip(paths[1:], stories, stories[1:], strict=False)


def score_chains(score: Score) -> None:
    for _, old, new in chains():
        for line, name in (
            (new.attn, "true claims of chains questioned"),
            (propose(old, new).text, "own proposals questioned"),
        ):
            for verdict in verify(line, old, new):
                score.add(name, verdict.truth is Truth.FALSE)


def milliseconds(seed: int, rounds: int = 40) -> float:
    """Median time to compare two versions of 25 paragraphs, propose a line and check it."""
    pool, rng = bases(), random.Random(seed)
    taken = []
    for _ in range(rounds):
        case = make_case(pool, rng, grafs=25)
        start = time.perf_counter()
        verify(propose(case.old, case.new).text, case.old, case.new)
        taken.append((time.perf_counter() - start) / 2)
    return 1000 * median(taken)


def run(seed: int, cases: int) -> Score:
    """All shares over so many seeded cases, and over the chains."""
    pool, rng, score = bases(), random.Random(seed), Score()
    for _ in range(cases):
        case = make_case(pool, rng)
        score_proposal(case, score)
        score_claims(case, rng, score)
    score_chains(score)
    return score


def holds(share: float, goal: tuple[str, float]) -> bool:
    return share >= goal[1] if goal[0] == ">=" else share <= goal[1]


def main() -> int:
    given = [int(word) for word in sys.argv[1:3]]
    seed, cases = (*given, *(7, 1000)[len(given) :])
    score = run(seed, cases)
    failed = False
    for name, goal in GOALS.items():
        share, missed = score.share(name), not holds(score.share(name), goal)
        failed |= missed
        print(f"{name:36} {share:8.2%} of {score[name + '/']:6}   goal {goal[0]} {goal[1]:.0%}{'  MISSED' * missed}")
    taken = milliseconds(seed)
    print(f"{'propose or verify, 25 paragraphs':36} {taken:6.1f} ms            goal <= {MILLISECONDS:.0f} ms")
    return int(failed or taken > MILLISECONDS)


if __name__ == "__main__":
    raise SystemExit(main())
