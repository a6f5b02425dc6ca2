"""The text of one filing while it is being written."""

from dataclasses import dataclass, fields

from stories.models import Draft, Version
from stories.services.refusals import UnacceptableText
from stories.services.text import accept, accept_line
from stories.wire.label import Kind

ONE_LINE = ("headline", "attn", "byline", "dateline", "email")
MANY_LINES = ("body", "note")
MERGED_FIELDS = (*ONE_LINE, *MANY_LINES)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftText:
    """What a person types for one filing. `kind` is "urgent" or "first" while they may choose, else ""."""

    headline: str = ""
    attn: str = ""
    byline: str = ""
    dateline: str = ""
    body: str = ""
    email: str = ""
    note: str = ""
    qualifiers: tuple[str, ...] = ()
    kind: str = ""


FIELDS = tuple(field.name for field in fields(DraftText))
BRACKET_ENDS = " ()"


def brackets_of(words: str) -> tuple[str, ...]:
    """The brackets after a label as a person types them, in one line: "News Focus; Tunnels"."""
    return tuple(filter(None, (part.strip(BRACKET_ENDS) for part in words.split(";"))))


def brackets_in_words(row: Draft | Version | DraftText) -> str:
    """The same line of what is kept."""
    return "; ".join(row.qualifiers)


def text_of(row: Draft | Version) -> DraftText:
    """The text of a draft, or of a version without its kind, which the counters gave."""
    texts = {name: getattr(row, name) for name in MERGED_FIELDS}
    return DraftText(**texts, qualifiers=tuple(row.qualifiers), kind=row.kind if isinstance(row, Draft) else "")


def accept_text(text: DraftText) -> DraftText:
    """The text as the record keeps it; raises UnacceptableText with the field's name."""
    if text.kind not in ("", Kind.URGENT, Kind.FIRST, Kind.LEAD):
        raise UnacceptableText("kind", "A draft is an urgent, a first filing or a lead.")
    qualifiers = (accept_line("qualifier", qualifier).strip("()") for qualifier in text.qualifiers)
    return DraftText(
        **{name: accept_line(name, getattr(text, name)) for name in ONE_LINE},
        **{name: accept(name, getattr(text, name)) for name in MANY_LINES},
        qualifiers=tuple(qualifier for qualifier in qualifiers if qualifier),
        kind=text.kind,
    )


def columns_of(text: DraftText) -> dict[str, object]:
    """What a draft's columns hold for the text."""
    return {name: getattr(text, name) for name in FIELDS} | {"qualifiers": list(text.qualifiers)}
