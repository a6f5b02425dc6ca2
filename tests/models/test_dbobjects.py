"""The triggers are there after every migration, whatever it did to their tables."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction
from django.db.models.signals import pre_migrate

from stories import dbobjects
from stories.models import Version
from stories.roles import ADMIN

TRIGGERS = dbobjects.ENGINES[connection.vendor].TRIGGERS


@pytest.mark.django_db
def test_every_trigger_is_in_place_after_migrating() -> None:
    assert dbobjects.missing(using="default") == ()


@pytest.mark.django_db
def test_making_them_twice_is_harmless() -> None:
    dbobjects.apply(using="default")
    dbobjects.apply(using="default")
    assert dbobjects.missing(using="default") == ()


@pytest.mark.django_db
def test_missing_ones_are_named_and_migrating_puts_them_back() -> None:
    dbobjects.drop(using="default")
    assert set(dbobjects.missing(using="default")) == {trigger[0] for trigger in TRIGGERS}
    call_command("migrate", verbosity=0)
    assert dbobjects.missing(using="default") == ()


@pytest.mark.django_db
def test_a_database_without_our_tables_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As when every migration is taken back."""
    monkeypatch.setattr(connection.introspection, "table_names", lambda *arguments: ["auth_user"])
    dbobjects.drop(using="default")
    dbobjects.apply(using="default")
    assert dbobjects.missing(using="default") != ()


@pytest.mark.django_db(transaction=True)
def test_a_migration_that_alters_a_guarded_column_goes_through_and_leaves_the_guard(first: Version) -> None:
    """SQLite rebuilds the table for it: its triggers go with the old one, and no other may name it meanwhile."""
    old = Version._meta.get_field("slugline")
    wider = models.CharField(max_length=130, blank=True)
    wider.set_attributes_from_name("slugline")
    wider.model = Version
    pre_migrate.send(apps.get_app_config("stories"), using="default", plan=[("stories.0002", False)])
    with connection.schema_editor() as editor:
        editor.alter_field(Version, old, wider)
    dbobjects.apply(using="default")
    with connection.schema_editor() as editor:
        dbobjects.lift(using="default")
        editor.alter_field(Version, wider, old)
    dbobjects.apply(using="default")
    assert Version.objects.get().checksum == first.checksum
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.update(slugline="changed")


@pytest.mark.django_db
def test_a_migrate_that_has_nothing_to_do_never_lifts_the_guard() -> None:
    pre_migrate.send(apps.get_app_config("stories"), using="default", plan=[])
    assert dbobjects.missing(using="default") == ()


@pytest.mark.django_db(transaction=True)
def test_a_flush_is_refused_while_the_triggers_stand(first: Version) -> None:
    """Only these tests take them off for it (tests/conftest.py)."""
    table = connection.ops.quote_name(Version._meta.db_table)
    emptied = "TRUNCATE {} CASCADE" if connection.vendor == "postgresql" else "DELETE FROM {}"
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute(emptied.format(table))
    assert Version.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_after_a_flush_triggers_and_roles_are_back() -> None:
    call_command("flush", interactive=False, verbosity=0)
    assert dbobjects.missing(using="default") == ()
    assert Group.objects.get(name=ADMIN).permissions.exists()
