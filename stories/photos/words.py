"""What a picture file says of itself, whichever standard carries it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoWords:
    """The fields a photo desk fills in. Empty ones are not written.

    `credit` is the provider without brackets ("Hanbit"); `taken` is the local date.
    """

    headline: str = ""
    caption: str = ""
    byline: str = ""
    credit: str = ""
    city: str = ""
    taken: date | None = None
