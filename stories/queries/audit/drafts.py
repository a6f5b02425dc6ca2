"""The acts on a story's drafts: opened, saved, merged, discarded; and what became of their photos."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import Any

from stories.models import Draft, DraftPhoto, Photo, Story
from stories.queries.draft_history import AUTOSAVED, WORDS

from .values import Act, in_runs

COLUMNS = ("id", "purpose", "revision", "state", "saved_session", "history_id", "history_date")
USE = ("photo_id", "caption", "credit", "alt_text", "crop", "focal_x", "focal_y")
Uses = dict[int, tuple[Any, ...]]


def draft_acts(story: Story) -> Iterator[Act]:
    """One query, without the texts."""
    rows = Draft.history.filter(story_id=story.pk).order_by("id", "history_id")
    rows = rows.values(*COLUMNS, "history_user_id", "history_change_reason")
    for _, saves in groupby(rows, key=lambda row: row["id"]):
        yield from in_runs(_of_draft(list(saves)))


def _of_draft(saves: list[dict[str, Any]]) -> Iterator[Act]:
    for before, save in pairwise((None, *saves)):
        if before is None:
            kind = "a correction" if save["purpose"] == Draft.Purpose.CORRECTION else "a draft"
            yield _act(save, "opened", f"Opened {kind}")
        elif save["revision"] != before["revision"]:
            yield _saved(save)
        elif save["state"] == Draft.State.DISCARDED:
            yield _act(save, "discarded", "Discarded the draft")
        # Another row of the same revision is a move: the submission, verdict or version says it itself.


def _saved(save: dict[str, Any]) -> Act:
    reason = save["history_change_reason"] or ""
    if reason == AUTOSAVED:
        return _act(save, "saved", WORDS[AUTOSAVED], run=(save["history_user_id"], save["saved_session"]))
    return _act(save, "saved", WORDS.get(reason) or reason.capitalize() or "Saved")


def _act(save: dict[str, Any], code: str, what: str, run: tuple[object, ...] = ()) -> Act:
    order = f"draft-{save['history_id']:012}"
    return Act(code, what, save["history_date"], save["history_user_id"], order, run=run)


def photo_acts(story: Story) -> Iterator[Act]:
    """What each save did to the photos of its draft; what came along when it was opened is no act. Three queries."""
    rows = DraftPhoto.history.filter(draft__story=story.pk).order_by("draft_id", "history_date", "history_id")
    found = list(
        rows.values("draft_id", "position", *USE, "history_id", "history_date", "history_type", "history_user_id")
    )
    opened = dict(Draft.objects.filter(story=story).values_list("pk", "opened_at"))
    names = dict(Photo.objects.filter(pk__in={row["photo_id"] for row in found}).values_list("pk", "caption"))
    uses: dict[int, Uses] = defaultdict(dict)
    for (draft, at), group in groupby(found, key=lambda row: (row["draft_id"], row["history_date"])):
        changes = list(group)
        before = dict(uses[draft])
        _apply(uses[draft], changes)
        if at != opened.get(draft):
            yield from _photo_acts(before, uses[draft], changes[-1], names)


def _apply(uses: Uses, changes: Iterable[dict[str, Any]]) -> None:
    for change in changes:
        if change["history_type"] == "-":
            uses.pop(change["position"], None)
        else:
            uses[change["position"]] = tuple(change[name] for name in USE)


def _photo_acts(before: Uses, after: Uses, last: dict[str, Any], names: dict[int, str]) -> Iterator[Act]:
    # A caption that came without its picture is known by its words.
    old, new = ({use[0] or use[1]: use for use in side.values()} for side in (before, after))
    said = [("Added a photo", new[key]) for key in new if key not in old]
    said += [("Removed a photo", old[key]) for key in old if key not in new]
    for key in (key for key in new if key in old):
        if new[key][1:3] != old[key][1:3]:
            said.append(("Changed a caption", new[key]))
        elif new[key] != old[key]:
            said.append(("Changed a photo's crop or description", new[key]))
    if not said:
        said = [("Put the photos in another order", ())]
    for number, (what, use) in enumerate(said):
        detail = (use[1] or names.get(use[0], "")) if use else ""
        order = f"photo-{last['history_id']:012}-{number}"
        yield Act("photo", what, last["history_date"], last["history_user_id"], order, detail)
