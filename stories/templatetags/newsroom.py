"""What the desk's pages say of times, labels and people."""

import re
import zlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from itertools import zip_longest
from typing import Any

from django import template
from django.template.defaultfilters import stringfilter
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from stories import permissions
from stories.queries.people import initials_of
from stories.queries.states import State
from stories.templatetags.times import when
from stories.wire.attn import shown
from stories.wire.label import Kind, Label, short_label
from stories.wire.text import hidden_characters, spelled_out

register = template.Library()
register.simple_tag(when)

CHIP_CLASSES = {Kind.URGENT: "urgent", Kind.FIRST: "first", Kind.CORRECTION: "correction", Kind.KILL: "kill"}
BADGES = {
    State.REVIEW: ("review", "In review"),
    State.RETURNED: ("bad", "Returned"),
    State.APPROVED: ("approved", "Approved"),
    State.DRAFT: ("draft", "Draft"),
    State.FILED: ("ok", "Filed"),
    State.CORRECTED: ("ok", "Corrected"),
    State.EMBARGO: ("held", "Embargo"),
    State.KILLED: ("killed", "Killed"),
    State.CLOSED: ("", "Closed"),
}
PERSON_INKS = 5


@register.filter
def gap(span: timedelta | None) -> str:
    """The time between two filings, as a desk says it: 15 min, 2 h 10 min, 3 days."""
    if span is None:
        return ""
    minutes = max(0, span // timedelta(minutes=1))
    if minutes < 60:
        return f"{minutes} min"
    if minutes < 24 * 60:
        return f"{minutes // 60} h {minutes % 60} min" if minutes % 60 else f"{minutes // 60} h"
    days = minutes // (24 * 60)
    return "1 day" if days == 1 else f"{days} days"


@register.filter
def gap_in_words(span: timedelta) -> str:
    """The same in whole words, for who hears it: 26 minutes, 2 hours 10 minutes."""
    words = gap(span).replace("min", "minutes").replace(" h", " hours")
    return re.sub(r"\b1 (minute|hour)s", r"1 \1", words)


@register.filter
def signed(number: int | None) -> str:
    """A change in words with its sign; a true minus. Nothing for None and 0."""
    if not number:
        return ""
    return f"+{number:,}" if number > 0 else f"\u2212{-number:,}"


@register.simple_tag
@lru_cache(maxsize=1024)
def label_chip(label: Label, extra: str = "") -> SafeString:
    """The label as a chip, its qualifiers after it. `extra` adds classes such as "lg now"."""
    chip = format_html('<span class="chip {}">{}</span>', f"{chip_class(label)} {extra}".strip(), chip_text(label))
    stacked = format_html_join("", ' <span class="chip">{}</span>', ((words,) for words in label.qualifiers))
    return chip + stacked


def chip_text(label: Label) -> str:
    """What a chip calls a filing: a first one has no label to show."""
    return "first filing" if label.kind == Kind.FIRST else short_label(label)


@register.filter
def chip_class(label: Label) -> str:
    """Which of the chip's looks a label has; a trail tick takes the same."""
    if label.kind == Kind.LEAD:
        return "lead" if label.lead_number == 1 else "ld"
    return CHIP_CLASSES[label.kind]


@register.simple_tag
def initials(person: Any) -> SafeString:
    """Two letters for a person, in an ink that stays theirs."""
    name = person.get_full_name() or person.get_username()
    ink = zlib.crc32(person.get_username().encode()) % PERSON_INKS + 1
    return format_html(
        '<span class="ava" data-ink="{}" aria-hidden="true" title="{}">{}</span>', ink, name, initials_of(name)
    )


@register.filter
def roles(person: Any) -> str:
    """The person's roles in words."""
    held = permissions.roles_of(person)
    return ", ".join(role for role in permissions.ROLES if role in held) or "no role yet"


@register.filter
def keeps_records(person: Any) -> bool:
    """Whether the admin is open to the person."""
    return permissions.is_admin(person)


@register.filter
def decides(person: Any) -> bool:
    """Whether the desk queue is the person's work."""
    return permissions.is_desk_editor(person)


@register.filter
def unsigned(byline: str) -> str:
    """The names of a byline without its "By": a column says what they are."""
    return byline[3:] if byline[:3].lower() == "by " else byline


@register.filter
def person_name(person: Any) -> str:
    """The name people know them by."""
    return person.get_full_name() or person.get_username()


@register.simple_tag
def state_badge(state: str) -> SafeString:
    """Where a story stands: a shape and a word."""
    look, word = BADGES.get(state, ("", state))
    return format_html('<span class="badge {}">{}</span>', look, word)


@register.filter
def advisory(line: str) -> str:
    """A filing's ATTN line as the wire has it; another agency's advisory as it was."""
    return shown(line)


@register.filter
def visible(text: str) -> str:
    """The text with each character that does not show named beside it, and held in by its own frame.

    The name is drawn by the stylesheet: what is copied from the page is the text itself.
    """
    unseen = {found.char: found.name for found in hidden_characters(text)}
    if not unseen:
        return text
    pieces = re.split(f"([{re.escape(''.join(unseen))}])", text)
    return format_html_join("", "{}", ((marked(piece, unseen),) for piece in pieces))


@register.filter(is_safe=True)
@stringfilter
def spelled(text: str) -> str:
    """The text with each character that does not show as its number: where no stylesheet reaches, as in a title."""
    return spelled_out(text)


def marked(piece: str, unseen: dict[str, str]) -> str:
    if piece not in unseen:
        return piece
    return format_html('<span class="unseen" data-name="{}">{}</span>', unseen[piece], piece)


@register.filter
def with_next(rows: Sequence[Any]) -> list[tuple[Any, Any]]:
    """Each row with the one after it, None after the last: a ladder runs newest first, so that is the one before."""
    return list(zip_longest(rows, rows[1:]))


@register.filter
def label_words(label: Label | None) -> str:
    """The label in running text: "3rd LD"; "" for a first filing and for none."""
    return short_label(label) if label else ""


@register.filter
def bare(label: Label) -> Label:
    """The label without its qualifiers, where a column has no room for them."""
    return replace(label, qualifiers=())


@register.filter
def utf8_size(text: str) -> str:
    """How many bytes the text has on the wire."""
    return f"{len(text.encode()):,}"
