"""Desks."""

from django.contrib import admin

from stories.models import Desk

from .base import HistoryAdmin


@admin.register(Desk)
class DeskAdmin(HistoryAdmin):
    list_display = ("name", "code", "four_eyes", "attn_policy")
    list_filter = ("four_eyes", "attn_policy")
    search_fields = ("name", "code")
