"""The settings tests run with: newsroom/settings.py in a data folder that goes away, with a quick password hasher."""

import os
import tempfile

_folder = tempfile.TemporaryDirectory(prefix="writethru-tests-")
os.environ["WRITETHRU_DATA_DIR"] = _folder.name

from newsroom.settings import *  # noqa: E402, F403
from newsroom.settings import DATABASES, INSTALLED_APPS, MIDDLEWARE  # noqa: E402

# A file, as in life: an in-memory database has one connection, no write-ahead log and no lock to wait for.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": f"{_folder.name}/test.sqlite3"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# One query for each row of a list fails the test that shows it.
INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
MIDDLEWARE = ["zeal.middleware.zeal_middleware", *MIDDLEWARE]
# The signed-in person and a person looked at are two, not a list. A verb that calls a verb locks the story and
# the draft twice, and signing out reads the session that it empties.
ZEAL_ALLOWLIST = [
    {"model": "auth.User", "field": "get()"},
    {"model": "sessions.Session", "field": "get()"},
    {"model": "stories.Story", "field": "get()"},
    {"model": "stories.Draft", "field": "get()"},
]
