"""The story while it is being read: what is found so far, what is furniture, what has no place."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from stories.wire.captions import parse_caption
from stories.wire.reading.page import parse_page_line
from stories.wire.reading.paragraphs import Paragraph
from stories.wire.story import Caption, Problem

_EXCERPT = 200
_MOST_EMAILS = 6


@dataclass(slots=True)
class Copy:
    """Fields as they fill, in the order of the lines. Made and used up by one `parse`."""

    attn: str = ""
    byline: str = ""
    dateline: str = ""
    grafs: list[str] = field(default_factory=list)
    captions: list[Caption] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    category: str = ""
    native_byline: str = ""
    published: datetime | None = None
    problems: list[Problem] = field(default_factory=list)
    furniture: list[int] = field(default_factory=list)

    def set_aside(self, paragraph: Paragraph) -> None:
        """The paragraph is the page's own, or says what was said already."""
        self.furniture.extend(range(paragraph.first, paragraph.last + 1))

    def add_email(self, paragraph: Paragraph) -> None:
        """Reporters sign with an address each, a line each."""
        if paragraph.text in self.emails:
            self.set_aside(paragraph)
        elif len(self.emails) < _MOST_EMAILS:
            self.emails.append(paragraph.text)
        else:
            self.query("unplaced", "More addresses than a story has: it is not in the story.", [paragraph])

    def add_caption(self, paragraph: Paragraph) -> None:
        self.captions.append(parse_caption(paragraph.text))

    def add_page_line(self, paragraph: Paragraph) -> None:
        """A page line fills what no earlier one has filled."""
        page = parse_page_line(paragraph.text)
        if page:
            self.category = self.category or page.category
            self.native_byline = self.native_byline or page.native_byline
            self.published = self.published or page.published
        self.set_aside(paragraph)

    def query(self, code: str, message: str, paragraphs: Sequence[Paragraph]) -> None:
        """One problem that names all these paragraphs' lines, and shows how they begin."""
        first, last = paragraphs[0], paragraphs[-1]
        text = " / ".join(paragraph.text[:_EXCERPT] for paragraph in paragraphs[:4])[:_EXCERPT]
        self.problems.append(Problem(code, message, first.first, text, last.last if last.last > first.first else 0))
