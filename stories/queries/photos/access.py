"""Which photos a person sees: the library is the whole newsroom's, a held story's pictures are its own people's."""

from collections.abc import Callable
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from stories.models import Draft, DraftPhoto, LatePhoto, Photo, SubmissionPhoto, VersionPhoto
from stories.permissions import Person, in_newsroom, is_desk_editor, readable


def visible_photos(person: Person, now: datetime) -> QuerySet[Photo]:
    """The photos whose page the person may open.

    All of them for the desk; for others none under an embargo of its own, and none that runs
    with nothing but stories they may not read, unless they added it themselves.
    """
    if not in_newsroom(person):
        return Photo.objects.none()
    if is_desk_editor(person):
        return Photo.objects.all()
    own = Q(added_by=person.pk)
    free = Q(embargo_until=None) | Q(embargo_until__lte=now) | _written_by(person)
    held = _used(lambda prefix: Q()) & ~_used(lambda prefix: readable(person, now, prefix))
    return Photo.objects.filter(own | (free & ~held))


def shown_photos(person: Person, now: datetime) -> QuerySet[Photo]:
    """The photos whose picture the person may look at: a withdrawn one is the desk's to look at alone."""
    photos = visible_photos(person, now)
    return photos if is_desk_editor(person) else photos.filter(withdrawn_at=None)


def _used(of: Callable[[str], Q]) -> Q:
    """Whether a photo runs, was handed in or is chosen in an open draft; `of` narrows the story at a prefix."""
    photo = OuterRef("pk")
    return Q(
        Exists(VersionPhoto.objects.filter(of("version__story__"), photo=photo))
        | Exists(LatePhoto.objects.filter(of("use__version__story__"), photo=photo))
        | Exists(SubmissionPhoto.objects.filter(of("submission__story__"), photo=photo))
        | Exists(DraftPhoto.objects.filter(of("draft__story__"), photo=photo, draft__closed_at=None))
    )


def _written_by(person: Person) -> Q:
    """Whether a photo is chosen in an open draft that the person writes."""
    own = Draft.objects.filter(Q(opened_by=person.pk) | Q(saved_by=person.pk), closed_at=None)
    return Q(Exists(DraftPhoto.objects.filter(draft__in=own, photo=OuterRef("pk"))))
