"""Photos: to be looked at here with their rights, and changed nowhere but at the desk."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from stories.models import Photo
from stories.photos.specs import WIDTHS, Spec

from .base import HistoryAdmin, ReadOnly

SMALL = Spec(WIDTHS[0])
MOST_OF_CAPTION = 90
SHOWN_WIDTH = 96  # CSS pixels of a thumbnail


@admin.register(Photo)
class PhotoAdmin(ReadOnly, HistoryAdmin):
    list_display = ("picture", "opening", "credit", "photographer", "rights_held", "added_at")
    list_display_links = ("picture", "opening")
    list_filter = ("added_at", "not_for_sale", ("withdrawn_at", admin.EmptyFieldListFilter))
    list_per_page = 50
    search_fields = ("=sha256", "caption", "credit", "place", "photographer", "uploaded_name")
    readonly_fields = ("picture",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Photo]:
        return super().get_queryset(request).select_related("byline", "added_by", "withdrawn_by", "same_as")

    @admin.display(description="picture")
    def picture(self, photo: Photo) -> SafeString:
        return format_html(
            '<img src="{}" width="{}" height="{}" alt="{}" loading="lazy">',
            reverse("photo_rendition", args=[photo.sha256, SMALL]),
            SHOWN_WIDTH,
            round(SHOWN_WIDTH * photo.height / photo.width) if photo.width else SHOWN_WIDTH,
            photo.alt_text,
        )

    @admin.display(description="caption", ordering="caption")
    def opening(self, photo: Photo) -> str:
        """Its first words: the whole of it stands on the photo's own page, and a list is run through."""
        return Truncator(photo.caption).chars(MOST_OF_CAPTION)

    @admin.display(description="rights", boolean=True)
    def rights_held(self, photo: Photo) -> bool:
        """Whether it may run: it has a credit and rights, and is not withdrawn."""
        return bool(photo.credit and (photo.rights or photo.copyright) and not photo.withdrawn_at)
