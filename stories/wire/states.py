"""Where a lead and its story stand, which state follows which, and who may move them: a table, and what it allows."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class DraftState(StrEnum):
    """Where the next filing stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    FILED = "filed"
    DISCARDED = "discarded"


class StoryState(StrEnum):
    """Whether a story takes filings, and who may see it."""

    OPEN = "open"
    EMBARGOED = "embargoed"
    KILLED = "killed"
    CLOSED = "closed"


class Who(StrEnum):
    """Who makes a move. A person may be several of them at once."""

    WRITER = "whoever may write"
    SUBMITTER = "who submitted it"
    DESK = "the desk"
    DECIDER = "who decided"
    FILER = "whom the desk lets file"


class Act(StrEnum):
    """What moves a draft."""

    SUBMIT = "submit"
    TAKE_BACK = "take back"
    RETURN = "return"
    APPROVE = "approve"
    UNDO = "undo the verdict"
    CONFIRM = "confirm the desk's changes"
    FILE = "file"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class Move:
    """`who` may take a draft from `old` to `new` by `act`."""

    act: Act
    old: DraftState
    new: DraftState
    who: Who


OPEN_STATES = (DraftState.DRAFT, DraftState.SUBMITTED, DraftState.RETURNED, DraftState.APPROVED)
# What stays filed or discarded is not here: nothing moves it.
MOVES = (
    *(Move(Act.SUBMIT, state, DraftState.SUBMITTED, Who.WRITER) for state in OPEN_STATES),
    Move(Act.TAKE_BACK, DraftState.SUBMITTED, DraftState.DRAFT, Who.SUBMITTER),
    Move(Act.RETURN, DraftState.SUBMITTED, DraftState.RETURNED, Who.DESK),
    Move(Act.APPROVE, DraftState.SUBMITTED, DraftState.APPROVED, Who.DESK),
    Move(Act.UNDO, DraftState.RETURNED, DraftState.SUBMITTED, Who.DECIDER),
    Move(Act.UNDO, DraftState.APPROVED, DraftState.SUBMITTED, Who.DECIDER),
    Move(Act.CONFIRM, DraftState.APPROVED, DraftState.APPROVED, Who.SUBMITTER),
    Move(Act.FILE, DraftState.APPROVED, DraftState.FILED, Who.WRITER),
    *(Move(Act.FILE, state, DraftState.FILED, Who.FILER) for state in OPEN_STATES[:3]),
    *(Move(Act.DISCARD, state, DraftState.DISCARDED, Who.WRITER) for state in OPEN_STATES),
)


def move_of(state: str, act: Act) -> Move | None:
    """The move that `act` makes from `state`, None where it makes none."""
    return next((move for move in MOVES if (move.old, move.act) == (state, act)), None)


def allowed(state: str, who: Collection[Who]) -> frozenset[Act]:
    """What a person who is all of `who` may do with a draft in `state`, a desk's rules aside."""
    return frozenset(move.act for move in MOVES if move.old == state and move.who in who)


def story_state(status: str, *, embargoed: bool) -> StoryState:
    """The story's state by its status; a story that runs may be under embargo."""
    state = StoryState(status)
    return StoryState.EMBARGOED if embargoed and state is StoryState.OPEN else state


def diagram() -> str:
    """The moves as text: a line for each state, and under it what leads out of it."""
    lines = []
    for state in DraftState:
        lines.append(state.value)
        out = [move for move in MOVES if move.old is state]
        width = max((len(move.act) for move in out), default=0)
        lines += [f"  ── {move.act.ljust(width)} ──> {move.new}  ({move.who})" for move in out]
    return "\n".join(lines) + "\n"
