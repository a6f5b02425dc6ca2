"""`parse` is total, linear, and drops no line in silence."""

import re
import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stories.wire.label import label_text
from stories.wire.parse import parse
from stories.wire.render import render
from stories.wire.story import Reading
from stories.wire.text import clean, without_controls
from tests.wire.story_strategies import HOSTILE, wire_story

EXAMPLES = settings(max_examples=400, deadline=None)
# Copy as it comes from anywhere: hostile lines in any order, parted by newlines, blank lines, indents.
pages = st.lists(
    st.tuples(HOSTILE | st.text(max_size=30), st.sampled_from(["\n", "\n\n", "\r\n", "\n   ", " "])), max_size=25
).map(lambda parts: "".join(text + end for text, end in parts))
# Words that only mark what a line is.
MARKS = {"attn", "caption", "view", "larger", "image", "headline", "slugline", "byline", "dateline", "category"} | {
    *("e", "mail", "native", "published", "end", "끝")
}


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))


def text_of_story(reading: Reading) -> str:
    story = reading.story
    captions = [text for caption in story.captions for text in (caption.text, caption.credit)]
    fields = [story.slugline, story.headline, story.attn, story.byline, story.dateline, story.email, story.category]
    label = [label_text(story.label), *story.label.qualifiers]
    return "\n".join([*fields, story.native_byline, *label, *story.grafs, *captions])


def lines_without_a_place(text: str) -> list[str]:
    """The lines that are in neither the story nor the furniture, and that no problem names."""
    reading = parse(text)
    told = set(reading.furniture)
    for problem in reading.problems:
        told.update(range(problem.line, max(problem.line, problem.last_line) + 1))
    known = words_of(text_of_story(reading)) | MARKS
    lines = enumerate(without_controls(clean(text)).split("\n"), 1)
    return [line for number, line in lines if number not in told and not words_of(line) <= known]


@EXAMPLES
@given(pages)
def test_every_line_is_in_the_story_or_is_named(text):
    assert lines_without_a_place(text) == []


@EXAMPLES
@given(st.text())
def test_any_text_at_all_is_read(text):
    assert isinstance(parse(text), Reading)


@EXAMPLES
@given(wire_story(), st.data())
def test_no_line_of_a_mangled_story_is_lost(story, data):
    lines = render(story).split("\n")
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        change = data.draw(st.sampled_from(["cut", "double", "break", "insert", "swap"]))
        if change == "cut" and len(lines) > 1:
            del lines[at]
        elif change == "double":
            lines.insert(at, lines[at])
        elif change == "break":
            words = lines[at].split()
            half = data.draw(st.integers(0, len(words)))
            lines[at : at + 1] = [" ".join(words[:half]), " ".join(words[half:])]
        elif change == "insert":
            lines.insert(at, data.draw(HOSTILE))
        else:
            lines[at], lines[-1] = lines[-1], lines[at]
    assert lines_without_a_place("\n".join(lines)) == []


@pytest.mark.parametrize(
    "text", ["", "\n\n", "\x00\x01\x02", "\ufeff", "\ud800", "한국어로만 쓴 글", "()", "(ATTN:", "▲", "¶ "]
)
def test_the_smallest_texts_are_read_and_hold_no_story(text):
    assert next(problem.code for problem in parse(text).problems) == "no-story"


def test_what_cannot_be_kept_is_named_with_its_line():
    problems = parse("(LEAD) A\x00B\n\nSEOUL, May 3 (Yonhap) -- C \u202ed.\n").problems
    assert [(problem.code, problem.line) for problem in problems] == [("control-character", 1), ("hidden-character", 3)]
    assert "NULL" in problems[0].message
    assert "RIGHT-TO-LEFT OVERRIDE" in problems[1].message


MEGABYTE = 1_000_000
LONG = {
    "one word": "a" * MEGABYTE,
    "one line": "word " * (MEGABYTE // 5),
    "wrapped lines": ("The quick brown fox jumps over the lazy dog and says nothing of it.\n") * (MEGABYTE // 68),
    "open brackets": "(ATTN: " + "(" * MEGABYTE,
    "brackets in a head": "(a) " * (MEGABYTE // 4),
    "piled accents": "a" + "\u0301\u0323" * (MEGABYTE // 2),
    "many sluglines": "".join(f"slug-number-{n}-of-many-others\n" for n in range(MEGABYTE // 32)),
    "many titles": "".join(f"(LEAD) Some other headline {n}\n" for n in range(MEGABYTE // 32)),
    "many addresses": "SEOUL, May 3 (Yonhap) -- A.\n" + "".join(f"a{n}@example.com\n" for n in range(MEGABYTE // 18)),
    "open quotations": ('"The quick brown fox jumps over the lazy dog and says nothing of it\n') * (MEGABYTE // 68),
    "Korean": "한국어 기사의 본문은 여기에 이렇게 길게 이어지고 또 이어진다.\n" * (MEGABYTE // 35),
    "datelines": "SEOUL, May 3 (Yonhap) -- The harbor reopened.\n\n" * (MEGABYTE // 48),
    "NUL": "\x00" * MEGABYTE,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_a_megabyte_takes_about_as_long_for_each_of_its_quarters(text):
    """Linear time: the whole takes no more than ten times a quarter (four, and room for a busy machine)."""
    quarter, whole = seconds(text[: len(text) // 4]), seconds(text)
    assert whole < max(10 * quarter, 2.0)


def seconds(text: str) -> float:
    start = time.process_time()
    parse(text)
    return time.process_time() - start
