"""What the editor asks while somebody types: marks, counts, ATTN, checks and wire text in one answer."""

from collections.abc import Sequence
from dataclasses import replace

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from stories.forms import DraftForm
from stories.models import Draft, Version
from stories.queries.attn_line import line_with
from stories.queries.blockers import blockers
from stories.queries.copy import draft_copy
from stories.queries.doors import writable_draft_for
from stories.queries.editor import WorkingCopy, next_label_of, read_against_wire
from stories.queries.releases import FROM_THE_DESK, Blocker
from stories.services.drafting import MERGED_FIELDS, DraftText
from stories.templatetags.newsroom import chip_class, chip_text
from stories.views.answers import newsroom_answer
from stories.wire.analysis import Analysis, answer
from stories.wire.corrections import sent_facts
from stories.wire.grafs import split_grafs
from stories.wire.label import Label, short_label
from stories.wire.story import WireStory
from stories.wire.text import clean


@newsroom_answer
@require_POST
def analysis(request: HttpRequest, pk: str, purpose: str = Draft.Purpose.UPDATE) -> HttpResponse:
    """Nothing is saved. 422 where the form cannot be read at all.

    The ATTN line is read with the numbers that a save of this moment would give it.
    """
    now = timezone.now()
    draft = writable_draft_for(request.user, pk, now, purpose)
    form = DraftForm(request.POST, may_be_urgent=draft.story.current_version_id is None)
    if not form.is_valid():
        return JsonResponse({"status": "refused", "errors": form.errors}, status=422)
    typed = form.draft_text()
    label, misfit = next_label_of(as_typed(draft, typed))
    result = read_typed(draft, typed, label)
    working = working_as_typed(draft, typed, label, misfit, result)
    said = {"label": short_label(label) if label else "", "chips": chips(label), "misfit": misfit}
    said |= {"sent": otherwise(result)}
    said |= stops(blockers(draft, request.user, now, working=working))
    return JsonResponse(said | {"against": against(draft.story.current_version), **answer(result)})


def read_typed(draft: Draft, typed: DraftText, label: Label | None) -> Analysis:
    """What is typed, read against the version on the wire as if it were saved now."""
    line = line_with(draft, attn=clean(typed.attn), body=clean(typed.body))
    return read_against_wire(draft, typed_copy(draft, replace(typed, attn=line.line), label), line.gone)


def as_typed(draft: Draft, typed: DraftText) -> Draft:
    """The draft with the kind and the brackets now typed: what its label depends on."""
    draft.kind, draft.qualifiers = typed.kind, list(typed.qualifiers)
    return draft


def working_as_typed(draft: Draft, typed: DraftText, label: Label | None, misfit: str, found: Analysis) -> WorkingCopy:
    """The working copy of the draft with all that is typed now; `draft` itself has it afterwards, unsaved."""
    for name in MERGED_FIELDS:
        setattr(draft, name, clean(getattr(typed, name)))
    return WorkingCopy(
        label=label,
        misfit=misfit,
        found=found,
        current=draft.story.current_version,
        stale=draft.based_on_id != draft.story.current_version_id,
        desk=draft.story.desk,
    )


def stops(found: Sequence[Blocker]) -> dict[str, object]:
    """What keeps it from going out, and whether the desk's word is among it."""
    listed = [{"code": one.code, "message": one.message, "cure": one.cure, "words": one.cure_words} for one in found]
    return {"blockers": listed, "submits": any(one.code in FROM_THE_DESK for one in found)}


def otherwise(found: Analysis) -> list[dict[str, object]]:
    """The facts on the wire that read otherwise now, and whether the ATTN line says so."""
    sent = sent_facts(found.before, found.copy) if found.before else ()
    return [
        {"name": one.name, "para": one.para, "old": one.change.old, "new": one.change.new}
        | {"silent": one.silent, "how": one.how, "where": one.where}
        for one in sent
        if not one.gone
    ]


def typed_copy(draft: Draft, typed: DraftText, label: Label | None) -> WireStory:
    """The typed text as it would run, with the draft's photos."""
    return replace(
        draft_copy(draft, label),
        headline=clean(typed.headline),
        attn=typed.attn,
        byline=clean(typed.byline),
        dateline=clean(typed.dateline),
        grafs=split_grafs(typed.body),
        email=typed.email,
        note=typed.note,
    )


def chips(label: Label | None) -> list[list[str]]:
    """The label and its brackets as a page shows them: each chip's look and its text."""
    if label is None:
        return []
    return [[chip_class(label), chip_text(label)], *(["", words] for words in label.qualifiers)]


def against(current: Version | None) -> dict[str, object] | None:
    """The version that the marks are against."""
    if current is None:
        return None
    return {
        "sequence": current.sequence,
        "label": short_label(current.label) or "first filing",
        "filed_at": current.filed_at.isoformat(),
    }
