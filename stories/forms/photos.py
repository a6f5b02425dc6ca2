"""The photos of a draft as a page posts them: fields in the order of the strip, or one value from its script."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict

from stories.models import Photo
from stories.services.draftphotos import PhotoUse

# The name of each field of a tile, and the column of the use that it holds.
FIELDS = {
    "photo": "photo",
    "photo_caption": "caption",
    "photo_credit": "credit",
    "photo_alt": "alt_text",
    "photo_crop": "crop",
    "photo_x": "focal_x",
    "photo_y": "focal_y",
}
PERCENT = ("focal_x", "focal_y")
MOST = 40  # photos of one text: more is no story, and a list that a browser sends is bounded
LONGEST = 20_000

Row = dict[str, Any]


class UnreadablePhotos(ValueError):  # noqa: N818 - an answer about a post
    """What was posted is no list of photos."""


def rows_of_fields(post: QueryDict) -> list[Row]:
    """The tiles of a form without scripts: one value of each field for each tile, in their order."""
    columns = [post.getlist(name) for name in FIELDS]
    return [_row(dict(zip(FIELDS.values(), values, strict=True))) for values in zip(*columns, strict=False)][:MOST]


def rows_of_json(text: str) -> list[Row]:
    """The same from the strip's script. Raises UnreadablePhotos."""
    try:
        given = json.loads(text)
    except ValueError as error:
        raise UnreadablePhotos from error
    if not isinstance(given, list) or len(given) > MOST or not all(isinstance(one, dict) for one in given):
        raise UnreadablePhotos
    return [_row(one) for one in given]


def uses_of_rows(rows: Sequence[Row], photos: Mapping[str, Photo]) -> tuple[PhotoUse, ...]:
    """The rows as uses of these photos, by checksum; a row whose photo is not among them is left out."""
    return tuple(
        PhotoUse(**{**row, "photo": photos.get(row["photo"])})
        for row in rows
        if not row["photo"] or row["photo"] in photos
    )


def rows_of_uses(uses: Sequence[PhotoUse]) -> list[Row]:
    """The uses as the strip's script keeps them."""
    return [
        {name: getattr(use, name) for name in FIELDS.values()} | {"photo": use.photo.sha256 if use.photo else ""}
        for use in uses
    ]


def _row(given: Mapping[str, object]) -> Row:
    row: Row = {name: str(given.get(name) or "")[:LONGEST] for name in FIELDS.values() if name not in PERCENT}
    row["credit"] = " ".join(row["credit"].splitlines())  # its field is as high as a long one needs, and takes Enter
    return row | {name: _percent(given.get(name)) for name in PERCENT}


def _percent(value: object) -> int | None:
    text = str("" if value is None else value).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else None
