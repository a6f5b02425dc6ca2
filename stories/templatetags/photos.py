"""Pictures on a page: in the size the reader's screen needs, around the point that must stay in."""

from dataclasses import replace

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from stories.models import Photo, VersionPhoto
from stories.photos.crops import PRESETS, crop_box
from stories.photos.specs import FORMATS, SMALLEST, WIDTHS, Spec, widths_for
from stories.queries.copy import late_picture
from stories.queries.strip import Use

register = template.Library()


@register.filter
def photo_of(use: Use) -> Photo | None:
    """The picture of a caption: its own, or the one brought to a filed one since; None while it waits for one.

    No query where `photo` and `late__photo` are selected.
    """
    return use.photo or late_picture(use)


@register.simple_tag
def picture(
    photo: Photo, alt: str = "", *, sizes: str = "220px", widest: int = 640, use: Use | None = None, lazy: bool = True
) -> SafeString:
    """A `<picture>`: the smaller format first, JPEG for who cannot read it; the browser picks the width by `sizes`.

    Cut as the `use` says, whole without one.
    """
    widths = [width for width in widths_for(photo.width) if width <= widest] or [widths_for(photo.width)[0]]
    whole = cut_of(photo, use)
    source = format_html(
        '<source type="{}" srcset="{}" sizes="{}">', FORMATS[SMALLEST][1], _set(photo, whole, widths, SMALLEST), sizes
    )
    left, top, right, bottom = crop_box(photo.width, photo.height, whole.crop, whole.focal_x, whole.focal_y)
    image = format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}"{}>',
        _address(photo, whole, widths[0], "jpg"),
        _set(photo, whole, widths, "jpg"),
        sizes,
        widths[0],
        round(widths[0] * (bottom - top) / max(1, right - left)),
        alt,
        SafeString(' loading="lazy" decoding="async"') if lazy else "",
    )
    return format_html("<picture>{}{}</picture>", source, image)


def cut_of(photo: Photo, use: Use | None) -> Spec:
    """The crop of a use around its focal point, or the photo's own."""
    if use is None or not use.crop:
        return Spec(0)
    x = photo.focal_x if use.focal_x is None else use.focal_x
    y = photo.focal_y if use.focal_y is None else use.focal_y
    return Spec(0, "jpg", use.crop, x, y)


@register.filter
def percent(value: int | None) -> str:
    """A field's value; nothing for the photo's own."""
    return "" if value is None else str(value)


def _set(photo: Photo, whole: Spec, widths: list[int], ending: str) -> SafeString:
    return format_html_join(", ", "{} {}w", ((_address(photo, whole, width, ending), width) for width in widths))


def _address(photo: Photo, whole: Spec, width: int, ending: str) -> str:
    return reverse("photo_rendition", args=[photo.sha256, str(replace(whole, width=width, ending=ending))])


@register.simple_tag
def crops() -> list[tuple[str, str]]:
    """What a photo may be cut to: the value of each preset and its words."""
    return [("", "All of it"), *((name, name.replace("x", " : ")) for name in PRESETS)]


@register.filter
def download(photo: Photo, width: int) -> str:
    """The address of a JPEG of this width to take along, its caption and credit inside."""
    return reverse("photo_download", args=[photo.sha256, str(Spec(width))])


@register.simple_tag
def download_of(use: VersionPhoto, photo: Photo) -> str:
    """The address of a filed version's picture to take along, cut as it ran, the caption it ran with inside.

    "" for one that goes out to nobody: withdrawn, or under an embargo of its own.
    """
    if photo.withdrawn_at or (photo.embargo_until and photo.embargo_until > timezone.now()):
        return ""
    spec = replace(cut_of(photo, use), width=WIDTHS[-1])
    return reverse("version_photo_download", args=[use.version.story_id, use.version.sequence, use.position + 1, spec])
