"""A story goes out as wire text and comes back the same: for anything a story can hold."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from stories.wire.normal import normalise
from stories.wire.parse import parse
from stories.wire.render import render
from stories.wire.story import WireStory
from tests.wire.story_strategies import any_story, wire_story

EXAMPLES = settings(max_examples=400, deadline=None)


@EXAMPLES
@given(wire_story())
def test_a_rendered_story_reads_back_as_itself(story):
    assert parse(render(story)).story == normalise(story)


@EXAMPLES
@given(any_story())
def test_a_story_of_hostile_fields_reads_back_as_its_normal_form(story):
    assert parse(render(story)).story == normalise(story)


@EXAMPLES
@given(any_story())
def test_rendering_what_was_read_changes_nothing(story):
    text = render(story)
    assert render(parse(text).story) == text


@EXAMPLES
@given(any_story())
def test_the_normal_form_is_its_own_normal_form(story):
    assert normalise(normalise(story)) == normalise(story)


@EXAMPLES
@given(st.text())
def test_what_was_read_from_any_text_renders_and_reads_back(text):
    story = parse(text).story
    assert parse(render(story)).story == normalise(story)


@EXAMPLES
@given(wire_story())
def test_a_tidy_story_is_already_in_its_normal_form(story):
    assert normalise(story) == replace(story, note="")


def test_an_empty_story_is_its_end_mark():
    assert render(WireStory()) == "(END)\n"
