"""One photo: what its file says beside what the desk says, where it ran, and what may be done with it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from stories.forms.photo_words import PhotoWordsForm, WithdrawForm
from stories.models import Draft, Photo
from stories.permissions import is_desk_editor
from stories.photos.specs import widths_for
from stories.queries.addresses import draft_address
from stories.queries.doors import photo_for, writable_draft_for
from stories.queries.photos.page import originals, twins, uses_behind
from stories.queries.photos.rights import rights_problems
from stories.queries.photos.usages import hidden_usages, usages
from stories.services.choosing import choose_photos
from stories.services.draftphotos import PhotoUse, uses_of
from stories.services.photos.editing import StalePhoto, apply_caption_to_uses, edit_photo, revision_of
from stories.services.photos.withdrawing import restore_photo, withdraw_photo
from stories.services.refusals import Refused, UnacceptableText
from stories.views.guard import newsroom_page


@newsroom_page
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, sha256: str) -> HttpResponse:
    photo = photo_for(request.user, sha256, timezone.now())
    if request.method == "POST":
        return edit(request, photo)
    return show(request, photo, PhotoWordsForm.of(photo, revision_of(photo)))


def edit(request: HttpRequest, photo: Photo) -> HttpResponse:
    form = PhotoWordsForm(request.POST)
    if not form.is_valid():
        return show(request, photo, form, status=422)
    revision = form.cleaned_data["revision"]
    try:
        edit_photo(photo=photo, revision=revision, changes=form.changes(), actor=request.user, now=timezone.now())
    except StalePhoto as refusal:
        form = form.over(revision_of(refusal.photo))
        return show(request, refusal.photo, form, refusal=refusal, status=409)
    except UnacceptableText as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, refusal.message)
        return show(request, photo, form, status=422)
    except Refused as refusal:
        return show(request, photo, form, refusal=refusal, status=403)
    messages.success(request, "Saved. What was filed keeps the words it ran with.")
    return redirect("photo_about", photo.sha256)


def show(
    request: HttpRequest, photo: Photo, form: PhotoWordsForm, *, refusal: Refused | None = None, status: int = 200
) -> HttpResponse:
    """The page, with what was typed; after a refusal beside what the photo says now."""
    now, said = timezone.now(), originals(photo)
    desk = is_desk_editor(request.user)
    context = {
        "photo": photo,
        "form": form,
        "rows": [(field, said.get(field.name, ()), stands(photo, field.name, refusal)) for field in words(form)],
        "refusal": refusal,
        "usages": usages(photo, request.user, now),
        "hidden": hidden_usages(photo, request.user, now),
        "behind": uses_behind(photo, request.user, now),
        "problems": rights_problems(photo, now),
        "twins": twins(photo, request.user, now),
        "widths": widths_for(photo.width),
        "desk_editor": desk,
        "shown": desk or not photo.withdrawn_at,
        "withdrawing": WithdrawForm(),
        "here": "photos",
    }
    return render(request, "photo_about.html", context, status=status)


def words(form: PhotoWordsForm) -> list[object]:
    return [field for field in form.visible_fields() if field.name != "not_for_sale"]


def stands(photo: Photo, name: str, refusal: Refused | None) -> str:
    """What the photo says now, where somebody else changed it under the person's hands."""
    if not isinstance(refusal, StalePhoto):
        return ""
    value = getattr(photo, name)
    return "; ".join(value) if isinstance(value, list) else str(value or "nothing")


@newsroom_page
@require_POST
def captions(request: HttpRequest, sha256: str) -> HttpResponse:
    """Bring the photo's words into the open drafts that were ticked."""
    now = timezone.now()
    photo = photo_for(request.user, sha256, now)
    ticked = set(request.POST.getlist("use"))
    uses = [use for use in uses_behind(photo, request.user, now) if str(use.pk) in ticked]
    changed = apply_caption_to_uses(photo=photo, uses=uses, actor=request.user, now=now)
    count = len(changed)
    messages.success(request, f"{count} draft{'' if count == 1 else 's'} now run{'s' if count == 1 else ''} its words.")
    return redirect("photo_about", sha256)


@newsroom_page
@require_POST
def add(request: HttpRequest, sha256: str) -> HttpResponse:
    """Put the photo behind those of a story's next filing, with its own caption and credit."""
    now = timezone.now()
    photo = photo_for(request.user, sha256, now)
    purpose = Draft.Purpose.CORRECTION if request.POST.get("purpose") == "correction" else Draft.Purpose.UPDATE
    draft = writable_draft_for(request.user, request.POST.get("story", ""), now, purpose)
    there = uses_of(draft)
    if photo in [use.photo for use in there]:
        messages.info(request, "The photo is in this draft already.")
        return redirect(f"{draft_address('draft', draft)}#photos-head")
    uses = (*there, PhotoUse(photo, photo.caption, photo.credit))
    try:
        choose_photos(draft=draft, base=there, uses=uses, actor=request.user, now=now)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("photo_about", sha256)
    messages.success(request, "The photo is in the draft, with its own caption and credit.")
    return redirect(f"{draft_address('draft', draft)}#photos-head")


@newsroom_page
@require_POST
def withdraw(request: HttpRequest, sha256: str) -> HttpResponse:
    """Withdraw it for a reason, or restore it."""
    now = timezone.now()
    photo = photo_for(request.user, sha256, now)
    try:
        if request.POST.get("restore"):
            restore_photo(photo=photo, actor=request.user, now=now)
            messages.success(request, "The photo is restored. Its history keeps both.")
        else:
            reason = request.POST.get("reason", "")
            done = withdraw_photo(photo=photo, reason=reason, actor=request.user, now=now)
            messages.success(request, f"Withdrawn. {stories_told(len(done.stories))}")
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect("photo_about", sha256)


def stories_told(count: int) -> str:
    if not count:
        return "No story used it."
    return f"{count} {'story that used it has' if count == 1 else 'stories that used it have'} a note on it now."
