"""How a person wants the newsroom to look and to call."""

from django.conf import settings
from django.db import models


class Preferences(models.Model):
    """One row for who changed something; without one, the defaults here hold.

    `quiet` and `emails` hold values of `Notification.Event`: not told in the newsroom, and
    sent by e-mail too.
    """

    class Editor(models.TextChoices):
        AUTO = "", "Marked-up, plain on touch screens"
        MARKED = "marked", "Marked-up"
        PLAIN = "plain", "Plain"

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="preferences")
    time_zone = models.CharField(max_length=60, blank=True, help_text="Empty: the desk's.")
    editor = models.CharField(max_length=8, choices=Editor, blank=True)
    single_keys = models.BooleanField(default=True, help_text="j, k, a, r and the like act without a modifier.")
    quiet = models.JSONField(default=list, blank=True)
    emails = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name_plural = "preferences"

    def __str__(self) -> str:
        return f"preferences of {self.person}"
