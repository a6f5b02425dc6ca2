"""The ATTN line as values: clauses of a verb and its objects, each with its own surface form.

The grammar is the wire's own: "(ATTN: CHANGES headline, lead; ADDS more info in paras 5-8, 16, 1st photo)".
Every value keeps the characters it was read from, so a line formats back to itself exactly.
"""

from dataclasses import dataclass
from enum import StrEnum


class Verb(StrEnum):
    """The verbs desks use (counted in real lines) or may use by analogy; any other is kept and flagged."""

    UPDATES = "UPDATES"
    ADDS = "ADDS"
    CHANGES = "CHANGES"
    RECASTS = "RECASTS"
    MODIFIES = "MODIFIES"
    REWRITES = "REWRITES"
    CLARIFIES = "CLARIFIES"
    RESTORES = "RESTORES"
    REPLACES = "REPLACES"
    CORRECTS = "CORRECTS"
    TRIMS = "TRIMS"
    DELETES = "DELETES"
    COMBINES = "COMBINES"


class Target(StrEnum):
    """The part of a story an object names; FREE is a matter in plain words ("more details")."""

    HEADLINE = "headline"
    LEAD = "lead"
    PHOTO = "photo"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    SLUGLINE = "slugline"
    FREE = "free"


class PlaceKind(StrEnum):
    """How a place is given."""

    PARAS = "paras"
    FIRST = "first"
    LAST = "last"
    FROM = "from"
    THROUGHOUT = "throughout"
    TOP = "top"
    BOTTOM = "bottom"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the text: `text` is the surface ("in paras 5-8, 16"), `before` the blank ahead of it.

    `ranges` are paragraph numbers as people count them, from 1, both ends included (PARAS, and
    FROM with the one number). `count` is the n of "first n" and "last n". `lead` says that the
    place names the lead besides ("in lead, paras 3-5").
    """

    kind: PlaceKind
    text: str
    ranges: tuple[tuple[int, int], ...] = ()
    count: int = 0
    lead: bool = False
    before: str = ""

    def stated(self) -> tuple[int, ...]:
        """The paragraph numbers the line itself states, sorted; none for "last n" or "throughout"."""
        if self.kind is PlaceKind.FIRST:
            return tuple(range(1, self.count + 1))
        return tuple(sorted({n for low, high in self.ranges for n in range(low, high + 1)}))

    def numbers(self, total: int) -> tuple[int, ...]:
        """The paragraph numbers meant in a text of `total` paragraphs, sorted; some may lie beyond it."""
        meant = self._meant(total)
        return (1, *meant) if self.lead and 1 not in meant else meant

    def _meant(self, total: int) -> tuple[int, ...]:
        whole = tuple(range(1, total + 1))
        match self.kind:
            case PlaceKind.THROUGHOUT:
                return whole
            case PlaceKind.LAST | PlaceKind.BOTTOM:
                return whole[-(self.count or 1) :]
            case PlaceKind.TOP:
                return whole[:1]
            case PlaceKind.FROM:
                start = self.ranges[0][0]
                return tuple(range(start, max(total, start) + 1))
        return self.stated()

    @property
    def symbol(self) -> str:
        """The place in one form for machines: "throughout", "bottom", "from 5", "last 2", "paras"."""
        if self.kind is PlaceKind.FROM:
            return f"from {self.ranges[0][0]}"
        return f"{self.kind} {self.count}" if self.count else self.kind.value


@dataclass(frozen=True, slots=True)
class Object:
    """What a verb acts on: `text` in the line's words ("" for a bare place), `place` where it stands.

    `before` is what separates it from what stands ahead (" ", ", ", " and ", " with ").
    `governed` says that a "with" of its clause governs it.
    """

    text: str
    target: Target = Target.FREE
    place: Place | None = None
    before: str = " "
    governed: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb and its objects; `before` is the separator ahead of it, `after` a stray tail.

    `verb` is as written, "" where the clause has none.
    """

    verb: str
    objects: tuple[Object, ...] = ()
    before: str = ""
    after: str = ""

    @property
    def known(self) -> bool:
        """Whether the verb is one of the trade's."""
        return self.verb.upper() in Verb.__members__

    @property
    def with_text(self) -> str:
        """What stands under "with", without places: "remarks, details, photo"."""
        return ", ".join(item.text for item in self.objects if item.governed and item.text)

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(item.place for item in self.objects if item.place)


@dataclass(frozen=True, slots=True)
class Attn:
    """A whole line; `opening` and `closing` are its brackets where it had them: "(ATTN: ", ")"."""

    clauses: tuple[Clause, ...] = ()
    opening: str = ""
    closing: str = ""

    @property
    def unknown_verbs(self) -> tuple[str, ...]:
        """The verbs that are none of the trade's, in order; "" stands for a clause without one."""
        return tuple(clause.verb for clause in self.clauses if not clause.known)
