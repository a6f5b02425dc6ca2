"""Withdrawing a story: the page that asks what, why and who was told, and asks twice."""

import uuid
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from stories.forms import KillForm
from stories.models import Story, Version
from stories.permissions import is_desk_editor
from stories.queries.doors import story_for
from stories.queries.kills import sent_of
from stories.services.killing import FiledMeanwhile, UnableToKill, kill_story
from stories.services.refusals import NotAllowed, UnacceptableText
from stories.views.guard import newsroom_page
from stories.wire.kills import HELP, NAMES, KillReason, advisory, is_canned

WORDS = "words"  # the button that puts the words of the chosen reason into the advisory
NOT_KEPT = ("kind", "filing_key", "seen")


@newsroom_page
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, pk: str) -> HttpResponse:
    """GET: the advisory as its reason words it. POST: other words, or the kill itself."""
    now = timezone.now()
    story = story_for(request.user, pk, now)
    if not is_desk_editor(request.user):
        raise Http404("Only desk editors kill a story.")
    if story.current_version is None:
        messages.info(request, "Nothing of this story is on the wire: discard its draft instead.")
        return redirect("story", pk)
    if request.method == "POST":
        return words(request, story) if request.POST.get("act") == WORDS else kill(request, story, now)
    if story.status == Story.Status.KILLED:
        messages.info(request, "The story is killed already.")
        return redirect("story", pk)
    return show(request, story, KillForm(initial=fresh(story, KillReason.FACTUAL)))


def kill(request: HttpRequest, story: Story, now: datetime) -> HttpResponse:
    """Withdraw it; a refusal keeps all that was typed."""
    form = KillForm(request.POST)
    if not form.is_valid():
        return show(request, story, form, status=422)
    given = {name: value for name, value in form.cleaned_data.items() if name != "kind"}
    try:
        version = kill_story(story=story, **given, actor=request.user, now=now)
    except FiledMeanwhile as refusal:
        story = story_for(request.user, story.pk, now)
        return show(request, story, refused(seeing(form, story), refusal.field, refusal.message), status=409)
    except (UnableToKill, UnacceptableText) as refusal:
        return show(request, story, refused(form, refusal.field, refusal.message), status=422)
    except NotAllowed as refusal:
        return show(request, story, refused(form, "", refusal.message), status=403)
    messages.success(
        request, "The kill is on the wire. Nothing more is filed on this story; its text stays in the record."
    )
    return redirect("version", story.pk, version.sequence)


def words(request: HttpRequest, story: Story) -> HttpResponse:
    """The form with the words of the chosen reason in the advisory, unless something was typed there."""
    chosen = request.POST.get("kind", "")
    reason = KillReason(chosen) if chosen in list(KillReason) else KillReason.FACTUAL
    typed = request.POST.dict()
    if is_canned(typed.get("body", ""), sent_of(on_the_wire(story))):
        typed |= fresh(story, reason) | {name: typed.get(name, "") for name in ("reason", "told", "slugline")}
    else:
        messages.info(request, "What you typed stands: empty the advisory to have the words of this reason.")
    return show(request, story, KillForm(initial=typed))


def fresh(story: Story, reason: KillReason) -> dict[str, Any]:
    current = on_the_wire(story)
    said = advisory(reason, sent_of(current))
    return {
        "kind": reason.value,
        "headline": said.headline,
        "body": said.body,
        "seen": current.sequence,
        "filing_key": uuid.uuid4().hex,
    }


def on_the_wire(story: Story) -> Version:
    """The story's current version, which it has wherever this page opens."""
    assert story.current_version is not None
    story.current_version.story = story
    return story.current_version


def seeing(form: KillForm, story: Story) -> KillForm:
    """The same form, which now speaks of the version on the wire; canned words are made anew, typed ones stay."""
    data, given = form.data.dict(), form.cleaned_data
    before = story.versions.filter(sequence=given["seen"]).first()
    now = fresh(story, KillReason(given["kind"]))
    if before:
        before.story = story
    ours = before is not None and is_canned(given["body"], sent_of(before))
    again = KillForm(
        data | {"seen": now["seen"]} | ({"headline": now["headline"], "body": now["body"]} if ours else {})
    )
    again.is_valid()
    return again


def refused(form: KillForm, field: str, message: str) -> KillForm:
    form.add_error(field if field in form.fields else None, message)
    return form


def show(request: HttpRequest, story: Story, form: KillForm, *, status: int = 200) -> HttpResponse:
    sent = sent_of(on_the_wire(story))
    context = {
        "story": story,
        "form": form,
        "chosen": form["kind"].value(),
        "canned": [(reason.value, NAMES[reason], HELP[reason], advisory(reason, sent)) for reason in KillReason],
        "drafts": story.drafts.filter(closed_at=None).select_related("saved_by__byline"),
    }
    return render(request, "kill.html", context, status=status)
