"""What the editor shows of a text while it is written: its diff, its ATTN line, its checks, its wire form.

One value for one answer: the marks, the counts, the proposal and the preview can
never speak of different moments of the text.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .attn import Note, Proposal, Question, Truth, Verdict, propose
from .checks import Check, check
from .diff import diff, summary
from .diff.values import GrafChange, StoryDiff, Summary
from .facts import FactChange
from .grafs import word_count
from .render import render
from .review import audit
from .story import WireStory


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """A working copy read against the version it replaces.

    `changes`, `counts` are None and `verdicts`, `undeclared` empty where nothing is on the
    wire yet. `silent` are sent facts that read otherwise with nothing to say so; `gone` the
    places of the line whose paragraphs are not there any more. `words` is the number of words
    in each paragraph, `wire` the text as it would be filed.
    """

    copy: WireStory
    before: WireStory | None
    changes: StoryDiff | None
    counts: Summary | None
    proposal: Proposal
    verdicts: tuple[Verdict, ...]
    undeclared: tuple[Note, ...]
    silent: tuple[FactChange, ...]
    gone: tuple[str, ...]
    checks: tuple[Check, ...]
    words: tuple[int, ...]
    wire: str

    @property
    def matches(self) -> bool:
        """Whether the line reads as proposed: then it is right, whatever it held on to."""
        return bool(self.proposal) and self.proposal.text == self.copy.attn

    @property
    def questions(self) -> tuple[Question, ...]:
        """Facts already sent that read otherwise: whether that corrects an error, only a person knows."""
        return self.proposal.questions if self.silent else ()

    @property
    def wrong(self) -> int:
        """How many claims of the line do not hold."""
        return sum(verdict.truth is Truth.FALSE for verdict in self.verdicts)


def analyse(
    copy: WireStory, before: WireStory | None, *, earlier: Sequence[WireStory] = (), gone: Sequence[str] = ()
) -> Analysis:
    """Read `copy` as the filing after `before`; one diff serves everything.

    `earlier` are the versions before that one, so that text which is back is no new text.
    `gone` are the places of its line that lost a paragraph.
    """
    changes = diff(before, copy) if before else None
    found = audit(before, copy, changes)
    proposal = propose(before, copy, changes, earlier=earlier, facts=found.facts)
    return Analysis(
        copy=copy,
        before=before,
        changes=changes,
        counts=summary(changes) if changes else None,
        proposal=proposal,
        verdicts=found.verdicts,
        undeclared=found.undeclared,
        silent=found.silent,
        gone=() if proposal and proposal.text == copy.attn else tuple(gone),
        checks=check(copy, previous=before),
        words=tuple(word_count((graf,)) for graf in copy.grafs),
        wire=render(copy),
    )


def _segments(row: GrafChange, place: int) -> list[list[str]]:
    return [[segment.op.value, segment.text] for segment in row.inline[place]]


def graf_marks(analysis: Analysis) -> list[dict[str, object]]:
    """For each paragraph of the copy: kind, moved, old indexes, words, and its words' segments."""
    marks: list[dict[str, object]] = [
        {"kind": "insert", "moved": False, "old": [], "words": words, "segments": [["add", graf]]}
        for graf, words in zip(analysis.copy.grafs, analysis.words, strict=True)
    ]
    for row in analysis.changes.grafs if analysis.changes else ():
        for place, index in enumerate(row.group.new):
            marks[index] |= {
                "kind": row.group.kind.value,
                "moved": row.group.moved,
                "old": list(row.group.old),
                "segments": _segments(row, place),
            }
    return marks


def removed_grafs(analysis: Analysis) -> list[dict[str, object]]:
    """The old paragraphs that are gone, each with the paragraph of the copy it stood behind (-1: at the top)."""
    removed: list[dict[str, object]] = []
    after = -1
    for row in analysis.changes.grafs if analysis.changes else ():
        if row.group.new:
            after = max(row.group.new)
            continue
        for index in row.group.old:
            text = analysis.before.grafs[index] if analysis.before else ""
            removed.append({"old": index, "after": after, "text": text})
    return removed


def attn_marks(analysis: Analysis) -> dict[str, object]:
    """The proposal with its evidence, and what the check says of the typed line."""
    proposal = analysis.proposal
    return {
        "proposal": proposal.text,
        "reason": proposal.reason,
        "matches": analysis.matches,
        "evidence": [
            {"words": evidence.words, "grafs": list(evidence.grafs), "note": _beside(evidence.fields, evidence.photos)}
            for suggested in proposal.suggested
            for evidence in suggested.evidence
        ],
        "verdicts": [
            {
                "clause": one.claim,
                "verdict": one.truth.value,
                "reason": one.reason,
                "right": one.right,
                "grafs": list(one.grafs),
            }
            for one in analysis.verdicts
        ],
        "questions": [
            {"clause": asked.text, "old": asked.old, "new": asked.new, "grafs": list(asked.grafs)}
            for asked in analysis.questions
        ],
        "gone": list(analysis.gone),
        "undeclared": [{"message": note.message, "grafs": list(note.grafs)} for note in analysis.undeclared],
    }


def _beside(fields: tuple[str, ...], photos: tuple[int, ...]) -> str:
    """What evidence stands beside the body, in words."""
    counted = f"{len(photos)} photo{'s' if len(photos) > 1 else ''}" if photos else ""
    return ", ".join(filter(None, [*fields, counted]))


def answer(analysis: Analysis) -> dict[str, object]:
    """The whole analysis as plain values, for one JSON answer. Indexes count from 0."""
    counts = analysis.counts
    return {
        "grafs": graf_marks(analysis),
        "removed": removed_grafs(analysis),
        "was": list(analysis.before.grafs) if analysis.before else [],
        "counts": {name: getattr(counts, name) for name in counts.__slots__} if counts else None,
        "attn": attn_marks(analysis),
        "checks": [
            {"code": one.code, "level": one.level, "message": one.message, "graf": one.graf} for one in analysis.checks
        ],
        "wire": analysis.wire,
        "bytes": len(analysis.wire.encode()),
        "words": sum(analysis.words),
    }
