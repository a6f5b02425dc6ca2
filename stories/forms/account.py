"""What a person types about their own account."""

from functools import partial
from typing import Any

from django import forms
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.models import User

from stories.services.mailing import send_soon


class ResetForm(PasswordResetForm):
    """Whose password is forgotten. The answer takes as long for an address that nobody has."""

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        send_soon(partial(super().send_mail, *args, **kwargs))


class CodeForm(forms.Form):
    code = forms.CharField(
        max_length=32,
        help_text="Six figures from your phone, or one of the codes on your paper.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autofocus": True, "spellcheck": "false"}),
    )


class FirstCodeForm(CodeForm):
    """The code that shows the phone is set up; the paper comes after it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = "The six figures that your phone shows now."


class OwnPasswordForm(forms.Form):
    """The person at the keyboard, once more: what follows must not be done at an unattended desk."""

    password = forms.CharField(
        label="Your password",
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, person: User, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.person.check_password(password):
            raise forms.ValidationError("That is not your password.")
        return password
