"""A photo on its way out: the size asked for, with the caption and credit it runs with inside the file."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

from stories.models import DraftPhoto, Photo, VersionPhoto
from stories.photos.leaving import jpeg_leaving, png_leaving, webp_leaving
from stories.photos.pixels import head, opened
from stories.photos.rendering import render_all
from stories.photos.specs import Spec
from stories.photos.words import PhotoWords
from stories.photos.xmp import xmp_packet
from stories.queries.copy import DESK_ZONE
from stories.services.photo_files import read_file
from stories.services.renditions import bytes_of, kind_of_photo, rendition_of
from stories.wire.captions import format_caption
from stories.wire.story import Caption

FULL_JPEG = Spec(0, "jpg")


@dataclass(frozen=True, slots=True)
class Export:
    """A file for downloading."""

    data: bytes
    media_type: str
    ending: str


def words_of(photo: Photo, use: VersionPhoto | DraftPhoto | None = None) -> PhotoWords:
    """What the file says: the caption and credit of the use, the photo's own without one; all else is the photo's."""
    spoken = use or photo
    city, province, country = places_of(photo.place)
    shutter = photo.taken_at.astimezone(DESK_ZONE) if photo.taken_at else None
    offset = (shutter.utcoffset() if shutter else None) or timedelta()
    return PhotoWords(
        caption=format_caption(Caption(spoken.caption, spoken.credit)),
        bylines=(photo.byline.name,) if photo.byline else tuple(filter(None, photo.photographer.split(" and "))),
        credit="/".join(part.strip("() ") for part in spoken.credit.split(") (")),
        source=photo.source,
        city=city,
        province=province,
        country=country,
        taken=shutter.date() if shutter else None,
        taken_at=shutter.time().replace(tzinfo=timezone(offset) if offset else UTC) if shutter else None,
        keywords=tuple(photo.keywords),
        instructions=photo.instructions,
        copyright=photo.copyright,
        rights=photo.rights,
        alt_text=spoken.alt_text or photo.alt_text,
    )


def places_of(place: str) -> tuple[str, str, str]:
    """City, province and country of "Nara, Japan" or "Tongyeong, South Gyeongsang, South Korea"."""
    city, *rest = (part.strip() for part in place.split(","))
    return city, ", ".join(rest[:-1]), rest[-1] if rest else ""


def export_photo(*, photo: Photo, spec: Spec, words: PhotoWords, now: datetime) -> Export:
    """The rendition with `words` in it: IPTC and XMP in JPEG, XMP in WebP and AVIF. Raises what `rendition_of` does."""
    if spec.ending == "avif":  # its boxes name each other's places: the words go in while it is written
        return Export(_avif(photo, spec, words), spec.media_type, spec.ending)
    rendition = rendition_of(photo=photo, spec=spec, now=now)
    data = bytes_of(rendition, now)
    if spec.ending == "webp":
        data = webp_leaving(data, words, (rendition.width, rendition.height))
    else:
        data = jpeg_leaving(data, words)
    return Export(data, spec.media_type, spec.ending)


def export_original(*, photo: Photo, words: PhotoWords, now: datetime) -> Export:
    """Its own pixels, `words` in place of all that the camera wrote. TIFF and HEIC leave as a JPEG of full size."""
    kind = kind_of_photo(photo)
    if kind not in ("JPEG", "PNG", "WEBP"):
        return export_photo(photo=photo, spec=FULL_JPEG, words=words, now=now)
    data = read_file(photo.file.name)
    ending = photo.file.name.rpartition(".")[2]
    if kind == "PNG":
        return Export(png_leaving(data, words, head(data, kind).orientation), photo.media_type, ending)
    stored = head(data, kind)
    if kind == "JPEG":
        return Export(jpeg_leaving(data, words, stored.orientation), photo.media_type, ending)
    size = (stored.width, stored.height)
    return Export(webp_leaving(data, words, size, stored.orientation), photo.media_type, ending)


def _avif(photo: Photo, spec: Spec, words: PhotoWords) -> bytes:
    data = read_file(photo.file.name)
    with opened(data, kind_of_photo(photo), least=spec.width * 2 or None) as picture:
        (made,) = render_all(picture, [spec], xmp=xmp_packet(words))
    return made.data
