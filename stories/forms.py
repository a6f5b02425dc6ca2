"""What people type, checked for shape only: what may be done with it, the services decide."""

from collections.abc import Sequence
from typing import Any

from django import forms

from stories.models import Desk, Draft, Story
from stories.services.drafting import DraftText
from stories.wire.label import Kind
from stories.wire.slugline import plain_slugline
from stories.wire.text import control_characters

LONGEST_BODY = 400_000  # characters: a hundred times a long story, far under what a request may carry
MOST_FILES = 40
LARGEST_IMPORT = 2 * 1024 * 1024  # bytes; a wire text is a few thousand
TEXT_FIELDS = ("headline", "attn", "byline", "dateline", "body", "email", "note")
OPENING_KINDS = (("", "First filing"), (Kind.URGENT.value, "URGENT"))
LANGUAGES = (("en", "English"), ("ko", "Korean"))


class StoryForm(forms.ModelForm):
    """Starts a story: the slugline every filing will run under, and the desk that answers for it."""

    class Meta:
        model = Story
        fields = ["desk", "slugline", "category", "urgency", "language", "embargo_until"]
        help_texts = {
            "slugline": "Hyphenated; the same on every filing of the story.",
            "urgency": "1 is most urgent, 9 least.",
            "embargo_until": "Not for use before this time, on the desk's clock. Empty where there is none.",
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


class DraftForm(forms.Form):
    """The next filing as it is being written. `draft` and `revision` say which saved text it started from."""

    draft = forms.IntegerField(required=False, widget=forms.HiddenInput)
    revision = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(required=False, choices=OPENING_KINDS, label="Goes out as", widget=forms.RadioSelect)
    headline = forms.CharField(
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2, "class": "ed-hed", "data-one-line": "", "placeholder": "Headline"}),
    )
    attn = forms.CharField(
        required=False,
        max_length=4000,
        label="ATTN",
        help_text="What is new and where it stands: UPDATES with remarks in paras 2, 5; RECASTS headline",
        widget=forms.Textarea(
            attrs={
                "rows": 2,
                "class": "ed-mono",
                "spellcheck": "false",
                "data-one-line": "",
                "placeholder": "UPDATES with remarks in paras 2, 5",
            }
        ),
    )
    byline = forms.CharField(
        required=False,
        max_length=1000,
        help_text="As it runs: By Rim Na-ra and Han Sol",
        widget=forms.TextInput(attrs={"list": "byline-names", "autocomplete": "off"}),
    )
    dateline = forms.CharField(
        required=False,
        max_length=1000,
        help_text="As it runs: SEOUL, Jan. 13 (Hanbit) --",
        widget=forms.TextInput(
            attrs={
                "class": "ed-mono",
                "autocomplete": "off",
                "spellcheck": "false",
                "placeholder": "SEOUL, Jan. 13 (Hanbit) --",
            }
        ),
    )
    body = forms.CharField(
        required=False,
        max_length=LONGEST_BODY,
        label="Copy",
        help_text="One blank line between paragraphs.",
        widget=forms.Textarea(attrs={"rows": 24, "class": "ed-copy"}),
    )
    email = forms.CharField(required=False, max_length=254, label="Sign-off address")
    qualifiers = forms.CharField(
        required=False,
        max_length=400,
        label="Brackets after the label",
        help_text="Such as News Focus; several parted by a semicolon. They do not count.",
    )
    note = forms.CharField(
        required=False,
        max_length=8000,
        label="Note to the desk",
        help_text="Travels beside the copy, never in it.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, may_be_urgent: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_be_urgent:
            del self.fields["kind"]

    @classmethod
    def of(cls, draft: Draft, **kwargs: Any) -> "DraftForm":
        """The form as the draft stands."""
        initial = {name: getattr(draft, name) for name in (*TEXT_FIELDS, "kind", "revision")}
        initial["draft"] = draft.pk
        initial["qualifiers"] = "; ".join(draft.qualifiers)
        return cls(initial=initial, **kwargs)

    def draft_text(self) -> DraftText:
        """What was typed, as the services take it."""
        given = {name: self.cleaned_data[name] for name in TEXT_FIELDS}
        qualifiers = tuple(part.strip(" ()") for part in self.cleaned_data["qualifiers"].split(";"))
        return DraftText(**given, qualifiers=tuple(filter(None, qualifiers)), kind=self.cleaned_data.get("kind", ""))

    def refuse(self, field: str, message: str) -> None:
        """Put a service's refusal at the field it speaks of."""
        named = {"qualifier": "qualifiers"}.get(field, field)
        self.add_error(named if named in self.fields else None, message)

    def carried_to(self, draft: Draft | None) -> "DraftForm":
        """The same typed text, to be saved over `draft` as it is now, or on a new draft."""
        data = self.data.copy()
        data["draft"], data["revision"] = (draft.pk, draft.revision) if draft else ("", "")
        return DraftForm(data, may_be_urgent="kind" in self.fields)


class SavedDraftForm(forms.Form):
    """Which saved text a button beside it speaks of."""

    draft = forms.IntegerField(widget=forms.HiddenInput)
    revision = forms.IntegerField(widget=forms.HiddenInput)


class FilingForm(SavedDraftForm):
    """Which saved text goes out. `filing_key` is new for each page, so that a repeated click files once."""

    filing_key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    attn_reason = forms.CharField(required=False, max_length=1000, label="Why it goes out like this")


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
        widget=forms.Textarea(attrs={"rows": 14, "class": "in-edit", "spellcheck": "false"}),
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
