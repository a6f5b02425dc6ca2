"""A desk: the editors who answer for a part of the file."""

from django.db import models
from simple_history.models import HistoricalRecords


class Desk(models.Model):
    name = models.CharField(max_length=80, unique=True)
    code = models.SlugField(max_length=12, unique=True, help_text="Short name in addresses, such as pol.")
    four_eyes = models.BooleanField(default=False, help_text="Nobody approves their own story.")

    history = HistoricalRecords()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
