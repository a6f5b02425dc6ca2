"""A text that could not be saved onto a draft: kept until its writer has merged it or let it go."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .draft import Draft


class ParkedText(models.Model):
    """What somebody typed while somebody else saved the same places.

    `based_on_revision` is the draft's revision the text was written from, the base of the
    merge; `fields` holds the text, by the names of the draft's fields. One open text for
    each person, tab and draft: the tab's later saves replace it.
    """

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="parked")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="parked_texts")
    session = models.CharField(max_length=40, blank=True)
    serial = models.PositiveIntegerField(
        default=0
    )  # how many saves the tab had sent: a late one replaces nothing newer
    based_on_revision = models.PositiveIntegerField()
    fields = models.JSONField()
    parked_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-parked_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "writer", "session"],
                condition=Q(settled_at=None),
                name="one_parked_text_for_each_tab",
            ),
        ]

    def __str__(self) -> str:
        return f"parked text for {self.draft}"
