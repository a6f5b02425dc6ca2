"""What some files hold, before anything is saved: each read, and put with the others of its story."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from stories.queries.copy import DESK_ZONE
from stories.services.drafting import DraftText, accept_text
from stories.services.draftphotos import PhotoUse, accept_photos
from stories.services.refusals import UnacceptableText
from stories.services.text import accept_line
from stories.wire.decode import Decoded, decode
from stories.wire.grafs import join_grafs
from stories.wire.grouping import Grouping, group
from stories.wire.label import Label, label_text
from stories.wire.order import wire_rank
from stories.wire.parse import parse
from stories.wire.slugline import derive_slugline
from stories.wire.story import Problem, WireStory

# What `parse` found in a text that cannot be one version of one story as it stands.
BLOCKING = frozenset({"no-story", "several-stories", "control-character"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFile:
    """One file as read. `refusal` says why it cannot be imported, "" where it can.

    `problems` are for a person to look at. `text`, `uses` and `columns` are what the
    record would keep; `same_as` names an earlier file with the same text.
    """

    name: str
    encoding: str = ""
    story: WireStory
    problems: tuple[Problem, ...] = ()
    refusal: str = ""
    text: DraftText = field(default_factory=DraftText)
    uses: tuple[PhotoUse, ...] = ()
    same_as: str = ""

    @property
    def label(self) -> Label:
        return self.story.label

    @property
    def filed_at(self) -> datetime | None:
        """The page's own time, None where the page has none."""
        published = self.story.published
        return published.replace(tzinfo=DESK_ZONE) if published else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedStory:
    """Files of one story in wire order. `derived` says that its slugline was made from the headline.

    `reason` tells why several files are together, "" for one file.
    """

    slugline: str
    derived: bool
    reason: str
    files: tuple[PlannedFile, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Every file in the order given, and the stories that can be made of them."""

    files: tuple[PlannedFile, ...]
    stories: tuple[PlannedStory, ...]

    @property
    def refused(self) -> tuple[PlannedFile, ...]:
        return tuple(file for file in self.files if file.refusal)

    @property
    def ready(self) -> bool:
        """Whether there is something to import and nothing in the way."""
        return bool(self.stories) and not self.refused


def read_files(files: Sequence[tuple[str, bytes]]) -> ImportPlan:
    """Read (name, bytes) pairs. Total: what cannot be read or cannot be one version is refused by name in the plan."""
    read = [_read(name, data) for name, data in files]
    readable = [index for index, file in enumerate(read) if not file.refusal]
    groups = group([read[index].story for index in readable])
    grouped = [Grouping(tuple(readable[member] for member in found.members), found.reason) for found in groups]
    for found in grouped:
        _compare(read, found.members)
    return ImportPlan(tuple(read), tuple(_story(read, found) for found in grouped))


def _read(name: str, data: bytes) -> PlannedFile:
    decoded = decode(data)
    if decoded.text is None:
        return PlannedFile(name=name, story=WireStory(), refusal=decoded.problem)
    reading = parse(decoded.text)
    file = PlannedFile(
        name=name,
        encoding=decoded.encoding,
        story=reading.story,
        problems=(*_of_encoding(decoded), *_of_time(reading.story), *reading.problems),
    )
    blocking = [problem for problem in reading.problems if problem.code in BLOCKING]
    if blocking:
        where = f"line {blocking[0].line}: " if blocking[0].line else ""
        return replace(file, refusal=f"{where}{blocking[0].message}")
    try:
        return _accepted(file)
    except UnacceptableText as refusal:
        return replace(file, refusal=refusal.message)


def _of_encoding(decoded: Decoded) -> list[Problem]:
    if decoded.usual:
        return []
    return [Problem("encoding", f"Read as {decoded.encoding}: look whether the letters came out right.")]


def _of_time(story: WireStory) -> list[Problem]:
    if story.published:
        return []
    return [Problem("no-time", "The page has no time: the filing gets the time of the import.")]


def _accepted(file: PlannedFile) -> PlannedFile:
    """The file with its text as the record would keep it; raises UnacceptableText."""
    story = file.story
    text = DraftText(
        headline=story.headline,
        attn=story.attn,
        byline=story.byline,
        dateline=story.dateline,
        body=join_grafs(story.grafs),
        email=story.email,
        qualifiers=story.label.qualifiers,
    )
    lines = {name: accept_line(name, getattr(story, name)) for name in ("slugline", "category", "native_byline")}
    uses = accept_photos([PhotoUse(None, caption.text, caption.credit) for caption in story.captions])
    return replace(file, story=replace(story, **lines), text=accept_text(text), uses=uses)


def _compare(read: list[PlannedFile], members: Sequence[int]) -> None:
    """Mark, among the files of one story, the same text twice and one label with two texts."""
    seen: dict[tuple[object, ...], PlannedFile] = {}
    for index in members:
        file = read[index]
        label = (file.label.kind, file.label.lead_number, file.label.correction_number)
        earlier = seen.setdefault(label, file)
        if earlier is file:
            continue
        if (earlier.text, earlier.uses) == (file.text, file.uses):
            read[index] = replace(file, same_as=earlier.name)
        else:
            name = label_text(file.label) or "first filing without a label"
            read[index] = replace(file, refusal=f"{earlier.name} is the {name} too, with another text.")


def _story(read: Sequence[PlannedFile], found: Grouping) -> PlannedStory:
    files = [read[index] for index in found.members]
    files.sort(key=lambda file: (wire_rank(file.label), file.filed_at.timestamp() if file.filed_at else 0))
    sluglines = [file.story.slugline for file in reversed(files) if file.story.slugline]
    titles = [file.story.headline or " ".join(file.story.grafs[:1]) for file in files]
    slugline = sluglines[0] if sluglines else derive_slugline(titles[0])
    return PlannedStory(slugline=slugline, derived=not sluglines, reason=found.reason, files=tuple(files))
