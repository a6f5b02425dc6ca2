"""Who may do what: the one place that decides, asked by every door and every verb."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Exists, OuterRef, Q, QuerySet, prefetch_related_objects

from stories.models import Desk, Draft, Story, Submission, Version
from stories.roles import ADMIN, DESK_EDITOR, REPORTER, ROLES
from stories.wire.label import Kind

__all__ = [
    "ADMIN",
    "DESK_EDITOR",
    "REPORTER",
    "ROLES",
    "desk_editors_of",
    "desks_deciding",
    "free_or_own",
    "has_written",
    "in_newsroom",
    "is_admin",
    "is_desk_editor",
    "is_editor_of",
    "is_own",
    "is_own_work",
    "know_roles",
    "may_audit",
    "may_decide",
    "may_embargo",
    "may_file",
    "may_import",
    "may_kill",
    "may_open",
    "may_read",
    "may_rename",
    "may_submit",
    "may_write",
    "needs_approval",
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
    return Q() if is_desk_editor(person) else free_or_own(person.pk, now, prefix)


def free_or_own(person: object, now: datetime, prefix: str = "") -> Q:
    """What is `readable` to a reporter, by their key: stories under no embargo any more, and their own."""
    own_drafts = Draft.objects.filter(Q(opened_by=person) | Q(saved_by=person), story=OuterRef(f"{prefix}pk"))
    return (
        Q(**{f"{prefix}embargo_until": None})
        | Q(**{f"{prefix}embargo_until__lte": now})
        | Q(**{f"{prefix}opened_by": person})
        | Exists(own_drafts)
        | Exists(Version.objects.filter(filed_by=person, story=OuterRef(f"{prefix}pk")))
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


def may_submit(person: Person, story: Story, now: datetime) -> bool:
    """Who may hand the next filing to the desk: whoever may write it."""
    return may_write(person, story, now)


def desk_editors_of(desk: Desk) -> QuerySet[User]:
    """Who decides for the desk: the desk editors it names; with none named, every desk editor and admin."""
    editors = User.objects.filter(Q(groups__name__in=(DESK_EDITOR, ADMIN)) | Q(is_superuser=True), is_active=True)
    return (editors.filter(desks=desk) if desk.editors.exists() else editors).distinct().order_by("pk")


def is_editor_of(person: Person, desk: Desk) -> bool:
    """Whether the person is one of `desk_editors_of`. No query for who is no desk editor, else one for the desk:

    asked many times for one page, its editors stay with the desk object until they are changed.
    """
    if not is_desk_editor(person):
        return False
    prefetch_related_objects([desk], "editors")
    named = {editor.pk for editor in desk.editors.all()}
    return not named or person.pk in named


def desks_deciding(person: object, prefix: str = "") -> Q:
    """The desks of `is_editor_of`, for a desk editor: those that name the person, or nobody.

    `person` is a key or a reference to one; `prefix` ("story__desk__") leads from the rows to the desk.
    """
    editors = Desk.editors.through.objects
    named = editors.filter(user_id=person).values("desk_id")
    return Q(**{f"{prefix}pk__in": named}) | ~Q(**{f"{prefix}pk__in": editors.values("desk_id")})


def may_decide(person: Person, story: Story) -> bool:
    """Who may return and approve what is submitted: the editors of its desk, while the story is running.

    Whether it is their own work, which a desk with four eyes forbids to approve, is each submission's question.
    """
    return story.status == Story.Status.OPEN and is_editor_of(person, story.desk)


def has_written(person: Person, draft: Draft, revision: int | None = None) -> bool:
    """Whether any save of the draft (up to `revision`) is the person's; opening it is none. One query."""
    saves = draft.history.filter(saved_by=person.pk, revision__gt=1)
    return (saves if revision is None else saves.filter(revision__lte=revision)).exists()


def is_own_work(person: Person, submission: Submission) -> bool:
    """Whether the person handed it in or wrote any of it, which a desk with four eyes lets them not approve.

    One query at most; none where the desk asks for no four eyes.
    """
    if not submission.story.desk.four_eyes:
        return False
    return submission.submitted_by_id == person.pk or has_written(person, submission.draft, submission.revision)


def may_file(person: Person, story: Story, now: datetime, kind: Kind | None = None, *, own: bool = False) -> bool:
    """Who may send it to the wire on their own word; what the desk approved goes out by whoever may write.

    A kill is the desk's alone. Otherwise the desk says: whoever writes files; or it approves first, and then only
    its editors file at once, where four eyes are asked nothing of their `own`; and who may file an URGENT.
    """
    if not may_write(person, story, now):
        return False
    if kind is Kind.KILL:
        return is_desk_editor(person)
    if not needs_approval(story.desk, kind):
        return True
    return is_editor_of(person, story.desk) and (kind is Kind.URGENT or not (story.desk.four_eyes and own))


def needs_approval(desk: Desk, kind: Kind | None) -> bool:
    """Whether the desk wants to approve a filing of this kind before it goes out. A kill waits for nobody."""
    if kind is Kind.KILL or desk.approval == Desk.Approval.NONE:
        return False
    return not (kind is Kind.URGENT and desk.urgent == Desk.Urgent.ANYONE)


def may_kill(person: Person, story: Story, now: datetime) -> bool:
    """Who may withdraw a story from the wire: desk editors, while it is running and something of it is out."""
    return is_desk_editor(person) and may_write(person, story, now) and story.current_version_id is not None


def may_embargo(person: Person, story: Story, now: datetime) -> bool:
    """Who may set, move and lift its embargo: desk editors and who opened it, while it is running."""
    return may_write(person, story, now) and (is_desk_editor(person) or story.opened_by_id == person.pk)


def may_rename(person: Person, story: Story, now: datetime) -> bool:
    """Who may give it another slugline: its own people and the desk, while it is running."""
    return may_write(person, story, now) and (is_desk_editor(person) or is_own(person, story))


def may_audit(person: Person, story: Story) -> bool:
    """Who reads what was done on a story: the desk and its own people. Two queries at most."""
    return is_desk_editor(person) or is_own(person, story)
