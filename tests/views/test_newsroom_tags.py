"""What pages say of times, labels and people."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.template import Context, Template

from stories.templatetags import newsroom, times
from stories.wire.label import Kind, Label

pytestmark = pytest.mark.usefixtures("desk_in_seoul")

NOW = datetime(2026, 3, 9, 5, 30, tzinfo=UTC)  # 14:30 in Seoul


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(times.timezone, "now", lambda: NOW)


def shown(template: str, **context: object) -> str:
    return Template("{% load newsroom %}" + template).render(Context(context))


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 min ago"),
        (timedelta(minutes=59, seconds=59), "59 min ago"),
        (timedelta(hours=1), "1 h ago"),
        (timedelta(hours=23, minutes=59), "23 h ago"),
        (timedelta(hours=24), "Mar 8 14:30 KST"),
        (timedelta(days=400), "Feb 2, 2025, 14:30 KST"),
        (timedelta(minutes=-5), "14:35 KST"),
    ],
)
def test_a_time_is_relative_for_a_day(age: timedelta, words: str) -> None:
    assert f">{words}</time>" in shown("{% when moment %}", moment=NOW - age)


def test_a_time_carries_the_absolute_one_in_the_desks_zone() -> None:
    assert 'title="Mar 9, 2026, 14:30:00 KST"' in shown("{% when moment %}", moment=NOW)
    assert 'datetime="2026-03-09T05:30:00+00:00"' in shown("{% when moment %}", moment=NOW)


def test_a_day_ends_at_midnight_in_seoul() -> None:
    before_midnight = datetime(2026, 3, 8, 14, 59, tzinfo=UTC)

    assert ">Mar 8 23:59<" in shown('{% when moment "clock" %}', moment=before_midnight)
    assert ">00:00<" in shown('{% when moment "clock" %}', moment=before_midnight + timedelta(minutes=1))


@pytest.mark.parametrize(
    ("age", "words"),
    [
        (timedelta(), "14:30"),
        (timedelta(hours=14, minutes=31), "23:59"),
        (timedelta(hours=23, minutes=59), "14:31"),
        (timedelta(hours=24), "Mar 8"),
        (timedelta(days=67), "Jan 1"),
        (timedelta(days=68), "2025"),
        (timedelta(hours=-2), "16:30"),
    ],
)
def test_a_row_has_the_clock_for_a_day_and_then_what_fits_in_its_column(age: timedelta, words: str) -> None:
    element = shown('{% when moment "row" %}', moment=NOW - age)

    assert f">{words}</time>" in element
    assert "KST" in element


def test_no_time_is_nothing() -> None:
    assert shown("{% when moment %}", moment=None) == ""


@pytest.mark.parametrize(
    ("label", "chip"),
    [
        (Label(Kind.URGENT), '<span class="chip urgent">URGENT</span>'),
        (Label(), '<span class="chip first">first filing</span>'),
        (Label(Kind.LEAD, 1), '<span class="chip lead">LEAD</span>'),
        (Label(Kind.LEAD, 3), '<span class="chip ld">3rd LD</span>'),
        (Label(Kind.CORRECTION, 2, 1), '<span class="chip correction">2nd LD CORRECTION</span>'),
        (Label(Kind.KILL, 2), '<span class="chip kill">KILL</span>'),
        (Label(Kind.LEAD, 1, 0, ("<b>",)), '<span class="chip lead">LEAD</span> <span class="chip">&lt;b&gt;</span>'),
    ],
)
def test_each_kind_of_label_has_its_chip(label: Label, chip: str) -> None:
    assert shown("{% label_chip label %}", label=label) == chip


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(minutes=15), "15 min"),
        (timedelta(hours=2), "2 h"),
        (timedelta(hours=2, minutes=10), "2 h 10 min"),
        (timedelta(days=1, hours=5), "1 day"),
        (timedelta(days=3), "3 days"),
        (timedelta(minutes=-3), "0 min"),
        (None, ""),
    ],
)
def test_a_gap_is_said_as_a_desk_says_it(span: timedelta | None, words: str) -> None:
    assert newsroom.gap(span) == words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(1, "1 minute"), (26, "26 minutes"), (60, "1 hour"), (61, "1 hour 1 minute"), (131, "2 hours 11 minutes")],
)
def test_a_gap_is_heard_in_whole_words(minutes: int, words: str) -> None:
    assert newsroom.gap_in_words(timedelta(minutes=minutes)) == words


@pytest.mark.parametrize(("number", "words"), [(1180, "+1,180"), (-64, "−64"), (0, ""), (None, "")])
def test_a_change_in_words_carries_its_sign(number: int | None, words: str) -> None:
    assert newsroom.signed(number) == words


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Kim Eun-jung", "KJ"), ("Han Sol", "HS"), ("Mary Ann Ha", "MH"), ("", "RI"), ("<b> x", "&lt;X")],
)
def test_a_person_is_two_letters(name: str, letters: str) -> None:
    first, _, last = name.partition(" ")

    assert f">{letters}</span>" in newsroom.initials(User(username="rim", first_name=first, last_name=last))


def test_a_plain_text_is_left_to_the_template_to_escape() -> None:
    assert shown("{{ text|visible }}", text="<i>7 < 8</i>") == "&lt;i&gt;7 &lt; 8&lt;/i&gt;"


def test_around_a_hidden_character_the_text_is_escaped_too() -> None:
    page = shown("{{ text|visible }}", text="<i>\u200b</i>")

    assert page == '&lt;i&gt;<span class="unseen" data-name="U+200B ZERO WIDTH SPACE">\u200b</span>&lt;/i&gt;'
