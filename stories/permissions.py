"""Who may do what: the one place that decides, asked by every door and every verb."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Exists, OuterRef, Q

from stories.models import Draft, Story, Version
from stories.roles import ADMIN, DESK_EDITOR, REPORTER, ROLES
from stories.wire.label import Kind

__all__ = [
    "ADMIN",
    "DESK_EDITOR",
    "REPORTER",
    "ROLES",
    "in_newsroom",
    "is_admin",
    "is_desk_editor",
    "is_own",
    "know_roles",
    "may_file",
    "may_import",
    "may_open",
    "may_read",
    "may_write",
    "readable",
    "roles_of",
]

Person = User | AnonymousUser


def roles_of(person: Person) -> frozenset[str]:
    """The person's roles; none for who is signed out or inactive, all for a superuser.

    Asked many times for one page and read once: kept on the user object, which lives
    as long as the request.
    """
    if not (person.is_authenticated and person.is_active):
        return frozenset()
    if person.is_superuser:
        return frozenset(ROLES)
    known = getattr(person, "_roles", None)
    if known is None:
        known = know_roles(person, person.groups.values_list("name", flat=True))
    return known


def know_roles(person: User, groups: Iterable[str | None]) -> frozenset[str]:
    """Keep what roles the names of a person's groups give, for `roles_of` to find."""
    person._roles = frozenset(ROLES).intersection(groups)
    return person._roles


def in_newsroom(person: Person) -> bool:
    """Whether the person has any role; one who is signed in without a role sees nothing."""
    return bool(roles_of(person))


def is_desk_editor(person: Person) -> bool:
    """A desk editor, or an admin, who may do all that a desk editor may."""
    return not roles_of(person).isdisjoint({DESK_EDITOR, ADMIN})


def is_admin(person: Person) -> bool:
    return ADMIN in roles_of(person)


def is_own(person: Person, story: Story) -> bool:
    """Whether the person opened the story, or has written or filed on it."""
    if story.opened_by_id == person.pk:
        return True
    drafts = story.drafts.filter(Q(opened_by=person.pk) | Q(saved_by=person.pk))
    return drafts.exists() or story.versions.filter(filed_by=person.pk).exists()


def may_read(person: Person, story: Story, now: datetime) -> bool:
    """Everybody with a role, but before its embargo ends only the desk, admins and the story's own people."""
    if not in_newsroom(person):
        return False
    free = story.embargo_until is None or story.embargo_until <= now
    return free or is_desk_editor(person) or is_own(person, story)


def readable(person: Person, now: datetime, prefix: str = "") -> Q:
    """`may_read` as a condition on stories, or on rows whose `prefix` ("story__") leads to one."""
    if not in_newsroom(person):
        return Q(pk__in=[])
    if is_desk_editor(person):
        return Q()
    story = OuterRef(f"{prefix}pk")
    own_drafts = Draft.objects.filter(Q(opened_by=person.pk) | Q(saved_by=person.pk), story=story)
    return (
        Q(**{f"{prefix}embargo_until": None})
        | Q(**{f"{prefix}embargo_until__lte": now})
        | Q(**{f"{prefix}opened_by": person.pk})
        | Exists(own_drafts)
        | Exists(Version.objects.filter(filed_by=person.pk, story=story))
    )


def may_open(person: Person) -> bool:
    """Who may start a story."""
    return in_newsroom(person)


def may_import(person: Person) -> bool:
    """Who may bring in filed texts from outside."""
    return in_newsroom(person)


def may_write(person: Person, story: Story, now: datetime) -> bool:
    """Who may write on the next filing: any reader of a story that is still running."""
    return story.status == Story.Status.OPEN and may_read(person, story, now)


def may_file(person: Person, story: Story, now: datetime, kind: Kind | None = None) -> bool:
    """Who may send it to the wire: whoever may write it, but a kill is the desk's alone."""
    return may_write(person, story, now) and (kind is not Kind.KILL or is_desk_editor(person))
