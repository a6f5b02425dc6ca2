"""The admin signed in, and who else the admin's pages may be asked by."""

import pytest
from django.test import Client


@pytest.fixture
def admin_client(admin) -> Client:
    client = Client()
    client.force_login(admin)
    return client
