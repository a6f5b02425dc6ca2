"""A desk: the editors who answer for a part of the file."""

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from .histories import Histories


class Desk(models.Model):
    class AttnPolicy(models.TextChoices):
        """What is asked of who files a lead whose ATTN says what is not so."""

        WARN = "warn", "Warn, and let it be filed"
        REASON = "reason", "Ask for a reason"

    class Approval(models.TextChoices):
        """Who may send copy of this desk to the wire."""

        NONE = "none", "Who writes it files it"
        DESK = "desk", "The desk approves it first"

    class Urgent(models.TextChoices):
        """Who may file an URGENT at once, where the desk otherwise approves first."""

        ANYONE = "anyone", "Anyone who may write"
        DESK = "desk", "Desk editors only"

    name = models.CharField(max_length=80, unique=True)
    code = models.SlugField(max_length=12, unique=True, help_text="Short name in addresses, such as pol.")
    four_eyes = models.BooleanField(default=False, help_text="Nobody approves their own story.")
    approval = models.CharField(max_length=6, choices=Approval, default=Approval.NONE)
    urgent = models.CharField("URGENT at once", max_length=6, choices=Urgent, default=Urgent.ANYONE)
    editors = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="desks",
        help_text="Desk editors who decide for this desk. With none named, every desk editor does.",
    )
    wait_minutes = models.PositiveSmallIntegerField(
        "wait", default=5, help_text="Minutes after which a waiting submission is shown as late."
    )
    urgent_wait_minutes = models.PositiveSmallIntegerField("wait of an URGENT", default=1)
    attn_policy = models.CharField(
        "false ATTN claims",
        max_length=10,
        choices=AttnPolicy,
        default=AttnPolicy.WARN,
        help_text="When a lead is filed whose ATTN says what is not so. The reason stays with the version.",
    )

    history = HistoricalRecords(m2m_fields=[editors], history_manager=Histories)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
