"""Everything that keeps a draft from going out, in one place, each with a link to its cure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from django.contrib.auth.models import User
from django.urls import reverse

from stories.models import Draft, DraftPhoto, Photo, Story
from stories.permissions import may_write
from stories.wire.grafs import split_grafs
from stories.wire.label import Kind, label_text
from stories.wire.text import hidden_counts, name_of

from .addresses import draft_address
from .approvals import Approval
from .editor import WorkingCopy, working_copy
from .photos.rights import blocking, rights_problems
from .releases import Blocker, release_blocker

HEADLINE_MISSING = "There is no headline yet."
COPY_MISSING = "There is no copy yet: only an urgent or a kill can be a headline alone."
UNCHANGED = "Nothing has changed since the version on the wire."
KILLED = "The story is killed: nothing more is filed on it."
WITH_COPY = (Kind.FIRST, Kind.LEAD, Kind.CORRECTION)
AFTER_ANOTHER = (Kind.LEAD, Kind.CORRECTION)
COPY = ("headline", "byline", "dateline", "grafs", "email", "captions")
PLACES = ("photo_id", "position", "caption", "credit", "alt_text", "crop", "focal_x", "focal_y")
# Where a text may hide something, and what people call the place.
FIELDS = {"headline": "headline", "attn": "ATTN", "byline": "byline", "dateline": "dateline", "email": "sign-off"}


class Text(Protocol):
    """The text of a draft, as a row or as a value."""

    headline: str
    attn: str
    byline: str
    dateline: str
    body: str
    email: str


class Use(Protocol):
    """A photo in a text: None where a caption came without its picture."""

    photo: Photo | None
    caption: str
    credit: str


def blockers(
    draft: Draft,
    person: User,
    now: datetime,
    *,
    working: WorkingCopy | None = None,
    approval: Approval | None = None,
) -> tuple[Blocker, ...]:
    """All that keeps this person from filing this draft, what is quickest cured last; () where it may go out.

    The service refuses with the same. `claims` is a blocker that a given reason takes away.
    `working` and `approval` save reading the draft twice.
    """
    working = working or working_copy(draft)
    found = (
        *_of_the_story(draft, person, working, now),
        *lacking(draft.story, draft, working.kind),
        *_unchanged(draft, working),
        *release_blocker(draft, person, now, working.kind, approval),
        *hidden(draft.story, draft, draft.photos.all()),
        *photo_blockers(draft.story, draft.photos.all(), now),
        *_claims(draft, working),
    )
    return tuple(_on_its_own_pages(blocker, draft) for blocker in found)


def _on_its_own_pages(blocker: Blocker, draft: Draft) -> Blocker:
    """What is known without the draft leads to the next lead's editor: a correction has one of its own."""
    next_lead, own = reverse("draft", args=[draft.story_id]), draft_address("draft", draft)
    cured_there = blocker.cure.removeprefix(next_lead)
    return replace(blocker, cure=own + cured_there) if cured_there != blocker.cure else blocker


def lacking(story: Story, text: Text, kind: Kind | None) -> Iterator[Blocker]:
    """What no filing of this kind goes out without."""
    editor = reverse("draft", args=[story.pk])
    if not text.headline:
        yield Blocker("no-headline", HEADLINE_MISSING, f"{editor}#id_headline", "Write it")
    if kind in WITH_COPY and not split_grafs(text.body):
        yield Blocker("no-copy", COPY_MISSING, f"{editor}#id_body", "Write it")


def hidden(story: Story, text: Text, uses: Iterable[Use]) -> Iterator[Blocker]:
    """Characters that do not show and would go out: a client's system reads what nobody saw."""
    places = [(f"#id_{name}", f"The {words}", getattr(text, name)) for name, words in FIELDS.items()]
    places += [("#id_body", f"Paragraph {number}", graf) for number, graf in enumerate(split_grafs(text.body), 1)]
    places += [
        (f"#photo-{number}", f"Caption {number}", f"{use.caption}\n{use.credit}") for number, use in enumerate(uses, 1)
    ]
    for anchor, where, words in places:
        for char in hidden_counts(words):
            message = f"{where} holds {name_of(char)}, which does not show."
            yield Blocker("hidden", message, reverse("draft", args=[story.pk]) + anchor, "Take it out")


def photo_blockers(story: Story, uses: Iterable[Use], now: datetime) -> Iterator[Blocker]:
    """Pictures that may not run as they are. A caption without its picture runs: nothing is known of it."""
    free_at = max(now, story.embargo_until) if story.embargo_until else now
    for number, use in enumerate(uses, 1):
        cure = f"{reverse('draft', args=[story.pk])}#photo-{number}"
        problems = rights_problems(use.photo, now, credit=use.credit, free_at=free_at) if use.photo else ()
        for problem in blocking(problems):
            yield Blocker(problem.code, f"Photo {number} {problem.message}", cure, f"See photo {number}")


def _of_the_story(draft: Draft, person: User, working: WorkingCopy, now: datetime) -> Iterator[Blocker]:
    story = draft.story
    page = reverse("story", args=[story.pk])
    if story.status == Story.Status.KILLED:
        yield Blocker("killed", KILLED, page, "See the story")
        return
    if not may_write(person, story, now):
        yield Blocker("closed", "The story is no longer running.", page, "See the story")
    if working.stale and working.current:
        name = label_text(working.current.label) or "The first filing"
        message = f"{name} went out after this draft was begun."
        yield Blocker("stale", message, draft_address("draft_merge", draft), "Merge it into this draft")
    if working.misfit:
        yield Blocker("kind", working.misfit, draft_address("draft", draft), "Change it")


def _unchanged(draft: Draft, working: WorkingCopy) -> Iterator[Blocker]:
    before, label = working.found.before, working.label
    if before is None or label is None or label.kind not in AFTER_ANOTHER:
        return
    same = all(getattr(working.copy, name) == getattr(before, name) for name in COPY)
    if same and label.qualifiers == before.label.qualifiers and _same_photos(draft):
        yield Blocker("unchanged", UNCHANGED, draft_address("draft", draft), "Go on writing")


def _same_photos(draft: Draft) -> bool:
    current = draft.story.current_version
    assert current is not None
    chosen = DraftPhoto.objects.filter(draft=draft).order_by("position").values_list(*PLACES)
    return list(chosen) == list(current.photos.order_by("position").values_list(*PLACES))


def _claims(draft: Draft, working: WorkingCopy) -> Iterator[Blocker]:
    if working.needs_reason:
        wrong = working.found.wrong
        message = f"{wrong} claim{'s' if wrong > 1 else ''} of the ATTN {'do' if wrong > 1 else 'does'} not hold."
        cure = f"{draft_address('draft_file', draft)}#attn-reason"
        yield Blocker("claims", message, cure, "Put it right, or say why")
