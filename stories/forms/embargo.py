"""Until when a story is held, and why."""

from django import forms

from stories.services.embargo import LONGEST_REASON

from .moments import ClockField


class EmbargoForm(forms.Form):
    """`seen` is the embargo that stood when the page was opened, as an ISO time, "" for none."""

    until = ClockField(required=False, label="Not for use before")
    reason = forms.CharField(max_length=LONGEST_REASON, label="Why", help_text="Stays in the story's history.")
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
