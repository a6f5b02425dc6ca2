"""What was decided on a submission, and why."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .submission import Submission


class Verdict(models.Model):
    """One verdict stands on each submission; one that was undone stays in the record."""

    class Decision(models.TextChoices):
        APPROVED = "approved", "Approved"
        RETURNED = "returned", "Returned"
        WITHDRAWN = "withdrawn", "Taken back"  # by who handed it in
        OVERTAKEN = "overtaken", "Overtaken"  # by a newer submission, a filing or a discard

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="verdicts")
    decision = models.CharField(max_length=10, choices=Decision)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="verdicts")
    decided_at = models.DateTimeField()
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["submission", "decided_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["submission"], condition=Q(undone_at=None), name="one_verdict_stands_on_each_submission"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission}: {self.get_decision_display().lower()}"
