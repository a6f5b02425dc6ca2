"""What a desk would query in a story: warnings and notes, never repairs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from stories.wire.grafs import word_count
from stories.wire.label import Kind, Label, label_text, parse_label
from stories.wire.order import comes_after
from stories.wire.quotes import unbalanced_quotes
from stories.wire.remembering import remembered
from stories.wire.story import WireStory
from stories.wire.text import control_counts, hidden_counts, name_of

LONG_GRAF = 40
TOO_LONG_GRAF = 60

_DOUBLE = re.compile(r"(?<![\w'’-])((?:[^\W\d_][\w'’-]*)(?: [^\W\d_][\w'’-]*){0,2}) \1(?![\w'’-])", re.IGNORECASE)
# Words that rightly stand twice, and the joints of "day by day by day".
_RIGHTLY = frozenset("had that very really so no yes bye ha boo many far long never".split())
_JOINTS = frozenset("after and by on over to upon or".split())


@dataclass(frozen=True, slots=True)
class Check:
    """One query: `code` is stable, `message` is for people, `graf` the paragraph's index from 0, None for the head."""

    code: str
    level: Literal["warn", "note"]
    message: str
    graf: int | None = None


def check(
    story: WireStory, previous: WireStory | None = None, *, long: int = LONG_GRAF, too_long: int = TOO_LONG_GRAF
) -> tuple[Check, ...]:
    """What a desk would query, head first, then by paragraph. `long` and `too_long` are words.

    `previous` is the filing before this one, for what only the two together tell: a label
    that does not come after the last. Nothing here stops a filing.
    """
    return (
        *_missing(story),
        *_labels(story, previous),
        *_captions(story),
        *_characters(story),
        *_grafs(story, long, too_long),
    )


def _missing(story: WireStory) -> Iterator[Check]:
    if not story.headline:
        yield Check("no-headline", "warn", "The headline is missing.")
    if not story.dateline:
        yield Check("no-dateline", "warn", "The dateline is missing.")
    if not story.grafs or not word_count([story.grafs[0]]):
        yield Check("empty-lede", "warn", "The lede is empty.", 0 if story.grafs else None)
    if story.label.kind is Kind.LEAD and not story.attn:
        yield Check("no-attn", "warn", "A lead without an ATTN line: clients cannot see what is new.")


def _labels(story: WireStory, previous: WireStory | None) -> Iterator[Check]:
    """Labels typed into the text that the counters do not give, and a label that does not follow the last."""
    for name, text in (("headline", story.headline), ("slugline", story.slugline)):
        yield from _typed_label(text, story.label, f"The {name}", None)
    for index, graf in enumerate(story.grafs):
        yield from _typed_label(graf, story.label, f"Paragraph {index + 1}", index)
    if previous and not comes_after(story.label, previous.label):
        own, last = (label_text(label) or "a first filing" for label in (story.label, previous.label))
        yield Check("label-order", "warn", f"{own} does not come after {last}.")


def _typed_label(text: str, label: Label, where: str, graf: int | None) -> Iterator[Check]:
    typed = parse_label(text[:200])[0] if text.startswith("(") else None
    if typed and typed.kind is not Kind.FIRST and label_text(typed) != label_text(label):
        own = label_text(label) or "no label"
        yield Check("label-in-text", "warn", f"{where} says {label_text(typed)}; the counters give {own}.", graf)


def _captions(story: WireStory) -> Iterator[Check]:
    for number, caption in enumerate(story.captions, 1):
        if not caption.credit:
            yield Check("no-credit", "warn", f"Caption {number} has no credit.")


def _characters(story: WireStory) -> Iterator[Check]:
    head = "\n".join((story.slugline, story.headline, story.attn, story.byline, story.dateline, story.email))
    captions = "\n".join(f"{caption.text}\n{caption.credit}" for caption in story.captions)
    for text, graf in ((head, None), (captions, None), *((graf, index) for index, graf in enumerate(story.grafs))):
        where = f"Paragraph {graf + 1}" if graf is not None else "A caption" if text is captions else "The head"
        for char in control_counts(text):
            if char != "\n":
                yield Check("control-character", "warn", f"{where} holds {name_of(char)}, which cannot be kept.", graf)
        for char in hidden_counts(text):
            yield Check("hidden-character", "warn", f"{where} holds {name_of(char)}, which does not show.", graf)


def _grafs(story: WireStory, long: int, too_long: int) -> Iterator[Check]:
    unbalanced = set(unbalanced_quotes(story.grafs))
    if unbalanced_quotes([story.headline]):
        yield Check("quotation-marks", "warn", "A quotation mark in the headline has no partner.")
    for index, graf in enumerate(story.grafs):
        words = word_count(graf)
        if words > long:
            level: Literal["warn", "note"] = "warn" if words > too_long else "note"
            yield Check("long-graf", level, f"Paragraph {index + 1} runs to {words} words.", index)
        if index in unbalanced:
            message = f"A quotation mark in paragraph {index + 1} has no partner."
            yield Check("quotation-marks", "warn", message, index)
        for double in double_words(graf):
            yield Check("double-word", "warn", f"“{double}” stands twice in paragraph {index + 1}.", index)


@remembered
def double_words(text: str) -> tuple[str, ...]:
    """Words, or phrases of two or three, that stand twice in a row by mistake: "the the", not "had had"."""
    return tuple(match[1] for match in _DOUBLE.finditer(text) if not _is_rightly_double(match))


def _is_rightly_double(match: re.Match[str]) -> bool:
    words = match[1].lower().split()
    if len(words) == 1:
        # Two capitals are a name: Pago Pago, Boutros Boutros-Ghali.
        second = match[0][len(match[1]) + 1 :]
        return words[0] in _RIGHTLY or (match[1][0].isupper() and second[0].isupper())
    return bool(_JOINTS & set(words))
