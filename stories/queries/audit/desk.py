"""The acts of the desk and on the wire: submitted, decided, filed; and what people noted and checked."""

from collections.abc import Iterator

from django.urls import reverse

from stories.models import FactCheck, Note, Story, Submission, Verdict
from stories.wire.label import short_label

from .values import Act, in_runs

DECIDED = {"approved": "Approved", "returned": "Returned", "withdrawn": "Took back"}
CODES = {"withdrawn": "undone"}
Places = dict[int, tuple[int, str]]  # the number and the address of each submission


def version_acts(story: Story) -> Iterator[Act]:
    """One query."""
    versions = story.versions.order_by("sequence").only(
        "story_id",
        "sequence",
        "kind",
        "lead_number",
        "correction_number",
        "qualifiers",
        "filed_at",
        "filed_by_id",
        "imported_at",
        "reason",
        "attn_reason",
        "told",
    )
    for version in versions:
        label = short_label(version.label) or "the first filing"
        detail = "\n".join(
            filter(None, (version.reason, version.attn_reason, version.told and f"Told: {version.told}"))
        )
        at, code = (version.imported_at, "imported") if version.imported_at else (version.filed_at, "filed")
        what = f"Brought in {label}" if version.imported_at else f"Filed {label}"
        link = reverse("version", args=[story.pk, version.sequence])
        yield Act(code, what, at, version.filed_by_id, f"version-{version.sequence:06}", detail, link=link)


def submission_acts(story: Story) -> Iterator[Act]:
    """Submissions and the verdicts on them. Two queries."""
    rows = Submission.objects.filter(story=story).order_by("submitted_at", "id")
    rows = rows.values("pk", "number", "submitted_at", "submitted_by_id", "message", "confirms_id")
    places: Places = {}
    for place, row in enumerate(rows, start=1):
        link = f"{reverse('compare', args=[story.pk, 'nothing', f's{place}'])}?view=clean"
        places[row["pk"]] = (row["number"], link)
        code, what = "submitted", f"Submitted, number {row['number']}"
        if row["confirms_id"]:
            code, what = "confirmed", "Confirmed the desk's changes"
        order = f"submission-{row['pk']:012}"
        yield Act(code, what, row["submitted_at"], row["submitted_by_id"], order, row["message"], link=link)
    yield from _verdicts(story, places)


def _verdicts(story: Story, places: dict[int, tuple[int, tuple[str, ...]]]) -> Iterator[Act]:
    verdicts = Verdict.objects.filter(submission__story=story).exclude(decision=Verdict.Decision.OVERTAKEN)
    for verdict in verdicts.order_by("decided_at", "id"):
        number, link = places[verdict.submission_id]
        what = f"{DECIDED[verdict.decision]} submission {number}"
        code = CODES.get(verdict.decision, verdict.decision)
        order = f"verdict-{verdict.pk:012}"
        yield Act(code, what, verdict.decided_at, verdict.decided_by_id, order, verdict.reason, link=link)
        if verdict.undone_at:
            what = f"Undid the verdict on submission {number}: it was {verdict.get_decision_display().lower()}"
            yield Act("undone", what, verdict.undone_at, verdict.undone_by_id, f"{order}-undone", link=link)


def note_acts(story: Story) -> Iterator[Act]:
    """One query."""
    columns = ("pk", "parent_id", "graf", "body", "written_at", "written_by_id", "resolved_at", "resolved_by_id")
    for note in Note.objects.filter(story=story).order_by("written_at", "id").values(*columns):
        where = f" on paragraph {note['graf'] + 1}" if note["graf"] is not None else ""
        what = "Answered a note" if note["parent_id"] else f"Wrote a note{where}"
        order = f"note-{note['pk']:012}"
        yield Act("note", what, note["written_at"], note["written_by_id"], order, note["body"])
        if note["resolved_at"]:
            what = f"Settled a note{where}"
            yield Act("note", what, note["resolved_at"], note["resolved_by_id"], f"{order}-settled", note["body"])


def check_acts(story: Story) -> Iterator[Act]:
    """The ticks that stand; what a person ticked in a row for one filing is one act. One query."""
    rows = FactCheck.objects.filter(story=story).order_by("person_id", "sequence", "checked_at", "id")
    yield from in_runs(
        Act(
            "checked",
            "Checked changed facts",
            row["checked_at"],
            row["person_id"],
            f"check-{row['pk']:012}",
            run=(row["person_id"], row["sequence"]),
        )
        for row in rows.values("pk", "person_id", "sequence", "checked_at")
    )
