"""A setting that is missing, wrong or misspelt stops the start with a line that names it."""

import pytest

from newsroom.environment import SECRET_FILE, BadSettingError, Environment, data_folder, kept_secret
from newsroom.variables import SETTINGS

SECRET = "a-secret-of-fifty-characters-or-more-0123456789-abcdef"


def refusal(name, **variables):
    with pytest.raises(BadSettingError) as refused:
        Environment(variables)[name]
    return str(refused.value)


def test_nothing_needs_to_be_set_to_start():
    for setting in SETTINGS:
        Environment({})[setting.name]


@pytest.mark.parametrize("setting", [setting for setting in SETTINGS if setting.needed], ids=lambda each: each.name)
def test_what_production_needs_is_asked_for_by_name(setting):
    assert refusal(setting.name, WRITETHRU_ENV="production").startswith(f"{setting.name} is needed in production")


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("WRITETHRU_ENV", "prod"),
        ("PORT", "http"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("PORT", "８０００"),
        ("WRITETHRU_THREADS", "-1"),
        ("WRITETHRU_BEHIND_PROXY", "maybe"),
        ("WRITETHRU_TIME_ZONE", "Seoul"),
        ("WRITETHRU_TIME_ZONE", "Asia"),
        ("WRITETHRU_TIME_ZONE", "../../etc/passwd"),
        ("WRITETHRU_LOG_LEVEL", "loud"),
        ("WRITETHRU_SECRET_KEY", "short"),
        ("WRITETHRU_SECRET_KEY", "a" * 60),
        ("DATABASE_URL", "mysql://desk@host/name"),
        ("DATABASE_URL", "sqlite:relative"),
        ("WRITETHRU_EMAIL_URL", "https://mail.example"),
    ],
)
def test_a_wrong_value_is_refused_with_its_name_and_what_it_must_be(name, given):
    assert refusal(name, **{name: given}).startswith(f"{name} must ")


def test_a_refusal_does_not_repeat_a_password():
    assert "hunter2" not in refusal("DATABASE_URL", DATABASE_URL="mysql://desk:hunter2@host/name")


def test_a_misspelt_name_is_refused_and_the_right_one_offered():
    with pytest.raises(BadSettingError, match="Did you mean WRITETHRU_SECRET_KEY"):
        Environment({"WRITETHRU_SECERT_KEY": SECRET}).refuse_unknown_names()


def test_variables_of_other_programs_are_none_of_our_business():
    Environment({"PATH": "/bin", "WRITE": "1"}).refuse_unknown_names()


@pytest.mark.parametrize(
    "variables",
    [
        {"WRITETHRU_ENV": "production", "WRITETHRU_DEBUG": "yes"},
        {"WRITETHRU_BIND": "0.0.0.0"},
    ],
)
def test_mixtures_that_would_open_the_desk_to_the_world_are_refused(variables):
    with pytest.raises(BadSettingError):
        Environment(variables).refuse_unsafe_mixtures()


def test_an_empty_variable_is_the_same_as_none():
    assert Environment({"PORT": " "})["PORT"] == 8000


def test_lists_are_read_with_spaces_or_without():
    hosts = Environment({"WRITETHRU_ALLOWED_HOSTS": "desk.example, wire.example,"})["WRITETHRU_ALLOWED_HOSTS"]
    assert hosts == ["desk.example", "wire.example"]


def test_sqlite_survives_a_power_cut_and_takes_its_lock_first():
    database = Environment({"DATABASE_URL": "sqlite:////srv/desk.sqlite3"})["DATABASE_URL"]
    assert database["NAME"] == "/srv/desk.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "recursive_triggers=ON"):
        assert pragma in database["OPTIONS"]["init_command"]


def test_postgresql_is_reached_through_a_pool():
    database = Environment({"DATABASE_URL": "postgresql://desk:p%40ss@db.example:5433/wire"})["DATABASE_URL"]
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.example", 5433, "wire")
    assert (database["PASSWORD"], database["OPTIONS"]["pool"]) == ("p@ss", True)
    assert not database.get("CONN_MAX_AGE")  # a pool keeps connections itself, and Django refuses both


def test_a_secret_is_made_once_and_kept_from_others(tmp_path):
    first = kept_secret(tmp_path)
    assert kept_secret(tmp_path) == first
    assert len(first) >= 50
    assert (tmp_path / SECRET_FILE).stat().st_mode & 0o077 == 0
    assert [file.name for file in tmp_path.iterdir()] == [SECRET_FILE]


def test_each_newsroom_has_a_secret_of_its_own(tmp_path):
    assert kept_secret(data_folder(tmp_path / "a")) != kept_secret(data_folder(tmp_path / "b"))


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(BadSettingError, match="WRITETHRU_DATA_DIR: cannot make"):
        data_folder(tmp_path / "file" / "data")
