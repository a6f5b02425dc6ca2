"""The settings of production and of this machine, as Django sees them."""

import json
import secrets
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

ASK = """
import json, sys
from newsroom import settings
print(json.dumps({name: getattr(settings, name, None) for name in sys.argv[1:]}, default=str))
"""
PRODUCTION = {
    "WRITETHRU_ENV": "production",
    "WRITETHRU_SECRET_KEY": secrets.token_urlsafe(64),
    "WRITETHRU_ALLOWED_HOSTS": "desk.example",
}


@pytest.fixture
def run(bare):
    """`run(*arguments, **variables)` is Python run with only these variables of ours; the finished process."""

    def finish(*arguments, **variables):
        return subprocess.run(
            [sys.executable, *arguments], env=bare | variables, cwd=settings.BASE_DIR, capture_output=True, text=True
        )

    return finish


@pytest.fixture
def values(run):
    """`values(*names, **variables)` is those settings as they are with these variables."""
    return lambda *names, **variables: json.loads(run("-c", ASK, *names, **variables).stdout)


@pytest.fixture
def production(tmp_path):
    return PRODUCTION | {"WRITETHRU_DATA_DIR": str(tmp_path)}


def test_production_passes_every_check_of_django(run, production):
    checked = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **production)
    assert checked.returncode == 0, checked.stderr


def test_production_is_reached_over_https_only(values, production):
    assert values(
        "DEBUG",
        "SECURE_SSL_REDIRECT",
        "SESSION_COOKIE_SECURE",
        "CSRF_COOKIE_SECURE",
        "SECURE_HSTS_SECONDS",
        **production,
    ) == {
        "DEBUG": False,
        "SECURE_SSL_REDIRECT": True,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": 31536000,
    }


def test_a_forwarded_scheme_is_believed_only_where_there_is_a_proxy(values, production):
    asked = "SECURE_PROXY_SSL_HEADER"
    assert values(asked, **production)[asked] is None
    behind = production | {"WRITETHRU_BEHIND_PROXY": "yes"}
    assert values(asked, **behind)[asked] == ["HTTP_X_FORWARDED_PROTO", "https"]


def test_a_newsroom_on_this_machine_shows_no_tracebacks_and_answers_to_this_machine_only(values, tmp_path):
    found = values("DEBUG", "ALLOWED_HOSTS", WRITETHRU_DATA_DIR=str(tmp_path))
    assert found == {"DEBUG": False, "ALLOWED_HOSTS": ["127.0.0.1", "localhost", "[::1]"]}


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({"WRITETHRU_ENV": "production"}, "writethru: WRITETHRU_SECRET_KEY is needed in production"),
        ({"WRITETHRU_DATABASE": "x"}, "writethru: WRITETHRU_DATABASE is not a setting"),
        ({"PORT": "eighty"}, "writethru: PORT must be"),
    ],
)
def test_a_start_with_a_bad_setting_ends_with_one_line(run, tmp_path, variables, said):
    stopped = run("manage.py", "serve", WRITETHRU_DATA_DIR=str(tmp_path), **variables)
    assert stopped.returncode == 1
    assert stopped.stderr.startswith(said)
    assert stopped.stderr.count("\n") == 1


@pytest.mark.django_db
def test_tests_run_in_the_mode_the_desk_runs_in():
    if connection.vendor != "sqlite":
        pytest.skip("SQLite's own settings")
    with connection.cursor() as cursor:
        asked = [cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")]
        assert asked == ["wal", 2]
        assert cursor.execute("PRAGMA recursive_triggers").fetchone()[0] == 1


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/sign-in/", "/no-such-page/", "/static/css/base.css"])
def test_every_answer_carries_the_strict_headers(client, address):
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


@pytest.mark.django_db
def test_pages_cannot_be_framed(client):
    answer = client.get("/sign-in/")
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
