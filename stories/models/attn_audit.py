"""What the check of a filed ATTN line came to."""

from django.db import models

from .version import Version


class AttnAudit(models.Model):
    """A summary for lists, kept when a version with a line is filed; the verdicts are read off the two texts.

    It may be made anew at any time (`manage.py audit_attn`), and is: when an older lead comes
    in late, the version after it has another one before it.
    """

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="attn_audit")
    held = models.PositiveSmallIntegerField(default=0, help_text="Claims that the text confirms.")
    wrong = models.PositiveSmallIntegerField(default=0, help_text="Claims that do not hold.")
    unchecked = models.PositiveSmallIntegerField(default=0, help_text="Claims in words that only a person can judge.")
    undeclared = models.PositiveSmallIntegerField(default=0, help_text="Changes that the line does not name.")
    silent = models.PositiveIntegerField(default=0, help_text="Sent facts that read otherwise, and nothing says so.")
    checked_with = models.PositiveSmallIntegerField(help_text="The check that came to this.")

    class Meta:
        ordering = ["version"]

    def __str__(self) -> str:
        return f"{self.version}: {self.held} hold, {self.wrong} do not"
