"""A tick beside a changed fact: this person has checked it against the source."""

from django.conf import settings
from django.db import models

from .story import Story


class FactCheck(models.Model):
    """`sequence` is the filing that carries the fact; for a draft, the number it will be filed under.

    The tick is on the fact and not on the pair compared: it stands when the draft is filed,
    and against any older version that had the fact as it was.
    """

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="fact_checks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="fact_checks")
    sequence = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of the fact's kind, old and new words.")
    kind = models.CharField(max_length=20)
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    checked_at = models.DateTimeField()

    class Meta:
        ordering = ["-checked_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "person", "sequence", "fingerprint"], name="one_check_for_each_person_and_fact"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"
