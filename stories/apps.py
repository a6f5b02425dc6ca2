"""The one application: stories, their versions, and the people who write them."""

from django.apps import AppConfig
from django.apps import apps as installed
from django.apps.registry import Apps
from django.db.models.signals import post_migrate, pre_migrate

from . import dbobjects, roles


class StoriesConfig(AppConfig):
    name = "stories"
    verbose_name = "Newsroom"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        pre_migrate.connect(lift_triggers, sender=self, dispatch_uid="stories.lift")
        post_migrate.connect(make_triggers, sender=self, dispatch_uid="stories.triggers")
        post_migrate.connect(make_roles, sender=self, dispatch_uid="stories.roles")


def lift_triggers(*, using: str, plan: list[object], **kwargs: object) -> None:
    """SQLite rebuilds a table to alter it, and cannot while another table's trigger names it."""
    if plan:
        dbobjects.lift(using=using)


def make_triggers(*, using: str, **kwargs: object) -> None:
    dbobjects.apply(using=using)


def make_roles(*, using: str, apps: Apps = installed, **kwargs: object) -> None:
    roles.apply(apps=apps, using=using)
