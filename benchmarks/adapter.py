"""The engine behind plain lists and tuples, for scoring it beside other programs."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from stories.wire.attn import Clause, Truth, Verdict, format_attn, format_clause, parse_line
from stories.wire.attn import propose as propose_line
from stories.wire.attn import verify as verify_line
from stories.wire.diff import align as align_grafs
from stories.wire.diff import word_runs
from stories.wire.diff.values import Group
from stories.wire.facts import facts as fact_changes
from stories.wire.label import Label, parse_short_label, short_label
from stories.wire.merge import merge as merge_grafs
from stories.wire.parse import parse
from stories.wire.render import render
from stories.wire.story import Caption, WireStory

_TEXTS = ("slugline", "headline", "byline", "dateline", "email", "category", "native_byline")
_ATTN = re.compile(r"\(ATTN: (.*)\)")


def read(text: str) -> dict[str, Any]:
    """A wire text as plain values; None or an empty list for what it has not.

    `label` is short ("3rd LD"), `attn` whole on one line ("(ATTN: ...)"), `byline` and `dateline` as
    in copy, a caption {"text", "credit"} with the credit's brackets, `published` ISO without a zone.
    The headline stands without its qualifiers.
    """
    reading = parse(text)
    story = reading.story
    return {
        "label": short_label(story.label) or None,
        "qualifiers": list(story.label.qualifiers),
        "slugline": story.slugline or None,
        "headline": story.headline or None,
        "attn": f"(ATTN: {story.attn})" if story.attn else None,
        "byline": story.byline or None,
        "dateline": story.dateline or None,
        "grafs": list(story.grafs),
        "captions": [{"text": caption.text, "credit": caption.credit} for caption in story.captions],
        "email": story.email or None,
        "category": story.category or None,
        "native_byline": story.native_byline or None,
        "published": story.published.isoformat() if story.published else None,
        "problems": [asdict(problem) for problem in reading.problems],
    }


def write(story: Mapping[str, Any]) -> str:
    """The wire text of what `read` gives; any key may be missing."""
    return render(_story(story))


def _story(story: Mapping[str, Any]) -> WireStory:
    label = parse_short_label(story.get("label") or "")
    published = story.get("published")
    attn = story.get("attn") or ""
    whole = _ATTN.fullmatch(attn)
    return WireStory(
        label=Label(label.kind, label.lead_number, label.correction_number, tuple(story.get("qualifiers") or ())),
        attn=whole[1] if whole else attn,
        grafs=tuple(story.get("grafs") or ()),
        captions=tuple(
            Caption(caption.get("text") or "", caption.get("credit") or "") for caption in story.get("captions") or ()
        ),
        published=datetime.fromisoformat(published) if published else None,
        **{name: story.get(name) or "" for name in _TEXTS},
    )


def align(old: list[str], new: list[str]) -> list[tuple[str, list[int], list[int]]]:
    """(kind, old indexes, new indexes) for each group; the kind of a moved one ends in "+move".

    A group in which only some paragraphs moved, or not each old one lives on in each new
    one, comes link by link.
    """
    return [entry for group in align_grafs(old, new) for entry in _entries(group)]


def _entries(group: Group) -> list[tuple[str, list[int], list[int]]]:
    whole = len(group.links) == len(group.old) * len(group.new) and len(group.strays) in (0, len(group.links))
    if whole:
        return [(group.kind.value + "+move" * bool(group.strays), list(group.old), list(group.new))]
    return [(group.kind.value + "+move" * ((o, n) in group.strays), [o], [n]) for o, n in group.links]


def words(old: str, new: str) -> list[tuple[int, int, int]]:
    """(old position, new position, length) for each run of equal characters."""
    return [(run.old_pos, run.new_pos, run.length) for run in word_runs(old, new)]


def facts(old: list[str], new: list[str]) -> list[dict[str, object]]:
    """Facts changed, gone or new: figure, date, day, time, name, quote; paragraphs count from 0, None where absent."""
    return [
        {
            "kind": change.kind.value,
            "change": change.change.value,
            "old": change.old,
            "new": change.new,
            "old_para": change.old_graf,
            "new_para": change.new_graf,
        }
        for change in fact_changes(old, new)
    ]


def merge(base: list[str], mine: list[str], theirs: list[str]) -> dict[str, list[object]]:
    """`grafs` that merged cleanly, and `conflicts`: base, mine and theirs, each a list of paragraphs."""
    merged = merge_grafs(base, mine, theirs)
    conflicts = [{"base": list(c.base), "mine": list(c.mine), "theirs": list(c.theirs)} for c in merged.conflicts]
    return {"grafs": list(merged.grafs), "conflicts": list(conflicts)}


def attn_clauses(line: str) -> list[dict[str, Any]]:
    """Each clause of an advisory line: verb, objects, what stands under "with", place and paragraph numbers.

    `place` is "throughout", "bottom", "from 5", "first 3", "last 2" or "paras" (several behind "; ", "" for
    none); `paras` are the numbers that the line itself states, sorted.
    """
    return [
        {
            "verb": clause.verb,
            "objects": [item.text for item in clause.objects if item.text],
            "with": clause.with_text,
            "place": "; ".join(place.symbol for place in clause.places),
            "paras": sorted({number for place in clause.places for number in place.stated()}),
            "known": clause.known,
        }
        for clause in parse_line(line).clauses
    ]


def attn_text(line: str) -> str:
    """The line read into clauses and written again."""
    return format_attn(parse_line(line))


def propose(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    """The advisory line for `new` filed after `old`, in its brackets; "" where there is nothing to say."""
    text = propose_line(_story(old), _story(new)).text
    return f"(ATTN: {text})" if text else ""


def verify(line: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One entry for each clause: false where a claim in it is, true where one is and none is false."""
    verdicts = verify_line(line, _story(old), _story(new))
    return [
        _judged(clause, [verdict for verdict in verdicts if verdict.clause == index])
        for index, clause in enumerate(parse_line(line).clauses)
    ]


def _judged(clause: Clause, verdicts: Sequence[Verdict]) -> dict[str, Any]:
    truths = {verdict.truth for verdict in verdicts}
    truth = next((truth for truth in (Truth.FALSE, Truth.TRUE) if truth in truths), Truth.UNCHECKED)
    said = [verdict for verdict in verdicts if verdict.truth is truth]
    return {
        "clause": format_clause(replace(clause, before="")),
        "verdict": truth.value,
        "reason": "; ".join(dict.fromkeys(verdict.reason for verdict in said if verdict.reason)),
        "right": "; ".join(dict.fromkeys(verdict.right for verdict in said if verdict.right)),
        "claims": [
            {"claim": verdict.claim, "verdict": verdict.truth.value, "reason": verdict.reason, "right": verdict.right}
            for verdict in verdicts
        ],
    }
