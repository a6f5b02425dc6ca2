"""What wire text can carry: a story in the one form that is read back as it was."""

from dataclasses import replace
from datetime import datetime

from stories.wire.captions import format_caption, parse_caption
from stories.wire.label import Label, heading, parse_label
from stories.wire.remembering import remembered
from stories.wire.story import Caption, WireStory
from stories.wire.text import clean, tidy, trim, without_controls


def normalise(story: WireStory) -> WireStory:
    """The story as its wire text holds it. Idempotent; a tidy story without note and photos is unchanged.

    Each field is one line of NFC text: control characters and runs of blanks become one
    blank, and nothing invisible stands at its ends. Brackets that open the headline are the label's;
    those that close a caption are its credit; empty grafs and captions go. The label's
    counters are those its text shows. `note` and `photo` are not wire text, nor are the
    zone and the fraction of a clock.
    """
    label, headline = _heading(story)
    return replace(
        story,
        label=label,
        headline=headline,
        slugline=one_line(story.slugline),
        attn=one_line(story.attn),
        byline=one_line(story.byline),
        dateline=one_line(story.dateline),
        grafs=tuple(graf for graf in map(one_line, story.grafs) if graf),
        captions=tuple(caption for caption in map(_caption, story.captions) if caption != Caption("")),
        email=one_line(story.email),
        category=one_line(story.category),
        native_byline=one_line(story.native_byline),
        published=_clock(story.published),
        note="",
    )


@remembered
def one_line(text: str) -> str:
    """A text as one line of wire copy."""
    return trim(tidy(without_controls(clean(text))))


def _heading(story: WireStory) -> tuple[Label, str]:
    """Label and headline as the head line tells them apart."""
    qualifiers = tuple(q for q in (_qualifier(text) for text in story.label.qualifiers) if q)
    label, headline = replace(story.label, qualifiers=qualifiers), one_line(story.headline)
    while True:
        # What stood before a bracket may have been invisible: then the bracket opens the headline now.
        read, rest = parse_label(heading(label, headline))
        label, headline, before = read or Label(), trim(rest), headline
        if len(headline) >= len(before):
            return label, headline


def _qualifier(text: str) -> str:
    """A qualifier that fits into its brackets."""
    return one_line(text.replace("(", "[").replace(")", "]"))


def _caption(caption: Caption) -> Caption:
    credit = one_line(caption.credit)
    if credit and not credit.startswith("("):
        credit = f"({credit})"
    # The triangle is put before the text so that one the text begins with is kept.
    return parse_caption("▲ " + format_caption(Caption(one_line(caption.text), credit)))


def _clock(published: datetime | None) -> datetime | None:
    return published.replace(tzinfo=None, microsecond=0) if published else None
