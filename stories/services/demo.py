"""Fills an empty newsroom with invented people and stories, by the same verbs that people use."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from django.contrib.auth.models import User
from django.db import transaction

from stories.demo.chains import Chain, Newsroom, PlannedText, read_newsroom
from stories.demo.photos import SCENES, photo_file
from stories.demo.redate import redate
from stories.models import Byline, Desk, Draft, Photo, Story, Version
from stories.photos.words import PhotoWords
from stories.queries.copy import DESK_ZONE
from stories.wire.captions import format_caption
from stories.wire.dateline import parse_dateline
from stories.wire.grafs import join_grafs
from stories.wire.label import Kind
from stories.wire.parse import parse
from stories.wire.story import Caption, WireStory

from .demo_desk import ask_approval, hand_in
from .demo_staff import admin_of, hire
from .drafting import DraftText, open_draft, save_draft
from .draftphotos import PhotoUse
from .filing import file_draft, file_version
from .opening import open_story
from .photos import store_photo
from .refusals import Refused

# How long a text is written on before it is sent; shorter than the shortest gap between two filings.
WRITING = timedelta(minutes=9)
# From the shutter to the desk.
TRANSMISSION = timedelta(minutes=30)
HOUSE = "Hanbit"
HOUSE_CREDIT = f"({HOUSE})"
TERMS = "For Hanbit and its subscribers, with the story."


class NewsroomNotEmpty(Refused):
    """The demo goes into an empty newsroom only: it would stand among real stories and people."""


@dataclass(slots=True)
class _Load:
    """What the stories of one load share."""

    now: datetime
    photographer: str
    desks: Mapping[str, Desk]
    people: Mapping[str, User]
    photos: dict[str, Photo] = field(default_factory=dict)

    def sent_at(self, planned: PlannedText) -> datetime:
        return self.now - timedelta(minutes=planned.minutes_ago)


@dataclass(frozen=True, slots=True)
class _Telling:
    """One story being told: its row, the day its texts were written for and the day they now speak of."""

    story: Story
    written_on: date
    day: date
    load: _Load


@transaction.atomic
def load_demo(*, folder: Path, password: str, now: datetime) -> Newsroom:
    """Desks, people (all with `password`), and stories whose last day ends at `now`, as planned in `folder`.

    All of it or nothing. Raises NewsroomNotEmpty.
    """
    for model in (Story, Photo, Byline, Desk, User):
        if model.objects.exists():
            name = model._meta.verbose_name_plural
            raise NewsroomNotEmpty(f"This newsroom already has {name}: the demo loads into an empty one only.")
    plan = read_newsroom(folder)
    people, desks = hire(plan=plan, password=password, now=now)
    load = _Load(now, plan.photographer, desks, people)
    tellings = [(_tell(chain, load), chain.draft) for chain in plan.chains]
    ask_approval(plan=plan, desks=desks, actor=admin_of(plan, people), now=now)
    for telling, planned in tellings:
        if planned:
            draft = _write(telling, planned, *_copy(telling, planned))
            hand_in(draft=draft, planned=planned, people=people, now=now)
    return plan


def _tell(chain: Chain, load: _Load) -> _Telling:
    """One story from its opening to what is on the wire now."""
    first = chain.texts[0]
    begun = load.sent_at(first) - WRITING
    story = open_story(
        actor=load.people[first.by],
        now=begun,
        desk=load.desks[chain.desk],
        slugline=chain.slugline,
        category=chain.category,
        urgency=chain.urgency,
        embargo_until=load.now + timedelta(minutes=chain.embargo_minutes) if chain.embargo_minutes else None,
    )
    telling = _Telling(story, chain.written_on, begun.astimezone(DESK_ZONE).date(), load)
    version = None
    for planned in chain.filings:
        version = _file(telling, version, planned)
    return telling


def _file(telling: _Telling, current: Version | None, planned: PlannedText) -> Version:
    copy, uses = _copy(telling, planned)
    actor, now = telling.load.people[planned.by], telling.load.sent_at(planned)
    if copy.label.kind is Kind.KILL:
        text = _draft_text(copy)
        return file_version(
            story=telling.story, based_on=current, text=text, photos=uses, kind=Kind.KILL, actor=actor, now=now
        )
    draft = _write(telling, planned, copy, uses)
    return file_draft(draft=draft, revision=draft.revision, actor=actor, now=now)


def _write(telling: _Telling, planned: PlannedText, copy: WireStory, uses: tuple[PhotoUse, ...]) -> Draft:
    """The text in the story's working copy: opened a while before it is sent, saved when it is sent."""
    correction = copy.label.kind is Kind.CORRECTION
    purpose = Draft.Purpose.CORRECTION if correction else Draft.Purpose.UPDATE
    actor, now = telling.load.people[planned.by], telling.load.sent_at(planned)
    draft = open_draft(story=telling.story, actor=actor, now=now - WRITING, purpose=purpose)
    text = _draft_text(copy)
    return save_draft(draft=draft, revision=draft.revision, text=text, actor=actor, now=now, photos=uses)


def _draft_text(copy: WireStory) -> DraftText:
    asked = copy.label.kind in (Kind.URGENT, Kind.FIRST)
    return DraftText(
        headline=copy.headline,
        attn=copy.attn,
        byline=copy.byline,
        dateline=copy.dateline,
        body=join_grafs(copy.grafs),
        email=copy.email,
        qualifiers=copy.label.qualifiers,
        kind=copy.label.kind.value if asked else "",
    )


def _copy(telling: _Telling, planned: PlannedText) -> tuple[WireStory, tuple[PhotoUse, ...]]:
    """The text as of the story's day, and its captions with their pictures."""
    copy = parse(redate(planned.text, telling.written_on, telling.day)).story
    uses = (
        PhotoUse(_photo(telling, planned, scene, caption, copy), caption.text, caption.credit)
        for caption, scene in zip(copy.captions, planned.photos, strict=True)
    )
    return copy, tuple(uses)


def _photo(telling: _Telling, planned: PlannedText, scene: str, caption: Caption, copy: WireStory) -> Photo:
    """The picture, drawn when it is first needed; later uses have captions of their own."""
    load = telling.load
    if scene not in load.photos:
        words = _words(telling, caption, copy)
        sent = load.sent_at(planned)
        load.photos[scene] = store_photo(
            data=photo_file(scene, words),
            caption=caption.text,
            credit=caption.credit,
            actor=load.people[planned.by],
            now=sent,
            taken_at=sent - TRANSMISSION,
            place=words.city,
            rights=TERMS,
            alt_text=SCENES[scene].alt_text,
        )
    return load.photos[scene]


def _words(telling: _Telling, caption: Caption, copy: WireStory) -> PhotoWords:
    dateline = parse_dateline(copy.dateline)
    return PhotoWords(
        headline=copy.headline,
        caption=format_caption(caption),
        # What others provided has their name in its credit, and no photographer of the house.
        bylines=(telling.load.photographer,) if caption.credit == HOUSE_CREDIT else (),
        credit=HOUSE,
        city=dateline.places[0].title() if dateline else "",
        taken=telling.day,
    )
