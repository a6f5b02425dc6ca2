"""Every address, for everybody, by both methods: one table says what they get."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from zeal import zeal_ignore

from stories.models import Draft, Story, Version
from stories.services.killing import kill_story

pytestmark = pytest.mark.django_db

PEOPLE = ("signed out", "outsider", "reporter", "other_reporter", "desk_editor", "admin")
SHA = "0" * 64

# name: (arguments, codes of GET, codes of POST with nothing in it), the codes in the order of PEOPLE.
# 302 for who is signed out is the sign-in page; 403 an outsider's page, which says that a role is missing.
EVERYBODY_READS = (302, 403, 200, 200, 200, 200)
THE_DESK_AND_ITS_OWN_READ = (302, 403, 200, 404, 200, 200)
NO_SUCH_METHOD = (302, 403, 405, 405, 405, 405)
NOTHING_THERE = (302, 403, 404, 404, 404, 404)
GOES_ON = (302, 403, 302, 302, 302, 302)
REFUSED = (302, 403, 422, 422, 422, 422)
NO_METHOD_FOR_A_SCRIPT = (403, 403, 405, 405, 405, 405)
METHOD_FIRST = (405, 405, 405, 405, 405, 405)
OPEN_TO_ALL = (200, 200, 200, 200, 200, 200)
SEND_HOME = (302, 302, 302, 302, 302, 302)
TABLE = {
    "sign_in": ([], (200, 302, 302, 302, 302, 302), (200, 302, 302, 302, 302, 302)),
    "sign_out": ([], (302, 405, 405, 405, 405, 405), (302, 302, 302, 302, 302, 302)),
    # A code is asked only of who has just given the password.
    "sign_in_code": ([], SEND_HOME, SEND_HOME),
    "account": ([], EVERYBODY_READS, NO_SUCH_METHOD),
    "password_change": ([], EVERYBODY_READS, (302, 403, 200, 200, 200, 200)),
    # The second step is for desk editors and admins.
    "second_step": ([], NO_SUCH_METHOD, (302, 403, 302, 302, 200, 200)),
    "second_step_off": ([], NO_SUCH_METHOD, REFUSED),
    "password_reset": ([], OPEN_TO_ALL, OPEN_TO_ALL),
    "password_reset_sent": ([], OPEN_TO_ALL, (405, 405, 405, 405, 405, 405)),
    "password_reset_confirm": (["x", "x-x"], OPEN_TO_ALL, OPEN_TO_ALL),
    "theme": ([], METHOD_FIRST, (302, 302, 302, 302, 302, 302)),
    "board": ([], EVERYBODY_READS, NO_SUCH_METHOD),
    "board_bulk": ([], NO_SUCH_METHOD, GOES_ON),
    "board_pulse": ([], (403, 403, 200, 200, 200, 200), NO_METHOD_FOR_A_SCRIPT),
    "filter_keep": ([], NO_SUCH_METHOD, GOES_ON),
    "filter_change": ([1], NO_SUCH_METHOD, NOTHING_THERE),
    "queue": ([], EVERYBODY_READS, NO_SUCH_METHOD),
    "queue_desk": (["pol"], EVERYBODY_READS, NO_SUCH_METHOD),
    "story_glance": (["story"], EVERYBODY_READS, NO_SUCH_METHOD),
    "search": ([], EVERYBODY_READS, NO_SUCH_METHOD),
    "story_new": ([], EVERYBODY_READS, REFUSED),
    "import": ([], EVERYBODY_READS, REFUSED),
    "story": (["story"], EVERYBODY_READS, NO_SUCH_METHOD),
    "version": (["story", 1], EVERYBODY_READS, NO_SUCH_METHOD),
    "version_text": (["story", 1], EVERYBODY_READS, NO_SUCH_METHOD),
    "photo": ([SHA], NOTHING_THERE, NO_SUCH_METHOD),
    "photo_library": ([], EVERYBODY_READS, NO_SUCH_METHOD),
    "photo_upload": ([], NO_METHOD_FOR_A_SCRIPT, (403, 403, 422, 422, 422, 422)),
    "photo_about": ([SHA], NOTHING_THERE, NOTHING_THERE),
    "photo_add": ([SHA], NO_SUCH_METHOD, NOTHING_THERE),
    "photo_captions": ([SHA], NO_SUCH_METHOD, NOTHING_THERE),
    "photo_withdraw": ([SHA], NO_SUCH_METHOD, NOTHING_THERE),
    "photo_fill": (["story", 1, 1], NO_SUCH_METHOD, NOTHING_THERE),
    "draft_photos": (["story"], (403, 403, 200, 200, 200, 200), (403, 403, 404, 404, 404, 404)),
    "photo_rendition": ([SHA, "640.jpg"], NOTHING_THERE, NO_SUCH_METHOD),
    "photo_download": ([SHA, "original"], NOTHING_THERE, NO_SUCH_METHOD),
    "version_photo_download": (["story", 1, 1, "original"], NOTHING_THERE, NO_SUCH_METHOD),
    # An empty form names no draft, and one is open: it is refused as stale, and nothing is lost.
    "draft": (["story"], EVERYBODY_READS, (302, 403, 409, 409, 409, 409)),
    # A filed text comes back as a draft; what is on the wire is corrected; the desk withdraws it.
    "version_restore": (["story", 1], NO_SUCH_METHOD, GOES_ON),
    "correction_open": (["story"], NO_SUCH_METHOD, GOES_ON),
    "correct_first": (["story"], NO_SUCH_METHOD, GOES_ON),
    "draft_purpose": (["story"], NO_SUCH_METHOD, GOES_ON),
    "kill": (["story"], (302, 403, 404, 404, 200, 200), (302, 403, 404, 404, 422, 422)),
    # The desk, and who opened the story.
    "embargo": (["story"], (302, 403, 200, 404, 200, 200), (302, 403, 422, 404, 422, 422)),
    "slugline": (["story"], NO_SUCH_METHOD, GOES_ON),
    "slugline_check": (["story"], (403, 403, 200, 200, 200, 200), NO_METHOD_FOR_A_SCRIPT),
    "draft_open": (["story"], NO_SUCH_METHOD, GOES_ON),
    "draft_discard": (["story"], NO_SUCH_METHOD, GOES_ON),
    "draft_saves": (["story"], EVERYBODY_READS, NO_SUCH_METHOD),
    "draft_save": (["story", 1], EVERYBODY_READS, GOES_ON),
    "draft_preview": (["story"], EVERYBODY_READS, NO_SUCH_METHOD),
    "draft_use_attn": (["story"], NO_SUCH_METHOD, GOES_ON),
    "draft_file": (["story"], EVERYBODY_READS, REFUSED),
    "draft_submit": (["story"], EVERYBODY_READS, REFUSED),
    "draft_take_back": (["story"], NO_SUCH_METHOD, GOES_ON),
    "draft_confirm": (["story"], NO_SUCH_METHOD, GOES_ON),
    # The editor's own asking and saving: answers for a script, which no sign-in page would help.
    "draft_analysis": (["story"], NO_METHOD_FOR_A_SCRIPT, (403, 403, 200, 200, 200, 200)),
    "draft_autosave": (["story"], NO_METHOD_FOR_A_SCRIPT, (403, 403, 404, 404, 404, 404)),
    "presence": (["story"], (403, 403, 200, 200, 200, 200), (403, 403, 204, 204, 204, 204)),
    # The draft already follows the wire, so there is nothing to merge; nobody has a text parked on it.
    "draft_merge": (["story"], GOES_ON, GOES_ON),
    "draft_parked": (["story", 1], NOTHING_THERE, NOTHING_THERE),
    "draft_parked_drop": (["story", 1], NO_SUCH_METHOD, NOTHING_THERE),
    "compare": (["story", "1", "2"], EVERYBODY_READS, METHOD_FIRST),
    "compare_pick": (["story"], NOTHING_THERE, METHOD_FIRST),
    "compare_check": (["story", "1", "2"], METHOD_FIRST, NOTHING_THERE),
    # Nothing was handed in: the review leads back to the story, and there is no submission to decide on.
    "review": (["story"], GOES_ON, NO_SUCH_METHOD),
    "submission_approve": (["story", 1], NO_SUCH_METHOD, NOTHING_THERE),
    "submission_return": (["story", 1], NOTHING_THERE, NOTHING_THERE),
    "submission_undo": (["story", 1], NO_SUCH_METHOD, NOTHING_THERE),
    "audit": (["story"], THE_DESK_AND_ITS_OWN_READ, NO_SUCH_METHOD),
    "audit_csv": (["story"], THE_DESK_AND_ITS_OWN_READ, NO_SUCH_METHOD),
    "audit_json": (["story"], THE_DESK_AND_ITS_OWN_READ, NO_SUCH_METHOD),
    "notes": (["story"], EVERYBODY_READS, REFUSED),
    "notes_on": (["story", "draft"], (403, 403, 200, 200, 200, 200), METHOD_FIRST),
    "notes_people": (["story"], (403, 403, 200, 200, 200, 200), METHOD_FIRST),
    "note_resolve": (["story", 1], METHOD_FIRST, NOTHING_THERE),
    "note_reopen": (["story", 1], METHOD_FIRST, NOTHING_THERE),
    "settings": ([], EVERYBODY_READS, GOES_ON),
    "notifications": ([], EVERYBODY_READS, METHOD_FIRST),
    "notifications_read": ([], METHOD_FIRST, GOES_ON),
    "notifications_pulse": ([], (403, 403, 200, 200, 200, 200), METHOD_FIRST),
    "admin:index": ([], (302, 302, 302, 302, 302, 200), (302, 302, 302, 302, 302, 200)),
}
OF_A_STORY = [name for name, (arguments, *_) in TABLE.items() if arguments[:1] == ["story"]]

# What a desk editor gets of a killed story where that is not what a running one gives: its drafts are closed.
WHEN_KILLED = dict.fromkeys(["draft", "kill"], 302) | dict.fromkeys(
    [
        "draft_saves",
        "draft_save",
        "draft_preview",
        "draft_file",
        "draft_submit",
        "draft_merge",
        "draft_photos",
        "notes_on",
        "embargo",
    ],
    404,
)
STILL_ANSWERED = {"presence"}  # who is looking at it


def names(patterns: list[URLPattern | URLResolver], space: str = "") -> Iterator[str]:
    """The name of every address below, with its namespace."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns, f"{space}{pattern.namespace}:" if pattern.namespace else space)
        else:
            yield f"{space}{pattern.name or pattern.pattern}"


# The admin makes its own addresses of the models, and has tests of its own: here stands its door.
ADDRESSES = sorted(name for name in names(get_resolver().url_patterns) if not name.startswith("admin:"))


@pytest.fixture
def cast(
    outsider: User, reporter: User, other_reporter: User, desk_editor: User, admin: User
) -> dict[str, User | None]:
    return dict(zip(PEOPLE, (None, outsider, reporter, other_reporter, desk_editor, admin), strict=True))


def codes(address: str, cast: dict[str, User | None]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What each of the cast gets by GET and by POST, each time from the same state of the record."""
    seen = [(code("GET", address, client), code("POST", address, client)) for client in map(signed_in, cast.values())]
    return tuple(get for get, _ in seen), tuple(post for _, post in seen)


def signed_in(person: User | None) -> Client:
    client = Client()
    if person:
        client.force_login(person)
    return client


def code(method: str, address: str, client: Client) -> int:
    point = transaction.savepoint()
    with zeal_ignore():  # here the codes are looked at; how many queries a page takes, each page's own test says
        status = client.generic(method, address).status_code
    transaction.savepoint_rollback(point)
    return status


def address_of(name: str, story: Story) -> str:
    arguments = TABLE[name][0]
    return reverse(name, args=[story.pk if argument == "story" else argument for argument in arguments])


def test_every_address_has_a_row() -> None:
    assert sorted(set(ADDRESSES) | {"admin:index"}) == sorted(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_everybody_gets_what_the_table_says(name: str, draft: Draft, cast: dict[str, User | None]) -> None:
    address = address_of(name, draft.story)

    assert codes(address, cast) == TABLE[name][1:]


@pytest.mark.parametrize("name", OF_A_STORY)
def test_before_its_embargo_a_story_is_not_there_for_another_reporter(
    name: str, draft: Draft, cast: dict[str, User | None]
) -> None:
    Story.objects.filter(pk=draft.story_id).update(embargo_until="2999-01-01T00:00Z")
    address = address_of(name, draft.story)
    seen = dict(zip(PEOPLE, zip(*TABLE[name][1:], strict=True), strict=True))

    # Who has no role is stopped before any story is looked for: the table above says so.
    for person in ("reporter", "desk_editor", "admin"):
        assert code("GET", address, signed_in(cast[person])) == seen[person][0], person
    other = signed_in(cast["other_reporter"])
    hidden = tuple(status if status == 405 else 404 for status in seen["other_reporter"])
    assert (code("GET", address, other), code("POST", address, other)) == hidden


@pytest.mark.parametrize("name", OF_A_STORY)
def test_a_killed_story_is_read_by_all_and_written_by_none(name: str, draft: Draft, desk_editor: User) -> None:
    """By who could do most: what is read stays, what would change it answers as for a story with no draft."""
    story = draft.story
    kill_story(
        story=story,
        seen=story.current_version.sequence,
        headline="KILL",
        body="EDITORS: Please kill it.",
        reason="Wrong.",
        told="All.",
        slugline=story.slugline,
        actor=desk_editor,
        now=draft.saved_at,
    )
    rows = [Version.objects.count(), Draft.history.count(), Story.history.count()]
    address = address_of(name, story)

    client = signed_in(desk_editor)
    seen, done = code("GET", address, client), code("POST", address, client)

    expected = WHEN_KILLED.get(name, TABLE[name][1][4])
    assert (seen, done in {302, 403, 404, 405, 409, 422} or name in STILL_ANSWERED) == (expected, True)
    assert [Version.objects.count(), Draft.history.count(), Story.history.count()] == rows


@pytest.mark.parametrize("name", ["auth_user_changelist", "stories_byline_changelist", "stories_version_changelist"])
def test_the_admins_lists_are_for_admins(name: str, cast: dict[str, User | None]) -> None:
    assert codes(reverse(f"admin:{name}"), cast)[0] == (302, 302, 302, 302, 302, 200)


def test_an_outsider_is_told_that_a_role_is_missing(client: Client, outsider: User) -> None:
    client.force_login(outsider)

    page = client.get("/")

    assert "you have no role in this newsroom yet" in page.content.decode()


def test_pages_with_copy_are_kept_by_no_cache(draft: Draft, as_reporter: Client) -> None:
    opened = [name for name in OF_A_STORY if TABLE[name][1] == EVERYBODY_READS]

    for name in opened:
        kept = as_reporter.get(address_of(name, draft.story)).headers["Cache-Control"]
        assert {"private", "no-store"} <= set(kept.split(", "))
