"""Pictures on a page: in the size the reader's screen needs, around the point that must stay in."""

from django import template
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from stories.models import Photo
from stories.photos.crops import PRESETS
from stories.photos.specs import FORMATS, SMALLEST, Spec, widths_for

register = template.Library()
WIDEST_SHOWN = 1280


@register.simple_tag
def picture(
    photo: Photo, alt: str = "", *, sizes: str = "220px", widest: int = 640, extra: str = "", lazy: bool = True
) -> SafeString:
    """A `<picture>`: the smaller format first, JPEG for who cannot read it; the browser picks the width by `sizes`."""
    widths = [width for width in widths_for(photo.width) if width <= widest] or [widths_for(photo.width)[0]]
    source = format_html(
        '<source type="{}" srcset="{}" sizes="{}">', FORMATS[SMALLEST][1], _set(photo, widths, SMALLEST), sizes
    )
    height = round(widths[0] * photo.height / photo.width) if photo.width else widths[0]
    image = format_html(
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}"{}{}>',
        _address(photo, widths[0], "jpg"),
        _set(photo, widths, "jpg"),
        sizes,
        widths[0],
        height,
        alt,
        format_html(' class="{}"', extra) if extra else "",
        SafeString(' loading="lazy" decoding="async"') if lazy else "",
    )
    return format_html("<picture>{}{}</picture>", source, image)


@register.filter
def rendition(photo: Photo, spec: str) -> str:
    """The address of one rendition: `photo|rendition:"320.jpg"`."""
    return reverse("photo_rendition", args=[photo.sha256, spec])


@register.filter
def percent(value: int | None) -> str:
    """A field's value; nothing for the photo's own."""
    return "" if value is None else str(value)


def _set(photo: Photo, widths: list[int], ending: str) -> SafeString:
    return format_html_join(", ", "{} {}w", ((_address(photo, width, ending), width) for width in widths))


def _address(photo: Photo, width: int, ending: str) -> str:
    return reverse("photo_rendition", args=[photo.sha256, str(Spec(width, ending))])


@register.simple_tag
def crops() -> list[tuple[str, str]]:
    """What a photo may be cut to: the value of each preset and its words."""
    return [("", "All of it"), *((name, name.replace("x", " : ")) for name in PRESETS)]


@register.filter
def download(photo: Photo, width: int) -> str:
    """The address of a JPEG of this width to take along, its caption and credit inside."""
    return reverse("photo_download", args=[photo.sha256, str(Spec(width))])
