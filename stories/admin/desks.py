"""Desks: who decides for them, and what they ask of who files."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import ManyToManyField, Q, QuerySet
from django.forms import ModelMultipleChoiceField
from django.http import HttpRequest

from stories.models import Desk
from stories.roles import ADMIN, DESK_EDITOR

from .base import HistoryAdmin


@admin.register(Desk)
class DeskAdmin(HistoryAdmin):
    list_display = ("name", "code", "approval", "four_eyes", "urgent", "attn_policy")
    list_filter = ("approval", "four_eyes", "attn_policy")
    search_fields = ("name", "code")
    filter_horizontal = ("editors",)
    fieldsets = (
        (None, {"fields": ("name", "code")}),
        (
            "Before it goes out",
            {"fields": ("approval", "four_eyes", "urgent", "editors", "wait_minutes", "urgent_wait_minutes")},
        ),
        ("ATTN", {"fields": ("attn_policy",)}),
    )

    def formfield_for_manytomany(
        self, db_field: ManyToManyField, request: HttpRequest, **kwargs: Any
    ) -> ModelMultipleChoiceField | None:
        """Only who has the role decides, so nobody else is offered."""
        if db_field.name == "editors":
            kwargs["queryset"] = may_edit()
        return super().formfield_for_manytomany(db_field, request, **kwargs)


def may_edit() -> QuerySet[User]:
    """Desk editors and admins who are active."""
    has_role = Q(groups__name__in=(DESK_EDITOR, ADMIN)) | Q(is_superuser=True)
    return User.objects.filter(has_role, is_active=True).distinct().order_by("first_name", "last_name", "username")
