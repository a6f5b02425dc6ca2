"""What a reporter handed to the desk, word for word, and the photos with it."""

from django.conf import settings
from django.db import models

from stories.wire.label import Kind

from .draft import Draft
from .photo import Photo
from .story import Story
from .version import Version


class Submission(models.Model):
    """A snapshot of a draft: the draft goes on, the desk decides on what it was handed.

    `confirms` is set where it is no new request but the reporter's word for what the desk
    changed after that submission was approved.
    """

    story = models.ForeignKey(Story, on_delete=models.PROTECT, related_name="submissions")
    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="submissions", db_index=False)
    number = models.PositiveSmallIntegerField(help_text="1, 2, 3 in the draft.")
    revision = models.PositiveIntegerField(help_text="The save of the draft that it shows.")
    based_on = models.ForeignKey(Version, null=True, blank=True, on_delete=models.PROTECT, related_name="submissions")
    confirms = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="confirmations")
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in Kind], blank=True)
    qualifiers = models.JSONField(default=list, blank=True)
    slugline = models.CharField(max_length=120, blank=True)
    headline = models.TextField(blank=True)
    attn = models.TextField(blank=True)
    byline = models.TextField(blank=True)
    dateline = models.TextField(blank=True)
    body = models.TextField(blank=True)
    email = models.CharField(max_length=254, blank=True)
    note = models.TextField(blank=True)
    message = models.TextField(blank=True, help_text="For the desk; not for the wire.")
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="submissions")
    submitted_at = models.DateTimeField()

    class Meta:
        ordering = ["draft", "number"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="one_submission_for_each_number"),
        ]

    def __str__(self) -> str:
        return f"{self.story} submission {self.number}"


class SubmissionPhoto(models.Model):
    """A photo as it was chosen when the draft was handed in."""

    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="photos", db_index=False)
    photo = models.ForeignKey(Photo, null=True, blank=True, on_delete=models.PROTECT, related_name="submitted_uses")
    position = models.PositiveSmallIntegerField()
    caption = models.TextField(blank=True)
    credit = models.CharField(max_length=240, blank=True)
    alt_text = models.TextField(blank=True)
    crop = models.CharField(max_length=12, blank=True)
    focal_x = models.PositiveSmallIntegerField(null=True, blank=True)
    focal_y = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["submission", "position"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "position"], name="one_submitted_photo_for_each_position"),
        ]

    def __str__(self) -> str:
        return f"{self.submission} photo {self.position + 1}"
