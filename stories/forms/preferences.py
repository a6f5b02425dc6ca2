"""What a person may choose for themselves."""

from typing import Any
from zoneinfo import available_timezones

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.conf import settings

from stories.models import Notification, Preferences


def zones() -> list[tuple[str, str]]:
    """Every zone that a place gives its name to; the desk's own first."""
    named = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/")))
    return [
        ("", f"The desk's: {settings.TIME_ZONE}"),
        *((zone, zone.replace("_", " ")) for zone in named),
        ("UTC", "UTC"),
    ]


class PreferencesForm(forms.Form):
    """`in_app` has the events that a person is told of: the record keeps those they are not."""

    time_zone = forms.ChoiceField(
        required=False, help_text="Times on your pages, and what you type as a time, are in this zone."
    )
    editor = forms.ChoiceField(
        choices=Preferences.Editor.choices,
        required=False,
        help_text="A choice in the editor itself holds for its device.",
    )
    single_keys = forms.BooleanField(
        required=False,
        label="Single keys act: j, k, a, r and the like",
        help_text="Turn them off where speech input or slips of the hand type letters.",
    )
    in_app = forms.MultipleChoiceField(
        choices=Notification.Event.choices, required=False, widget=forms.CheckboxSelectMultiple, label="In the newsroom"
    )
    emails = forms.MultipleChoiceField(
        choices=Notification.Event.choices, required=False, widget=forms.CheckboxSelectMultiple, label="By e-mail too"
    )

    def __init__(self, *args: Any, email: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = zones()
        self.fields["emails"].help_text = (
            f"Sent to {email}." if email else "No e-mail address is on record for you; an admin can add one."
        )
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            Fieldset("Pages", "time_zone", "editor", "single_keys"),
            Fieldset("Tell me of", "in_app", "emails", css_class="settings-told"),
        )

    @classmethod
    def of(cls, preferences: Preferences, *args: Any, email: str = "") -> "PreferencesForm":
        """The form as the person's choices stand."""
        initial = {
            "time_zone": preferences.time_zone,
            "editor": preferences.editor,
            "single_keys": preferences.single_keys,
            "in_app": [event for event in Notification.Event.values if event not in preferences.quiet],
            "emails": preferences.emails,
        }
        return cls(*args, initial=initial, email=email)

    def chosen(self) -> dict[str, Any]:
        """What `services.preferences.keep_preferences` takes."""
        given = self.cleaned_data
        quiet = [event for event in Notification.Event.values if event not in given["in_app"]]
        return {name: given[name] for name in ("time_zone", "editor", "single_keys", "emails")} | {"quiet": quiet}
