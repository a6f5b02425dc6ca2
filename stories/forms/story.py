"""Starting a story."""

from django import forms

from stories.models import Story
from stories.wire.slugline import plain_slugline
from stories.wire.text import control_characters

LANGUAGES = (("en", "English"), ("ko", "Korean"))


class StoryForm(forms.ModelForm):
    """Starts a story: the slugline every filing will run under, and the desk that answers for it."""

    class Meta:
        model = Story
        fields = ["desk", "slugline", "category", "urgency", "language", "embargo_until"]
        help_texts = {
            "slugline": "Hyphenated; the same on every filing of the story.",
            "urgency": "1 is most urgent, 9 least.",
            "embargo_until": "Not for use before this time, on the clock at the top of the page. Empty: none.",
        }
        widgets = {
            "language": forms.Select(choices=LANGUAGES),
            "urgency": forms.NumberInput(attrs={"min": 1, "max": 9, "inputmode": "numeric"}),
            "embargo_until": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
            "slugline": forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        }

    def clean_slugline(self) -> str:
        """Plain enough to be searched, said and filed under; what is brought in keeps what it came with."""
        given = self.cleaned_data["slugline"]
        plain = plain_slugline(given)
        if plain == given or control_characters(given):  # those the record refuses, by name
            return given
        offer = f" Try {plain}" if plain else ""
        raise forms.ValidationError(f"A slugline has letters, digits, hyphens and dots, and no blanks.{offer}")
