"""Drafts closed before states were kept: filed where a version came of them, else discarded."""

from django.db import migrations
from django.db.models import Exists, F, OuterRef


def name_states(apps, schema_editor):
    Draft = apps.get_model("stories", "Draft")
    HistoricalDraft = apps.get_model("stories", "HistoricalDraft")
    filings = HistoricalDraft.objects.filter(id=OuterRef("pk"), history_change_reason__startswith="filed as")
    closed = Draft.objects.filter(closed_at__isnull=False)
    closed.filter(Exists(filings)).update(state="filed", state_since=F("closed_at"))
    closed.filter(state="draft").update(state="discarded", state_since=F("closed_at"))


class Migration(migrations.Migration):

    dependencies = [
        ("stories", "0005_desk_work_and_photos"),
    ]

    operations = [migrations.RunPython(name_states, migrations.RunPython.noop)]
