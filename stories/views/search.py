"""Searching the archive: what is on the wire, and everything that ever was."""

from datetime import datetime

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from stories.models import Desk
from stories.queries.archive_question import Question, read_question
from stories.queries.archive_search import HIGHEST_LEAD, Found, search
from stories.queries.search import InTheWorks, in_the_works
from stories.views.guard import newsroom_page
from stories.wire.attn import Verb
from stories.wire.label import Kind, Label, short_label

OFFERED_LEADS = 6
UNFILED = 5  # drafts that a search shows ahead of the archive
LABELS = (
    (Kind.URGENT.value, "URGENT"),
    (Kind.FIRST.value, "First filing"),
    (Kind.LEAD.value, "Any lead"),
    *((f"lead-{number}", short_label(Label(Kind.LEAD, number))) for number in range(1, OFFERED_LEADS + 1)),
    (Kind.CORRECTION.value, "CORRECTION"),
    (Kind.KILL.value, "KILL"),
)


@newsroom_page
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The form and what it found; with `part`, what it found alone, for a page that asks while a person types."""
    now = timezone.now()
    asked = read_question(request.GET)
    sought, found = look_for(request.user, now, asked)
    written = unfiled(request.user, now, asked)
    context = {
        "asked": sought,
        "begun": sought != asked,
        "found": found,
        "unfiled": written[:UNFILED],
        "unfiled_more": len(written) > UNFILED,
        "query": asked.words,
    }
    if "part" in request.GET:
        return render(request, "partials/search_found.html", context)
    context |= {"desks": Desk.objects.values_list("code", "name"), "labels": labels(asked), "verbs": list(Verb)}
    return render(request, "search.html", context)


def look_for(person: User, now: datetime, asked: Question) -> tuple[Question, Found]:
    """What was found; where no text has the last word, what has one that begins so, and the question that asks that."""
    found = search(person, now, asked)
    if found.hits or asked.before or asked.begun is None:
        return asked, found
    begun = search(person, now, asked.begun)
    return (asked.begun, begun) if begun.hits else (asked, found)


def labels(asked: Question) -> tuple[tuple[str, str], ...]:
    """Those offered, and the higher lead that an address asks for."""
    kind, _, number = asked.label.partition("-")
    if kind != Kind.LEAD or not number.isdigit() or not OFFERED_LEADS < int(number) <= HIGHEST_LEAD:
        return LABELS
    return (*LABELS, (asked.label, short_label(Label(Kind.LEAD, int(number)))))


def unfiled(person: User, now: datetime, asked: Question) -> tuple[InTheWorks, ...]:
    """What is not on the wire yet, and one more, for a search by words alone: nobody looks for a draft among leads."""
    if not asked.words or asked.before or asked.query != Question(words=asked.words).query:
        return ()
    return in_the_works(person, now, asked.words, UNFILED + 1)
