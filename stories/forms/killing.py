"""A kill: its advisory, what stays in the record, and the slugline typed to confirm."""

from django import forms

from stories.wire.kills import NAMES, KillReason


class KillForm(forms.Form):
    """`seen` is the sequence of the version that was on the wire; `filing_key` makes a repeated press harmless."""

    kind = forms.ChoiceField(
        choices=[(reason.value, NAMES[reason]) for reason in KillReason], widget=forms.RadioSelect, label="Why it goes"
    )
    headline = forms.CharField(required=False, label="Headline of the advisory")
    body = forms.CharField(
        required=False,
        label="Advisory, as it goes to clients",
        widget=forms.Textarea(attrs={"rows": 9}),
        help_text="It goes out under the label (KILL) at once.",
    )
    reason = forms.CharField(
        required=False,
        label="Reason, for the record",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Stays with the kill and does not go out.",
    )
    told = forms.CharField(
        required=False,
        label="Who was told",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Clients, lawyers, the desk abroad: who, how and when. It does not go out.",
    )
    slugline = forms.CharField(
        required=False,
        label="Type the slugline to confirm",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)
    filing_key = forms.CharField(max_length=64, widget=forms.HiddenInput)
