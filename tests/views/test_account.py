"""A person's own password, and the end of a session."""

import re
import threading
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.urls import reverse

from stories.services.mailing import SENDER
from stories.views import session_end
from tests.views.coming_in import PASSWORD, at, come_in

pytestmark = pytest.mark.django_db

NEW = "an even longer password"


# the password


def test_a_changed_password_ends_the_other_sessions(client: Client, reporter: User) -> None:
    other = Client()
    come_in(other, reporter)
    come_in(client, reporter)

    form = {"old_password": PASSWORD, "new_password1": NEW, "new_password2": NEW}
    assert client.post(reverse("password_change"), form).headers["Location"] == reverse("account")

    assert client.get("/").status_code == 200
    assert other.get("/").status_code == 302


def test_a_password_is_changed_by_who_knows_it(as_reporter: Client, reporter: User) -> None:
    form = {"old_password": "not this one", "new_password1": NEW, "new_password2": NEW}

    assert "was entered incorrectly" in as_reporter.post(reverse("password_change"), form).content.decode()
    reporter.refresh_from_db()
    assert reporter.check_password(PASSWORD)


def mailed() -> list[EmailMessage]:
    """What went out, once it did: no answer waits for it."""
    for thread in threading.enumerate():
        if thread.name == SENDER:
            thread.join(10)
    return mail.outbox


def test_guesses_at_the_old_password_wait_too(as_reporter: Client, reporter: User) -> None:
    form = {"old_password": "not this one", "new_password1": NEW, "new_password2": NEW}
    assert [as_reporter.post(reverse("password_change"), form).status_code for _ in range(6)] == [200] * 5 + [429]

    right = as_reporter.post(reverse("password_change"), form | {"old_password": PASSWORD})

    assert right.status_code == 429
    reporter.refresh_from_db()
    assert reporter.check_password(PASSWORD)


def test_a_new_password_that_will_not_do_is_no_guess(as_reporter: Client) -> None:
    form = {"old_password": PASSWORD, "new_password1": "short", "new_password2": "short"}
    assert [as_reporter.post(reverse("password_change"), form).status_code for _ in range(6)] == [200] * 6


def test_a_mailed_link_sets_a_new_password_once(client: Client, reporter: User, settings: Any) -> None:
    """It leads to the newsroom's own address, whatever host the request named."""
    settings.PUBLIC_URL = "https://desk.example"
    User.objects.filter(pk=reporter.pk).update(email="rim@hanbit.example")
    client.post(reverse("password_reset"), {"email": "rim@hanbit.example"})
    link = re.search(r"https://desk\.example(/password/\S+)", mailed()[0].body)
    assert link is not None

    form = client.get(link[1]).headers["Location"]
    client.post(form, {"new_password1": NEW, "new_password2": NEW})

    assert come_in(Client(), reporter, NEW) == reverse("board")
    assert "no longer good" in Client().get(link[1]).content.decode()


def test_who_asks_for_a_link_does_not_learn_who_is_there(client: Client, reporter: User) -> None:
    User.objects.filter(pk=reporter.pk).update(email="rim@hanbit.example")

    answers = [
        client.post(reverse("password_reset"), {"email": email}).headers["Location"]
        for email in ("rim@hanbit.example", "nobody@hanbit.example")
    ]

    assert answers == [reverse("password_reset_sent")] * 2
    assert len(mailed()) == 1


def test_no_answer_waits_for_the_mail_and_so_tells_that_one_goes_out(
    client: Client, reporter: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    User.objects.filter(pk=reporter.pk).update(email="rim@hanbit.example")
    answered = threading.Event()
    send = EmailBackend.send_messages

    def slow(backend: object, messages: list[EmailMessage]) -> int:
        answered.wait(10)
        return send(backend, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", slow)

    client.post(reverse("password_reset"), {"email": "rim@hanbit.example"})
    assert mail.outbox == []

    answered.set()
    assert len(mailed()) == 1


def test_nobody_is_flooded_with_links(client: Client, reporter: User) -> None:
    User.objects.filter(pk=reporter.pk).update(email="rim@hanbit.example")

    codes = [client.post(reverse("password_reset"), {"email": "rim@hanbit.example"}).status_code for _ in range(7)]

    assert codes == [302] * 5 + [429] * 2
    assert len(mailed()) == 5


# the session's end


def test_work_moves_the_end_of_a_session(client: Client, reporter: User) -> None:
    come_in(client, reporter)
    at(client, timedelta(hours=2), session_end.RENEWED)

    cookie = client.get("/").cookies["writethru_session"]

    assert cookie["max-age"] == 12 * 60 * 60


def test_a_page_soon_after_another_writes_no_session(client: Client, reporter: User) -> None:
    come_in(client, reporter)

    assert "writethru_session" not in client.get("/").cookies


def test_a_week_after_signing_in_the_password_is_asked_again(client: Client, reporter: User) -> None:
    come_in(client, reporter)
    at(client, timedelta(days=7, seconds=1), session_end.SINCE)

    assert client.get("/").status_code == 302
