"""A story: the running item with one slugline, filed again and again."""

import secrets

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from simple_history.models import HistoricalRecords

from .desk import Desk
from .histories import Histories

KEY_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
KEY_LENGTH = 10


def new_story_key() -> str:
    """A story's public id: ten characters that say nothing of how many stories there are."""
    return "".join(secrets.choice(KEY_ALPHABET) for _ in range(KEY_LENGTH))


class Story(models.Model):
    class Status(models.TextChoices):
        OPEN = "open", "Open"
        KILLED = "killed", "Killed"
        CLOSED = "closed", "Closed"

    id = models.CharField(primary_key=True, max_length=KEY_LENGTH, default=new_story_key, editable=False)
    slugline = models.CharField(max_length=120, db_index=True)
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="stories")
    category = models.CharField(max_length=60, blank=True)
    urgency = models.PositiveSmallIntegerField(
        default=5, validators=[MinValueValidator(1), MaxValueValidator(9)], help_text="1 is most urgent, 9 least."
    )
    language = models.CharField(max_length=12, default="en")
    embargo_until = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="opened_stories")
    opened_at = models.DateTimeField()
    # What a list shows without asking the archive; written by the filing service only.
    current_version = models.ForeignKey(
        "stories.Version", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    moved_at = models.DateTimeField(editable=False, help_text="The last filing or draft save: the order of the board.")

    history = HistoricalRecords(excluded_fields=["current_version", "moved_at"], history_manager=Histories)

    class Meta:
        verbose_name_plural = "stories"
        ordering = ["-moved_at", "-id"]
        indexes = [models.Index(fields=["-moved_at", "-id"]), models.Index(fields=["desk", "-moved_at", "-id"])]
        constraints = [
            models.CheckConstraint(condition=models.Q(urgency__range=(1, 9)), name="story_urgency_1_to_9"),
        ]

    def __str__(self) -> str:
        return self.slugline
