"""Who did what on a story, and when: as a page, as CSV and as JSON."""

import csv

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from stories import permissions
from stories.models import Story
from stories.queries.audit import ACTS, Act, Asked, acts_of, audit_page, people_in
from stories.queries.doors import story_for
from stories.queries.people import name_of
from stories.views.guard import newsroom_page
from stories.wire.cells import safe_cell

BOM = "\ufeff"  # without it spreadsheets misread Hangul
COLUMNS = ("when", "person", "account", "act", "what", "detail", "times", "since")


@newsroom_page
@require_safe
def page(request: HttpRequest, pk: str) -> HttpResponse:
    """GET: a page of acts, filtered by `by` and `act`, from `before` on."""
    story, asked = _story(request, pk), _asked(request)
    acts = acts_of(story)
    people = people_in(acts)
    shown = audit_page(acts, people, asked)
    done = {act.code for act in acts}
    filters = {name: value for name, value in (("by", asked.by), ("act", asked.act)) if value}
    context = {
        "story": story,
        "lines": [(act, people.get(act.person)) for act in shown.acts],
        "more": shown.more,
        "asked": asked,
        "people": people.values(),
        "codes": {code: words for code, words in ACTS.items() if code in done},
        "filters": urlencode(filters),
        "total": len(acts),
    }
    return render(request, "audit.html", context)


@newsroom_page
@require_safe
def table(request: HttpRequest, pk: str) -> HttpResponse:
    """GET: every act asked for as CSV, which no spreadsheet takes for formulas."""
    story = _story(request, pk)
    response = HttpResponse(BOM, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="audit-{story.pk}.csv"'
    # In quotation marks, for a spreadsheet that parts at ";" would find a formula behind one.
    writer = csv.writer(response, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for row in _rows(request, story):
        writer.writerow([safe_cell(str(row[name])) for name in COLUMNS])
    return response


@newsroom_page
@require_safe
def json(request: HttpRequest, pk: str) -> HttpResponse:
    """GET: the same as JSON."""
    story = _story(request, pk)
    return JsonResponse({"story": story.pk, "slugline": story.slugline, "acts": _rows(request, story)})


def _story(request: HttpRequest, pk: str) -> Story:
    """The story, for the desk and its own people; for others its audit is not there."""
    story = story_for(request.user, pk, timezone.now())
    if not permissions.may_audit(request.user, story):
        raise Http404("There is no such story.")
    return story


def _asked(request: HttpRequest) -> Asked:
    return Asked(*(request.GET.get(name, "") for name in ("by", "act", "before")))


def _rows(request: HttpRequest, story: Story) -> list[dict[str, object]]:
    acts = acts_of(story)
    people = people_in(acts)
    asked = _asked(request)
    shown = audit_page(acts, people, Asked(asked.by, asked.act), size=None)
    return [_row(act, people.get(act.person)) for act in shown.acts]


def _row(act: Act, person: object) -> dict[str, object]:
    """Times with their offset, in the desk's zone."""
    return {
        "when": timezone.localtime(act.at).isoformat(),
        "person": name_of(person) if person else "",
        "account": person.get_username() if person else "",
        "act": act.code,
        "what": act.what,
        "detail": act.detail,
        "times": act.count,
        "since": timezone.localtime(act.since).isoformat() if act.since else "",
    }
