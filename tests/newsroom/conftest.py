"""A desk of its own in a process of its own."""

import os

import pytest

OURS = ("WRITETHRU_", "DATABASE_URL", "DJANGO_")


@pytest.fixture(scope="session")
def bare() -> dict[str, str]:
    """The environment without anything that tells Writethru how to run, these tests' own settings included."""
    return {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
