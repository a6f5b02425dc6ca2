"""The name a story runs under, and the person behind it."""

from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from .desk import Desk
from .histories import Histories


class Byline(models.Model):
    name = models.CharField(max_length=120, unique=True, help_text="As it runs: Kim Eun-jung.")
    native_name = models.CharField(max_length=120, blank=True, help_text="The name in its own script.")
    email = models.EmailField(blank=True)
    sign_off = models.CharField(max_length=40, blank=True, help_text="Initials or address at the end of copy.")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="byline"
    )
    desk = models.ForeignKey(Desk, null=True, blank=True, on_delete=models.PROTECT, related_name="bylines")
    active = models.BooleanField(default=True, help_text="Inactive bylines stay in the record and are not offered.")

    history = HistoricalRecords(history_manager=Histories)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.name} {self.native_name}".strip()
