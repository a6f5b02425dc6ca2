"""The password, the session's end, and the second step."""

import re
import threading
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from stories.services.mailing import SENDER
from stories.services.second_step import begin_second_step, confirm_second_step, has_second_step
from stories.views import session_end

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough password"
NEW = "an even longer password"


def come_in(client: Client, person: User, password: str = PASSWORD, to: str = "") -> str:
    """Where the sign-in form leads."""
    form = {"username": person.username, "password": password, "next": to}
    return client.post(reverse("sign_in"), form).headers.get("Location", "")


def code_of(person: User, drift: int = 0) -> str:
    """What the person's phone shows now, or `drift` steps later."""
    device = TOTPDevice.objects.get(user=person)
    return f"{totp(device.bin_key, drift=device.drift + drift):06}"


@pytest.fixture
def paper(desk_editor: User) -> tuple[str, ...]:
    """The desk editor has a second step; the codes on their paper. The phone's present code is used."""
    begin_second_step(actor=desk_editor)
    return confirm_second_step(actor=desk_editor, code=code_of(desk_editor))


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
    send = mail.backends.locmem.EmailBackend.send_messages

    def slow(backend: object, messages: list[EmailMessage]) -> int:
        answered.wait(10)
        return send(backend, messages)

    monkeypatch.setattr(mail.backends.locmem.EmailBackend, "send_messages", slow)

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


def at(client: Client, ago: timedelta, key: str) -> None:
    session = client.session
    session[key] = (timezone.now() - ago).timestamp()
    session.save()


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


# the second step


def test_without_a_code_the_password_alone_opens_nothing(paper: tuple[str, ...], desk_editor: User) -> None:
    client = Client()

    assert come_in(client, desk_editor) == reverse("sign_in_code")
    assert client.get("/").status_code == 302


def test_the_code_on_the_phone_opens_the_page_that_was_asked_for(
    client: Client, paper: tuple[str, ...], desk_editor: User
) -> None:
    come_in(client, desk_editor, to=reverse("story_new"))

    answer = client.post(reverse("sign_in_code"), {"code": code_of(desk_editor, 1)})

    assert answer.headers["Location"] == reverse("story_new")
    assert client.get("/").status_code == 200


def test_a_code_is_good_once(paper: tuple[str, ...], desk_editor: User) -> None:
    codes = []
    for _ in range(2):
        client = Client()
        come_in(client, desk_editor)
        codes.append(client.post(reverse("sign_in_code"), {"code": f" {paper[0].upper()}"}).status_code)

    assert codes == [302, 422]


def test_wrong_codes_count_as_wrong_passwords_do(client: Client, paper: tuple[str, ...], desk_editor: User) -> None:
    come_in(client, desk_editor)

    codes = [client.post(reverse("sign_in_code"), {"code": "000000"}).status_code for _ in range(6)]

    assert codes == [422] * 5 + [429]
    assert client.post(reverse("sign_in_code"), {"code": paper[0]}).status_code == 429


def test_the_password_given_again_clears_no_guess_at_the_code(
    client: Client, paper: tuple[str, ...], desk_editor: User
) -> None:
    for _ in range(5):
        come_in(client, desk_editor)
        client.post(reverse("sign_in_code"), {"code": "000000"})

    assert client.post(reverse("sign_in_code"), {"code": paper[0]}).status_code == 429


def test_a_password_waits_five_minutes_for_its_code(client: Client, paper: tuple[str, ...], desk_editor: User) -> None:
    come_in(client, desk_editor)
    session = client.session
    session["half_in"] |= {"since": timezone.now().timestamp() - 301}
    session.save()

    assert client.post(reverse("sign_in_code"), {"code": paper[0]}).headers["Location"] == reverse("sign_in")


def test_who_was_made_inactive_between_password_and_code_stays_out(
    client: Client, paper: tuple[str, ...], desk_editor: User
) -> None:
    come_in(client, desk_editor)
    User.objects.filter(pk=desk_editor.pk).update(is_active=False)

    assert client.post(reverse("sign_in_code"), {"code": paper[0]}).headers["Location"] == reverse("sign_in")


def test_it_is_set_up_with_the_code_the_phone_shows(client: Client, desk_editor: User) -> None:
    client.force_login(desk_editor)
    page = client.post(reverse("second_step")).content.decode()
    assert "data:image/svg+xml" in page
    assert not has_second_step(desk_editor)

    wrong = client.post(reverse("second_step"), {"code": "123 45"})
    TOTPDevice.objects.update(throttling_failure_count=0)
    right = client.post(reverse("second_step"), {"code": code_of(desk_editor)})

    assert wrong.status_code == 422
    assert len(re.findall(r"<li>[a-z2-7]{8}</li>", right.content.decode())) == 10
    assert has_second_step(desk_editor)


def test_it_is_turned_off_by_who_knows_the_password(client: Client, paper: tuple[str, ...], desk_editor: User) -> None:
    client.force_login(desk_editor)

    assert client.post(reverse("second_step_off"), {"password": "a guess"}).status_code == 422
    assert has_second_step(desk_editor)

    client.post(reverse("second_step_off"), {"password": PASSWORD})
    assert not has_second_step(desk_editor)


def test_a_reporter_is_offered_none(as_reporter: Client, reporter: User) -> None:
    assert as_reporter.post(reverse("second_step")).headers["Location"] == reverse("account")
    assert "Second step" not in as_reporter.get(reverse("account")).content.decode()


def test_an_admin_takes_it_off_for_who_lost_the_phone(
    client: Client, admin: User, paper: tuple[str, ...], desk_editor: User
) -> None:
    client.force_login(admin)

    client.post(
        reverse("admin:auth_user_changelist"),
        {"action": "take_off_second_step", "_selected_action": [desk_editor.pk]},
    )

    assert not has_second_step(desk_editor)


def test_the_admin_shows_nobodys_secret(client: Client, admin: User) -> None:
    client.force_login(admin)

    assert client.get("/admin/otp_totp/totpdevice/").status_code == 404
    assert client.get("/admin/otp_static/staticdevice/").status_code == 404
