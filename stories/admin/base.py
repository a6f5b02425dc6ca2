"""What every page of the admin has in common: histories that cannot be misused, lists that do not count the archive."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from simple_history.admin import SimpleHistoryAdmin

FURTHEST = 10_000  # rows; nobody pages further, a search or a filter gets there sooner


class BoundedPaginator(Paginator):
    """Counts up to FURTHEST rows and no more, so that a list costs the same in an archive of any size."""

    @cached_property
    def count(self) -> int:
        return self.object_list[:FURTHEST].count()


class HistoryAdmin(SimpleHistoryAdmin):
    """History pages on which only who may change the object can put an old state back.

    The library's own page takes a POST from anybody who may look.
    """

    paginator = BoundedPaginator
    show_full_result_count = False
    object_history_list_template = (
        "admin/history_list.html"  # the library's has an inline style, which our policy blocks
    )

    def history_form_view(
        self, request: HttpRequest, object_id: str, version_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            kept = self.get_object(request, object_id)
            if not self.has_change_history_permission(request, kept):
                raise PermissionDenied("This history can be read, not put back.")
        return super().history_form_view(request, object_id, version_id, extra_context)


class ReadOnly:
    """A page or inline of the admin that shows and never changes."""

    def has_add_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False
