"""What a picture file says of itself, whichever standard carries it."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoWords:
    """The fields a photo desk fills in. Empty ones are not written.

    `credit` is the provider without brackets ("Hanbit"); `taken` is the local date, and
    `taken_at` the local time, with a zone where the camera knew one. `rights` are usage terms.
    """

    headline: str = ""
    caption: str = ""
    bylines: tuple[str, ...] = ()
    credit: str = ""
    source: str = ""
    location: str = ""
    city: str = ""
    province: str = ""
    country: str = ""
    taken: date | None = None
    taken_at: time | None = None
    keywords: tuple[str, ...] = ()
    instructions: str = ""
    copyright: str = ""
    rights: str = ""
    alt_text: str = ""


NOTHING = PhotoWords()
