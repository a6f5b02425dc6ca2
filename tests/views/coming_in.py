"""Signing in by the form, and a session of some time ago."""

from datetime import timedelta

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

PASSWORD = "a long enough password"


def come_in(client: Client, person: User, password: str = PASSWORD, to: str = "") -> str:
    """Where the sign-in form leads."""
    form = {"username": person.username, "password": password, "next": to}
    return client.post(reverse("sign_in"), form).headers.get("Location", "")


def at(client: Client, ago: timedelta, key: str) -> None:
    session = client.session
    session[key] = (timezone.now() - ago).timestamp()
    session.save()
