"""The rows of the compare page, inline and side by side.

Written in Python, piece by piece: in the template language the rows of a story of 200 paragraphs took longer than
finding them. Every text from copy comes through `marked`, `whole`, `tags` or `shown`.
"""

from collections.abc import Callable, Iterable, Iterator

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from stories.templatetags.review import marked, place_link, shown, tags, whole
from stories.wire.diff.values import Segment
from stories.wire.facts import FactChange
from stories.wire.review import Block, FactRow, Line, Row, Screen

register = template.Library()

FACT_LENGTH = 70


@register.simple_tag
def inline_rows(screen: Screen, dateline: str) -> SafeString:
    """One column in the new order, what was cut where it stood; `dateline` is the new text's."""
    place = _place(dateline)
    return _rows(screen.blocks, lambda row: _inline(row, place))


@register.simple_tag
def side_rows(screen: Screen, old_dateline: str, new_dateline: str) -> SafeString:
    """Old and new beside each other, each row one group of paragraphs."""
    places = _place(old_dateline), _place(new_dateline)
    return _rows(screen.blocks, lambda row: _beside(row, *places))


@register.simple_tag
def fact_rows(
    facts: Iterable[FactRow], places: tuple[dict[int, str], dict[int, str]], *, marks: bool = False
) -> SafeString:
    """New quotations, and with `marks` what else came or went: a line each, as long as the column is wide."""
    lines = (
        f"<li><span>{_told(fact.change, marks)}{_where(fact)}</span>{place_link(places, fact.change)}</li>"
        for fact in facts
    )
    return mark_safe("".join(lines))  # noqa: S308 - made of what is escaped already


def _told(change: FactChange, marks: bool) -> str:
    text = change.new or change.old
    said = shown(text if len(text) <= FACT_LENGTH else f"{text[: FACT_LENGTH - 1].rstrip()}…")
    mark = "ins" if change.new else "del"
    return f"<{mark}>{said}</{mark}>" if marks else said


def _where(fact: FactRow) -> str:
    return f' <span class="fact-where">{shown(fact.where)}</span>' if fact.where else ""


def _rows(blocks: Iterable[Block], inside: Callable[[Row], Iterator[str]]) -> SafeString:
    parts: list[str] = []
    for block in blocks:
        if block.folded:
            said = f"<b>{len(block.rows)} paragraphs unchanged</b> ¶{block.rows[0].number}–{block.last.number}"
            parts.append(f'<details class="fold" data-fold><summary>{said}</summary>')
        for row in block.rows:
            parts += (_opening(row), *inside(row), "</div>\n")
        if block.folded:
            parts.append("</details>")
    return mark_safe("".join(parts))  # noqa: S308 - made of what is escaped already, and of our own words


def _opening(row: Row) -> str:
    style = f"graf {row.kind}{' moved' * bool(row.moved)}{' stub' * row.stub}"
    change = f' tabindex="-1" data-change="{escape(row.title)}"' if row.changed else ""
    return f'<div class="{style}" id="{row.key}"{change}>'


def _inline(row: Row, place: str) -> Iterator[str]:
    if row.stub:
        yield f"{_number(*row.old)}{_sign('⇅')}"
        yield f'<div class="text">{tags(row.lines[0])}</div>'
        return
    for index, line in enumerate(row.lines):
        yield _number(*(() if index else row.old))
        if row.new:
            yield f'<span class="n now"{_id(line, index)}>{line.number}</span>'
        yield f'{_sign("" if index else row.glyph)}<div class="text">'
        if not index:
            yield _title(row)
            if row.stacked:
                yield from (f'<p class="was">{whole(was.segments, "cut")}</p>' for was in row.before)
        yield _text(row, line, "add", place if row.new else "")
        yield "</div>"


def _beside(row: Row, old_place: str, new_place: str) -> Iterator[str]:
    elsewhere = _elsewhere(row)
    look = " elsewhere" if elsewhere else "" if row.old else " void"
    yield f'{_title(row)}<div class="old{look}">'
    if elsewhere:
        yield f"{_number(*row.old)}<p>{elsewhere}</p>"
    else:
        yield from (f"{_number(line.number)}<p>{_text(row, line, 'cut', old_place)}</p>" for line in row.before)
    yield f'</div>{_sign(row.glyph)}<div class="new{" void" * (not row.new)}">'
    if row.stub:
        yield f"{_number()}<p>{tags(row.lines[0])}</p>"
    else:
        for index, line in enumerate(row.after):
            yield f'<span class="n"{_id(line, index)}>{line.number}</span>'
            yield f"<p>{_text(row, line, 'add', new_place)}</p>"
    yield "</div>"


def _elsewhere(row: Row) -> str:
    """Where the old text of a row stands, "" where it is beside the new."""
    if row.further and (row.moved or not row.old):
        return f'<span class="tag regroup">÷ part of {escape(row.old_paras)}, <a href="#{row.other}">above</a></span>'
    if row.moved and not row.stub:
        way = "below" if row.moved == "up" else "above"
        return f'<span class="tag moved">⇅ was {escape(row.old_paras)}, <a href="#{row.other}">{way}</a></span>'
    return ""


def _text(row: Row, line: Line, rewritten: str, place: str) -> str:
    """A paragraph with its tags; of one that was rewritten, the whole of it is `rewritten`."""
    segments: tuple[Segment, ...] = line.segments
    words = whole(segments, rewritten) if row.stacked else marked(segments)
    return f"{tags(line)}{place if line.number == 1 else ''}{words}"


def _place(dateline: str) -> str:
    return f'<b class="place">{shown(dateline)}</b> '


def _title(row: Row) -> str:
    """What a screen reader hears first."""
    return f'<span class="vh">{escape(row.title)}:</span> ' if row.changed else ""


def _number(*numbers: int) -> str:
    return f'<span class="n">{" ".join(map(str, numbers))}</span>'


def _sign(glyph: str) -> str:
    return f'<span class="g" aria-hidden="true">{escape(glyph)}</span>'


def _id(line: Line, index: int) -> str:
    """The first paragraph of a row is found by the row's own key."""
    return f' id="p{line.number}"' if index else ""
