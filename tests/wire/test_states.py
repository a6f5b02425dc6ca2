"""Which state of a lead follows which, and who may move it: the table holds together, and gives what people read."""

from pathlib import Path

import pytest

from stories.models import Draft, Story
from stories.wire.states import MOVES, Act, DraftState, StoryState, Who, allowed, diagram, move_of, story_state

EVERY = tuple(Who)
ENDS = {DraftState.FILED, DraftState.DISCARDED}


def test_the_models_know_the_same_states() -> None:
    assert [state.value for state in DraftState] == Draft.State.values
    assert {state.value for state in StoryState} - {"embargoed"} == set(Story.Status.values)


def test_an_act_leads_from_a_state_to_one_state_by_one_kind_of_person() -> None:
    assert len({(move.old, move.act) for move in MOVES}) == len(MOVES)


def test_every_state_is_reached_from_the_draft_and_leads_to_an_end() -> None:
    reached = {DraftState.DRAFT}
    for _ in DraftState:
        reached |= {move.new for move in MOVES if move.old in reached}
    assert reached == set(DraftState)
    ending = set(ENDS)
    for _ in DraftState:
        ending |= {move.old for move in MOVES if move.new in ending}
    assert ending == set(DraftState)


@pytest.mark.parametrize("state", sorted(ENDS))
def test_nothing_moves_what_is_filed_or_discarded(state: DraftState) -> None:
    assert allowed(state, EVERY) == frozenset()


@pytest.mark.parametrize(
    ("state", "who", "acts"),
    [
        ("draft", {Who.WRITER}, {Act.SUBMIT, Act.DISCARD}),
        ("draft", {Who.WRITER, Who.FILER}, {Act.SUBMIT, Act.DISCARD, Act.FILE}),
        ("submitted", {Who.WRITER, Who.SUBMITTER}, {Act.SUBMIT, Act.DISCARD, Act.TAKE_BACK}),
        ("submitted", {Who.DESK}, {Act.APPROVE, Act.RETURN}),
        ("returned", {Who.DESK}, set()),
        ("returned", {Who.DECIDER}, {Act.UNDO}),
        ("returned", {Who.WRITER}, {Act.SUBMIT, Act.DISCARD}),
        ("approved", {Who.WRITER}, {Act.SUBMIT, Act.DISCARD, Act.FILE}),
        ("approved", {Who.SUBMITTER}, {Act.CONFIRM}),
        ("approved", {Who.DESK}, set()),
    ],
)
def test_who_may_do_what_where(state: str, who: set[Who], acts: set[Act]) -> None:
    assert allowed(state, who) == acts


def test_taking_back_and_undoing_lead_back() -> None:
    assert move_of("submitted", Act.TAKE_BACK).new == DraftState.DRAFT
    assert {move_of(state, Act.UNDO).new for state in ("returned", "approved")} == {DraftState.SUBMITTED}
    assert move_of("draft", Act.APPROVE) is None


@pytest.mark.parametrize(
    ("status", "embargoed", "state"),
    [("open", False, "open"), ("open", True, "embargoed"), ("killed", True, "killed"), ("closed", False, "closed")],
)
def test_a_story_that_runs_may_be_under_embargo(status: str, embargoed: bool, state: str) -> None:
    assert story_state(status, embargoed=embargoed) == state


def test_the_diagram_in_the_docs_is_the_table() -> None:
    text = (Path(__file__).parents[2] / "docs/ARCHITECTURE.md").read_text("utf-8")
    shown = text.partition("<!-- moves: begin -->\n\n")[2].partition("\n<!-- moves: end -->")[0]
    drawn = "".join(f"    {line}".rstrip() + "\n" for line in diagram().splitlines())
    assert shown == drawn, f"put this between the marks:\n{drawn}"
