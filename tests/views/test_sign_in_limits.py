"""Who guesses waits; who knows comes in."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stories.models import FailedSignIn
from stories.queries.sign_in import LIMITS, next_try
from stories.services.signing_in import note_failure

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough password"
MOST = LIMITS["name and address"].most


def knock(client: Client, name: str, password: str = "a guess", **headers: str) -> int:
    return client.post(reverse("sign_in"), {"username": name, "password": password}, headers=headers).status_code


def test_after_five_wrong_passwords_the_right_one_waits_too(client: Client, reporter: User) -> None:
    assert [knock(client, "rim") for _ in range(MOST)] == [200] * MOST

    answer = client.post(reverse("sign_in"), {"username": "rim", "password": PASSWORD})

    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 300
    assert "Too many tries" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_the_name_counts_however_it_is_typed(client: Client, reporter: User) -> None:
    for name in ("rim", "RIM", " rim", "Rim ", "rIm"):
        knock(client, name)

    assert knock(client, "rim", PASSWORD) == 429


def test_somebody_else_at_the_same_address_comes_in(client: Client, reporter: User, desk_editor: User) -> None:
    for _ in range(MOST):
        knock(client, "rim")

    assert knock(client, "ok", PASSWORD) == 302


def test_the_person_comes_in_from_another_address(client: Client, reporter: User, settings: Any) -> None:
    settings.BEHIND_PROXY = True
    for _ in range(MOST):
        knock(client, "rim", **{"X-Forwarded-For": "203.0.113.9"})

    assert knock(client, "rim", PASSWORD, **{"X-Forwarded-For": "203.0.113.9"}) == 429
    assert knock(client, "rim", PASSWORD, **{"X-Forwarded-For": "203.0.113.9, 198.51.100.7"}) == 302


def test_without_a_proxy_nobody_chooses_their_own_address(client: Client, reporter: User) -> None:
    for number in range(MOST):
        knock(client, "rim", **{"X-Forwarded-For": f"203.0.113.{number}"})

    assert knock(client, "rim", PASSWORD, **{"X-Forwarded-For": "198.51.100.7"}) == 429


def test_a_sign_in_that_succeeds_clears_the_count(client: Client, reporter: User) -> None:
    for _ in range(MOST - 1):
        knock(client, "rim")
    assert knock(client, "rim", PASSWORD) == 302
    client.logout()

    assert [knock(client, "rim") for _ in range(MOST)] == [200] * MOST


@pytest.mark.parametrize("limit", LIMITS)
def test_each_limit_holds_and_ends_by_itself(limit: str) -> None:
    now, rule = timezone.now(), LIMITS[limit]
    for number in range(rule.most):
        name = f"guess {number}" if limit == "address" else "rim"
        address = f"203.0.113.{number}" if limit == "name" else "198.51.100.7"
        note_failure(name=name, address=address, now=now)

    tried = ("anybody" if limit == "address" else "rim", "192.0.2.1" if limit == "name" else "198.51.100.7")

    assert next_try(*tried, now + timedelta(seconds=1)) == now + rule.within
    assert next_try(*tried, now + rule.within) is None


def test_old_failures_are_swept_out_and_no_name_is_kept(client: Client, reporter: User) -> None:
    note_failure(name="rim", address="198.51.100.7", now=timezone.now() - timedelta(hours=2))

    knock(client, "rim")

    kept = FailedSignIn.objects.values_list("key", flat=True)
    assert len(kept) == len(LIMITS)
    assert not any("rim" in key for key in kept)


def test_an_inactive_person_is_out_at_the_next_page(as_reporter: Client, reporter: User) -> None:
    User.objects.filter(pk=reporter.pk).update(is_active=False)

    assert as_reporter.get("/").headers["Location"].startswith(reverse("sign_in"))
    assert knock(Client(), "rim", PASSWORD) == 200
