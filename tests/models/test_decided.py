"""What was handed to the desk and what it decided stay as they were; only a verdict may be undone, once."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection, transaction

from stories import dbobjects
from stories.models import Desk, Photo, Submission, SubmissionPhoto, Verdict, Version
from stories.services.deciding import approve, undo_verdict
from stories.services.drafting import DraftText, open_draft, save_draft
from stories.services.draftphotos import PhotoUse
from stories.services.submitting import submit_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def verdict(
    first: Version, desk: Desk, reporter: User, desk_editor: User, now: datetime, text: Callable[..., DraftText]
) -> Verdict:
    """An approval of a submission with a photo."""
    photo = Photo.objects.create(sha256="a" * 64, file="a.jpg", width=4, height=3, bytes=9, added_at=now)
    draft = open_draft(story=first.story, actor=reporter, now=now)
    save_draft(draft=draft, revision=1, text=text(headline="More"), photos=[PhotoUse(photo)], actor=reporter, now=now)
    submission = submit_draft(draft=draft, revision=2, actor=reporter, now=now)
    return approve(submission=submission, actor=desk_editor, now=now)


def sql(statement: str) -> Callable[[Verdict], None]:
    def run(verdict: Verdict) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    return run


def raw_delete(model: Any) -> Callable[[Verdict], None]:
    def run(verdict: Verdict) -> None:
        rows = model.objects.all()
        rows._raw_delete(rows.db)
        connection.check_constraints()

    return run


WAYS: dict[str, Callable[[Verdict], Any]] = {
    "another text": lambda verdict: Submission.objects.update(body="changed"),
    "another person": sql("UPDATE stories_submission SET message = 'changed'"),
    "a submission gone": raw_delete(Submission),
    "another caption": lambda verdict: SubmissionPhoto.objects.update(caption="changed"),
    "a photo gone": raw_delete(SubmissionPhoto),
    "one photo more": lambda verdict: SubmissionPhoto.objects.create(submission=verdict.submission, position=7),
    "another decision": lambda verdict: Verdict.objects.update(decision="returned", reason="changed"),
    "another decision while it is undone": lambda verdict: Verdict.objects.update(
        decision="returned", undone_at=verdict.decided_at, undone_by=verdict.decided_by
    ),
    "a verdict gone": raw_delete(Verdict),
    "a second verdict": lambda verdict: Verdict.objects.create(
        submission=verdict.submission,
        decision="returned",
        decided_by=verdict.decided_by,
        decided_at=verdict.decided_at,
    ),
}
if connection.vendor == "sqlite":
    WAYS["REPLACE INTO a submission"] = sql("REPLACE INTO stories_submission SELECT * FROM stories_submission")
    WAYS["REPLACE INTO a verdict"] = sql("REPLACE INTO stories_verdict SELECT * FROM stories_verdict")
else:
    WAYS["TRUNCATE of the submissions"] = sql("TRUNCATE stories_submission CASCADE")
    WAYS["TRUNCATE of the verdicts"] = sql("TRUNCATE stories_verdict")


def snapshot() -> list[Any]:
    return [list(model.objects.order_by("pk").values()) for model in (Submission, SubmissionPhoto, Verdict)]


@pytest.mark.parametrize("way", WAYS)
def test_no_way_changes_what_was_handed_in_and_decided(verdict: Verdict, way: str) -> None:
    before = snapshot()
    with pytest.raises(DatabaseError), transaction.atomic():
        WAYS[way](verdict)
    assert snapshot() == before


@pytest.mark.parametrize("way", ["another text", "another caption", "another decision", "one photo more"])
def test_without_the_triggers_these_ways_are_open(verdict: Verdict, way: str) -> None:
    before = snapshot()
    dbobjects.drop(using="default")
    WAYS[way](verdict)
    assert snapshot() != before


def test_a_verdict_is_undone_once_and_stays_undone(verdict: Verdict, desk_editor: User, now: datetime) -> None:
    undo_verdict(verdict=verdict, actor=desk_editor, now=now)
    for change in ({"undone_at": None, "undone_by": None}, {"undone_by": verdict.submission.submitted_by}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Verdict.objects.filter(pk=verdict.pk).update(**change)
    assert Verdict.objects.get().undone_by == desk_editor
