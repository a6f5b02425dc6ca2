"""Desks."""

from django.contrib import admin

from stories.models import Desk

from .base import HistoryAdmin


@admin.register(Desk)
class DeskAdmin(HistoryAdmin):
    list_display = ("name", "code", "four_eyes")
    list_filter = ("four_eyes",)
    search_fields = ("name", "code")
