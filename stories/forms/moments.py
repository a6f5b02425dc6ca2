"""A time that a person types, on the clock that the page shows."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.dateparse import parse_datetime


class ClockField(forms.DateTimeField):
    """A date and time in the current zone. One that its clocks skip or show twice is refused, and says what to type."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def to_python(self, value: Any) -> datetime | None:
        try:
            return super().to_python(value)
        except forms.ValidationError as refusal:
            if refusal.code == "ambiguous_timezone" or "couldn" in str(refusal):
                raise forms.ValidationError(_why(str(value)), code="no_such_time") from refusal
            raise


def _why(typed: str) -> str:
    naive = parse_datetime(typed)
    zone = timezone.get_current_timezone()
    if naive is None:
        return "This is no time."
    if naive.replace(tzinfo=zone, fold=0).utcoffset() > naive.replace(tzinfo=zone, fold=1).utcoffset():
        return f"{naive:%H:%M} comes twice on that day in {zone}: the clocks go back. Choose a time before or after."
    after = naive + timedelta(hours=1)
    return f"{naive:%H:%M} does not exist on that day in {zone}: the clocks go forward. Try {after:%H:%M}."
