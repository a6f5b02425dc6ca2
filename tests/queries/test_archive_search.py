"""Finding filed copy: what is found, what is not, and who may find it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.contrib.auth.models import User

from stories.models import Desk, Story, Version
from stories.queries.archive_question import Question, read_question
from stories.queries.archive_search import Found, search
from stories.services.drafting import DraftText
from stories.services.filing import file_version
from stories.services.opening import open_story
from stories.wire.label import Kind

pytestmark = pytest.mark.django_db

Filer = Callable[..., Version]


@pytest.fixture
def file(desk: Desk, reporter: User, now: datetime, text: Callable[..., DraftText]) -> Filer:
    """Files a version: the next of `story`, or the first of a new one under `slugline`."""

    def filed(story: Story | None = None, slugline: str = "Harim-tunnel", days: int = 0, **changes: str) -> Version:
        moment = now + timedelta(days=days)
        kind = Kind(changes.pop("kind")) if "kind" in changes else None
        place = {"desk": changes.pop("desk", None) or desk}
        story = story or open_story(actor=reporter, now=moment, slugline=slugline, **place)
        story.refresh_from_db()
        based_on = story.current_version
        return file_version(story=story, based_on=based_on, text=text(**changes), kind=kind, actor=reporter, now=moment)

    return filed


def found(person: User, now: datetime, words: str = "", **asked: object) -> list[tuple[str, int]]:
    hits = search(person, now, Question(words=words, **asked)).hits
    return [(hit.slugline, hit.sequence) for hit in hits]


def test_every_word_must_be_there_in_any_order(file: Filer, reporter: User, now: datetime) -> None:
    file(slugline="one", body="Floods closed the harbour road on Monday.")
    file(slugline="two", body="The harbour opened again.")

    assert found(reporter, now, "road harbour") == [("one", 1)]
    assert found(reporter, now, "harbour") == [("two", 1), ("one", 1)]


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("summits", True),  # said of one summit
        ("SUMMIT", True),
        ("summ", False),
        ("summ*", True),
        ('"two-day summit"', True),
        ("two-day", True),
        ('"summit two-day"', False),
        ("183.5", True),
        ("83.5", False),
        ("summit -Nara", False),
        ("summit -Osaka", True),
        ("-Osaka", False),
        ("정상회담", True),  # 정상회담이 in the text: a particle follows
        ("회담", True),  # inside it too: a Korean word is built of others
        ("담", True),
        ("상담", False),
        ("담이열", False),  # the blank parts them
        ('"정상회담"', False),  # in quotation marks the whole word is meant
        ('"정상회담이"', True),
        ("Nara 회담", True),
        ("Osaka 회담", False),
        ("회담 -정상", False),
        ("회담 -Osaka", True),
        ("회담 -Nara", False),
        ("-정상 Nara", False),
        ("-회의 Nara", True),
        ("会談", True),
        ("首脳会談", True),
        ("首会", False),
        ("café", True),
        ("WHO", True),  # no word is too common to be meant
        ('"The café"', True),
        ('"A café"', False),
        ("N. Korea", True),
        ('"N. Korea"', True),
        ('"S. Korea"', False),
        ("--", False),
        ('"', False),
        ("NEAR(summit nara)", False),
        ("summit OR nothing", False),
        ('summit" OR "x', False),
        ("body:summit", False),
        ("summit'); DROP TABLE stories_version; --", False),
        ("' | !", False),
    ],
)
def test_a_query_means_what_a_person_means(
    file: Filer, reporter: User, now: datetime, words: str, is_found: bool
) -> None:
    file(
        slugline="one",
        body="A two-day summit in Nara cost 183.5 million won.\n\n정상회담이 열렸다. 日首脳会談。\n\n"
        "The café stayed open, the WHO told N. Korea.",
    )

    assert found(reporter, now, words) == ([("one", 1)] if is_found else [])


def test_it_is_found_by_slugline_headline_byline_and_advisory_too(file: Filer, reporter: User, now: datetime) -> None:
    file(slugline="Bora-dam", headline="Sluice stays shut", byline="By Gong Su-min", attn="ADDS mayor's remarks")

    for words in ("bora-dam", "sluice", "gong su-min", "remarks"):
        assert found(reporter, now, words) == [("Bora-dam", 1)]


def test_a_replaced_text_is_found_only_where_everything_is_asked_for(
    file: Filer, reporter: User, now: datetime
) -> None:
    story = file(body="Eleven people were hurt.").story
    file(story, body="Twelve people were hurt.")

    assert found(reporter, now, "eleven") == []
    assert found(reporter, now, "eleven", everything=True) == [("Harim-tunnel", 1)]
    assert found(reporter, now, "hurt", everything=True) == [("Harim-tunnel", 2), ("Harim-tunnel", 1)]


def test_filters_narrow_it_down(file: Filer, reporter: User, now: datetime) -> None:
    culture = Desk.objects.create(name="Culture", code="cul")
    file(slugline="one", desk=culture, byline="By Gong Su-min", days=-3)
    story = file(slugline="two", attn="").story
    file(story, attn="CORRECTS number of lanes in 2nd para", body="It has four lanes.\n\nIt cost 41 billion won.")

    assert found(reporter, now, desk="cul") == [("one", 1)]
    assert found(reporter, now, byline="gong") == [("one", 1)]
    assert found(reporter, now, label=Kind.LEAD) == [("two", 2)]
    assert found(reporter, now, label="lead-1") == [("two", 2)]
    assert found(reporter, now, label="lead-2") == []
    assert found(reporter, now, verb="CORRECTS") == [("two", 2)]
    assert found(reporter, now, until=date(2026, 3, 8)) == [("one", 1)]
    assert found(reporter, now, since=date(2026, 3, 7)) == [("two", 2)]
    assert found(reporter, now, "won", since=date(2026, 3, 9), until=date(2026, 3, 9)) == [("two", 2)]


@pytest.mark.parametrize(
    ("attn", "is_found"),
    [
        ("CHANGES headline", True),
        ("ADDS remarks; CHANGES headline", True),
        ("UPDATES with exchanges of fire", False),
        ("UPDATES with changes to the bill", False),
        ("", False),
    ],
)
def test_a_verb_of_the_advisory_is_the_verb_and_no_word_that_holds_it(
    file: Filer, reporter: User, now: datetime, attn: str, is_found: bool
) -> None:
    file(slugline="one", attn=attn)

    assert found(reporter, now, verb="CHANGES") == ([("one", 1)] if is_found else [])


def test_days_are_the_desks_own(file: Filer, reporter: User, now: datetime) -> None:
    """23:30 of the 8th in London is the 9th in Seoul."""
    file(slugline="late", days=0)

    assert found(reporter, now, since=date(2026, 3, 9), until=date(2026, 3, 9)) == [("late", 1)]


def test_an_embargoed_story_is_found_by_its_own_people_and_the_desk(
    file: Filer, reporter: User, other_reporter: User, desk_editor: User, outsider: User, now: datetime
) -> None:
    story = file(body="The medal goes to Baek Ji-ho.").story
    Story.objects.filter(pk=story.pk).update(embargo_until=now + timedelta(hours=1))

    assert [len(found(person, now, "medal")) for person in (reporter, desk_editor)] == [1, 1]
    assert [len(found(person, now, "medal")) for person in (other_reporter, outsider)] == [0, 0]
    assert len(found(other_reporter, now + timedelta(hours=1), "medal")) == 1


def test_a_cursor_says_nothing_of_a_version_that_a_person_may_not_read(
    file: Filer, other_reporter: User, desk_editor: User, now: datetime
) -> None:
    """Else the pages would differ between a lead that was filed under embargo and one that was not."""
    held = file(slugline="held").story
    file(slugline="later")
    Story.objects.filter(pk=held.pk).update(embargo_until=now + timedelta(hours=1))

    assert found(other_reporter, now, "tunnel", before=f"{held.pk}-1") == [("later", 1)]
    assert found(desk_editor, now, "tunnel", before=f"{held.pk}-1") == []


def test_hits_are_marked_in_the_headline_and_where_the_text_meets_the_query(
    file: Filer, reporter: User, now: datetime
) -> None:
    body = "Nothing of it here.\n\n" + "Words before. " * 30 + "The <b>summit</b> ended late.\n\nMore."
    file(headline="Summits & suppers", body=body)

    (hit,) = search(reporter, now, Question(words="summit")).hits

    assert hit.headline.pieces == (("Summits", True), (" & suppers", False))
    assert ("summit", True) in hit.text.pieces
    assert "ended late" in "".join(piece for piece, _ in hit.text.pieces)


def test_syllables_are_marked_where_they_stand_in_a_word(file: Filer, reporter: User, now: datetime) -> None:
    body = "Nothing of it here.\n\n" + "Words before. " * 30 + "정상회담이 열렸다.\n\nMore."
    file(headline="Summit 정상회담", body=body)

    (hit,) = search(reporter, now, Question(words="회담")).hits
    assert hit.headline.pieces == (("Summit 정상", False), ("회담", True))
    assert ("회담", True) in hit.text.pieces
    assert "".join(piece for piece, _ in hit.text.pieces).startswith("…")

    (hit,) = search(reporter, now, Question(words="summit 회담 -회의")).hits
    assert hit.headline.pieces == (("Summit", True), (" 정상", False), ("회담", True))
    assert ("회담", True) in hit.text.pieces


def test_pages_follow_each_other_and_none_is_lost(file: Filer, reporter: User, now: datetime) -> None:
    for number in range(7):
        file(slugline=f"story-{number}")
    pages: list[list[str]] = []
    asked = Question(words="tunnel")

    while True:
        page = search(reporter, now, asked, size=3)
        pages.append([hit.slugline for hit in page.hits])
        if not page.more:
            break
        asked = Question(words="tunnel", before=page.more)

    assert [len(page) for page in pages] == [3, 3, 1]
    assert [name for page in pages for name in page] == [f"story-{number}" for number in reversed(range(7))]


def test_a_page_has_the_latest_filed_first_whenever_it_was_brought_in(
    file: Filer, reporter: User, now: datetime
) -> None:
    """As the page says of itself; every page still ends where the next begins."""
    for days in (0, -3, -1):
        file(slugline=f"story{days}", days=days)

    assert found(reporter, now, "tunnel") == [("story0", 1), ("story-1", 1), ("story-3", 1)]
    page = search(reporter, now, Question(words="tunnel"), size=2)
    assert [hit.slugline for hit in page.hits] == ["story-1", "story-3"]
    assert found(reporter, now, "tunnel", before=page.more) == [("story0", 1)]


def test_a_search_that_filters_leave_little_of_looks_through_a_bounded_part(
    file: Filer, reporter: User, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    culture = Desk.objects.create(name="Culture", code="cul")
    file(slugline="old", desk=culture)
    for number in range(6):
        file(slugline=f"new-{number}")
    monkeypatch.setattr("stories.queries.archive_search.WINDOWS", (2, 3))

    for words in ("tunnel", ""):
        page = search(reporter, now, Question(words=words, desk="cul"))
        assert page == Found((), "", cut=True)

    monkeypatch.setattr("stories.queries.archive_search.WINDOWS", (2, 3, 2))
    assert found(reporter, now, "tunnel", desk="cul") == [("old", 1)]


@pytest.mark.parametrize("cursor", ["", "x", "-", "zzzzzzzzzz-1", "1-99999999999", "\0-1", "a-½"])
def test_a_cursor_that_is_none_is_the_first_page(file: Filer, reporter: User, now: datetime, cursor: str) -> None:
    file()

    assert len(search(reporter, now, read_question({"q": "tunnel", "before": cursor})).hits) == 1


def test_an_address_says_the_question(now: datetime) -> None:
    given = {"q": " two words ", "in": "all", "desk": "pol", "verb": "ADDS", "since": "2026-03-01", "until": "soon"}

    asked = read_question(given)

    assert asked == Question(words="two words", everything=True, desk="pol", verb="ADDS", since=date(2026, 3, 1))
    assert asked.query == "q=two+words&in=all&desk=pol&verb=ADDS&since=2026-03-01"


def test_a_page_of_hits_costs_few_queries(
    file: Filer, desk_editor: User, now: datetime, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for number in range(8):
        file(slugline=f"story-{number}")

    with django_assert_max_num_queries(5):
        assert len(found(desk_editor, now, "tunnel")) == 8
