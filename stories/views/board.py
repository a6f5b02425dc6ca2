"""The wire board: every story a person may read, newest first."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from stories.queries.board import BoardFilter, State, board
from stories.queries.nav import nav
from stories.views.guard import newsroom_page
from stories.wire.label import Kind

LONGEST_SEARCH = 200
PARAMETERS = ("desk", "label", "state", "mine", "q", "before")
LABELS = (
    (Kind.URGENT, "URGENT"),
    (Kind.FIRST, "First filing"),
    (Kind.LEAD, "Leads"),
    (Kind.CORRECTION, "Corrections"),
    (Kind.KILL, "Kills"),
)
STATES = (
    (State.FILED, "Filed"),
    (State.UPDATING, "Being updated"),
    (State.DRAFT, "Not filed yet"),
    (State.KILLED, "Killed"),
    (State.CLOSED, "Closed"),
)


@newsroom_page
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    asked = asked_of(request.GET)
    side = nav(request.user, now)
    context = {
        "asked": asked,
        "page": board(request.user, now, asked),
        "nav": side,
        "moved_today": sum(desk.moved for desk in side.desks),
        "desk_name": next((desk.name for desk in side.desks if desk.code == asked.desk), asked.desk),
        "labels": LABELS,
        "states": STATES,
        "label_name": dict(LABELS).get(asked.label, asked.label),
        "state_name": dict(STATES).get(asked.state, asked.state),
        "query": asked.words,
        "here": "mine" if asked.mine else "board",
    }
    return render(request, "board.html", context)


def asked_of(given: QueryDict) -> BoardFilter:
    """The filter an address asks for. No database is asked about NUL: PostgreSQL refuses the question."""
    said = {name: given.get(name, "").replace("\0", "").strip()[:LONGEST_SEARCH] for name in PARAMETERS}
    return BoardFilter(
        desk=said["desk"],
        label=said["label"],
        state=said["state"],
        mine=said["mine"] == "1",
        words=said["q"],
        before=said["before"],
    )
