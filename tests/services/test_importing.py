"""Bringing filed copy in from files."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import User

from stories.models import Desk, Story, Version
from stories.queries.copy import version_copy
from stories.queries.ladder import ladder
from stories.services.archive import verify_archive
from stories.services.drafting import DraftText
from stories.services.filing import file_version
from stories.services.importing import ImportResult, UnableToImport, import_stories, place_stories, read_files
from stories.services.refusals import NotAllowed
from stories.wire.label import Kind, label_text
from stories.wire.parse import parse

pytestmark = pytest.mark.django_db

Files = list[tuple[str, bytes]]
Bring = Callable[..., ImportResult]


def copy(
    label: str = "", *, slugline: str = "Harim-tunnel", hour: int = 10, graf: str = "It cost 41 billion won."
) -> bytes:
    """A page about an invented tunnel, with a caption and its time."""
    head = f"{label} Mayor opens Harim tunnel after two-year delay".strip()
    slug = f"{label} {slugline}".strip() if slugline else ""
    parts = [
        head,
        f"National / 임나라 / 2026-03-09 {hour:02}:30:00",
        slug,
        "▲ The mayor of Harim cuts a ribbon on March 9, 2026. (Hanbit)",
        slug,
        head,
        "(ATTN: UPDATES with details)" if label else "",
        "By Rim Na-ra",
        "HARIM, South Korea, March 9 (Hanbit) -- The mayor of Harim opened the Daero tunnel on Monday.",
        graf,
        "The tunnel is 3.2 kilometers long.",
        "(END)",
    ]
    return "\n\n".join(part for part in parts if part).encode()


@pytest.fixture
def bring(desk: Desk, reporter: User, now: datetime) -> Bring:
    """Read the files and save them."""

    def run(files: Files, **changes: object) -> ImportResult:
        return import_stories(**{"plan": read_files(files), "desk": desk, "actor": reporter, "now": now} | changes)

    return run


def chain() -> Files:
    """Four filings, in no order, with a gap."""
    return [
        ("4.txt", copy("(4th LD)", hour=14)),
        ("0.txt", copy(hour=10)),
        ("2.txt", copy("(2nd LD)", hour=12)),
        ("u.txt", copy("(URGENT)", hour=9)),
    ]


def labels(story: Story) -> list[str]:
    return [label_text(version.label) for version in story.versions.order_by("sequence")]


def test_files_in_any_order_and_with_gaps_make_one_chain(bring: Bring, now: datetime) -> None:
    (imported,) = bring(chain()).stories
    assert labels(imported.story) == ["(URGENT)", "", "(2nd LD)", "(4th LD)"]
    assert (imported.created, imported.story.slugline, imported.story.category) == (True, "Harim-tunnel", "National")
    story = Story.objects.get()
    assert story.current_version.lead_number == 4
    assert story.moved_at == story.current_version.filed_at
    assert verify_archive().holds


def test_the_pages_time_is_seoul_time_and_the_import_is_marked(bring: Bring, reporter: User, now: datetime) -> None:
    bring([("0.txt", copy(hour=8))])
    version = Version.objects.get()
    assert version.filed_at == datetime(2026, 3, 8, 23, 30, tzinfo=UTC)
    assert (version.imported_at, version.filed_by) == (now, reporter)


def test_the_copy_is_kept_as_it_was_read(bring: Bring) -> None:
    bring([("4.txt", copy("(4th LD)"))])
    assert version_copy(Version.objects.get()) == parse(copy("(4th LD)").decode()).story


def test_a_caption_waits_for_its_picture(bring: Bring) -> None:
    bring([("0.txt", copy())])
    use = Version.objects.get().photos.get()
    assert (use.photo, use.caption) == (None, "The mayor of Harim cuts a ribbon on March 9, 2026.")
    assert use.credit == "(Hanbit)"


def test_a_late_older_lead_is_last_in_the_record_and_in_its_place_on_the_wire(bring: Bring) -> None:
    bring(chain())
    (imported,) = bring([("3.txt", copy("(3rd LD)", hour=13))]).stories
    assert not imported.created
    assert labels(imported.story)[-1] == "(3rd LD)"
    rungs = ladder(Story.objects.get()).rungs
    assert [label_text(rung.label) for rung in rungs] == ["(4th LD)", "(3rd LD)", "(2nd LD)", "", "(URGENT)"]
    assert [rung.late for rung in rungs] == [False, True, False, False, False]
    assert [rung.current for rung in rungs] == [True, False, False, False, False]


def test_the_same_files_again_add_nothing_and_say_so(bring: Bring) -> None:
    bring(chain())
    (again,) = bring(chain()).stories
    assert (again.added, len(again.skipped), Version.objects.count()) == ((), 4, 4)
    assert again.skipped[0] == ("u.txt", "the (URGENT) is already here with this text, as version 1")


def test_the_same_text_in_two_files_comes_in_once(bring: Bring) -> None:
    (imported,) = bring([("a.txt", copy()), ("b.txt", copy())]).stories
    assert imported.skipped == (("b.txt", "the same text as a.txt"),)
    assert Version.objects.count() == 1


def test_one_label_with_two_texts_is_refused_by_the_names_of_both(bring: Bring) -> None:
    files = [("a.txt", copy("(LEAD)")), ("b.txt", copy("(LEAD)", graf="It cost 42 billion won."))]
    with pytest.raises(UnableToImport, match=r"b\.txt: a\.txt is the \(LEAD\) too, with another text"):
        bring(files)
    assert not Story.objects.exists()


def test_a_label_that_is_here_with_another_text_is_refused_with_its_version(bring: Bring) -> None:
    bring([("a.txt", copy("(LEAD)"))])
    with pytest.raises(UnableToImport, match=r"b\.txt: version 1 is the \(LEAD\) already, with another text"):
        bring([("b.txt", copy("(LEAD)", graf="It cost 42 billion won.")), ("c.txt", copy("(2nd LD)"))])
    assert Version.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Milk, eggs, bread.\n", "No wire story"),
        (b"", "No wire story"),
        (copy() + b"\n\n" + copy("(LEAD)", slugline="Ferry-talks"), "Another story begins here"),
        (copy().replace(b"ribbon", b"rib\x00bon"), "NULL"),
        (b"caf\xe9", "fits none of UTF-8"),
        (copy().replace(b"National", b"National" * 8), "can have 60"),
    ],
)
def test_a_file_that_cannot_be_one_version_stops_the_import_and_is_named(
    bring: Bring, data: bytes, reason: str
) -> None:
    with pytest.raises(UnableToImport) as refusal:
        bring([("good.txt", copy()), ("bad.txt", data)])
    ((name, why),) = refusal.value.reasons
    assert name == "bad.txt"
    assert reason in why
    assert not Story.objects.exists()


def test_no_file_is_nothing_to_import(bring: Bring) -> None:
    with pytest.raises(UnableToImport, match="nothing to import"):
        bring([])


def test_several_stories_at_once_are_told_apart_by_slugline(bring: Bring) -> None:
    ferry = copy("(LEAD)", slugline="Ferry-talks")
    result = bring([("1.txt", copy("(LEAD)")), ("f.txt", ferry), ("0.txt", copy())])
    assert [(one.story.slugline, len(one.added)) for one in result.stories] == [("Harim-tunnel", 2), ("Ferry-talks", 1)]
    assert result.added == 3


def test_a_missing_slugline_is_made_from_the_headline_and_said(bring: Bring) -> None:
    (planned,) = read_files([("0.txt", copy(slugline=""))]).stories
    assert (planned.slugline, planned.derived) == ("Mayor-opens-Harim", True)
    bring([("0.txt", copy(slugline=""))])
    assert Version.objects.get().slugline == "Mayor-opens-Harim"


def test_korean_windows_copy_comes_in_and_asks_for_a_look(bring: Bring) -> None:
    (file,) = read_files([("0.txt", copy().decode().replace("▲ ", "").encode("cp949"))]).files
    assert (file.encoding, file.story.native_byline) == ("CP949 (EUC-KR)", "임나라")
    assert file.problems[0].code == "encoding"


def test_a_page_without_a_time_gets_the_imports_and_says_so(bring: Bring, now: datetime) -> None:
    data = copy().replace(b"National / \xec\x9e\x84\xeb\x82\x98\xeb\x9d\xbc / 2026-03-09 10:30:00\n\n", b"")
    assert "no-time" in {problem.code for problem in read_files([("0.txt", data)]).files[0].problems}
    bring([("0.txt", data)])
    assert Version.objects.get().filed_at == now


def test_times_that_do_not_follow_the_wire_have_no_gap_between_them(bring: Bring, now: datetime) -> None:
    bring([("4.txt", copy("(4th LD)", hour=9)), ("0.txt", copy(hour=10))])
    assert [rung.gap for rung in ladder(Story.objects.get()).rungs] == [None, None]


def test_what_will_happen_can_be_shown_before_it_does(bring: Bring, reporter: User, now: datetime) -> None:
    bring([("0.txt", copy())])
    plan = read_files([("0.txt", copy()), ("1.txt", copy("(LEAD)"))])
    (placed,) = place_stories(plan=plan, actor=reporter, now=now)
    assert placed.story == Story.objects.get()
    assert [bool(place.skipped) for place in placed.places] == [True, False]
    assert Version.objects.count() == 1


def test_a_slugline_of_another_season_is_another_story(bring: Bring) -> None:
    bring([("0.txt", copy())])
    (imported,) = bring([("0.txt", copy().replace(b"2026-03-09", b"2026-06-09"))]).stories
    assert imported.created


def test_an_import_onto_a_story_of_ours_makes_its_draft_stale_and_its_lead_current(
    first: Version, bring: Bring, reporter: User, now: datetime
) -> None:
    (imported,) = bring([("2.txt", copy("(2nd LD)"))], story=first.story).stories
    assert (imported.story, Story.objects.get().current_version) == (first.story, imported.added[0])


def test_nothing_is_brought_onto_a_killed_story(
    first: Version, bring: Bring, desk_editor: User, now: datetime, text: Callable[..., DraftText]
) -> None:
    killed = {"text": text(headline="Withdrawn"), "kind": Kind.KILL, "actor": desk_editor, "now": now}
    file_version(story=first.story, based_on=first, **killed)
    with pytest.raises(UnableToImport, match="killed or closed"):
        bring([("2.txt", copy("(2nd LD)"))], story=Story.objects.get())


def test_an_imported_kill_withdraws_the_story(bring: Bring) -> None:
    bring([*chain(), ("k.txt", copy("(KILL)", hour=15))])
    story = Story.objects.get()
    assert (story.status, story.current_version.kind) == (Story.Status.KILLED, Kind.KILL)


def test_an_outsider_brings_nothing_in(bring: Bring, outsider: User) -> None:
    with pytest.raises(NotAllowed):
        bring([("0.txt", copy())], actor=outsider)
