"""A note's place as a value, and the save that cut its paragraph."""

from collections.abc import Iterator

from stories.models import Draft, Note, Story, Submission, Version
from stories.wire.anchors import Anchor, Cut, find_cut
from stories.wire.grafs import split_grafs

Text = Draft | Submission | Version


def text_named(story: Story, name: str) -> Text | None:
    """A text of the story by its word in an address: "draft", "correction", "3" (a version), "s2". One query."""
    number = int(name.removeprefix("s")) if name.removeprefix("s").isdecimal() and len(name) < 9 else 0
    row: Text | None
    if name in ("draft", "correction"):
        purpose = Draft.Purpose.UPDATE if name == "draft" else Draft.Purpose.CORRECTION
        row = story.drafts.filter(closed_at=None, purpose=purpose).first()
    elif name.startswith("s"):
        submissions = story.submissions.select_related("draft").order_by("submitted_at", "id")
        row = submissions[number - 1 : number].first() if number else None
    else:
        row = story.versions.filter(sequence=number).first()
    return row


def anchor_of(note: Note) -> Anchor:
    """The place of a note that has one."""
    return Anchor(note.graf or 0, note.start, note.end, note.quoted, note.gone)


def cut_of(note: Note) -> Cut | None:
    """The save in which the paragraph of a `gone` note was cut; None where it cannot be told.

    One query, over the draft's saves since the note was written, read back as far as the cut.
    """
    return find_cut(anchor_of(note), _texts(note))


def _texts(note: Note) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The saves of the note's draft, the newest first, those alone that changed the copy."""
    saves = (
        Draft.history.filter(id=note.draft_id).order_by("-history_id").values_list("revision", "body", "history_date")
    )
    last: str | None = None
    kept: tuple[int, tuple[str, ...]] | None = None
    for revision, body, at in saves.iterator(chunk_size=50):
        if body != last and kept:
            yield kept
        kept, last = (revision, split_grafs(body) if body != last or kept is None else kept[1]), body
        if at < note.written_at:
            break
    if kept:
        yield kept
