"""The filings of a story as its ladder and its bar show them, each drawn once for all that it says.

A filed version never changes, and a rung is a value that holds what is shown of it: pages of a story with
fifty filings drew each of them anew, which took longer than all the rest.
"""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from functools import lru_cache

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import get_script_prefix, get_urlconf
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from stories.models import Story
from stories.queries.addresses import address_of
from stories.queries.ladder import Rung
from stories.wire.label import Label

from .holds import time_left
from .newsroom import label_chip
from .times import when

KEPT = 2048  # drawings: forty stories of fifty filings

# What else decides how a rung reads: the day and the zone of its clock, and where this newsroom's addresses begin.
Place = tuple[date, tzinfo | None, str, str | None]

register = template.Library()


@register.simple_tag
def filed_rungs(story: Story, rungs: Sequence[Rung], shown: int | str | None = None) -> SafeString:
    """The rungs, newest first, each with the time to the one below; `shown` is the sequence of the one on the page."""
    place, befores = _place(), (*rungs[1:], None)
    drawn = (
        _drawn(_rung)(story.pk, rung, before and before.sequence, _standing(story, rung), rung.sequence == shown, place)
        for rung, before in zip(rungs, befores, strict=False)
    )
    return mark_safe("".join(drawn))  # noqa: S308 - each is a template's own


@register.simple_tag
def filed_leads(story: Story, rungs: Sequence[Rung], at: int | str | None = None) -> SafeString:
    """The same as chips in the story's bar, oldest first."""
    place = _place()
    drawn = (
        _drawn(_lead)(story.pk, rung.sequence, rung.label, rung.filed_at, rung.sequence == at, place)
        for rung in reversed(rungs)
    )
    return mark_safe("".join(drawn))  # noqa: S308 - each is format_html's


def _drawn(draw):
    """Under runserver a template may change from one page to the next."""
    return draw.__wrapped__ if settings.DEBUG else draw


@lru_cache(maxsize=KEPT)
def _rung(pk: str, rung: Rung, before: int | None, standing: str, shown: bool, place: Place) -> str:
    context = {"pk": pk, "rung": rung, "before": before, "standing": standing, "shown": shown}
    return render_to_string("partials/ladder_rung.html", context)


@lru_cache(maxsize=KEPT)
def _lead(pk: str, sequence: int, label: Label, filed_at: datetime, here: bool, place: Place) -> str:
    current, chip = (mark_safe(' aria-current="page"'), "now") if here else ("", "")
    address = address_of("version", pk, sequence)
    words = (address, current, label_chip(label, chip), when(filed_at, "clock"))
    return format_html('<li><a href="{}"{}>{} {}</a></li>', *words)


def _standing(story: Story, rung: Rung) -> str:
    """Where a filing stands: the one on the wire may be held or killed."""
    if not rung.current:
        return "late" if rung.late else "replaced"
    if time_left(story):
        return "embargo"
    return "killed" if story.status == Story.Status.KILLED else "wire"


def _place() -> Place:
    today = timezone.localtime()
    return today.date(), today.tzinfo, get_script_prefix(), get_urlconf()
