"""A photo made ready for a size and a format."""

from django.db import models

from .photo import Photo


class Rendition(models.Model):
    """Made once from the original and never changed; `spec` names size, crop and format ("640.webp").

    Thrown away and made again at will: the original and its words are the record.
    """

    photo = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions", db_index=False)
    spec = models.CharField(max_length=60)
    file = models.CharField(max_length=240, help_text="Its name in the photo storage.")
    media_type = models.CharField(max_length=40)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    bytes = models.PositiveBigIntegerField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["photo", "width"]
        constraints = [
            models.UniqueConstraint(fields=["photo", "spec"], name="one_rendition_for_each_spec"),
        ]

    def __str__(self) -> str:
        return f"{self.photo} {self.spec}"
