"""What the check of the ATTN line says under it: that it matches, or what is wrong and what is missing."""

from dataclasses import dataclass

from stories.wire.attn import Note, Truth, Verdict, undeclared, verify
from stories.wire.diff.values import StoryDiff
from stories.wire.story import WireStory

from .values import paras


@dataclass(frozen=True, slots=True)
class AttnCheck:
    """The claims that hold, those that do not, and the changes that none of them declares."""

    held: tuple[Verdict, ...] = ()
    wrong: tuple[Verdict, ...] = ()
    missing: tuple[Note, ...] = ()

    @property
    def matches(self) -> bool:
        return bool(self.held) and not self.wrong and not self.missing

    @property
    def evidence(self) -> str:
        """What the claims stand on, for people: "headline, remarks ¶2 and ¶5"."""
        return ", ".join(_stands_on(verdict) for verdict in self.held)


def check_attn(old: WireStory, new: WireStory, diff: StoryDiff) -> AttnCheck:
    """Check the newer filing's line; an empty line claims nothing and is found nothing."""
    if not new.attn:
        return AttnCheck()
    verdicts = verify(new.attn, old, new, diff)
    return AttnCheck(
        held=tuple(verdict for verdict in verdicts if verdict.truth is Truth.TRUE),
        wrong=tuple(verdict for verdict in verdicts if verdict.truth is Truth.FALSE),
        missing=undeclared(new.attn, old, new, diff),
    )


def _stands_on(verdict: Verdict) -> str:
    where = paras(tuple(graf + 1 for graf in verdict.grafs)) if verdict.grafs else ""
    return verdict.claim if "para" in verdict.claim or not where else f"{verdict.claim} {where}"
