"""Filed texts from outside."""

from collections.abc import Sequence
from typing import Any

from django import forms

from stories.models import Desk

MOST_FILES = 40
LARGEST_IMPORT = 2 * 1024 * 1024  # bytes; a wire text is a few thousand


class ManyFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once, each within a size that a wire text never reaches."""

    widget = ManyFiles

    def clean(self, data: Sequence[Any], initial: Any = None) -> list[Any]:
        files = [super(FilesField, self).clean(one, initial) for one in data or [] if one]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(f"At most {MOST_FILES} files at a time; this was {len(files)}.")
        return files


class CopyInForm(forms.Form):
    """Filed texts from outside: pasted, as files, or sent along from the page that showed how they were read."""

    desk = forms.ModelChoiceField(Desk.objects.all(), help_text="Answers for the stories that are new here.")
    story = forms.SlugField(required=False, max_length=10, widget=forms.HiddenInput)
    pasted = forms.CharField(
        required=False,
        strip=False,
        label="Paste a filed text",
        widget=forms.Textarea(attrs={"rows": 14, "class": "in-edit", "spellcheck": "false", "autofocus": True}),
    )
    files = FilesField(
        required=False,
        label="Or choose files",
        help_text="Plain text, 40 at a time, together up to 2 MB. The leads of one story may come in any order.",
    )

    @property
    def kept(self) -> list[tuple[str, str]]:
        """Name and text of what was read before and is sent along."""
        if not self.is_bound:
            return []
        return list(zip(self.data.getlist("name"), self.data.getlist("text"), strict=False))

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        pasted, files = given.get("pasted") or "", given.get("files") or []
        size = len(pasted.strip()) + sum(file.size for file in files) + sum(len(text.strip()) for _, text in self.kept)
        if size > LARGEST_IMPORT:
            self.add_error("files", f"Together this is {size / 1024 / 1024:.1f} MB; 2 MB can be read at a time.")
        elif not self.errors and not size:
            self.add_error("pasted", "Paste a text or choose a file.")
        return given

    def texts(self) -> list[tuple[str, bytes]]:
        """Name and bytes of every text of a valid form, those sent along first."""
        sent = [(name, text.encode()) for name, text in self.kept if text.strip()]
        pasted = self.cleaned_data["pasted"]
        if pasted.strip():
            sent.append(("Pasted text", pasted.encode()))
        return sent + [(file.name, file.read()) for file in self.cleaned_data["files"]]
