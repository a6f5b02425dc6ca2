"""The compare page: what one filing changed against another."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from stories.permissions import may_write
from stories.queries.compare import checked_facts, compare
from stories.queries.decisions import question_of
from stories.queries.filings import Pair, pair_for
from stories.queries.notes import as_reason, notes_of
from stories.services.fact_checks import check_fact, uncheck_fact
from stories.views.deciding import may_undo, way_to_draft, way_to_file
from stories.views.guard import newsroom_page
from stories.views.ways import queue_address, queue_worked, within
from stories.wire.review import FactRow

VIEWS = {"inline": "Inline", "side": "Side by side", "clean": "Clean"}


@require_safe
@newsroom_page
def compare_page(request: HttpRequest, pk: str, a: str, b: str) -> HttpResponse:
    """GET: the page, as `?view=` inline, side or clean. The older filing comes first in the address."""
    now = timezone.now()
    pair = pair_for(request.user, pk, a, b, now)
    view = _view(request)
    if pair.old is pair.new or pair.is_backwards:
        return _put_right(request, pair)
    question = question_of(pair, request.user)
    threads = notes_of(pair.new.row)
    context = {
        "story": pair.story,
        "old": pair.old,
        "new": pair.new,
        "comparison": compare(pair, request.user),
        "view": view,
        "views": VIEWS,
        "question": question,
        "queue": queue_worked(request),
        "queue_address": queue_address(queue_worked(request)),
        "undoes": bool(question and may_undo(question, request.user, now)),
        "opens": way_to_draft(question, request.user, now) if question else "",
        "files": way_to_file(question, request.user, now) if question else "",
        "reason": as_reason(thread for thread in threads if thread.is_open),
        "threads": threads,
        "may_write": may_write(request.user, pair.story, now),
        "here": "queue" if question else "board",
    }
    return render(request, "compare.html", context)


@require_safe
@newsroom_page
def compare_pick(request: HttpRequest, pk: str) -> HttpResponse:
    """GET: from the leads rail's two columns of choices to the page of that pair."""
    chosen = (request.GET.get("from", ""), request.GET.get("to", ""))
    pair = pair_for(request.user, pk, *chosen, timezone.now())
    return redirect(_address(request, pair.story.pk, *chosen))


@require_POST
@newsroom_page
def compare_check(request: HttpRequest, pk: str, a: str, b: str) -> HttpResponse:
    """POST: `check` or `uncheck` a changed fact of this pair, for the person who asks."""
    pair = pair_for(request.user, pk, a, b, timezone.now())
    facts = compare(pair, request.user).facts.changed
    row = _fact_named(facts, request.POST.get("check") or request.POST.get("uncheck", ""))
    kept = {"story": pair.story, "sequence": pair.new.sequence, "fact": row.change, "actor": request.user}
    if "check" in request.POST:
        check_fact(**kept, now=timezone.now())
    else:
        uncheck_fact(**kept)
    if request.accepts("text/html"):
        return redirect(_address(request, pk, a, b) + f"#fact-{row.short}")
    checked = checked_facts(pair, request.user)
    return JsonResponse({"checked": sum(fact.key in checked for fact in facts), "of": len(facts)})


def _view(request: HttpRequest) -> str:
    view = request.GET.get("view", "inline")
    return view if view in VIEWS else "inline"


def _address(request: HttpRequest, pk: str, a: str, b: str) -> str:
    """The page of that pair, in the view and within the queue that the person is in."""
    view, address = _view(request), reverse("compare", args=[pk, a, b])
    return within(queue_worked(request), address if view == "inline" else f"{address}?view={view}")


def _put_right(request: HttpRequest, pair: Pair) -> HttpResponse:
    """Later first: swapped. The same twice: set against the filing before it (or after, for the first one)."""
    old, new = pair.old, pair.new
    if pair.is_backwards:
        messages.info(request, f"Older first: {new.name} is on the left, {old.name} is what it became.")
        return redirect(_address(request, pair.story.pk, new.address, old.address))
    said = f"{old.name} was compared with itself, and nothing can differ."
    neighbours = pair.neighbours
    if neighbours is None:
        messages.info(request, f"{said} It is the only filing so far.")
        return redirect("story", pair.story.pk)
    messages.info(request, f"{said} This is {neighbours[0].name} against {neighbours[1].name}.")
    return redirect(_address(request, pair.story.pk, *(filing.address for filing in neighbours)))


def _fact_named(rows: tuple[FactRow, ...], key: str) -> FactRow:
    for row in rows:
        if row.short == key:
            return row
    raise Http404("There is no such fact between these two filings.")
