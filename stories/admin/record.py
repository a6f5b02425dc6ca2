"""Stories, versions, drafts and photos: to be found and read here, and changed nowhere but at the desk."""

from django.contrib import admin

from stories.models import Draft, DraftPhoto, Story, Version, VersionPhoto
from stories.wire.label import short_label

from .base import BoundedPaginator, HistoryAdmin, ReadOnly


@admin.register(Story)
class StoryAdmin(ReadOnly, HistoryAdmin):
    list_display = ("slugline", "desk", "status", "urgency", "language", "embargo_until", "opened_by", "moved_at")
    list_filter = ("status", "desk", "language", "urgency")
    list_select_related = ("desk", "opened_by")
    search_fields = ("=id", "slugline")


class VersionPhotoInline(ReadOnly, admin.TabularInline):
    model = VersionPhoto


@admin.register(Version)
class VersionAdmin(ReadOnly, admin.ModelAdmin):
    """Versions have no history: they do not change."""

    list_display = ("slugline", "sequence", "label", "headline", "byline", "word_count", "filed_at", "filed_by")
    list_filter = ("kind", "filed_at", "story__desk")
    list_select_related = ("story", "filed_by")
    search_fields = ("=story__id", "slugline", "headline", "byline")
    ordering = ("-filed_at", "-id")
    paginator = BoundedPaginator
    show_full_result_count = False
    inlines = (VersionPhotoInline,)

    @admin.display(description="label")
    def label(self, version: Version) -> str:
        return short_label(version.label)


class DraftPhotoInline(ReadOnly, admin.TabularInline):
    model = DraftPhoto


@admin.register(Draft)
class DraftAdmin(ReadOnly, HistoryAdmin):
    list_display = ("story", "purpose", "headline", "revision", "saved_by", "saved_at", "closed_at")
    list_filter = ("purpose", ("closed_at", admin.EmptyFieldListFilter), "story__desk")
    list_select_related = ("story", "saved_by")
    search_fields = ("=story__id", "story__slugline", "headline")
    inlines = (DraftPhotoInline,)
