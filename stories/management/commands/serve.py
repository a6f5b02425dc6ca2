"""`manage.py serve`: prepare the newsroom where asked, then serve it, all in one process.

One process, because each start of Django costs most of a second and script/server
promises a running desk in two.
"""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import BaseCommand, CommandError, call_command, get_commands
from django.db import OperationalError, connections

from newsroom.environment import Environment
from newsroom.server import PortTakenError, bracketed, refuse_taken_port, serve
from newsroom.wsgi import application


class Command(BaseCommand):
    help = "Serve the desk; with --prepare, bring the database up to date first, and load the demo into an empty one."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--prepare", action="store_true")

    def handle(self, *, prepare: bool, **options: Any) -> None:
        environment = Environment()
        self.address, self.port = environment["WRITETHRU_BIND"], environment["PORT"]
        try:
            refuse_taken_port(self.address, self.port)
        except PortTakenError as taken:
            raise CommandError(str(taken)) from taken
        if prepare:
            self.prepare()
        connections.close_all()  # a connection must not be shared by the processes that fork from this one
        serve(
            application,
            address=self.address,
            port=self.port,
            workers=environment["WRITETHRU_WORKERS"],
            threads=environment["WRITETHRU_THREADS"],
            when_ready=self.welcome,
        )

    def prepare(self) -> None:
        try:
            call_command("migrate", verbosity=0, interactive=False)
        except OperationalError as error:
            raise CommandError(f"The database cannot be used: {str(error).strip()}") from error
        if "demo" in get_commands() and not settings.PRODUCTION and not get_user_model().objects.exists():
            self.stdout.write("Loading the demo newsroom ...")
            call_command("demo", stdout=self.stdout)

    def welcome(self) -> None:
        self.stdout.write(f"Writethru is running at http://{bracketed(self.address)}:{self.port}/")
        self.stdout.write("Stop it with Ctrl-C.")
        self.stdout.flush()
