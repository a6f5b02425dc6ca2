"""Bylines: kept by hand, or brought in and taken out as a table."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.utils.html import format_html
from django.utils.safestring import SafeString
from import_export import resources
from import_export.admin import ImportExportMixin
from import_export.fields import Field
from import_export.formats.base_formats import CSV
from import_export.instance_loaders import CachedInstanceLoader
from import_export.widgets import CachedForeignKeyWidget
from tablib import Dataset

from stories.models import Byline, Desk
from stories.wire.cells import FORMULAS, safe_cell

from .base import HistoryAdmin


def as_text(cell: Any) -> str:
    """The cell so that a spreadsheet shows it and never runs it; the library's own setting knows one sign alone."""
    return safe_cell("" if cell is None else str(cell))


def from_text(cell: Any) -> Any:
    """`as_text` undone, so that a table taken out comes back in as it was."""
    guarded = isinstance(cell, str) and cell.startswith("'") and cell[1:].startswith(FORMULAS)
    return cell[1:] if guarded else cell


class SafeCSV(CSV):
    """A CSV whose cells no spreadsheet runs."""

    def export_data(self, dataset: Dataset, **kwargs: Any) -> Any:
        guarded = Dataset(*([as_text(cell) for cell in row] for row in dataset), headers=dataset.headers)
        return super().export_data(guarded, **kwargs)

    def create_dataset(self, in_stream: Any, **kwargs: Any) -> Dataset:
        read = super().create_dataset(in_stream, **kwargs)
        return Dataset(*([from_text(cell) for cell in row] for row in read), headers=read.headers)


class PlainDiff(resources.Diff):
    """Old and new of each cell for the preview, marked up without the inline styles our policy blocks."""

    def as_html(self) -> list[SafeString | str]:
        return [marked("" if self.new else old, new) for old, new in zip(self.left, self.right, strict=True)]


def marked(old: Any, new: Any) -> SafeString | str:
    old, new = ("" if value is None else str(value) for value in (old, new))
    if old == new:
        return new
    return format_html("<del>{}</del> <ins>{}</ins>", old, new) if old else format_html("<ins>{}</ins>", new)


class BylineResource(resources.ModelResource):
    """One row for each byline, known by its name; desk by code, user by user name."""

    desk = Field(attribute="desk", column_name="desk", widget=CachedForeignKeyWidget(Desk, "code"))
    user = Field(attribute="user", column_name="user", widget=CachedForeignKeyWidget(User, "username"))

    class Meta:
        model = Byline
        instance_loader_class = CachedInstanceLoader
        import_id_fields = ("name",)
        fields = ("name", "native_name", "email", "sign_off", "desk", "user", "active")
        export_order = fields
        skip_unchanged = True
        report_skipped = True
        clean_model_instances = True

    @classmethod
    def get_diff_class(cls) -> type[resources.Diff]:
        return PlainDiff

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("desk", "user")

    def before_save_instance(self, instance: Byline, row: dict[str, Any], **kwargs: Any) -> None:
        instance._change_reason = "Brought in as a table"


@admin.register(Byline)
class BylineAdmin(ImportExportMixin, HistoryAdmin):
    list_display = ("name", "native_name", "email", "sign_off", "desk", "user", "active")
    list_filter = ("active", "desk")
    list_select_related = ("desk", "user")
    search_fields = ("name", "native_name", "email", "sign_off")
    autocomplete_fields = ("desk", "user")
    resource_classes = (BylineResource,)
    formats = (SafeCSV,)
    skip_export_form = True  # there is one format and one table: nothing to choose
    to_encoding = "utf-8-sig"  # without the mark, spreadsheets misread native names
