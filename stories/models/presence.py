"""Who has a story open right now, in which browser tab, and whether they write on it."""

from django.conf import settings
from django.db import models

from .story import Story


class Presence(models.Model):
    """A tab that said it is there. It counts as gone a minute after it last did."""

    class Doing(models.TextChoices):
        VIEWING = "viewing", "Viewing"
        EDITING = "editing", "Editing"

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="presences")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="presences")
    session = models.CharField(max_length=40)
    doing = models.CharField(max_length=10, choices=Doing, default=Doing.VIEWING)
    since = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["since", "id"]
        verbose_name_plural = "presences"
        constraints = [
            models.UniqueConstraint(fields=["story", "person", "session"], name="one_presence_for_each_tab"),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.doing} {self.story}"
