"""A picture that came after the filing that ran its caption."""

from django.conf import settings
from django.db import models

from .photo import Photo
from .version import VersionPhoto


class LatePhoto(models.Model):
    """Fills the place of a caption filed or imported without its picture; the filing itself stays as it was."""

    use = models.OneToOneField(VersionPhoto, on_delete=models.PROTECT, related_name="late")
    photo = models.ForeignKey(Photo, on_delete=models.PROTECT, related_name="late_uses")
    brought_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()

    class Meta:
        ordering = ["use"]

    def __str__(self) -> str:
        return f"picture for {self.use}"
