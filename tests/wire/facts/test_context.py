"""A figure without a noun is shown among the words it stands between."""

import pytest

from stories.wire.facts import facts, where


def told(old: str, new: str) -> list[str]:
    return [where(change, [old], [new]) for change in facts([old], [new])]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "Fog led to the cancellation of seven on Monday, the operator said.",
            "Fog led to the cancellation of 19 on Monday, the operator said.",
            "… to the cancellation of 19 on Monday, the …",
        ),
        (
            "It met. The vote was 183 to 90. It passed.",
            "It met. The vote was 185 to 90. It passed.",
            "The vote was 185 to 90",
        ),
        ("Of them, 12 died.", "Of them, 13 died.", "Of them, 13 died"),
        ("Highway 3 is shut.", "Highway 5 is shut.", "Highway 5 is shut"),
        ("She said: (183) and left.", "She said: (185) and left.", "She said: (185) and left"),
        ("표결은 183, 90으로 끝났다.", "표결은 185, 90으로 끝났다.", "표결은 185, 90으로 끝났다"),
    ],
)
def test_a_bare_figure_has_the_nearest_words_of_its_sentence(old: str, new: str, words: str) -> None:
    assert told(old, new)[:1] == [words]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The fog delayed 41 flights.", "The fog delayed 86 flights."),
        ("It rose 3 percent.", "It rose 4 percent."),
        ("It cost $1.2 billion.", "It cost $1.3 billion."),
        ("It opened on March 9.", "It opened on March 10."),
        ("사망자는 183명으로 늘었다.", "사망자는 185명으로 늘었다."),
    ],
)
def test_what_says_what_it_counts_needs_none(old: str, new: str) -> None:
    assert told(old, new) == [""]


def test_a_figure_that_is_gone_is_shown_as_it_stood() -> None:
    old = ["The pier holds 400 or so. It is old.", "It rained."]
    [change] = facts(old, ["It is old.", "It rained."])

    assert where(change, old, ["It is old.", "It rained."]) == "The pier holds 400 or so"
