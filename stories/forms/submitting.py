"""Which saved text is handed to the desk, and what is said with it."""

from django import forms

from .filing import SavedDraftForm


class SubmitForm(SavedDraftForm):
    """`message` is for the desk, not for the wire."""

    message = forms.CharField(
        required=False,
        max_length=2000,
        label="Message to the desk",
        help_text="What it should know: what is checked, what is still to come. It does not go out.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
