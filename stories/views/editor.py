"""The editor's page: the form as it stands, and all that is said beside it."""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from stories.forms import DraftForm
from stories.models import Draft, Photo, Story, Version
from stories.permissions import may_rename
from stories.queries.draft_history import text_waiting_for
from stories.queries.editor import label_to_come, offered_bylines, working_copy
from stories.queries.ladder import ladder
from stories.queries.standing import standing_of
from stories.queries.strip import on_wire
from stories.services.refusals import Refused
from stories.views.page_mark import new_mark
from stories.views.strip_form import strip_given, strip_of


def editor(
    request: HttpRequest,
    story: Story,
    form: DraftForm,
    *,
    draft: Draft | None = None,
    refusal: Refused | None = None,
    theirs: Draft | Version | None = None,
    purpose: str = Draft.Purpose.UPDATE,
    brought: Sequence[Photo] = (),
    status: int = 200,
) -> HttpResponse:
    """The form as it stands, what the saved text looks like on the wire, and `theirs`, saved or filed meanwhile."""
    working = working_copy(draft) if draft else None
    before = working.found.before if working else on_wire(story)
    context = {
        "story": story,
        "form": form,
        "draft": draft,
        "purpose": draft.purpose if draft else purpose,
        "working": working,
        "standing": standing_of(draft, request.user, timezone.now(), working.kind) if working and draft else None,
        "label": working.label if working else label_to_come(story, purpose),
        "ladder": ladder(story, strips=True),
        "may_rename": draft is not None and may_rename(request.user, story, timezone.now()),
        "limits": {"headline": settings.HEADLINE_LENGTH, "long": settings.LONG_PARAGRAPH},
        "bylines": offered_bylines(story.desk),
        "mark": request.POST.get("page") or (new_mark(request.user, draft) if draft else ""),
        "photos_were": strip_given(request, draft),
        "tiles": strip_of(request, draft, before, brought, timezone.now()),
        "waiting": text_waiting_for(request.user, draft) if draft else None,
        "refusal": refusal,
        "theirs": theirs,
    }
    return render(request, "editor.html", context, status=status)


def nothing_filed(story: Story) -> bool:
    """Whether the next filing may still be an urgent."""
    return story.current_version_id is None
