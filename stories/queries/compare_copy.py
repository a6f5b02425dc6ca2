"""The texts of a comparison as copy, and what stands for each without reading it."""

import hashlib
from datetime import datetime

from stories.models import Draft, Submission, Version
from stories.queries.copy import draft_copy, late_picture, standing_copy, version_copy
from stories.queries.filing_list import Filing
from stories.queries.reviews import submission_copy
from stories.wire.story import WireStory


def copy_of(filing: Filing) -> WireStory:
    match filing.row:
        case Draft() as draft:
            return draft_copy(draft, filing.label)
        case Submission() as submission:
            return submission_copy(submission, filing.label)
        case Version() as version:
            return version_copy(version)
    return WireStory()


def copy_before(old: Filing, new: Filing) -> WireStory:
    """The older text as the newer one had it before it: with the pictures that its captions were given till then."""
    return standing_copy(old.row, _filed_at(new)) if isinstance(old.row, Version) else copy_of(old)


def brought_before(old: Filing, new: Filing) -> list[str]:
    """The checksums of those pictures. No query where the older text's photos are prefetched."""
    uses = old.row.photos.all() if isinstance(old.row, Version) else ()
    return [late.sha256 for use in uses if (late := late_picture(use, _filed_at(new)))]


def named(filing: Filing) -> object:
    """What stands for all that a filing says: for a version its seal, as its text never changes."""
    return filing.row.checksum if isinstance(filing.row, Version) else copy_of(filing)


def digest(value: object) -> str:
    """Of a value whose repr holds all there is of it: texts, numbers, times and dataclasses of them."""
    return hashlib.sha256(repr(value).encode()).hexdigest()


def _filed_at(filing: Filing) -> datetime | None:
    """None for a text that is still being written."""
    return filing.row.filed_at if isinstance(filing.row, Version) else None
