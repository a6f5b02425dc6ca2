"""Notes on a story's texts: the page of them all, one text's for a script, writing and settling."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from stories.forms import NoteForm
from stories.models import Draft, Note, Story, Submission, Version
from stories.permissions import may_write
from stories.queries.anchors import text_named
from stories.queries.doors import story_for
from stories.queries.notes import as_reason, note_for, notes_of, notes_of_story
from stories.queries.readers import names_of, readers_of
from stories.services.noting import reopen_note, resolve_note, write_note
from stories.services.refusals import NotAllowed, Refused
from stories.views.answers import newsroom_answer
from stories.views.guard import newsroom_page
from stories.views.ways import way_back

FIELD_OF = {Draft: "draft", Submission: "submission", Version: "version"}


@newsroom_page
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, pk: str) -> HttpResponse:
    """GET: every note of the story. POST: write one, or an answer; a script is answered in JSON."""
    story = story_for(request.user, pk, timezone.now())
    if request.method != "POST":
        return show(request, story, NoteForm())
    form = NoteForm(request.POST)
    if not form.is_valid():
        return refused(request, story, form, form.why_not)
    try:
        note = write(request, story, form)
    except NotAllowed as refusal:
        return refused(request, story, form, refusal.message, status=403)
    except Refused as refusal:
        return refused(request, story, form, refusal.message)
    if not request.accepts("text/html"):
        return JsonResponse({"note": note.pk, "thread": note.parent_id or note.pk})
    return redirect(back(request, story, note.parent_id or note.pk))


def write(request: HttpRequest, story: Story, form: NoteForm) -> Note:
    given = form.cleaned_data
    where: dict[str, object] = {}
    if given["parent"]:
        where["parent"] = found(note_for(story, given["parent"]))
    elif given["on"]:
        text = found(text_named(story, given["on"]))
        where[FIELD_OF[type(text)]] = text
        where |= {"graf": form.graf, "words": given["words"], "near": given["near"] or 0}
    return write_note(story=story, body=given["remark"], actor=request.user, now=timezone.now(), **where)


def show(request: HttpRequest, story: Story, form: NoteForm, refusal: str = "", status: int = 200) -> HttpResponse:
    context = {
        "story": story,
        "threads": notes_of_story(story),
        "form": form,
        "refusal": refusal,
        "draft": text_named(story, "draft"),
        "may_write": may_write(request.user, story, timezone.now()),
    }
    return render(request, "notes.html", context, status=status)


def refused(request: HttpRequest, story: Story, form: NoteForm, words: str, status: int = 422) -> HttpResponse:
    """What was typed, still in its form, and why it was not kept."""
    if not request.accepts("text/html"):
        return JsonResponse({"message": words}, status=status)
    return show(request, story, form, words, status)


@require_safe
@newsroom_answer
def on_text(request: HttpRequest, pk: str, on: str) -> HttpResponse:
    """GET: the threads on one text, as a piece of the page that shows it."""
    now = timezone.now()
    story = story_for(request.user, pk, now)
    threads = notes_of(found(text_named(story, on)))
    context = {
        "story": story,
        "threads": threads,
        "may_write": may_write(request.user, story, now),
        "reason": as_reason(thread for thread in threads if thread.is_open),
    }
    return render(request, "partials/threads.html", context)


@require_POST
@newsroom_page
def resolve(request: HttpRequest, pk: str, note_pk: int) -> HttpResponse:
    return settle(request, pk, note_pk, resolve_note)


@require_POST
@newsroom_page
def reopen(request: HttpRequest, pk: str, note_pk: int) -> HttpResponse:
    return settle(request, pk, note_pk, reopen_note)


def settle(request: HttpRequest, pk: str, note_pk: int, verb) -> HttpResponse:
    now = timezone.now()
    story = story_for(request.user, pk, now)
    note = found(note_for(story, note_pk))
    try:
        thread = verb(note=note, actor=request.user, now=now)
    except Refused as refusal:
        if not request.accepts("text/html"):
            return JsonResponse({"message": refusal.message}, status=403)
        messages.error(request, refusal.message)
        return redirect(back(request, story, note.pk))
    if not request.accepts("text/html"):
        return JsonResponse({"thread": thread.pk, "open": thread.resolved_at is None})
    return redirect(back(request, story, thread.pk))


@require_safe
@newsroom_answer
def people(request: HttpRequest, pk: str) -> HttpResponse:
    """GET: whom a note on this story can name."""
    now = timezone.now()
    story = story_for(request.user, pk, now)
    return JsonResponse({"people": [list(names_of(person)) for person in readers_of(story, now)]})


def back(request: HttpRequest, story: Story, note: int) -> str:
    """The page that the note was written on, at the note."""
    there = way_back(request, request.POST.get("next", ""), reverse("notes", args=[story.pk]))
    return f"{there.partition('#')[0]}#note-{note}"


def found(row):
    if row is None:
        raise Http404("There is no such text or note on this story.")
    return row
