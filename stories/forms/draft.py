"""The next filing as it is being written."""

from typing import Any

from django import forms

from stories.models import Draft
from stories.services.drafting import DraftText, brackets_in_words, brackets_of
from stories.wire.label import Kind

LONGEST_BODY = 400_000  # characters: a hundred times a long story, far under what a request may carry
TEXT_FIELDS = ("headline", "attn", "byline", "dateline", "body", "email", "note")
NAMES = {"attn": "ATTN", "body": "copy", "email": "sign-off address", "note": "note to the desk"}
TOO_LONG = "The {} can have at most %(limit_value)d characters; it has %(show_value)d."
OPENING_KINDS = (("", "First filing"), (Kind.URGENT.value, "URGENT"))


class DraftForm(forms.Form):
    """The next filing as it is being written. `draft` and `revision` say which saved text it started from.

    `closed` stands in the place of `draft` where that was filed or discarded, as the person was told.
    """

    draft = forms.IntegerField(required=False, widget=forms.HiddenInput)
    closed = forms.IntegerField(required=False, widget=forms.HiddenInput)
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
                "placeholder": "what is new, and in which paras",
            }
        ),
    )
    byline = forms.CharField(
        required=False,
        max_length=1000,
        help_text="As it runs: By Rim Na-ra and Han Sol",
        widget=forms.TextInput(attrs={"list": "byline-names", "autocomplete": "off", "data-one-line": ""}),
    )
    dateline = forms.CharField(
        required=False,
        max_length=1000,
        help_text="As it runs: SEOUL, Jan. 13 (Hanbit) --",
        widget=forms.Textarea(
            attrs={
                "rows": 1,
                "class": "ed-mono",
                "autocomplete": "off",
                "spellcheck": "false",
                "data-one-line": "",
                "placeholder": "PLACE, date (Hanbit) --",
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
        for name in TEXT_FIELDS:
            self.fields[name].error_messages["max_length"] = TOO_LONG.format(NAMES.get(name, name))
        if not may_be_urgent:
            del self.fields["kind"]
            return
        # Of a story's first filing: a sample line there read as one that was typed already.
        self.fields["attn"].help_text = "A first filing needs none."
        del self.fields["attn"].widget.attrs["placeholder"]

    @classmethod
    def of(cls, draft: Draft, **kwargs: Any) -> "DraftForm":
        """The form as the draft stands."""
        initial = {name: getattr(draft, name) for name in (*TEXT_FIELDS, "kind", "revision")}
        initial["draft"] = draft.pk
        if draft.kind == Kind.FIRST:
            initial["kind"] = ""  # chosen or not chosen yet, it goes out as the first filing
        initial["qualifiers"] = brackets_in_words(draft)
        return cls(initial=initial, **kwargs)

    def draft_text(self) -> DraftText:
        """What was typed, as the services take it."""
        given = {name: self.cleaned_data[name] for name in TEXT_FIELDS}
        qualifiers = brackets_of(self.cleaned_data["qualifiers"])
        return DraftText(**given, qualifiers=qualifiers, kind=self.cleaned_data.get("kind", ""))

    def refuse(self, field: str, message: str) -> None:
        """Put a service's refusal at the field it speaks of."""
        named = {"qualifier": "qualifiers"}.get(field, field)
        self.add_error(named if named in self.fields else None, message)

    def carried_to(self, draft: Draft) -> "DraftForm":
        """The same typed text, to be saved over `draft` as it is now."""
        return self._carried(draft=draft.pk, revision=draft.revision)

    def carried_on(self) -> "DraftForm":
        """The same typed text, whose draft was closed, to be merged into what is written on this story now."""
        return self._carried(draft="", closed=self.data.get("draft") or self.data.get("closed") or "")

    def _carried(self, **fields: object) -> "DraftForm":
        data = self.data.copy()
        for name, value in fields.items():
            data[name] = value
        return DraftForm(data, may_be_urgent="kind" in self.fields)
