"""What the check of the ATTN line says under it: of each claim whether it holds, and what is missing."""

from dataclasses import dataclass

from stories.wire.attn import Note, Truth, Verdict, undeclared, verify
from stories.wire.diff.values import StoryDiff
from stories.wire.story import WireStory


@dataclass(frozen=True, slots=True)
class AttnCheck:
    """The verdict on each claim in the line's order, and the changes that none of them declares."""

    verdicts: tuple[Verdict, ...] = ()
    missing: tuple[Note, ...] = ()

    @property
    def held(self) -> tuple[Verdict, ...]:
        return tuple(verdict for verdict in self.verdicts if verdict.truth is Truth.TRUE)

    @property
    def wrong(self) -> tuple[Verdict, ...]:
        return tuple(verdict for verdict in self.verdicts if verdict.truth is Truth.FALSE)

    @property
    def matches(self) -> bool:
        return bool(self.held) and not self.wrong and not self.missing


def check_attn(old: WireStory, new: WireStory, diff: StoryDiff) -> AttnCheck:
    """Check the newer filing's line; an empty line claims nothing and is found nothing."""
    if not new.attn:
        return AttnCheck()
    return AttnCheck(verify(new.attn, old, new, diff), undeclared(new.attn, old, new, diff))
