"""The stories a person has had a hand in: one meaning for the queue and for the number beside it."""

from django.db.models import Exists, OuterRef, Q

from stories.models import Draft, Story, Version
from stories.permissions import Person


def touched_by(person: Person) -> Q:
    """Stories the person opened, wrote a draft on or filed.

    Gathered from the person's own rows by their indexes, so that it never walks the archive.
    """
    opened = Story.objects.filter(opened_by=person.pk).order_by().values("pk")
    hands = (
        Draft.objects.filter(opened_by=person.pk).order_by().values("story_id"),
        Draft.objects.filter(saved_by=person.pk).order_by().values("story_id"),
        Version.objects.filter(filed_by=person.pk).order_by().values("story_id"),
    )
    return Q(pk__in=opened.union(*hands))


def own_hand(person: Person, prefix: str) -> Q:
    """The same, asked of each of a few rows whose `prefix` ("story__") leads to a story: drafts that came back.

    It never gathers all that a person has done in twenty years.
    """
    story = OuterRef(f"{prefix}pk")
    drafts = Draft.objects.filter(Q(opened_by=person.pk) | Q(saved_by=person.pk), story=story)
    filed = Version.objects.filter(story=story, filed_by=person.pk)
    return Q(**{f"{prefix}opened_by": person.pk}) | Exists(drafts) | Exists(filed)
