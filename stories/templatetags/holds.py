"""What keeps a story from use: its embargo, and a kill."""

from datetime import timedelta

from django import template
from django.utils import timezone

from stories.models import Story, Version
from stories.wire.label import Kind

register = template.Library()


@register.filter
def time_left(story: Story) -> timedelta | None:
    """How long the story's embargo lasts from now; None where there is none any more."""
    left = story.embargo_until - timezone.now() if story.embargo_until else timedelta(0)
    return left if left > timedelta(0) else None


@register.filter
def kill_of(story: Story) -> Version | None:
    """The filing that withdrew the story; None while it runs."""
    killed = story.current_version if story.status == Story.Status.KILLED else None
    return killed if killed and killed.kind == Kind.KILL else None
