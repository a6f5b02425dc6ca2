"""A draft's line from save to save: its words, and what each of its places holds on to, as plain values.

Between two saves a person may have changed the line, the body, or both. Places whose words they
left alone go on holding; the others are tied to the body they were typed beside.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from .advisories import parse_line
from .living import Bound, Hold, bind, places_of, rebind, rendered
from .parse import normalise
from .values import Attn

Plain = dict[str, object]


@dataclass(frozen=True, slots=True)
class Kept:
    """A line as it is kept.

    `typed` is the line the person sent, which `line` differs from where numbers moved. `bound`
    is None where the line names no paragraph.
    """

    line: str = ""
    typed: str = ""
    bound: Bound | None = field(default=None, repr=False)

    @property
    def gone(self) -> tuple[str, ...]:
        """The words of each place that names a paragraph which is not there, or not any more."""
        return self.bound.gone if self.bound else ()

    def plain(self) -> Plain:
        """What `read_kept` needs beside the line, for JSON: {} where the line names no paragraph."""
        if self.bound is None:
            return {}
        holds = [None if hold.beyond else [list(hold.grafs), list(hold.lost)] for hold in self.bound.holds]
        return {"typed": self.typed, "places": holds}


def read_kept(line: str, plain: Mapping[str, object], grafs: Sequence[str]) -> Kept:
    """The line of a draft whose body is `grafs`; one that was never bound is bound to it now."""
    attn = parse_line(line)
    places = plain.get("places")
    if not isinstance(places, list) or len(places) != len(places_of(attn)):
        return _kept(line, line, bind(attn, grafs))
    holds = tuple(_read_hold(place, len(grafs)) for place in places)
    return _kept(line, str(plain.get("typed", line)), Bound(attn, holds, len(grafs)))


def keep_line(
    line: str, was: Kept, was_grafs: Sequence[str], grafs: Sequence[str], *, beside: Sequence[str] | None = None
) -> Kept:
    """`line` as it is kept beside the new body `grafs`, where `was` was kept beside `was_grafs`.

    A line that was not changed follows its paragraphs. In one that was, each place that reads as
    before does so too; the others name paragraphs of `beside`, the body that was on the screen
    when they were typed (`grafs` where none is given).
    """
    followed = rebind(was.bound, was_grafs, grafs) if was.bound and was_grafs != grafs else was.bound
    if line == was.line:
        return _kept(_text(line, followed), line, followed)
    attn = parse_line(line)
    bound = bind(attn, beside if beside is not None else grafs)
    if beside is not None and beside != grafs:
        bound = rebind(bound, beside, grafs)
    if followed and was.bound:
        bound = _carried(bound, was.bound.attn, followed)
    return _kept(_text(line, bound), line, bound)


def _kept(line: str, typed: str, bound: Bound | None) -> Kept:
    return Kept(line, typed, bound if bound and bound.holds else None)


def _text(line: str, bound: Bound | None) -> str:
    """The line with its numbers as they are now, to the letter where none has moved."""
    now = rendered(bound) if bound else ""
    return line if bound is None or now == normalise(line) else now


def _carried(bound: Bound, was: Attn, followed: Bound) -> Bound:
    """The places that read as they did before hold what they held."""
    held: dict[tuple[str, str], list[Hold]] = {}
    for named, hold in zip(_named(was), followed.holds, strict=True):
        held.setdefault(named, []).append(hold)
    holds = (
        held[named].pop(0) if held.get(named) else hold
        for named, hold in zip(_named(bound.attn), bound.holds, strict=True)
    )
    return replace(bound, holds=tuple(holds))


def _named(attn: Attn) -> list[tuple[str, str]]:
    """Each place with the words it belongs to."""
    return [
        (f"{clause.verb} {item.text}", item.place.text)
        for clause in attn.clauses
        for item in clause.objects
        if item.place
    ]


def _read_hold(place: object, total: int) -> Hold:
    if not isinstance(place, list):
        return Hold(beyond=True)
    grafs, lost = place
    return Hold(tuple(graf for graf in grafs if graf < total), tuple(lost))
