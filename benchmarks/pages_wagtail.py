"""Wagtail's compare page on the same texts, in a process of its own: timings as JSON. Run by benchmarks.pages."""

import json
import os
import sys
from functools import partial

import django
from django.conf import settings

FOLDER = os.environ["WRITETHRU_DATA_DIR"]
APPS = ("contrib.forms", "contrib.redirects", "embeds", "sites", "users", "snippets", "documents", "images", "search")
CONTEXT = ("template.context_processors.request", "contrib.auth.context_processors.auth")
settings.configure(
    SECRET_KEY="benchmark",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF="benchmarks.wagtail_story.urls",
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{FOLDER}/wagtail.sqlite3"}},
    INSTALLED_APPS=[
        *(f"wagtail.{app}" for app in APPS),
        "wagtail.admin",
        "wagtail",
        "modelcluster",
        "taggit",
        *(f"django.contrib.{app}" for app in ("auth", "contenttypes", "sessions", "messages", "staticfiles")),
        "benchmarks.wagtail_story",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    *(f"django.{name}" for name in CONTEXT),
                    "django.contrib.messages.context_processors.messages",
                ]
            },
        }
    ],
    STATIC_URL="/static/",
    MEDIA_ROOT=FOLDER,
    USE_TZ=True,
    WAGTAIL_SITE_NAME="benchmark",
    WAGTAILADMIN_BASE_URL="http://localhost",
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
)
django.setup()

from django.contrib.auth.models import User  # noqa: E402 - models can be imported once Django is set up
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from wagtail.models import Page  # noqa: E402

from benchmarks.pages_texts import SIZES, chain, timed  # noqa: E402
from benchmarks.wagtail_story.models import StoryPage  # noqa: E402

PAIRS = {"neighbours": (-2, -1), "first and last": (0, -1)}


def measure(filings: list[list[str]], client: Client, rounds: int) -> dict[str, dict[str, float]]:
    page = StoryPage(title="story", body="<p>The first filing.</p>")
    Page.objects.get(depth=1).add_child(instance=page)
    revisions = []
    for grafs in filings:
        page.body = "".join(f"<p>{text}</p>" for text in grafs)
        revisions.append(page.save_revision().pk)
    answers = {}
    for pair, (a, b) in PAIRS.items():
        address = f"/admin/pages/{page.pk}/revisions/compare/{revisions[a]}...{revisions[b]}/"
        if client.get(address).status_code != 200:
            raise RuntimeError(f"{address} does not answer")
        answers[pair] = timed(partial(client.get, address), rounds).as_dict()
    return answers


def main() -> None:
    rounds = int(sys.argv[1])
    call_command("migrate", verbosity=0)
    client = Client()
    client.force_login(User.objects.create_superuser("editor", "editor@example.org", "editor"))
    json.dump({size: measure(chain(size), client, rounds) for size in SIZES}, sys.stdout)


if __name__ == "__main__":
    main()
