"""What is typed into a draft's page while nobody is signed in there: kept beside the draft for its writer."""

from datetime import datetime

from django.http import HttpRequest

from stories.forms import DraftForm
from stories.models import ParkedText
from stories.services.refusals import UnacceptableText
from stories.services.tabs import park_for
from stories.views.page_mark import mark_of


def park_typed(request: HttpRequest, now: datetime) -> ParkedText | None:
    """The text of the draft's form that was posted, parked; None where it is no such form, or cannot be kept."""
    mark, form = mark_of(request), DraftForm(request.POST, may_be_urgent=True)
    if mark is None or not form.is_valid():
        return None
    given = form.cleaned_data
    if given["draft"] != mark.draft:
        return None
    place = {"writer_id": mark.writer, "draft_id": mark.draft, "page": mark.page}
    try:
        return park_for(**place, revision=given["revision"] or 0, text=form.draft_text(), now=now)
    except UnacceptableText:
        return None
