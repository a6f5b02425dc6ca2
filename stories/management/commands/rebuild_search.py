"""Fill the search index anew from the record: `manage.py rebuild_search`."""

from time import perf_counter
from typing import Any

from django.core.management.base import BaseCommand
from django.db import DEFAULT_DB_ALIAS

from stories.dbobjects import search
from stories.models import Version


class Command(BaseCommand):
    help = "Fill the index that searches ask anew from every filed version. `migrate` does so only where it lacks some."

    def handle(self, **options: Any) -> None:
        started = perf_counter()
        search.rebuild(using=DEFAULT_DB_ALIAS)
        self.stdout.write(f"{Version.objects.count()} versions indexed in {perf_counter() - started:.1f} s.")
