"""Filed texts from outside: read, shown beside their problems, and only then kept."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from stories.forms import CopyInForm
from stories.models import Story
from stories.queries.doors import story_for
from stories.services.importing import (
    ImportPlan,
    ImportResult,
    Place,
    Placed,
    PlannedFile,
    import_stories,
    place_stories,
    read_files,
)
from stories.services.refusals import Refused
from stories.views.guard import newsroom_page
from stories.wire.decode import decode
from stories.wire.story import Problem
from stories.wire.text import clean


@dataclass(frozen=True, slots=True)
class ShownFile:
    """A file as it came beside what was read in it, and where it would go."""

    name: str
    text: str
    lines: tuple[tuple[str, tuple[Problem, ...]], ...]
    file: PlannedFile
    placed: Placed | None
    place: Place | None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is to be said beside the refusal, which may be one of the file's problems in its own words."""
        told = self.file.refusal
        return tuple(problem for problem in self.file.problems if not (told and told.endswith(problem.message)))


@newsroom_page
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    if request.method == "POST":
        form = CopyInForm(request.POST, request.FILES)
        if form.is_valid():
            return read(request, form, now)
    else:
        byline = getattr(request.user, "byline", None)
        form = CopyInForm(initial={"desk": byline and byline.desk_id, "story": request.GET.get("story", "")})
    status = 422 if form.errors else 200
    return render(request, "import.html", {"form": form, "here": "import"}, status=status)


def read(request: HttpRequest, form: CopyInForm, now: datetime) -> HttpResponse:
    """Shows what the texts hold; keeps them once the person has seen that and says so."""
    pk, texts = form.cleaned_data["story"], form.texts()
    story = story_for(request.user, pk, now) if pk else None
    plan = read_files(texts)
    if request.POST.get("then") != "save":
        return plan_page(request, form, texts, plan, story, now)
    try:
        result = import_stories(plan=plan, desk=form.cleaned_data["desk"], actor=request.user, now=now, story=story)
    except Refused as refusal:
        return plan_page(request, form, texts, plan, story, now, refusal=refusal)
    return tell(request, result)


def plan_page(
    request: HttpRequest,
    form: CopyInForm,
    texts: Sequence[tuple[str, bytes]],
    plan: ImportPlan,
    story: Story | None,
    now: datetime,
    refusal: Refused | None = None,
) -> HttpResponse:
    placed = place_stories(plan=plan, actor=request.user, now=now, story=story)
    shown = tuple(shown_files(texts, plan, placed))
    places = [place for one in placed for place in one.places]
    in_the_way = bool(plan.refused) or any(place.refused for place in places)
    new = any(not place.skipped and not place.refused for place in places)
    context = {
        "form": form,
        "here": "import",
        "plan": plan,
        "shown": shown,
        "ready": new and not in_the_way,
        "nothing_new": bool(places) and not new and not in_the_way,
        "refusal": refusal,
        "story": story,
    }
    return render(request, "import_plan.html", context, status=409 if refusal else 200)


def shown_files(texts: Sequence[tuple[str, bytes]], plan: ImportPlan, placed: Sequence[Placed]) -> Iterator[ShownFile]:
    # By identity: two files may have the same name and the same text.
    places = {id(place.file): (story, place) for story in placed for place in story.places}
    for (name, data), file in zip(texts, plan.files, strict=True):
        text = clean(decode(data).text or "")
        story, place = places.get(id(file), (None, None))
        yield ShownFile(name, text, numbered(text, file.problems), file, story, place)


def numbered(text: str, problems: Sequence[Problem]) -> tuple[tuple[str, tuple[Problem, ...]], ...]:
    """Each line of the text with the problems found in it."""
    found: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.line].append(problem)
    return tuple((line, tuple(found.get(number, ()))) for number, line in enumerate(text.split("\n"), start=1))


def tell(request: HttpRequest, result: ImportResult) -> HttpResponse:
    for imported in result.stories:
        count = len(imported.added)
        came = f"{count} version{'' if count == 1 else 's'} came in on {imported.story.slugline}."
        skipped = " ".join(f"{name} was left out: {why}." for name, why in imported.skipped)
        if count:
            messages.success(request, f"{came} {skipped}".strip())
        else:
            messages.info(request, f"Nothing new: {skipped}")
    if len(result.stories) == 1:
        return redirect("story", result.stories[0].story.pk)
    return redirect("board")
