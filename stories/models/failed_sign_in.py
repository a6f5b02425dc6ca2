"""A sign-in that did not succeed, kept for as long as it counts against the next one."""

from django.db import models


class FailedSignIn(models.Model):
    """`key` is a hash of the name, the address or both that were tried: the table is no list of names and passwords."""

    key = models.CharField(max_length=64)
    failed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["key", "failed_at"]), models.Index(fields=["failed_at"])]

    def __str__(self) -> str:
        return self.key[:12]
