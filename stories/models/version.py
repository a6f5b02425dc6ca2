"""A filed text and the photos that ran with it. Rows of these tables never change."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from stories.wire.label import Kind, Label

from .photo import Photo
from .story import Story


class Version(models.Model):
    """One filed text of a story. Only `services.filing` adds rows; triggers refuse all else.

    `sequence` is the order of the record, 1..n without a gap. Order on the wire is by
    counters (`stories.wire.order`), and differs from it only where an older lead was
    imported late. Its two foreign keys to a story and a version have no index of their
    own: the unique ones begin with the same column.
    """

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="versions", db_index=False)
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in Kind])
    lead_number = models.PositiveIntegerField(default=0)
    correction_number = models.PositiveIntegerField(default=0)
    qualifiers = models.JSONField(default=list, blank=True)
    slugline = models.CharField(max_length=120, blank=True)
    headline = models.TextField(blank=True)
    attn = models.TextField(blank=True)
    byline = models.TextField(blank=True)
    native_byline = models.CharField(max_length=240, blank=True)
    dateline = models.TextField(blank=True)
    body = models.TextField(blank=True)
    email = models.CharField(max_length=254, blank=True)
    category = models.CharField(max_length=60, blank=True)
    note = models.TextField(blank=True)
    attn_reason = models.TextField(blank=True, help_text="Why it was filed although a claim of its ATTN did not hold.")
    reason = models.TextField(blank=True, help_text="Why it was corrected or killed; for the record, not for the wire.")
    told = models.TextField(blank=True, help_text="Who was told of a kill.")
    submission = models.ForeignKey(
        "stories.Submission",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="filed_as",
        help_text="What the desk approved, where it did.",
    )
    word_count = models.PositiveIntegerField(default=0)
    photo_count = models.PositiveSmallIntegerField(
        default=0, help_text="How many photos were filed with it: no more fit."
    )
    filed_at = models.DateTimeField()
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="filings")
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="approvals"
    )
    imported_at = models.DateTimeField(null=True, blank=True, help_text="Set where the text came from elsewhere.")
    filing_key = models.CharField(max_length=64, null=True, blank=True, help_text="Makes a repeated filing harmless.")
    checksum = models.CharField(max_length=64)
    previous_checksum = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["story", "sequence"]
        indexes = [models.Index(fields=["-filed_at", "-id"])]
        constraints = [
            models.UniqueConstraint(fields=["story", "sequence"], name="one_version_for_each_sequence"),
            models.UniqueConstraint(
                fields=["story", "lead_number", "correction_number", "kind"], name="one_version_for_each_label"
            ),
            models.UniqueConstraint(
                fields=["story", "filing_key"], name="one_version_for_each_filing_key", condition=~Q(filing_key=None)
            ),
            models.CheckConstraint(condition=Q(sequence__gte=1), name="version_sequence_from_1"),
            models.CheckConstraint(
                condition=Q(kind=Kind.LEAD, lead_number__gte=1, correction_number=0)
                | Q(kind__in=[Kind.URGENT, Kind.FIRST, Kind.KILL], lead_number=0, correction_number=0)
                | Q(kind=Kind.CORRECTION, correction_number__gte=1),
                name="version_counters_fit_its_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.slugline} #{self.sequence}"

    @property
    def label(self) -> Label:
        return Label(Kind(self.kind), self.lead_number, self.correction_number, tuple(self.qualifiers))


class VersionPhoto(models.Model):
    """A photo's use in one version; `photo` is empty where a caption came without its picture."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="photos", db_index=False)
    photo = models.ForeignKey(Photo, null=True, blank=True, on_delete=models.PROTECT, related_name="uses")
    position = models.PositiveSmallIntegerField()
    caption = models.TextField(blank=True)
    credit = models.CharField(max_length=240, blank=True)
    alt_text = models.TextField(blank=True)
    crop = models.CharField(max_length=12, blank=True, help_text="A preset: 16x9, 3x2, 4x3, 1x1; empty for all of it.")
    focal_x = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Percent from the left; empty: the photo's."
    )
    focal_y = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Percent from the top.")

    class Meta:
        ordering = ["version", "position"]
        constraints = [
            models.UniqueConstraint(fields=["version", "position"], name="one_photo_for_each_position"),
        ]

    def __str__(self) -> str:
        return f"{self.version} photo {self.position + 1}"
