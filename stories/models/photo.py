"""A picture, kept once for each content, and what it says of itself."""

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from .byline import Byline
from .histories import Histories


class Photo(models.Model):
    file = models.ImageField(upload_to="originals", max_length=200, width_field="width", height_field="height")
    sha256 = models.CharField(max_length=64, unique=True)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    bytes = models.PositiveBigIntegerField(editable=False)
    media_type = models.CharField(max_length=40, blank=True, editable=False)
    uploaded_name = models.CharField(max_length=200, blank=True, editable=False, help_text="As the sender called it.")
    # What the file said of itself when it came; the fields below are the desk's.
    found = models.JSONField(default=dict, blank=True, editable=False)
    fingerprint = models.CharField(
        max_length=16,
        blank=True,
        editable=False,
        db_index=True,
        help_text="Perceptual hash: near for near-same pictures.",
    )
    same_as = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="copies")
    caption = models.TextField(blank=True, help_text="The default; each use has its own.")
    credit = models.CharField(max_length=240, blank=True, help_text="As in copy: (Yonhap), (pool photo) (Yonhap).")
    taken_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    photographer = models.CharField(max_length=240, blank=True)
    byline = models.ForeignKey(Byline, null=True, blank=True, on_delete=models.PROTECT, related_name="photos")
    source = models.CharField(max_length=120, blank=True)
    keywords = models.JSONField(default=list, blank=True)
    instructions = models.TextField(blank=True)
    copyright = models.CharField(max_length=240, blank=True)
    rights = models.TextField(blank=True, help_text="Usage terms.")
    embargo_until = models.DateTimeField(null=True, blank=True)
    not_for_sale = models.BooleanField(default=False)
    focal_x = models.PositiveSmallIntegerField(default=50, help_text="Percent from the left.")
    focal_y = models.PositiveSmallIntegerField(default=50, help_text="Percent from the top.")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_reason = models.TextField(blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="photos_added"
    )
    alt_text = models.TextField(blank=True)
    added_at = models.DateTimeField()

    history = HistoricalRecords(history_manager=Histories)

    class Meta:
        ordering = ["-added_at", "-id"]

    def __str__(self) -> str:
        return self.caption[:60] or self.sha256[:12]
