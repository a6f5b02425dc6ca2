"""What a person is told of, and whether they have seen it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .story import Story


class Notification(models.Model):
    """`key` names the event, so that it is told once to each person, however often it is sent."""

    class Event(models.TextChoices):
        SUBMITTED = "submitted", "Submitted to my desk"
        RETURNED = "returned", "Returned to me"
        APPROVED = "approved", "Approved"
        EDITED = "edited", "Somebody edits my story"
        MENTIONED = "mentioned", "I am mentioned in a note"
        CORRECTED = "corrected", "Correction of a story I worked on"
        KILLED = "killed", "Kill of a story I worked on"

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notifications")
    event = models.CharField(max_length=12, choices=Event)
    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="notifications")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    key = models.CharField(max_length=80)
    words = models.TextField(blank=True, help_text="The reason, the note or the label it speaks of.")
    address = models.CharField(max_length=300, help_text="Where it leads.")
    told_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    emailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-told_at", "-id"]
        indexes = [
            models.Index(fields=["person", "-told_at", "-id"]),
            models.Index(fields=["person"], condition=Q(read_at=None), name="notifications_unread"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="each_event_is_told_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_event_display()}: {self.story}"
