"""What a kill says of the story it withdraws, and what stands over the texts of a killed one."""

from datetime import datetime

from stories.models import Story, Version
from stories.wire.dateline import MONTHS
from stories.wire.kills import Sent, kill_notice
from stories.wire.label import Kind, short_label
from stories.wire.render import render

from .copy import DESK_ZONE, version_copy


def sent_of(version: Version) -> Sent:
    """What clients have of a story while this is its version on the wire. No query."""
    return Sent(
        slugline=version.story.slugline,
        label=short_label(version.label),
        headline=version.headline,
        at=_clock(version.filed_at),
        before=version.sequence - 1,
    )


def wire_of(version: Version) -> str:
    """The wire text; that of a killed story under a notice that forbids its use, the kill's own as it went out."""
    text = render(version_copy(version))
    story = version.story
    if story.status != Story.Status.KILLED or version.kind == Kind.KILL:
        return text
    kill = story.current_version
    at = kill.filed_at if kill and kill.kind == Kind.KILL else version.filed_at
    return f"{kill_notice(story.slugline, _clock(at))}\n\n{text}"


def _clock(moment: datetime) -> str:
    local = moment.astimezone(DESK_ZONE)
    return f"{local:%H:%M %Z}, {MONTHS[local.month - 1]} {local.day}"
