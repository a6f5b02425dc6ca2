"""Other agencies' advisories in a page of copy: kept as they were, and never taken out of the copy."""

from dataclasses import replace

import pytest

from stories.wire.attn import Truth, shown, verify
from stories.wire.parse import parse
from stories.wire.render import render

PAGE = """(LEAD) Harim-tunnel

(LEAD) Mayor opens Harim tunnel

{line}

By Rim Na-ra

HARIM, South Korea, March 9 (Hanbit) -- The mayor of Harim opened the Daero tunnel on Monday.

It cost 41 billion won.
{more}
(END)
"""


def read(line, more=""):
    return parse(PAGE.format(line=line, more=more)).story


ADVISORIES = [
    "Eds: Restores reference in 3rd paragraph. With AP Photos.",
    "EDS: UPDATES with details throughout",
    "(Eds: Adds cost in 2nd paragraph)",
    "(Adds cost, updates shares in paragraph 2)",
    "(Recasts; adds mayor's comment)",
    "(Updates with cost in paragraph 2)",
    "(UPDATES with cost in para 2)",
]


@pytest.mark.parametrize("line", ADVISORIES)
def test_an_advisory_is_kept_as_it_was(line):
    story = read(line)
    assert (story.attn, story.headline) == (line, "Mayor opens Harim tunnel")
    assert shown(story.attn) == line


@pytest.mark.parametrize("line", ADVISORIES)
def test_its_wire_text_has_it_as_it_was_and_reads_back(line):
    story = read(line)
    text = render(story)
    assert f"\n{line}\n" in text
    assert parse(text).story == story


def test_an_advisory_over_two_lines_is_one():
    assert read("(Adds cost, updates\nshares in paragraph 2)").attn == "(Adds cost, updates shares in paragraph 2)"


@pytest.mark.parametrize(
    "graf",
    [
        "(Changes in the law took effect in May, the ministry said.)",
        "(Updates on the tunnel are posted at both gates.)",
        "Eds, a town of 300, lies behind the pass.",
        "(Additional reporting by Seo Joon-ho)",
    ],
)
def test_copy_that_only_looks_like_one_stays_copy(graf):
    story = read("(ATTN: ADDS cost in para 2)", f"\n{graf}\n")
    assert story.grafs[-1] == graf
    assert story.attn == "ADDS cost in para 2"


def test_a_paragraph_that_reads_as_an_advisory_survives_its_wire_text():
    story = read("(ATTN: ADDS cost)", "\n¶ (Adds cost in paragraph 2)\n")
    assert story.grafs[-1] == "(Adds cost in paragraph 2)"
    assert parse(render(story)).story == story


@pytest.mark.parametrize(("number", "truth"), [(2, Truth.TRUE), (1, Truth.FALSE)])
def test_the_same_kind_of_claim_is_checked(number, truth):
    new = read(f"(Adds cost in paragraph {number})")
    old = replace(new, grafs=new.grafs[:1])
    assert [verdict.truth for verdict in verify(new.attn, old, new)] == [truth]
