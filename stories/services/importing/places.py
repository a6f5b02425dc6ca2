"""Where each planned story belongs: on a story that is already here, or on a new one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User

from stories.models import Story, Version
from stories.permissions import may_write, readable
from stories.services.drafting import DraftText, text_of
from stories.wire.label import label_text

from .plan import ImportPlan, PlannedFile, PlannedStory

# A slugline comes back: the same one further apart than this is another story.
SAME_STORY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Place:
    """What becomes of one file: `skipped` or `refused` says why it is not added, both "" where it is."""

    file: PlannedFile
    skipped: str = ""
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A planned story and where it goes; `story` is None for a new one."""

    planned: PlannedStory
    story: Story | None
    places: tuple[Place, ...]


def place_stories(*, plan: ImportPlan, actor: User, now: datetime, story: Story | None = None) -> tuple[Placed, ...]:
    """Where `import_stories` would put everything, for a person to see first; `story` takes all files where given."""
    return tuple(_place(planned, story or _story_of(planned, actor, now), actor, now) for planned in plan.stories)


def _story_of(planned: PlannedStory, actor: User, now: datetime) -> Story | None:
    """The story with this slugline from the same days, among those the person may read."""
    stories = Story.objects.filter(readable(actor, now), slugline__iexact=planned.slugline).order_by("-moved_at", "-id")
    times = [file.filed_at for file in planned.files if file.filed_at]
    if times:
        earliest, latest = min(times) - SAME_STORY, max(times) + SAME_STORY
        stories = stories.filter(versions__filed_at__range=(earliest, latest)).distinct()
    return stories.first()


def _place(planned: PlannedStory, story: Story | None, actor: User, now: datetime) -> Placed:
    there = _versions(story) if story else {}
    shut = bool(story) and not may_write(actor, story, now)
    places = []
    for file in planned.files:
        place = _place_file(file, there)
        if shut and not place.skipped:
            place = Place(file, refused=f"{story.slugline} is here and takes nothing more: it is killed or closed.")
        places.append(place)
    return Placed(planned, story, tuple(places))


def _versions(story: Story) -> dict[tuple[object, ...], Version]:
    return {_counters(version): version for version in story.versions.prefetch_related("photos")}


def _counters(row: Version | PlannedFile) -> tuple[object, ...]:
    return (row.label.kind, row.label.lead_number, row.label.correction_number)


def _place_file(file: PlannedFile, there: dict[tuple[object, ...], Version]) -> Place:
    if file.refusal:
        return Place(file, refused=file.refusal)
    if file.same_as:
        return Place(file, skipped=f"the same text as {file.same_as}")
    version = there.get(_counters(file))
    if version is None:
        return Place(file)
    name = label_text(file.label) or "first filing"
    if _same(file, version):
        return Place(file, skipped=f"the {name} is already here with this text, as version {version.sequence}")
    return Place(file, refused=f"version {version.sequence} is the {name} already, with another text")


def _same(file: PlannedFile, version: Version) -> bool:
    """Whether the wire text is the same; a picture put to a caption here, or a note, is no difference."""
    text = text_of(version)
    captions = [(use.caption, use.credit) for use in version.photos.all()]
    return _on_the_wire(text) == _on_the_wire(file.text) and captions == [
        (use.caption, use.credit) for use in file.uses
    ]


def _on_the_wire(text: DraftText) -> tuple[object, ...]:
    return (text.headline, text.attn, text.byline, text.dateline, text.body, text.email, text.qualifiers)
