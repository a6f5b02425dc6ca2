"""The stories a person has had a hand in: one meaning for the queue and for the number beside it."""

from django.db.models import Q

from stories.models import Draft, Story, Version
from stories.permissions import Person


def touched_by(person: Person, prefix: str = "") -> Q:
    """Stories the person opened, wrote a draft on or filed; or rows whose `prefix` ("story__") leads to one.

    Gathered from the person's own rows by their indexes, so that it never walks the archive.
    """
    opened = Story.objects.filter(opened_by=person.pk).order_by().values("pk")
    hands = (
        Draft.objects.filter(opened_by=person.pk).order_by().values("story_id"),
        Draft.objects.filter(saved_by=person.pk).order_by().values("story_id"),
        Version.objects.filter(filed_by=person.pk).order_by().values("story_id"),
    )
    return Q(**{f"{prefix}pk__in": opened.union(*hands)})
