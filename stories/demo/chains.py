"""Reads `demo/`: the newsroom's people, and each story's chain of wire texts with its plan. Pure but for reading."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

NEWSROOM = "newsroom.toml"
PLAN = "story.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDesk:
    """`approval` and `four_eyes` are what it asks for since a while ago: what is on the wire went out before."""

    code: str
    name: str
    approval: str = ""
    four_eyes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPerson:
    username: str
    name: str
    native_name: str
    role: str
    desk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedVerdict:
    """What the desk decided: "approved", or "returned" with a reason."""

    by: str
    decision: str
    minutes_ago: int
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSubmission:
    """A draft handed to the desk by who wrote it."""

    minutes_ago: int
    message: str = ""
    verdict: PlannedVerdict | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedText:
    """One wire text, who sends it and how long before now; `photos` are scenes, one for each caption."""

    file: str
    text: str
    by: str
    minutes_ago: int
    photos: tuple[str, ...] = ()
    submitted: PlannedSubmission | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """A story as planned: its filings in order, and what lies in its draft."""

    slugline: str
    desk: str
    category: str
    urgency: int
    written_on: date
    embargo_minutes: int | None = None
    filings: tuple[PlannedText, ...] = ()
    draft: PlannedText | None = None

    @property
    def texts(self) -> tuple[PlannedText, ...]:
        return self.filings + ((self.draft,) if self.draft else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Newsroom:
    photographer: str
    desks: tuple[PlannedDesk, ...]
    people: tuple[PlannedPerson, ...]
    chains: tuple[Chain, ...]


def read_newsroom(folder: Path) -> Newsroom:
    """Everything in the demo's folder, the stories in the order of their first text."""
    plan = tomllib.loads((folder / NEWSROOM).read_text(encoding="utf-8"))
    chains = [read_chain(path.parent) for path in sorted(folder.glob(f"*/{PLAN}"))]
    return Newsroom(
        photographer=plan["photographer"],
        desks=tuple(PlannedDesk(**row) for row in plan["desk"]),
        people=tuple(PlannedPerson(**row) for row in plan["person"]),
        chains=tuple(sorted(chains, key=lambda chain: -chain.texts[0].minutes_ago)),
    )


def read_chain(folder: Path) -> Chain:
    """The story in `folder`, which is named for its slugline."""
    plan = tomllib.loads((folder / PLAN).read_text(encoding="utf-8"))
    filings = tuple(_text(folder, row) for row in plan.pop("filing", ()))
    draft = _text(folder, plan.pop("draft")) if "draft" in plan else None
    return Chain(slugline=folder.name, filings=filings, draft=draft, **plan)


def _text(folder: Path, row: Mapping[str, Any]) -> PlannedText:
    text = (folder / row["file"]).read_text(encoding="utf-8")
    submitted = _submission(row["submitted"]) if "submitted" in row else None
    return PlannedText(**dict(row) | {"text": text, "photos": tuple(row.get("photos", ())), "submitted": submitted})


def _submission(row: Mapping[str, Any]) -> PlannedSubmission:
    verdict = PlannedVerdict(**row["verdict"]) if "verdict" in row else None
    return PlannedSubmission(**dict(row) | {"verdict": verdict})
