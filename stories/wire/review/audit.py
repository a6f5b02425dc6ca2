"""Reading a filing against the one before it: did its ATTN line hold, and did sent facts change in silence?"""

from dataclasses import dataclass

from stories.wire.attn import Note, Truth, Verdict, graf_news, undeclared, verify
from stories.wire.diff import diff
from stories.wire.diff.values import StoryDiff
from stories.wire.facts import FactChange, facts, silent_changes
from stories.wire.story import WireStory

from .facts import announces_correction

# Grows when the check of a line comes to another answer for the same texts: what was kept is then made anew.
CHECKER = 3


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found; all of it empty for a story's first filing, which has nothing before it."""

    verdicts: tuple[Verdict, ...] = ()
    undeclared: tuple[Note, ...] = ()
    facts: tuple[FactChange, ...] = ()
    announced: bool = False

    @property
    def silent(self) -> tuple[FactChange, ...]:
        """Facts already sent that read otherwise now, with nothing to say so."""
        return silent_changes(self.facts, announced=self.announced)

    @property
    def held(self) -> int:
        return self._count(Truth.TRUE)

    @property
    def unchecked(self) -> int:
        return self._count(Truth.UNCHECKED)

    @property
    def wrong(self) -> tuple[Verdict, ...]:
        """The claims that do not hold."""
        return tuple(verdict for verdict in self.verdicts if verdict.truth is Truth.FALSE)

    def _count(self, truth: Truth) -> int:
        return sum(verdict.truth is truth for verdict in self.verdicts)


def audit(old: WireStory | None, new: WireStory, changes: StoryDiff | None = None) -> Audit:
    """Check `new` against `old`, the filing before it on the wire; `changes` saves comparing them again."""
    if old is None:
        return Audit()
    changes = changes or diff(old, new)
    announced = announces_correction([(new.label, new.attn)])
    found = facts(old.grafs, new.grafs)
    if not new.attn:
        return Audit(facts=found, announced=announced)
    news = graf_news(changes)
    return Audit(
        verify(new.attn, old, new, changes, news),
        undeclared(new.attn, old, new, changes, news),
        found,
        announced,
    )
