"""A desk: the editors who answer for a part of the file."""

from django.db import models
from simple_history.models import HistoricalRecords


class Desk(models.Model):
    class AttnPolicy(models.TextChoices):
        """What is asked of who files a lead whose ATTN says what is not so."""

        WARN = "warn", "Warn, and let it be filed"
        REASON = "reason", "Ask for a reason"

    name = models.CharField(max_length=80, unique=True)
    code = models.SlugField(max_length=12, unique=True, help_text="Short name in addresses, such as pol.")
    four_eyes = models.BooleanField(default=False, help_text="Nobody approves their own story.")
    attn_policy = models.CharField(
        "false ATTN claims",
        max_length=10,
        choices=AttnPolicy,
        default=AttnPolicy.WARN,
        help_text="When a lead is filed whose ATTN says what is not so. The reason stays with the version.",
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
