"""Which saved text goes out."""

from django import forms


class SavedDraftForm(forms.Form):
    """Which saved text a button beside it speaks of."""

    draft = forms.IntegerField(widget=forms.HiddenInput)
    revision = forms.IntegerField(widget=forms.HiddenInput)


class FilingForm(SavedDraftForm):
    """Which saved text goes out. `filing_key` is new for each page, so that a repeated click files once."""

    filing_key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    attn_reason = forms.CharField(required=False, max_length=1000, label="Why it goes out like this")
