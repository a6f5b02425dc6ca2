"""The strip of photos as a form without scripts posts it, inside the draft's own form."""

import json
from collections.abc import Sequence
from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest

from stories.forms.photos import UnreadablePhotos, rows_of_fields, rows_of_json, rows_of_uses, uses_of_rows
from stories.models import Draft, Photo
from stories.queries.strip import Tile, photos_named, tiles
from stories.services.draftphotos import PhotoUse, uses_of
from stories.services.photos import bring_photo
from stories.services.refusals import Refused
from stories.wire.story import WireStory

HERE = "photos_here"  # the form has the strip: without it the photos stay as they are
GIVEN = "photos_were"  # the strip as the page was given it: what its writer changed is read against that
STEPS = {"earlier": -1, "later": 1}


def bring_pictures(request: HttpRequest, now: datetime) -> tuple[Photo, ...]:
    """Keep the files that came with the form; what is refused is told, and nothing else is lost for it."""
    found = []
    for file in request.FILES.getlist("pictures"):
        try:
            found.append(bring_photo(data=file.file, name=file.name or "", actor=request.user, now=now).photo)
        except Refused as refusal:
            messages.error(request, refusal.message)
    return tuple(found)


def uses_of_form(
    request: HttpRequest, draft: Draft | None, brought: Sequence[Photo], now: datetime
) -> tuple[PhotoUse, ...] | None:
    """The photos as the form has them, moved or taken out by its button, those just brought behind them."""
    if HERE not in request.POST:
        return None
    rows = rows_of_fields(request.POST)
    photos = photos_named(request.user, [row["photo"] for row in rows], now, uses_of(draft) if draft else ())
    uses = stepped(list(uses_of_rows(rows, photos)), request.POST.get("then", ""))
    there = {use.photo for use in uses}
    return (*uses, *(PhotoUse(photo, photo.caption, photo.credit) for photo in brought if photo not in there))


def strip_given(request: HttpRequest, draft: Draft | None) -> str:
    """The strip as the page is given it, for its form to bring back; as it was at first where the form comes back."""
    uses = draft.photos.all() if draft else ()
    return request.POST.get(GIVEN) or json.dumps(rows_of_uses(uses), ensure_ascii=False, separators=(",", ":"))


def uses_given(request: HttpRequest, draft: Draft | None, now: datetime) -> tuple[PhotoUse, ...] | None:
    """The photos that the form's page was given; None where it does not say."""
    try:
        rows = rows_of_json(request.POST.get(GIVEN, ""))
    except UnreadablePhotos:
        return None
    photos = photos_named(request.user, [row["photo"] for row in rows], now, uses_of(draft) if draft else ())
    return uses_of_rows(rows, photos)


def stepped(uses: list[PhotoUse], button: str) -> list[PhotoUse]:
    """After a press of "photo-earlier-2", "photo-later-2" or "photo-remove-2"."""
    word, _, act = button.partition("-")
    act, _, place = act.partition("-")
    index = int(place) - 1 if place.isdecimal() and len(place) < 4 else -1
    if word != "photo" or not 0 <= index < len(uses):
        return uses
    if act == "remove":
        del uses[index]
    elif act in STEPS and 0 <= index + STEPS[act] < len(uses):
        uses.insert(index + STEPS[act], uses.pop(index))
    return uses


def strip_of(
    request: HttpRequest, draft: Draft | None, before: WireStory | None, brought: Sequence[Photo], now: datetime
) -> tuple[Tile, ...]:
    """What the strip shows: what was typed where the form comes back, else what is saved."""
    typed = uses_of_form(request, draft, brought, now)
    uses = typed if typed is not None else draft.photos.all() if draft else ()
    return tiles(uses, before, now)
