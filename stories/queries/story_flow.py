"""The story flow figure of a pair: every filing up to the newer one, and what of each lives on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from stories.queries.filings import Filing, Pair
from stories.queries.readings import strands_of
from stories.wire.facts import FactKind
from stories.wire.flow import MOST_COLUMNS, Column, Filed, Flow, Remark, remarks, story_flow
from stories.wire.flow.values import SHADES
from stories.wire.label import short_label
from stories.wire.review import FactRow

FEWEST = 3  # two filings are what the page itself shows
LONGEST_FACT = 14
MOST_BARS = 400  # thinner than this nobody tells one from the next


@dataclass(frozen=True, slots=True)
class StoryFlow:
    """The figure with its words: columns with their filing times, shades with the filing they stand for."""

    figure: Flow
    columns: tuple[tuple[Column, datetime], ...]
    remarks: tuple[Remark, ...]
    legend: tuple[tuple[int, str], ...]
    left_out: int


def columns_of(pair: Pair) -> int:
    """How many filings the figure of a pair would draw; 0 where that is fewer than three.

    The latest are drawn, as many as there is room for, none without copy.
    """
    drawable, bars = 0, 0
    for filing in reversed(pair.up_to_new[-MOST_COLUMNS:]):
        grafs = filing.grafs
        bars += len(grafs)
        if not grafs or bars > MOST_BARS:
            break
        drawable += 1
    return drawable if drawable >= FEWEST else 0


def flow_of(pair: Pair, changed: Sequence[FactRow]) -> StoryFlow:
    """The figure for a pair of which `columns_of` says that it can be drawn. No query.

    A long story shows its latest filings; origins are known from all of them.
    """
    filings, count = pair.up_to_new, columns_of(pair)
    strands = strands_of(filings)[-count:]
    shown = filings[-count:]
    names = [_name(filing) for filing in filings]
    figure = story_flow(_filed(shown, names[-count:]), strands)
    origins = sorted({bar.origin for bars in figure.bars for bar in bars})
    return StoryFlow(
        figure=figure,
        columns=tuple(zip(figure.columns, (filing.at for filing in shown), strict=True)),
        remarks=remarks(figure, strands, names[-count:], _figures(changed)),
        legend=tuple((origin % SHADES, names[origin]) for origin in origins),
        left_out=len(filings) - len(shown),
    )


def _name(filing: Filing) -> str:
    """As the figure has room for it: "first", "2nd LD", "2nd LD sub. 1"."""
    name = short_label(filing.label) or "first"
    return f"{name} sub. {filing.submission.number}" if filing.submission else name


def _filed(filings: Sequence[Filing], names: list[str]) -> list[Filed]:
    start = filings[0].at
    return [
        Filed(name, max(0.0, (filing.at - start) / timedelta(minutes=1)), filing.grafs, filing.words)
        for name, filing in zip(names, filings, strict=True)
    ]


def _figures(changed: Sequence[FactRow]) -> list[tuple[int, str]]:
    """Changed figures, dates and times that are short enough to stand beside the figure."""
    told = []
    for row in changed:
        fact = row.change
        before, after = fact.before, fact.after
        if before and after and fact.kind is not FactKind.QUOTE and len(before.text + after.text) <= 2 * LONGEST_FACT:
            told.append((after.graf, f"{before.text} → {after.text}"))
    return told
