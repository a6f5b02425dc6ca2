"""What the server's processes must not inherit."""

import pytest
from django.db import connection

from stories.management.commands.serve import close_connections

pytestmark = pytest.mark.django_db(transaction=True)


def test_no_open_connection_is_left_to_the_processes_that_fork():
    connection.ensure_connection()

    close_connections()

    assert connection.connection is None
    if connection.vendor == "postgresql":
        assert connection.alias not in connection._connection_pools
