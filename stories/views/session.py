"""Signing out, the look a person chose, and what happens when a form has gone stale."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from stories.views.parking import park_typed
from stories.views.ways import way_back

THEMES = ("light", "dark")
A_YEAR = 365 * 24 * 60 * 60
NEVER_ECHOED = {"csrfmiddlewaretoken", "password", "old_password", "new_password1", "new_password2", "code", "next"}
# What a page says of itself in its forms; nobody typed it.
OF_THE_PAGE = {
    "draft",
    "closed",
    "revision",
    "page",
    "writer",
    "filing_key",
    "photos_here",
    "photos_were",
    "photo",
    "then",
}

sign_out = LogoutView.as_view()


@login_not_required
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keeps light or dark in a cookie, so that the page arrives in it with no script."""
    response = redirect(way_back(request, request.POST.get("next", "/"), "/"))
    chosen = request.POST.get("theme")
    if chosen in THEMES:
        response.set_cookie("theme", chosen, max_age=A_YEAR, samesite="Lax", secure=request.is_secure())
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's token was old: says so and shows what was typed, so that it can be copied out.

    There is no button to send it again: that would let another site's form through with one click.
    What a page of a draft sends is kept beside the draft: its mark says that it is no other site's.
    """
    found = {"typed": typed_fields(request), "parked": park_typed(request, timezone.now())}
    return render(request, "403_csrf.html", found, status=403)


def typed_fields(request: HttpRequest) -> list[tuple[str, str]]:
    """What a person typed into the form that was refused; a field that stands several times, as often."""
    hidden = NEVER_ECHOED | OF_THE_PAGE
    fields = [(name, values) for name, values in request.POST.lists() if name not in hidden]
    return [(name.replace("_", " "), value) for name, values in fields for value in values if value]
