"""The wire board: every story a person may read, newest first, and one of them at a glance."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from stories import permissions
from stories.queries.board import board, microseconds
from stories.queries.doors import story_for
from stories.queries.filters import read_filter
from stories.queries.nav import nav
from stories.queries.preview import preview
from stories.queries.states import State
from stories.views.guard import newsroom_page
from stories.views.ways import filter_query, queue_worked
from stories.wire.label import Kind

LABELS = (
    (Kind.URGENT, "URGENT"),
    (Kind.FIRST, "First filing"),
    (Kind.LEAD, "Leads"),
    (Kind.CORRECTION, "Corrections"),
    (Kind.KILL, "Kills"),
)
STATES = (
    (State.REVIEW, "In review"),
    (State.RETURNED, "Returned"),
    (State.APPROVED, "Approved"),
    (State.DRAFT, "Draft"),
    (State.FILED, "Filed"),
    (State.CORRECTED, "Corrected"),
    (State.EMBARGO, "Embargo"),
    (State.KILLED, "Killed"),
    (State.CLOSED, "Closed"),
)
PERIODS = (("today", "Today"), ("week", "Week"), ("", "All"))
LENGTHS = (30, 100, 300, 600)


@newsroom_page
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    asked = read_filter(request.GET)
    side = nav(request.user, now)
    context = {
        "asked": asked,
        "queue": filter_query(asked),
        "page": board(request.user, now, asked),
        "nav": side,
        "now": now,
        "since": microseconds(now),
        "desk_name": side.desk_names.get(asked.desk, asked.desk),
        "labels": LABELS,
        "states": STATES,
        "periods": PERIODS,
        "lengths": LENGTHS,
        "label_name": dict(LABELS).get(asked.label, asked.label),
        "state_name": dict(STATES).get(asked.state, asked.state),
        "may_assign": permissions.is_desk_editor(request.user),
        "query": asked.words,
        "here": "mine" if asked.query == "mine=1" else "board",
    }
    return render(request, "board.html", context)


@newsroom_page
@require_safe
def glance(request: HttpRequest, pk: str) -> HttpResponse:
    """GET: a story's newest text as a part of a page, for the pane beside the rows."""
    now = timezone.now()
    shown = preview(story_for(request.user, pk, now), now)
    return render(request, "partials/board_preview.html", {"shown": shown, "queue": queue_worked(request)})
