"""Marked text: segments of a diff as `<ins>` and `<del>`. Text from copy is escaped here, at the last step."""

from collections.abc import Iterable, Mapping

from django import template
from django.utils.html import conditional_escape, escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from stories.queries.filing_list import Filing
from stories.templatetags.newsroom import visible
from stories.wire.diff.values import FieldChange, Op, Segment
from stories.wire.facts import FactChange
from stories.wire.flow import Bar, Flow, Ribbon
from stories.wire.label import Kind, ordinal
from stories.wire.review import Line, Tag

register = template.Library()

FENCES = {Op.KEEP: ("", ""), Op.CUT: ("<del>", "</del>"), Op.ADD: ("<ins>", "</ins>")}
COLUMNS = {Kind.URGENT: "URG", Kind.FIRST: "1st", Kind.LEAD: "LEAD", Kind.CORRECTION: "COR", Kind.KILL: "KILL"}
CLOSE_UP = " \n\t,.;:!?)”’"  # what follows a word with no blank, or is one
REWRITTEN_BELOW = 0.35  # under this share of kept words, old and new stand whole


def shown(text: str) -> str:
    """Text from copy as HTML, with what hides in it made visible."""
    return escape(text) if text.isascii() else conditional_escape(visible(text))


@register.simple_tag
def marked(segments: Iterable[Segment]) -> SafeString:
    """Both sides in one line, cut words where they stood."""
    return _html((segment.op, segment.text) for segment in segments)


@register.simple_tag
def was(field: FieldChange) -> SafeString:
    """The old text of a field with its cut words marked; the whole of it where little was kept."""
    return _side(field.segments, field.old, Op.CUT, whole=field.kept < REWRITTEN_BELOW)


@register.simple_tag
def now_is(field: FieldChange) -> SafeString:
    """The new text of a field with its added words marked."""
    return _side(field.segments, field.new, Op.ADD, whole=field.kept < REWRITTEN_BELOW)


@register.simple_tag
def whole(segments: Iterable[Segment], op: str) -> SafeString:
    """A paragraph that was rewritten: all of it "cut" or all of it "add", not a confetti of words."""
    return _html([(Op(op), "".join(segment.text for segment in segments))])


@register.simple_tag
def plain(segments: Iterable[Segment]) -> SafeString:
    """The text alone, with nothing marked."""
    return _html([(Op.KEEP, "".join(segment.text for segment in segments))])


@register.simple_tag
def tags(line: Line) -> SafeString:
    """The small notes before a paragraph: "+ new", "⇅ moved up from ¶13" with its link."""
    return format_html_join(
        "", '<span class="tag {}">{} {}</span> ', ((tag.style, tag.glyph, _said(tag)) for tag in line.tags)
    )


@register.simple_tag
def place_link(places: tuple[dict[int, str], dict[int, str]], change: FactChange) -> SafeString:
    """The way to the paragraph of a fact: its new one where it has one, else the old."""
    side, graf = (1, change.new_graf) if change.new_graf is not None else (0, change.old_graf)
    if graf is None:
        return SafeString()
    was = "" if side else "old "
    return format_html('<a class="place-link" href="#{}">{}¶{}</a>', places[side].get(graf + 1, ""), was, graf + 1)


@register.simple_tag
def graf_links(grafs: Iterable[int], places: Mapping[int, str], address: str = "") -> SafeString:
    """The way to each paragraph (indexes from 0) by the key that its number has in `places`.

    On this page, or on the one at `address`.
    """
    found = ((address, places.get(graf + 1, ""), graf + 1) for graf in grafs)
    return format_html_join(" ", '<a class="place-link" href="{}#{}">¶{}</a>', found)


@register.simple_tag
def ribbons(flow: Flow) -> SafeString:
    """The ribbons of the story flow figure as SVG; numbers and our own words alone, so nothing to escape."""
    return mark_safe("".join(map(_ribbon, flow.ribbons)))  # noqa: S308


@register.simple_tag
def bars(flow: Flow) -> SafeString:
    """Its bars; those of the last column lead to their paragraphs."""
    last = "".join(
        f'<a href="#p{bar.graf}" tabindex="-1"><title>¶{bar.graf}</title>{_bar(bar)}</a>' for bar in flow.last_bars
    )
    return mark_safe("".join(map(_bar, flow.earlier_bars)) + last)  # noqa: S308


@register.filter
def column(filing: Filing) -> str:
    """A filing as the head of a narrow column: 3rd, LEAD, URG, COR; a submission by its number, s2; nothing by ""."""
    if filing.is_nothing:
        return ""
    if filing.submission:
        return f"s{filing.submission.number}"
    label = filing.label
    if label.kind is Kind.LEAD and label.lead_number > 1:
        return ordinal(label.lead_number)
    return COLUMNS[label.kind]


def _ribbon(ribbon: Ribbon) -> str:
    style = f"ribbon s{ribbon.shade}{' moved' * ribbon.moved}{' cut' * bool(ribbon.cross)}"
    drawn = f'<path class="{style}" data-line="{ribbon.line}" d="{ribbon.path}"/>'
    if ribbon.cross:
        x, y = ribbon.cross
        drawn += f'<text class="cross" x="{x}" y="{y}">×</text>'
    return drawn


def _bar(bar: Bar) -> str:
    place = f'x="{bar.x}" y="{bar.y}" width="12" height="{bar.height}"'
    hatch = f'<rect class="hatched" fill="url(#hatch)" {place}/>' if bar.edited else ""
    return f'<rect class="bar-s s{bar.shade}" data-line="{bar.line}" {place}/>{hatch}'


def _said(tag: Tag) -> SafeString | str:
    return format_html('{} <a href="#{}">{}</a>', tag.words, tag.key, tag.link) if tag.key else tag.words


def _side(segments: Iterable[Segment], text: str, op: Op, *, whole: bool) -> SafeString:
    if whole:
        return _html([(op, text)])
    return _html((segment.op, segment.text) for segment in segments if segment.op in (Op.KEEP, op))


def _html(runs: Iterable[tuple[Op, str]]) -> SafeString:
    """Blanks at the edge of a mark stand outside it, and a blank parts a cut word from the one in its place."""
    parts: list[str] = []
    for op, text in runs:
        before, after = FENCES[op]
        if op is Op.ADD and parts and parts[-1].endswith("</del>") and text[:1] not in CLOSE_UP:
            parts.append(" ")
        if op is Op.KEEP:
            parts.append(shown(text))
            continue
        words = text.replace("\n", " ¶ ").strip()  # in a mark, a paragraph break that came or went
        start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        parts.append(f"{start}{before}{shown(words)}{after}{end}" if words else text)
    return mark_safe("".join(parts))  # noqa: S308 - every text in it went through escape() above
