"""`manage.py demo`: invented people and stories for an empty newsroom."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from stories.services.demo import NewsroomNotEmpty, load_demo

FOLDER = settings.BASE_DIR / "demo"
PASSWORD = "hanbit-demo"  # noqa: S105 - known on purpose, and printed
LOGINS = ("reporter", "noh", "desk", "admin")  # two reporters: an embargo hides a story from the other one


class Command(BaseCommand):
    help = "Fill an empty newsroom with three desks, eight people and a dozen invented stories."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--known-password",
            action="store_true",
            help="Load in production too, though everybody can read the password.",
        )

    def handle(self, *args: Any, known_password: bool, **options: Any) -> None:
        if settings.PRODUCTION and not known_password:
            raise CommandError(
                "The demo's password is known to everybody. In production, say --known-password if you mean it."
            )
        try:
            newsroom = load_demo(folder=FOLDER, password=PASSWORD, now=timezone.now())
        except NewsroomNotEmpty as refusal:
            raise CommandError(refusal.message) from refusal
        self.stdout.write(f"The demo newsroom is ready: {len(newsroom.chains)} stories on {len(newsroom.desks)} desks.")
        self.stdout.write(f"Sign in as {', '.join(LOGINS)}; the password of each is {PASSWORD}")
