"""What a person keeps of the board: named filters, and which stories they have seen."""

from django.conf import settings
from django.db import models

from .story import Story


class SavedFilter(models.Model):
    """A filter of the board or the queue under a name; the address holds all of it, so it is a link."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="saved_filters")
    name = models.CharField(max_length=40)
    query = models.CharField(max_length=400, help_text="The part of the address after the question mark.")
    saved_at = models.DateTimeField()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["person", "name"], name="one_saved_filter_for_each_name"),
        ]

    def __str__(self) -> str:
        return self.name


class SeenStory(models.Model):
    """The person has seen the story as it stood at `seen_at`; what moved later is new to them."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="seen_stories", db_index=False
    )
    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="seen_by")
    seen_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "seen stories"
        constraints = [
            models.UniqueConstraint(fields=["person", "story"], name="one_seen_mark_for_each_story"),
        ]

    def __str__(self) -> str:
        return f"{self.person} saw {self.story}"
