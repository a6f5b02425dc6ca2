"""What the desk says of a photo, and why one is withdrawn."""

from typing import Any

from django import forms

from stories.models import Photo
from stories.services.photos.editing import EDITABLE
from stories.services.photos.prefill import DESK_FIELDS

from .moments import ClockField

LINES = {"caption": 4, "alt_text": 2, "instructions": 2, "rights": 2}
LABELS = {"alt_text": "Alt text", "rights": "Usage terms", "instructions": "Instructions"}
HELP = {
    "caption": "The default: each filing has its own.",
    "credit": "As in copy: (Hanbit), (pool photo) (Hanbit).",
    "alt_text": "What it shows, for who cannot see it.",
    "photographer": "Parted by “and”: Rim Na-ra and Han Sol.",
}


def text_field(name: str) -> forms.CharField:
    """One of the desk's fields, as long as the record takes it."""
    widget = forms.Textarea(attrs={"rows": LINES[name]}) if name in LINES else forms.TextInput()
    return forms.CharField(
        required=False,
        max_length=DESK_FIELDS[name],
        widget=widget,
        label=LABELS.get(name, name.capitalize()),
        help_text=HELP.get(name, ""),
    )


class PhotoWordsForm(forms.Form):
    """The desk's words of a photo. `revision` says which state of the photo they were typed over."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    caption = text_field("caption")
    credit = text_field("credit")
    alt_text = text_field("alt_text")
    photographer = text_field("photographer")
    taken_at = ClockField(required=False, label="Taken")
    place = text_field("place")
    source = text_field("source")
    keywords = forms.CharField(required=False, max_length=4000, help_text="Parted by semicolons.")
    instructions = text_field("instructions")
    copyright = text_field("copyright")
    rights = text_field("rights")
    embargo_until = ClockField(required=False, label="Under embargo until")
    not_for_sale = forms.BooleanField(required=False, label="Not for sale")

    @classmethod
    def of(cls, photo: Photo, revision: int) -> "PhotoWordsForm":
        initial: dict[str, Any] = {name: getattr(photo, name) for name in EDITABLE}
        return cls(initial=initial | {"keywords": "; ".join(photo.keywords), "revision": revision})

    def changes(self) -> dict[str, object]:
        """What was typed, as the service takes it. A moment to the minute leaves the seconds that it had."""
        given = {name: self.cleaned_data[name] for name in EDITABLE if name in self.cleaned_data}
        words = (word.strip() for word in self.cleaned_data["keywords"].split(";"))
        return given | {"keywords": [word for word in words if word]}

    def over(self, revision: int) -> "PhotoWordsForm":
        """The same typed words, to be saved over the photo as it is now."""
        data = self.data.copy()
        data["revision"] = revision
        return PhotoWordsForm(data)


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        max_length=1000,
        label="Why it is withdrawn",
        help_text="Everybody who used it reads this.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
