"""A remark on a paragraph, on some words of it, or on the whole story."""

from django.conf import settings
from django.db import models

from .draft import Draft
from .story import Story
from .submission import Submission
from .version import Version


class Note(models.Model):
    """A thread's first note has no `parent`; its answers have it, and only the first is anchored and settled.

    `graf` is where its paragraph stands now in the draft's text, from 0: it follows the
    paragraph through every save, and `gone` says that the paragraph was cut. None speaks of
    the whole story. `quoted` is what it was written on, as it read then; `start` and `end`
    are the place of a selection in the paragraph, in characters.
    """

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="notes")
    draft = models.ForeignKey(Draft, null=True, blank=True, on_delete=models.PROTECT, related_name="notes")
    submission = models.ForeignKey(Submission, null=True, blank=True, on_delete=models.PROTECT, related_name="notes")
    version = models.ForeignKey(Version, null=True, blank=True, on_delete=models.PROTECT, related_name="notes")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="answers")
    graf = models.PositiveIntegerField(null=True, blank=True)
    start = models.PositiveIntegerField(null=True, blank=True)
    end = models.PositiveIntegerField(null=True, blank=True)
    quoted = models.TextField(blank=True)
    gone = models.BooleanField(default=False)
    body = models.TextField()
    mentions = models.ManyToManyField(settings.AUTH_USER_MODEL, blank=True, related_name="mentioned_in")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notes")
    written_at = models.DateTimeField()
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    resolved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["written_at", "id"]
        indexes = [models.Index(fields=["story", "resolved_at"])]

    def __str__(self) -> str:
        return self.body[:60]
