"""A note as it is written, and where."""

from django import forms


class NoteForm(forms.Form):
    """`on` is the text's word in an address ("draft", "3", "s2"); people count `paragraph` from 1."""

    on = forms.CharField(max_length=20, required=False)
    parent = forms.IntegerField(required=False, widget=forms.HiddenInput)
    paragraph = forms.IntegerField(required=False, min_value=1, max_value=9999)
    words = forms.CharField(required=False, strip=False)
    near = forms.IntegerField(required=False, min_value=0, max_value=1_000_000)
    remark = forms.CharField(required=False, strip=False)

    @property
    def graf(self) -> int | None:
        """The paragraph as the record counts, from 0."""
        number = self.cleaned_data["paragraph"]
        return None if number is None else number - 1

    @property
    def why_not(self) -> str:
        """What is wrong with its shape, in one sentence."""
        if "paragraph" in self.errors:
            return "The paragraph is a number, from 1."
        return " ".join(str(words) for field in self.errors.values() for words in field)
