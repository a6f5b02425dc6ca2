"""`manage.py serve`: prepare the newsroom where asked, then serve it, all in one process.

One process, because each start of Django costs most of a second and script/server
promises a running desk in two.
"""

from argparse import ArgumentParser
from io import StringIO
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import BaseCommand, CommandError, call_command
from django.db import OperationalError, connections
from django.urls import get_resolver

from newsroom.environment import Environment
from newsroom.server import PortTakenError, bracketed, refuse_taken_port, serve
from newsroom.wsgi import application
from stories.management.commands.demo import LOGINS, PASSWORD


class Command(BaseCommand):
    help = "Serve the desk; with --prepare, bring the database up to date first, and load the demo into an empty one."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--prepare", action="store_true")

    def handle(self, *, prepare: bool, **options: Any) -> None:
        environment = Environment()
        address, port = environment["WRITETHRU_BIND"], environment["PORT"]
        try:
            refuse_taken_port(address, port)
        except PortTakenError as taken:
            raise CommandError(str(taken)) from taken
        if prepare:
            self.prepare()
        welcome = [f"Writethru is running at http://{bracketed(address)}:{port}/", *self.logins(), "Ctrl-C stops it."]
        get_resolver().check()  # loads every view before the fork: broken code stops the start, memory is shared
        close_connections()
        serve(
            application,
            address=address,
            port=port,
            workers=environment["WRITETHRU_WORKERS"],
            threads=environment["WRITETHRU_THREADS"],
            when_ready=lambda: self.say(*welcome),
        )

    def prepare(self) -> None:
        try:
            call_command("migrate", verbosity=0, interactive=False)
        except OperationalError as error:
            raise CommandError(f"The database cannot be used: {str(error).strip()}") from error
        if not settings.PRODUCTION and not User.objects.exists():
            self.say("Loading the demo newsroom ...")
            call_command("demo", stdout=StringIO())  # it would say how to sign in; so does the welcome

    def logins(self) -> list[str]:
        """How to sign in to the demo, while its known password still opens it.

        One of the logins is asked for all: a password costs a fifth of a second to check.
        """
        person = User.objects.filter(username=LOGINS[0], is_active=True).first()
        if person is None or not person.check_password(PASSWORD):
            return []
        return [f"Sign in as {', '.join(LOGINS)}; the password of each is {PASSWORD}"]

    def say(self, *lines: str) -> None:
        self.stdout.write("\n".join(lines))
        self.stdout.flush()


def close_connections() -> None:
    """Leave none to the processes that fork from this one: two that talk on one line garble each other's answers.

    Closing gives a PostgreSQL connection back to its pool, open: so the pool is closed too.
    """
    connections.close_all()
    for connection in connections.all(initialized_only=True):
        if connection.vendor == "postgresql":
            connection.close_pool()
