"""Views that answer scripts: JSON in place of pages, refusals included."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode

from stories import permissions

View = Callable[..., HttpResponse]


def newsroom_answer(view: View) -> View:
    """Opens a view to people with a role, as `guard.newsroom_page` does; the refusals are JSON.

    A script whose sign-in ran out keeps the text, shows where to sign in, and asks again.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.is_authenticated:
            response = signed_out(request, *args, **kwargs)
        elif not permissions.in_newsroom(request.user):
            response = JsonResponse({"status": "refused", "message": "You have no role in this newsroom."}, status=403)
        else:
            response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    return login_not_required(guarded)


def signed_out(request: HttpRequest, pk: str = "", **_: object) -> JsonResponse:
    """Where to sign in and come back to: the editor, since an address of a script is no page."""
    back = reverse("draft", args=[pk]) if pk else resolve_url("board")
    return JsonResponse(
        {"status": "signed_out", "sign_in": f"{resolve_url('sign_in')}?{urlencode({'next': back})}"}, status=403
    )
