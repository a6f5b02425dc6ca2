"""A picture, kept once for each content, and what it says of itself."""

from django.db import models
from simple_history.models import HistoricalRecords


class Photo(models.Model):
    file = models.ImageField(upload_to="originals", max_length=200, width_field="width", height_field="height")
    sha256 = models.CharField(max_length=64, unique=True)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    bytes = models.PositiveBigIntegerField(editable=False)
    caption = models.TextField(blank=True, help_text="The default; each use has its own.")
    credit = models.CharField(max_length=240, blank=True, help_text="As in copy: (Yonhap), (pool photo) (Yonhap).")
    taken_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=120, blank=True)
    rights = models.TextField(blank=True)
    alt_text = models.TextField(blank=True)
    added_at = models.DateTimeField()

    history = HistoricalRecords()

    class Meta:
        ordering = ["-added_at", "-id"]

    def __str__(self) -> str:
        return self.caption[:60] or self.sha256[:12]
