"""The working copy of a story's next filing."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from stories.wire.label import Kind

from .histories import Histories
from .photo import Photo
from .story import Story
from .version import Version


class Draft(models.Model):
    """`revision` grows by one with each accepted save and is the token of optimistic concurrency.

    An open draft has no `closed_at`; filing and discarding close it, nothing deletes it.
    """

    class Purpose(models.TextChoices):
        UPDATE = "update", "Update"
        CORRECTION = "correction", "Correction"

    class State(models.TextChoices):
        """Where the draft stands; `stories.wire.states` says which may follow which."""

        DRAFT = "draft", "Draft"
        SUBMITTED = "submitted", "In review"
        RETURNED = "returned", "Returned"
        APPROVED = "approved", "Approved"
        FILED = "filed", "Filed"
        DISCARDED = "discarded", "Discarded"

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="drafts")
    purpose = models.CharField(max_length=10, choices=Purpose, default=Purpose.UPDATE)
    based_on = models.ForeignKey(Version, null=True, blank=True, on_delete=models.PROTECT, related_name="drafts")
    kind = models.CharField(
        max_length=10,
        choices=[(kind.value, kind.value) for kind in Kind],
        blank=True,
        help_text="urgent or first while nothing is filed; empty where the counters decide.",
    )
    qualifiers = models.JSONField(default=list, blank=True)
    headline = models.TextField(blank=True)
    attn = models.TextField(blank=True)
    # The paragraphs that the line's numbers stand for (stories.wire.attn.Kept): they follow an edit of the copy.
    attn_holds = models.JSONField(default=dict, blank=True, editable=False)
    byline = models.TextField(blank=True)
    dateline = models.TextField(blank=True)
    body = models.TextField(blank=True)
    email = models.CharField(max_length=254, blank=True)
    note = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="opened_drafts")
    opened_at = models.DateTimeField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="saved_drafts")
    saved_at = models.DateTimeField()
    # The browser tab of the last save, and how many saves it had sent: a tab's own late save is no conflict.
    saved_session = models.CharField(max_length=40, blank=True, editable=False)
    saved_serial = models.PositiveIntegerField(default=0, editable=False)
    closed_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT, editable=False)
    state_since = models.DateTimeField(null=True, blank=True, editable=False)

    history = HistoricalRecords(history_manager=Histories)

    class Meta:
        ordering = ["-saved_at", "-id"]
        indexes = [
            models.Index(fields=["state", "state_since"], condition=Q(closed_at=None), name="drafts_by_state"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["story", "purpose"], condition=Q(closed_at=None), name="one_open_draft_for_each_purpose"
            ),
        ]

    def __str__(self) -> str:
        return f"draft of {self.story}"


class DraftPhoto(models.Model):
    """A photo chosen for the next filing, with the caption it will run with."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="photos")
    photo = models.ForeignKey(Photo, null=True, blank=True, on_delete=models.PROTECT, related_name="draft_uses")
    position = models.PositiveSmallIntegerField()
    caption = models.TextField(blank=True)
    credit = models.CharField(max_length=240, blank=True)
    alt_text = models.TextField(blank=True)
    crop = models.CharField(max_length=12, blank=True, help_text="A preset: 16x9, 3x2, 4x3, 1x1; empty for all of it.")
    focal_x = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Percent from the left; empty: the photo's."
    )
    focal_y = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Percent from the top.")

    history = HistoricalRecords(history_manager=Histories)

    class Meta:
        ordering = ["draft", "position"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "position"], name="one_draft_photo_for_each_position"),
        ]

    def __str__(self) -> str:
        return f"{self.draft} photo {self.position + 1}"
