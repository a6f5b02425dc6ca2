"""The second step of signing in: a code from the phone or from paper, set up and ended with the password."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from stories.services.second_step import begin_second_step, confirm_second_step, has_second_step
from stories.views.second_step import SETTING_UP, SETTING_UP_LASTS
from tests.views.coming_in import PASSWORD, at, come_in

pytestmark = pytest.mark.django_db


def code_of(person: User, drift: int = 0) -> str:
    """What the person's phone shows now, or `drift` steps later."""
    device = TOTPDevice.objects.get(user=person)
    return f"{totp(device.bin_key, drift=device.drift + drift):06}"


@pytest.fixture
def paper(desk_editor: User) -> tuple[str, ...]:
    """The desk editor has a second step; the codes on their paper. The phone's present code is used."""
    begin_second_step(actor=desk_editor)
    return confirm_second_step(actor=desk_editor, code=code_of(desk_editor))


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
    page = client.post(reverse("second_step"), {"password": PASSWORD}).content.decode()
    assert "data:image/svg+xml" in page
    assert "on your paper" not in page  # there is none yet
    assert not has_second_step(desk_editor)

    wrong = client.post(reverse("second_step"), {"code": "123 45"})
    TOTPDevice.objects.update(throttling_failure_count=0)
    right = client.post(reverse("second_step"), {"code": code_of(desk_editor)})

    assert wrong.status_code == 422
    assert len(re.findall(r"<li>[a-z2-7]{8}</li>", right.content.decode())) == 10
    assert has_second_step(desk_editor)


def test_nobody_sets_it_up_at_an_unattended_desk(client: Client, desk_editor: User) -> None:
    """Their phone would be the one that its owner is asked for from then on."""
    client.force_login(desk_editor)

    asked = [client.post(reverse("second_step"), form) for form in ({}, {"password": ""}, {"password": "a guess"})]
    assert [page.status_code for page in asked] == [422] * 3
    assert not any("data:image" in page.content.decode() for page in asked)

    secret = begin_second_step(actor=desk_editor)  # the owner began it once, and somebody saw the secret
    assert secret.secret
    code = {"code": code_of(desk_editor)}
    assert client.post(reverse("second_step"), code).headers["Location"] == reverse("account")
    assert not has_second_step(desk_editor)


def test_guesses_at_the_password_for_it_wait_too(client: Client, desk_editor: User) -> None:
    client.force_login(desk_editor)

    codes = [client.post(reverse("second_step"), {"password": "a guess"}).status_code for _ in range(6)]

    assert codes == [422] * 5 + [429]
    assert client.post(reverse("second_step"), {"password": PASSWORD}).status_code == 429


def test_the_password_given_for_it_is_good_for_a_quarter_of_an_hour(client: Client, desk_editor: User) -> None:
    client.force_login(desk_editor)
    client.post(reverse("second_step"), {"password": PASSWORD})
    at(client, SETTING_UP_LASTS + timedelta(seconds=1), SETTING_UP)

    page = client.post(reverse("second_step"), {"code": code_of(desk_editor)}, follow=True)

    assert "Give your password again" in page.content.decode()
    assert not has_second_step(desk_editor)


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
