"""A draft's ATTN line and the paragraphs that its numbers stand for."""

from dataclasses import replace

from stories.models import Draft
from stories.wire.attn import Kept, keep_line, read_kept
from stories.wire.grafs import split_grafs


def line_of(draft: Draft) -> Kept:
    """The line as it was last saved. No query."""
    return read_kept(draft.attn, draft.attn_holds, split_grafs(draft.body)) if draft.attn else Kept()


def line_with(draft: Draft, *, attn: str, body: str, beside: str | None = None, again: bool = False) -> Kept:
    """The line as it will be kept when `attn` and `body` are saved over what the draft has. No query.

    `beside` is the body that `attn` was typed beside, where that is not `body`: a merge made
    another one of it. `again`: whoever sends this never had the answer to the save before, so
    the line sent with that one is no line typed anew.
    """
    if not attn:
        return Kept()
    was = line_of(draft)
    if again and attn == was.typed:
        attn = was.line
    other = None if beside is None else split_grafs(beside)
    kept = keep_line(attn, was, split_grafs(draft.body), split_grafs(body), beside=other)
    return replace(kept, typed=was.typed) if again and attn == was.line else kept
