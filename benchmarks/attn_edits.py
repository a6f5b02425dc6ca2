"""Edits of invented stories with exact truth: what each did, paragraph by paragraph and field by field."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from benchmarks.material import base_stories
from stories.wire.label import Kind, Label
from stories.wire.story import Caption, WireStory

HEADLINES = (
    "Island bridge shut after barge strike",
    "Parliament passes towing bill after long debate",
    "Airport reopens as fog lifts along western coast",
    "Central bank leaves key rate unchanged for third time",
    "Battery maker's profit more than doubles on strong exports",
    "Teachers on remote islands to get housing aid next year",
)
BYLINES = ("", "By Noh Eun-saem", "By Noh Eun-saem and Seo Da-on", "By Ma Ji-won")
PLACES = ("SEOUL", "BUSAN", "TONGYEONG, South Korea")
CAPTIONS = (
    "A crane lifts a bent railing off the damaged bridge in Tongyeong on March 12, 2026.",
    "Passengers wait beneath a departure board at Incheon airport during dense fog.",
    "Lawmakers vote on the towing bill in the plenary hall of the National Assembly in Seoul.",
    "Central bank Gov. Pyo Hyun-seok bangs the gavel to open a rate-setting meeting.",
    "Workers inspect battery cells on a production line in Cheongju, 112 kilometers south of Seoul.",
    "A teacher reads to pupils at a two-room school on a remote island.",
    "Fans celebrate in the stands after the winning goal in the cup final.",
    "This graphic shows fuel prices at bus depots over the past twelve months.",
)


@dataclass
class Truth:
    """What an edit did. Numbers count from 1 in the new text; `still` reads exactly as before and stays in order."""

    inserted: set[int] = field(default_factory=set)
    edited: set[int] = field(default_factory=set)
    still: set[int] = field(default_factory=set)
    removed: int = 0
    fields: set[str] = field(default_factory=set)
    lead_rewritten: bool = False

    @property
    def fresh(self) -> set[int]:
        return self.inserted | self.edited


@dataclass(frozen=True)
class Case:
    """A version, the one after it, and what happened between them."""

    old: WireStory
    new: WireStory
    truth: Truth


@dataclass
class _Graf:
    text: str
    origin: str  # "kept", "edited", "inserted" or "moved"


def bases() -> list[list[str]]:
    """Invented bodies, one version of each story: none shares a run of words with another."""
    kept, known = [], set[str]()
    for body in sorted(base_stories(), key=len, reverse=True):
        runs = {run for graf in body for run in _runs(graf)}
        if not runs & known:
            kept.append([graf for graf in body if len(graf.split()) > 8])
            known |= runs
    return kept


def _runs(graf: str) -> set[str]:
    words = graf.split()
    return {" ".join(words[i : i + 6]) for i in range(len(words) - 5)}


def make_case(pool: Sequence[Sequence[str]], rng: random.Random, *, grafs: int | None = None) -> Case:
    """One edit of one story of 6 to 25 paragraphs (or of exactly `grafs`)."""
    every = [graf for body in pool for graf in body]
    size = min(grafs or rng.randint(6, 25), len(every) * 2 // 3)
    first = rng.choice(pool)
    rest = [graf for graf in every if graf not in first]
    rng.shuffle(rest)
    old_grafs = list(dict.fromkeys([*first, *rest]))[:size]
    fresh = [graf for graf in rest if graf not in old_grafs]
    truth = Truth()
    new_grafs = _edit_body(old_grafs, fresh, truth, rng)
    old = _head(old_grafs, rng)
    return Case(old, _edit_head(old, new_grafs, truth, rng), truth)


def _edit_body(old: Sequence[str], fresh: list[str], truth: Truth, rng: random.Random) -> list[str]:
    words = [word for graf in fresh for word in re.findall(r"[a-z]{5,}", graf)]
    grafs = [_Graf(text, "kept") for text in old]
    rate = rng.choice((0.0, 0.05, 0.15, 0.3))
    for number, graf in enumerate(grafs):
        if rng.random() < rate:
            graf.text = _reworded(graf.text, words, rng, 0.5 if number == 0 else rng.choice((0.15, 0.25)))
            graf.origin = "edited"
    truth.lead_rewritten = grafs[0].origin == "edited"
    for _ in range(rng.choice((0, 0, 1, 4))):
        if len(grafs) > 5:
            grafs.pop(rng.randrange(1, len(grafs)))
            truth.removed += 1
    if rng.random() < 0.2 and len(grafs) > 6:
        moving = grafs.pop(rng.randrange(1, 3))
        moving.origin = "moved" if moving.origin == "kept" else moving.origin
        grafs.insert(rng.randrange(len(grafs) - 2, len(grafs)), moving)
    _insert(grafs, fresh, rng)
    for number, graf in enumerate(grafs, 1):
        group = {"edited": truth.edited, "inserted": truth.inserted, "kept": truth.still}.get(graf.origin)
        if group is not None:
            group.add(number)
    return [graf.text for graf in grafs]


def _insert(grafs: list[_Graf], fresh: list[str], rng: random.Random) -> None:
    """New paragraphs in a block, at the end, or here and there."""
    count = min(rng.choice((0, 1, 2, 3, 5)), len(fresh))
    block = rng.choice((None, len(grafs), rng.randint(1, len(grafs))))
    for text in fresh[:count]:
        place = block if block is not None else rng.randint(1, len(grafs))
        grafs.insert(place, _Graf(text, "inserted"))


def _reworded(text: str, words: Sequence[str], rng: random.Random, share: float) -> str:
    """About `share` of the words replaced, three of substance at least."""
    tokens = text.split(" ")
    places = [i for i, token in enumerate(tokens) if re.fullmatch(r"[a-z]{4,}", token)]
    known = set(tokens)
    for place in rng.sample(places, min(len(places), max(3, round(share * len(tokens))))):
        tokens[place] = rng.choice([word for word in words if word not in known])
        known.add(tokens[place])
    return " ".join(tokens)


def _head(grafs: Sequence[str], rng: random.Random) -> WireStory:
    keyed = rng.random() < 0.5
    captions = tuple(_caption(text, keyed=keyed) for text in rng.sample(CAPTIONS, rng.randint(1, 3)))
    return WireStory(
        label=Label(Kind.LEAD, 1),
        slugline="bridge-closure",
        headline=rng.choice(HEADLINES),
        byline=rng.choice(BYLINES),
        dateline=f"{rng.choice(PLACES)}, March 12 (Hanbit) --",
        grafs=tuple(grafs),
        captions=captions,
    )


def _caption(text: str, *, keyed: bool) -> Caption:
    """A caption with the key of its picture, or without one, as copy that was read from a page."""
    return Caption(text, "(Hanbit)", text[:20] if keyed else "")


def _edit_head(old: WireStory, grafs: Sequence[str], truth: Truth, rng: random.Random) -> WireStory:
    new = replace(old, label=Label(Kind.LEAD, 2), grafs=tuple(grafs))
    if rng.random() < 0.5:
        other = rng.choice([line for line in HEADLINES if line != old.headline])
        new = replace(new, headline=rng.choice((other, f"{old.headline}: officials")))
        truth.fields.add("headline")
    if rng.random() < 0.15:
        new = replace(new, byline=rng.choice([line for line in BYLINES[1:] if line != old.byline]))
        truth.fields.add("byline")
    if rng.random() < 0.1:
        place = rng.choice([place for place in PLACES if not old.dateline.startswith(place)])
        new = replace(new, dateline=f"{place}, March 12 (Hanbit) --")
        truth.fields.add("dateline")
    if rng.random() < 0.4:
        unused = [text for text in CAPTIONS if text not in {caption.text for caption in old.captions}]
        keyed = bool(old.captions[0].photo)
        added = tuple(_caption(text, keyed=keyed) for text in rng.sample(unused, rng.randint(1, 2)))
        keep = old.captions if rng.random() < 0.7 else old.captions[1:]
        new = replace(new, captions=(*added, *keep))
        truth.fields.add("photo")
    return new
